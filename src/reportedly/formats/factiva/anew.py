"""Articles that stand as lines in an RTF file or a page: read as the text layouts are, and composed anew without header and labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from reportedly.formats.base import Received
from reportedly.formats.compose import Article, compose
from reportedly.formats.factiva import correction, labelled, unlabelled
from reportedly.formats.factiva.fields import composed
from reportedly.model import Report

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
SURE = 0.5


def articles(text: str, name: str) -> Iterator[Received]:
    """The articles of a text in either layout, as reports of the format `name`; none where it has neither."""
    layout = max((labelled, unlabelled), key=lambda one: one.sniff(text))
    if layout.sniff(text) <= SURE:
        return
    if layout is labelled:
        yield from (composed(fields, name) for fields in labelled.fields(text))
    else:
        yield from (_composed(received, name) for received in unlabelled.read(text))


def _composed(received: Received, name: str) -> Received:
    """An article read from lines, as a report that holds its headline, deck and prose alone."""
    report = received.report
    told = tuple(msgspec.structs.replace(p, spans=None) for p in received.problems if p.code not in ("no-body", correction.CODE))
    again = compose(_article(report), name)
    again = msgspec.structs.replace(again, problems=(*told, *again.problems))
    return correction.kept(again, report.section or report.headline, None)  # "CORRECTED" was taken off the headline as its kicker


def _article(report: Report) -> Article:
    return Article(
        headline=report.headline,
        subheadline=report.subheadline,
        paragraphs=tuple(_BLANK_LINE.split(report.body.of(report.text))),
        section=report.section,
        authors=report.authors,
        contributors=report.contributors,
        dateline=report.dateline,
        published=report.published,
        publisher=report.publisher,
        publisher_code=report.publisher_code,
        edition=report.edition,
        page=report.page,
        language=report.language,
        word_count=report.word_count,
        copyright=report.copyright,
        accession=report.accession,
        id=report.accession,
    )
