"""What a claim is about: its words by their roots, whom it speaks of, whose side its source is on, and where it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

from reportedly.layers.base import Facts
from reportedly.layers.disputes.deeds import tells_of_deed
from reportedly.layers.disputes.roots import MATTER, lemma, matters_of, root
from reportedly.layers.heard import UNLIKELY, Heard, odds, parts_of
from reportedly.model import Actor, ActorKind, Claim, DisputeKind, Record, SourceKind, Span, Words
from reportedly.text import Parsed, Token

if TYPE_CHECKING:
    from reportedly.knowledge.heads import Array

_CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_NAMING_POS = frozenset({"NOUN", "PROPN"})
_TELLING_POS = _NAMING_POS | {"VERB"}
_ACTOR_POS = _NAMING_POS | {"PRON"}
# Words that say that something was said or denied, not what.
EMPTY = frozenset(
    "say tell be have do make take get go give report statement comment question request claim allegation accusation charge suggestion "
    "deny denial e-mail email message call telephone phone interview word letter story subject affair query time day year week month "
    "version account matter issue mr. mrs. ms. mr ms mrs people man official spokesman spokeswoman other such one thing".split()
)
_OFFICIAL = frozenset({"GOV", "MIL", "SPY", "COP", "JUD", "LEG"})
_SPEAKS_FOR = frozenset({SourceKind.NAMED_OFFICIAL, SourceKind.GOVERNMENT})
_NEGATIVES = frozenset("no not n't never none nobody nothing neither nor without nowhere hardly".split())
KINDRED = 0.5  # what a shared matter counts beside a shared word; 0.3 to 0.8 changed F1 by less than 0.01


class Matter(Record, frozen=True, kw_only=True, dict=True, gc=True):
    """A claim with what it is about.

    `speaks_of` and `side` hold actor ids and the codes of countries that act; `side_words` are the nouns by which the
    source is called; `around` are the words and actors of its sentence beside cue and source; `within` are the ids of the
    claims that it is nested in; it `alleges` where it says what somebody did, or accuses.
    """

    claim: Claim
    number: int
    cue: tuple[Token, ...]
    tokens: tuple[Token, ...]
    words: frozenset[str]
    names: frozenset[str]
    speaks_of: frozenset[str]
    side: frozenset[str]
    side_words: frozenset[str]
    source_tokens: tuple[Token, ...]
    around: frozenset[str]
    within: tuple[str, ...]
    heading: bool
    alleges: bool

    @property
    def id(self) -> str:
        return self.claim.id

    @cached_property
    def first(self) -> Token | None:
        """Where the claim is made: its cue, or else its content."""
        return next(iter(self.cue or self.tokens), None)

    @cached_property
    def paragraph(self) -> int:
        return self.first.para if self.first else -1

    @cached_property
    def sentence(self) -> int:
        return self.first.sent if self.first else -1

    @cached_property
    def cue_lemmas(self) -> frozenset[str]:
        return frozenset(lemma(t) for t in self.cue)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        return frozenset(lemma(t) for t in self.tokens)

    @cached_property
    def weight_of_own(self) -> int:
        """How many words of its own it has to say what it is about."""
        return sum(w[0] != MATTER for w in self.words) if self.tokens else 0

    @cached_property
    def names_of_source(self) -> frozenset[str]:
        """The names by which the source is called, apart from those who saw or wrote it."""
        return frozenset(t.lower for t in self.source_tokens[:1] if t.pos == "PROPN")

    @cached_property
    def things(self) -> frozenset[str]:
        """The roots of its nouns and names."""
        return frozenset(root(lemma(t)) for t in self.tokens if t.pos in _NAMING_POS and lemma(t) not in EMPTY)

    @cached_property
    def root_verbs(self) -> frozenset[str]:
        """The roots of its verbs that say what was done."""
        return frozenset(root(lemma(t)) for t in self.tokens if t.pos == "VERB" and lemma(t) not in EMPTY)

    @cached_property
    def negative(self) -> bool:
        """Whether its content says that something is not so."""
        return any(t.lower in _NEGATIVES for t in self.tokens)


class Matters:
    """The matters of all claims of a report, and how near two of them are."""

    def __init__(self, parsed: Parsed, facts: Facts) -> None:
        self._parsed, self._facts = parsed, facts
        self.all = tuple(self._matter(n, c) for n, c in enumerate(facts.claims))
        self.by_id = {m.id: m for m in self.all}
        spread = Counter(w for m in self.all for w in m.words)
        self._tells = {w: log(1 + len(self.all) / n) * (KINDRED if w[0] == MATTER else 1) for w, n in spread.items()}
        self.weights = [self.weight(m.words) for m in self.all]
        self._voices = _voices(facts.claims)
        self._heard, self._alike = _heard(parsed, facts.claims)

    @property
    def lead(self) -> int:
        """The first paragraph of the body."""
        return self._parsed.headings

    @property
    def parsed(self) -> Parsed:
        return self._parsed

    def heard(self, kind: DisputeKind, one: Matter, other: Matter) -> float | None:
        """The log-odds, within 3, that one claim stands so to the other by the encoder's word; None without it."""
        if self._heard is None:
            return None
        return odds(float(self._heard[kind][one.number, other.number]), UNLIKELY)

    def alike(self, one: Matter, other: Matter) -> float:
        """How much alike the contents of two claims are to the encoder, beside what all of the report share; -1 to 1, 0 without it."""
        return 0.0 if self._alike is None else float(self._alike[one.number, other.number])

    def nearness(self, one: Matter, other: Matter) -> float:
        """Shared words, each the more telling the fewer claims hold it, over those of the smaller matter; 0 to 1."""
        shared = one.words & other.words
        least = min(self.weights[one.number], self.weights[other.number])
        return self.weight(shared) / least if shared and least else 0.0

    def weight(self, words: frozenset[str]) -> float:
        """How telling words are together."""
        return sum(self._tells[w] for w in sorted(words))

    def one_voice(self, one: Matter, other: Matter) -> bool:
        """Whether two claims come from the same source."""
        return other.number in self._voices[one.number]

    def one_state(self, one: Matter, other: Matter) -> bool:
        """Whether both speak in public for one side."""
        return bool(one.side & other.side) and one.claim.source.kind in _SPEAKS_FOR and other.claim.source.kind in _SPEAKS_FOR

    def _matter(self, n: int, claim: Claim) -> Matter:
        cue, tokens = self._tokens(claim.cue), self._tokens(claim.content)
        told = [t for t in tokens or cue if t.pos in _CONTENT_POS and lemma(t) not in EMPTY]
        first = next(iter(cue or tokens), None)
        return Matter(
            claim=claim,
            number=n,
            cue=cue,
            tokens=tokens,
            words=_words(told),
            names=frozenset(root(lemma(t)) for t in told if t.pos == "PROPN"),
            speaks_of=self._speaks_of(claim.content),
            side=self._side(claim),
            side_words=frozenset(root(lemma(t)) for t in self._tokens(claim.source) if t.pos in _NAMING_POS and lemma(t) not in EMPTY),
            source_tokens=self._tokens(claim.source),
            around=self._around(claim, first),
            within=self._within(claim),
            heading=first is not None and first.para < self._parsed.headings,
            alleges=tells_of_deed(self._parsed, cue, tokens),
        )

    def _around(self, claim: Claim, first: Token | None) -> frozenset[str]:
        """The words of the sentence beside its cue and source, and the actors there."""
        if first is None:
            return frozenset()
        aside = {t.i for words in (claim.cue, claim.source) for t in self._tokens(words)}
        rest = [t for t in self._parsed.sentence(first) if t.i not in aside]
        told = [t for t in rest if t.pos in _TELLING_POS and lemma(t) not in EMPTY]
        actors = {a.id for t in rest if t.pos in _ACTOR_POS for a, _ in self._facts.mentions_in(Span(t.start, t.end))}
        return _words(told) | actors

    def _within(self, claim: Claim) -> tuple[str, ...]:
        found: list[str] = []
        while claim.via and claim.via not in found and (outer := self._facts.claim(claim.via)):
            found.append(claim.via)
            claim = outer
        return tuple(found)

    def _tokens(self, words: Words) -> tuple[Token, ...]:
        return tuple(t for s in words.spans for t in self._parsed.tokens_in(s))

    def _speaks_of(self, content: Words) -> frozenset[str]:
        actors = {a.id: a for s in content.spans for a, _ in self._facts.mentions_in(s)}
        return frozenset(key for a in actors.values() for key in _keys(a))

    def _side(self, claim: Claim) -> frozenset[str]:
        """The source, and whoever it is named by: "its spokesman", "the broker's lawyer"."""
        named = [a for s in claim.source.spans for a, _ in self._facts.mentions_in(s)]
        own = self._facts.actor(claim.source.actor)
        return frozenset(key for a in [*([own] if own else []), *named] for key in _keys(a))


