"""What a format is, what it reads, and what it finds: files, formats, containers; reports as they were received."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import msgspec

from reportedly.errors import InputError
from reportedly.model import Problem, Record, Report, Span

MAKE_YOUR_OWN = "Give it with --published YYYY-MM-DD."
HEAD = 65_536  # bytes of a file that formats may look at to tell whether it is theirs
LARGEST = 512 * 2**20  # bytes of a file that has to be held in memory whole
# Marks that stand between words: thrice as fast as a pattern of words, and the same for all that newspapers print.
_MARKS = "\"'`.,;:!?()[]{}<>/\\|-_*#=+&%$@~^"
_BETWEEN = str.maketrans(
    dict.fromkeys(_MARKS + "\u2010\u2011\u2012\u2013\u2014\u2026\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2022\u00b7", " ")
)
_ALSO_WHITE = "\x1c\x1d\x1e\x1f"  # for words, not for bytes
_BETWEEN_ASCII = bytes.maketrans((_MARKS + _ALSO_WHITE).encode(), b" " * len(_MARKS + _ALSO_WHITE))


class Received(Record, frozen=True, kw_only=True):
    """A report and what was wrong with the way it came."""

    report: Report
    problems: tuple[Problem, ...] = ()


class PassedOver(Record, frozen=True, kw_only=True):
    """A part of a file that holds no report, or one that cannot be read: where it stands ("record 12"), and why."""

    where: str
    problem: Problem
    member: str | None = None  # the path within archives, where it stands in one


type Found = Received | PassedOver


class File(Record, frozen=True, kw_only=True, dict=True, gc=True):
    """A file as formats meet it: what messages call it, its first `HEAD` bytes, its size where that is known, and a stream of the whole.

    `text` is set where words were given instead of bytes.
    """

    name: str
    head: bytes
    opener: Callable[[], BinaryIO]
    size: int | None = None
    text: str | None = None

    @classmethod
    def at(cls, path: Path) -> File:
        """The file at a path. OSError where it cannot be opened."""
        with path.open("rb") as stream:
            return cls(name=str(path), head=stream.read(HEAD), opener=lambda: path.open("rb"), size=path.stat().st_size)

    @classmethod
    def of(cls, raw: bytes | str, name: str) -> File:
        """Bytes or words at hand, as a file."""
        held = raw.encode() if isinstance(raw, str) else raw
        return cls(name=name, head=held[:HEAD], opener=lambda: BytesIO(held), size=len(held), text=raw if isinstance(raw, str) else None)

    def open(self) -> BinaryIO:
        """A new stream from the start; whoever opens it closes it."""
        return self.opener()

    def whole(self) -> bytes:
        """All bytes. InputError where there are more than `LARGEST`."""
        with self.open() as stream:
            raw = stream.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise InputError(f"{self.name} is larger than {LARGEST >> 20} MB, and its format cannot be read piece by piece. Split it.")
        return raw

    @cached_property
    def opening(self) -> str:
        """The head as text, without a mark of byte order and white space before it; what is no UTF-8 is replaced."""
        encoding = "utf-16" if self.head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
        return self.head.decode(encoding, "replace").lstrip("\ufeff \t\r\n")


class Format(Record, frozen=True, kw_only=True):
    """One way in which reports are written down as text. `sniff` looks at the text alone: 0 is no, 1 is certain.

    `verbatim` formats get the text as received, the others with odd spaces and line ends levelled.
    """

    name: str
    sniff: Callable[[str], float]
    read: Callable[[str], Iterator[Received]]
    verbatim: bool = False


class FileFormat(Record, frozen=True, kw_only=True):
    """One way in which reports are kept in files of markup or bytes.

    `sniff` looks at the head alone, and above `SURE` no text format is asked; `read` streams what it finds in order, and raises
    InputError where nothing can be read at all.
    """

    name: str
    sniff: Callable[[File], float]
    read: Callable[[File], Iterator[Found]]


class Container(Record, frozen=True, kw_only=True):
    """A file that holds files: `members` gives them one after another, each to be read before the next is asked for."""

    name: str
    sniff: Callable[[File], float]
    members: Callable[[File], Iterator[File | PassedOver]]


SURE = 0.5


def fingerprint(text: str) -> str:
    """A report's id where the source gives none: the same words, the same id."""
    return "r-" + hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def content_mark(report: Report) -> str:
    """The same for the same words of headline and body, whatever format, marks and capitals they came in."""
    body, at = report.body, report.body.start
    prose = []
    for label in report.breaks:
        prose.append(report.text[at : label.start])
        at = label.end
    words = " ".join([report.headline or "", *prose, report.text[at : body.end]])
    if words.isascii():  # the same, where bytes are faster by far
        bare = b" ".join(words.encode().lower().translate(_BETWEEN_ASCII).split())
    else:
        bare = " ".join(words.casefold().translate(_BETWEEN).split()).encode()
    return hashlib.blake2b(bare, digest_size=8).hexdigest()


def problem(code: str, message: str, *spans: Span) -> Problem:
    """A Problem, with its spans where there are any."""
    return Problem(code=code, message=message, spans=spans or None)


def passed_over(where: str, code: str, message: str) -> PassedOver:
    """What is told of a part of a file that gives no report."""
    return PassedOver(where=where, problem=problem(code, message))


def dated(received: Received, published: date | None) -> Received:
    """The report with the user's publication date where it has none of its own; a Problem where there is no date at all."""
    report = received.report
    if report.published is not None or not report.body.of(report.text).strip():
        return received
    if published is not None:
        return msgspec.structs.replace(received, report=msgspec.structs.replace(report, published=published))
    lost = problem("no-date", f"The report states no publication date, so 'Monday' and 'last year' stay open. {MAKE_YOUR_OWN}")
    return msgspec.structs.replace(received, problems=(*received.problems, lost))
