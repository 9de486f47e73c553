"""The unlabelled Factiva layout: lines without field names, ended by "Document" and the accession number.

Read forward and backward from the adjacent pair of word-count line and date line.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import date
from itertools import islice

from reportedly.formats import header as hd
from reportedly.formats.base import Received, fingerprint, problem
from reportedly.formats.dateline import dateline
from reportedly.formats.dates import header_date
from reportedly.formats.factiva import accession as an
from reportedly.formats.factiva import correction
from reportedly.formats.factiva.masthead import MOST_LINES, is_source, masthead
from reportedly.formats.lines import Line, lines
from reportedly.formats.tail import peel
from reportedly.model import Problem, Record, Report, Span

NAME = "factiva-unlabelled"
# Looked for by its first letters, which is six times as fast as by the beginnings of all lines.
_DOCUMENT = re.compile(r"Do(?:cumento?|kument)[ \t]+([0-9A-Za-z]{8}\d{8}[0-9A-Za-z]{9})[ \t]*\r?$", re.M)
_CUT_DOCUMENT = re.compile(r"(?:Document|Dokument|Documento) ?[0-9A-Za-z]{0,24}")
_SUMMARY = re.compile(
    r"^[ \t\f]*(?:Search Summary|Zusammenfassung der Suche|Suchzusammenfassung|R(?:\u00e9sum\u00e9|\u00e9capitulatif) de (?:la )?recherche|"
    r"Resumen de (?:la )?b\u00fasqueda|Riepilogo (?:della )?ricerca|Resumo da (?:pesquisa|busca)|Zoekoverzicht|"
    r"(?:Samenvatting|Overzicht) (?:van (?:de )?)?zoekopdracht)[ \t|]*$",
    re.M | re.I,
)
_CONTENTS = re.compile(r"\.{4,}|^Factiva$")  # lines of a list of contents before the first article
_GOES_ON = re.compile(r"\s(?:and|or|the|an?|of|in|to|for|on|as|at|by|with|over|from)$")  # how no headline ends
_COUNT = re.compile(r"^[ \t\f]*\d[\d,.' \u00a0\u202f]{0,14}[^\W\d]{3,10}[ \t]*$", re.M)  # what could be a count of words
FAR = 400  # characters from a word count within which its date stands
SAMPLE = 200_000  # characters looked at to tell the layout


class Anchor(Record, frozen=True, kw_only=True):
    """Where the word count and the date stand: `top` is the first of their lines, `below` the line after them."""

    top: int
    below: int
    words: int | None = None
    day: date | None = None


def sniff(text: str) -> float:
    """Certain where a word-count line stands above a date line; likely where a document line ends an article."""
    if any(pairs(list(islice(lines(text, m.start(), m.start() + FAR), 2))) for m in _COUNT.finditer(text, 0, SAMPLE)):
        return 0.95
    if next(documents(text, SAMPLE), None):
        return 0.6
    return 0.5 if len(text) < SAMPLE and _cut_header(list(islice(lines(text), 6))) else 0.0


def read(text: str) -> Iterator[Received]:
    """The articles of an export in order; a search summary at its end is no article."""
    start = 0
    for m in documents(text):
        yield from _articles(text[start : m.end()], m[1])
        start = m.end()
    rest = text[start:]
    if summary := _SUMMARY.search(rest):
        rest = rest[: summary.start()]
    if not start or peel(rest, 0, len(rest)).end:
        yield from _articles(rest, None)


def documents(text: str, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
    """The lines that end an article, each with its accession number as the first group."""
    for m in _DOCUMENT.finditer(text, 0, end):
        if not text[text.rfind("\n", 0, m.start()) + 1 : m.start()].strip(" \t\f"):
            yield m


def pairs(found: list[Line]) -> list[Anchor]:
    """Every word-count line that has a date line right under it."""
    counts = ((n, hd.word_count(line.words)) for n, line in enumerate(found[:-1]) if line.words[:1].isdigit())
    return [Anchor(top=n, below=n + 2, words=c, day=day) for n, c in counts if c is not None and (day := header_date(found[n + 1].words))]


def _cut_header(found: list[Line]) -> bool:
    """Whether the text breaks off at the word count, with no more than a header above it."""
    return 2 <= len(found) <= 5 and hd.word_count(found[-1].words) is not None


def half_pair(found: list[Line], number: str | None) -> Anchor | None:
    """A word count or a date that stands alone: above the known source code, or at the very end of a cut-off export."""
    for n, line in enumerate(found):
        words, day = hd.word_count(line.words), header_date(line.words)
        if words is None and day is None:
            continue
        if any(is_source(below.words, an.source_code(number)) for below in found[n + 2 : n + 5]) if number else n == len(found) - 1:
            return Anchor(top=n, below=n + 1, words=words, day=day)
    return None


def _articles(text: str, number: str | None) -> Iterator[Received]:
    """The articles in text[..] up to one document line; more than one where an article lost its own."""
    found = list(lines(text))
    anchors = pairs(found)
    whole = (a for a in anchors[1:] if masthead(found[a.below : a.below + MOST_LINES + 1], 0, None).whole)
    cuts = [0, *(found[_headline_at(found, a.top, _has_byline(found, a.top))].span.start for a in whole)]
    if len(cuts) == 1:
        yield _article(text, number, found, anchors)
        return
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        part = list(lines(text[start:end]))
        yield _article(text[start:end], number if end == len(text) else None, part, pairs(part))


def _has_byline(found: list[Line], top: int) -> bool:
    """Whether the line above the word count is a byline: by its prefix, else by its shape and the blank lines about it."""
    if top < 2:
        return False
    line = found[top - 1]
    if hd.byline_shaped(hd.without_prefix(line.words)):
        if hd.has_byline_prefix(line.words) or line.gap != found[top].gap:
            return hd.has_byline_prefix(line.words) or line.gap
        return len(found[top - 2].words.split()) > 4
    return hd.has_byline_prefix(line.words) and (line.gap or not found[top].gap)


def _headline_at(found: list[Line], top: int, byline: bool) -> int:
    """The index of the headline's first line, given that of the word count."""
    at = max(top - 1 - byline, 0)
    while at and not found[at].gap and (_GOES_ON.search(found[at - 1].words) or found[at].words[:1].islower()):
        at -= 1
    return at


