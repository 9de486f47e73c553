"""Builders of durations and of sets of times."""

from __future__ import annotations

from reportedly.layers.times.durations import duration_value
from reportedly.layers.times.expressions import Duration, Meaning, Repeated
from reportedly.layers.times.numbers import ordinal_of
from reportedly.layers.times.relative import shift_of, told_amount
from reportedly.layers.times.slots import Builder, Slots, word_value
from reportedly.text import Token

_DEPENDENTS = frozenset({"nummod", "poss", "det", "amod", "compound"})


def _amount_ahead(s: Slots) -> Meaning | None:
    """ "the past eight months", "the next few days", "the first nine months"."""
    unit, shift = s.value("units", "unit"), shift_of(s)
    if unit is None or (unit == "Q" and s.after() == ("of",)) or (shift is not None and not shift.steps):
        return None
    if shift is None or shift.base == "then":
        return Duration(told_amount(s), unit)
    return Duration(told_amount(s), unit, shift.steps)


def _duration(s: Slots) -> Meaning | None:
    """ "eight months", "a week", "several days"; not an age, nor "$5 a day"."""
    unit, last = s.value("units", "unit"), s.tokens[-1]
    single = s.kinds[-1] == "unit"
    if unit is None or unit == "WE" or (unit == "Q" and (single or s.after() == ("of",))) or s.after() == ("old",):
        return None
    amount = told_amount(s)
    if not single:
        return Duration(amount, unit)
    counted = {"number", "teens", "daynum", "digits", "half"} & set(s.kinds)
    if not counted and (s.kinds[0] != "a" or last.dep in {"compound", "amod", "poss"} or _distributive(s, last)):
        return None
    return Duration(amount, unit)


def _distributive(s: Slots, last: Token) -> bool:
    """ "$5 a day", "three flights a week": TimeBank marks three such phrases and leaves seven unmarked."""
    before = s.before()
    if before is None or last.dep not in {"npadvmod", "appos", "nmod", "dobj", "oprd"}:
        return False
    return before.pos in {"NOUN", "NUM", "SYM"}


def _duration_to(s: Slots) -> Meaning | None:
    """ "two to three weeks" counts by its first number, as TIMEX3 has no range."""
    unit = s.value("units", "unit")
    if unit is None or s.after() == ("old",):
        return None
    return Duration(s.amount(next(i for i, k in enumerate(s.kinds) if k in {"to", "or", "dash", "and"})), unit)


def _unit_and_half(s: Slots) -> Meaning | None:
    """ "a minute and a half"."""
    unit = s.value("unit")
    return Duration(1.5, unit) if unit and unit != "Q" else None


def _unit_or_two(s: Slots) -> Meaning | None:
    """ "a year or two"."""
    unit = s.value("unit")
    return Duration(None, unit) if unit else None


def _hyphenated(s: Slots) -> Meaning | None:
    """ "30-year", "two-hour"; an age ("25-year-old") is no time."""
    unit, following = s.value("unit"), s.after(2)
    if s.kinds[-1] == "old" or "old" in following[:1] or (len(following) == 2 and following[0] == "-" and following[1] in {"old", "olds"}):
        return None
    return Duration(s.amount(), unit) if unit and unit != "WE" else None


def _long(s: Slots) -> Meaning | None:
    """ "decades-long", "day-long"."""
    unit = s.value("unit", "units")
    return Duration(None if "units" in s.kinds else 1.0, unit) if unit else None


def _half_unit(s: Slots) -> Meaning | None:
    """ "half an hour", "a half-century"."""
    unit = s.value("unit")
    return Duration(0.5, unit) if unit in {"h", "C", "E", "D", "Y", "m"} else None


def _quarter_unit(s: Slots) -> Meaning | None:
    """ "a quarter-century"."""
    first, second = (word_value(t.lower) for t in s.all("unit"))
    return Duration(0.25, second) if first == "Q" and second in {"C", "h"} else None


def _units(s: Slots) -> Meaning | None:
    """ "for years", "hours after": bare units where nothing else stands with them."""
    token, unit = s.tokens[0], s.value("units")
    if unit is None or unit == "WE" or any(s.parsed.tokens[k].dep in _DEPENDENTS for k in token.kids):
        return None
    governed = token.dep == "pobj" and s.parsed.head(token).lower in {"for", "in", "within", "after", "over"}
    return Duration(None, unit) if governed or s.after() in {("after",), ("before",)} else None


def _every(s: Slots) -> Meaning | None:
    """ "every day", "each Friday", "every other year"."""
    ordinal = s.first("ordinal")
    amount = 2.0 if s.first("other") else float(ordinal_of(ordinal.lower)) if ordinal else s.amount() or 1.0
    kind, value = s.kinds[-1], word_value(s.tokens[-1].lower)
    if kind in {"unit", "units"}:
        return Repeated(duration_value(max(amount, 1.0), value) if value != "WE" else "XXXX-WXX-WE")
    return Repeated(_recurring(kind, value))


def _recurring(kind: str, value: str) -> str:
    """The value of every Monday, May, summer or morning."""
    if kind in {"weekday", "weekdays"}:
        return f"XXXX-WXX-{value}"
    if kind == "month":
        return f"XXXX-{int(value):02}"
    return f"XXXX-{value}" if kind in {"season", "seasons"} else f"XXXX-XX-XXT{value}"


def _weekdays(s: Slots) -> Meaning | None:
    """ "Mondays", "Tuesday nights"."""
    part = s.value("part", "parts")
    return Repeated(_recurring("weekday", s.value("weekday", "weekdays") or "") + (f"T{part}" if part else ""))


def _seasons(s: Slots) -> Meaning | None:
    """ "summers"; not springs, which are of water too."""
    value = s.value("seasons")
    return Repeated(_recurring("seasons", value)) if value and value != "SP" else None


def _often(s: Slots) -> Meaning | None:
    """ "twice a week", "per day"."""
    unit = s.value("unit")
    return Repeated(duration_value(1.0, unit)) if unit and unit != "WE" else None


AMOUNTS: dict[str, Builder] = {
    "amount_ahead": _amount_ahead, "amount_after": _amount_ahead, "duration": _duration, "duration_to": _duration_to,
    "unit_and_half": _unit_and_half, "unit_or_two": _unit_or_two, "hyphenated": _hyphenated, "long": _long, "half_unit": _half_unit,
    "quarter_unit": _quarter_unit, "units": _units, "every": _every, "weekdays": _weekdays, "seasons": _seasons, "often": _often,
    "per": _often,
}  # fmt: skip
