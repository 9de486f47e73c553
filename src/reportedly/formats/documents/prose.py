"""The paragraphs of a single document -> Report, through the reader of plain text.

A layout that names the headline (a style, a large letter, the subject of a mail) is believed; what the text lacks, the file's own
properties may give, and are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from reportedly.formats import plain
from reportedly.formats.base import Received, problem
from reportedly.formats.compose import Article, compose
from reportedly.formats.dates import header_date
from reportedly.formats.header import authors, has_byline_prefix, headline
from reportedly.formats.tidy import level
from reportedly.model import Problem, Record, Report, Span

STAND_IN = "Headline"  # what plain.py takes for one, whatever the true one ends in
VENDOR = 0.9  # from which sniff on a text is an archive's export
MOST_ABOVE = 4  # lines above a headline: newspaper, section, date
LONGEST_ABOVE = 120  # characters of such a line
_NO_TITLE = re.compile(
    r"(?i)microsoft word\b.*|.*\.(?:docx?|rtf|pdf|odt|indd|qxp|txt|html?)|word document|untitled.*|unbenannt.*|sans titre.*|document ?\d*|"
    r"dokument ?\d*|print|https?:.*|[\w-]{1,40}\.\w{2,5}|\W*"
)
_NO_AUTHOR = re.compile(r"(?i)(?:python-docx|user|owner|admin(?:istrator)?|author|unknown|microsoft.*|default|anonymous|\W*|.*\d.*|.*@.*)")
_STAMP = re.compile(r"^(?:Published|Updated|Posted|Date)\b:?(?:\s+on)?\s*", re.I)
_CLOCK = re.compile(r",?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?![\d.]).*$")


class Properties(Record, frozen=True, kw_only=True):
    """What a file says of itself. Its date is that of the file and no date of publication, so it is left out."""

    title: str | None = None
    author: str | None = None
    language: str | None = None


class Parts(Record, frozen=True, kw_only=True):
    """A document: its paragraphs in order, and which of them its layout marks as headline and deck."""

    paragraphs: tuple[str, ...]
    headline: int | None = None
    deck: int | None = None
    properties: Properties = Properties()
    problems: tuple[Problem, ...] = ()


def exported(text: str) -> Iterator[Received] | None:
    """The articles where the text of a document is an export of an archive; None where it is none."""
    from reportedly.formats import FORMATS

    text = level(text)
    best = max((f for f in FORMATS if f.name not in (plain.NAME, "jsonl")), key=lambda f: f.sniff(text), default=None)
    return best.read(text) if best is not None and best.sniff(text) >= VENDOR else None


def report_of(parts: Parts, name: str) -> Received:
    """The one report of a document. `name` is the format's."""
    marked = parts.paragraphs[parts.headline] if parts.headline is not None else None
    read = _read(parts, marked)
    known = parts.properties
    article = _article(read, marked, parts)
    told = list(parts.problems)
    if article.headline is None and known.title and not _NO_TITLE.fullmatch(known.title.strip()):
        article = msgspec.structs.replace(article, headline=known.title)
        told.append(_from_properties("headline", known.title))
    if not article.authors and known.author and not _NO_AUTHOR.fullmatch(known.author.strip()):
        article = msgspec.structs.replace(article, authors=authors(known.author))
        told.append(_from_properties("byline", known.author))
    return compose(msgspec.structs.replace(article, problems=tuple(told)), name)


def _read(parts: Parts, marked: str | None) -> Report:
    """What the reader of plain text makes of the paragraphs, the headline on top."""
    if marked is None:
        text = "\n\n".join(parts.paragraphs)
    else:
        others = [p for n, p in enumerate(parts.paragraphs) if n not in (parts.headline, parts.deck)]
        text = "\n\n".join([STAND_IN, *others])
    (received,) = plain.read(level(text))
    return received.report


def _article(read: Report, marked: str | None, parts: Parts) -> Article:
    title = headline("\n\n".join([marked, *parts.paragraphs]), Span(0, len(marked))) if marked else None
    deck = parts.paragraphs[parts.deck] if parts.deck is not None else None
    return Article(
        headline=title.words if title else read.headline,
        subheadline=deck or (title.deck if title else None) or read.subheadline,
        paragraphs=tuple(read.body.of(read.text).split("\n\n")),
        section=(title.kicker if title else None) or read.section,
        authors=read.authors,
        contributors=read.contributors,
        dateline=read.dateline,
        published=read.published,
        publisher=read.publisher,
        language=parts.properties.language,
    )


def _from_properties(field: str, words: str) -> Problem:
    said = f"The text names no {field}; the file's properties say {words[:80]!r}, which was taken."
    return problem("from-properties", f"{said} Whoever saved the file may have written it.")


def may_stand_above(paragraphs: tuple[str, ...]) -> bool:
    """Whether the paragraphs before a marked headline are few and short, as newspaper, section and date are."""
    return len(paragraphs) <= MOST_ABOVE and all(len(p) <= LONGEST_ABOVE for p in paragraphs)


def is_imprint(line: str) -> bool:
    """Whether a line is a byline or a date, so that it is neither deck nor prose."""
    return len(line) <= LONGEST_ABOVE and (has_byline_prefix(line) or header_date(_CLOCK.sub("", _STAMP.sub("", line))) is not None)
