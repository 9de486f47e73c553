"""Word files of Nexis Uni and Lexis Advance; and of LexisNexis before them, which wrote its counters there too."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from reportedly.errors import InputError
from reportedly.formats.base import File, Found
from reportedly.formats.documents.word import LARGEST_XML, SAVE_AGAIN, is_word
from reportedly.formats.nexis import flat, labels, uni_files
from reportedly.formats.nexis.uni_lines import Line, Mark, mark_of

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "nexis-docx"
SAMPLE = 16 * 2**20  # bytes of the unpacked document in which the vendor's marks are looked for
_PIECE = 2**18
_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same words as in the choice before it
_ENDS = re.compile("|".join(re.escape(words) for words in sorted(labels.END)).encode(), re.I)
_BOOKMARKS = re.compile(rb'w:name="Body(?:_\d+)?"')
_OURS = re.compile(rb"LADeliveryID|LADocCount|LADocumentID|advance\.lexis\.com|nexisuni|LexisNexis")
_FIELDS = re.compile(rb"Load-Date|Job Number|Length:|L\xc3\xa4nge:|Longueur|Lengte:|Longitud:|LENGTH:|L\xc3\x84NGE:|LONGUEUR|LENGTE:")
_COUNTER = re.compile(
    rb">\s*(?:\d{1,6} (?:of|von|de|van) \d{1,6} DO[CK]UMENT[A-Z]{0,2}|Do[ck]umento? \d{1,6} (?:von|de|van|of) \d{1,6})\s*<"
)


def sniff(file: File) -> float:
    """Certain where the document has the vendor's bookmarks or end lines beside its fields or properties."""
    if not is_word(file):
        return 0.0
    try:
        return _marks(file)
    except (InputError, BadZipFile, KeyError, ValueError, EOFError, NotImplementedError, OSError, RuntimeError, zlib.error):
        return 0.0


def _marks(file: File) -> float:
    found: set[str] = set()
    kinds = {"end": _ENDS, "bookmark": _BOOKMARKS, "ours": _OURS, "field": _FIELDS, "counter": _COUNTER}
    before = b""
    for piece in _pieces(file):
        window = before + piece
        found |= {kind for kind, form in kinds.items() if kind not in found and form.search(window)}
        if {"end", "field"} <= found or {"bookmark", "ours"} <= found or {"counter", "field"} <= found:
            return 0.95
        before = piece[-200:]
    return 0.9 if {"bookmark", "field"} <= found else 0.0


def _pieces(file: File) -> Iterator[bytes]:
    """The document's properties and its beginning, unpacked."""
    with file.open() as stream, ZipFile(stream if stream.seekable() else BytesIO(file.whole())) as parts:
        if "docProps/custom.xml" in parts.namelist():
            with parts.open("docProps/custom.xml") as part:
                yield part.read(_PIECE)
        with parts.open("word/document.xml") as part:
            for _ in range(SAMPLE // _PIECE):
                if not (piece := part.read(_PIECE)):
                    return
                yield piece


def read(file: File) -> Iterator[Found]:
    """The articles of a file in order. InputError where it is broken."""
    lines = list(_lines(_body(file)))
    if flat.is_old(line.text for line in lines):
        yield from flat.read((line.text for line in lines), NAME)
    else:
        yield from uni_files.read(lines, file.name, NAME)


def _body(file: File) -> _Element:
    """The document's body. InputError where the file is broken, or would fill the memory when unpacked."""
    from reportedly.formats.markup import xml_root

    try:
        with ZipFile(BytesIO(file.whole())) as parts:
            if parts.getinfo("word/document.xml").file_size > LARGEST_XML:
                raise InputError(f"{file.name} is larger than {LARGEST_XML >> 20} MB when unpacked. Split it.")
            raw = parts.read("word/document.xml")
    except (BadZipFile, KeyError, ValueError, EOFError, NotImplementedError, OSError, RuntimeError, zlib.error) as e:
        raise InputError(f"{file.name} begins as a Word document and is broken ({e}). {SAVE_AGAIN}") from e
    root = xml_root(raw, file.name)
    body = root.find(f"{_SPACE}body")
    return root if body is None else body


def _lines(body: _Element) -> Iterator[Line]:
    """The paragraphs and the rows of tables in order; one without words only where a bookmark stands in it."""
    for part in body.iter(f"{_SPACE}p", f"{_SPACE}tr"):
        if next(part.iterancestors(f"{_SPACE}tr", _FALLBACK), None) is not None:
            continue
        if part.tag == f"{_SPACE}tr":
            yield Line(text=" | ".join(_cells(part)), bold=False)
        else:
            text, mark = _words(part), _mark(part)
            if text.strip() or mark:
                yield Line(text=text.strip(), bold=_is_bold(part), mark=mark)


def _cells(row: _Element) -> Iterator[str]:
    for cell in row.iterchildren(f"{_SPACE}tc"):
        if words := " ".join(" ".join(_words(p).split()) for p in cell.iter(f"{_SPACE}p")).strip():
            yield words


def _words(paragraph: _Element) -> str:
    """The words of a paragraph with line breaks as newlines; without field codes, deleted words and the words of drawings."""
    pieces: list[str] = []
    for part in paragraph.iter(f"{_SPACE}t", f"{_SPACE}br", f"{_SPACE}cr", f"{_SPACE}tab", f"{_SPACE}noBreakHyphen"):
        kind = part.tag.removeprefix(_SPACE)
        if next(part.iterancestors(f"{_SPACE}p"), None) is not paragraph:
            continue
        pieces.append(part.text or "" if kind == "t" else {"tab": "" if _is_stop(part) else "\t", "noBreakHyphen": "-"}.get(kind, "\n"))
    return "".join(pieces)


def _is_stop(tab: _Element) -> bool:
    """Whether a tab is only a position in the paragraph's layout."""
    parent = tab.getparent()
    return parent is not None and parent.tag == f"{_SPACE}tabs"


def _mark(paragraph: _Element) -> Mark | None:
    for bookmark in paragraph.iter(f"{_SPACE}bookmarkStart"):
        if found := mark_of(bookmark.get(f"{_SPACE}name") or ""):
            return found
    return None


def _is_bold(paragraph: _Element) -> bool | None:
    """Whether the first words are bold, as headings and labels are; None where the document never says."""
    for run in paragraph.iter(f"{_SPACE}r"):
        if "".join(t.text or "" for t in run.iter(f"{_SPACE}t")).strip():
            bold = run.find(f"{_SPACE}rPr/{_SPACE}b")
            style = paragraph.find(f"{_SPACE}pPr/{_SPACE}pStyle")
            if bold is None:
                return None if style is not None or run.find(f"{_SPACE}rPr/{_SPACE}rStyle") is not None else False
            return bold.get(f"{_SPACE}val", "1").lower() not in ("0", "false", "off")
    return None
