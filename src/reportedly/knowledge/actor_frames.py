"""The frames of actor_frames.toml: which lemmas tell how a place name is meant, and which verbs have a mind for subject."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from reportedly.errors import KnowledgeError
from reportedly.knowledge.roles import ROLES
from reportedly.knowledge.tables import HERE
from reportedly.model import Record

FILE = HERE / "actor_frames.toml"


class PlaceFrames(Record, frozen=True, kw_only=True):
    """Lemmas that tell how a place name beside them is meant; the file explains each group."""

    prepositions: frozenset[str]
    directions: frozenset[str]
    partners: frozenset[str]
    object_verbs: frozenset[str]
    motion_verbs: frozenset[str]
    motion_nouns: frozenset[str]
    position_verbs: frozenset[str]
    passive_verbs: frozenset[str]
    parts: frozenset[str]
    of_heads: frozenset[str]
    sent: frozenset[str]


class ActorFrames(Record, frozen=True, kw_only=True):
    """All groups of the file. `modifiers` and `tails` give the role of a word, "" where it tells none."""

    place: PlaceFrames
    mind: frozenset[str]
    modifiers: dict[str, str]
    tails: dict[str, str]
    particles: frozenset[str]
    openers: frozenset[str]
    suffixes: frozenset[str]


@cache
def actor_frames() -> ActorFrames:
    """The shipped frames, read once."""
    return load()


def load(path: Path = FILE) -> ActorFrames:
    """The frames of a file. KnowledgeError where a group is missing, unknown or no text."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        words = {name: _split(group) for name, group in table["place"].items()}
        place = msgspec.convert(words, PlaceFrames)
        mind = frozenset(table["mind"]["verbs"].split())
        return ActorFrames(
            place=place, mind=mind, modifiers=_roles(table["modifiers"]), tails=_roles(table["tails"]),
            **{name: frozenset(words.split()) for name, words in table["names"].items()},
        )  # fmt: skip
    except (OSError, KeyError, AttributeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise KnowledgeError(path.name, None, f"{type(error).__name__}: {error}") from error


def _split(group: str) -> list[str]:
    return group.split()


def _roles(group: dict[str, str]) -> dict[str, str]:
    """The role of each word of a group."""
    if wrong := [role for role in group if role != "none" and role not in ROLES]:
        raise KeyError(f"unknown role {wrong[0]}")
    return {word: "" if role == "none" else role for role, words in group.items() for word in words.split()}
