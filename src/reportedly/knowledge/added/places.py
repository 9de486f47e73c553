"""A user's own gazetteer: the one that comes with reportedly and all that a GeoNames dump has beside it.

A dump is `allCountries.zip`, the file of one country (`LY.zip`) or a text of the same columns, as download.geonames.org/export/dump
gives them (CC BY 4.0). Settlements of any size, subdivisions, waters, heights, islands, regions, airfields and dams are taken, each
under all its Latin names; a place that the gazetteer has already stays as it is, and new ones come after it where they share a name.
"""

from __future__ import annotations

import io
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from reportedly.errors import InputError
from reportedly.knowledge.added import store
from reportedly.knowledge.countries import countries
from reportedly.knowledge.gazetteer import FILE, open_default
from reportedly.knowledge.naming import keys
from reportedly.knowledge.spellings import printable, spellings
from reportedly.model import Record

COLUMNS = 19  # of a row of a dump
WANTED = {
    "P": None,  # all settlements but those of the next line
    "A": frozenset({"ADM1", "ADM2", "ADM3", "ADM4", "ADMD"}),
    "H": frozenset("STM LK SEA OCN BAY GULF STRT CNL RSV CHN WAD".split()),
    "T": frozenset("MT MTS ISL ISLS DSRT VAL PASS PEN CAPE VLC PLN PLAT".split()),
    "L": frozenset("RGN AREA PRK CONT OILF".split()),
    "S": frozenset("AIRP AIRB DAM".split()),
}
GONE = frozenset({"PPLH", "PPLQ", "PPLW"})  # settlements that are no more
BATCH = 20_000  # rows written at once
SCHEMA = """
CREATE TEMP TABLE fresh (key TEXT, place INTEGER, population INTEGER);
CREATE TEMP TABLE division (code TEXT PRIMARY KEY, name TEXT);
"""
RANKED = """
INSERT INTO name (key, rank, place)
SELECT f.key, coalesce((SELECT max(rank) + 1 FROM name n WHERE n.key = f.key), 0)
       + row_number() OVER (PARTITION BY f.key ORDER BY f.population DESC, f.place) - 1, f.place
FROM fresh f
"""
DIVIDED = """
UPDATE place SET admin1 = (SELECT d.name FROM division d WHERE d.code = place.admin1) WHERE id >= ?
"""


class Added(Record, frozen=True, kw_only=True):
    """What dumps gave: places added, rows passed over as unwanted or known, rows that are none of a dump."""

    path: Path
    places: int
    passed: int
    broken: int


def own() -> Path:
    """Where the user's gazetteer is kept; it need not exist."""
    return store.folder() / store.PLACES


def add(files: Iterable[Path]) -> Added:
    """Make the user's gazetteer from dumps; one made before is replaced. All countries take about 20 minutes and 3 GB of disk.

    InputError where a file cannot be read or holds no row of a dump.
    """
    dumps = [*files]
    target = own()
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(f".{os.getpid()}.tmp")
    try:
        shutil.copyfile(FILE, unfinished)
        with closing(sqlite3.connect(unfinished)) as kept, kept:
            told = _fill(kept, dumps)
        unfinished.replace(target)
        (target.parent / store.MADE_OF).write_text("".join(f"{d.name} {_digest(d)}\n" for d in dumps), encoding="utf-8")
    finally:
        unfinished.unlink(missing_ok=True)
    _forget()
    return Added(path=target, **told)


def remove() -> bool:
    """Go back to the gazetteer that comes with reportedly; whether there was another."""
    there = own().is_file()
    own().unlink(missing_ok=True)
    (own().parent / store.MADE_OF).unlink(missing_ok=True)
    _forget()
    return there


def _forget() -> None:
    store.forget()
    open_default.cache_clear()


