"""HTML exports of LexisNexis before Nexis Uni: a document between two anchors, a part of it in each DIV."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from reportedly.formats.base import File, Found, passed_over
from reportedly.formats.nexis import labels, old_article
from reportedly.formats.nexis.old_blocks import Block
from reportedly.model import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "nexis-html"
_ANCHOR = re.compile(rb'<A\s+NAME\s*=\s*"?DOC_ID_\d+', re.I)
_NUMBERED = re.compile(rb"(?:<!--[^<>]{0,80})?<DOC\s+NUMBER\s*=", re.I)
_COUNTED = re.compile(
    rb"\d{1,6} (?:of|von|de|van) \d{1,6} (?:DO[CK]UMENT[A-Z]{0,2})|>\s*Do[ck]umento? \d{1,6} (?:von|de|van|of) \d{1,6}\s*<"
)
_TOLD = re.compile(rb'\bDOCUMENTS\s*=\s*"?(\d{1,6})"?', re.I)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w\-]{2,30})", re.I)
_CENTERED = re.compile(rb"\.(c\d+)\s*\{[^{}]{0,200}?text-align:\s*center", re.I)
_UNDELIVERED = re.compile(
    r"error in this document|not possible to display|kann nicht angezeigt|ne peut (?:pas )?\u00eatre affich|niet worden weergegeven", re.I
)
_BLANK = re.compile(r"[\s\u00a0]*")


class _Page(Record, frozen=True, kw_only=True):
    """What holds for all documents of a file: its bytes, their encoding, and the classes that set in the middle."""

    name: str
    raw: bytes
    encoding: str
    middle: frozenset[str]


def sniff(file: File) -> float:
    """Certain where two of the vendor's marks stand in the page: anchors, document tags, its comment, a counter."""
    head = file.opening
    if not head.startswith("<"):
        return 0.0
    marks = sum(mark in head for mark in ("DOC_ID_", "<DOCFULL>", "LXNComment")) + bool(_COUNTED.search(file.head))
    return 0.96 if marks > 1 else 0.9 if marks and "LENGTH:" in head else 0.0


def read(file: File) -> Iterator[Found]:
    """The articles of a page in order."""
    raw = file.whole()
    page = _Page(
        name=file.name,
        raw=raw,
        encoding=_encoding(raw),
        middle=frozenset(c.decode("ascii").lower() for c in _CENTERED.findall(raw[:20_000])),
    )
    stretches = _stretches(raw)
    for n, (start, end) in enumerate(stretches, 1):
        yield _document(page, n, start, end)
    told = _TOLD.search(raw[:20_000])
    if told and int(told[1]) != len(stretches):
        words = f"The file says that it holds {int(told[1])} documents, and {len(stretches)} were read. Export it again."
        yield passed_over("the head of the page", "count-differs", words)


def _encoding(raw: bytes) -> str:
    """The encoding that the page states; without one UTF-8, or Windows Latin where it is none."""
    import codecs

    if m := _CHARSET.search(raw[:4096]):
        try:
            return codecs.lookup(m[1].decode("ascii")).name
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _stretches(raw: bytes) -> list[tuple[int, int]]:
    """Where each document stands in the bytes: from anchor to anchor, from tag to tag, or from counter to counter."""
    for mark in (_ANCHOR, _NUMBERED, _COUNTED):
        if starts := [m.start() for m in mark.finditer(raw)]:
            return list(zip(starts, [*starts[1:], len(raw)], strict=True))
    return [(0, len(raw))]


def _document(page: _Page, number: int, start: int, end: int) -> Found:
    from lxml import etree

    where = f"document {number}"
    try:
        found = blocks(page, page.raw[start:end])
    except (etree.LxmlError, ValueError) as e:
        return passed_over(where, "not-read", f"Its markup is broken ({type(e).__name__}). Export it again.")
    if any(_UNDELIVERED.search(line) for block in found[:3] for line in block.lines) and len(found) < 4:
        return passed_over(where, "not-delivered", "LexisNexis wrote an error in place of this document. Look it up and export it alone.")
    return old_article.found(found, where, NAME, (start, end))


def blocks(page: _Page, raw: bytes) -> list[Block]:
    """The parts of a document: a paragraph each, but a field with all its paragraphs; the counter is left out."""
    from reportedly.formats.markup import html_root

    # A chunk of nothing but comments has no element; the body around it makes it one.
    root = html_root(b"<html><body>" + raw + b"</body></html>", page.name, page.encoding)
    found: list[Block] = []
    for division, held in groupby(_paragraphs(root), key=lambda pair: pair[0]):
        found += _blocks([lines for _, lines in held], middle=_is_middle(division, page))
    return [block for block in found if not labels.COUNTER.match(block.lines[0].strip())]


def _is_middle(division: _Element | None, page: _Page) -> bool:
    if division is None:
        return False
    return (division.get("class") or "").lower() in page.middle or (division.get("align") or "").lower() == "center"


def _paragraphs(root: _Element) -> Iterator[tuple[_Element | None, tuple[str, ...]]]:
    """The lines of each paragraph with the DIV around it: of a P, of a table's row, of a DIV that holds neither."""
    from reportedly.formats.markup import blocks as words_of

    for part in root.iter("p", "tr", "div"):
        inner = next(part.iterdescendants("p", "tr", "div"), None) if part.tag != "tr" else None
        if (part.tag == "p" and next(part.iterancestors("tr"), None) is not None) or inner is not None:
            continue
        division = part if part.tag == "div" else next(part.iterancestors("div"), None)
        for words in [_row(part)] if part.tag == "tr" else words_of(part):
            if lines := tuple(line for line in words.split("\n") if not _BLANK.fullmatch(line)):
                yield division, lines


def _row(row: _Element) -> str:
    from reportedly.formats.markup import words

    return " | ".join(cell for td in row.iterchildren("td", "th") if (cell := words(td)))


def _blocks(paragraphs: list[tuple[str, ...]], *, middle: bool) -> list[Block]:
    if not paragraphs:
        return []
    label = labels.old_label(paragraphs[0][0])
    if label and label[1] != "body" and not middle and (label[1] or len(paragraphs) == 1):
        return [Block(lines=tuple(line for lines in paragraphs for line in lines))]
    return [Block(lines=lines, centered=middle) for lines in paragraphs]
