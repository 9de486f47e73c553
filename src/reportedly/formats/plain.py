"""Plain text: perhaps a headline, a deck, a byline and a date line, then prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from reportedly.formats.base import Received, fingerprint, problem
from reportedly.formats.dateline import agency, agency_alone, dateline, full_day
from reportedly.formats.header import Headline, headline
from reportedly.formats.heading import MOST_LINES, PROSE, Heading, heading
from reportedly.formats.imprint import Imprint, imprint, stated_day
from reportedly.formats.lines import lines
from reportedly.formats.tail import peel
from reportedly.model import Report, Span

NAME = "plain"
OPENING = 200  # characters of the body in which a dateline ends
_MARK = re.compile(r"#{1,6}[^\S\n]+(?=\S)")  # a heading in Markdown
_CUT = re.compile(r",\s+|\s+[|\u2013\u2014-]\s+")  # before the day in a headline
_SPEAKER = re.compile(r"^[A-Z][A-Z .'-]+: ", re.M)
_POSTED = re.compile(r"\n[ \t]*(\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{3,4})?)[ \t]*(?=\n|\Z)", re.I)  # of a live blog's entry


def sniff(text: str) -> float:
    """Any text may be plain text, so it is the last choice."""
    return 0.1 if text.strip() else 0.0


def read(text: str) -> Iterator[Received]:
    """The one report that the text is."""
    known = heading(text, list(islice(lines(text), MOST_LINES)))
    _begin(known, text)
    title = headline(text, _unmarked(text, known.at)) if known.at else Headline()
    placed = _placed(text, known.start)
    tail = peel(text, known.start, len(text), known.said.publisher)
    known.absorb(Imprint(published=full_day(placed)))
    end = tail.end if known.said.published else _signed(known, text, tail.end)
    placed = placed or known.said.place
    report = Report(
        id=fingerprint(text),
        text=text,
        format=NAME,
        body=Span(known.start, end),
        headline=title.words,
        subheadline=title.deck or (known.deck_at.of(text) if known.deck_at else None),
        headline_at=title.at,
        subheadline_at=title.deck_at or known.deck_at,
        section=title.kicker or known.said.label,
        authors=known.said.authors,
        contributors=tail.contributors,
        dateline=placed,
        published=known.said.published or _day_after(title.words),
        publisher=known.said.publisher or agency(placed),
        edition=known.said.edition,
        breaks=_posted(text, known.start, end),
    )
    lost = problem("no-body", "There is a heading but no text under it. Check that the whole file was saved.")
    yield Received(report=report, problems=() if report.body.of(text).strip() else (lost,))


def _begin(known: Heading, text: str) -> None:
    """Let the prose begin after an agency that stands before it without a place."""
    if found := agency_alone(text[known.start : known.start + OPENING]):
        known.absorb(Imprint(publisher=found[0]))
        known.start += found[1]


def _placed(text: str, start: int) -> str | None:
    """The dateline; where more lines open with capitals and a colon, as speakers' do, the first opens with none."""
    placed = dateline(text[start : start + OPENING])
    after = text.find(placed, start) + len(placed) if placed else start
    return None if placed and text[after : after + 1] == ":" and _SPEAKER.search(text, after) else placed


def _unmarked(text: str, at: Span) -> Span:
    mark = _MARK.match(text, at.start, at.end)
    return Span(mark.end(), at.end) if mark else at


def _signed(known: Heading, text: str, end: int) -> int:
    """Where the prose ends before the place and day that a statement without a date above closes with."""
    start = text.rfind("\n", known.start, end) + 1
    said = imprint(text[start:end].strip(), text[:PROSE]) if start > known.start else None
    if said is None or not said.published or said.publisher or said.authors:
        return end
    known.absorb(Imprint(published=said.published, place=said.place))
    return known.start + len(text[known.start : start].rstrip())


def _day_after(title: str | None) -> date | None:
    """The day that a headline ends with: "Press conference in Banjul, 7 May 2019"."""
    return next((day for m in _CUT.finditer(title or "") if (day := stated_day((title or "")[m.end() :]))), None)


def _posted(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The times of day that stand alone in a live blog: they say when an entry was posted, and are no prose."""
    return tuple(Span(*m.span(1)) for m in _POSTED.finditer(text, max(0, start - 1), end))
