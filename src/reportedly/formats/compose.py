"""From the parts of an article that came as markup to a Report: its text, and where headline, deck and body stand in it."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from reportedly.formats.base import Received, fingerprint, problem
from reportedly.formats.dateline import agency, dateline
from reportedly.formats.tail import peel
from reportedly.model import Problem, Record, Report, Span

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")


class Article(Record, frozen=True, kw_only=True):
    """An article as its format gives it, every part already text; what is unknown is None.

    `paragraphs` are the prose in order, without headline and deck; `language` is what the format says, which the text may overrule.
    `byte_range` is where it stands in its file; None for the whole file. `partial`: only a summary or a beginning.
    """

    headline: str | None = None
    subheadline: str | None = None
    paragraphs: tuple[str, ...] = ()
    section: str | None = None
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    dateline: str | None = None
    published: date | None = None
    publisher: str | None = None
    publisher_code: str | None = None
    edition: str | None = None
    page: str | None = None
    language: str | None = None
    word_count: int | None = None
    copyright: str | None = None
    accession: str | None = None
    url: str | None = None
    id: str | None = None
    partial: bool = False
    byte_range: tuple[int, int] | None = None
    problems: tuple[Problem, ...] = ()


def compose(article: Article, name: str) -> Received:
    """The Report: headline, deck and paragraphs with a blank line between them. `name` is the format's.

    Credit and copyright lines at the end are no part of the body; the names in them are contributors. A Problem where there is no prose.
    """
    headline, deck = _line(article.headline), _line(article.subheadline)
    above = [part for part in (headline, deck) if part]
    prose = [p for part in article.paragraphs if (p := _paragraph(part))]
    text = "\n\n".join([*above, *prose])
    start = len("\n\n".join(above)) + 2 if above and prose else len(text) - len("\n\n".join(prose))
    deck_from = len(headline) + 2 if headline else 0
    tail = peel(text, start, len(text), article.publisher, article.copyright)
    placed = article.dateline or dateline(text[start : start + 200])
    report = Report(
        id=article.id or fingerprint(text),
        text=text,
        format=name,
        body=Span(start, max(start, tail.end)),
        headline=headline,
        subheadline=deck,
        contributors=tuple(dict.fromkeys([*article.contributors, *tail.contributors])),
        dateline=placed,
        publisher=_line(article.publisher) or agency(placed),
        accession=article.accession,
        headline_at=Span(0, len(headline)) if headline else None,
        subheadline_at=Span(deck_from, deck_from + len(deck)) if deck else None,
        partial=article.partial,
        byte_range=article.byte_range,
    )
    lost = () if prose else (problem("no-body", "No text was found under the headline. Export the article again, with its full text."),)
    return Received(report=described(report, article), problems=(*article.problems, *lost))


def described(report: Report, article: Article) -> Report:
    """The report with what its format tells of it beside its words."""
    return msgspec.structs.replace(
        report,
        section=_line(article.section),
        authors=tuple(a for name in article.authors if (a := _line(name))),
        published=article.published,
        publisher_code=article.publisher_code,
        edition=_line(article.edition),
        page=_line(article.page),
        language=article.language,
        word_count=article.word_count,
        copyright=_line(article.copyright),
        url=article.url,
    )


def _line(words: str | None) -> str | None:
    return " ".join(_CONTROL.sub(" ", words).split()) or None if words else None


def _paragraph(words: str) -> str:
    return "\n".join(line for part in _CONTROL.sub(" ", words).splitlines() if (line := " ".join(part.split())))
