"""Whether the condition of a frame holds for a clause or an event noun, and where its participants stand."""

from __future__ import annotations

from reportedly.knowledge.event_rows import Condition, Path, Term, Words
from reportedly.layers.events.clauses import Clause, Grammar
from reportedly.layers.events.draft import Heads, Preps
from reportedly.layers.events.phrases import ACTOR_ENTITIES, CALENDAR, Phrases
from reportedly.text import Token

MODIFIERS = frozenset({"amod", "nmod", "compound"})
MODIFIED_BY = {"compound": frozenset({"compound", "nmod"}), "amod": MODIFIERS, "poss": frozenset({"poss"})}
MONEY = "MONEY"
PLURAL = frozenset({"NNS", "NNPS"})


class Reader:
    """Tests conditions and follows paths for one report."""

    def __init__(self, grammar: Grammar, phrases: Phrases) -> None:
        self.grammar, self.phrases = grammar, phrases
        self.tokens = grammar.tokens

    def verb_holds(self, condition: Condition, clause: Clause) -> bool:
        """Whether one alternative of a condition holds for a clause."""
        return any(all(self._verb_term(term, clause) != term.denied for term in terms) for terms in condition)

    def _verb_term(self, term: Term, clause: Clause) -> bool:
        """Terms about arguments; those about the rest of a clause are below."""
        match term.kind:
            case "obj":
                return self._any(clause.objects, term.words)
            case "noobj":
                return not clause.objects
            case "subj":
                return self._any(clause.subjects, term.words)
            case "prep":
                return any(name in clause.preps and self._any(clause.preps[name], term.words) for name in term.preps)
            case "noprep":
                return not any(name in clause.preps for name in term.preps)
            case "joint":
                return self.joint(clause.subjects)
            case "passive":
                return clause.passive
            case _:
                return self._complement_term(term, clause)

    def _complement_term(self, term: Term, clause: Clause) -> bool:
        lemmas = term.words.lemmas if term.words is not None else None
        match term.kind:
            case "prt":
                return lemmas is not None and bool(clause.particles & lemmas)
            case "comp":
                return clause.complement is not None and (lemmas is None or clause.complement.lemma in lemmas)
            case "nocomp":
                return clause.complement is None
            case "that":
                return clause.kind == "that"
            case "oprd":
                return clause.oprd and (lemmas is None or not lemmas.isdisjoint(clause.predicates))
            case _:
                return bool(clause.predicates) if lemmas is None else not lemmas.isdisjoint(clause.predicates)

    def _any(self, tokens: Heads, words: Words | None) -> bool:
        if words is None:
            return bool(tokens)
        if words.denied:
            return bool(tokens) and all(self.fits(t, words) for t in tokens)
        return any(self.fits(t, words) for t in tokens)

    def fits(self, token: Token, words: Words) -> bool:
        """Whether a noun is one of the words or of their classes."""
        core = self.phrases.core(token)
        found = core.lemma.lower() in words.lemmas or core.lower in words.lemmas
        found = found or (core.ent == MONEY and "dollar" in words.lemmas)
        if not found:
            for name in words.open:
                found = found or self._open(core, name)
        return found != words.denied

    def _open(self, token: Token, name: str) -> bool:
        match name:
            case "@actor":
                return self.phrases.actor(token)
            case "@person":
                return self.phrases.person(token)
            case "@leader":
                return self.phrases.leader(token)
            case "@gpe":
                return self.phrases.place(token)
            case _:
                return True

    def joint(self, subjects: Heads) -> bool:
        """Whether the subject is more than one side: "A and B", "the two leaders", "they"."""
        if len(subjects) > 1:
            return True
        return any(t.tag in PLURAL or t.lower in {"they", "we", "both"} for t in subjects)

    def noun_holds(self, condition: Condition, noun: Token, preps: Preps, light: str | None, named: bool) -> bool:
        """Whether one alternative of a condition holds for an event noun; `light` is its light verb's lemma."""
        return any(all(self._noun_term(term, noun, preps, light, named) != term.denied for term in terms) for terms in condition)

    def _noun_term(self, term: Term, noun: Token, preps: Preps, light: str | None, named: bool) -> bool:
        match term.kind:
            case "light":
                return light is not None and (term.words is None or light in term.words.lemmas)
            case "actor":
                return named
            case "amod" | "compound" | "poss":
                return self._modified(noun, term)
            case "of" | "between" | "by":
                return self._any(preps.get(term.kind, ()), term.words)
            case "prep":
                return any(name in preps and self._any(preps[name], term.words) for name in term.preps)
            case _:
                return any(self.tokens[k].dep == "acl" and self._clausal(self.tokens[k]) for k in noun.kids)

    def _clausal(self, verb: Token) -> bool:
        """Whether a clause on a noun says what it is about: "to leave", "that it leave"."""
        kids = [self.tokens[k] for k in verb.kids]
        return any(k.tag == "TO" or (k.dep in {"mark", "nsubj"} and k.tag != "WDT") for k in kids)

    def _modified(self, noun: Token, term: Term) -> bool:
        words = term.words
        kids = (k for k in (self.tokens[k] for k in noun.kids) if k.dep in MODIFIED_BY[term.kind])
        return any(words is None or k.lower in words.lemmas or self.fits(k, words) for k in kids)

    def follow(self, paths: tuple[Path, ...], clause: Clause) -> Heads:
        """The heads of a participant of a clause: the first path that leads anywhere."""
        for path in paths:
            found = self._slot(path, clause)
            if path.words is not None:
                found = tuple(t for t in found if self.fits(t, path.words))
            if found:
                return found
        return ()

    def _slot(self, path: Path, clause: Clause) -> Heads:
        match path.slot:
            case "subj":
                return clause.subjects
            case "obj":
                return clause.objects
            case "dative":
                return clause.datives
            case "comp":
                return self.grammar.surface(clause.complement) if clause.complement is not None else ()
            case "none":
                return ()
            case name:
                return clause.preps.get(name, ())

    def noun_actor(self, paths: tuple[Path, ...], noun: Token, preps: Preps) -> Heads:
        """Who acts, as the noun's own phrase says."""
        for path in paths:
            found = self._noun_slot(path.slot, noun, preps)
            if path.words is not None:
                found = tuple(t for t in found if self.fits(t, path.words))
            if path.slot in {"by", "from", "of"}:
                found = tuple(t for t in found if self.phrases.involved(t))
            if found:
                return found
        return ()

    def _noun_slot(self, slot: str, noun: Token, preps: Preps) -> Heads:
        if slot == "self":
            return (noun,)
        if slot in {"poss", "amod", "compound"}:
            kids = (self.tokens[k] for k in noun.kids)
            return tuple(t for kid in kids if self._names(kid, slot) for t in self.grammar.expand(kid))
        return preps.get(slot, ())

    def _names(self, kid: Token, slot: str) -> bool:
        """Whether a modifier of that sort says who acts."""
        if kid.ent in CALENDAR:
            return False  # "Monday's attack"
        if slot == "poss":
            return kid.dep == "poss" and kid.lower not in {"its", "whose"} or (kid.dep == "poss" and self.phrases.actor(kid))
        if kid.dep not in MODIFIERS or (slot == "compound") != (kid.pos in {"NOUN", "PROPN"}):
            return False
        return kid.ent in ACTOR_ENTITIES or self.phrases.actor(kid)
