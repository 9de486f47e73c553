"""Read the minimal pairs of events, the sentences in which there is none, and the minimal pairs of places and governments.

`pairs/status-1.yaml`, `status-2.yaml`: what happened beside nearly the same words in which it did not, or not yet, or not for certain.
`pairs/rare-1.yaml`: the same with rare words and constructions for what did not happen ("stillborn", "put on ice", "talk of").
`pairs/quiet-1.yaml`, `quiet-2.yaml`: sentences of local news without any event that PLOVER codes, full of words that look like one.
`pairs/metonyms-1.yaml`: the name of a place where it is meant as one, beside nearly the same words in which it stands for its rulers.

usage: python corpus/pairs.py     check all files
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, NamedTuple

import yaml

if __package__:
    from corpus.annotations import FIELDS, GoldError
else:
    from annotations import FIELDS, GoldError

FOLDER = Path(__file__).parent / "pairs"
HELD_OUT = 5  # one quiet sentence, and one pair of places and governments, in so many is kept from the encoder


class Pair(NamedTuple):
    """`asserted` tells of an event of `type` that happened; in `other` it has `status`, by the device `how`."""

    type: str
    asserted: str
    other: str
    status: str
    how: str


def pairs() -> list[Pair]:
    """The minimal pairs. GoldError names all that does not fit."""
    return _pairs("status")


def rare() -> list[Pair]:
    """The minimal pairs in which rare words tell that something did not happen. GoldError names all that does not fit."""
    return _pairs("rare")


def _pairs(name: str) -> list[Pair]:
    rows: list[dict[str, Any]] = _all(name)
    found = [Pair(r["type"], r["asserted"], r["not"], r["status"], r["how"]) for r in rows]
    faults = [f"pair {n}: {p.type!r} or {p.status!r} is unknown" for n, p in enumerate(found, 1) if not _known(p)]
    if faults:
        raise GoldError("\n".join(faults))
    return found


def _known(pair: Pair) -> bool:
    return pair.type in FIELDS["events"]["type"] and pair.status in FIELDS["events"]["status"]


def quiet() -> list[str]:
    """The sentences without an event."""
    return _all("quiet")


class Metonym(NamedTuple):
    """`name` is meant as a place in `place`, and stands for those who rule there in `actor`."""

    name: str
    place: str
    actor: str
    how: str


def metonyms() -> list[Metonym]:
    """The pairs of places and governments. GoldError names all in which the name does not stand once."""
    found = [Metonym(r["name"], r["place"], r["actor"], r["how"]) for r in _all("metonyms")]
    faults = [
        f"{text!r} has {m.name!r} {text.count(m.name)} times" for m in found for text in (m.place, m.actor) if text.count(m.name) != 1
    ]
    if faults:
        raise GoldError("\n".join(faults))
    return found


def _all(name: str) -> list[Any]:
    """The rows of all files of that name."""
    return [row for path in sorted(FOLDER.glob(f"{name}-*.yaml")) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]


def main() -> int:
    try:
        told = f"{len(pairs())} + {len(rare())} pairs, {len(quiet())} sentences without an event"
        print(f"{told}, {len(metonyms())} pairs of places and governments")
    except GoldError as e:
        print(e)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
