"""Plain text: perhaps a headline, a deck, a byline and a date line, then prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

import msgspec

from reportedly.formats.base import Received, fingerprint, problem
from reportedly.formats.dateline import agency, dateline, full_day
from reportedly.formats.dates import header_date
from reportedly.formats.header import Headline, authors, has_byline_prefix, headline
from reportedly.formats.lines import Line, lines
from reportedly.formats.tail import peel
from reportedly.model import Report, Span

NAME = "plain"
LONGEST_HEADLINE = 220  # characters
MOST_LINES = 8  # looked at for a heading
LONGEST_PUBLISHER = 8  # words
SHORTEST_DECK = 3  # words; what is shorter and stands above a byline is the publisher
_STAMP = re.compile(r"^(?:Published|Updated|Posted|Date)\b:?(?:\s+on)?\s*", re.I)
_CLOCK = re.compile(r",?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?![\d.]).*$")
_PARTS = re.compile(r"\s+[|\u2022\u00b7\u2013\u2014-]+\s+|,\s+")
_MARK = re.compile(r"#{1,6}\s+")  # a heading in Markdown
_ENDED = re.compile(r"(?<![A-Z])[.,;][\"'\u201d\u2019]?$")  # as a sentence ends; "quit the U.N." is none


class _Heading(msgspec.Struct):
    """What stands above the prose; `start` is where the prose begins."""

    start: int = 0
    at: Span | None = None
    deck_at: Span | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    publisher: str | None = None


def sniff(text: str) -> float:
    """Any text may be plain text, so it is the last choice."""
    return 0.1 if text.strip() else 0.0


def read(text: str) -> Iterator[Received]:
    """The one report that the text is."""
    heading = _heading(text, list(islice(lines(text), MOST_LINES)))
    tail = peel(text, heading.start, len(text), heading.publisher)
    title = headline(text, heading.at) if heading.at else Headline()
    deck_at = title.deck_at or heading.deck_at
    placed = dateline(text[heading.start : heading.start + 200])
    report = Report(
        id=fingerprint(text),
        text=text,
        format=NAME,
        body=Span(heading.start, tail.end),
        headline=title.words,
        subheadline=title.deck or (heading.deck_at.of(text) if heading.deck_at else None),
        headline_at=title.at,
        subheadline_at=deck_at,
        section=title.kicker,
        authors=heading.authors,
        contributors=tail.contributors,
        dateline=placed,
        published=heading.published or full_day(placed),
        publisher=heading.publisher or agency(placed),
    )
    lost = problem("no-body", "There is a heading but no text under it. Check that the whole file was saved.")
    yield Received(report=report, problems=() if report.body.of(text).strip() else (lost,))


def _heading(text: str, found: list[Line]) -> _Heading:
    """What the short lines above the prose say; a text's only line, or all of it that is no heading, is prose."""
    heading = _Heading()
    first = int(len(found) > 1 and bool(day := _day(found[0].words)))
    if first:
        heading.published = day
    if len(found) > first + 1 and _is_headline(
        found[first], found[first + 1], found[first + 2] if len(found) > first + 2 and has_byline_prefix(found[first + 2].words) else None
    ):
        mark = _MARK.match(text, found[first].span.start)
        heading.at = Span(mark.end() if mark else found[first].span.start, found[first].span.end)
        first += 1
    for n, line in enumerate(found[first:], first):
        heading.start = line.span.start
        if not _take(heading, line, found[n + 1 : n + 3]):
            return heading
    if found and (heading.at or len(found) > 1):
        heading.start = len(text)
    return heading


def _take(heading: _Heading, line: Line, after: list[Line]) -> bool:
    """Take in a line of the heading; false where it is prose."""
    words = line.words.strip("*_ ")
    if day := _day(words):
        heading.published, known = heading.published or day, heading.published
        return known is None
    if heading.at and not heading.authors and has_byline_prefix(by := _PARTS.split(words)[0] if _dated_tail(words) else words):
        heading.authors, heading.published = authors(by), heading.published or _dated_tail(words)
        return True
    if heading.at and heading.publisher is None and (named := _dated_tail(words)) and heading.published is None:
        heading.publisher, heading.published = _PARTS.split(words)[0], named
        return True
    if not heading.at or not after or len(words) > LONGEST_HEADLINE:
        return False
    if heading.publisher is None and _day(after[0].words) and len(words.split()) <= LONGEST_PUBLISHER:
        heading.publisher = words
        return True
    if heading.publisher is None and len(words.split()) <= SHORTEST_DECK and _is_imprint(after[0].words):
        heading.publisher = words
        return True
    first = not (heading.deck_at or heading.publisher or heading.authors)
    if first and not _ENDED.search(words) and _is_imprint(after[0].words):
        heading.deck_at = line.span
        return True
    return False


def _is_imprint(words: str) -> bool:
    return has_byline_prefix(words.strip("*_ ")) or _dated_tail(words) is not None


def _day(words: str) -> date | None:
    """The day that a line states, with or without a word before and a time of day after it."""
    return header_date(_CLOCK.sub("", _STAMP.sub("", words.strip("*_ "))))


def _dated_tail(words: str) -> date | None:
    """The day after a short name in the same line: "The River Post, 7 May 2019", "By Awa Jobe | 7 May 2019"."""
    parts = _PARTS.split(words, maxsplit=1)
    return _day(parts[1]) if len(parts) == 2 and len(parts[0].split()) <= LONGEST_PUBLISHER else None


def _is_headline(line: Line, after: Line, deck: Line | None) -> bool:
    """Whether the first line is a headline: short, set off by a blank line or a byline, not ended as a sentence is."""
    set_off = after.gap or has_byline_prefix(after.words) or (deck is not None and deck.gap and not _ENDED.search(after.words))
    return set_off and len(line.words) <= LONGEST_HEADLINE and not _ENDED.search(line.words) and dateline(line.words + " ") is None
