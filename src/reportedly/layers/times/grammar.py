"""The rules of time_patterns.csv, run over a report's letters: which tokens make which kind of expression."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from reportedly.knowledge.times import time_knowledge
from reportedly.layers.times.lexicon import Spelling, letters

_NAME = re.compile(r"[A-Za-z_]+")


class Match(NamedTuple):
    """A rule that fits the tokens from `first` to `last`, both inclusive."""

    first: int
    last: int
    rule: str
    letters: str


@cache
def rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every rule as an expression over letters, in the order of the table."""
    knowledge, alphabet = time_knowledge(), letters().of_class
    parts: dict[str, str] = {}

    for part in knowledge.parts:
        parts[part.name] = f"(?:{_spelled(part.pattern, parts, alphabet)})"
    return tuple((rule.name, re.compile(_spelled(rule.pattern, parts, alphabet))) for rule in knowledge.rules)


def _spelled(pattern: str, parts: dict[str, str], alphabet: dict[str, str]) -> str:
    """A pattern with the names of its parts and classes put into letters."""
    return _NAME.sub(lambda m: parts.get(m[0]) or alphabet[m[0]], pattern).replace(" ", "")


def matches[T](spelling: Spelling, build: Callable[[Match], T | None]) -> Iterator[T]:
    """What the longest rules build, from left to right and without overlap; of equal length, the rule that stands first in the table."""
    at = spelling.at
    found = [
        (m.start(), -m.end(), order, name)
        for order, (name, pattern) in enumerate(rules())
        for m in pattern.finditer(spelling.text)
        if m.end() > m.start()
    ]
    done = 0
    for start, end, _, name in sorted(found):
        if start >= done and (built := build(Match(at[start], at[-end - 1], name, spelling.text[start:-end]))) is not None:
            done = -end
            yield built
