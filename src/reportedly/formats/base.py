"""What a format is: how sure it is that a text is its own, and how it reads the reports in it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from reportedly.model import Problem, Record, Report, Span

MAKE_YOUR_OWN = "Give it with --published YYYY-MM-DD."


class Received(Record, frozen=True, kw_only=True):
    """A report and what was wrong with the way it came."""

    report: Report
    problems: tuple[Problem, ...] = ()


class Format(Record, frozen=True, kw_only=True):
    """One way in which reports are written down. `sniff` looks at the text alone: 0 is no, 1 is certain.

    `verbatim` formats get the text as received, the others with odd spaces and line ends levelled.
    """

    name: str
    sniff: Callable[[str], float]
    read: Callable[[str], Iterator[Received]]
    verbatim: bool = False


def fingerprint(text: str) -> str:
    """A report's id where the source gives none: the same words, the same id."""
    return "r-" + hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def problem(code: str, message: str, *spans: Span) -> Problem:
    """A Problem, with its spans where there are any."""
    return Problem(code=code, message=message, spans=spans or None)


def dated(received: Received, published: date | None) -> Received:
    """The report with the user's publication date where it has none of its own; a Problem where there is no date at all."""
    report = received.report
    if report.published is not None or not report.body.of(report.text).strip():
        return received
    if published is not None:
        return msgspec.structs.replace(received, report=msgspec.structs.replace(report, published=published))
    lost = problem("no-date", f"The report states no publication date, so 'Monday' and 'last year' stay open. {MAKE_YOUR_OWN}")
    return msgspec.structs.replace(received, problems=(*received.problems, lost))
