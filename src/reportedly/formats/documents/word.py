"""The paragraphs of a Word file (DOCX)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from reportedly.errors import InputError
from reportedly.formats.base import LARGEST, File
from reportedly.model import Record

SAVE_AGAIN = "Open it in a word processor and save it again, or export it again."


class Paragraph(Record, frozen=True, kw_only=True):
    """A paragraph: its words with line breaks as newlines, its style's name, and whether all its words are bold."""

    text: str
    style: str = ""
    bold: bool = False


def is_word(file: File) -> bool:
    """Whether a file's head is that of a Word document."""
    return file.head.startswith(b"PK\x03\x04") and (b"word/" in file.head or b"[Content_Types].xml" in file.head[:200])


def paragraphs(file: File) -> Iterator[Paragraph]:
    """The paragraphs of the body in order. InputError where the file is broken, or would fill the memory when unpacked."""
    from docx import Document
    from lxml.etree import XMLSyntaxError

    raw = file.whole()
    try:
        with ZipFile(BytesIO(raw)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST:
                raise InputError(f"{file.name} is larger than {LARGEST >> 20} MB when unpacked. Split it.")
        document = Document(BytesIO(raw))
    except (BadZipFile, KeyError, ValueError, XMLSyntaxError, EOFError, NotImplementedError) as e:
        raise InputError(f"{file.name} begins as a Word document and is broken ({e}). {SAVE_AGAIN}") from e
    for p in document.paragraphs:
        runs = [r for r in p.runs if r.text.strip()]
        style = p.style.name if p.style is not None else ""
        yield Paragraph(text=p.text, style=style or "", bold=bool(runs) and all(r.bold for r in runs))
