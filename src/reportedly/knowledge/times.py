"""What is known of calendars.

time_words.csv has words and their classes, time_phrases.csv and holidays.csv fixed expressions, time_patterns.csv how classes combine,
time_phases.csv which part of a period is its early, mid or late one, time_contexts.csv the words that decide whether and when.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reportedly.knowledge.tables import HERE, Row, rows
from reportedly.model import Record, TimeType

NUMERIC = frozenset(
    {
        "daynum",
        "digits",
        "decimal",
        "year",
        "clock",
        "clocktime",
        "datenum",
        "decade",
        "yearrange",
        "joined",
        "quarter_code",
        "fiscal_code",
        "quote",
    }
)  # classes that a token gets from its shape, not from time_words.csv
PHRASE = "phrase"  # the class of a fixed expression, all its tokens together
CONTEXTS = (
    "before a name-like month", "before a year", "counted", "name-like month", "looks ahead", "looks back", "future auxiliary",
    "certain future", "past auxiliary", "present auxiliary", "limit", "condition", "before a day", "other calendar",
)  # fmt: skip
_HOLIDAY = re.compile(
    r"(\d{4}-)?\d\d-\d\d|easter([+-]\d+)?|-?\d (mon|tue|wed|thu|fri|sat|sun) \d{1,2}( \+\d)?|islamic \d{1,2} \d{1,2} \d{1,2}"
)
_NAME = re.compile(r"[A-Za-z_]+")


class TimeWord(NamedTuple):
    """A word's class in the patterns, and what it stands for."""

    kind: str
    value: str


class Phrase(NamedTuple):
    """A fixed expression: its words, what it stands for, and the part of speech that its last word must have ("" for any)."""

    words: tuple[str, ...]
    type: TimeType | None
    value: str
    pos: str = ""
    rule: str = ""  # a holiday's, "" for any other phrase


class Pattern(NamedTuple):
    """A rule: the classes that make an expression, as a regular expression over their names."""

    name: str
    pattern: str


class TimeKnowledge(Record, frozen=True, kw_only=True):
    """The tables, read.

    `phrases` are listed by first and second word ("" for none), longest first; `parts` are named pieces of `rules`; `phases` maps
    (unit, phase) to the first and last sub-unit.
    """

    words: dict[str, TimeWord]
    phrases: dict[str, dict[str, tuple[Phrase, ...]]]
    parts: tuple[Pattern, ...]
    rules: tuple[Pattern, ...]
    phases: dict[tuple[str, str], tuple[int, int]]
    contexts: dict[str, frozenset[str]]

    @property
    def classes(self) -> frozenset[str]:
        """The classes that a pattern may name."""
        return NUMERIC | {PHRASE} | {w.kind for w in self.words.values()}


@cache
def time_knowledge() -> TimeKnowledge:
    """The shipped tables. KnowledgeError where one is wrong."""
    return load(HERE)


def load(folder: Path) -> TimeKnowledge:
    """The six tables of a folder. KnowledgeError, with file and line, where one is wrong."""
    words = _words(rows(folder / "time_words.csv", ("class", "word", "value")))
    patterns = [(row, _pattern(row)) for row in rows(folder / "time_patterns.csv", ("name", "pattern"))]
    found = TimeKnowledge(
        words=words,
        phrases=_by_words([*_phrases(folder), *_holidays(folder)]),
        parts=tuple(p for _, p in patterns if p.name.isupper()),
        rules=tuple(p for _, p in patterns if not p.name.isupper()),
        phases=_phases(rows(folder / "time_phases.csv", ("unit", "phase", "first", "last"))),
        contexts=_contexts(rows(folder / "time_contexts.csv", ("list", "words"))),
    )
    _check_names(found, patterns)
    return found


def _words(table: Iterable[Row]) -> dict[str, TimeWord]:
    words: dict[str, TimeWord] = {}
    for row in table:
        word = row.text("word")
        if word in words:
            raise row.wrong(f"{word!r} stands in the table twice: a word has one class")
        words[word] = TimeWord(row.text("class"), row.text("value"))
    return words


def _phrases(folder: Path) -> list[Phrase]:
    table = rows(folder / "time_phrases.csv", ("words", "type", "value", "pos"))
    types = frozenset(TimeType)
    return [Phrase(tuple(r.text("words").split()), TimeType(r.one_of("type", types)), r.text("value"), r.cells["pos"]) for r in table]


def _holidays(folder: Path) -> list[Phrase]:
    found = []
    for row in rows(folder / "holidays.csv", ("name", "rule")):
        if not _HOLIDAY.fullmatch(rule := row.text("rule")):
            raise row.wrong(f"{rule!r} is no rule: write 12-25, 2001-09-11, easter-2, 4 thu 11, or islamic 9 1 30 (month, day, days)")
        found.append(Phrase(tuple(row.text("name").split()), None, "", rule=rule))
    return found


def _by_words(phrases: list[Phrase]) -> dict[str, dict[str, tuple[Phrase, ...]]]:
    found: dict[str, dict[str, list[Phrase]]] = {}
    for phrase in sorted(phrases, key=lambda p: -len(p.words)):
        second = phrase.words[1] if len(phrase.words) > 1 else ""
        found.setdefault(phrase.words[0], {}).setdefault(second, []).append(phrase)
    return {first: {second: tuple(group) for second, group in rest.items()} for first, rest in found.items()}


def _pattern(row: Row) -> Pattern:
    pattern = Pattern(row.text("name"), row.text("pattern"))
    try:
        re.compile(_NAME.sub("x", pattern.pattern.replace(" ", "")))
    except re.error as error:
        raise row.wrong(f"the pattern cannot be read: {error}") from error
    return pattern


def _phases(table: Iterable[Row]) -> dict[tuple[str, str], tuple[int, int]]:
    phases = {}
    for row in table:
        first, last = int(row.number("first", 0, 99)), int(row.number("last", 0, 99))
        if first > last:
            raise row.wrong(f"it begins at {first}, after its end at {last}")
        phases[row.text("unit"), row.one_of("phase", frozenset({"early", "mid", "late"}))] = (first, last)
    return phases


def _contexts(table: Iterable[Row]) -> dict[str, frozenset[str]]:
    contexts: dict[str, frozenset[str]] = {}
    for row in table:
        contexts[row.one_of("list", frozenset(CONTEXTS))] = frozenset(row.several("words"))
    return contexts


def _check_names(knowledge: TimeKnowledge, patterns: list[tuple[Row, Pattern]]) -> None:
    """KnowledgeError where a pattern names a class that no word has."""
    known = knowledge.classes | {p.name for p in knowledge.parts}
    for row, pattern in patterns:
        if strange := [name for name in _NAME.findall(pattern.pattern) if name not in known]:
            raise row.wrong(f"{strange[0]!r} is neither a class of time_words.csv nor a part of this table")
