"""Which claims each denial and each silence meets: the likeliest one first, and with a denial whatever alleges the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import takewhile
from math import exp, log1p

from reportedly.knowledge.dispute_weights import BASE, dispute_weights
from reportedly.layers.disputes.clues import FEW_WORDS, Before, Clues, clues, may_meet
from reportedly.layers.disputes.matter import Matter, Matters
from reportedly.model import SILENCES, Record, SourceKind, Stance

Met = tuple[Matter, ...]
ALLEGING = frozenset({Stance.ASSERTS, Stance.RELAYS, Stance.BELIEVES, Stance.WARNS})
ALIKE = 0.4  # nearness from which two answers answer one claim; 0.3 and 0.6 changed F1 by less than 0.01
ANSWERS = SILENCES | {Stance.DENIES}


class Candidate(Record, frozen=True, kw_only=True):
    """A claim that an answer may meet, and what speaks for it."""

    other: Matter
    clues: Clues


Choose = Callable[[Matters, Matter, list[Candidate]], Met]


def answered(matters: Matters, choose: Choose) -> Iterator[tuple[Matter, Met]]:
    """Every answer with what it meets; those in headings last, since they repeat one of the body."""
    met: dict[str, Met] = {}
    for answer in sorted(answers(matters), key=lambda m: (m.heading, m.number)):
        met[answer.id] = choose(matters, answer, candidates(matters, answer, met))
        yield answer, met[answer.id]


def answers(matters: Matters) -> list[Matter]:
    """The denials and silences of the report."""
    return [m for m in matters.all if m.claim.stance in ANSWERS]


def candidates(matters: Matters, answer: Matter, met: dict[str, Met]) -> list[Candidate]:
    """What an answer could meet, given what the answers before it met."""
    others = [m for m in matters.all if may_meet(matters, answer, m)]
    before = _before(matters, answer, met)
    return [Candidate(other=o, clues=clues(matters, answer, o, _between(others, answer, o), before)) for o in others]


def _before(matters: Matters, answer: Matter, met: dict[str, Met]) -> Before:
    earlier = [a for a in matters.all if a.id in met and a is not answer]
    return Before(
        last=_just_before(matters, answer, met),
        side=frozenset(m.id for a in earlier if _of_one_side(matters, a, answer) for m in met[a.id]),
        alike=frozenset(m.id for a in earlier if matters.nearness(a, answer) >= ALIKE for m in met[a.id]),
        times=Counter(m.id for a in earlier for m in met[a.id]),
    )


def _between(others: list[Matter], answer: Matter, other: Matter) -> int:
    """Allegations between the two, a claim and those nested in it counted once."""
    low, high = sorted((answer.number, other.number))
    return sum(low < m.number < high and not m.within and m.claim.stance in ALLEGING for m in others)


def _just_before(matters: Matters, answer: Matter, met: dict[str, Met]) -> frozenset[str]:
    """What the answer before met, where only its own source speaks between the two."""
    earlier = [m for m in reversed(matters.all[: answer.number]) if not (m.claim.via and m.id not in met)]
    nearest = next((m for m in earlier if m.id in met), None)
    if nearest is None:
        return frozenset()
    between = takewhile(lambda m: m is not nearest, earlier)
    own = all(matters.one_voice(m, nearest) or matters.one_voice(m, answer) for m in between)
    return frozenset(m.id for m in met[nearest.id]) if own else frozenset()


def _of_one_side(matters: Matters, one: Matter, other: Matter) -> bool:
    return one is not other and one.claim.stance is Stance.DENIES and (matters.one_voice(one, other) or bool(one.side & other.side))


def chosen(matters: Matters, answer: Matter, found: list[Candidate]) -> Met:
    """What an answer meets by the weights of its clues."""
    denial = answer.claim.stance is Stance.DENIES
    shares = chances(dispute_weights()["denial" if denial else "silence"], answer, found)
    best, share = max(zip(found, shares, strict=False), key=lambda row: (row[1], -row[0].other.number), default=(None, 0.0))
    if best is None or share < shares[-1]:
        return ()
    if not denial:
        return tuple(m for m in matters.all if m is best.other or _passes_on(matters, m, best.other))
    also = dispute_weights()["also"]
    rest = [
        c.other
        for c, likely in zip(found, shares, strict=False)
        if c is not best and chance(also, also_clues(matters, answer, best.other, c, likely / share)) >= LEAST_ALSO
    ]
    return (best.other, *sorted(rest, key=lambda m: m.number))


def _passes_on(matters: Matters, one: Matter, other: Matter) -> bool:
    """Whether one of two claims is the other passed on: "reported, citing an officer, that"."""
    outer, inner = (one, other) if one.id in other.within else (other, one)
    told = outer.claim.stance is Stance.RELAYS and outer.id in inner.within
    return told and matters.nearness(one, other) >= PASSED_ON


PASSED_ON = 0.7  # nearness; 0.5 to 0.9 made no difference on our corpus


def chances(weights: dict[str, float], answer: Matter, found: list[Candidate]) -> list[float]:
    """The probability that each candidate is the one that an answer meets, and last that none is."""
    scores = [exp(sum(weights.get(k, 0.0) * v for k, v in known.items())) for known in (*(c.clues for c in found), none_clues(answer))]
    return [s / sum(scores) for s in scores]


def none_clues(answer: Matter) -> Clues:
    """What speaks for an answer's meeting nothing that the report tells."""
    return {"none": 1.0, "none, own words": log1p(answer.weight_of_own), "none, heading": float(answer.heading)}


LEAST_ALSO = 0.5  # of 0.3, 0.5, 0.6: F1 of denials 0.64, 0.64, 0.61, each batch of reports left out in turn; 0.3 loses precision


_KEPT = (
    "near", "met by this side", "met just before", "met in like words", "met", "speaks of the answerer", "calls the answerer so",
    "met in heading", "met later", "in the lead", "wish", "within the answer", "within a denial", "accuses", "paragraphs", "same deed",
)  # fmt: skip


def also_clues(matters: Matters, answer: Matter, best: Matter, candidate: Candidate, likely: float) -> Clues:
    """What speaks for a denial's meeting another claim besides the one that it meets first."""
    other = candidate.other
    found = {"likely": likely, "near the first": matters.nearness(best, other)}
    if other.id in best.within or best.id in other.within:
        found["chain"] = 1.0
        if Stance.RELAYS in (best.claim.stance, other.claim.stance):
            found["relays"] = 1.0
    if matters.one_voice(best, other) or one_document(best, other):
        found["one voice"] = 1.0
    elif best.side & other.side:
        found["one side"] = 1.0
    if answer.weight_of_own <= FEW_WORDS and ("one voice" in found or "one side" in found):
        found["one side, brief"] = 1.0
    if best.sentence == other.sentence:
        found["one sentence"] = 1.0
    return found | {k: candidate.clues[k] for k in _KEPT if k in candidate.clues}


def one_document(one: Matter, other: Matter) -> bool:
    """Whether both stand in one paper: "a report", and then "it" or "the document"."""
    kinds = {one.claim.source.kind, other.claim.source.kind}
    return kinds == {SourceKind.DOCUMENT} and not one.names_of_source ^ other.names_of_source


def chance(weights: dict[str, float], found: Clues) -> float:
    """The probability that clues give: a logistic regression."""
    return 1 / (1 + exp(-weights[BASE] - sum(weights.get(k, 0.0) * v for k, v in found.items())))
