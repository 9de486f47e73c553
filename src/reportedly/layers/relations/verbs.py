"""Ties that verbs say: "which X leads", "led by X", "supports", "controls the east", "imposed sanctions on"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.knowledge.relations import RelationWords, Tie
from reportedly.layers.relations.clauses import Clauses
from reportedly.layers.relations.draft import Draft, Standing
from reportedly.layers.relations.lands import Lands
from reportedly.layers.relations.sides import Side, Sides
from reportedly.model import ActorKind, RelationType, Status
from reportedly.text import Parsed, Token

R = RelationType
GROUPS = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP})
BODIES = GROUPS | {ActorKind.COUNTRY}
FITTING = {"organisation": GROUPS, "person": frozenset({ActorKind.PERSON})}  # what a trait asks of the object


class Verbs:
    """Reads the verbs of one report."""

    def __init__(self, parsed: Parsed, sides: Sides, standing: Standing, words: RelationWords) -> None:
        self.parsed, self.tokens, self.sides, self.standing = parsed, parsed.tokens, sides, standing
        self.clauses, self.lands = Clauses(parsed), Lands(parsed, sides, words)
        self.verbs, self.phrases, self.light, self.bodies = words.ties["verb"], words.ties["phrase"], words.light, words.lists["body"]

    def read(self, t: Token) -> Iterator[Draft]:
        """The ties that a verb says with its subject and object."""
        if (t.pos != "VERB" and not self.clauses.mistaken(t)) or t.dep in ("aux", "compound"):
            return
        if senses := self.verbs.get(t.lemma):
            yield from self._verb(t, senses)
        if t.lemma in self.light:
            yield from self._phrase(t)

    def _verb(self, verb: Token, senses: tuple[Tie, ...]) -> Iterator[Draft]:
        """The first sense that fits subject and object."""
        patient = self.clauses.patient(verb)
        doer = self.clauses.agent(verb) if patient else self.clauses.subject(verb)
        done = patient or self.clauses.object(verb)
        if doer is None or done is None:
            return
        for tie in senses:
            if (patient and tie.type is R.MEMBER_OF) or ("lasting" in tie.traits and not self.goes_on(verb)):
                continue  # "was joined by" makes nobody a member
            if drafts := [*self.pairs(verb, tie, doer, done)]:
                yield from drafts
                return

    def _phrase(self, verb: Token) -> Iterator[Draft]:
        noun = self.parsed.child(verb, "dobj", "nsubjpass")
        if noun is None:
            return
        doer = self.clauses.subject(verb) if noun.dep == "dobj" else self.clauses.agent(verb)
        for tie in self.phrases.get(f"{verb.lemma} {noun.lemma}", ()):
            if doer and (done := self.clauses.after((noun, verb), tie.links)):
                yield from self.pairs(verb, tie, doer, done)

    def goes_on(self, verb: Token) -> bool:
        """Whether a fight is a state of war: progressive, perfect, or since a time."""
        aux = {k.lower for k in self.parsed.children(verb, "aux")}
        if verb.tag == "VBG":
            return bool(aux) or verb.dep == "acl"
        return bool(aux & {"has", "have"}) or any(p.lower == "since" for p in self.parsed.children(verb, "prep"))

    def pairs(self, verb: Token, tie: Tie, doer: Token, done: Token) -> Iterator[Draft]:
        """A draft for each subject and object of a verb."""
        status = self.standing.of_verb(verb, lasting="result" in tie.traits or tie.type is R.MEMBER_OF)
        start, end = self.standing.duration(verb)
        if status is Status.ONGOING and (end or "ends" in tie.traits):
            status = Status.HAPPENED
        things = [*self._things(tie, done)]
        for subject in self.sides.all(doer):
            for thing in things:
                if self._fits(tie, subject, thing):
                    one, other = (thing, subject) if "reversed" in tie.traits else (subject, thing)
                    first, last = self._evidence(verb, subject, thing)
                    yield Draft(type=tie.type, subject=one, object=other, first=first, last=last, status=status, start=start, end=end)

    def _evidence(self, verb: Token, subject: Side, thing: Side) -> tuple[int, int]:
        """From the verb to its object, or the whole stretch where the object stands first."""
        parts = [verb.i, *(i for i in (thing.first, thing.last) if i >= 0 and self.tokens[i].sent == verb.sent)]
        if min(parts) < verb.i:
            parts += [i for i in (subject.first, subject.last) if i >= 0 and self.tokens[i].sent == verb.sent]
        parts += [k.i for k in self.parsed.children(verb, "neg") if k.i < verb.i]
        return min(parts), max(parts)

    def _things(self, tie: Tie, done: Token) -> Iterator[Side]:
        """The objects that the tie can have; to oppose somebody's plan is to oppose them."""
        if "territory" in tie.traits:
            if self.lands.holds(done):
                yield self.lands.side(done)
            return
        for side in self.sides.all(done):
            if side.id or (tie.type is R.LEADS and side.first >= 0 and self.tokens[side.last].lemma in self.bodies):
                yield side
            elif tie.type is R.OPPOSES and (poss := self.parsed.child(done, "poss")):
                yield from (s for s in self.sides.all(poss) if s.id)

    def _fits(self, tie: Tie, subject: Side, thing: Side) -> bool:
        if (subject.id or subject.text) == (thing.id or thing.text) or not (subject.id or thing.id):
            return False
        if "territory" in tie.traits:
            return subject.id is not None
        if any(trait in tie.traits and thing.kind not in kinds for trait, kinds in FITTING.items()):
            return False
        if tie.type is R.LEADS:
            return thing.kind in BODIES or thing.id is None
        if tie.type is R.AT_WAR_WITH and not (subject.kind in BODIES and thing.kind in BODIES):
            return False
        return subject.id is not None or subject.named
