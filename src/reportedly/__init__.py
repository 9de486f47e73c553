"""reportedly reads news reports: what happened, who says so, who disputes it, and the words that prove it.

>>> import reportedly
>>> reading = reportedly.read("report.txt")  # doctest: +SKIP
>>> [(c.source.text, c.stance, c.content.text) for c in reading.claims]  # doctest: +SKIP
"""

from typing import TYPE_CHECKING

from reportedly.errors import InputError, KnowledgeError, ModelError, ReportedlyError, SpanError
from reportedly.model import Actor, Claim, Dispute, Event, Place, Problem, Reading, Relation, Report, Span, Time

if TYPE_CHECKING:
    from reportedly.api import read, read_all

__all__ = [
    "Actor",
    "Claim",
    "Dispute",
    "Event",
    "InputError",
    "KnowledgeError",
    "ModelError",
    "Place",
    "Problem",
    "Reading",
    "Relation",
    "Report",
    "ReportedlyError",
    "Span",
    "SpanError",
    "Time",
    "read",
    "read_all",
]


def __getattr__(name: str) -> object:
    """`read` and `read_all` are loaded when first asked for, so that importing the package stays quick."""
    if name in ("read", "read_all"):
        from reportedly import api  # noqa: PLC0415

        return getattr(api, name)
    raise AttributeError(f"module 'reportedly' has no attribute {name!r}")
