"""Builders of times that are counted from now or from what was last spoken of."""

from __future__ import annotations

from typing import NamedTuple

from reportedly.layers.times.dates import of_time
from reportedly.layers.times.expressions import Calendar, Deictic, Duration, Meaning, Offset, Part, Plain, Relative
from reportedly.layers.times.numbers import ordinal_of
from reportedly.layers.times.slots import Builder, Slots, word_value

_HOURLY = frozenset({"h", "m", "s"})


class Shift(NamedTuple):
    """How many periods on, from now or then; `recent` where the word says only that it is past."""

    steps: int
    base: str
    recent: bool = False


def shift_of(s: Slots) -> Shift | None:
    """What the last shifting word says: "this past" is past, "that same" the same."""
    said = s.all("shift", "that", "same")
    if not said:
        return None
    steps, base = word_value(said[-1].lower).split()
    return Shift(-1, base, recent=True) if steps == "recent" else Shift(int(steps), base)


def _relative(s: Slots) -> Meaning | None:
    """ "last week", "this Friday", "next April", "that year"."""
    shift = shift_of(s)
    if shift is None:
        return _the_unit(s)
    unit = {"F": "W"}.get(said := s.value("unit") or "", said)
    if shift.recent or unit in _HOURLY | {"L"} or (unit == "Q" and s.after() == ("of",)):
        return None
    if s.first("half") is not None:
        return Calendar(period="H", number=2) if shift.steps < 0 and of_time(s) else None
    if unit in {"E", "C"} and shift[:2] == (-1, "now"):
        return Duration(1.0, unit, -1)
    if unit == "D" and shift.base == "now" and shift.steps:
        return None if shift.steps < 0 else Offset(1, "D", 1, "then")  # "the next day" is a day later
    return Relative(shift.steps, shift.base, unit, s.number("month"), s.number("weekday"), s.value("season"), s.value("part"))


def _relative_day(s: Slots) -> Meaning | None:
    """ "last October 23"."""
    shift, day = shift_of(s), s.first("daynum", "ordinal")
    if shift is None or shift.recent or day is None:
        return None
    return Relative(shift.steps, shift.base, "D", s.number("month"), day=ordinal_of(day.lower))


def _relative_units(s: Slots) -> Meaning | None:
    """ "the coming days", "recent months"."""
    shift, unit = shift_of(s), s.value("units")
    if shift is None or unit is None or not shift.steps:
        return None
    return Duration(None, unit, shift.steps if shift.base == "now" else 0)


def _the_unit(s: Slots) -> Meaning | None:
    """ "the year", "the quarter", "the weekend", "the morning": a time where nothing says otherwise."""
    last = s.tokens[-1]
    if s.kinds[-1] == "part":
        return Part(word_value(last.lower)) if last.dep != "compound" else None
    unit = word_value(last.lower)
    if unit not in {"Y", "M", "W", "Q", "WE"} or last.dep in {"compound", "amod", "nmod", "poss"}:
        return None
    if unit == "Y" and set(s.after()) & {"ended", "ending", "to"}:  # "the year ended June 30"
        return Duration(1, "Y")
    return Plain(unit)


def _offset(s: Slots) -> Meaning | None:
    """ "two years ago", "a day earlier", "months later", "the day before"."""
    last, unit = s.tokens[-1], s.value("unit", "units")
    if unit is None or unit in _HOURLY | {"WE"} or (s.kinds[-1] == "shift" and last.lower != "following") or s.kinds[0] == "unit":
        return None
    if s.kinds[0] == "the" and (unit not in {"D", "W", "M", "Y"} or last.lower in {"ago", "hence", "ahead"}):
        return None
    if last.lower in {"before", "after", "following", "ahead"} and (last.kids or _governs(s)):
        return None
    steps, base = word_value(last.lower).split()
    return Offset(told_amount(s), unit, int(steps), base)


def _governs(s: Slots) -> bool:
    """Whether what follows "before" or "after" is its object or clause."""
    last = s.tokens[-1]
    following = s.parsed.tokens[last.i + 1] if s.after() else None
    return following is not None and last.lower in {"before", "after"} and following.pos in {
        "DET", "NOUN", "PROPN", "PRON", "VERB", "ADJ", "NUM",
    }  # fmt: skip


def told_amount(s: Slots) -> float | None:
    """How many; 1 for "a" and "the", None for "several" and for no number."""
    amount = s.amount()
    if amount is not None:
        return amount
    return None if "vague" in s.kinds or s.kinds[0] not in {"a", "the"} else 1.0


def _offset_from_now(s: Slots) -> Meaning | None:
    """ "three weeks from now", whose "now" is a phrase of its own elsewhere."""
    unit = s.value("unit", "units")
    return Offset(told_amount(s), unit, 1, "now") if unit and unit not in _HOURLY and s.tokens[-1].lower == "now" else None


def _year_ago(s: Slots) -> Meaning | None:
    """ "the year-earlier period", "year-ago"; "the year-ago third quarter" names its quarter."""
    unit, direction = s.value("unit"), s.first("direction")
    if unit is None or direction is None or direction.lower not in {"ago", "earlier"}:
        return None
    number = s.first("ordinal")
    return Offset(1, unit, -1, "then", None if number is None else ordinal_of(number.lower))


def _deictic(s: Slots) -> Meaning | None:
    """ "today", "tonight"."""
    value = word_value(s.tokens[0].lower)
    return Deictic(int(value.removesuffix("NI")), "NI" if value.endswith("NI") else None)


RELATIVE: dict[str, Builder] = {
    "relative": _relative, "relative_day": _relative_day, "relative_units": _relative_units, "the_unit": _the_unit, "offset": _offset,
    "offset_from_now": _offset_from_now, "year_ago": _year_ago, "deictic": _deictic,
}  # fmt: skip
