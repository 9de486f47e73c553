"""Europresse's export as a web page, in both layouts.

Since 2014 every article is an `article` element; before, its parts followed one another in a table cell. Articles are cut apart before
they are parsed, so that one that the vendor could not deliver, and put an error in its place, leaves the others whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from reportedly.errors import InputError
from reportedly.formats.base import File, Found, PassedOver, fingerprint, passed_over, problem
from reportedly.formats.compose import Article, compose
from reportedly.formats.europresse import older, parts
from reportedly.formats.europresse.parts import Layout
from reportedly.formats.markup import html_root, words
from reportedly.model import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "europresse"
_ARTICLE = re.compile(rb"<article\b", re.I)
_END = re.compile(rb"</article\s*>", re.I)
_NUMBER = re.compile(r"\b([a-z]{2,12}[\u00b7\u2022](\d{8})[\u00b7\u2022]([A-Z0-9]+)[\u00b7\u2022][\w.\-]+)")
_SURE = ("docpublicationname", "titrearticle", "docheader", "doctext", "dococurrcontainer", "cedrom-sni", "public_lblnodoc")


def sniff_file(file: File) -> float:
    """Certain where several of the vendor's marks stand in a page; likely where its head is too long to see an article."""
    if file.opening[:1] != "<":
        return 0.0
    lower = file.opening.lower()
    found = sum(mark in lower for mark in _SURE)
    if found > 1:
        return 0.97
    return 0.8 if "cedrom-sni.com" in lower or re.search(r"<title>\s*(?:europresse|eureka)", lower) else 0.0


def read_file(file: File) -> Iterator[Found]:
    """The articles of a page in order, each with its bytes, and what is none."""
    raw = file.whole()
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raw = raw.decode("utf-16", "replace").encode()
    encoding = _encoding(raw)
    newer = bool(_ARTICLE.search(raw))
    spans = list(_newer(raw) if newer else older.spans(raw))
    numbers: dict[str, str | None] = {}
    for n, (start, end) in enumerate(spans, 1):
        yield _told_apart(_found(raw[start:end].decode(encoding, "replace"), n, newer, (start, end)), numbers)
    if not spans:
        yield passed_over("page", "no-article", "No article is in the page. Mark the articles in Europresse and save them as HTML again.")


def _told_apart(found: Found, numbers: dict[str, str | None]) -> Found:
    """An article whose number another one of the file has, under another headline, is known by its words."""
    if isinstance(found, PassedOver):
        return found
    report = found.report
    if numbers.setdefault(report.id, report.headline) == report.headline:
        return found
    twice = problem("duplicate-number", f"Another article of this file has the document number {report.id} too. Check the export.")
    return msgspec.structs.replace(
        found, report=msgspec.structs.replace(report, id=fingerprint(report.text)), problems=(*found.problems, twice)
    )


def _encoding(raw: bytes) -> str:
    """UTF-8 where it is valid, whatever the page states: browsers save it so and leave the old statement in."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _newer(raw: bytes) -> Iterator[tuple[int, int]]:
    """The stretches of the article elements, also of those that are not closed."""
    bare = _without_comments(raw)
    starts = [m.start() for m in _ARTICLE.finditer(bare)]
    for start, end in zip(starts, [*starts[1:], len(raw)], strict=False):
        closed = _END.search(bare, start, end)
        yield start, closed.end() if closed else end


def _without_comments(raw: bytes) -> bytes:
    """The page with its comments blanked, so that places stay: one may name the element."""
    kept, reached = bytearray(raw), 0
    while (start := raw.find(b"<!--", reached)) >= 0 and (end := raw.find(b"-->", start)) >= 0:
        kept[start : end + 3] = b" " * (end + 3 - start)
        reached = end + 3
    return bytes(kept)


def _found(markup: str, n: int, newer: bool, at: tuple[int, int]) -> Found:
    try:
        root = html_root(markup.encode("utf-8", "replace"), f"article {n}", "utf-8")
        layout = parts.layout(root) if newer else older.layout(root)
        told = _told(root) if layout is None else ""
    except InputError:
        return passed_over(f"article {n}", "not-read", "Its markup could not be read. Export it again.")
    number = _NUMBER.search(markup.replace("&middot;", "\u00b7").replace("&#183;", "\u00b7"))
    if layout is None or (number is None and not layout.prose):
        return passed_over(f"article {n}", "not-delivered", f"Europresse put no article in its place{told}. Export it again.")
    return compose(_article(layout, number, at), NAME)


def _told(root: _Element) -> str:
    """The first words of what stands where an article should."""
    said = words(root)[:80]
    return f", but {said!r}" if said else ""


def _article(layout: Layout, number: re.Match[str] | None, at: tuple[int, int]) -> Article:
    stated = layout.header.published
    numbered = _day(number[2]) if number else None
    return Article(
        headline=layout.headline,
        subheadline=layout.subheadline,
        paragraphs=layout.prose,
        section=layout.header.section or layout.kicker,
        authors=layout.authors,
        published=stated or numbered,
        publisher=layout.publisher,
        publisher_code=layout.code or (number[3] if number else None),
        page=layout.header.page,
        word_count=layout.header.words,
        copyright=layout.copyright,
        accession=number[1] if number else None,
        id=number[1] if number else None,
        url=layout.url,
        byte_range=at,
        problems=tuple(_problems(stated, numbered)),
    )


def _day(figures: str) -> date | None:
    try:
        return date(int(figures[:4]), int(figures[4:6]), int(figures[6:]))
    except ValueError:
        return None


def _problems(stated: date | None, numbered: date | None) -> Iterator[Problem]:
    if stated is None and numbered is not None:
        told = f"The header states no date that could be read; {numbered} was taken from the document number. Check it."
        yield problem("date-from-accession", told)
    elif stated and numbered and stated != numbered:
        told = f"The header says {stated}, the document number {numbered}; the header was kept. Check the export."
        yield problem("accession-date", told)
