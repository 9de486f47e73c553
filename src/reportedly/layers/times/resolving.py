"""Expressions -> values: each is counted from publication or from what was last spoken of, in reading order."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from reportedly.layers.times.anchors import Tense, tense_at
from reportedly.layers.times.calendars import in_year, phase_of, undated
from reportedly.layers.times.durations import duration_value
from reportedly.layers.times.expressions import (
    Calendar,
    Century,
    Clock,
    Decade,
    Deictic,
    Duration,
    Era,
    Expression,
    Fixed,
    Offset,
    Part,
    Plain,
    Relative,
    Repeated,
)  # fmt: skip
from reportedly.layers.times.periods import Moment, century, decade, period, plus, step, years
from reportedly.model import TimeType
from reportedly.text import Parsed

# Value F1 on TimeBank and WikiWars chose these four.
AGAINST_TENSE = 6  # how much further a date counts that goes against its clause's tense: TimeBank .794 with 1, .801 with 6, .793 with 100
QUARTER_NEAR = 3  # sentences within which "a year earlier" speaks of the quarter just named: TimeBank .782 with none, .801 with 3 or 10
STRAY_YEARS = 15  # a history that speaks of 1920 and then of 1812 goes on in 1920: WikiWars .859 with 5 to 30, .853 without
TURN = 8  # months back that turn the year in a history, as December to January: WikiWars .854 with 5, .859 with 8
_ANCHORS = frozenset({"D", "W", "WE", "M", "Q", "S", "H", "Y"})  # units that set what is "last spoken of"
_HOURLY = frozenset({"h", "m", "s"})
_COARSE = {"E": "Y", "C": "Y", "L": "Y", "F": "W"}  # "two decades ago" is told to the year
_BEFORE, _AFTER = Moment("", "PAST_REF"), Moment("", "FUTURE_REF")


class Value(NamedTuple):
    """What a Time holds, without its words."""

    type: TimeType
    value: str
    start: date | None = None
    end: date | None = None


class Resolver:
    """Resolves the expressions of one report; keeps the period last spoken of."""

    def __init__(self, parsed: Parsed, published: date | None, history: bool) -> None:
        self._parsed, self._published, self._history = parsed, published, history
        self._last: Moment | None = None
        self._last_day: Moment | None = None
        self._quarter: Moment | None = None
        self._quarter_sent = 0

    def resolve(self, e: Expression) -> Value | None:
        """The value of the next expression; None for one that turns out to mean no time."""
        m = e.meaning
        if isinstance(m, Duration):
            return self._duration(m)
        if isinstance(m, Repeated):
            return Value(TimeType.SET, m.value)
        if isinstance(m, Fixed):
            return self._fixed(m)
        if isinstance(m, Part | Clock):
            return self._of_day(e, m)
        moment = self._moment(e)
        if moment is None:
            return None
        self._remember(e, moment)
        return _valued(e, moment)

    # What an expression is counted from.

    @property
    def _now(self) -> date | None:
        """Publication; in a history the period last spoken of."""
        return self._last.start if self._history and self._last is not None else self._published

    def _then(self, unit: str) -> date | None:
        """What was last spoken of, a day where days are counted; else publication."""
        last = self._last_day if unit in {"D", "W", "WE"} and self._last_day is not None else self._last
        return last.start if last is not None else self._published

    def _remember(self, e: Expression, moment: Moment) -> None:
        """Keep what was spoken of; "yesterday" and "a year ago" do not lead a news story away from its present."""
        aside = isinstance(e.meaning, Deictic) or (isinstance(e.meaning, Offset) and e.meaning.unit == "Y")
        if moment.start is None or moment.unit not in _ANCHORS or (aside and not self._history) or self._strays(moment):
            return
        self._last = moment
        if moment.unit in {"Q", "H"}:
            self._quarter, self._quarter_sent = moment, self._parsed.tokens[e.first].sent
        if moment.unit == "D":
            self._last_day = moment
        elif self._last_day is not None and not _covers(moment, self._last_day.start):
            self._last_day = None

    def _strays(self, moment: Moment) -> bool:
        """Whether a bare year lies too far from the story to be where it goes on."""
        if not self._history or moment.unit != "Y" or moment.start is None or self._last_day is None or self._last_day.start is None:
            return False
        return abs(moment.start.year - self._last_day.start.year) > STRAY_YEARS

    def _tense(self, e: Expression) -> Tense:
        return tense_at(self._parsed, self._parsed.tokens[e.first])

    # Kinds of expression that name a period.

    def _moment(self, e: Expression) -> Moment | None:
        match e.meaning:
            case Calendar() as m:
                return self._calendar(e, m)
            case Relative() as m:
                return self._relative(m)
            case Plain() as m:
                return self._plain(e, m)
            case Deictic() as m:
                return undated("D") if self._published is None else _day(self._published, m.days)
            case Offset() as m:
                return self._offset(e, m)
            case Decade() as m:
                return self._decade(m)
            case Century() as m:
                return century(m.number)
            case Era() as m:
                return Moment("", f"BC{m.year:04}") if m.era == "BC" else years("Y", f"{m.year:04}", m.year, m.year)
            case _:
                return None

    def _calendar(self, e: Expression, m: Calendar) -> Moment | None:
        if m.day is not None and m.month is None and m.rule is None:
            return self._day_alone(e, m.day)
        scope = self._moment(e.scope) if e.scope is not None else None
        if scope is not None and scope.start is not None:
            return _inside(m, scope.start)
        if m.year is not None:
            return in_year(m, m.year)
        return self._weekday(e, m.weekday) if m.weekday is not None else self._nearest(e, m)

    def _weekday(self, e: Expression, weekday: int) -> Moment | None:
        """Monday is the last one up to publication, the next one where its clause speaks of the future; in a story the next one."""
        story = self._history and self._last_day is not None
        now = self._then("D") if story else self._published
        if now is None:
            return Moment("D", f"XXXX-WXX-{weekday}")
        ahead = (weekday - now.isoweekday()) % 7
        future = story or not ahead or self._tense(e) is Tense.FUTURE
        return _day(now, ahead if future else ahead - 7)

    def _day_alone(self, e: Expression, day: int) -> Moment | None:
        """ "on the 14th" is of the month last spoken of, else the nearest to publication in the direction of its clause's tense."""
        spoken = self._last.start if self._last is not None and self._last.unit in {"D", "M"} else None
        now = spoken or self._published
        if now is None:
            return Moment("D", f"XXXX-XX-{day:02}")
        if self._last is not None and self._last.unit == "M" and spoken:
            return in_year(Calendar(month=now.month, day=day), now.year)
        months = (there for n in (-1, 0, 1) if (there := plus(now.replace(day=1), n, "M")) is not None)
        found = [c for d in months if (c := in_year(Calendar(month=d.month, day=day), d.year)) is not None]
        tense = Tense.NONE if spoken else self._tense(e)
        return min(found, key=lambda c: _cost(c, now, tense), default=None)

    def _nearest(self, e: Expression, m: Calendar) -> Moment | None:
        """A date without its year: the nearest to publication in the direction of its clause's tense; in a history one of the story."""
        now = self._now
        if now is None:
            return in_year(m, None)
        if self._history:
            return in_year(m, now.year + self._turned(m, now))
        found = [c for y in (now.year - 1, now.year, now.year + 1) if (c := in_year(m, y)) is not None and c.start is not None]
        if not found:
            return in_year(m, None)
        tense = self._tense(e) if found[0].unit not in {"Q", "H"} else Tense.NONE
        return min(found, key=lambda c: _cost(c, now, tense))

    def _turned(self, m: Calendar, now: date) -> int:
        """1 where a story has gone from December to January, else 0."""
        fine = self._last is not None and self._last.unit in {"D", "M"}
        return int(fine and m.month is not None and now.month - m.month >= TURN)

    def _relative(self, m: Relative) -> Moment | None:
        unit = "D" if m.part is not None or m.weekday is not None else m.unit
        now = self._now if m.base == "now" else self._then(unit)
        if m.part is not None:
            return undated("D") if now is None else _day(now, m.steps)
        if m.weekday is not None:
            return _relative_weekday(m, m.weekday, now)
        if m.month is not None or m.season is not None:
            return _relative_named(m, now)
        if now is None:
            return undated(m.unit)
        here = period(m.unit, now)
        ahead = m.unit == "WE" and here.start is not None and here.start > now  # "last weekend" is the one just gone
        return step(here, m.steps) if not ahead or m.steps else here

    def _plain(self, e: Expression, m: Plain) -> Moment | None:
        """ "the quarter" is the one last spoken of, else the last one; "the weekend" the last; "the year" the present one."""
        if e.scope is not None:
            day = self._moment(e.scope)
            return None if day is None or day.start is None else period(m.unit, day.start)
        last = self._quarter if m.unit == "Q" else self._last if self._history else None
        if last is not None and last.unit == m.unit:
            return last
        now = self._then(m.unit) if self._history else self._published
        if now is None:
            return undated(m.unit)
        here = period(m.unit, now)
        gone = m.unit == "WE" and here.start is not None and here.start > now and self._tense(e) is not Tense.FUTURE
        return step(here, -1) if gone or (m.unit == "Q" and not self._history) else here

    def _offset(self, e: Expression, m: Offset) -> Moment | None:
        """So many units before or after: as fine as the unit; the quarter a year before where quarters are spoken of."""
        unknown = _BEFORE if m.sign < 0 else _AFTER
        if m.amount is None:
            return unknown
        near = self._parsed.tokens[e.first].sent - self._quarter_sent <= QUARTER_NEAR
        if m.unit == "Y" and self._quarter is not None and near and m.quarter is None:
            return step(self._quarter, round(m.sign * m.amount * (4 if self._quarter.unit == "Q" else 2)))
        now = self._published if m.base == "now" else self._then(m.unit)
        if now is None:
            return unknown
        there = plus(now, m.sign * m.amount * (1000 if m.unit == "L" else 1), "Y" if m.unit == "L" else m.unit)
        if there is None:
            return unknown
        return in_year(Calendar(period="Q", number=m.quarter), there.year) if m.quarter else period(_COARSE.get(m.unit, m.unit), there)

    def _decade(self, m: Decade) -> Moment | None:
        """ "the eighties" are of the last century that has seen them."""
        if m.tens > 9:
            return decade(m.tens)
        now = self._now
        if now is None:
            return Moment("E", f"XX{m.tens}X")
        tens = now.year // 100 * 10 + m.tens
        return decade(tens if tens * 10 <= now.year else tens - 10)

    # Kinds without a period of their own.

    def _duration(self, m: Duration) -> Value:
        """ "the past eight months" end, "the next week" begins, on the day of publication."""
        value, now = duration_value(m.amount, m.unit), self._now
        if now is None or not m.sign or m.unit in _HOURLY:
            return Value(TimeType.DURATION, value)
        other = None if m.amount is None else plus(now, m.sign * m.amount, m.unit)
        return Value(TimeType.DURATION, value, *((other, now) if m.sign < 0 else (now, other)))

    def _fixed(self, m: Fixed) -> Value:
        """What is past ends, what is to come begins, on the day of publication."""
        start = self._now if m.value == _AFTER.value else None
        end = self._now if m.value == _BEFORE.value else None
        return Value(m.type, m.value, start, end)

    def _of_day(self, e: Expression, m: Part | Clock) -> Value:
        """A time of day alone is of the day last spoken of."""
        now = self._then("D") if self._last_day is not None else self._published
        day = undated("D") if now is None else period("D", now)
        return _valued(e._replace(clock=m) if isinstance(m, Clock) else e._replace(part=m.part), day)


