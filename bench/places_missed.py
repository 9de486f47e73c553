"""Why places of the development sets are missed: not found in the text, no candidate in the gazetteer, or another one chosen.

usage: python -m bench.places_missed [--gold FOLDER] [--write]     with --write, write the figures down in RESULTS.md
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from bench.accuracy import as_input
from bench.gold import absent, parser_of, path_of, rows
from bench.results import write_down
from reportedly import api
from reportedly.knowledge.gazetteer import open_default
from reportedly.model import Reading

SETS = ("places/lgl.dev", "places/trnews.dev")
NEAR = 161.0  # kilometres, as the field counts
FATES = ("near enough", "found, another chosen", "found, no candidate", "not found, has a candidate", "not found, no candidate")


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two points in degrees."""
    (p, q), (r, s) = ([radians(x) for x in point] for point in (a, b))
    h = sin((r - p) / 2) ** 2 + cos(p) * cos(r) * sin((s - q) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(h)))


def fates(path: Path) -> Counter[str]:
    """How many of a set's toponyms with coordinates met which fate."""
    lines = "\n".join(as_input(row) for row in rows(path))
    found: Counter[str] = Counter()
    for row, reading in zip(rows(path), api.read_all(lines.encode(), fast=True), strict=True):
        found.update(fate(g, reading) for g in row["toponyms"] if g.get("lat") is not None)
    return found


def fate(gold: dict[str, Any], reading: Reading) -> str:
    """What became of a gold toponym; countries and the like count as right by their id, for their centres differ."""
    here = next((p for p in reading.places for s in p.spans if s.start < gold["end"] and gold["start"] < s.end), None)
    if here is not None and _right(gold, here):
        return FATES[0]
    may = any(_right(gold, c) for c in open_default().candidates(gold["name"]))
    return FATES[1 if may else 2] if here is not None else FATES[3 if may else 4]


def _right(gold: dict[str, Any], place: Any) -> bool:
    if str(place.geonames_id) == str(gold.get("geonameid")):
        return True
    return place.lat is not None and place.lon is not None and kilometres((gold["lat"], gold["lon"]), (place.lat, place.lon)) <= NEAR


def lines(gold: Path) -> Iterator[str]:
    """The fates as Markdown."""
    yield f"| set | toponyms | {' | '.join(FATES)} |\n| --- | {'--- | ' * (1 + len(FATES))}".rstrip()
    for name in SETS:
        met = fates(path_of(gold, name))
        yield f"| {name} | {met.total()} | {' | '.join(f'{met[f] / met.total():.3f}' for f in FATES)} |"


def main() -> int:
    options = parser_of(__doc__).parse_args()
    if absent(options.gold):
        return 0
    found = list(lines(options.gold))
    print("\n".join(found))
    if options.write:
        write_down("missed", ["", *found, ""])
    return 0


if __name__ == "__main__":
    sys.exit(main())
