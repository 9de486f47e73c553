"""Whose leader, spokesman or brother somebody is: possessors, prepositions, words before the noun, the own country."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.knowledge.actor_nouns import actor_nouns
from reportedly.knowledge.relations import RelationWords, Tie
from reportedly.layers.relations.phrases import Phrase
from reportedly.layers.relations.sides import INDEFINITE, Side, Sides
from reportedly.model import ActorKind, RelationType
from reportedly.text import Parsed, Token

R = RelationType
GROUPS = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP})
VAGUE = frozenset({R.MEMBER_OF, R.PART_OF, R.LEADS, R.KNOWS, R.SUPPORTS, R.ALLIED_WITH})  # "its members" are nobody
# "Y ally" is one of a person's allies, but "Turkish ally" is Turkey: which sorts of owner may stand before such a noun.
PERSON = frozenset({ActorKind.PERSON})
BEFORE = {R.ALLIED_WITH: PERSON, R.RIVAL_OF: PERSON, R.OPPOSES: PERSON, R.KNOWS: PERSON, R.FAMILY_OF: PERSON, R.SUPPORTS: PERSON | GROUPS}


class Owners:
    """Finds the other side of a tie noun."""

    def __init__(self, parsed: Parsed, sides: Sides, words: RelationWords) -> None:
        self.parsed, self.tokens, self.sides, self.lists = parsed, parsed.tokens, sides, words.lists
        self.actor_nouns = actor_nouns()

    def of(self, phrase: Phrase, tie: Tie) -> list[Side]:
        """The owners of a tie noun; a body named before it goes before a possessor: "Y's Foreign Ministry spokesman"."""
        within = self._within(phrase, tie)
        nearest = [within] if within and within.kind is not ActorKind.COUNTRY else []
        found = nearest or self._possessors(phrase) or self._after(phrase, tie) or ([within] if within else [])
        if not found and phrase.subject.named and self._means_own_country(phrase, tie):
            own = self.sides.own_country(phrase.subject.id)
            found = [own] if own else []
        if tie.type in VAGUE and phrase.head.tag == "NNS" and not self._counted(phrase.head) and any(map(self._is_pronoun, found)):
            return []
        return [s for s in found if self._known(s) and (s.id is None or s.id != phrase.subject.id) and not self._own_word(s, phrase)]

    def _own_word(self, side: Side, phrase: Phrase) -> bool:
        """The "state" in "secretary of state" is no owner."""
        return phrase.first < side.first <= phrase.last

    def _counted(self, t: Token) -> bool:
        """ "Two of its officers" are some whom the report knows."""
        of = self.parsed.head(t)
        whole = self.parsed.head(of)
        return t.dep == "pobj" and of.lower == "of" and (whole.tag == "CD" or whole.lower in INDEFINITE)

    def _is_pronoun(self, side: Side) -> bool:
        return side.first >= 0 and self.tokens[side.first].tag == "PRP$"

    def _known(self, side: Side) -> bool:
        """Whether a side is an actor, a name, or a definite description of a body or a territory."""
        if side.id or side.named:
            return True
        head, before = self.tokens[side.last], self.tokens[max(0, side.first - 1)]
        return before.lower not in INDEFINITE and bool({head.lower, head.lemma} & (self.lists["body"] | self.lists["territory"]))

    def _possessors(self, phrase: Phrase) -> list[Side]:
        for head in phrase.heads:
            if (poss := self.parsed.child(head, "poss")) and poss.i < phrase.first:
                return [*self.sides.all(poss)]
        return []

    def _after(self, phrase: Phrase, tie: Tie) -> list[Side]:
        """What "of", "for" or another preposition of the tie leads to."""
        for head in phrase.heads:
            for prep in self.parsed.children(head, "prep"):
                noun = self.parsed.child(prep, "pobj")
                if noun and prep.i > phrase.last and prep.lower in tie.links and (prep.lower != "in" or self._is_body(noun)):
                    return [*self.sides.all(noun)]
        return []

    def _is_body(self, noun: Token) -> bool:
        """Whether "in" leads to a body of people rather than to a place."""
        found = self.sides.mention(noun)
        return found is not None and found[0].kind in GROUPS

    def _within(self, phrase: Phrase, tie: Tie) -> Side | None:
        """The actor or the country's adjective among the words before the noun, as far as a possessor."""
        found = None if "unit" in tie.traits else next(self._words_before(phrase, tie), None)
        return None if found and tie.type in BEFORE and found.kind not in BEFORE[tie.type] else found

    def _words_before(self, phrase: Phrase, tie: Tie) -> Iterator[Side]:
        body: Token | None = None  # "army" in "the Ruritanian army spokesman"
        for k in range(phrase.first - 1, phrase.left - 1, -1):
            t = self.tokens[k]
            if t.tag in {"POS", "PRP$"}:
                break
            side = self._mention_before(t, phrase) or self.sides.nation(k, k)
            place = t.pos == "PROPN" and (t.start in self.sides.places or t.ent == "GPE")
            if place and body is None and tie.type is not R.LEADS and not (side and side.kind is ActorKind.COUNTRY):
                return  # "a Leeds lawyer" is a lawyer in Leeds
            if side or place:
                yield side if side and body is None else self.sides.described(k, body or t)
                return
            noun = self.actor_nouns.get(t.lower)
            if body is None and noun and noun.kind is ActorKind.ORGANISATION and t.lower not in self.lists["state"]:
                body = t
        if body and self.tokens[phrase.last].tag not in ("NNS", "NNPS"):
            yield self.sides.described(body.i, body)

    def _mention_before(self, t: Token, phrase: Phrase) -> Side | None:
        found = self.sides.facts.mention_at(t.start)
        whole = found and self.tokens[phrase.left].start <= found[1].start and found[1].end <= self.tokens[phrase.first].start
        return self.sides.of(*found) if found and whole else None

    def _means_own_country(self, phrase: Phrase, tie: Tie) -> bool:
        """Whether the tie is to the actor's own country: "President X", "the presidential spokesman"."""
        if "state" in tie.traits:
            return phrase.title is not None
        if "cabinet" in tie.traits:
            return phrase.title is not None or phrase.head.tag in ("NN", "NNP")
        return tie.type is R.REPRESENTS and phrase.first > 0 and self.tokens[phrase.first - 1].lower in self.lists["state"]
