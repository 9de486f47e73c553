"""JSON Lines: one report a line, `{"id", "text", "published"?, "headline"?, "publisher"?, "url"?}`.

A file that is one JSON object, or an array of them, is read as well.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from reportedly.formats.base import Received, fingerprint, problem
from reportedly.formats.dateline import dateline
from reportedly.formats.dates import header_date
from reportedly.model import Problem, Report, Span

NAME = "jsonl"
LONGEST_SNIFFED = 1_000_000  # characters of the first line that are looked at
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def sniff(text: str) -> float:
    """Certain where the first line is a JSON object with a text; likely where it is any object, or the whole is JSON."""
    first, *more = text.lstrip("\ufeff \t\r\n")[:LONGEST_SNIFFED].split("\n", 3)
    if not first.startswith(("{", "[")):
        return 0.0
    row = _parsed(first)
    if isinstance(row, dict):
        return 0.99 if "text" in row else 0.4
    if isinstance(_whole(text), list | dict):
        return 0.9
    if any(isinstance(r := _parsed(line), dict) and "text" in r for line in more[:2]):
        return 0.9
    return 0.5 if first.startswith("{") and '"text"' in first else 0.0


def read(text: str) -> Iterator[Received]:
    """A report for every line that is not blank, in order; a line that is no report gives an empty one with a Problem."""
    seen: set[str] = set()
    for received in _rows(text.lstrip("\ufeff")):
        name = received.report.id
        if name in seen:
            again = problem("duplicate-id", f"Another report before it has the id {name!r}. Give every report an id of its own.")
            received = msgspec.structs.replace(received, problems=(*received.problems, again))  # noqa: PLW2901
        seen.add(name)
        yield received


def _rows(text: str) -> Iterator[Received]:
    whole = _whole(text)
    if isinstance(whole, list | dict):
        for n, row in enumerate(whole if isinstance(whole, list) else [whole], 1):
            yield _report(f"Object {n}", f"object-{n}", row)
        return
    for n, line in enumerate(text.split("\n" if "\n" in text else "\r"), 1):
        if line.strip():
            yield _line(n, line)


def _whole(text: str) -> object:
    """The JSON that the whole text is, where it is laid out over several lines or an array; None for JSON Lines."""
    start = text.lstrip("\ufeff \t\r\n")
    if not start.startswith("[") and _parsed(start.split("\n", 1)[0]) is not None:
        return None
    return _parsed(start) if start.rstrip().endswith(("]", "}")) else None


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _line(n: int, line: str) -> Received:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as e:
        return _no_report(f"line-{n}", line, f"Line {n} is no JSON: {e}. Mend or remove it.")
    return _report(f"Line {n}", f"line-{n}", row, line)


def _report(where: str, name: str, row: Any, line: str = "") -> Received:
    """The report that a JSON value is; an empty one with a Problem where it is none."""
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return _no_report(name, line, f'{where} is no report: it needs an object with a "text" that is a string.')
    text = _sound(row["text"])
    report = Report(
        id=_sound(str(row["id"])) if _has_id(row) else fingerprint(text),
        text=text,
        format=NAME,
        body=Span(0, len(text)),
        headline=_words(row, "headline"),
        published=_day(row.get("published")),
        publisher=_words(row, "publisher"),
        url=_words(row, "url"),
        dateline=dateline(text[:200]),
    )
    return Received(report=report, problems=tuple(_problems(where, row)))


def _has_id(row: dict[str, Any]) -> bool:
    """Whether the id is one: a string that is not blank, or a number."""
    given = row.get("id")
    if isinstance(given, str):
        return bool(given.strip())
    return isinstance(given, int | float) and not isinstance(given, bool) and math.isfinite(given)


def _problems(where: str, row: dict[str, Any]) -> Iterator[Problem]:
    if not row["text"].strip():
        yield problem("no-body", f"{where} has an empty text. Give it the report's words, or remove it.")
    if not _has_id(row):
        yield problem("no-id", f"{where} has no id; it was named after its text.")
    if row.get("published") not in (None, "") and _day(row["published"]) is None:
        yield problem("date-unread", f"{where}: published {str(row['published'])[:40]!r} is no date. Write it as YYYY-MM-DD.")
    for key in ("headline", "publisher", "url"):
        if row.get(key) is not None and not isinstance(row[key], str):
            yield problem("field-unread", f"{where}: {key} is no string and was left out. Write it in quotation marks.")
    if any(isinstance(v, str) and _SURROGATE.search(v) for v in row.values()):
        yield problem("surrogates", f"{where} holds broken characters, which were replaced by U+FFFD. Write the file as UTF-8.")


def _sound(words: str) -> str:
    """The words without lone surrogates, which no encoding can hold."""
    return _SURROGATE.sub("\ufffd", words)


def _words(row: dict[str, Any], key: str) -> str | None:
    return _sound(value) if isinstance(value := row.get(key), str) and value.strip() else None


def _day(value: object) -> date | None:
    """The day of an ISO date, with or without a time of day after it, or of a date written out."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        return header_date(str(value))


def _no_report(name: str, line: str, message: str) -> Received:
    report = Report(id=name, text=line, format=NAME, body=Span(0, 0))
    return Received(report=report, problems=(problem("not-a-report", message),))
