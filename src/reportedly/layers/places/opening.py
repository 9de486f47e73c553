"""Places that open a report or an item of it: those of the dateline, and the labels of a bulletin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.knowledge.countries import countries
from reportedly.knowledge.gazetteer import Gazetteer
from reportedly.layers.labels import country_labels
from reportedly.layers.places.names import Found, Name
from reportedly.model import Span
from reportedly.text import Parsed

_BRACKETED = re.compile(r"[(\[][^)\]]*[)\]]?")  # "(AP)", "[Khyber News]"
_END = re.compile(r"(?<!\bSt)(?<!\bFt)(?<!\bMt)\.(?=\s)|\s[-\u2013\u2014]", re.IGNORECASE)  # "MOSCOW. December 3."
_BETWEEN = frozenset("/,&") | {"and"}


def dateline_names(parsed: Parsed, gazetteer: Gazetteer) -> Iterator[Name]:
    """The places that the dateline names: a town, and after a comma the state that it lies in."""
    span = parsed.dateline
    if span is None:
        return
    line = _BRACKETED.sub(lambda m: " " * len(m.group()), span.of(parsed.text))
    line = line[: end.start()] if (end := _END.search(line)) else line
    start = span.start
    for n, part in enumerate(line.split(",")[:2]):
        words = part.strip()
        at = Span(begin := start + part.find(words), begin + len(words))
        start += len(part) + 1
        country = countries().by_name(words)
        found = () if country else gazetteer.candidates(words if n else words.title())
        if words and (found if n == 0 else country or (found and found[0].feature == "ADM1" and not words[-1].isdigit())):
            yield Name(words=words, span=at, first=-1, last=-1, found=Found.ENTITY, candidates=found, country=country if n else None)


def label_names(parsed: Parsed, gazetteer: Gazetteer) -> Iterator[Name]:
    """The countries and capitals of a bulletin's labels, several of one label each by itself."""
    for first, last in country_labels(parsed).values():
        whole = _labelled(parsed, gazetteer, first, last)
        if whole.country or whole.candidates:
            yield whole
            continue
        cuts = [i for i in range(first, last + 1) if parsed.tokens[i].lower in _BETWEEN]
        for a, b in zip([first, *(c + 1 for c in cuts)], [*(c - 1 for c in cuts), last], strict=True):
            yield _labelled(parsed, gazetteer, a, b)


def _labelled(parsed: Parsed, gazetteer: Gazetteer, first: int, last: int) -> Name:
    span = parsed.span(first, last)
    words = span.of(parsed.text)
    country = countries().by_name(words)
    found = () if country else gazetteer.candidates(words.title() if words.isupper() else words)
    return Name(words=words, span=span, first=first, last=last, found=Found.LABEL, candidates=found, country=country)
