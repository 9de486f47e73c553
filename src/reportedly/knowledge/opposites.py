"""Words that cannot both be true of one thing (opposites.csv): open and shut, won and lost. The words are lemmas."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportedly.knowledge.tables import HERE, rows

OPPOSITES = HERE / "opposites.csv"


@cache
def opposites() -> frozenset[tuple[str, str]]:
    """Every pair of opposed words, in both orders."""
    return load()


def load(path: Path = OPPOSITES) -> frozenset[tuple[str, str]]:
    """The pairs of a table. KnowledgeError where a word is its own opposite or a row is malformed."""
    found: set[tuple[str, str]] = set()
    for row in rows(path, ("one", "other")):
        pairs = [(a, b) for a in row.text("one").split() for b in row.text("other").split()]
        if same := [a for a, b in pairs if a == b]:
            raise row.wrong(f"{same[0]!r} is given as its own opposite")
        found |= {pair for a, b in pairs for pair in ((a, b), (b, a))}
    return frozenset(found)
