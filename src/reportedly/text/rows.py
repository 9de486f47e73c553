"""Rows of tables in the body of a report: they are no sentences, and what a parser makes of them is nonsense."""

from __future__ import annotations

import re
from itertools import groupby

from reportedly.model import Problem, Span

FEWEST = 2  # rows of a table
LONGEST = 40  # characters of a cell; speakers' names before a tab have long words after it
_BETWEEN = re.compile(r"\t+| {3,}|[ \t]*\|[ \t]*")
_LINE = re.compile(r"[^\r\n]+")
_STOP = re.compile(r"[.!?,;][\"'\u201d\u2019)\]]*\s*$")  # how rows do not end


def rows(text: str, body: Span) -> tuple[Span, ...]:
    """The lines of tables, a span each."""
    if not _BETWEEN.search(text, body.start, body.end):
        return ()
    lines = (Span(*m.span()) for m in _LINE.finditer(text, body.start, body.end) if m.group().strip())
    runs = (list(run) for is_row, run in groupby(lines, key=lambda line: _is_row(line.of(text))) if is_row)
    return tuple(row for run in runs if len(run) >= FEWEST for row in run)


def rows_problem(found: tuple[Span, ...]) -> Problem | None:
    """What is told of them; None where there are none."""
    if not found:
        return None
    told = f"{len(found)} lines of tables were left out: what stands in cells is no prose. Write it as sentences if it matters."
    return Problem(code="tables", spans=found, message=told)


def _is_row(line: str) -> bool:
    cells = [cell.strip() for cell in _BETWEEN.split(line.strip())]
    named = [cell for cell in cells if cell]
    return len(named) > 1 and not _STOP.search(line) and max(map(len, named)) <= LONGEST
