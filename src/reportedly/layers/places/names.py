"""A place name of a report: its words, how it was found, and the places that it may mean."""

from __future__ import annotations

from enum import StrEnum

from reportedly.knowledge.countries import Country
from reportedly.knowledge.gazetteer import Candidate
from reportedly.knowledge.naming import fold
from reportedly.model import Record, Span

STEM = 5  # letters of "Belgorod" in "Belgorodskaya oblast'"


class Found(StrEnum):
    """How a name was found."""

    ENTITY = "entity"
    DEMONYM = "demonym"
    WITHIN = "within a name"
    PLAIN = "plain"
    PLACED = "placed by grammar"
    LABEL = "label"


class Name(Record, frozen=True, kw_only=True):
    """Words that name a place: tokens [first, last], their span, and what they may mean, likeliest first."""

    words: str
    span: Span
    first: int
    last: int
    found: Found
    candidates: tuple[Candidate, ...] = ()
    country: Country | None = None


def bears(c: Candidate, words: str) -> bool:
    """Whether a name is a place's own, not another of its names: "Aleppo" is Aleppo and Aleppo Governorate."""
    said, own = fold(words), fold(c.name)
    return said == own or own.startswith(f"{said} ") or (len(said) >= STEM and own.startswith(said))
