"""What sort of source a head noun tells of, where the actor is not known (source_nouns.csv, one sort a line)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportedly.knowledge.tables import HERE, rows

NOUNS = HERE / "source_nouns.csv"
SORTS = frozenset({"document", "media", "public", "official", "government", "organisation", "person"})


@cache
def source_nouns() -> dict[str, str]:
    """Sorts by lemma; the first line that has a word owns it."""
    return load()


def load(path: Path = NOUNS) -> dict[str, str]:
    """The nouns of a table. KnowledgeError says the file and the line of what is wrong."""
    found: dict[str, str] = {}
    for row in rows(path, ("sort", "words")):
        sort = row.one_of("sort", SORTS)
        for word in row.text("words").split():
            found.setdefault(word, sort)
    return found
