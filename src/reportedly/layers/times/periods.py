"""Stretches of the calendar with their TIMEX3 values: the day, week, month ... that a date lies in, and steps from one to another."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

FIRST_YEAR = 1  # what a Python date can hold; earlier years have a value and no days
# Meteorological and northern: the month in which each begins. A winter has its December's year.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS = {"M": 1, "Q": 3, "S": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}  # how many months a unit lasts


class Moment(NamedTuple):
    """A TIMEX3 value with the unit it counts in and the first and last day it covers (None where unknown)."""

    unit: str
    value: str
    start: date | None = None
    end: date | None = None


def period(unit: str, day: date) -> Moment:
    """The day (D), week (W), weekend (WE), month (M), quarter (Q), season (S), half (H), year (Y), decade (E) or century (C) of a date."""
    return _PERIODS[unit](day)


def step(moment: Moment, count: int) -> Moment:
    """The period of the same unit `count` steps on; undated where the moment is, or where the calendar ends."""
    if moment.start is None:
        return moment
    day = plus(moment.start, count, moment.unit)
    return Moment(moment.unit, moment.value) if day is None else period(moment.unit, day)


def plus(day: date, count: float, unit: str) -> date | None:
    """A date so many days, weeks, months ... on; the last of the month where the month is too short; None beyond the calendar."""
    try:
        if unit in MONTHS:
            return _plus_months(day, round(count * MONTHS[unit]))
        return day + timedelta(days=count * {"D": 1, "W": 7, "WE": 7, "F": 14}.get(unit, 0))
    except (ValueError, OverflowError):
        return None


def _plus_months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not FIRST_YEAR <= year <= MAXYEAR:
        raise OverflowError(f"year {year} is outside the calendar")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_from(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of `count` months."""
    first = date(year, month, 1)
    following = plus(first, count, "M")
    return first, (following - timedelta(days=1) if following else date(MAXYEAR, 12, 31))


def season(year: int, name: str) -> Moment:
    """A season of a year: SP, SU, FA or WI."""
    return Moment("S", f"{year:04}-{name}", *months_from(year, SEASONS[name], 3))


def years(unit: str, value: str, first: int, last: int) -> Moment:
    """A run of years; without days where it reaches outside the calendar."""
    if not FIRST_YEAR <= first <= last <= MAXYEAR:
        return Moment(unit, value)
    return Moment(unit, value, date(first, 1, 1), date(last, 12, 31))


def century(number: int) -> Moment:
    """The nineteenth century is 18: 1800 to 1899, as reports count."""
    return years("C", f"{number - 1:02}", max(1, (number - 1) * 100), (number - 1) * 100 + 99)


def _day(day: date) -> Moment:
    return Moment("D", day.isoformat(), day, day)


def _week(day: date) -> Moment:
    year, week, weekday = day.isocalendar()
    monday = plus(day, 1 - weekday, "D") or day
    return Moment("W", f"{year:04}-W{week:02}", monday, plus(monday, 6, "D") or day)


def _weekend(day: date) -> Moment:
    week = _week(day)
    saturday = plus(week.start or day, 5, "D") or day
    return Moment("WE", f"{week.value}-WE", saturday, plus(saturday, 1, "D") or saturday)


def _month(day: date) -> Moment:
    return Moment("M", f"{day.year:04}-{day.month:02}", *months_from(day.year, day.month, 1))


def _quarter(day: date) -> Moment:
    n = (day.month + 2) // 3
    return Moment("Q", f"{day.year:04}-Q{n}", *months_from(day.year, 3 * n - 2, 3))


def _half(day: date) -> Moment:
    n = 1 if day.month <= 6 else 2
    return Moment("H", f"{day.year:04}-H{n}", *months_from(day.year, 6 * n - 5, 6))


def _season(day: date) -> Moment:
    name = {0: "WI", 1: "SP", 2: "SU", 3: "FA"}[day.month % 12 // 3]
    return season(max(FIRST_YEAR, day.year - (day.month < 3)), name)


def _year(day: date) -> Moment:
    return years("Y", f"{day.year:04}", day.year, day.year)


def _decade(day: date) -> Moment:
    return decade(day.year // 10)


def decade(tens: int) -> Moment:
    """The 1980s are 198."""
    return years("E", f"{tens:03}", max(1, tens * 10), tens * 10 + 9)


def _century(day: date) -> Moment:
    return century(day.year // 100 + 1)


_PERIODS: dict[str, Callable[[date], Moment]] = {
    "D": _day, "W": _week, "WE": _weekend, "M": _month, "Q": _quarter, "S": _season, "H": _half, "Y": _year, "E": _decade, "C": _century,
}  # fmt: skip
