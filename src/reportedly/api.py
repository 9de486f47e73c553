"""The Python API: a file, a text or bytes in, a Reading out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import overload

from reportedly.errors import InputError
from reportedly.formats import File, Mapping, Received, Told, receive
from reportedly.model import Reading
from reportedly.reader import read_reports

type Source = str | bytes | Path

LONGEST_PATH = 1024  # characters; a longer string is a text
_SUFFIXES = tuple(
    ".txt .text .md .json .jsonl .ndjson .csv .tsv .parquet .html .htm .mhtml .xml .rtf .docx .pdf .eml .warc .arc "
    ".gz .zip .tar .tgz".split()
)


@overload  # a str is an iterable of str too, but is always one source
def read(source: Source, *, published: date | str | None = None, predicates: bool = False, fast: bool = False) -> Reading: ...  # type: ignore[overload-overlap]
@overload
def read(
    source: Iterable[Source], *, published: date | str | None = None, predicates: bool = False, fast: bool = False
) -> Iterator[Reading]: ...
def read(
    source: Source | Iterable[Source], *, published: date | str | None = None, predicates: bool = False, fast: bool = False
) -> Reading | Iterator[Reading]:
    """Read one report: a path, a text, or the bytes of a file. Given several sources, an iterator over all their reports.

    `published` (a date or "YYYY-MM-DD") dates a report that states no date; with `predicates` every clause head and its status
    is kept too; `fast` leaves the encoder out: about twice as fast, and worse at claims. InputError where nothing can be read, or where
    one source holds several reports (then use `read_all`).
    """
    if not isinstance(source, str | bytes | Path):
        return read_all(source, published=published, predicates=predicates, fast=fast)
    readings = read_all([source], published=published, predicates=predicates, fast=fast)
    first = next(readings, None)
    if first is None:
        raise InputError(f"{_called(source)} holds no report.")
    if next(readings, None) is not None:
        raise InputError(f"{_called(source)} holds several reports; use reportedly.read_all() to read them one after another.")
    return first


def read_all(
    sources: Source | Iterable[Source],
    *,
    published: date | str | None = None,
    predicates: bool = False,
    fast: bool = False,
    told: Told | None = None,
    columns: str | None = None,
) -> Iterator[Reading]:
    """Read every report in one or many sources, in order and as a stream.

    `told` is called with every part of a source that gave no report (an error page, a picture, a broken record); `columns` says which
    column of a table is what: "text=body,headline=title". InputError at the first source that cannot be read at all; what is wrong within
    a report is in its `problems`.
    """
    day = _day(published) if isinstance(published, str) else published
    several = [sources] if isinstance(sources, str | bytes | Path) else sources
    mapping = Mapping.parse(columns) if columns is not None else None
    received = (r for source in several for r in open_source(source, day, told, mapping))
    return read_reports(received, predicates=predicates, fast=fast)


def _day(published: str) -> date:
    try:
        return date.fromisoformat(published)
    except ValueError as e:
        raise InputError(f"published={published!r} is no date. Write it as YYYY-MM-DD.") from e


def open_source(
    source: Source, published: date | None = None, told: Told | None = None, columns: Mapping | None = None
) -> Iterator[Received]:
    """The reports in a source, not yet analysed. InputError where there are none to be had."""
    if isinstance(source, bytes):
        return receive(source, "the bytes given", published, told, columns)
    path = as_path(source)
    if path is None:
        return receive(str(source), "the text given", published, told, columns)
    try:
        return receive(File.at(path), str(path), published, told, columns)
    except OSError as e:
        raise InputError(f"{path} cannot be read: {e.strerror or e}. Check the path and its permissions.") from e


def as_path(source: str | Path) -> Path | None:
    """The file that is meant; None where the string is a text."""
    if isinstance(source, Path):
        return source
    if not source.strip() or len(source) > LONGEST_PATH or "\n" in source or "\0" in source:
        return None
    looks_named = " " not in source.strip() and source.lower().endswith(_SUFFIXES)
    return Path(source) if looks_named or _exists(source) else None


def _exists(name: str) -> bool:
    """Whether a file of that name is there; a text too long for a name is none."""
    try:
        return Path(name).exists()
    except OSError:
        return False


def _called(source: Source) -> str:
    if isinstance(source, bytes):
        return "The bytes given"
    path = as_path(source)
    return "The text given" if path is None else str(path)
