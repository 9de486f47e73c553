"""The unlabelled Factiva layout: lines without field names, ended by "Document" and the accession number.

Read forward and backward from the adjacent pair of word-count line and date line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from reportedly.formats.base import Received, problem
from reportedly.formats.dateline import dateline
from reportedly.formats.dates import header_date, language_code
from reportedly.formats.factiva import accession as an
from reportedly.formats.factiva import header as hd
from reportedly.formats.tail import peel
from reportedly.formats.tidy import tidy
from reportedly.model import Problem, Record, Report, Span

NAME = "factiva-unlabelled"
DOCUMENT = re.compile(r"^[ \t]*(?:Document|Dokument|Documento)[ \t]+([0-9A-Za-z]{25})[ \t]*\r?$", re.M)
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_SUMMARY = re.compile(r"^\s*(?:Search Summary|Zusammenfassung der Suche|R\u00e9sum\u00e9 de la recherche|Resumen de la b\u00fasqueda)", re.M)
MOST_HEADER_LINES = 12  # between the date and the copyright; 331 articles had at most 8


class Line(Record, frozen=True, kw_only=True):
    """A line that is not blank; `gap` says whether a blank line stands before it."""

    span: Span
    words: str
    gap: bool


class _Fields(msgspec.Struct):
    """What the header gives, gathered line by line."""

    publisher: str | None = None
    publisher_code: str | None = None
    edition: str | None = None
    page: str | None = None
    language: str | None = None
    copyright: str | None = None
    body: int = 0


def sniff(text: str) -> float:
    """Certain where a word-count line stands above a date line; likely where a document line ends an article."""
    head = text[:200_000]
    if _anchor(list(_lines(head, 0, len(head)))) is not None:
        return 0.95
    return 0.6 if DOCUMENT.search(head) else 0.0


def read(text: str) -> Iterator[Received]:
    """The articles of an export in order; a search summary at its end is no article."""
    start = 0
    for m in DOCUMENT.finditer(text):
        yield _article(text[start : m.end()], m[1])
        start = m.end()
    rest = text[start:]
    if rest.strip() and not _SUMMARY.search(rest):
        yield _article(rest, None)


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    last = start
    for m in _LINE.finditer(text, start, end):
        gap = text.count("\n", last, m.start()) > 1
        yield Line(span=Span(m.start(), m.end()), words=tidy(m.group()), gap=gap)
        last = m.end()


def _anchor(lines: list[Line]) -> int | None:
    """The index of the word-count line that has a date line right under it."""
    for n in range(len(lines) - 1):
        if hd.word_count(lines[n].words) is not None and header_date(lines[n + 1].words):
            return n
    return None


def _article(text: str, number: str | None) -> Received:
    lines = list(_lines(text, 0, len(text)))
    at = _anchor(lines)
    if at is None:
        return _headless(text, number)
    found = _forward(text, lines, at + 2, number)
    section, head, authors = _backward(text, lines[:at])
    end = lines[-1].span.start if number else len(text)
    tail = peel(text, found.body, max(found.body, end), found.publisher)
    day = header_date(lines[at + 1].words)
    report = Report(
        id=number or f"{found.publisher_code or 'factiva'}-{day}-{at}-{len(text)}", text=text, format=NAME, body=Span(found.body, tail.end),
        headline=head.words, subheadline=head.deck, headline_at=head.at, subheadline_at=head.deck_at, section=section, authors=authors, contributors=tail.contributors,
        dateline=dateline(text[found.body : found.body + 200]), published=day, publisher=found.publisher, publisher_code=found.publisher_code,
        edition=found.edition, page=found.page, language=found.language, word_count=hd.word_count(lines[at].words),
        copyright=found.copyright, accession=number,
    )  # fmt: skip
    return Received(report=report, problems=tuple(_problems(report)))


def _forward(text: str, lines: list[Line], at: int, number: str | None) -> _Fields:
    """Everything from the line under the date to the copyright; `body` is where the prose begins."""
    found = _Fields()
    rest = lines[at : at + MOST_HEADER_LINES]
    if rest and hd.TIME.fullmatch(rest[0].words):
        rest = rest[1:]
    known = an.source_code(number) if number else None
    for n, line in enumerate(rest):
        if line.gap and n and found.publisher_code:
            found.body = line.span.start
            return found
        _header_line(found, line.words, known)
    found.body = rest[-1].span.end if rest else lines[at - 1].span.end
    return found


def _header_line(found: _Fields, words: str, known: str | None) -> None:
    """Take in one line of the header; the order of the layout decides what it can be."""
    if found.copyright is not None:
        found.copyright += " " + words
    elif found.publisher is None:
        found.publisher, found.edition = words, hd.edition_in(words)
    elif found.publisher_code is None and (words.upper() == known or hd.CODE.fullmatch(words)):
        found.publisher_code = words
    elif found.publisher_code is None:
        found.publisher += " " + words
    elif found.language is None and language_code(words):
        found.language = language_code(words)
    elif found.language is not None:
        found.copyright = words
    elif hd.PAGE.fullmatch(words):
        found.page = words
    elif not hd.VOLUME.match(words):
        found.edition = words


def _backward(text: str, above: list[Line]) -> tuple[str | None, hd.Headline, tuple[str, ...]]:
    """Section, headline and authors from the lines above the word count, nearest first."""
    above, authors = list(above), tuple[str, ...]()
    if len(above) > 1 and (hd.has_byline_prefix(above[-1].words) or (hd.name_shaped(above[-1].words) and len(above[-2].words.split()) > 4)):
        authors = hd.authors(above.pop().words)
    if not above:
        return None, hd.Headline(), authors
    head = hd.headline(text, above[-1].span)
    return " / ".join(line.words for line in above[:-1]) or head.kicker, head, authors


def _headless(text: str, number: str | None) -> Received:
    """An article whose word count or date line is missing: the prose is kept, what the accession number tells is used."""
    end = DOCUMENT.search(text)
    body = text[: end.start()] if end else text
    start = len(body) - len(body.lstrip())
    day = an.published(number) if number else None
    report = Report(
        id=number or f"factiva-{len(text)}", text=text, format=NAME, body=Span(start, max(start, len(body.rstrip()))), published=day,
        publisher_code=an.source_code(number) if number else None, accession=number,
    )  # fmt: skip
    lost = problem("no-header", "No word-count line stands above a date line, so the header could not be told from the prose. Export the article again.")
    return Received(report=report, problems=(lost,))


def _problems(report: Report) -> Iterator[Problem]:
    if report.accession is None:
        yield problem("cut-off", "The article ends without its 'Document' line: the export was cut off. Export it again to be sure that nothing is missing.")
    else:
        yield from an.conflicts(report.accession, report.publisher_code, report.published)
    if not report.body.of(report.text).strip():
        yield problem("no-body", "The article has a header but no text. Export it with full text.")