def _article(text: str, number: str | None, found: list[Line], anchors: list[Anchor]) -> Received:
    anchor = next(iter(anchors), None) or half_pair(found, number)
    if anchor is None:
        return _headless(text, number)
    below = masthead(found[anchor.below :], found[anchor.below - 1].span.end, an.source_code(number) if number else None)
    section, head, authors = _above(text, found, anchor.top)
    end = found[-1].span.start if number or _CUT_DOCUMENT.fullmatch(found[-1].words) else len(text)
    tail = peel(text, below.body, max(below.body, end), below.publisher, below.copyright, _imprint(found) if number else None)
    report = Report(
        id=number or fingerprint(text),
        text=text,
        format=NAME,
        body=Span(below.body, tail.end),
        headline=head.words,
        subheadline=head.deck,
        headline_at=head.at,
        subheadline_at=head.deck_at,
        section=section,
        authors=authors,
        contributors=tail.contributors,
        dateline=dateline(text[below.body : below.body + 200]),
        published=anchor.day or (an.published(number) if number else None),
        publisher=below.publisher,
        publisher_code=below.publisher_code,
        edition=below.edition,
        page=below.page,
        language=below.language,
        word_count=anchor.words,
        copyright=below.copyright,
        accession=number,
    )
    noted = correction.told(text, report.body, head.kicker or head.words)
    return Received(report=report, problems=(*_problems(report, anchor), *noted))


def _imprint(found: list[Line]) -> str | None:
    """The publisher's name, which can stand alone above the document line."""
    last = found[-2] if len(found) > 1 else None
    return last.words if last and last.gap and hd.is_company(last.words) else None


def _above(text: str, found: list[Line], top: int) -> tuple[str | None, hd.Headline, tuple[str, ...]]:
    """Section, headline and authors from the lines above the word count."""
    byline = _has_byline(found, top)
    authors = hd.authors(found[top - 1].words) if byline else ()
    if not top:
        return None, hd.Headline(), authors
    first, last = _headline_at(found, top, byline), top - 1 - bool(authors)
    head = hd.headline(text, Span(found[first].span.start, found[last].span.end))
    sections = [line.words for line in found[:first] if not _CONTENTS.search(line.words)][-2:]
    return " / ".join(sections) or head.kicker, head, authors


def _headless(text: str, number: str | None) -> Received:
    """An article whose word count and date line are missing: the prose is kept, what the accession number tells is used."""
    end = next(documents(text), None)
    body = text[: end.start()] if end else text
    start = len(body) - len(body.lstrip())
    day = an.published(number) if number else None
    report = Report(
        id=number or fingerprint(text),
        text=text,
        format=NAME,
        body=Span(start, max(start, len(body.rstrip()))),
        published=day,
        publisher_code=an.source_code(number) if number else None,
        accession=number,
    )
    lost = problem("no-header", f"No word-count line stands above a date line, so the header could not be told from the prose. {an.AGAIN}")
    return Received(report=report, problems=(lost,))


def _problems(report: Report, anchor: Anchor) -> Iterator[Problem]:
    if report.accession is None:
        yield problem("cut-off", f"The article ends without its 'Document' line: the export was cut off. {an.AGAIN}")
    else:
        yield from an.conflicts(report.accession, report.publisher_code, anchor.day)
    if anchor.words is None:
        yield problem("no-word-count", f"The header has no word count: it was cut off or edited. {an.AGAIN}")
    if anchor.day is None and report.published:
        yield an.dated_by(report.published)
    if not report.body.of(report.text).strip():
        yield problem("no-body", "The article has a header but no text. Export it with full text.")
