"""The words of silences: refusing to comment, not answering, being out of reach (silences.csv, one sort a line).

refusing     verbs that with a verb of `saying` decline: "refused to discuss"
saying       what is declined
withholding  verbs that decline when negated: "would not comment", "has not said whether" (with a word of `asking`)
answering    verbs that give no answer when negated: "did not respond to"
asked        what is answered or left unanswered: "questions", "a request to comment"
reaching     verbs of being out of reach when negated and passive: "could not be reached"
available    adjectives of the same when negated; `unavailable`, `silent`: adjectives that say it themselves
comment      nouns that `holding` verbs have none of: "had no comment"
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportedly.errors import KnowledgeError
from reportedly.knowledge.tables import HERE, rows

SILENCES = HERE / "silences.csv"
SORTS = frozenset("refusing saying withholding asking answering asked reaching available unavailable silent comment holding".split())


@cache
def silence_words() -> dict[str, frozenset[str]]:
    """The lemmas of each sort."""
    return load()


def load(path: Path = SILENCES) -> dict[str, frozenset[str]]:
    """The sorts of a table. KnowledgeError where one is unknown or missing."""
    found = {row.one_of("sort", SORTS): frozenset(row.text("words").split()) for row in rows(path, ("sort", "words"))}
    if missing := SORTS - found.keys():
        raise KnowledgeError(path.name, None, f"the sort {min(missing)!r} is missing")
    return found
