"""Numbers in words (number_words.csv) and the words that say what is counted (figure_words.csv)."""

from __future__ import annotations

from functools import cache

from reportedly.knowledge.tables import HERE, Row, rows
from reportedly.model import FigureKind, Record

MULTIPLIERS = frozenset({100.0, 1_000.0, 1_000_000.0, 1_000_000_000.0, 1_000_000_000_000.0})


class FigureWords(Record, frozen=True, kw_only=True):
    """`numbers` gives low and high of a number word, high None where it is open ("dozens"); the rest is by lemma."""

    numbers: dict[str, tuple[float, float | None]]
    nouns: dict[str, FigureKind]
    verbs: dict[str, FigureKind]


@cache
def figure_words() -> FigureWords:
    """The words that come with reportedly, read once. KnowledgeError says file, line and what is wrong."""
    kinds = frozenset(kind.value for kind in FigureKind)
    found: dict[str, dict[str, FigureKind]] = {"noun": {}, "verb": {}}
    for row in rows(HERE / "figure_words.csv", ("kind", "use", "words")):
        kind = FigureKind(row.one_of("kind", kinds))
        for word in row.several("words"):
            found[row.one_of("use", frozenset(found))].setdefault(word, kind)
    numbers = {row.text("word"): _bounds(row) for row in rows(HERE / "number_words.csv", ("word", "low", "high"))}
    return FigureWords(numbers=numbers, nouns=found["noun"], verbs=found["verb"])


def _bounds(row: Row) -> tuple[float, float | None]:
    low = row.number("low", 0, 1e15)
    return low, row.number("high", low, 1e15) if row.optional("high") else None
