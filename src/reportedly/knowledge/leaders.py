"""Leaders that reports often name: who held which office, for which country, from when to when.

The table is `leaders.csv`, written for this project from common knowledge up to early 2026: heads of state and
government, ministers of foreign affairs, defence and the interior, speakers, army and intelligence chiefs, leaders of
oppositions and armed groups, heads and envoys of the UN, NATO, the EU and others, 1990 on. A row is one term. `from`
and `to` are years, months or days; an empty `to` says that no end was known when it was written. A surname
alone is among the `names` where news calls the person so, never a very common one.
What a user added (`knowledge/added/`) stands beside it: the file added last wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, cached_property, lru_cache
from itertools import chain
from pathlib import Path

import msgspec

from reportedly.knowledge.added import store
from reportedly.knowledge.added.entry import Entry
from reportedly.knowledge.added.lookup import Added, Names, bearers
from reportedly.knowledge.countries import countries
from reportedly.knowledge.days import day_of
from reportedly.knowledge.known import Cells, Known, names_of
from reportedly.knowledge.naming import key
from reportedly.knowledge.roles import ROLES
from reportedly.knowledge.tables import HERE, SEVERAL, Row, plain_rows, rows
from reportedly.model import ActorKind, Record

FILE = HERE / "leaders.csv"
COLUMNS = ("name", "names", "country", "gender", "roles", "office", "from", "to")
GENDERS = frozenset({"f", "m"})
PERSONS = frozenset({ActorKind.PERSON})
HEADS = {"chancellor": "prime minister", "premier": "prime minister", "taoiseach": "prime minister"}


class Leader(Record, frozen=True, kw_only=True):
    """One term: `country` is alpha-3, IGO, or None for a group of no country; `gender` f or m.

    `start` is the first day that the term may cover, `end` the last, None where it is open. One that a user `added` may
    have no gender ("") and no office (""), and start on the first day of the calendar.
    """

    name: str
    names: tuple[str, ...]
    country: str | None
    gender: str
    roles: tuple[str, ...]
    office: str
    start: date
    end: date | None = None
    added: bool = False

    def holds_on(self, day: date) -> bool:
        """Whether the term covers the day, as far as is known."""
        return self.start <= day and (self.end is None or day <= self.end)


class Leaders:
    """All terms, found by name or by country and office; each table of `added` ones wins over those before it."""

    def __init__(self, terms: Iterable[Leader], added: Iterable[Added[Leader]] = ()) -> None:
        added = tuple(added)
        own: tuple[Leader, ...] | Known[Leader] = terms if isinstance(terms, Known) else tuple(terms)
        self._parts: tuple[Sequence[Leader] | Known[Leader], ...] = (own, *(table.found for table in added))
        first = own if isinstance(own, Known) else Names(Added(own), _names)
        self._tables: tuple[Names[Leader] | Known[Leader], ...] = (*(Names(table, _names) for table in reversed(added)), first)

    def __iter__(self) -> Iterator[Leader]:
        return chain.from_iterable(self._parts)

    def __len__(self) -> int:
        return sum(len(part) for part in self._parts)

    @cached_property
    def _posts(self) -> tuple[dict[tuple[str | None, str], list[Leader]], ...]:
        return tuple(_posts(part) for part in reversed(self._parts))

    def named(self, name: str) -> tuple[Leader, ...]:
        """All terms of all that bear this name: "Tusk", "Moammar Gadhafi"; () for none. The table added last comes last."""
        return tuple(chain.from_iterable(reversed(bearers(self._tables, name))))

    def by_name(self, name: str, day: date | None = None) -> Leader | None:
        """The term that covers the day, else the last that began before it, else the first; without a day the latest.

        A term gives its office and roles on its own days alone.
        """
        tables = [sorted(terms, key=lambda t: t.start) for terms in bearers(self._tables, name)]
        if day is None or not tables:
            return tables[0][-1] if tables else None
        current = next((now[-1] for terms in tables if (now := [t for t in terms if t.holds_on(day)])), None)
        return current or _nearest(sorted(self.named(name), key=lambda t: t.start), day)

    def holder(self, country: str, office: str, day: date) -> Leader | None:
        """Who held an office on a day: ("LBY", "foreign minister"); chancellors and premiers count as prime minister."""
        post = (country, HEADS.get(office, office))
        holders = (max((t for t in posts.get(post, ()) if t.holds_on(day)), key=lambda t: t.start, default=None) for posts in self._posts)
        return next((holder for holder in holders if holder), None)


def _names(term: Leader) -> Iterable[str]:
    return dict.fromkeys(key(name) for name in (term.name, *term.names))


def _posts(terms: Iterable[Leader]) -> dict[tuple[str | None, str], list[Leader]]:
    posts: defaultdict[tuple[str | None, str], list[Leader]] = defaultdict(list)
    for term in terms:
        if term.office:
            posts[term.country, HEADS.get(term.office, term.office)].append(term)
    return dict(posts)


def _nearest(terms: list[Leader], day: date) -> Leader:
    """Of terms that do not cover the day, the last that began before it, else the first, without the office.

    Who held one of the tables' offices before is of the elite.
    """
    past = [t for t in terms if t.start <= day]
    term = (past or terms)[-1 if past else 0]
    return msgspec.structs.replace(term, roles=("ELI",) if past and not term.added else (), office="")


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
    try:
        return day_of(cell, last=last) if (cell := row.cells[column]) else None
    except ValueError as error:
        raise row.wrong(f"{column} is {error}") from error


def known(path: Path = FILE) -> Known[Leader]:
    """The terms of a table that a test has checked; KnowledgeError as `load` where one is wrong all the same."""
    table = plain_rows(path, COLUMNS)
    return Known(table, lambda cells: _checked_before(cells, path), *names_of(table))


def _checked_before(cells: Cells, path: Path) -> Leader:
    name, names, country, gender, roles, office, start, end = cells
    try:
        return Leader(
            name=name, names=tuple(names.split(SEVERAL)) if names else (), country=country or None, gender=gender,
            roles=tuple(roles.split(SEVERAL)) if roles else (), office=office,
            start=day_of(start, last=False), end=day_of(end, last=True) if end else None,
        )  # fmt: skip
    except ValueError:
        load(path)  # says where
        raise


@cache
def _bundled() -> Known[Leader]:
    return known()


@cache
def bundled() -> Leaders:
    """The terms that come with reportedly, read once."""
    return Leaders(_bundled())


def leaders() -> Leaders:
    """The terms that come with reportedly and what the user added, read once."""
    return _leaders(store.fingerprint())


@lru_cache(maxsize=1)
def _leaders(added: str | None) -> Leaders:
    """With what was added; `added` is its fingerprint, so that other knowledge is read anew."""
    return Leaders(_bundled(), [Added.of(batch, PERSONS, _added) for batch in store.batches()]) if added else bundled()


def _added(entry: Entry) -> Leader:
    return Leader(
        name=entry.name, names=entry.names, country=entry.country, gender=entry.gender, roles=entry.roles, office=entry.office,
        start=entry.start or date.min, end=entry.end, added=True,
    )  # fmt: skip
