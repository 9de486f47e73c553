"""Which claims each denial and each silence meets: the likeliest one first, and with a denial whatever alleges the same."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import takewhile
from math import exp, log, log1p

from reportedly.knowledge.dispute_weights import dispute_weights
from reportedly.knowledge.weights import BASE, strongest, weighed
from reportedly.layers.disputes.clues import FEW_WORDS, Before, Clues, clues, may_meet
from reportedly.layers.disputes.matter import Matter, Matters
from reportedly.model import SILENCES, DisputeKind, Record, SourceKind, Stance

Met = tuple[Matter, ...]
ALLEGING = frozenset({Stance.ASSERTS, Stance.RELAYS, Stance.BELIEVES, Stance.WARNS})
MOST_TOLD = 4  # candidates that the notes tell of
ALIKE = 0.4  # nearness from which two answers answer one claim; 0.3 and 0.6 changed F1 by less than 0.01
ANSWERS = SILENCES | {Stance.DENIES}


class Candidate(Record, frozen=True, kw_only=True):
    """A claim that an answer may meet, and what speaks for it.

    `heard` are the encoder's log-odds, `alike` says how much alike the contents of both are to it; None without it.
    """

    other: Matter
    clues: Clues
    heard: float | None = None
    alike: float = 0.0


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
    kind = DisputeKind.DENIES if answer.claim.stance is Stance.DENIES else DisputeKind.UNANSWERED
    alleging = [m.number for m in others if not m.within and m.claim.stance in ALLEGING]
    return [
        Candidate(
            other=o,
            clues=clues(matters, answer, o, _between(alleging, answer, o), before),
            heard=matters.heard(kind, answer, o),
            alike=matters.alike(answer, o),
        )
        for o in others
    ]


def _before(matters: Matters, answer: Matter, met: dict[str, Met]) -> Before:
    earlier = [a for a in matters.all if a.id in met and a is not answer]
    return Before(
        last=_just_before(matters, answer, met),
        side=frozenset(m.id for a in earlier if _of_one_side(matters, a, answer) for m in met[a.id]),
        alike=frozenset(m.id for a in earlier if matters.nearness(a, answer) >= ALIKE for m in met[a.id]),
        times=Counter(m.id for a in earlier for m in met[a.id]),
    )


def _between(alleging: list[int], answer: Matter, other: Matter) -> int:
    """How many of the allegations, given by their numbers in order, stand between the two; those nested in a claim are left out."""
    low, high = sorted((answer.number, other.number))
    return bisect_left(alleging, high) - bisect_right(alleging, low)


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
    model = "denial" if denial else "silence"
    shares = _heard_too(model, answer, found, chances(dispute_weights()[model], answer, found))
    _take_down(matters, answer, found, shares)
    best, share = max(zip(found, shares, strict=False), key=lambda row: (row[1], -row[0].other.number), default=(None, 0.0))
    if best is None or share < shares[-1]:
        return ()
    if not denial:
        return tuple(m for m in matters.all if m is best.other or _passes_on(matters, m, best.other))
    rest = [
        c.other
        for c, likely in zip(found, shares, strict=False)
        if c is not best and _also(matters, also_clues(matters, answer, best.other, c, likely / share), best, c) >= LEAST_ALSO
    ]
    return (best.other, *sorted(rest, key=lambda m: m.number))


def _take_down(matters: Matters, answer: Matter, found: list[Candidate], shares: list[float]) -> None:
    """Note what an answer may meet, the likeliest first, and what speaks for it."""
    notes, weights = matters.parsed.notes, dispute_weights()["denial" if answer.claim.stance is Stance.DENIES else "silence"]
    if notes is None or answer.first is None:
        return
    for c, share in sorted(zip(found, shares, strict=False), key=lambda row: -row[1])[:MOST_TOLD]:
        heard = "" if c.heard is None else f", the encoder's log-odds {c.heard:+.1f}"
        notes.add(answer.first.start, "dispute", f"{answer.id} meets {c.other.id}: {share:.0%}; {strongest(weights, c.clues)}{heard}")
    notes.add(answer.first.start, "dispute", f"{answer.id} meets nothing that the report tells: {shares[-1]:.0%}")


def _passes_on(matters: Matters, one: Matter, other: Matter) -> bool:
    """Whether one of two claims is the other passed on: "reported, citing an officer, that"."""
    outer, inner = (one, other) if one.id in other.within else (other, one)
    told = outer.claim.stance is Stance.RELAYS and outer.id in inner.within
    return told and matters.nearness(one, other) >= PASSED_ON


PASSED_ON = 0.7  # nearness; 0.5 to 0.9 made no difference on our corpus


def chances(weights: dict[str, float], answer: Matter, found: list[Candidate]) -> list[float]:
    """The probability that each candidate is the one that an answer meets, and last that none is."""
    return softened(weights, [*(c.clues for c in found), none_clues(answer)])


def softened(weights: dict[str, float], rows: list[Clues]) -> list[float]:
    """The probabilities that the weights of clues give to each of several."""
    scores = [exp(weighed(weights, row)) for row in rows]
    return [s / sum(scores) for s in scores]


def _heard_too(model: str, answer: Matter, found: list[Candidate], shares: list[float]) -> list[float]:
    """The probabilities of `chances` with the encoder's word; as they are without it."""
    if not found or any(c.heard is None for c in found):
        return shares
    return softened(dispute_weights()[f"{model} heard"], heard_clues(answer, found, shares))


