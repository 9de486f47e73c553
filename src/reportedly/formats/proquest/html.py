"""ProQuest's export as a web page, saved or mailed: a record after each anchor "DocID_...", every field after its label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.errors import InputError
from reportedly.formats.base import File, Found, passed_over
from reportedly.formats.markup import blocks as paragraphs
from reportedly.formats.markup import drop, html_root
from reportedly.formats.proquest.article import received
from reportedly.formats.proquest.record import Block, blocks, is_record, parts

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "proquest-html"
_ANCHOR = re.compile(rb"<a\b[^<>]{0,200}?\bname\s*=\s*[\"']?[^\"'<>\s]{0,60}DocID_", re.I)
_COUNT = re.compile(rb"<text\b[^<>]{0,100}?wordcount\s*=\s*[\"']?(\d{1,7})", re.I)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,30})", re.I)
_OPEN_LINK = re.compile(r"(\shref=\"[^\"<>\s]{0,2000})>")  # a library's link whose quotation mark was left open hides what follows
_MARKS = ("docid_", "proquest document", "full text:", "proquest.com", "publication title:", "database copyright")
_PICTURE = re.compile(r"document_view_image|mstar_text_entity|document_view_caption")
_ASIDE = re.compile(r"\w+_content")  # "Photograph_content", "AuthorAffiliation_content": the heading stands in the element before


def sniff_file(file: File) -> float:
    """Certain where several marks of the vendor stand in a page."""
    return 0.0 if file.opening[:1] != "<" else marks(file.opening)


def marks(opening: str) -> float:
    """How sure it is, from the beginning of a page, that it is ProQuest's."""
    lower = opening.lower()
    if "proquest" not in lower and "docid_mstar" not in lower:
        return 0.0
    found = sum(mark in lower for mark in _MARKS)
    return 0.96 if "docid_" in lower or found > 3 else 0.85 if found > 2 else 0.0


def read_file(file: File) -> Iterator[Found]:
    """The articles of a saved page in order, each with its bytes."""
    raw = file.whole()
    yield from read(raw, file.name, NAME, placed=raw[:2] not in (b"\xff\xfe", b"\xfe\xff"))


def read(raw: bytes, where: str, name: str, placed: bool = False) -> Iterator[Found]:
    """The articles of a page in order; `placed`: the bytes are the file's own."""
    text = decoded(raw)
    raw = raw if placed else text.encode()
    encoding = _encoding(raw) if placed else "utf-8"
    starts = [m.start() for m in _ANCHOR.finditer(raw)] or [0]
    for n, (start, end) in enumerate(zip(starts, [*starts[1:], len(raw)], strict=True), 1):
        try:
            yield from _chunk(raw[start:end].decode(encoding, "replace"), name, (start, end) if placed else None, end == len(raw))
        except InputError:
            yield passed_over(f"record {n} of {where}", "not-read", "Its markup could not be read. Export it again, as text.")


def _encoding(raw: bytes) -> str:
    """UTF-8 where it is valid, whatever the page states; else what it states, else that of Windows."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        stated = m[1].decode("ascii").lower() if (m := _CHARSET.search(raw[:4096])) else "cp1252"
        return _known(stated)
    return "utf-8"


def _known(stated: str) -> str:
    """A stated encoding that can be used; Latin-1 is read as Windows, as browsers do."""
    import codecs

    try:
        name = codecs.lookup(stated).name
    except LookupError:
        return "cp1252"
    return "cp1252" if name in ("utf-8", "iso8859-1", "ascii") or name.startswith("utf-16") else name


def decoded(raw: bytes) -> str:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    return raw.decode(_encoding(raw), "replace")


def _chunk(markup: str, name: str, at: tuple[int, int] | None, last: bool) -> Iterator[Found]:
    """The article after one anchor; all of them where the page came without anchors."""
    raw = _OPEN_LINK.sub(r'\1">', markup).encode("utf-8", "replace")
    root = html_root(raw, name, "utf-8")
    _without_pictures(root)
    counts = [int(m[1]) for m in _COUNT.finditer(raw)]
    records = list(_records(_blocks(root)))
    for n, record in enumerate(records):
        words = counts[n] if len(counts) == len(records) else None
        yield received(parts(record), name, words, at if len(records) == 1 else None, cut=last and n == len(records) - 1)
    if not records:
        yield passed_over("page", "no-article", "It has none of the fields of an article. Open it in a browser, and export it again.")


def _blocks(root: _Element) -> list[Block]:
    """The blocks of a page; what stands within its texts opens no field."""
    prose = {p for element in root.iter("text") for p in paragraphs(element)}
    found: list[Block] = []
    for paragraph in paragraphs(root):
        found += [Block(words=paragraph, gap=True)] if paragraph in prose else blocks([paragraph])
    return found


def _records(found: list[Block]) -> Iterator[list[Block]]:
    """The blocks of each record: the field that names the database ends one."""
    start = 0
    for n, block in enumerate(found, 1):
        if block.label and block.label.field == "database" or n == len(found):
            record = found[start:n]
            if is_record(record):
                yield record
            start = n


def _without_pictures(root: _Element) -> None:
    """Take out pictures, their captions and their headings, and what is told of the author's post."""
    for element in list(root.iter("div", "object", "p", "span", "figure", "figcaption")):
        kind = element.get("class") or ""
        if _PICTURE.search(kind) or element.tag in ("figure", "figcaption") or _ASIDE.fullmatch(kind.split(" ")[0]):
            drop(element)
    for caption in list(root.iter("photo_caption")):
        drop(caption)
