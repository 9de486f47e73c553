"""Words about places: `place_words.toml` loaded and checked."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from reportedly.errors import KnowledgeError
from reportedly.model import Record

FILE = Path(__file__).with_name("place_words.toml")


class PlaceWords(Record, frozen=True, kw_only=True):
    """`features`: a word to the GeoNames feature codes it speaks for; `seldom`: names that are seldom places; `common`: names
    of places that are ordinary words too, in small letters; `before`: words to strip; `scenes`: a preposition, or "object", to the
    verbs with which it always makes a place."""

    features: dict[str, frozenset[str]]
    seldom: frozenset[str]
    common: frozenset[str]
    before: frozenset[str]
    scenes: dict[str, frozenset[str]]


@cache
def place_words() -> PlaceWords:
    """The words of the file that reportedly comes with."""
    return load(FILE)


def load(path: Path) -> PlaceWords:
    """Read and check a file of place words. KnowledgeError where it is no TOML or a table is missing."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return PlaceWords(
            features={word: frozenset(codes) for word, codes in tables["features"].items()},
            seldom=frozenset(tables["seldom"]["names"]),
            common=frozenset(tables["common"]["words"]),
            before=frozenset(tables["before"]["words"]),
            scenes={word: frozenset(verbs) for word, verbs in tables["scenes"].items()},
        )
    except tomllib.TOMLDecodeError as e:
        raise KnowledgeError(str(path), None, f"this is no TOML: {e}") from e
    except (KeyError, TypeError, AttributeError) as e:
        raise KnowledgeError(str(path), None, f"the table or key {e} is missing or of the wrong kind") from e
