"""The fields of an article, already split: code -> words. One reading of them for every labelled layout and for XML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from reportedly.formats import header as hd
from reportedly.formats.base import Received, problem
from reportedly.formats.compose import Article, compose
from reportedly.formats.dates import header_date, language_code
from reportedly.formats.factiva import accession as an
from reportedly.formats.factiva import correction
from reportedly.formats.tidy import tidy
from reportedly.model import Problem, Record, Span

HEADER = "CLM SE HD BY CR WC PD ET SN SC NGC GC ED PG VOL LA CY CX".split()  # in any order, each once
TEXT = "LP TD".split()
CODES = "CT RF ART CO IN NS RE IPC IPD PUB AN".split()  # in this order
RANK = dict.fromkeys(HEADER, 0) | {code: n for n, code in enumerate(TEXT + CODES, 1)}
NUMBER = re.compile(r"(?:\w+[ :]+)?([0-9A-Za-z]{8}\d{8}[0-9A-Za-z]{9})")  # "Document ...", in any interface language
LONGEST_SIGN_OFF = 3  # words: "Reuter", "Agence France-Presse"


class Fields(Record, frozen=True, kw_only=True):
    """What one article holds: its fields by code, its prose, its number, and the language and bytes that the markup tells."""

    said: Mapping[str, str]
    paragraphs: tuple[str, ...] = ()
    number: str | None = None
    language: str | None = None
    byte_range: tuple[int, int] | None = None


def composed(fields: Fields, name: str) -> Received:
    """The report of an article that came as fields, by the format `name`."""
    line = fields.said.get("HD", "").strip()
    prose = "\n\n".join(fields.paragraphs)
    head = hd.headline(f"{line}\n\n{prose}", Span(0, len(line)))
    article = msgspec.structs.replace(
        described(fields, head),
        paragraphs=tuple(_without_sign_off(list(fields.paragraphs), fields.said)),
        byte_range=fields.byte_range,
    )
    return correction.kept(compose(article, name), line, fields.said.get("CX"))


def described(fields: Fields, head: hd.Headline) -> Article:
    """All of an Article but its prose, from its fields and its headline taken apart; with what is wrong with them."""
    said = fields.said
    article = Article(
        headline=head.words,
        subheadline=head.deck,
        section=_join(said.get("SE"), said.get("CLM")) or head.kicker,
        authors=_authors(said),
        published=header_date(said.get("PD", "")) or (an.published(fields.number) if fields.number else None),
        publisher=_line(said, "SN"),
        publisher_code=_line(said, "SC"),
        edition=_line(said, "ED") or hd.edition_in(said.get("SN")),
        page=_line(said, "PG"),
        language=language_code(said.get("LA", "")) or fields.language,
        word_count=hd.word_count(said.get("WC", "")),
        copyright=_line(said, "CY"),
        accession=fields.number,
        id=fields.number,
    )
    return msgspec.structs.replace(article, problems=tuple(_problems(article, said)))


def _line(said: Mapping[str, str], code: str) -> str | None:
    return tidy(said.get(code, "")) or None


def _join(*parts: str | None) -> str | None:
    return " / ".join(line for p in parts if p and (line := tidy(p))) or None


def _authors(said: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the byline; those of the credit, where that is a byline and no other is there."""
    if byline := said.get("BY", "").strip():
        return hd.authors(byline)
    credit = said.get("CR", "").strip()
    return hd.authors(credit) if hd.has_byline_prefix(credit) else ()


def _without_sign_off(paragraphs: list[str], said: Mapping[str, str]) -> list[str]:
    """The prose without what only repeats who published it: the PUB field, or how the source's name begins ("Reuter")."""
    publisher, source = (tidy(said.get(code, "")).casefold() for code in ("PUB", "SN"))
    while paragraphs:
        last = tidy(paragraphs[-1]).strip(" .").casefold()
        signed = len(last.split()) <= LONGEST_SIGN_OFF and len(last) > 1 and source.startswith(last)
        if last and last != publisher.strip(" .") and not signed:
            break
        paragraphs.pop()
    return paragraphs


def _problems(article: Article, said: Mapping[str, str]) -> Iterator[Problem]:
    stated = header_date(said.get("PD", ""))
    if article.accession:
        yield from an.conflicts(article.accession, article.publisher_code, stated)
    else:
        yield problem("cut-off", f"The article has no AN field: the export was cut off or edited. {an.AGAIN}")
    if stated is None and article.published:
        yield an.dated_by(article.published)
    elif said.get("PD") and stated is None:
        yield problem("date-unread", f"The publication date {said['PD'][:40]!r} could not be read. Give it with --published YYYY-MM-DD.")
