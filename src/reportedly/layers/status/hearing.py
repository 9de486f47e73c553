"""How certain the encoder takes it to be that what a predicate tells of happened, weighed beside what the rules say."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportedly.knowledge.act_weights import act_weights
from reportedly.knowledge.heads import heads
from reportedly.knowledge.weights import BASE, weighed
from reportedly.model import Predicate, Status
from reportedly.text import Parsed

Clues = dict[str, float]
MOST = 3.0


def heard(parsed: Parsed, predicates: Sequence[Predicate]) -> tuple[Predicate, ...]:
    """The predicates, each with its certainty by both; their status is the rules'."""
    weights = act_weights()["certainty"]
    told = zip(predicates, certainties(parsed, predicates), strict=True)
    return tuple(replace(p, certainty=_within(weighed(weights, certainty_clues(p, h)))) for p, h in told)


def certainties(parsed: Parsed, predicates: Sequence[Predicate]) -> list[float]:
    """What the encoder says of each predicate, -3 to 3."""
    vectors = parsed.vectors
    at = [t.i for p in predicates if (t := parsed.token_at(p.spans[0].start)) is not None]
    if vectors is None or not at:
        return [0.0] * len(predicates)
    found: list[float] = heads().certainty(vectors[at]).tolist()
    return found


def certainty_clues(predicate: Predicate, heard: float) -> Clues:
    """What a certainty is summed from."""
    shown = {BASE: 1.0, "rules": predicate.certainty, "heard": heard, "both": predicate.certainty * heard / MOST}
    shown[f"is {predicate.status}"] = 1.0
    if predicate.status in (Status.HAPPENED, Status.ONGOING):
        shown["real, heard"] = heard
    return shown


def _within(certainty: float) -> float:
    return round(max(-MOST, min(MOST, certainty)), 2)
