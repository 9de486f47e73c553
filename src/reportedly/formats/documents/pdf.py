"""PDF: one printed article, or the PDF of an archive's export, by pypdf. What has no text in it (a scan) is refused and told."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

import msgspec

from reportedly.errors import InputError
from reportedly.formats.base import File, Found, problem
from reportedly.formats.documents.printed import Line, Page, as_text, parts_of, without_heads
from reportedly.formats.documents.prose import Properties, exported, report_of
from reportedly.model import Problem

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

NAME = "pdf"
MAGIC = b"%PDF-"
MOST_BEFORE = 1024  # bytes before the mark that readers of PDF allow
MOST_PAGES = 1000  # a newspaper has under a hundred
MOST_PIECES = 20_000  # pieces of text of a page; newspapers' have some 5,000, and twice as many take up to four times as long
MOST_MARKS = 200_000  # drawing operations of a page; maps have some 50,000
MOST_FULL = 10  # times these limits in one file
INSTALL = "Reading PDF needs pypdf. Install it: pip install 'reportedly[pdf]'."
LOCKED = "is locked with a password. Open it, print it to a new PDF, and read that."
SCANNED = "holds pictures of pages and no text. Run text recognition (OCR) over it, or Save the article as text or web page."
AGAIN = "Open it, print it to a new PDF or Save its text, and read that."


def sniff(file: File) -> float:
    """Certain where the mark of a PDF stands at the top."""
    return 0.95 if file.head.startswith(MAGIC) else 0.6 if MAGIC in file.head[:MOST_BEFORE] and b" obj" in file.head else 0.0


def read(file: File) -> Iterator[Found]:
    """The report, or those of an archive's export. InputError where the file is locked, scanned or broken, or pypdf is not there."""
    reader = _reader(file)
    pages, empty, told = _pages(reader, file.name)
    if not any(pages):
        raise InputError(f"{file.name}: This PDF {SCANNED}")
    trimmed, address = without_heads(pages)
    if (articles := exported(as_text(trimmed))) is not None:
        yield from articles
        return
    parts = msgspec.structs.replace(parts_of(trimmed), properties=_properties(reader), problems=(*told, *_told(empty)))
    received = report_of(parts, NAME)
    yield msgspec.structs.replace(received, report=msgspec.structs.replace(received.report, url=address))


def _reader(file: File) -> PdfReader:
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError
    except ImportError as e:
        raise InputError(f"{file.name}: {INSTALL}") from e
    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # or Python would print its warnings
    raw = file.whole()
    try:
        reader = PdfReader(BytesIO(raw))
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError as e:
        raise InputError(f"{file.name}: This PDF {LOCKED}") from e
    except Exception as e:  # pypdf's own word: broken files may raise anything
        raise _broken(file.name, e) from e
    if locked:
        raise InputError(f"{file.name}: This PDF {LOCKED}")
    return reader


class _FullError(Exception):
    """A page holds more than is read of one."""


class _Budget:
    """How much of a page, and of the file, may still be read."""

    def __init__(self) -> None:
        self.pieces, self.marks = MOST_PIECES * MOST_FULL, MOST_MARKS * MOST_FULL
        self.turn()

    def turn(self) -> None:
        """Begin a page."""
        self._least_pieces, self._least_marks = max(0, self.pieces - MOST_PIECES), max(0, self.marks - MOST_MARKS)

    def spend(self, pieces: int, marks: int) -> None:
        self.pieces, self.marks = self.pieces - pieces, self.marks - marks
        if self.pieces < self._least_pieces or self.marks < self._least_marks:
            raise _FullError

    @property
    def spent(self) -> bool:
        return self.pieces <= 0 or self.marks <= 0


def _pages(reader: PdfReader, name: str) -> tuple[list[Page], list[int], list[Problem]]:
    """The lines of every page, the numbers of the pages that have none or cannot be read, and what was left out."""
    found: list[Page] = []
    empty: list[int] = []
    left: list[Problem] = []
    last: Exception | None = None
    budget = _Budget()
    try:
        count = len(reader.pages)
    except Exception as e:  # as above
        raise _broken(name, e) from e
    for n in range(count):
        if n == MOST_PAGES or budget.spent:
            left.append(problem("too-many-pages", f"Only the first {n} of {count} pages were read. Split the file."))
            break
        try:
            lines, whole = _lines(reader.pages[n], budget)
        except Exception as e:  # as above; the other pages are read all the same
            lines, whole, last = [], True, e
        found.append(lines)
        empty += [] if lines else [n + 1]
        left += [] if whole else [problem("page-too-full", f"Page {n + 1} is made of more pieces than are read; its end is left out.")]
    if last is not None and not any(found):
        raise _broken(name, last) from last
    return found, empty, left


def _broken(name: str, error: Exception) -> InputError:
    said = " ".join(str(error).split())[:120] or type(error).__name__
    return InputError(f"{name} begins as a PDF and is broken ({said}). {AGAIN}")


def _lines(page: PageObject, budget: _Budget) -> tuple[Page, bool]:
    """The lines of a page in the order in which they were set, and whether these are all."""
    pieces: list[tuple[str, float, float, float]] = []
    budget.turn()

    def take(text: str, cm: Any, tm: Any, _font: object, size: float) -> None:
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
        pieces.append((text, float(x), float(y), float(size) * scale))
        budget.spend(1, 0)

    def draw(*_: object) -> None:
        budget.spend(0, 1)

    try:
        page.extract_text(visitor_text=take, visitor_operand_before=draw)
    except _FullError:
        return list(_cut(pieces)), False
    return list(_cut(pieces)), True


def _cut(pieces: list[tuple[str, float, float, float]]) -> Iterator[Line]:
    words, at, size = "", None, 0.0
    for text, x, y, letters in pieces:
        first, *more = text.split("\n")
        for n, part in enumerate([first, *more]):
            if n:
                if words.strip():
                    yield Line(text=" ".join(words.split()), x=at[0] if at else 0.0, y=at[1] if at else None, size=size)
                words, at, size = "", None, 0.0
            if part.strip():
                at, size = at or (x, y), max(size, letters)
            words += part
    if words.strip():
        yield Line(text=" ".join(words.split()), x=at[0] if at else 0.0, y=at[1] if at else None, size=size)


def _properties(reader: PdfReader) -> Properties:
    try:
        told = reader.metadata
        return Properties(title=str(told.title or "") or None, author=str(told.author or "") or None) if told else Properties()
    except Exception:  # as above
        return Properties()


def _told(empty: list[int]) -> Iterator[Problem]:
    if empty:
        listed = ", ".join(map(str, empty[:20])) + (" ..." if len(empty) > 20 else "")
        yield problem("pages-without-text", f"No text was found on page {listed}: pictures, or broken. Run text recognition over the file.")
