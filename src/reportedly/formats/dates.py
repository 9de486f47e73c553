"""Dates and language names as export headers write them, in the interface languages of the archives."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from babel import Locale

INTERFACES = ("en", "de", "fr", "es", "it", "pt", "nl")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)? (?:de )?([^\W\d_]+)\.? (?:de )?(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_WEEKDAY = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?)[.,]{0,2} (?=\S)")  # "terça-feira"
_VARIETY = re.compile(r"\s*(?:\([^()]*\)|[-,] .*)$")  # "English (US)", "Chinese - Simplified"
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@cache
def _months() -> dict[str, int]:
    """Month names and abbreviations of all interface languages, lower case, without full stops."""
    found: dict[str, int] = {}
    for code in reversed(INTERFACES):
        months = Locale(code).months
        for use in ("format", "stand-alone"):
            for width in ("abbreviated", "wide"):
                found |= {name.lower().rstrip("."): n for n, name in months[use][width].items()}
    return found


@cache
def _weekdays() -> frozenset[str]:
    """Weekday names and abbreviations of all interface languages, lower case, without full stops."""
    days = (Locale(code).days["format"][width] for code in INTERFACES for width in ("abbreviated", "wide"))
    return frozenset(name.lower().rstrip(".") for named in days for name in named.values())


@cache
def _languages() -> dict[str, str]:
    """Language names in all interface languages, lower case, to ISO 639-1 codes."""
    found: dict[str, str] = {}
    for code in reversed(INTERFACES):
        found |= {name.lower(): key for key, name in Locale(code).languages.items() if len(key) == 2}
    return found


def header_date(line: str) -> date | None:
    """The day that a header line states, whole and alone; None where it states none."""
    line = " ".join(line.split())
    if (found := _written(line)) is not None:  # "Mar 10, 2022": no Spanish Tuesday
        return found
    if (m := _WEEKDAY.match(line)) and m[1].lower() in _weekdays():
        return _written(line[m.end() :])
    return None


def numeric_date(line: str) -> date | None:
    """The day that a line writes in numbers, where it can be one alone: 15/01/2019, 1.2.2019 (dots stand after the day first)."""
    if (m := _NUMERIC.fullmatch(line.strip())) is None:
        return None
    days = {d for d in (_day(m[4], int(m[3]), m[1]), _day(m[4], int(m[1]), m[3]) if m[2] != "." else None) if d}
    return days.pop() if len(days) == 1 else None


def _written(line: str) -> date | None:
    if m := _DAY_FIRST.fullmatch(line):
        return _day(m[3], _months().get(m[2].lower()), m[1])
    if m := _MONTH_FIRST.fullmatch(line):
        return _day(m[3], _months().get(m[1].lower()), m[2])
    if m := _ISO.fullmatch(line):
        return _day(m[1], int(m[2]), m[3])
    return None


def _day(year: str, month: int | None, day: str) -> date | None:
    try:
        return date(int(year), month or 0, int(day))
    except ValueError:
        return None


def language_code(name: str) -> str | None:
    """ISO 639-1 code of a language's name in any interface language."""
    name = name.strip().lower()
    return _languages().get(name) or _languages().get(_VARIETY.sub("", name))
