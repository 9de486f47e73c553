"""Read the actor passages: short reports in which every mention of every actor is marked, with its country and sectors.

A row of `actors/*.yaml` has `text` with marks such as "[a1|Gen. Tomas Rehak]", which may nest, and `actors`: kind, country (ISO alpha-3
or null) and roles (PLOVER sectors, the foremost first) of each.

usage: python corpus/actors.py     check all
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

import yaml

if __package__:
    from corpus.annotations import FIELDS, ROLES, GoldError, checked
else:
    from annotations import FIELDS, ROLES, GoldError, checked

FOLDER = Path(__file__).parent / "actors"
MARK = re.compile(r"\[(a\d+)\||\]")
COUNTRY = re.compile(r"[A-Z]{3}")


class Told(NamedTuple):
    """An actor of a passage; `mentions` are spans of its text without the marks."""

    name: str
    kind: str
    country: str | None
    roles: list[str]
    mentions: list[tuple[int, int]]


class Passage(NamedTuple):
    """A text with its actors."""

    text: str
    actors: list[Told]


def load(path: Path) -> list[Passage]:
    """The passages of a file. GoldError names all that does not fit."""
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    found, faults = [], list[str]()
    for n, row in enumerate(rows, 1):
        try:
            found.append(_passage(row))
        except GoldError as e:
            faults.append(f"{path.name} row {n}: {e}")
    if faults:
        raise GoldError("\n".join(faults))
    return found


def _passage(row: dict[str, Any]) -> Passage:
    text, spans = unmarked(row["text"])
    if spans.keys() != row["actors"].keys():
        raise GoldError(f"marked are {sorted(spans)}, told of {sorted(row['actors'])}")
    return Passage(text, [_told(name, said, spans[name]) for name, said in row["actors"].items()])


def _told(name: str, said: dict[str, Any], mentions: list[tuple[int, int]]) -> Told:
    country = said["country"]
    if said["kind"] not in FIELDS["actors"]["kind"] or not set(said["roles"]) <= {*ROLES} or (country and not COUNTRY.fullmatch(country)):
        raise GoldError(f"{name} is {said}")
    return Told(name, said["kind"], country, said["roles"], mentions)


def unmarked(marked: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """A text without its marks, and the spans that each name marks. GoldError where a mark does not open or close."""
    plain, at = "", 0
    open_: list[tuple[str, int]] = []
    spans: dict[str, list[tuple[int, int]]] = {}
    for m in MARK.finditer(marked):
        plain += marked[at : m.start()]
        at = m.end()
        if m[1]:
            open_.append((m[1], len(plain)))
        elif open_:
            name, start = open_.pop()
            spans.setdefault(name, []).append((start, len(plain)))
        else:
            raise GoldError(f"a mark closes that is not open: {marked[:at][-40:]!r}")
    if open_:
        raise GoldError(f"the mark of {open_[-1][0]} does not close")
    return plain + marked[at:], {name: sorted(found) for name, found in spans.items()}


def all_passages() -> list[Passage]:
    """Every passage, in the order of files and rows."""
    return [passage for path in sorted(FOLDER.glob("*.yaml")) for passage in load(path)]


def main() -> int:
    rows, parts, bad = checked(sorted(FOLDER.glob("*.yaml")), lambda path: [p._asdict() for p in load(path)], "actors")
    print(f"{rows} passages, {parts} actors; {bad} files with faults")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
