"""What a file holds, found out as a stream: for a look before anything is read in earnest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reportedly.errors import InputError
from reportedly.formats import File, Found, Mapping, Received, find, format_of
from reportedly.formats.archives.gzip import NAME as GZIP
from reportedly.formats.base import passed_over
from reportedly.model import Problem, Report

WHOLE = ""  # where a problem of the whole file stands: in no part of it


@dataclass
class Inspected:
    """A file: `found` is read once; who reads it notes the reports, and the counts grow."""

    format: str | None
    found: Iterator[Found]
    count: int = 0
    first: date | None = None
    last: date | None = None
    publishers: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)

    def note(self, report: Report) -> None:
        """Count a report."""
        self.count += 1
        self.format = self.format or report.format
        if report.published is not None:
            self.first = min(self.first or report.published, report.published)
            self.last = max(self.last or report.published, report.published)
        self.publishers.update([report.publisher] if report.publisher else [])
        self.languages.update([report.language] if report.language else [])


def inspected(path: Path, columns: Mapping | None = None) -> Inspected:
    """What a file holds; what cannot be opened is a problem of its own. `columns` says which column of a table holds what."""
    try:
        return _of(File.at(path), columns)
    except OSError as e:
        told = f"{path} cannot be read: {e.strerror or e}. Check the path and its permissions."
        return Inspected(None, iter([passed_over(WHOLE, "not-opened", told)]))


def inspected_bytes(raw: bytes, name: str, columns: Mapping | None = None) -> Inspected:
    """The same for bytes at hand."""
    return _of(File.of(raw, name), columns)


def problems_of(found: Found) -> tuple[Problem, ...]:
    """What was wrong with a report, or why a part gave none."""
    return found.problems if isinstance(found, Received) else (found.problem,)


def _of(file: File, columns: Mapping | None) -> Inspected:
    known = format_of(file)
    found = _found(file, columns)
    if known is not None and known.name != GZIP:
        return Inspected(known.name, found)
    first = next(found, None)  # the format of a text, and of what was compressed, is known with its first report
    name = first.report.format if isinstance(first, Received) else known.name if known is not None else None
    return Inspected(name, _again(first, found))


def _again(first: Found | None, rest: Iterator[Found]) -> Iterator[Found]:
    if first is not None:
        yield first
    yield from rest


def _found(file: File, columns: Mapping | None) -> Iterator[Found]:
    try:
        yield from find(file, columns=columns)
    except InputError as e:
        yield passed_over(WHOLE, "not-read", str(e))
