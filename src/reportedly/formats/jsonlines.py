"""JSON Lines: one report a line, `{"id", "text", "published"?, "headline"?, "publisher"?, "url"?}`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from reportedly.formats.base import Received, fingerprint, problem
from reportedly.formats.dateline import dateline
from reportedly.model import Problem, Report, Span

NAME = "jsonl"


def sniff(text: str) -> float:
    """Certain where the first line is a JSON object with a text; likely where it is any object."""
    first = text.lstrip("\ufeff \t\r\n")[:1_000_000].split("\n", 1)[0]
    if not first.startswith("{"):
        return 0.0
    try:
        row = json.loads(first)
    except ValueError:
        return 0.5 if '"text"' in first else 0.0
    return 0.99 if isinstance(row, dict) and "text" in row else 0.4


def read(text: str) -> Iterator[Received]:
    """A report for every line that is not blank, in order; a line that is no report gives an empty one with a Problem."""
    for n, line in enumerate(text.splitlines() if "\n" not in text else text.split("\n"), 1):
        if line.strip():
            yield _line(n, line)


def _line(n: int, line: str) -> Received:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as e:
        return _no_report(n, line, f"Line {n} is no JSON: {e}. Mend or remove it.")
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return _no_report(n, line, f'Line {n} is no report: it needs an object with a "text" that is a string.')
    text: str = row["text"]
    problems = list(_problems(n, row, text))
    report = Report(
        id=str(row["id"]) if row.get("id") is not None else fingerprint(text), text=text, format=NAME, body=Span(0, len(text)),
        headline=_words(row, "headline"), published=_day(row.get("published")), publisher=_words(row, "publisher"), url=_words(row, "url"),
        dateline=dateline(text[:200]),
    )  # fmt: skip
    return Received(report=report, problems=tuple(problems))


def _problems(n: int, row: dict[str, Any], text: str) -> Iterator[Problem]:
    if not text.strip():
        yield problem("no-body", f"Line {n} has an empty text.")
    if row.get("id") is None:
        yield problem("no-id", f"Line {n} has no id; it was named after its text.")
    if row.get("published") not in (None, "") and _day(row["published"]) is None:
        yield problem("date-unread", f"Line {n}: published {str(row['published'])[:40]!r} is no date. Write it as YYYY-MM-DD.")


def _words(row: dict[str, Any], key: str) -> str | None:
    return value if isinstance(value := row.get(key), str) and value else None


def _day(value: object) -> date | None:
    """The day of an ISO date, with or without a time of day after it."""
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _no_report(n: int, line: str, message: str) -> Received:
    report = Report(id=f"line-{n}", text=line, format=NAME, body=Span(0, 0))
    return Received(report=report, problems=(problem("not-a-report", message),))
