"""Articles that their publication corrected: the words of the correction are kept under the body, and told."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from reportedly.formats.base import Received, problem
from reportedly.formats.tidy import tidy
from reportedly.model import Problem, Span

CODE = "corrected"
SHOWN = 120  # characters of the correction that the message repeats
APPENDED = "Correction appended"
_APPENDED = re.compile(APPENDED, re.I)


def is_appended(lines: Iterable[str]) -> bool:
    """Whether one of the lines under the date says that a correction was appended."""
    return any(_APPENDED.search(line) for line in lines)


def kept(received: Received, words: str) -> Received:
    """A composed report with the words of its correction under its body; as it is where there are none."""
    if not (words := tidy(words)):
        return received
    report, at = received.report, None
    if words != APPENDED:
        at = Span(len(report.text) + 2, len(report.text) + 2 + len(words))
        report = msgspec.structs.replace(report, text=f"{report.text}\n\n{words}")
    return msgspec.structs.replace(received, report=report, problems=(*received.problems, told(words, at)))


def told(words: str, at: Span | None) -> Problem:
    """The Problem that says so."""
    message = f"The publication corrected this article ({tidy(words)[:SHOWN]!r}). Do not count what it got wrong."
    return problem(CODE, message, *([at] if at else []))
