"""Verbs and nouns to drafts of events."""

from __future__ import annotations

import msgspec

from reportedly.knowledge.event_rows import event_classes
from reportedly.knowledge.event_words import EventFrame, EventWords
from reportedly.knowledge.plover import Plover
from reportedly.layers.events.clauses import Clause, Grammar
from reportedly.layers.events.conditions import Reader
from reportedly.layers.events.draft import COOPERATIVE, SAID, VIOLENT, Draft, Heads
from reportedly.layers.events.nominals import Nominals
from reportedly.layers.events.operators import Operators
from reportedly.layers.events.phrases import Phrases
from reportedly.model import EventType, Status
from reportedly.text import Parsed, Token

WILL = frozenset({"will", "'ll", "wo", "shall"})
WOULD = frozenset({"would", "'d"})
ANSWERS = frozenset({EventType.REJECT, EventType.CONCEDE})
CALENDAR = frozenset({"DATE", "TIME"})


class Drafter:
    """Drafts of one report."""

    def __init__(self, parsed: Parsed, grammar: Grammar, phrases: Phrases, words: EventWords, plover: Plover) -> None:
        self.parsed, self.tokens = parsed, parsed.tokens
        self.grammar, self.phrases, self.words, self.plover = grammar, phrases, words, plover
        self.reader = Reader(grammar, phrases)
        self.classes = event_classes()
        self.consumed: set[int] = set()  # triggers that became part of another event
        self.operators, self.nominals = Operators(self), Nominals(self)
        self._verbs: dict[int, tuple[Draft, ...]] = {}

    def all(self) -> list[Draft]:
        """The drafts of the report, in the order of their triggers."""
        for t in self.tokens:
            if (t.pos == "VERB" or t.pos == "ADJ") and self.may(t):
                self.verb(t)
        found = [d for drafts in self._verbs.values() for d in drafts]
        for t in self.tokens:
            if t.pos == "NOUN" and t.lemma in self.words.nouns and t.i not in self.consumed and t.dep not in {"compound", "npadvmod"}:
                found.extend(self.nominals.noun(t))
            elif t.tag == "MD" and (demand := self.operators.demand(t)) is not None:
                found.append(demand)
        return sorted((d for d in found if d.trigger.i not in self.consumed), key=lambda d: d.trigger.i)

    def may(self, t: Token) -> bool:
        """Whether a table has the verb or adjective."""
        lemma = t.lemma
        return lemma in self.words.verbs or lemma in self.words.light or (lemma, t.pos) in self.words.operators

    def verb(self, t: Token) -> tuple[Draft, ...]:
        """The events that a verb, or an adjective with its copula, tells of."""
        if (known := self._verbs.get(t.i)) is None:
            self._verbs[t.i] = ()  # a parse with a cycle would come back here
            known = self._verbs[t.i] = self._verb(t)
        return known

    def replace(self, t: Token, drafts: tuple[Draft, ...]) -> None:
        """Puts what became of a verb's drafts in their place."""
        self._verbs[t.i] = drafts

    def consume(self, drafts: tuple[Draft, ...]) -> None:
        """Drafts that became part of another are no events of their own."""
        self.consumed.update(d.trigger.i for d in drafts)

    def _verb(self, t: Token) -> tuple[Draft, ...]:
        clause = self.grammar.clause(t)
        found = self.operators.over(clause)
        if found is not None:
            return found
        if t.pos == "ADJ" or self._lasting(t):
            return ()
        if owner := self.grammar.misnamed(t):
            return tuple(msgspec.structs.replace(d.with_sides(owner, ()), status=Status.HAPPENED) for d in self._framed(clause))
        drafts = self._framed(clause, specific=True) or self.nominals.light(clause) or self._framed(clause)
        return tuple(self._modal(d, clause) for d in drafts)

    def _lasting(self, verb: Token) -> bool:
        """ "France, which supports the army": a tie that lasts, which the relations layer reads."""
        return verb.lemma in self.classes["lasting"] and verb.dep == "relcl" and verb.tag in {"VBZ", "VBP"}

    def _framed(self, clause: Clause, *, specific: bool = False) -> tuple[Draft, ...]:
        """The first frame that holds; a specific one names the words that its object must be."""
        for frame in self.words.verbs.get(clause.verb.lemma, ()):
            if frame.specific >= specific and self.reader.verb_holds(frame.when, clause):
                draft = self._draft(frame, clause)
                self.note(clause.verb, frame, self.words.verbs[clause.verb.lemma], draft is not None)
                return (draft,) if draft else ()
        return ()

    def note(self, word: Token, frame: EventFrame, frames: tuple[EventFrame, ...], stands: bool) -> None:
        """Take down which frame a word opens, and which of its frames were passed over."""
        if self.parsed.notes is None:
            return
        doubt = "" if stands else "; but its subject can do no such thing, so it is no event"
        self.parsed.notes.add(word.start, "event", f"{word.lemma!r} is {_named(frame)} by {frame.row}{doubt}")
        for other in frames:
            if other is not frame:
                self.parsed.notes.add(word.start, "event", f"considered: {_named(other)} by {other.row}")

    def _draft(self, frame: EventFrame, clause: Clause) -> Draft | None:
        actor = self.reader.follow(frame.actor, clause)
        recipient = self.reader.follow(frame.recipient, clause)
        recipient = tuple(t for t in recipient if not self.grammar.aside(recipient[0], t))
        if not self.acceptable(frame.type, actor):
            return None
        if frame.type in ANSWERS:  # "rejected the request": one event
            self.consumed.update(n.i for o in clause.objects if (n := self.grammar.core(o)).lemma in self.words.nouns)
        return Draft(frame.type, frame.mode, frame.cameo, clause.verb, clause.verb, actor, recipient, clause.preps)

    def acceptable(self, event_type: EventType, actor: Heads) -> bool:
        """Whether these can have done it: no storm, and for what only people do somebody who is named."""
        if any(a.ent in CALENDAR or a.dep == "expl" or self.phrases.core(a).lemma in self.classes["nature"] for a in actor):
            return False
        if not actor or event_type in VIOLENT or any(self.phrases.involved(a) for a in actor):
            return True
        cores = {self.phrases.core(a).lemma for a in actor}
        if event_type is EventType.AID:
            return bool(cores & self.classes["weapon"])  # "a plane brought rifles"
        return event_type in SAID and bool(cores & self.classes["document"])

    def _modal(self, draft: Draft, clause: Clause) -> Draft:
        """ "will meet" is an agreement to meet, "will not meet" a refusal, "will attack" a threat."""
        if not draft.actor or not self._future(clause.verb):
            return draft
        if any(self.tokens[k].dep == "neg" for k in clause.verb.kids):
            return self._done(draft, "refuse")
        if draft.type in COOPERATIVE:
            return draft.become(self.plover.under("agree", draft.type))
        return draft if clause.passive or not any(self.phrases.actor(a) for a in draft.actor) else self._done(draft, "vow")

    def _done(self, draft: Draft, effect: str) -> Draft:
        """What has happened by being said: a refusal, a threat."""
        result = self.plover.under(effect, draft.type)
        return draft if result is None else msgspec.structs.replace(draft.become(result), status=Status.HAPPENED)

    def _future(self, verb: Token) -> bool:
        """ "will go", "said it would go", the headline's "to go"."""
        headline = verb.dep == "ROOT" and verb.tag == "VB"
        for kid in self.parsed.children(verb, "aux"):
            if kid.lower in WILL or (kid.lower in WOULD and verb.dep == "ccomp") or (headline and kid.tag == "TO"):
                return True
        return False


def _named(frame: EventFrame) -> str:
    return " ".join(part for part in (frame.type.value, frame.mode, frame.cameo) if part)
