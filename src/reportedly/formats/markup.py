"""XML and HTML from strangers: parsed without entities, network or DTDs, and the words in them as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from reportedly.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # lxml reads them from "&#4;", and sets no words that hold them
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
_BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li "
    "main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset("head script style template noscript title".split())
MARK_AGAIN = "Export or download it again."


def xml_root(raw: bytes, name: str) -> _Element:
    """The root of an XML file; what is not well-formed is mended where that can be. InputError where there is no XML."""
    from lxml import etree

    for mend in (False, True):
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, recover=mend, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(raw, parser)
        except (etree.XMLSyntaxError, ValueError):
            continue
        if root is not None:
            return root
    raise InputError(f"{name} begins as XML and is not well-formed. {MARK_AGAIN}")


def html_root(raw: bytes, name: str, encoding: str | None = None) -> _Element:
    """The root of an HTML page in the encoding given, or else the one it states, UTF-8 before Latin. InputError where there is none."""
    from lxml import etree, html

    if encoding is None and not re.search(rb"<meta[^>]+charset", raw[:4096], re.I):
        encoding = _encoding(raw)
    try:
        root = html.document_fromstring(
            raw, parser=html.HTMLParser(encoding=encoding, no_network=True, remove_comments=True, remove_pis=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as e:
        raise InputError(f"{name} begins as a web page and holds nothing. {MARK_AGAIN}") from e
    return root


def _encoding(raw: bytes) -> str | None:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def drop(element: _Element) -> None:
    """Take an element out of its parent, but not the words after it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = _CONTROL.sub(" ", (before.tail or "") + element.tail)
    elif element.tail:
        parent.text = _CONTROL.sub(" ", (parent.text or "") + element.tail)
    parent.remove(element)


def words(element: _Element) -> str:
    """All words of an element on one line."""
    return " ".join(" ".join(blocks(element)).split())


def blocks(element: _Element) -> Iterator[str]:
    """The words of an element as the paragraphs that a reader sees: cut at block elements and at doubled line breaks."""
    pieces: list[str] = []
    for piece in _pieces(element):
        pieces.append(piece)
        if piece == "\0":
            yield from _joined(pieces)
            pieces = []
    yield from _joined(pieces)


def _joined(pieces: list[str]) -> Iterator[str]:
    whole = "".join(pieces).replace("\0", "")
    for part in re.split(r"\x01[\x01 ]*\x01", whole):
        if line := "\n".join(kept for cut in part.split("\x01") if (kept := cut.strip())):
            yield line


def _pieces(element: _Element) -> Iterator[str]:
    """The words in order, \\1 for a line break and \\0 where a block begins or ends."""
    pending = [(element, False)]
    while pending:
        node, ended = pending.pop()
        tag = node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else None
        if ended or tag is None:
            if tag in _BLOCKS:
                yield "\0"
            elif tag is None and node.text and node.text.startswith("&"):
                yield _flat(unescape(node.text))  # "&nbsp;" where no DTD says what it is
            if node is not element and node.tail:
                yield _flat(node.tail)
            continue
        if tag in _BLOCKS or tag == "br":
            yield "\x01" if tag == "br" else "\0"
        if node.text and tag not in _UNSEEN:
            yield _flat(node.text)
        pending.append((node, True))
        pending += [(child, False) for child in reversed(node)]


def _flat(words: str) -> str:
    return _SPACES.sub(" ", words.replace("\0", "").replace("\x01", ""))
