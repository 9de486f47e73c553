"""The words of actor_phrases.toml: what tells offices apart, where a phrase ends, which names are places'."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from reportedly.errors import KnowledgeError
from reportedly.knowledge.tables import HERE
from reportedly.model import Record

FILE = HERE / "actor_phrases.toml"


class OfficeWords(Record, frozen=True, kw_only=True):
    """Words before a noun of office; the file explains each group."""

    ranks: frozenset[str]
    loose: frozenset[str]
    former: frozenset[str]
    fields: frozenset[str]
    heads: frozenset[str]
    bands: frozenset[str]


class ActorPhrases(Record, frozen=True, kw_only=True):
    """All groups of the file. `of` are verbs whose object takes "of", `features` nouns after a place's name, `taken` verbs of
    places, `goals` verbs of visiting, `beside` words before a country's name, `undertakings` first words of names that are no actors',
    `things` acronyms that are none, `watches` verbs of those who stand up for a cause.
    """

    offices: OfficeWords
    of: frozenset[str]
    features: frozenset[str]
    taken: frozenset[str]
    goals: frozenset[str]
    beside: frozenset[str]
    undertakings: frozenset[str]
    things: frozenset[str]
    watches: frozenset[str]


@cache
def actor_phrases() -> ActorPhrases:
    """The shipped words, read once."""
    return load()


def load(path: Path = FILE) -> ActorPhrases:
    """The words of a file. KnowledgeError where a group is missing, unknown, no text, or has a word twice."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        offices = msgspec.convert({name: _split(group) for name, group in table["offices"].items()}, OfficeWords)
        places = table["places"]
        return ActorPhrases(
            offices=offices, of=frozenset(_split(table["ends"]["of"])),
            features=frozenset(_split(places["features"])), taken=frozenset(_split(places["taken"])),
            goals=frozenset(_split(places["goals"])), beside=frozenset(_split(places["beside"])),
            undertakings=frozenset(_split(table["names"]["undertakings"])), things=frozenset(_split(table["names"]["things"])),
            watches=frozenset(_split(table["causes"]["watches"])),
        )  # fmt: skip
    except (OSError, KeyError, ValueError, AttributeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise KnowledgeError(path.name, None, f"{type(error).__name__}: {error}") from error


def _split(group: str) -> list[str]:
    words = group.split()
    if twice := {word for word in words if words.count(word) > 1}:
        raise ValueError(f"{min(twice)!r} stands twice")
    return words
