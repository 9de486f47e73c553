"""Days as pages and feeds write them: in the zone in which they are written, never moved to another."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_tz

from reportedly.formats.dates import header_date

_ISO = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}(?:Z|[+-]\d{2}:?\d{2})?)?\s*")
_SECONDS = re.compile(r"\s*(\d{10})(?:\d{3})?\s*")
_MAIL = re.compile(r"\s*(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{2,4}\b")
_TIME_AFTER = re.compile(r"[,\s]*(?:\bat\b|um|à|T|\||-|–|\u2022)?\s*\d{1,2}[:.h]\d{2}.*$")
_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-]?([0-3]\d)(?=[/_\-.]|$)", re.I
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
FIRST_YEAR = 1700  # archives of newspapers go back so far
LONGEST = 120  # characters of a date


def day_in(stated: object) -> date | None:
    """The day of a date as it is written: ISO 8601, RFC 822, seconds since 1970, or in words."""
    if not isinstance(stated, str) or not stated.strip() or len(stated) > LONGEST:
        return None
    if m := _ISO.match(stated) or _COMPACT.fullmatch(stated):
        return _day(m[1], m[2], m[3])
    if m := _SECONDS.fullmatch(stated):
        return datetime.fromtimestamp(int(m[1]), UTC).date()
    if _MAIL.match(stated) and (parts := parsedate_tz(stated)):
        return _day(*(str(n) for n in parts[:3]))
    return header_date(_TIME_AFTER.sub("", stated.strip()))


def day_in_address(url: str | None) -> date | None:
    """The day in an address such as /2024/03/18/a-headline."""
    if not (m := _ADDRESS.search(url or "")):
        return None
    month = m[2].lower()
    return _day(m[1], str(_MONTHS.index(month) + 1) if month in _MONTHS else month, m[3])


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year >= FIRST_YEAR else None
