"""The counts of an event in words."""

from __future__ import annotations

from reportedly.exports.phrases import clean
from reportedly.model import Event, FigureKind

_IN_WORDS = frozenset({FigureKind.MONEY, FigureKind.OTHER})  # a bare number would not say of what


def figures(event: Event) -> str:
    """The counts of an event: "at least 12 dead, 30 to 40 injured"; sums of money in the report's words; no number twice."""
    told = {(f.kind, f.text if f.low is f.high is None else f.low or f.high): f for f in reversed(event.figures)}
    return ", ".join(
        clean(f.text) if f.kind in _IN_WORDS or f.low is f.high is None else f"{_count(f.low, f.high)} {f.kind}"
        for f in reversed(told.values())
    )


def _count(low: float | None, high: float | None) -> str:
    if low is None:
        return f"up to {high:,.0f}"
    return f"{low:,.0f}" if high == low else f"at least {low:,.0f}" if high is None else f"{low:,.0f} to {high:,.0f}"
