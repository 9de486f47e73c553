"""The gazetteer: which places a name may mean, the likeliest first. Read from `gazetteer.sqlite`."""

from __future__ import annotations

import sqlite3
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from reportedly.errors import KnowledgeError
from reportedly.knowledge.added import store
from reportedly.knowledge.naming import abbreviation, fold, key
from reportedly.knowledge.tables import HERE
from reportedly.model import Record

FILE = HERE / "gazetteer.sqlite"
LAYOUT = "1"  # raised when the tables or the ranking change
BUILD = "python -m reportedly.knowledge.build_gazetteer"
REBUILD = "reportedly knowledge places FILE ..., or reportedly knowledge places --remove"
REMEMBERED = 16_384  # names in the cache of a gazetteer: more than any report has, at about 1 kB each
COLUMNS = "p.geonames_id, p.name, p.lat, p.lon, p.country, p.admin1, p.feature, p.population"
BY_NAME = f"SELECT {COLUMNS} FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? ORDER BY n.rank"  # noqa: S608
BY_ID = f"SELECT {COLUMNS} FROM place p JOIN id i ON i.place = p.id WHERE i.geonames_id = ?"  # noqa: S608
AREAS = frozenset({"county", "department", "district", "governorate", "oblast", "prefecture", "province", "region", "state", "territory"})
SETTLEMENTS = frozenset({"city", "municipality", "suburb", "town", "village"})


class Candidate(Record, frozen=True, kw_only=True):
    """A place that a name may mean.

    `lat` and `lon` are WGS84 degrees, None for a subdivision without a listed settlement; `country` is ISO
    alpha-3 (XKX for Kosovo), None for seas and what spans countries; `admin1` is the name of its first-level
    subdivision; `feature` is a GeoNames feature code; `population` is 0 where it is unknown or has no meaning.
    """

    geonames_id: int | None
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    feature: str
    population: int


class Gazetteer:
    """A read-only gazetteer; one may be shared by threads."""

    def __init__(self, path: Path, build: str = BUILD) -> None:
        """KnowledgeError where the file is missing, is no gazetteer or has another layout; `build` is the command that makes it."""
        if not path.is_file():
            raise KnowledgeError(path.name, None, f"the gazetteer has not been built; run: {build}")
        self._store = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        try:
            layout = self._store.execute("SELECT value FROM made WHERE what = 'layout'").fetchone()
        except sqlite3.DatabaseError as error:
            raise KnowledgeError(path.name, None, f"this is no gazetteer ({error}); run: {build}") from error
        if layout != (LAYOUT,):
            raise KnowledgeError(path.name, None, f"another version of reportedly has made this gazetteer; run: {build}")
        self._one = Lock()  # threads that ask at once would get each other's rows
        self._named = lru_cache(maxsize=REMEMBERED)(self._look_up)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The places of this name, likeliest first: "Sirte", "U.S.", "the Gulf", "Idlib province"; () for none.

        Likeliest without context: countries and continents, then regions of `regions.csv` and big capitals, then
        by population. Abbreviations count in capitals only: "LA" is Los Angeles, "La." Louisiana.
        """
        return self._named(name)

    def by_id(self, geonames_id: int) -> Candidate | None:
        """The place with this GeoNames id."""
        return next(map(_candidate, self._asked(BY_ID, geonames_id)), None)

    def close(self) -> None:
        """Lets go of the file."""
        self._store.close()

    def _look_up(self, name: str) -> tuple[Candidate, ...]:
        found = self._rows(key(name)) or (self._rows(fold(name)) if abbreviation(name) else ())
        return found or self._without_article(name) or self._without_class(fold(name))

    def _without_article(self, name: str) -> tuple[Candidate, ...]:
        return self._rows(key(name[4:])) if name[:4].casefold() == "the " else ()

    def _without_class(self, folded: str) -> tuple[Candidate, ...]:
        """ "idlib province", "province of idlib": the name alone, with subdivisions first; likewise for "city"."""
        head, tail = folded.partition(" of "), folded.rpartition(" ")
        for word, rest in ((head[0], head[2]), (tail[2], tail[0])):
            if rest and word in AREAS | SETTLEMENTS:
                areas = word in AREAS
                return tuple(sorted(self._rows(rest), key=lambda c: c.feature.startswith("ADM") != areas))
        return ()

    def _rows(self, folded: str) -> tuple[Candidate, ...]:
        return tuple(map(_candidate, self._asked(BY_NAME, folded))) if folded else ()

    def _asked(self, query: str, what: str | int) -> list[Any]:
        with self._one:
            return self._store.execute(query, (what,)).fetchall()


def _candidate(row: tuple[int | None, str, float | None, float | None, str | None, str | None, str, int]) -> Candidate:
    geonames_id, name, lat, lon, country, admin1, feature, population = row
    return Candidate(
        geonames_id=geonames_id,
        name=name,
        lat=lat,
        lon=lon,
        country=country,
        admin1=admin1,
        feature=feature,
        population=population,
    )


@cache
def open_default() -> Gazetteer:
    """The user's gazetteer where there is one, else that which comes with reportedly, opened once.

    KnowledgeError says how to build a missing one, or one that another version has made.
    """
    own = store.folder() / store.PLACES
    return Gazetteer(own, REBUILD) if own.is_file() else Gazetteer(FILE)
