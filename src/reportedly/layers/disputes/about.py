"""What a dispute is about, in words: what was claimed, and where the answer speaks of something else, what differs.

"Kenya sent 200 soldiers to aid the rebels; differs: agent soldiers / officers; verb aid / train": both may be true. In every
pair the claim comes first and the answer second.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.knowledge.answer_words import answer_words
from reportedly.layers.disputes.counts import counts
from reportedly.layers.disputes.matter import Matter, Matters
from reportedly.layers.disputes.roots import lemma, matters_of, root
from reportedly.model import DisputeKind
from reportedly.text import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_ASIDE = frozenset({"be", "have", "do", "say", "tell"})


def about(matters: Matters, kind: DisputeKind, sides: tuple[Matter, ...]) -> str:
    """What was claimed, or what a silence was asked about where the report makes no claim of it."""
    answer, claim = sides[0], sides[min(1, len(sides) - 1)]
    told = _plain(claim)
    if kind is DisputeKind.UNANSWERED or answer is claim:
        return told
    differs = "; ".join(f"{part} {one} / {other}" for part, one, other in differences(matters, claim, answer))
    return f"{told}; differs: {differs}" if differs else told


def _plain(matter: Matter) -> str:
    words = " ".join(matter.claim.content.text.split()).rstrip(",;")
    return words.removeprefix("that ")


def differences(matters: Matters, claim: Matter, answer: Matter) -> Iterator[tuple[str, str, str]]:
    """The agent, the verb and the scope (how many) where a claim and its answer name each another one."""
    shared = {root(lemma(t)) for t in claim.tokens} & {root(lemma(t)) for t in answer.tokens}
    if not claim.things & answer.things and not claim.root_verbs & answer.root_verbs:
        return
    for part, named in (("agent", _agents), ("verb", _verbs)):
        one, other = ([t for t in named(m) if not _known(t, shared)] for m in (claim, answer))
        if one and other and not _akin(one[0], other[0]):
            yield part, one[0].text, other[0].text
    yield from _scope(matters, claim, answer)


def _known(token: Token, shared: set[str]) -> bool:
    words = answer_words()
    return root(lemma(token)) in shared or lemma(token) in _ASIDE | words["allegation"] | words["written"]


def _akin(one: Token, other: Token) -> bool:
    return bool(matters_of(lemma(one)) & matters_of(lemma(other)))


def _agents(matter: Matter) -> list[Token]:
    return [t for t in matter.tokens if t.dep in _SUBJECTS and t.pos in {"NOUN", "PROPN"}]


def _verbs(matter: Matter) -> list[Token]:
    return [t for t in matter.tokens if t.pos == "VERB"]


def _scope(matters: Matters, claim: Matter, answer: Matter) -> Iterator[tuple[str, str, str]]:
    one, other = ({c.of: c for c in counts(matters.parsed, m)} for m in (claim, answer))
    for of in one.keys() & other.keys():
        if one[of].differs(other[of]):
            yield "scope", one[of].text, other[of].text