def _fill(kept: sqlite3.Connection, dumps: list[Path]) -> dict[str, int]:
    kept.executescript(SCHEMA)
    known = {row[0] for row in kept.execute("SELECT geonames_id FROM id")}
    (first,) = kept.execute("SELECT max(id) + 1 FROM place").fetchone()
    alpha3 = {c.alpha2: c.code for c in countries() if c.alpha2}
    number, passed, broken = first, 0, 0
    places: list[tuple[object, ...]] = []
    names: list[tuple[str, int, int]] = []
    for dump in dumps:
        rows = 0
        for cells in _rows(dump):
            row = _read(cells)
            rows += row is not None
            if row is None:
                broken += 1
                continue
            if row.feature == "ADM1":
                kept.execute("INSERT OR IGNORE INTO division VALUES (?, ?)", (row.division, row.name))
            if row.geonames_id in known or not row.wanted:
                passed += 1
                continue
            known.add(row.geonames_id)
            country = alpha3.get(row.alpha2)
            feature = "PPL" if row.kind == "P" else row.feature
            places.append((number, row.geonames_id, row.name, row.lat, row.lon, country, row.division, feature, row.population))
            said = spellings(filter(printable, dict.fromkeys([row.name, *row.names])), country)
            names += [(key, number, row.population) for key in dict.fromkeys(keys(said)) if key]
            number += 1
            if len(places) >= BATCH:
                _write(kept, places, names)
        if not rows:
            raise InputError(
                f"{dump} holds no row of a GeoNames dump ({COLUMNS} columns, parted by tabs). Give allCountries.zip or LY.zip."
            )
    _write(kept, places, names)
    kept.execute(RANKED)
    kept.execute(DIVIDED, (first,))
    return {"places": number - first, "passed": passed, "broken": broken}


def _write(kept: sqlite3.Connection, places: list[tuple[object, ...]], names: list[tuple[str, int, int]]) -> None:
    kept.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", places)
    kept.executemany("INSERT INTO id VALUES (?, ?)", ((p[1], p[0]) for p in places))
    kept.executemany("INSERT INTO fresh VALUES (?, ?, ?)", names)
    places.clear()
    names.clear()


class _Row(Record, frozen=True, kw_only=True):
    geonames_id: int
    name: str
    names: tuple[str, ...]
    lat: float
    lon: float
    kind: str
    feature: str
    alpha2: str
    division: str
    population: int

    @property
    def wanted(self) -> bool:
        codes = WANTED.get(self.kind, frozenset())
        return self.feature not in GONE if codes is None else self.feature in codes


def _read(cells: list[str]) -> _Row | None:
    """A row of a dump; None where it is none."""
    if len(cells) != COLUMNS:
        return None
    try:
        return _Row(
            geonames_id=int(cells[0]),
            name=cells[1],
            names=(cells[2], *(n for n in cells[3].split(",") if n)),
            lat=float(cells[4]),
            lon=float(cells[5]),
            kind=cells[6],
            feature=cells[7],
            alpha2=cells[8],
            division=f"{cells[8]}.{cells[10]}",
            population=int(cells[14] or 0),
        )
    except ValueError:
        return None


def _rows(dump: Path) -> Iterator[list[str]]:
    """The rows of a text, or of the text in an archive that bears the archive's name."""
    try:
        if dump.suffix.lower() != ".zip":
            with dump.open(encoding="utf-8", errors="replace", newline="\n") as lines:
                yield from (line.rstrip("\r\n").split("\t") for line in lines)
            return
        with ZipFile(dump) as archive, archive.open(f"{dump.stem}.txt") as packed:
            for line in io.TextIOWrapper(packed, encoding="utf-8", errors="replace", newline="\n"):
                yield line.rstrip("\r\n").split("\t")
    except (OSError, BadZipFile, KeyError) as e:
        raise InputError(f"{dump} cannot be read: {e}. Give a dump as GeoNames offers it: allCountries.zip, LY.zip or its .txt.") from e


def _digest(dump: Path) -> str:
    with dump.open("rb") as held:
        digest = sha256()
        while block := held.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
