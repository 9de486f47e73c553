"""Regions: what city gazetteers lack. Continents, seas, rivers, mountains, macro-regions, states with their
newspaper abbreviations, camps, bases, crossings.

The table is `regions.csv`, written for this project. A row whose GeoNames id is also that of a subdivision or a
city adds its names to it and corrects its coordinates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from reportedly.knowledge.countries import countries
from reportedly.knowledge.demonyms import forms
from reportedly.knowledge.naming import fold, key
from reportedly.knowledge.tables import HERE, Row, index, rows
from reportedly.model import Record

FILE = HERE / "regions.csv"
COLUMNS = ("name", "names", "adjectives", "kind", "lat", "lon", "country", "geonames_id")
FEATURES = {  # a kind to its GeoNames feature code
    "airport": "AIRP",
    "base": "INSM",
    "bay": "BAY",
    "camp": "CMPRF",
    "canal": "CNL",
    "city": "PPL",
    "continent": "CONT",
    "crossing": "PSTB",
    "dam": "DAM",
    "desert": "DSRT",
    "forest": "FRST",
    "gulf": "GULF",
    "island": "ISL",
    "islands": "ISLS",
    "lake": "LK",
    "mountain": "MT",
    "mountains": "MTS",
    "nuclear": "PSN",
    "ocean": "OCN",
    "pass": "PASS",
    "peninsula": "PEN",
    "region": "RGN",
    "river": "STM",
    "sea": "SEA",
    "site": "LCTY",
    "state": "ADM1",
    "strait": "STRT",
    "valley": "VAL",
}


class Region(Record, frozen=True, kw_only=True):
    """A row: `country` is alpha-3, or None where the region lies in several or in none; degrees are approximate."""

    name: str
    kind: str
    lat: float
    lon: float
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    country: str | None = None
    geonames_id: int | None = None

    @property
    def feature(self) -> str:
        """The GeoNames feature code of its kind."""
        return FEATURES[self.kind]


class Regions:
    """All regions, in the order of the table; those whose people have a name are found by it."""

    def __init__(self, pairs: Iterable[tuple[Row, Region]]) -> None:
        """KnowledgeError where two rows are one region or claim one adjective."""
        pairs = tuple(pairs)
        self._all = tuple(region for _, region in pairs)
        self._adjectives = index(((row, word, region) for row, region in pairs for word in forms(row)), key)
        index(((row, f"{r.kind} {r.name}", r) for row, r in pairs), str)
        index(((row, str(r.geonames_id), r) for row, r in pairs if r.geonames_id), str)

    def __iter__(self) -> Iterator[Region]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def by_adjective(self, word: str) -> Region | None:
        """The region of an adjective or of its people: "European", "Chechens", "Texan"."""
        return self._adjectives.get(key(word)) or self._adjectives.get(fold(word))


def load(path: Path = FILE) -> Regions:
    """The regions of a table. KnowledgeError says the file and the line of what is wrong."""
    return Regions((row, _region(row)) for row in rows(path, COLUMNS))


@cache
def regions() -> Regions:
    """The regions that come with reportedly, read once."""
    return load()


def _region(row: Row) -> Region:
    country = row.optional("country")
    if country is not None and countries().by_code(country) is None:
        raise row.wrong(f"country {country!r} is not in countries.csv")
    return Region(
        name=row.text("name"),
        names=row.several("names"),
        adjectives=row.several("adjectives"),
        kind=row.one_of("kind", frozenset(FEATURES)),
        lat=row.number("lat", -90, 90),
        lon=row.number("lon", -180, 180),
        country=country,
        geonames_id=row.whole("geonames_id"),
    )
