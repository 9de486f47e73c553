"""Numbers as reports write them: 1,500, 2.5, 2 1/2, twenty-one, "nineteen ninety-six", 3rd."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.knowledge.times import time_knowledge

_GLYPHS = {"\u00bd": 0.5, "\u00bc": 0.25, "\u00be": 0.75}
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_COUNTABLE = frozenset({"daynum", "digits", "decimal", "year", "fraction", "half", "number", "teens", "couple"})


def amount_in(words: Sequence[tuple[str, str]]) -> float | None:
    """What (word, class) pairs count: ("two", "number"), ("and", "and"), ("half", "half") is 2.5. None where no number is among them."""
    total, fraction, found = 0.0, 0.0, False
    for lower, kind in words:
        if kind not in _COUNTABLE:
            continue
        found = True
        if kind in {"fraction", "half"}:
            fraction += _fraction(lower)
        elif kind in {"number", "teens"}:
            total = _grown(total, float(time_knowledge().words[lower].value))
        else:
            total += 2.0 if kind == "couple" else _figure(lower)
    return total + fraction if found else None


def _grown(total: float, value: float) -> float:
    """Twenty and one add up; two and hundred multiply."""
    return max(total, 1.0) * value if value in {100.0, 1000.0} else total + value


def _figure(lower: str) -> float:
    if lower[-1] in _GLYPHS:
        return float(lower[:-1] or 0) + _GLYPHS[lower[-1]]
    return float(lower.replace(",", ""))


def _fraction(lower: str) -> float:
    if lower == "half" or lower in _GLYPHS:
        return _GLYPHS.get(lower, 0.5)
    above, below = lower.split("/")
    return int(above) / int(below) if int(below) else 0.0


def ordinal_of(lower: str) -> int:
    """ "third" and "3rd" are 3; "final" is -1."""
    m = _ORDINAL.fullmatch(lower)
    if m:
        return int(m[1])
    word = time_knowledge().words.get(lower)
    return int(word.value) if word and word.kind == "ordinal" else int(lower)


def spoken_year(words: Sequence[str]) -> int | None:
    """ "nineteen", "ninety", "six" is 1996, "two", "thousand" 2000; None for numbers that are no year."""
    values = [int(time_knowledge().words[w].value) for w in words]
    if values[0] in {18, 19, 20} and values[1] < 100:
        rest = sum(values[1:])
        return values[0] * 100 + rest if (values[1] >= 20 or (values[1] >= 10 and len(values) == 2)) and rest < 100 else None
    if values[:2] == [2, 1000] and (rest := sum(values[2:])) < 100:
        return 2000 + rest
    return None


def written(amount: float) -> str:
    """ "8", "2.5"."""
    return f"{amount:g}" if amount != int(amount) else str(int(amount))
