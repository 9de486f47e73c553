"""The days on which a year's holidays fall, by the rules of holidays.csv."""

from __future__ import annotations

from datetime import date, timedelta

_WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_ISLAMIC_EPOCH = date(622, 7, 19)  # 1 Muharram of year 1 in the civil calendar, as a Gregorian date


def days_of(rule: str, year: int) -> tuple[date, date] | None:
    """First and last day of a holiday in a year; None where the year has none. `rule` is a cell of holidays.csv."""
    try:
        return _days_of(rule, year)
    except (ValueError, OverflowError):  # 29 February, years outside the calendar
        return None


def _days_of(rule: str, year: int) -> tuple[date, date] | None:
    if rule.startswith("islamic"):
        return _islamic(year, *map(int, rule.split()[1:]))
    if rule.startswith("easter"):
        day = easter(year) + timedelta(days=int(rule.removeprefix("easter") or 0))
    elif " " in rule:
        day = _nth_weekday(year, rule.split())
    else:
        day = date.fromisoformat(rule if len(rule) > 5 else f"{year:04}-{rule}")
    return day, day


def easter(year: int) -> date:
    """Western Easter Sunday (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _nth_weekday(year: int, rule: list[str]) -> date:
    """`4 thu 11` is the fourth Thursday of November, `-1 mon 5` the last Monday of May; a last `+1` means the day after."""
    count, weekday, month = int(rule[0]), _WEEKDAYS[rule[1]], int(rule[2])
    later = int(rule[3]) if len(rule) > 3 else 0
    if count > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1) + later)
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7 - later)


def _islamic(year: int, month: int, day: int, length: int) -> tuple[date, date] | None:
    """By the tabular (civil) calendar, which may differ by a day from what a country announced."""
    for islamic in range(int((year - 622) * 33 / 32) - 1, int((year - 622) * 33 / 32) + 3):
        past = (islamic - 1) * 354 + (3 + 11 * islamic) // 30 + 29 * (month - 1) + month // 2 + day - 1
        first = _ISLAMIC_EPOCH + timedelta(days=past)
        if first.year == year:
            return first, first + timedelta(days=length - 1)
    return None
