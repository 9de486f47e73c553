"""Organisations and groups that reports often name: alliances, armed groups, parties, agencies, news media.

The table is `organisations.csv`, written for this project. `country` is ISO alpha-3, IGO or NGO, empty where none
fits; `plover` is the code that PLOVER writes in place of a country (UNO, EUR, IMG, MNC) where it is another one.
A name that ends in "?" is more often another row's ("ABC?" in Australia). What a user added (`knowledge/added/`)
stands beside it: the file added last wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from reportedly.knowledge.added import store
from reportedly.knowledge.added.entry import Entry
from reportedly.knowledge.added.lookup import Added, Names
from reportedly.knowledge.countries import countries
from reportedly.knowledge.known import Cells, Known, names_of
from reportedly.knowledge.naming import fold, key
from reportedly.knowledge.roles import ROLES
from reportedly.knowledge.tables import HERE, SEVERAL, SHARED, Row, index, plain_rows, rows, unmarked
from reportedly.model import ActorKind, Record

FILE = HERE / "organisations.csv"
COLUMNS = ("name", "names", "metonyms", "kind", "country", "roles", "plover", "wikidata")
METONYMS = COLUMNS.index("metonyms")
BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP})
KINDS = frozenset(kind.value for kind in BODIES)
WORLD = frozenset({"IGO", "NGO"})
PLOVER = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
WIKIDATA = re.compile(r"Q[1-9]\d*")


class Organisation(Record, frozen=True, kw_only=True):
    """A row: `kind` is organisation or group, `country` alpha-3, IGO, NGO or None, `roles` PLOVER sectors."""

    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    country: str | None = None
    roles: tuple[str, ...] = ()
    plover: str | None = None
    wikidata: str | None = None


class Organisations:
    """All organisations, found by name; every look-up is a dict access. Each table of `added` ones wins over those before it."""

    def __init__(self, own: Known[Organisation], added: Iterable[Added[Organisation]] = ()) -> None:
        tables = tuple(added)
        self._own = own
        self._parts: tuple[Sequence[Organisation] | Known[Organisation], ...] = (own, *(table.found for table in tables))
        self._added = tuple(Names(table, _names) for table in reversed(tables))
        metonyms = ((place, cells[METONYMS]) for place, cells in enumerate(own.table) if cells[METONYMS])
        self._metonyms = {key(word): place for place, cell in metonyms for word in cell.split(SEVERAL)}

    def __iter__(self) -> Iterator[Organisation]:
        return chain.from_iterable(self._parts)

    def __len__(self) -> int:
        return sum(len(part) for part in self._parts)

    def named(self, name: str) -> tuple[Organisation, ...]:
        """All that bear this name, the likeliest first: "ABC" is American before it is Australian, and what was added last before both."""
        bare = name[4:] if name[:4].casefold() == "the " else name
        own = self._own.bearers(key(name)) or self._own.bearers(key(bare)) or self._shouted(name)
        return self._with_added(name, bare, own) if self._added else own

    def by_name(self, name: str) -> Organisation | None:
        """The likeliest bearer of a name: "the U.N.", "Hizbollah", "AFP"."""
        return next(iter(self.named(name)), None)

    def by_metonym(self, word: str) -> Organisation | None:
        """The organisation that a place may stand for: "Brussels"."""
        place = self._metonyms.get(key(word))
        return None if place is None else self._own.at(place)

    def _with_added(self, name: str, bare: str, own: tuple[Organisation, ...]) -> tuple[Organisation, ...]:
        """Within one file the last row of a name comes first."""
        told = [table.get(name) if table.get(name) is not None else table.get(bare) for table in self._added]
        hidden = told.index(()) if () in told else len(told)
        latest = (one for ones in told[:hidden] for one in reversed(ones or ()))
        return (*latest, *(own if hidden == len(told) else ()))

    def _shouted(self, name: str) -> tuple[Organisation, ...]:
        """Words all in capitals may be an ordinary name in a headline ("HAMAS")."""
        return self._own.bearers(fold(name)) if name.isupper() else ()


def load(path: Path = FILE) -> Organisations:
    """The organisations of a table. KnowledgeError says the file and the line of what is wrong.

    It is wrong too that two rows claim one name, or that a shared name has no owner.
    """
    pairs = tuple((row, _organisation(row)) for row in rows(path, COLUMNS))
    index(((row, name, o) for row, o in pairs for name in (o.name, *row.several("names"))), key)
    index(((row, word, o) for row, o in pairs for word in o.metonyms), key)
    return Organisations(known(path))


def known(path: Path = FILE) -> Known[Organisation]:
    """The organisations of a table that a test has checked; KnowledgeError as `load` where one is wrong all the same."""
    table = plain_rows(path, COLUMNS)
    names, places = names_of(table)
    shared = [k for k, name in enumerate(names) if name.endswith(SHARED)]
    for k in shared:  # behind the owners
        names.append(names[k].removesuffix(SHARED))
        places.append(places[k])
    for k in reversed(shared):
        del names[k], places[k]
    return Known(table, lambda cells: _checked_before(cells, path), names, places)


def _checked_before(cells: Cells, path: Path) -> Organisation:
    name, names, metonyms, kind, country, roles, plover, wikidata = cells
    try:
        return Organisation(
            name=name, names=unmarked(_split(names)), metonyms=_split(metonyms), kind=ActorKind(kind), country=country or None,
            roles=_split(roles), plover=plover or None, wikidata=wikidata or None,
        )  # fmt: skip
    except ValueError:
        load(path)  # says where
        raise


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(SEVERAL)) if cell else ()


def _names(organisation: Organisation) -> Iterable[str]:
    return dict.fromkeys(key(name) for name in (organisation.name, *organisation.names))


def _organisation(row: Row) -> Organisation:
    return Organisation(
        name=row.text("name"),
        names=unmarked(row.several("names")),
        metonyms=row.several("metonyms"),
        kind=ActorKind(row.one_of("kind", KINDS)),
        country=_country(row),
        roles=row.all_of("roles", ROLES),
        plover=row.one_of("plover", PLOVER) if row.cells["plover"] else None,
        wikidata=_wikidata(row),
    )


def _country(row: Row) -> str | None:
    country = row.optional("country")
    if country is not None and country not in WORLD and countries().by_code(country) is None:
        raise row.wrong(f"country {country!r} is neither IGO nor NGO nor in countries.csv")
    return country


def _wikidata(row: Row) -> str | None:
    item = row.optional("wikidata")
    if item is not None and not WIKIDATA.fullmatch(item):
        raise row.wrong(f"wikidata {item!r} is no Q-id")
    return item


@cache
def _bundled() -> Known[Organisation]:
    return known()


@cache
def bundled() -> Organisations:
    """The organisations that come with reportedly, read once."""
    return Organisations(_bundled())


def organisations() -> Organisations:
    """The organisations that come with reportedly and what the user added, read once."""
    return _organisations(store.fingerprint())


@lru_cache(maxsize=1)
def _organisations(added: str | None) -> Organisations:
    """With what was added; `added` is its fingerprint, so that other knowledge is read anew."""
    return Organisations(_bundled(), [Added.of(batch, BODIES, _added) for batch in store.batches()]) if added else bundled()


def _added(entry: Entry) -> Organisation:
    return Organisation(
        name=entry.name, names=entry.names, kind=entry.kind, country=entry.country, roles=entry.roles, wikidata=entry.wikidata
    )
