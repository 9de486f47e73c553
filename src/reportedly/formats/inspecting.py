"""What a file holds, found out as a stream: for a look before anything is read in earnest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reportedly.errors import InputError
from reportedly.formats import File, PassedOver, Received, find, format_of
from reportedly.formats.archives.gzip import NAME as GZIP
from reportedly.formats.base import problem
from reportedly.model import Problem, Record, Report


class Noticed(Record, frozen=True, kw_only=True):
    """A report, or a part that gave none (then `report` is None and `where` says which), with its problems."""

    report: Report | None
    problems: tuple[Problem, ...]
    where: str | None = None
    member: str | None = None


@dataclass
class Inspected:
    """A file: `found` is read once; who reads it notes the reports, and the counts grow."""

    format: str | None
    found: Iterator[Noticed]
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


def inspected(path: Path) -> Inspected:
    """What a file holds; what cannot be opened is a problem of its own."""
    try:
        return _of(File.at(path))
    except OSError as e:
        told = problem("not-opened", f"{path} cannot be read: {e.strerror or e}. Check the path and its permissions.")
        return Inspected(None, iter([Noticed(report=None, problems=(told,))]))


def inspected_bytes(raw: bytes, name: str) -> Inspected:
    """The same for bytes at hand."""
    return _of(File.of(raw, name))


def _of(file: File) -> Inspected:
    known = format_of(file)
    found = _noticed(file)
    if known is not None and known.name != GZIP:
        return Inspected(known.name, found)
    first = next(found, None)  # the format of a text, and of what was compressed, is known with its first report
    name = first.report.format if first is not None and first.report is not None else known.name if known is not None else None
    return Inspected(name, _again(first, found))


def _again(first: Noticed | None, rest: Iterator[Noticed]) -> Iterator[Noticed]:
    if first is not None:
        yield first
    yield from rest


def _noticed(file: File) -> Iterator[Noticed]:
    try:
        for found in find(file):
            if isinstance(found, Received):
                yield Noticed(report=found.report, problems=found.problems, member=found.report.member)
            else:
                yield _over(found)
    except InputError as e:
        yield Noticed(report=None, problems=(problem("not-read", str(e)),))


def _over(found: PassedOver) -> Noticed:
    return Noticed(report=None, problems=(found.problem,), where=found.where, member=found.member)
