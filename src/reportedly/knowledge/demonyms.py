"""The forms in which the people of a place are named: Libyan, Libyans; Scotsman, Scotsmen; British."""

from __future__ import annotations

from reportedly.knowledge.tables import SHARED, Row

COUNTABLE = tuple("nikbtehr")  # the last letters of adjectives that name one of the people: Libyan, Saudi, Croat
MEN = ("chman", "shman", "sman", "xman", "yman", "woman")  # Scotsman, Manxman; not German
UNCOUNTABLE = ("sh", "ch", "ese")  # British, French, Chinese


def forms(row: Row, people: str | None = None) -> tuple[str, ...]:
    """The adjectives of a row, the nouns in its column `people`, and their plurals; shared words keep their mark."""
    adjectives, nouns = row.several("adjectives"), row.several(people) if people else ()
    countable = (a for a in adjectives if _countable(a.removesuffix(SHARED)) and a != row.text("name"))
    return tuple(dict.fromkeys((*adjectives, *nouns, *map(_plural, (*countable, *nouns)))))


def _countable(adjective: str) -> bool:
    return adjective.endswith(COUNTABLE) and not adjective.endswith(UNCOUNTABLE)


def _plural(noun: str) -> str:
    mark = SHARED if noun.endswith(SHARED) else ""
    bare = noun.removesuffix(SHARED)
    return (f"{bare[:-2]}en" if bare.endswith(MEN) else f"{bare}s") + mark
