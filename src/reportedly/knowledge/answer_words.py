"""The words by which one claim answers another (answer_words.csv, one sort a line; the words are lemmas).

allegation   nouns for what somebody else said: "denied the charge"
written      what is written or shown: "called the letter a forgery"; `reported`: what the press does
pointing     words that stand for what was said before: "denied it", "such", "neither"
accusing     verbs of claims against somebody; `blaming`: those that name who or what is to blame
contrasting  words that set a claim against the one before; `countering`: verbs that do
differing    adjectives that with a noun of `differed` tell of another version: "gave another account"
counting     verbs that with a noun `about` a count give one: "put the toll at 19"
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportedly.errors import KnowledgeError
from reportedly.knowledge.tables import HERE, rows

ANSWERS = HERE / "answer_words.csv"
SORTS = frozenset("allegation written reported pointing accusing blaming contrasting countering differing differed counting about".split())


@cache
def answer_words() -> dict[str, frozenset[str]]:
    """The lemmas of each sort."""
    return load()


def load(path: Path = ANSWERS) -> dict[str, frozenset[str]]:
    """The sorts of a table. KnowledgeError where one is unknown or missing."""
    found = {row.one_of("sort", SORTS): frozenset(row.text("words").split()) for row in rows(path, ("sort", "words"))}
    if missing := SORTS - found.keys():
        raise KnowledgeError(path.name, None, f"the sort {min(missing)!r} is missing")
    return found