def _valued(e: Expression, moment: Moment) -> Value:
    """The value of a period with its hour, its part of the day, or its early, mid or late part."""
    part = e.part or (e.meaning.part if isinstance(e.meaning, Deictic | Relative) else None)
    if moment.unit == "D" and e.clock is not None:
        zone = e.clock.zone if e.clock.zone == "Z" else ""  # TimeBank's values name no other zone
        return Value(TimeType.TIME, f"{moment.value}T{e.clock.time}{zone}", moment.start, moment.end)
    if moment.unit == "D" and part is not None:
        return Value(TimeType.TIME, f"{moment.value}T{part}", moment.start, moment.end)
    return Value(TimeType.DATE, moment.value, *phase_of(moment, e.phase))


def _inside(m: Calendar, first: date) -> Moment | None:
    """A weekday within a week, a month or quarter within a year, that begins on a day."""
    return _day(first, (m.weekday - first.isoweekday()) % 7) if m.weekday is not None else in_year(m, first.year)


def _day(now: date, days: int) -> Moment | None:
    there = plus(now, days, "D")
    return None if there is None else period("D", there)


def _relative_weekday(m: Relative, weekday: int, now: date | None) -> Moment | None:
    """ "last Friday" is the one before, "next Friday" that of next week, "the following Friday" the one after."""
    if now is None:
        return Moment("D", f"XXXX-WXX-{weekday}")
    ahead = weekday - now.isoweekday()
    after = ahead + 7 if m.base == "now" else ahead % 7 or 7
    return _day(now, (ahead % 7 - 7, ahead % 7, after)[m.steps + 1])


def _relative_named(m: Relative, now: date | None) -> Moment | None:
    """ "last April", "next summer": the one that ended before, or begins after, the present day."""
    sought = Calendar(month=m.month, season=m.season, day=m.day)
    if now is None or not m.steps:
        return in_year(sought, None if now is None else now.year)
    found = [c for y in range(now.year - 1, now.year + 2) if (c := in_year(sought, y)) is not None]
    if m.steps < 0:
        return next((c for c in reversed(found) if c.end is not None and c.end < now), None)
    return next((c for c in found if c.start is not None and c.start > now), None)


def _covers(moment: Moment, day: date | None) -> bool:
    return day is not None and moment.start is not None and moment.end is not None and moment.start <= day <= moment.end


def _cost(moment: Moment, now: date, tense: Tense) -> int:
    """Days between a period and now, more of them where the tense looks the other way."""
    if moment.start is None or moment.end is None or moment.start <= now <= moment.end:
        return 0
    after = moment.start > now
    days = (moment.start - now).days if after else (now - moment.end).days
    return days * (AGAINST_TENSE if tense is (Tense.PAST if after else Tense.FUTURE) else 1)
