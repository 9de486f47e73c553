"""Builders of dates that name their day, month, season, quarter or weekday."""

from __future__ import annotations

from reportedly.knowledge.times import time_knowledge
from reportedly.layers.times.expressions import Calendar, Meaning
from reportedly.layers.times.lexicon import quarter_parts, year_of
from reportedly.layers.times.numbers import ordinal_of
from reportedly.layers.times.slots import Builder, Slots, listed, token_before, word_value
from reportedly.layers.times.yearly import may_be_year
from reportedly.text import Parsed, Token

LONGEST_MONTH = 31
_TIME_ENTS = frozenset({"", "DATE", "TIME"})


def _date(s: Slots) -> Meaning | None:
    """ "March 5, 2017", "5th of March", "March 2017"."""
    day, year = s.first("daynum", "ordinal"), s.first("year")
    if year is not None and not may_be_year(s.parsed, year, after_month=True):
        return None
    number = ordinal_of(day.lower) if day is not None else None
    if number is not None and not 1 <= number <= 31:
        return None
    return Calendar(year=s.year(), month=s.number("month"), day=number)


def _day_alone(s: Slots) -> Meaning | None:
    """ "on the 14th"; not "on the 14th floor", nor "on the first"."""
    day, before, following = s.tokens[-1], s.before(), s.after(3)
    number = ordinal_of(day.lower) if day.lower[0].isdigit() else 0
    if not 1 <= number <= LONGEST_MONTH or before is None or not (listed(before.lower, "before a day") or _of_part(s, before)):
        return None
    counts = day.dep in {"amod", "compound", "nmod"} or following[:1] == ("of",) and following[-1] != "month"
    return None if counts else Calendar(day=number)


def _of_part(s: Slots, before: Token) -> bool:
    """ "the night of the 14th"."""
    part = token_before(s.parsed, before)
    return before.lower == "of" and part is not None and time_knowledge().words.get(part.lower, ("",))[0] == "part"


def _month(s: Slots) -> Meaning | None:
    """A month alone; not where it is somebody's name, or the verb or noun "march"."""
    token = s.tokens[0]
    if token.ent not in _TIME_ENTS | {"CARDINAL"} or token.pos == "VERB":
        return None
    if listed(token.lower.rstrip("."), "name-like month") and not _stands_as_time(s.parsed, token):
        return None
    return Calendar(month=s.number("month"))


def _stands_as_time(parsed: Parsed, token: Token) -> bool:
    """Whether the word before asks for a time."""
    before = token_before(parsed, token)
    return before is not None and listed(before.lower, "before a name-like month")


def _iso(s: Slots) -> Meaning | None:
    """2017-03-01, where the hyphens are tokens of their own."""
    month, day = (int(t.lower) for t in s.all("daynum"))
    joined = all(a.end == b.start for a, b in zip(s.tokens, s.tokens[1:], strict=False))
    return Calendar(year=s.year(), month=month, day=day) if month <= 12 and joined else None


def _numeric(s: Slots) -> Meaning | None:
    """2017-03-01, 3/1/2017 and 31/1/2017, 1.3.2017: month first with slashes where it can be, day first with dots."""
    text = s.tokens[0].lower.split("t")[0]
    if "-" in text:
        year, month, day = (int(p) for p in text.split("-"))
    else:
        first, second, last = text.replace(".", "/").split("/")
        year, month, day = year_of(last), int(first), int(second)
        if month > 12 or "." in text:
            month, day = day, month
    return Calendar(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _weekday(s: Slots) -> Meaning | None:
    return Calendar(weekday=s.number("weekday")) if s.tokens[0].ent in _TIME_ENTS else None


def _quarter(s: Slots) -> Meaning | None:
    """ "the third quarter", "the first half": of a year that the words beside it or the context give."""
    unit = {"Q": "Q", "1/2": "H"}.get(s.value("unit", "half") or "")
    number = ordinal_of(s.all("ordinal")[0].lower)
    if unit is None or not 1 <= number <= {"Q": 4, "H": 2}[unit] or (unit == "H" and not (s.year() or of_time(s))):
        return None
    return Calendar(year=s.year(), period=unit, number=number)


def of_time(s: Slots) -> bool:
    """ "the first half of 2017", not "of the game"."""
    following = [w for w in s.after(4) if w not in {"of", "the", "this", "last", "next"}]
    known = time_knowledge().words.get(following[0]) if following else None
    return bool(following) and (following[0].isdigit() or (known is not None and known.kind in {"unit", "fiscal"}))


def _quarter_code(s: Slots) -> Meaning | None:
    """ "Q3", "H1"."""
    parts = quarter_parts(s.tokens[0].lower)
    if parts is None or (parts[0] == "h" and parts[1] > 2):
        return None
    return Calendar(year=parts[2] or s.year(), period=parts[0].upper(), number=parts[1])


def _season(s: Slots) -> Meaning | None:
    """A season; not the fall of a city, nor the name of a thing."""
    token, before = s.first("season") or s.tokens[-1], s.before()
    if (token.dep == "compound" and token.ent not in {"DATE", ""}) or (before is not None and before.lower in {"a", "an"}):
        return None
    if token.lower == "fall" and s.year() is None and (len(s.tokens) == 1 or s.after() == ("of",)) and not _year_follows(s):
        return None
    return Calendar(year=s.year(), season=word_value(token.lower))


def _year_follows(s: Slots) -> bool:
    """ "fall 2017", "the fall of 2017", "the fall of that year"."""
    following = [w for w in s.after(3) if w not in {"of", "the", "this", "last", "next", "that"}]
    return bool(following) and (following[0].isdigit() or following[0] == "year")


DATES: dict[str, Builder] = {
    "month_day": _date, "day_month": _date, "month_year": _date, "month": _month, "day_alone": _day_alone, "iso": _iso, "numeric": _numeric,
    "weekday": _weekday,
    "quarter": _quarter, "quarter_code": _quarter_code, "season": _season,
}  # fmt: skip
