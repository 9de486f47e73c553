"""Plain text: perhaps a headline, a byline and a date line, then prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from reportedly.formats.base import Received, fingerprint, problem
from reportedly.formats.dateline import dateline
from reportedly.formats.dates import header_date
from reportedly.formats.factiva.header import Headline, authors, has_byline_prefix, headline
from reportedly.formats.tail import peel
from reportedly.model import Report, Span

NAME = "plain"
LONGEST_HEADLINE = 220  # characters
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_WEEKDAY = re.compile(r"^(?:Published|Updated|Posted)?:?\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?", re.I)


class _Heading(msgspec.Struct):
    """What stands between headline and prose; `start` is where the prose begins."""

    start: int
    authors: tuple[str, ...] = ()
    published: date | None = None
    publisher: str | None = None


def sniff(text: str) -> float:
    """Any text may be plain text, so it is the last choice."""
    return 0.1 if text.strip() else 0.0


def read(text: str) -> Iterator[Received]:
    """The one report that the text is."""
    lines = [Span(m.start(), m.end()) for _, m in zip(range(6), _LINE.finditer(text), strict=False)]
    head = lines[0] if len(lines) > 1 and _is_headline(text, lines) else None
    heading = _heading(text, lines[1:] if head else lines, head is not None)
    tail = peel(text, heading.start, len(text), heading.publisher)
    title = headline(text, head) if head else Headline()
    report = Report(
        id=fingerprint(text), text=text, format=NAME, body=Span(heading.start, tail.end), headline=title.words, subheadline=title.deck,
        headline_at=title.at, subheadline_at=title.deck_at, section=title.kicker, authors=heading.authors, contributors=tail.contributors, dateline=dateline(text[heading.start : heading.start + 200]),
        published=heading.published, publisher=heading.publisher,
    )  # fmt: skip
    empty = () if report.body.of(text).strip() else (problem("no-body", "There is a heading but no text under it. Check that the whole file was saved."),)
    yield Received(report=report, problems=empty)


def _heading(text: str, lines: list[Span], titled: bool) -> _Heading:
    """What the short lines between headline and prose say; the last line looked at is always prose."""
    found = _Heading(start=len(text))
    for n, line in enumerate(lines):
        words = line.of(text).strip()
        found.start = line.start
        if n == len(lines) - 1:
            return found
        day = header_date(_WEEKDAY.sub("", words))
        if titled and not found.authors and has_byline_prefix(words):
            found.authors = authors(words)
        elif day and found.published is None:
            found.published = day
        elif titled and found.publisher is None and header_date(_WEEKDAY.sub("", lines[n + 1].of(text).strip())):
            found.publisher = words
        else:
            return found
    return found


def _is_headline(text: str, lines: list[Span]) -> bool:
    """Whether the first line is a headline: short, set off by a blank line or a byline, not ended as a sentence is."""
    first, second = lines[0].of(text).strip(), lines[1]
    set_off = text.count("\n", lines[0].end, second.start) > 1 or has_byline_prefix(second.of(text))
    return set_off and len(first) <= LONGEST_HEADLINE and not first.endswith((".", ",", ";", '."', ".\u201d")) and dateline(first + " ") is None
