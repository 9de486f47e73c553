"""The paragraphs of a Word file (DOCX)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from reportedly.errors import InputError
from reportedly.formats.base import LARGEST, File
from reportedly.model import Record

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Written
    from lxml.etree import _Element

_FIRST = (b"[Content_Types].xml", b"_rels/", b"word/", b"docProps/", b"customXml/")
SAVE_AGAIN = "Open it in a word processor and save it again, or export it again."
LARGEST_XML = 96 * 2**20  # bytes of its XML when unpacked, which the parser holds about ten times over; 500 articles have some 20 MB
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


class Paragraph(Record, frozen=True, kw_only=True):
    """A paragraph: its words with line breaks as newlines, its style's name, and whether all its words are bold."""

    text: str
    style: str = ""
    bold: bool = False


def is_word(file: File) -> bool:
    """Whether a file's head is that of a Word document, and not of an archive that holds one: by the first name in it."""
    if not file.head.startswith(b"PK\x03\x04"):
        return False
    first = file.head[30 : 30 + int.from_bytes(file.head[26:28], "little")]
    return first.startswith(_FIRST) and not (b"xl/" in file.head or b"ppt/" in file.head) and (b"word/" in file.head or first == _FIRST[0])


def opened(file: File) -> Document:
    """The document. InputError where the file is broken, or would fill the memory when unpacked."""
    from docx import Document

    raw = file.whole()
    try:
        with ZipFile(BytesIO(raw)) as parts:
            sizes = [(p.file_size, p.filename.endswith(".xml")) for p in parts.infolist()]
        small = sum(size for size, _ in sizes) <= LARGEST and sum(size for size, is_xml in sizes if is_xml) <= LARGEST_XML
        document = Document(BytesIO(raw)) if small else None
    except Exception as e:  # python-docx raises anything on broken parts
        said = " ".join(str(e).split())[:120] or type(e).__name__
        raise InputError(f"{file.name} begins as a Word document and is broken ({said}). {SAVE_AGAIN}") from e
    if document is None:
        raise InputError(f"{file.name} is larger than {LARGEST >> 20} MB when unpacked, or {LARGEST_XML >> 20} MB of words. Split it.")
    return document


def paragraphs(file: File) -> Iterator[Paragraph]:
    """The paragraphs of the body in order, without tables. InputError where the file is broken, or would fill the memory when unpacked."""
    yield from (_paragraph(p) for p in opened(file).paragraphs)


def everything(document: Document) -> Iterator[Paragraph]:
    """All that a reader sees in order: paragraphs, text boxes and fields too; a row of a table on one line, its cells apart by " | "."""
    from docx.text.paragraph import Paragraph as Written

    last = None
    for p in document.element.body.iter(f"{_W}p"):
        if any(True for _ in p.iterancestors(_FALLBACK)):
            continue  # the same text box again, for old programs
        row = next(p.iterancestors(f"{_W}tr"), None)
        if row is None or not (cells := _cells(row)):
            yield _paragraph(Written(p, document))
        elif row is not last:
            yield Paragraph(text=" | ".join(cells), style="Table")
        last = row


def _cells(row: _Element) -> list[str]:
    """The words of a row's cells; none where the table only lays out the page: one cell, or cells of several paragraphs."""
    cells = [[words for p in cell.iter(f"{_W}p") if (words := _text(p).strip())] for cell in row.findall(f"{_W}tc")]
    return ["".join(cell) for cell in cells] if len(cells) > 1 and all(len(cell) < 2 for cell in cells) else []


def _paragraph(p: Written) -> Paragraph:
    runs = [r for r in p.runs if r.text.strip()]
    style = p.style.name if p.style is not None else ""
    return Paragraph(text=_text(p._p), style=style or "", bold=bool(runs) and all(r.bold for r in runs))  # noqa: SLF001


def _text(p: _Element) -> str:
    """The words of a paragraph, with those that were inserted as a tracked change and without those that were moved away."""
    kept = []
    for node in p.iter(f"{_W}t", *_SIGNS):
        if next(node.iterancestors(f"{_W}p")) is not p or any(True for _ in node.iterancestors(f"{_W}moveFrom")):
            continue
        kept.append(node.text or "" if node.tag == f"{_W}t" else _SIGNS[node.tag])
    return "".join(kept)
