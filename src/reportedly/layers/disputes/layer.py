"""The disputes layer: each denial with what it denies, each silence with what it was asked about, assertions that contradict."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.layers.base import Facts, Layer
from reportedly.layers.disputes.about import about
from reportedly.layers.disputes.answers import Met, answered, answers, chosen
from reportedly.layers.disputes.contradictions import Rivals
from reportedly.layers.disputes.matter import Matter, Matters
from reportedly.model import Dispute, DisputeKind, Stance
from reportedly.text import Parsed

Row = tuple[DisputeKind, tuple[Matter, ...]]


def run(parsed: Parsed, facts: Facts) -> Facts:
    """Every dispute in the order of the claims that open them."""
    matters = Matters(parsed, facts)
    met = dict(_answered(matters))
    found = sorted([*_answers(matters, met), *_contradictions(matters, met)], key=lambda row: row[1][0].number)
    disputes = tuple(_dispute(matters, n, kind, sides) for n, (kind, sides) in enumerate(found))
    return msgspec.structs.replace(facts, disputes=disputes)


def _dispute(matters: Matters, n: int, kind: DisputeKind, sides: tuple[Matter, ...]) -> Dispute:
    return Dispute(id=f"d{n + 1}", kind=kind, claims=tuple(m.id for m in sides), about=about(matters, kind, sides))


def _answered(matters: Matters) -> Iterator[tuple[str, Met]]:
    return ((answer.id, met) for answer, met in answered(matters, chosen))


def _answers(matters: Matters, met: dict[str, Met]) -> Iterator[Row]:
    """Denials of something; a silence stands alone where the report does not say what it was asked about."""
    for answer in answers(matters):
        if answer.claim.stance is not Stance.DENIES:
            yield DisputeKind.UNANSWERED, (answer, *met[answer.id])
        elif met[answer.id]:
            yield DisputeKind.DENIES, (answer, *met[answer.id])


def _contradictions(matters: Matters, met: dict[str, Met]) -> Iterator[Row]:
    return ((DisputeKind.CONTRADICTS, pair) for pair in Rivals(matters, met).contradicting())


LAYER = Layer(name="disputes", version="2", requires=frozenset({"claims", "actors"}), provides=frozenset({"disputes"}), run=run)
