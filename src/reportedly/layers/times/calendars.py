"""Dates placed in a year, and the days that early, mid and late parts cover."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, date, timedelta

from reportedly.knowledge.times import time_knowledge
from reportedly.layers.times.expressions import Calendar
from reportedly.layers.times.holidays import days_of
from reportedly.layers.times.periods import FIRST_YEAR, Moment, months_from, period, plus, season, years

THIRDS = {"early": 0, "mid": 1, "late": 2}
_UNDATED = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "H": "XXXX-HX"}
_UNIT_NAMES = {
    "C": "century", "E": "decade", "Y": "year", "S": "season", "Q": "quarter", "H": "half", "M": "month", "W": "week", "WE": "weekend",
}  # fmt: skip
_PERIOD_MONTHS = {"Q": 3, "H": 6}


def undated(unit: str) -> Moment:
    """ "last week" where nobody knows from when."""
    return Moment(unit, _UNDATED.get(unit, "XXXX"))


def in_year(m: Calendar, year: int | None) -> Moment | None:
    """A part of a year; a partial value where the year is not known; None where the year has no such day, or no calendar."""
    if m.rule is not None:
        return _holiday(m.rule, year)
    if year is not None and not FIRST_YEAR <= year <= MAXYEAR:
        return None
    stem = "XXXX" if year is None else f"{year:04}"
    if m.season is not None:
        return Moment("S", f"{stem}-{m.season}") if year is None else season(year, m.season)
    if m.period is not None and m.number is not None:
        length = _PERIOD_MONTHS[m.period]
        days = () if year is None else months_from(year, length * (m.number - 1) + 1, length)
        return Moment(m.period, f"{stem}-{m.period}{m.number}", *days)
    if m.month is None:
        return Moment("Y", stem) if year is None else years("Y", stem, year, year)
    if m.day is None:
        return Moment("M", f"{stem}-{m.month:02}") if year is None else period("M", date(year, m.month, 1))
    if m.day > calendar.monthrange(year or 2000, m.month)[1]:
        return None
    return Moment("D", f"{stem}-{m.month:02}-{m.day:02}") if year is None else period("D", date(year, m.month, m.day))


def _holiday(rule: str, year: int | None) -> Moment | None:
    """A holiday's day; one of several days keeps its year as value, as TIMEX3 has none for it."""
    if len(rule) == len("2001-09-11") and rule[:4].isdigit():
        year = int(rule[:4])
    days = days_of(rule, year) if year is not None else None
    if days is None:
        return Moment("D", f"XXXX-{rule}" if rule[:2].isdigit() else "XXXX")
    return period("D", days[0]) if days[0] == days[1] else Moment("", f"{days[0].year:04}", *days)


def phase_of(moment: Moment, phase: str | None) -> tuple[date | None, date | None]:
    """First and last day of the early, mid or late part of a period, by time_phases.csv; of the whole where there is no such part."""
    part = time_knowledge().phases.get((_UNIT_NAMES.get(moment.unit, ""), phase or ""))
    start, end = moment.start, moment.end
    if not moment.unit and phase in THIRDS and start is not None and end is not None:  # a holiday of several days
        days = (end - start).days + 1
        return start + timedelta(days=THIRDS[phase] * days // 3), start + timedelta(days=(THIRDS[phase] + 1) * days // 3 - 1)
    if part is None or start is None or end is None:
        return start, end
    first, last = part
    if moment.unit in {"C", "E"}:
        return start.replace(year=start.year + first), end.replace(year=min(end.year, start.year + last))
    unit = "M" if moment.unit in {"Y", "S", "Q", "H"} else "D"
    following = plus(start, last, unit)
    return plus(start, first - 1, unit) or start, min(end, following - timedelta(days=1)) if following else end
