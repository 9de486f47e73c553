"""Ties that nouns say: "commander of the brigade", "Y's spokeswoman X", "President X", "a rival of Y", "his brother"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.knowledge.relations import RelationWords, Tie
from reportedly.layers.relations.draft import Draft, Standing
from reportedly.layers.relations.owners import BEFORE, GROUPS, Owners
from reportedly.layers.relations.phrases import Phrase, Phrases
from reportedly.layers.relations.sides import INDEFINITE, PEOPLE, Side, Sides
from reportedly.model import ActorKind, RelationType, Status
from reportedly.text import Parsed, Token

R = RelationType
MANY = frozenset({ActorKind.GROUP, ActorKind.POPULATION})
PLURAL = frozenset({"NNS", "NNPS"})


class Nouns:
    """Reads the nouns of one report."""

    def __init__(self, parsed: Parsed, sides: Sides, standing: Standing, words: RelationWords) -> None:
        self.parsed, self.tokens, self.standing, self.words = parsed, parsed.tokens, standing, words
        self.phrases, self.owners = Phrases(parsed, sides, words), Owners(parsed, sides, words)
        self.ends = words.ends

    def read(self, t: Token) -> Iterator[Draft]:
        """The ties that a noun says."""
        phrase = self.phrases.at(t)
        if phrase is None or phrase.before & self.words.ties["opposition"].keys():
            return
        status = self.standing.of_noun(phrase.head, phrase.before)
        if status is None:
            return
        for tie in phrase.ties:
            if phrase.title is None or "plain" not in tie.traits:
                yield from self._tie(phrase, tie, status)

    def _tie(self, phrase: Phrase, tie: Tie, status: Status) -> Iterator[Draft]:
        head = phrase.head
        start, end = self.standing.duration(self.parsed.head(head) if head.dep == "attr" else head)
        if end and status is Status.ONGOING:
            status = Status.HAPPENED
        for owner in self.owners.of(phrase, tie):
            kind = self._type(phrase, tie, owner)
            if kind is not None and (owner.id or phrase.subject.id):
                first, last = self._evidence(phrase, owner)
                yield Draft(
                    type=kind, subject=phrase.subject, object=owner, first=first, last=last, status=status,
                    start=start, end=end, implied=owner.first < 0,
                )  # fmt: skip

    def _evidence(self, phrase: Phrase, owner: Side) -> tuple[int, int]:
        """From the owner to the noun, or the name with its title; the noun alone where the owner stands elsewhere."""
        parts = [phrase.first, phrase.last]
        if owner.first >= 0:
            parts += [owner.first, owner.last]
        if phrase.title is not None:
            parts += [phrase.subject.first, phrase.subject.last]
        here = [k for k in parts if self.tokens[k].sent == phrase.head.sent]
        return min(here), max(here)

    def _type(self, phrase: Phrase, tie: Tie, owner: Side) -> RelationType | None:
        """What the noun says of these two; None where it says nothing of such an owner."""
        if tie.type is R.LEADS:
            return self._leading(phrase, tie, owner)
        if tie.type in (R.MEMBER_OF, R.PART_OF):
            return self._belonging(phrase, tie, owner)
        if "aide" in tie.traits:
            return None if owner.kind is None else R.REPRESENTS if owner.kind is ActorKind.PERSON else R.MEMBER_OF
        if owner.id is None and tie.type in BEFORE or "office" in tie.traits and owner.kind not in MANY:
            return None
        return None if tie.type is R.FAMILY_OF and owner.kind in (ActorKind.COUNTRY, ActorKind.ORGANISATION) else tie.type

    def _leading(self, phrase: Phrase, tie: Tie, owner: Side) -> RelationType | None:
        """Who leads a part of a body, or is one leader of several, is a member of it."""
        if owner.kind in PEOPLE or (owner.kind is ActorKind.COUNTRY and not tie.traits & {"state", "land"}):
            return None
        one_of_several = bool(phrase.before & INDEFINITE) and phrase.head.tag not in PLURAL
        return R.MEMBER_OF if one_of_several or phrase.before & self.words.lists["lower"] or self._partly(phrase, owner) else R.LEADS

    def _partly(self, phrase: Phrase, owner: Side) -> bool:
        """ "Y's technology chief", "Y's chief of operations" lead a part of Y."""
        if not 0 <= owner.last < phrase.first or self.parsed.child(phrase.head, "poss") is None:
            return False
        before, of = self.tokens[phrase.first - 1], self.parsed.child(phrase.head, "prep")
        noun = before.dep == "compound" and before.pos == "NOUN" and before.i > owner.last
        return noun or (of is not None and of.lower == "of")

    def _belonging(self, phrase: Phrase, tie: Tie, owner: Side) -> RelationType | None:
        """Persons are members, bodies and bands of people are parts."""
        person = phrase.subject.kind is ActorKind.PERSON
        if "cabinet" in tie.traits:
            return tie.type if owner.kind in GROUPS or owner.kind is ActorKind.COUNTRY else None
        if "unit" in tie.traits:
            part = phrase.head.lemma == "part"  # of a state too, or of what the actors layer takes for a person: "the guard"
            if owner.id is None or not (part or owner.kind in GROUPS):
                return None
            return R.MEMBER_OF if part and person else R.PART_OF
        if owner.kind not in GROUPS or ("one" in tie.traits and not person):
            return None
        return R.MEMBER_OF if "group" in tie.traits and phrase.subject.kind is ActorKind.PERSON else tie.type
