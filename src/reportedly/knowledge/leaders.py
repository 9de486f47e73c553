"""Leaders that reports often name: who held which office, for which country, from when to when.

The table is `leaders.csv`, written for this project from common knowledge up to 2025: heads of state and
government, foreign and defence ministers, heads of the UN, NATO and the EU, leaders of armed groups, 1995 on. A
row is one term. `from` and `to` are years or days; an empty `to` says that no end was known when it was written.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from reportedly.knowledge.countries import countries
from reportedly.knowledge.naming import fold, key
from reportedly.knowledge.roles import ROLES
from reportedly.knowledge.tables import HERE, Row, rows
from reportedly.model import Record

FILE = HERE / "leaders.csv"
COLUMNS = ("name", "names", "country", "gender", "roles", "office", "from", "to")
GENDERS = frozenset({"f", "m"})
HEADS = {"chancellor": "prime minister", "premier": "prime minister", "taoiseach": "prime minister"}
PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Leader(Record, frozen=True, kw_only=True):
    """One term: `country` is alpha-3, IGO, or None for a group of no country; `gender` f or m.

    `start` is the first day that the term may cover, `end` the last, None where it is open.
    """

    name: str
    names: tuple[str, ...]
    country: str | None
    gender: str
    roles: tuple[str, ...]
    office: str
    start: date
    end: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the term covers the day, as far as is known."""
        return self.start <= day and (self.end is None or day <= self.end)


class Leaders:
    """All terms, found by name or by country and office."""

    def __init__(self, terms: Iterable[Leader]) -> None:
        self._all = tuple(terms)
        named: defaultdict[str, list[Leader]] = defaultdict(list)
        posts: defaultdict[tuple[str | None, str], list[Leader]] = defaultdict(list)
        for term in self._all:
            posts[term.country, HEADS.get(term.office, term.office)].append(term)
            for word in dict.fromkeys(key(name) for name in (term.name, *term.names)):
                named[word].append(term)
        self._named = {word: tuple(terms) for word, terms in named.items()}
        self._posts = {post: tuple(terms) for post, terms in posts.items()}

    def __iter__(self) -> Iterator[Leader]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def named(self, name: str) -> tuple[Leader, ...]:
        """All terms of all that bear this name: "Tusk", "Moammar Gadhafi"; () for none."""
        return self._named.get(key(name)) or (self._named.get(fold(name), ()) if name.isupper() else ())

    def by_name(self, name: str, day: date | None = None) -> Leader | None:
        """The term that covers the day, else the last that began before it, else the first; without a day the latest."""
        terms = sorted(self.named(name), key=lambda t: t.start)
        if day is None or not terms:
            return terms[-1] if terms else None
        current = [t for t in terms if t.holds_on(day)]
        past = [t for t in terms if t.start <= day]
        return (current or past or terms[:1])[-1]

    def holder(self, country: str, office: str, day: date) -> Leader | None:
        """Who held an office on a day: ("LBY", "foreign minister"); chancellors and premiers count as prime minister."""
        terms = self._posts.get((country, HEADS.get(office, office)), ())
        return max((t for t in terms if t.holds_on(day)), key=lambda t: t.start, default=None)


def load(path: Path = FILE) -> Leaders:
    """The terms of a table. KnowledgeError says the file and the line of what is wrong."""
    return Leaders(_leader(row) for row in rows(path, COLUMNS))


def _leader(row: Row) -> Leader:
    start, end = _day(row, "from", last=False), _day(row, "to", last=True)
    if start is None:
        raise row.wrong("from is empty")
    if end is not None and end < start:
        raise row.wrong(f"the term ends on {end}, before it begins on {start}")
    return Leader(
        name=row.text("name"),
        names=row.several("names"),
        country=_country(row),
        gender=row.one_of("gender", GENDERS),
        roles=row.all_of("roles", ROLES),
        office=row.text("office"),
        start=start,
        end=end,
    )


def _country(row: Row) -> str | None:
    country = row.optional("country")
    if country not in {None, "IGO"} and countries().by_code(str(country)) is None:
        raise row.wrong(f"country {country!r} is neither IGO nor in countries.csv")
    return country


def _day(row: Row, column: str, *, last: bool) -> date | None:
    """The first or last day of a year, month or day; None where the cell is empty."""
    if not (cell := row.cells[column]):
        return None
    if (parts := PARTIAL.fullmatch(cell)) is None:
        raise row.wrong(f"{column} is {cell!r}, which is no year, month or day")
    year, month, day = (int(part) if part else 0 for part in parts.groups())
    month = month or (12 if last else 1)
    try:
        return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError as error:
        raise row.wrong(f"{column} is {cell!r}: {error}") from error


@cache
def leaders() -> Leaders:
    """The terms that come with reportedly, read once."""
    return load()