def _voices(claims: tuple[Claim, ...]) -> list[frozenset[int]]:
    """For every claim the numbers of those with the same source: one actor, or the same words."""
    keys = [{k for k in (c.source.actor, c.source.spans) if k} for c in claims]
    by: defaultdict[object, set[int]] = defaultdict(set)
    for n, own in enumerate(keys):
        for k in own:
            by[k].add(n)
    return [frozenset().union(*(by[k] for k in own)) for own in keys]


def _heard(parsed: Parsed, claims: tuple[Claim, ...]) -> tuple[dict[str, Array] | None, Array | None]:
    """What the encoder makes of every two claims, and how much alike it finds them."""
    if parsed.vectors is None or not claims:
        return None, None
    heard = Heard(parsed.vectors)
    parts = heard.parts(parts_of(parsed, c) for c in claims)
    return heard.disputes(parts), heard.alike(parts)


def _words(tokens: list[Token]) -> frozenset[str]:
    lemmas = [lemma(t) for t in tokens]
    return frozenset([*map(root, lemmas), *(m for word in lemmas for m in matters_of(word))])


def _keys(actor: Actor) -> frozenset[str]:
    """The actor, and its state where it acts for one."""
    official = actor.kind is ActorKind.COUNTRY or bool(_OFFICIAL & set(actor.roles))
    return frozenset({actor.id, actor.country} if official and actor.country else {actor.id})
