"""What a time expression means before it is tied to a calendar: one small record for each way of telling time."""

from __future__ import annotations

from typing import NamedTuple

from reportedly.model import Span, TimeType


class Calendar(NamedTuple):
    """Parts of a date: what is None is not said. `rule` is a holiday's; `period` a quarter (Q) or half (H)
    counted by `number`; `until` the last of a run of years."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    period: str | None = None
    number: int | None = None
    rule: str | None = None
    until: int | None = None


class Decade(NamedTuple):
    """`tens` of the year: 198 for the 1980s, 8 where only "the eighties" is said."""

    tens: int


class Century(NamedTuple):
    number: int


class Era(NamedTuple):
    """A year before or of the common era: BC or AD."""

    year: int
    era: str


class Relative(NamedTuple):
    """ "last week", "this Friday", "the same month": `steps` periods from now (publication) or then (what was last spoken of)."""

    steps: int
    base: str
    unit: str = ""
    month: int | None = None
    weekday: int | None = None
    season: str | None = None
    part: str | None = None
    day: int | None = None


class Plain(NamedTuple):
    """ "the quarter", "the weekend": which one is for the context to say."""

    unit: str


class Deictic(NamedTuple):
    """Days from publication: yesterday is -1; a part of the day where the word has one."""

    days: int
    part: str | None = None


class Offset(NamedTuple):
    """ "two years ago", "the day before": an amount (None where vague) of units, before (-1) or after (1) now or then.

    `quarter` is the quarter of the year there.
    """

    amount: float | None
    unit: str
    sign: int
    base: str
    quarter: int | None = None


class Duration(NamedTuple):
    """ "eight months": an amount (None where vague) of units; `sign` is -1 where it ends now, 1 where it begins now."""

    amount: float | None
    unit: str
    sign: int = 0


class Repeated(NamedTuple):
    """A set of times, by its value."""

    value: str


class Fixed(NamedTuple):
    """What always has the same value."""

    type: TimeType
    value: str


class Clock(NamedTuple):
    """A time of day: "18:00", with its zone as "Z" or "-05"."""

    time: str
    zone: str = ""


class Part(NamedTuple):
    """A part of some day: MO, AF, EV, NI."""

    part: str


class Prefix(NamedTuple):
    """Words that only shade what follows: "about" where None, else a phase.

    A phase is early, mid or late, H1 or H2 for a half of something, same for "later this year".
    """

    phase: str | None = None


Meaning = (
    Calendar | Decade | Century | Era | Relative | Plain | Deictic | Offset | Duration | Repeated | Fixed | Clock | Part | Prefix
)  # fmt: skip


class Expression(NamedTuple):
    """Tokens from `first` to `last` and what they mean; `scope` is the period within which it lies ("June" of "last year")."""

    first: int
    last: int
    meaning: Meaning
    scope: Expression | None = None
    phase: str | None = None
    clock: Clock | None = None
    part: str | None = None
    span: Span | None = None  # where the expression is only a piece of a token