def heard_clues(answer: Matter, found: list[Candidate], shares: list[float]) -> list[Clues]:
    """The rules' word and the encoder's on each candidate, and last on none."""
    rows = [{"rules": log(s + TINY), "heard": c.heard or 0.0, "alike": c.alike} for c, s in zip(found, shares, strict=False)]
    return [*rows, {"rules": log(shares[-1] + TINY), "none": 1.0, "none, brief": float(answer.weight_of_own <= FEW_WORDS)}]


def _also(matters: Matters, shown: Clues, best: Candidate, candidate: Candidate) -> float:
    """The probability that a denial meets a candidate besides the best."""
    rules = chance(dispute_weights()["also"], shown)
    return rules if candidate.heard is None else chance(dispute_weights()["also heard"], also_heard(matters, rules, best, candidate))


def also_heard(matters: Matters, rules: float, best: Candidate, candidate: Candidate) -> Clues:
    """The rules' word and the encoder's on whether a denial meets a candidate besides the best."""
    return {
        "rules": log((rules + TINY) / (1 - rules + TINY)),
        "heard": candidate.heard or 0.0,
        "alike": candidate.alike,
        "alike the first": matters.alike(best.other, candidate.other),
    }


TINY = 1e-4  # a chance from which a logarithm can be taken


def none_clues(answer: Matter) -> Clues:
    """What speaks for an answer's meeting nothing that the report tells."""
    return {"none": 1.0, "none, own words": log1p(answer.weight_of_own), "none, heading": float(answer.heading)}


LEAST_ALSO = 0.3  # of 0.2, 0.3, 0.4, 0.5: F1 of denials in unseen reports 0.63, 0.64, 0.62, 0.61, in unseen passages 0.63, 0.62, 0.60, 0.57


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
    elif best.paragraph == other.paragraph:
        found["one paragraph"] = 1.0
    found["claims between"] = log1p(abs(best.number - other.number) - 1)
    if best.heading != other.heading:
        found["one in heading"] = 1.0
        found["one in heading, near the first"] = found["near the first"]
    if other.root_verbs & best.root_verbs:
        found["same deed as the first"] = 1.0
    if other.things & best.things:
        found["same things as the first"] = 1.0
    return found | {k: candidate.clues[k] for k in _KEPT if k in candidate.clues}


def one_document(one: Matter, other: Matter) -> bool:
    """Whether both stand in one paper: "a report", and then "it" or "the document"."""
    kinds = {one.claim.source.kind, other.claim.source.kind}
    return kinds == {SourceKind.DOCUMENT} and not one.names_of_source ^ other.names_of_source


def chance(weights: dict[str, float], found: Clues) -> float:
    """The probability that clues give: a logistic regression."""
    return 1 / (1 + exp(-weights[BASE] - weighed(weights, found)))
