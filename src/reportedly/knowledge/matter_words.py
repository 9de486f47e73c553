"""Words that name one matter (matter_words.csv): who denies "a sale" answers who tells of "rifles supplied".

A word may belong to several matters. The words are lemmas.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

from reportedly.knowledge.tables import HERE, rows

MATTERS = HERE / "matter_words.csv"


@cache
def matters() -> dict[str, frozenset[str]]:
    """The matters of each word."""
    return load()


def load(path: Path = MATTERS) -> dict[str, frozenset[str]]:
    """The matters of each word of a table. KnowledgeError where a row is malformed or a matter stands there twice."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    seen: set[str] = set()
    for row in rows(path, ("matter", "words")):
        matter = row.text("matter")
        if matter in seen:
            raise row.wrong(f"the matter {matter!r} has a row already")
        seen.add(matter)
        for word in row.text("words").split():
            found[word].add(matter)
    return {word: frozenset(of) for word, of in found.items()}
