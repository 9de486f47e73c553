"""reportedly reads news reports: what happened, who says so, who disputes it, and the words that prove it.

>>> import reportedly
>>> reading = reportedly.read("report.txt")  # doctest: +SKIP
>>> [(c.source.text, c.stance, c.content.text) for c in reading.claims]  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.api import read, read_all
    from reportedly.errors import InputError, KnowledgeError, ModelError, ReportedlyError, SpanError
    from reportedly.model import Actor, Claim, Dispute, Event, Place, Problem, Reading, Relation, Report, Span, Time

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


_ROOMS = ("reportedly.errors", "reportedly.model", "reportedly.api")


def __getattr__(name: str) -> object:
    """The public names are loaded when first asked for, so that `reportedly --help` stays quick."""
    if name in __all__:
        for room in _ROOMS:
            if (found := getattr(import_module(room), name, None)) is not None:
                return found
    raise AttributeError(f"module 'reportedly' has no attribute {name!r}")
