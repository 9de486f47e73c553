"""Builders of years, decades and centuries."""

from __future__ import annotations

from reportedly.layers.times.expressions import Calendar, Century, Decade, Era, Expression, Meaning
from reportedly.layers.times.lexicon import fiscal_year, joined_parts, range_years, year_of
from reportedly.layers.times.numbers import ordinal_of, spoken_year
from reportedly.layers.times.slots import Builder, Slots, listed, token_before
from reportedly.text import Parsed, Token

EARLIEST_PLAIN_YEAR = 1500  # the earliest plain year of TimeBank is 1898, of WikiWars 1614; smaller numbers mostly count something
_NAMED = frozenset({"LAW", "EVENT", "WORK_OF_ART", "ORG", "PERSON", "GPE"})  # "the 1955 Treaty of ..."
_COUNTS = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT", "PRODUCT", "LAW", "FAC", "WORK_OF_ART"})


def _year(s: Slots) -> Meaning | None:
    return Calendar(year=s.year()) if may_be_year(s.parsed, s.tokens[0]) else None


def may_be_year(parsed: Parsed, token: Token, after_month: bool = False) -> bool:
    """Whether a number of four digits is a year and counts nothing: "in 1995", not "1995 tons", "Flight 1995"."""
    following = parsed.tokens[token.i + 1] if token.i + 1 < len(parsed.tokens) else None
    if following is not None and following.sent == token.sent and listed(following.lower, "counted"):
        return False
    if _of_other_calendar(parsed, token):
        return False
    if after_month or token.ent == "DATE":
        return True
    late = year_of(token.lower) >= EARLIEST_PLAIN_YEAR
    before = token_before(parsed, token)
    if before is None:
        return token.dep != "nummod" and token.ent not in _COUNTS and late
    if not listed(before.lower, "before a year"):
        return False
    if before.lower in {"of", "the", "in"} and token.ent in _NAMED:
        return late
    return token.dep != "nummod" and token.ent in {"", "CARDINAL", "TIME"} and (before.pos == "ADP" or late)


def _of_other_calendar(parsed: Parsed, year: Token) -> bool:
    """ "1398 (solar)", "1441 AH"."""
    following = [t for t in parsed.tokens[year.i + 1 : year.i + 3] if t.sent == year.sent and t.text != "("]
    return year_of(year.lower) < EARLIEST_PLAIN_YEAR and bool(following) and listed(following[0].lower, "other calendar")


def _named_year(s: Slots) -> Meaning | None:
    """ "the year 2000", "fiscal year 1989", "fiscal 1989"."""
    return Calendar(year=s.year()) if s.value("unit") in {None, "Y"} else None


def _fiscal_code(s: Slots) -> Meaning | None:
    """ "FY2025"."""
    return Calendar(year=fiscal_year(s.tokens[0].lower))


def _spoken_year(s: Slots) -> Meaning | None:
    """ "nineteen ninety-six", "the year two thousand"."""
    unit = s.value("unit")
    year = spoken_year([t.lower for t in s.all("number", "teens")])
    return Calendar(year=year) if year and unit in {None, "Y"} and (unit or year < 2000) else None


def _joined(s: Slots) -> Expression | None:
    """ "mid-1990s", "post-1959"."""
    token = s.tokens[0]
    phase, rest = joined_parts(token.lower)
    meaning: Meaning = Decade(int(rest.lstrip("'")[:-2])) if rest.endswith("s") else Calendar(year=year_of(rest))
    return Expression(token.i, token.i, meaning, phase=phase if phase in {"early", "mid", "late"} else None)


def _year_range(s: Slots) -> Meaning | None:
    """ "1914-1918" in one token."""
    first, last = range_years(s.tokens[0].lower)
    return Calendar(year=first, until=last) if first <= last else None


def _era(s: Slots) -> Meaning | None:
    number, era = s.first("daynum", "digits", "year"), s.value("era")
    return None if number is None or era is None else Era(int(number.lower.replace(",", "")), era)


def _decade(s: Slots) -> Meaning | None:
    """ "the 1980s", "the '80s"; "80s" alone may be a temperature or an age."""
    last = s.tokens[-1].lower
    digits = last.lstrip("'").rstrip("s")
    if len(digits) == 2 and last[0] != "'" and s.first("possessive", "the") is None:
        return None
    return Decade(int(digits[:-1]))


def _decade_word(s: Slots) -> Meaning | Expression | None:
    """ "the eighties"; not "in their eighties", which has no article."""
    phase = s.first("early", "late", "mid")
    built = Decade(s.number("decadeword") or 0)
    return built if phase is None else Expression(s.tokens[0].i, s.tokens[-1].i, built, phase=phase.lower)


def _century(s: Slots) -> Meaning | None:
    number = ordinal_of(s.all("ordinal")[0].lower)
    return Century(number) if s.value("unit") == "C" and number > 0 else None


YEARLY: dict[str, Builder] = {
    "year": _year, "named_year": _named_year, "fiscal_year": _named_year, "fiscal_code": _fiscal_code, "spoken_year": _spoken_year,
    "joined": _joined,
    "year_range": _year_range, "era": _era, "decade": _decade, "decade_word": _decade_word, "century": _century,
}  # fmt: skip
