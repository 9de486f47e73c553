"""Events that a noun names: by itself ("the army's shelling of the town") or under a light verb ("held talks with")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.knowledge.event_words import EventFrame, LightVerb
from reportedly.layers.events.clauses import Clause
from reportedly.layers.events.draft import VIOLENT, Draft, Heads, Preps
from reportedly.model import EventType
from reportedly.text import Parsed, Token

if TYPE_CHECKING:
    from reportedly.layers.events.drafting import Drafter

NOUN_PREPS = ("on", "in", "for", "into", "to", "with")  # "went on strike", "is in talks", "called for sanctions"
BLAMED_PREPS = frozenset({"of", "for", "over", "in"})
LAID = ("on", "upon", "to")
CALENDAR = frozenset({"DATE", "TIME"})
BEING_DANGEROUS = frozenset("be constitute pose represent remain become present".split())


def is_state_of_danger(parsed: Parsed, noun: Token) -> bool:
    """Whether "threat" names what is dangerous, and no threat that anybody made: "is a threat to peace", "poses a threat"."""
    if noun.lemma != "threat":
        return False
    top = noun
    while top.dep == "pobj" and top.head != top.i and parsed.head(parsed.head(top)).pos in {"NOUN", "NUM"}:
        top = parsed.head(parsed.head(top))  # "one of the most serious threats"
    return top.dep in {"attr", "dobj"} and parsed.head(top).lemma in BEING_DANGEROUS


class Nominals:
    """Drafts of event nouns."""

    def __init__(self, drafter: Drafter) -> None:
        self.drafter, self.tokens, self.parsed = drafter, drafter.tokens, drafter.parsed
        self.grammar, self.phrases, self.words, self.plover = drafter.grammar, drafter.phrases, drafter.words, drafter.plover
        self.reader, self.classes = drafter.reader, drafter.classes
        self._taken: set[int] = set()  # nouns that a light verb has made an event of

    def light(self, clause: Clause) -> tuple[Draft, ...]:
        """The events that a verb's objects name: "held talks", "imposed sanctions and a curfew", "went on strike"."""
        verbs = self._light_verbs(clause)
        if not verbs:
            return ()
        found: list[Draft] = []
        for top in self._objects(clause):
            noun = self.grammar.core(top)
            if noun.pos == "NOUN" and noun.lemma in self.words.nouns and noun.i not in self.drafter.consumed | self._taken:
                found.extend(self._lit(clause, verbs, top, noun))
        return tuple(found)

    def _light_verbs(self, clause: Clause) -> tuple[LightVerb, ...]:
        """The readings of a verb, or of a verb with its particle ("call_off")."""
        lemma = clause.verb.lemma
        phrasal = (self.words.light.get(f"{lemma}_{particle}") for particle in sorted(clause.particles))
        if (found := next((p for p in phrasal if p), None)) is not None:
            return found
        named = lemma == "call" and "for" not in clause.preps  # "called the strike a success"
        return () if named else self.words.light.get(lemma, ())

    def _objects(self, clause: Clause) -> Heads:
        asked = clause.preps.get("for", ()) if clause.verb.lemma in self.classes["asking_for"] else ()
        if clause.objects and not (asked and asked[0].i < clause.objects[0].i):
            return clause.objects
        return tuple(t for name in NOUN_PREPS for t in clause.preps.get(name, ()) if t.lemma in self.words.nouns)

    def _lit(self, clause: Clause, verbs: tuple[LightVerb, ...], top: Token, noun: Token) -> tuple[Draft, ...]:
        """What a light verb makes of one event noun."""
        preps = self.grammar.prepositions(*dict.fromkeys((top, noun)))
        merged = {**clause.preps, **preps}
        frame = self._frame(noun, merged, clause.verb.lemma)
        light = next((v for v in verbs if not v.types or frame.type.value in v.types), None) if frame is not None else None
        if frame is None or light is None or light.effect == "none":
            return ()
        if not clause.objects and light.effect not in {"do", "ask"}:
            return ()  # "left for talks" ends none
        own = self.reader.noun_actor(frame.actor, noun, preps)
        actor, recipient = clause.subjects, self._recipient(frame, merged, clause, top)
        if light.effect == "undergo":
            actor, recipient = merged.get("from", ()) or merged.get("by", ()) or own, clause.subjects
        if not self.drafter.acceptable(frame.type, actor):
            return ()
        sides = actor or own, tuple(t for t in recipient if t not in actor)
        draft = Draft(frame.type, frame.mode, frame.cameo, noun, clause.verb, *sides, merged, of=clause.verb)
        if self.parsed.notes is not None:
            self.parsed.notes.add(noun.start, "event", f"the light verb {clause.verb.lemma!r} makes of it: {light.effect}")
        if light.effect in {"do", "undergo"}:
            self._taken.add(noun.i)
            return (draft,)
        return self._turned(light.effect, draft, clause, own)

    def _turned(self, effect: str, draft: Draft, clause: Clause, own: Heads) -> tuple[Draft, ...]:
        """A light verb that does something else than carry the act out: lifts it, asks for it, refuses it."""
        result = self.plover.under("request" if effect == "ask" else effect, draft.type)
        if effect != "ask":
            self.drafter.consumed.add(draft.trigger.i)
        if result is None:
            return ()
        recipient = draft.recipient
        if effect == "ask" and draft.type is not EventType.SANCTION:
            recipient = clause.preps.get("on", ()) or own or recipient
        elif effect == "refuse":
            recipient = recipient or own
        recipient = tuple(t for t in recipient if t not in draft.actor)
        return (draft.become(result).with_sides(draft.actor, recipient, trigger=clause.verb),)

    def _frame(self, noun: Token, preps: Preps, light: str | None) -> EventFrame | None:
        for frame in self.words.nouns.get(noun.lemma, ()):
            named = bool(self.reader.noun_actor(frame.actor, noun, preps))
            if self.reader.noun_holds(frame.when, noun, preps, light, named):
                self.drafter.note(noun, frame, self.words.nouns[noun.lemma], stands=True)
                return frame
        return None

    def _recipient(self, frame: EventFrame, preps: Preps, clause: Clause | None, noun: Token) -> Heads:
        """The first path of a frame that leads to somebody or something else than the noun and the calendar."""
        for path in frame.recipient:
            here = self._slot(path.slot, preps, clause, noun)
            if found := tuple(t for t in here if t.ent not in CALENDAR and noun is not t and noun is not self.grammar.core(t)):
                return found
        return ()

    def _slot(self, slot: str, preps: Preps, clause: Clause | None, noun: Token) -> Heads:
        match slot:
            case "poss":
                return tuple(t for t in self.parsed.children(noun, "poss") if t.lower not in {"its", "their"})
            case "dative":
                return clause.datives if clause is not None else ()
            case "comp":
                return tuple(s for k in self.parsed.children(noun, "acl") for s in self.grammar.surface(k) if s.i > noun.i)
            case _:
                return preps.get(slot, ())

    def noun(self, noun: Token) -> tuple[Draft, ...]:
        """The event that a noun tells of by itself: "the army's shelling of the town", "talks between the two"."""
        if noun.i in self._taken or is_state_of_danger(self.parsed, noun):
            return ()
        top = self._counted(noun)
        preps = self.grammar.prepositions(*dict.fromkeys((noun, top)))
        frame = self._frame(noun, preps, None)
        if frame is None:
            return ()
        actor, recipient = self._sides(frame, noun, top, preps)
        if not (actor or recipient or self._occurs(top, frame.type)) or not self.drafter.acceptable(frame.type, actor):
            return ()
        return (Draft(frame.type, frame.mode, frame.cameo, noun, None, actor, recipient, preps),)

    def _sides(self, frame: EventFrame, noun: Token, top: Token, preps: Preps) -> tuple[Heads, Heads]:
        """Who stands on either side, by the noun's phrase, a clause upon it, or who is blamed for it."""
        actor = self._laid_on(top) or self.reader.noun_actor(frame.actor, noun, preps) or self.reader.noun_actor(frame.actor, top, preps)
        recipient = tuple(t for t in self._recipient(frame, preps, None, noun) if t not in actor and t is not top)
        if (clause := self._carrier(top)) is not None:
            actor = clause.subjects or actor
            recipient = recipient or self._recipient(frame, clause.preps, clause, noun)
        return actor or self._blamed(top), recipient

    def _carrier(self, noun: Token) -> Clause | None:
        """A clause on the noun whose light verb it is the object of: "the sanctions that it imposed", "an attack launched by"."""
        for verb in self.parsed.children(noun, "relcl", "acl"):
            if any(v.effect == "do" for v in self.words.light.get(verb.lemma, ())) and verb.pos == "VERB":
                clause = self.grammar.clause(verb)
                return clause if noun in clause.objects else None
        return None

    def _occurs(self, noun: Token, event_type: EventType) -> bool:
        """ "no such meeting had taken place", "there was no shooting", "two days of rioting left"."""
        verb = self.tokens[noun.head]
        if noun.dep == "nsubj" and verb.pos == "VERB":
            return event_type in VIOLENT or verb.lemma in self.classes["occurrence"]
        return noun.dep == "attr" and self.parsed.child(verb, "expl") is not None

    def _blamed(self, noun: Token) -> Heads:
        """Who is said to be behind an event: "accused rebels of the attack", "responsible for", "a role in"."""
        prep = self.tokens[noun.head]
        holder = self.tokens[prep.head]
        if noun.dep != "pobj" or prep.lower not in BLAMED_PREPS:
            return ()
        found: Heads = ()
        if holder.pos == "VERB" and holder.lemma in self.classes["blame"]:
            found = self.grammar.clause(holder).objects
        elif holder.lemma in self.classes["guilt"] and holder.pos in {"ADJ", "NOUN"}:
            verb = self.tokens[holder.head]
            found = tuple(self.parsed.children(holder, "poss")) or (self.grammar.surface(verb) if verb.pos in {"VERB", "AUX"} else ())
        return tuple(t for t in found if self.phrases.involved(t) and not any(k.lower == "no" for k in self.parsed.children(t, "det")))

    def _laid_on(self, noun: Token) -> Heads:
        """Whom an act is laid on, also where the parse has it done to them: "blamed the attack on the rebels"."""
        above = [self.parsed.head(noun)] if noun.dep in {"dobj", "nsubjpass"} else self.parsed.children(noun, "relcl", "acl")
        for verb in (v for v in above if v.lemma in self.classes["laying_blame"] and v.pos == "VERB"):
            clause = self.grammar.clause(verb)
            if noun in clause.objects:
                return next((clause.preps[name] for name in LAID if clause.preps.get(name)), ())
        return ()

    def _counted(self, noun: Token) -> Token:
        """The quantity that an event noun stands under ("a series of attacks"), else the noun."""
        prep = self.tokens[noun.head]
        if noun.dep == "pobj" and prep.lower == "of" and (top := self.tokens[prep.head]).pos == "NOUN" and self.grammar.core(top) is noun:
            return top
        return noun
