"""The date line of a LexisNexis article, in the languages of its sources: "January 11, 2010 Monday 8:27 PM AEST, Late Edition"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from babel import Locale

from reportedly.formats.dates import header_date
from reportedly.formats.nexis.corrected import is_appended

# The date line is in the language of the source, not of the interface; these come beside those that `header_date` knows.
ELSEWHERE = ("da", "sv", "nb", "fi", "pl", "cs", "hu", "ro", "ca", "tr", "ru")
WEEKDAYS = ("en", "de", "fr", "es", "it", "pt", "nl", *ELSEWHERE)
_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_LEAD = rf"(?:(?P<weekday>{_WORD})[.,]{{0,2}} )?"
_ORDINAL = r"(?:\.|er\b|st\b|nd\b|rd\b|th\b|º|ª)?"
_DAY_FIRST = re.compile(rf"{_LEAD}(?P<day>\d{{1,2}}){_ORDINAL} ?(?:de )?(?P<month>[^\W\d_]+)\.?,? (?:de |del )?(?P<year>\d{{4}})(?!\w)")
_MONTH_FIRST = re.compile(rf"{_LEAD}(?P<month>[^\W\d_]+)\.? (?P<day>\d{{1,2}}){_ORDINAL},? (?:de )?(?P<year>\d{{4}})(?!\w)")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\w)")
_EAST = re.compile(r"(?P<year>\d{4}) ?[年년] ?(?P<month>\d{1,2}) ?[月월] ?(?P<day>\d{1,2}) ?[日일]")
_CLOCK = re.compile(
    r"(?:at )?\d{1,2}(?:[:.]\d{2}){1,2}(?: ?[AaPp]\.?[Mm]\b\.?)?(?: (?:Uhr|[A-Z]{1,5}\b|[A-Z][\w ]{2,30} Time))?"
    r"|\d{1,2} ?[AaPp]\.?[Mm]\b\.?(?: [A-Z]{1,5}\b)?|\d{1,2} ?h ?\d{2}"
)


@cache
def _weekdays() -> frozenset[str]:
    days = (Locale(code).days["format"][width] for code in WEEKDAYS for width in ("abbreviated", "wide"))
    return frozenset(name.lower().rstrip(".") for named in days for name in named.values())


@cache
def _months() -> dict[str, int]:
    """Month names of the languages that `header_date` does not know, lower case, in full."""
    found: dict[str, int] = {}
    for code in reversed(ELSEWHERE):
        months = Locale(code).months
        for use in ("format", "stand-alone"):
            found |= {name.lower(): n for n, name in months[use]["wide"].items()}
    return found


def dated(line: str) -> tuple[date, str] | None:
    """The day that a line begins with, and what stands after it, without weekday and time; None where it begins with none."""
    line = " ".join(line.split())
    for form in (_DAY_FIRST, _MONTH_FIRST, _ISO, _EAST):
        m = form.match(line)
        if m and _leads(m) and (day := _day(m["year"], m["month"], m["day"])):
            return day, _behind(line[m.end() :])
    return None


def clock(line: str) -> bool:
    """Whether a line is a time of day and nothing else."""
    return _CLOCK.fullmatch(" ".join(line.split())) is not None


def is_weekday(line: str) -> bool:
    """Whether a line is the name of a weekday and nothing else."""
    return line.strip(" ,.;").lower() in _weekdays()


def edition(lines: Iterable[str]) -> str:
    """The edition that the words behind the date and the lines under it name; a time, a weekday and a note of correction name none."""
    return "; ".join(line for line in lines if line and not clock(line) and not is_weekday(line) and not is_appended([line]))


def _leads(m: re.Match[str]) -> bool:
    lead = m.groupdict().get("weekday")
    return lead is None or lead.lower() in _weekdays()


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdecimal() else _months().get(month.lower())
    if not month.isdecimal() and (found := header_date(f"{day} {month} {year}")):
        return found
    try:
        return date(int(year), number or 0, int(day))
    except ValueError:
        return None


def _behind(rest: str) -> str:
    """What follows the date, less weekday and time of day: "An Edition"."""
    rest = rest.strip(" ,;.")
    first = re.match(r"[^\W\d_]+(?:-[^\W\d_]+)?", rest)
    if first and first[0].lower() in _weekdays():
        rest = rest[first.end() :].strip(" ,;.")
    if m := _CLOCK.match(rest):
        rest = rest[m.end() :].strip(" ,;.")
    return rest
