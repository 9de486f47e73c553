"""What a claim is about: its content words, whom it speaks of, and whose side its source is on."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from math import log

from reportedly.layers.base import Facts
from reportedly.model import Actor, ActorKind, Claim, Record, Stance, Words
from reportedly.text import Parsed, Token

_CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# Words that say that something was said or denied, not what.
_EMPTY = frozenset(
    "say tell be have do make take get go report statement comment question request claim allegation accusation charge suggestion "
    "deny denial "
    "email e-mail message call telephone phone interview word letter report story subject affair "
    "version account matter issue mr. mrs. ms. people man official".split()
)
_OFFICIAL = frozenset({"GOV", "MIL", "SPY", "COP", "JUD", "LEG"})
_NUMBER = re.compile(r"\d[\d,]*")


class Matter(Record, frozen=True, kw_only=True, dict=True):
    """A claim with what it is about.

    `speaks_of` and `side` hold actor ids and the codes of countries that act; `carries` is true where it only passes on
    another's claim that is listed itself.
    """

    claim: Claim
    number: int
    tokens: tuple[Token, ...]
    words: frozenset[str]
    speaks_of: frozenset[str]
    side: frozenset[str]
    carries: bool
    within_denial: bool

    @cached_property
    def paragraph(self) -> int:
        """The paragraph in which the claim is made."""
        return self.tokens[0].para if self.tokens else -1


class Matters:
    """The matters of all claims of a report, and how near two of them are."""

    def __init__(self, parsed: Parsed, facts: Facts) -> None:
        self._parsed, self._facts = parsed, facts
        self._outer = {c.via for c in facts.claims if c.via and c.stance in (Stance.ASSERTS, Stance.RELAYS)}
        self._denials = {c.id for c in facts.claims if c.stance is Stance.DENIES}
        self.all = tuple(self._matter(n, c) for n, c in enumerate(facts.claims))
        spread = Counter(w for m in self.all for w in m.words)
        self._tells = {w: log(1 + len(self.all) / n) for w, n in spread.items()}
        self._weights = [self._weight(m.words) for m in self.all]

    def nearness(self, one: Matter, other: Matter) -> float:
        """Shared content words, each the more telling the fewer claims hold it, over those of the smaller matter; 0 to 1."""
        shared = one.words & other.words
        least = min(self._weights[one.number], self._weights[other.number])
        return self._weight(shared) / least if shared and least else 0.0

    def _weight(self, words: frozenset[str]) -> float:
        return sum(self._tells[w] for w in sorted(words))

    def _matter(self, n: int, claim: Claim) -> Matter:
        tokens = self._tokens(claim.content) or self._tokens(claim.cue)
        content = [t for t in tokens if t.pos in _CONTENT_POS and t.lemma.lower() not in _EMPTY]
        return Matter(
            claim=claim,
            number=n,
            tokens=tokens,
            words=frozenset(t.lemma.lower() for t in content),
            speaks_of=self._speaks_of(claim.content),
            side=_side(self._facts.actor(claim.source.actor)),
            carries=claim.stance is Stance.RELAYS and claim.id in self._outer,
            within_denial=claim.via in self._denials,
        )

    def _tokens(self, words: Words) -> tuple[Token, ...]:
        return tuple(t for s in words.spans for t in self._parsed.tokens_in(s))

    def _speaks_of(self, content: Words) -> frozenset[str]:
        actors = {a.id: a for s in content.spans for a, _ in self._facts.mentions_in(s)}
        return frozenset(key for a in actors.values() for key in _side(a))


def _side(actor: Actor | None) -> frozenset[str]:
    """The actor, and its state where it acts for one."""
    if actor is None:
        return frozenset()
    official = actor.kind is ActorKind.COUNTRY or bool(_OFFICIAL & set(actor.roles))
    return frozenset({actor.id, actor.country} if official and actor.country else {actor.id})


def numbers(matter: Matter) -> dict[str, int]:
    """What is counted in a claim and how many, digits and number words: {"body": 12}."""
    found: dict[str, int] = {}
    by_index = {t.i: t for t in matter.tokens}
    for t in matter.tokens:
        if t.pos == "NUM" and (value := _value(t)) is not None and (counted := _counted(t, by_index)) is not None:
            found.setdefault(counted.lemma.lower(), value)
    return found


def _counted(number: Token, by_index: dict[int, Token]) -> Token | None:
    """The noun that a number counts: "twelve bodies", "three of its men"."""
    if number.dep == "nummod":
        return by_index.get(number.head)
    of = next((t for k in number.kids if (t := by_index.get(k)) is not None and t.lower == "of"), None)
    return next((t for k in of.kids if (t := by_index.get(k)) is not None and t.dep == "pobj"), None) if of else None


_WORDS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}


def _value(token: Token) -> int | None:
    if token.lower in _WORDS:
        return _WORDS[token.lower]
    return int(token.text.replace(",", "")) if _NUMBER.fullmatch(token.text) else None
