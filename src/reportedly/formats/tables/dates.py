"""Dates as tables and records write them: ISO, with slashes, as seconds, as in mail, written out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from reportedly.formats.dates import header_date

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[T ]?(?:\d{4}|\d{6})Z?)?")
_PARTED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_SECONDS = re.compile(r"-?\d{9,10}(?:\.\d+)?|-?\d{12,13}")
_CLOCK = re.compile(r"[T,]?\s+(?:at\s+|à\s+|um\s+)?\d{1,2}[:.h]\d{2}.*$")
MILLISECONDS = 10**11  # from here on a number of seconds would lie after the year 5000


def day_of(value: object, day_first: bool | None) -> date | None:
    """The day of a cell as it is written there, whatever its zone; None where it states none or which is the month is open."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    words = " ".join(str(value).split())
    try:
        return _day(words, day_first)
    except (ValueError, OverflowError, OSError):
        return None


def _day(words: str, day_first: bool | None) -> date | None:
    if m := _ISO.match(words):
        return date(int(m[1]), int(m[2]), int(m[3]))
    if m := _COMPACT.fullmatch(words):
        return date(int(m[1]), int(m[2]), int(m[3]))
    if m := _PARTED.match(words):
        first, second = int(m[1]), int(m[3])
        order = _order(m[2], first, second, day_first)
        return None if order is None else date(int(m[4]), *((second, first) if order else (first, second)))
    if _SECONDS.fullmatch(words):
        seconds = float(words)
        return datetime.fromtimestamp(seconds / 1000 if abs(seconds) >= MILLISECONDS else seconds, UTC).date()
    return header_date(words) or header_date(_CLOCK.sub("", words)) or _as_in_mail(words)


def _order(mark: str, first: int, second: int, day_first: bool | None) -> bool | None:
    """Whether the day stands first; None where that cannot be told."""
    if first > 12 or second > 12 or first == second:
        return first > 12 or first == second
    return True if mark == "." else day_first


def _as_in_mail(words: str) -> date | None:
    return parsedate_to_datetime(words).date() if re.search(r"\d{4}", words) and len(words) < 60 else None


def is_open(value: object) -> bool:
    """Whether a cell holds a date of which day and month could be either."""
    m = _PARTED.match(str(value).strip())
    return bool(m) and m is not None and m[2] != "." and 0 < int(m[1]) <= 12 and 0 < int(m[3]) <= 12 and m[1] != m[3]


def days_first(values: Iterable[object]) -> bool | None:
    """Whether dates with slashes give the day first, as far as those tell that can be read one way only."""
    found = [m for value in values if (m := _PARTED.match(str(value).strip())) and m[2] != "."]
    day, month = any(int(m[1]) > 12 for m in found), any(int(m[3]) > 12 for m in found)
    return day if day != month else None
