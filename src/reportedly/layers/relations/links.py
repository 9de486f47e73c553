"""Ties that a word says with its preposition: "loyal to", "allied with", "at war with", "belongs to", "based in"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.knowledge.relations import RelationWords, Tie
from reportedly.layers.relations.draft import Draft
from reportedly.layers.relations.verbs import BODIES, Verbs
from reportedly.model import ActorKind, RelationType
from reportedly.text import Parsed, Token

R = RelationType
NOUNS = frozenset({"NOUN", "PROPN"})


class Links:
    """Reads the words with prepositions of one report."""

    def __init__(self, parsed: Parsed, verbs: Verbs, words: RelationWords) -> None:
        self.parsed, self.tokens, self.verbs, self.words = parsed, parsed.tokens, verbs, words.ties["link"]

    def read(self, t: Token) -> Iterator[Draft]:
        """The tie that a verb, adjective or noun says with its preposition."""
        for tie in self.words.get(t.lower) or self.words.get(t.lemma) or ():
            at_war = "war" in tie.traits
            above = self.parsed.head(self.parsed.head(t))  # parses hang "with" on the verb as often as on "war"
            done = self.verbs.clauses.after((t, above) if at_war else (t,), tie.links)
            if done is None or ("lasting" in tie.traits and not self.verbs.goes_on(t)):
                continue
            doer = self._at_war(t) if at_war else self._linked(t)
            if doer is not None:
                verb = above if at_war else self.parsed.head(t) if t.dep == "acomp" else t
                yield from self._ties(t, verb, tie, doer, done)
            return

    def _at_war(self, t: Token) -> Token | None:
        """Who is at war."""
        at = self.parsed.head(t)
        above = self.parsed.head(at)
        if at.lower != "at":
            return None
        return above if above.pos in NOUNS else self.verbs.clauses.subject(above)

    def _linked(self, t: Token) -> Token | None:
        """Who is loyal or allied."""
        governor = self.parsed.head(t)
        if t.dep == "acomp":
            return self.verbs.clauses.subject(governor) or (self.parsed.head(governor) if governor.dep == "acl" else None)
        if t.pos == "ADJ" or (t.tag == "VBN" and t.dep in ("acl", "amod")):
            return governor if t.dep in ("amod", "acl", "relcl", "appos") and governor.i < t.i else None
        if t.pos == "VERB":
            return self.verbs.clauses.patient(t) or self.verbs.clauses.subject(t)
        return None

    def _ties(self, t: Token, verb: Token, tie: Tie, doer: Token, done: Token) -> Iterator[Draft]:
        if tie.type is R.LOCATED_IN:
            yield from self._located(verb, tie, doer, done)
            return
        for draft in self.verbs.pairs(verb, tie, doer, done):
            # "A person close to" describes a source; only a body that is said to be close to another is tied to it.
            if "predicated" not in tie.traits or (t.dep == "acomp" and draft.subject.kind in BODIES):
                yield draft

    def _located(self, verb: Token, tie: Tie, doer: Token, done: Token) -> Iterator[Draft]:
        """A body and the place where it is; a country that is an actor of the report keeps its id."""
        sides, lands = self.verbs.sides, self.verbs.lands
        if not lands.named(done):
            return
        state = sides.at(done)
        place = state if state and state.kind is ActorKind.COUNTRY else lands.side(done)
        status = self.verbs.standing.of_verb(verb)
        for subject in sides.all(doer):
            if subject.id and subject.kind is not ActorKind.PERSON and place.first >= 0:
                first, last = min(verb.i, place.first), max(verb.i, place.last)
                yield Draft(type=tie.type, subject=subject, object=place, first=first, last=last, status=status)
