"""Which column of a table is what: given by the user, or guessed from the columns' names and told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

import msgspec

from reportedly.errors import InputError
from reportedly.formats.base import problem
from reportedly.formats.tables.names import NAMES
from reportedly.model import Problem, Record

FIELDS = tuple(f for f in NAMES if f != "summary")
OWN = frozenset("id text published headline publisher url".split())
DATES = ("day-first", "month-first")
GIVE = "Give another with --columns, as in --columns text=body,headline=title."
_WRAPPERS = frozenset("fields _source attributes article document doc data metadata meta item story news".split())
_BARE = re.compile(r"[\W_]+")
_ACCENTS = str.maketrans({"\u00fc": "ue", "\u00e4": "ae", "\u00f6": "oe", "\u00df": "ss"})


class Mapping(Record, frozen=True, kw_only=True):
    """What the user says of a table: the column of each field ("" for none at all), and how its dates are written."""

    columns: dict[str, str] = msgspec.field(default_factory=dict)
    dates: str | None = None

    @classmethod
    def parse(cls, given: str) -> Mapping:
        """From "text=body,headline=title,dates=day-first". InputError where that is no mapping."""
        columns: dict[str, str] = {}
        known = f"fields are {', '.join(FIELDS)}, summary, dates"
        for part in given.split(","):
            field, equals, column = (piece.strip() for piece in part.partition("="))
            if not equals or field not in (*FIELDS, "summary", "dates"):
                raise InputError(f"{part.strip()!r} is no column mapping. Write field=column; {known}.")
            columns[field] = column
        dates = columns.pop("dates", None)
        if dates not in (None, *DATES):
            raise InputError(f"dates={dates} is not known. Write dates=day-first or dates=month-first.")
        return cls(columns=columns, dates=dates)


class Columns(Record, frozen=True, kw_only=True):
    """The column of each field that a table has, and those of them that were guessed; `seen` are all its columns."""

    of: dict[str, str]
    guessed: tuple[str, ...]
    seen: tuple[str, ...]

    def problems(self) -> tuple[Problem, ...]:
        """What to tell the user of the guess; nothing where the columns have our own names or were all given."""
        if not self.guessed or (self.by_own_names() and not self._unused()):
            return ()
        taken = ", ".join(f"{f} from {self.of[f]!r}" for f in self.guessed)
        left = f" Left out: {_listed(self._unused())}." if self._unused() else ""
        return (problem("columns-guessed", f"Columns were told by their names: {taken}.{left} {GIVE}"),)

    def by_own_names(self) -> bool:
        """Whether nothing had to be guessed: every field stands in the column of its own name."""
        return all(self.of[f] == f for f in self.guessed)

    def _unused(self) -> tuple[str, ...]:
        used = set(self.of.values())
        return tuple(name for name in self.seen if name not in used)


def columns_of(seen: Iterable[str], mapping: Mapping | None = None) -> Columns:
    """The columns for each field: those of the mapping, and for the other fields those with the likeliest names.

    InputError where the mapping names a column that is not there.
    """
    names = tuple(dict.fromkeys(seen))
    given = mapping.columns if mapping else {}
    for field, stated in given.items():
        if stated and stated not in names:
            raise InputError(f"There is no column {stated!r} for {field}.{_like(stated, names)} The columns are {_listed(names)}.")
    of = {field: column for field, column in given.items() if column}
    free = [n for n in names if n not in of.values()]
    guessed = []
    for field in NAMES:
        if field not in given and (column := _likeliest(field, free)) is not None:
            of[field] = column
            free.remove(column)
            guessed.append(field)
    return Columns(of=of, guessed=tuple(guessed), seen=names)


def known(names: Iterable[str]) -> int:
    """How many of the names are those of some field."""
    return sum(any(bare(name) in likely for likely in NAMES.values()) for name in names)


def says_text(names: Iterable[str]) -> bool:
    """Whether one of the names is that of a text."""
    return any(bare(name) in NAMES["text"] for name in names)


def no_text(columns: Columns) -> str:
    """The message where no column holds a text."""
    return f"No column has the text of a report. The columns are {_listed(columns.seen)}. Name it with --columns text=COLUMN."


def bare(name: str) -> str:
    """A column's name in small letters without accents and marks."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_ACCENTS))
    return _BARE.sub("", "".join(c for c in plain if not unicodedata.combining(c)))


def _likeliest(field: str, free: list[str]) -> str | None:
    by_name: dict[str, str] = {}
    for column in free:
        by_name.setdefault(bare(column), column)
    for column in free:  # "fields.bodyText": a name within a wrapper counts where no name of the record itself does
        wrapper, _, inner = column.rpartition(".")
        if wrapper in _WRAPPERS:
            by_name.setdefault(bare(inner), column)
    return next((by_name[name] for name in NAMES[field] if name in by_name), None)


def _like(column: str, names: tuple[str, ...]) -> str:
    close = get_close_matches(column, names, 1)
    return f" Is it {close[0]!r}?" if close else ""


def _listed(names: tuple[str, ...], most: int = 30) -> str:
    shown = ", ".join(repr(n[:60]) for n in names[:most])
    return shown + (f" and {len(names) - most} more" if len(names) > most else "")


def renamed(columns: Columns, text: str) -> Columns:
    """The same where the text was told by its content and not by its name."""
    of = {**{f: c for f, c in columns.of.items() if c != text}, "text": text}
    return msgspec.structs.replace(columns, of=of, guessed=tuple(dict.fromkeys(["text", *(f for f in columns.guessed if f in of)])))
