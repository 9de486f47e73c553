"""Labels of a bulletin: "SUDAN: The army says ..." tells where its item plays; nobody of that name speaks in it."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from reportedly.knowledge.countries import countries
from reportedly.knowledge.naming import fold
from reportedly.text import Parsed, Token

FEWEST = 2  # labels of a bulletin; one alone may be a speaker's name
LONGEST = 8  # tokens of a label: "TRINIDAD AND TOBAGO" and a second country
_DASHES = frozenset("-\u2013\u2014") | {"--", "---"}
_QUOTES = frozenset("\"'\u201c\u2018\u00ab") | {"``", "''"}
_KEY = "country_labels"
_PARTS = re.compile(r"\s*[/,&]\s*|\s+and\s+", re.IGNORECASE)


def country_labels(parsed: Parsed) -> dict[int, tuple[int, int]]:
    """Paragraph -> the first and the last token of the country's or capital's name that is its label; {} for no bulletin."""
    known: dict[int, tuple[int, int]] | None = parsed.__dict__.get(_KEY)
    if known is None:  # kept with the report, for the layers ask at every colon
        known = parsed.__dict__[_KEY] = _found(parsed)
    return known


def _found(parsed: Parsed) -> dict[int, tuple[int, int]]:
    body = (t for t in parsed.tokens if t.para >= parsed.headings)
    found = {para: label for para, tokens in groupby(body, lambda t: t.para) if (label := _label(parsed, list(tokens)))}
    return found if len(found) >= FEWEST else {}


def _label(parsed: Parsed, paragraph: list[Token]) -> tuple[int, int] | None:
    end = next((n for n, t in enumerate(paragraph[: LONGEST + 1]) if _ends(paragraph, n, t)), len(paragraph))
    if not 0 < end <= LONGEST or not paragraph[0].text[0].isupper():
        return None
    if any(t.text in _QUOTES for t in paragraph[end + 1 : end + 2]):
        return None  # "FRANCE: 'We shall vote no'" is a speaker's
    first, last = paragraph[0], paragraph[end - 1]
    words = parsed.span(first.i, last.i).of(parsed.text)
    dashed = end < len(paragraph) and paragraph[end].text in _DASHES
    return (first.i, last.i) if _names(words) and (words.isupper() or not dashed) else None


def _ends(paragraph: list[Token], n: int, t: Token) -> bool:
    """Whether a label ends before a token: a colon, or a dash with space about it ("GUINEA-BISSAU" has none)."""
    return t.text == ":" or t.text in _DASHES and n > 0 and paragraph[n - 1].end < t.start


def _names(words: str) -> bool:
    """Whether words are the name of a country or a capital, or several of them: "ISRAEL/LEBANON", "Chad and Niger"."""
    return all(_name(words) for words in ([words] if _name(words) else _PARTS.split(words)))


def _name(words: str) -> bool:
    return bool(words) and (countries().by_name(words) is not None or fold(words) in _capitals())


@cache
def _capitals() -> frozenset[str]:
    return frozenset(fold(c.capital) for c in countries() if c.capital and c.kind in {"state", "disputed"})
