"""PLOVER 2.0: the sixteen event types with their modes and scores, and what an act becomes under another (plover.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from reportedly.errors import KnowledgeError
from reportedly.knowledge.tables import HERE
from reportedly.model import EventType, Record

FILE = HERE / "plover.toml"
EFFECTS = frozenset({"agree", "vow", "threaten", "refuse", "fail", "request", "end", "violate", "permit"})
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
LOWEST, HIGHEST = -10.0, 10.0


class PloverType(Record, frozen=True, kw_only=True):
    """One type: `quad` 1 to 4 as in QUADS, `score` -10 (hostile) to 10 (cooperative), modes with their own scores."""

    quad: int
    score: float
    cameo: str
    meaning: str
    modes: dict[str, float]
    mutual: bool = False
    recipient: bool = False
    place: bool = False


class Result(Record, frozen=True, kw_only=True):
    """What an act becomes under another."""

    type: EventType
    mode: str | None
    cameo: str


class Plover(Record, frozen=True, kw_only=True):
    """The ontology; `compose` maps an effect and the type under it ("nothing", "any") to what comes of it."""

    types: dict[EventType, PloverType]
    compose: dict[str, dict[str, Result]]

    def score(self, event_type: EventType, mode: str | None) -> float:
        """How cooperative or hostile, -10 to 10."""
        known = self.types[event_type]
        return known.modes.get(mode or "", known.score)

    def under(self, effect: str, inner: EventType | None) -> Result | None:
        """What becomes of an act of that type (None: of no known act) under an effect; None where it stays as it is."""
        table = self.compose[effect]
        return table.get(inner.value if inner else "nothing") or (table.get("any") if inner else None)


@cache
def plover() -> Plover:
    """The ontology that comes with reportedly, read once."""
    return load()


def load(path: Path = FILE) -> Plover:
    """The ontology of a TOML file. KnowledgeError where a type, mode, score or effect is wrong."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(path.name, None, str(error)) from error
    if missing := {t.value for t in EventType} - set(table["types"]):
        raise KnowledgeError(path.name, None, f"types are missing: {', '.join(sorted(missing))}")
    types = {EventType(name): _type(path, name, row) for name, row in table["types"].items()}
    compose = {effect: {inner: _result(path, types, effect, r) for inner, r in row.items()} for effect, row in table["compose"].items()}
    if set(compose) != EFFECTS:
        raise KnowledgeError(path.name, None, f"[compose] has {sorted(compose)}; it must have {sorted(EFFECTS)}")
    return Plover(types=types, compose=compose)


def _type(path: Path, name: str, row: dict[str, Any]) -> PloverType:
    scores = [row["score"], *row.get("modes", {}).values()]
    if not all(LOWEST <= score <= HIGHEST for score in scores) or row["quad"] not in range(1, len(QUADS) + 1):
        raise KnowledgeError(path.name, None, f"{name}: scores run from {LOWEST} to {HIGHEST}, quad from 1 to {len(QUADS)}")
    return PloverType(**{"modes": {}, **row})


def _result(path: Path, types: dict[EventType, PloverType], effect: str, row: list[str]) -> Result:
    try:
        result = Result(type=EventType(row[0]), mode=row[1] or None, cameo=row[2])
    except (ValueError, IndexError) as error:
        raise KnowledgeError(path.name, None, f"compose.{effect}: {row!r} is no [type, mode, cameo]") from error
    if result.mode and result.mode not in types[result.type].modes:
        raise KnowledgeError(path.name, None, f"compose.{effect}: {result.mode!r} is no mode of {result.type}")
    return result
