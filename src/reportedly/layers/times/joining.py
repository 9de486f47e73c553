"""Neighbouring expressions that make one: "early" + "June", "Monday" + "morning", "the third quarter" + "of" + "last year"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.layers.times.expressions import (
    Calendar,
    Clock,
    Deictic,
    Duration,
    Expression,
    Offset,
    Part,
    Plain,
    Prefix,
    Relative,
)  # fmt: skip
from reportedly.text import Parsed

REACH = 4  # tokens from one expression to the next that may still be one: the longest link is "local time on"
_SIDE_BY_SIDE = frozenset({"", ","})
_WITHIN = frozenset({"", "of", "in", "of the", "in the"})
_DAY_EDGES = frozenset({"dawn", "daybreak", "sunrise", "dusk", "nightfall", "sunset"})  # these need no article
_RANGE = frozenset({"to", "and", "-", "\u2013", "through", "until", "or", "and the"})
_AROUND = frozenset({"", "'s", "'"})
_AT = frozenset({"", "at", ",", "around", "about", "at about", "at around", "by"})
_ON = frozenset({"", "on", ",", "of", "on the", "of the"})
_NIGHT_ON = frozenset({"", "on", "from", "of"})
OVERNIGHT = Deictic(0, "NI")
_LOCAL_TIME = re.compile(r"(\S+ )?time\b ?")  # "6 p.m. local time on Friday", "03:30 Kyiv time on Friday"


def joined(parsed: Parsed, expressions: Iterable[Expression]) -> list[Expression]:
    """The expressions with their neighbours taken in, in reading order; prefixes that shade nothing are gone."""
    stack: list[Expression] = []
    for expression in expressions:
        stack.append(expression)
        while len(stack) > 1 and (whole := _join(parsed, stack[-2], stack[-1])) is not None:
            stack[-2:] = [whole]
        if len(stack) > 1 and (dated := _dated_by(parsed, stack[-2], stack[-1])) is not None:
            stack[-2] = dated
    return [e for e in stack if _stands_alone(parsed, e)]


def _stands_alone(parsed: Parsed, e: Expression) -> bool:
    """Whether it tells a time by itself: no prefix does, nor a bare "morning"."""
    if isinstance(e.meaning, Part):
        before = parsed.tokens[e.first - 1] if e.first else None
        told = before is not None and before.pos in {"ADP", "SCONJ"} and parsed.tokens[e.first].lower in _DAY_EDGES
        return parsed.tokens[e.first].lower == "the" or told
    return not isinstance(e.meaning, Prefix)


def _join(parsed: Parsed, left: Expression, right: Expression) -> Expression | None:
    """One expression of two that stand side by side in a sentence, or None."""
    gap = _near_gap(parsed, left, right)
    if gap is None:
        return None
    if isinstance(left.meaning, Prefix):
        return _shaded(left, left.meaning, right) if not gap else None
    return _same_day(left, gap, right) or _day_and_hour(left, gap, right) or _within(left, gap, right)


def _dated_by(parsed: Parsed, left: Expression, right: Expression) -> Expression | None:
    """The left one with the year of the right one: "from May 15 to August 16, 1988"; None where it needs none."""
    m, dated = left.meaning, right.meaning
    if not isinstance(m, Calendar) or not isinstance(dated, Calendar) or not _is_inner(left) or m.weekday is not None:
        return None
    if right.first - left.last > REACH or _gap(parsed, left, right) not in _RANGE:
        return None
    if right.scope is not None:
        return left._replace(scope=right.scope) if _is_year(right.scope) else None
    if dated.year is None or (dated.month is None and dated.season is None):
        return None
    turned = (m.month or 0) > (dated.month or 12)
    return left._replace(meaning=m._replace(year=dated.year - turned))


def _gap(parsed: Parsed, left: Expression, right: Expression) -> str:
    """The words between two expressions."""
    return " ".join(t.lower for t in parsed.tokens[left.last + 1 : right.first])


def _shaded(left: Expression, prefix: Prefix, right: Expression) -> Expression | None:
    """ "early" or "about" before a time."""
    if isinstance(right.meaning, Prefix):
        return right._replace(first=left.first, meaning=Prefix(prefix.phase or right.meaning.phase))
    if prefix.phase and isinstance(right.meaning, Duration | Clock):
        return None
    if prefix.phase is None and (_is_weekday(right) or isinstance(right.meaning, Relative | Plain | Deictic)):
        return None
    if prefix.phase in {"H1", "H2"}:
        if _is_year(right):
            return Expression(left.first, right.last, Calendar(period="H", number=int(prefix.phase[1])), scope=right)
        return right._replace(first=left.first, phase="early" if prefix.phase == "H1" else "late")
    return right._replace(first=left.first, phase=right.phase or prefix.phase)


def _same_day(left: Expression, gap: str, right: Expression) -> Expression | None:
    """ "Monday, October 26"."""
    if gap not in _SIDE_BY_SIDE or not (_is_weekday(left) and isinstance(right.meaning, Calendar) and right.meaning.day is not None):
        return None
    if right.meaning.rule or right.meaning.weekday or right.meaning.month is None:
        return None
    return right._replace(
        first=left.first, phase=left.phase or right.phase, clock=left.clock or right.clock, part=left.part or right.part
    )  # fmt: skip


def _day_and_hour(left: Expression, gap: str, right: Expression) -> Expression | None:
    """ "Monday morning", "6 p.m. on Monday", "the night of June 5"."""
    if _is_day(left) and left.clock is None:
        if isinstance(right.meaning, Part) and left.part is None and not gap:
            return left._replace(last=right.last, part=right.meaning.part)
        if isinstance(right.meaning, Clock) and gap in _AT:
            return left._replace(last=right.last, clock=right.meaning)
    if not _is_day(right) or right.clock is not None:
        return None
    if isinstance(left.meaning, Clock):
        return right._replace(first=left.first, clock=left.meaning) if _LOCAL_TIME.sub("", gap) in _ON else None
    part = _part_of_day(left, gap) if right.part is None else None
    return right._replace(first=left.first, part=part, phase=left.phase or right.phase) if part else None


def _part_of_day(e: Expression, gap: str) -> str | None:
    """The part of a day that is told of next: "the night" of it, "overnight" on it."""
    if isinstance(e.meaning, Part):
        return e.meaning.part if gap in _ON else None
    return OVERNIGHT.part if e.meaning == OVERNIGHT and gap in _NIGHT_ON else None


def night_of(parsed: Parsed, left: Expression, right: Expression) -> Expression | None:
    """A part of the day with the day it is of, where that is told of only later: "the night of 3 to 4 May"."""
    gap = _near_gap(parsed, left, right)
    return None if gap is None or not (isinstance(left.meaning, Part) or left.meaning == OVERNIGHT) else _day_and_hour(left, gap, right)


def _near_gap(parsed: Parsed, left: Expression, right: Expression) -> str | None:
    """The words between two expressions that may be one; None where they stand too far apart."""
    tokens = parsed.tokens
    near = right.first - left.last <= REACH and tokens[left.first].sent == tokens[right.first].sent
    return _gap(parsed, left, right) if near else None


def _within(left: Expression, gap: str, right: Expression) -> Expression | None:
    """ "June" within "last year", in either order; "the week" of a day."""
    if gap == "of" and left.meaning == Plain("W") and _is_day(right):
        return left._replace(last=right.last, scope=right)
    if gap in _WITHIN and _is_inner(left) and _holds(right, left):
        return left._replace(last=right.last, scope=right)
    if gap in _AROUND and _is_inner(right) and _is_year(left) and not (_is_dated(right) or _is_weekday(right)):
        return right._replace(first=left.first, scope=left)
    return None


def _is_weekday(e: Expression) -> bool:
    return (isinstance(e.meaning, Calendar) and e.meaning.weekday is not None) or (
        isinstance(e.meaning, Relative) and e.meaning.weekday is not None
    )


def _is_day(e: Expression) -> bool:
    """Whether it names a day."""
    m = e.meaning
    if isinstance(m, Calendar):
        return m.day is not None or m.weekday is not None or (m.rule is not None and "islamic" not in m.rule)
    if isinstance(m, Relative):
        return m.weekday is not None or m.unit == "D" or m.part is not None
    return isinstance(m, Deictic) or (isinstance(m, Offset) and m.unit == "D" and m.amount is not None)


def _is_inner(e: Expression) -> bool:
    """Whether it lies in a period that it does not name."""
    m = e.meaning
    return e.scope is None and isinstance(m, Calendar) and m.year is None and m != Calendar()


def _is_dated(e: Expression) -> bool:
    return isinstance(e.meaning, Calendar) and e.meaning.day is not None


def _is_year(e: Expression) -> bool:
    m = e.meaning
    if isinstance(m, Calendar):
        return m.year is not None and m.month is None and m.season is None and m.period is None
    return isinstance(m, Relative | Plain) and m.unit == "Y"


def _holds(outer: Expression, inner: Expression) -> bool:
    """Whether a period of that kind can hold the inner one."""
    if _is_year(outer):
        return not _is_weekday(inner)
    if isinstance(outer.meaning, Offset) and outer.meaning.unit == "Y" and outer.meaning.base == "now":
        return not _is_weekday(inner)
    if isinstance(outer.meaning, Relative | Plain) and outer.meaning.unit == "W":
        return _is_weekday(inner)
    return False
