"""PLOVER's contexts and the words that tell of them (contexts.csv)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportedly.knowledge.tables import HERE, rows
from reportedly.model import Record

FILE = HERE / "contexts.csv"
WEIGHTS = frozenset({"1", "2"})


class ContextCue(Record, frozen=True, kw_only=True):
    """A word or phrase and the context that it tells of; a weight of 2 is enough alone."""

    words: tuple[str, ...]
    context: str
    weight: int


@cache
def context_cues() -> dict[str, tuple[ContextCue, ...]]:
    """The cues by their first word, longest first."""
    return load()


def load(path: Path = FILE) -> dict[str, tuple[ContextCue, ...]]:
    """The cues of a table. KnowledgeError says the file and the line of what is wrong."""
    found: dict[str, list[ContextCue]] = {}
    for row in rows(path, ("context", "weight", "words")):
        weight = int(row.one_of("weight", WEIGHTS))
        for phrase in row.several("words"):
            words = tuple(phrase.lower().replace("-", " - ").split())
            found.setdefault(words[0], []).append(ContextCue(words=words, context=row.text("context"), weight=weight))
    return {word: tuple(sorted(cues, key=lambda c: -len(c.words))) for word, cues in found.items()}
