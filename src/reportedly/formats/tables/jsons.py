"""JSON Lines and JSON: records with our own keys (`{"id", "text", "published"?, ...}`) or those of others.

A file is read line by line, an array member by member; an object may wrap the list, as the interfaces of newspapers do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from reportedly.formats.base import HEAD, File, Found, PassedOver, passed_over, problem
from reportedly.formats.decode import decode
from reportedly.formats.tables.columns import Mapping, says_text
from reportedly.formats.tables.record import Given, Place, Row, sound
from reportedly.formats.tables.rows import reports
from reportedly.model import Problem

LINES, WHOLE = "jsonl", "json"
LONGEST_LINE = 64 * 2**20  # bytes; a report has some thousands, a book one million
DEEPEST_LIST = 3  # wrappers around the list of records that are looked into
_OBJECT = re.compile(r'\{\s*(?:"(?:[^"\\\n]|\\.){1,200}"\s*:)')
_ARRAY = re.compile(r'\[\s*\{\s*["}]')
_BETWEEN = re.compile(r"[\s,]*")
_NAMED = ("name", "main", "original", "value", "title", "$date", "$oid")  # what stands for an object where one string is wanted
_CUT = "The array ends in the middle of a record, at character {}: the file was cut off or is broken there. Get it again."


def sniff_lines(file: File) -> float:
    """Certain where a line is an object; the first of them may be broken."""
    return 0.95 if _kind(file) == LINES else 0.0


def sniff_whole(file: File) -> float:
    """Certain where the file is an array of objects, or one object over several lines."""
    return 0.95 if _kind(file) == WHOLE else 0.0


def _kind(file: File) -> str | None:
    opening = file.opening
    if opening[:1] == "[" and (_ARRAY.match(opening) or (len(file.head) < HEAD and isinstance(_parsed(opening), list))):
        return WHOLE
    lines = [line.strip() for line in opening.split("\n" if "\n" in opening else "\r", 3)[:3]]
    if not lines[0].startswith(("{", "[")) or opening.startswith("{\\"):
        return None
    if lines[0] == "{":
        return WHOLE if _OBJECT.match(opening) else None
    if isinstance(row := _parsed(lines[0]), dict) and _list_in(row) is not None:
        return WHOLE
    if len(file.head) < HEAD and len(lines) > 1 and row is None and isinstance(_parsed(opening), dict):
        return WHOLE
    return LINES if any(_OBJECT.match(line) for line in lines) else None


def read_lines(file: File, mapping: Mapping | None = None) -> Iterator[Found]:
    """A report for every line that is not blank, in order."""
    yield from reports(_lines(file), LINES, mapping, verbatim=True)


def read_whole(file: File, mapping: Mapping | None = None) -> Iterator[Found]:
    """A report for every record of the array, or of the list that the object wraps. InputError where it is no text."""
    decoded = decode(file.whole(), file.name)
    text = decoded.text.lstrip("\ufeff \t\r\n")
    at = decoded.before + len(decoded.text[: len(decoded.text) - len(text)].encode(decoded.encoding, "replace"))
    records = _members(text, at, decoded.encoding) if text.startswith("[") else _wrapped(text)
    yield from reports(records, WHOLE, mapping, verbatim=True)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _lines(file: File) -> Iterator[Given | PassedOver]:
    at = 0
    told = _utf8(file)
    with told.open() as stream:
        for n, (raw, size) in enumerate(_cut_lines(stream, b"\n" in told.head), 1):
            start, at = at, at + size
            if size > LONGEST_LINE:
                yield passed_over(f"line {n}", "too-long", f"The line is longer than {LONGEST_LINE >> 20} MB. Split it.")
            elif raw.strip(b"\xef\xbb\xbf \t\r\n"):
                yield _line(raw, Place(where=f"line {n}", byte_range=(start, at) if told is file else None))


def _utf8(file: File) -> File:
    """The file itself, or in UTF-8 where it is UTF-16 or UTF-32."""
    if file.head[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return file
    return File.of(decode(file.whole(), file.name).text.encode("utf-8", "replace"), file.name)


def _cut_lines(stream: BinaryIO, by_newlines: bool) -> Iterator[tuple[bytes, int]]:
    """The lines with their ends, and how many bytes they have; of one beyond measure only the beginning."""
    if not by_newlines:  # one line, or the line ends of an old Macintosh
        yield from ((line, len(line)) for line in stream.read(LONGEST_LINE).splitlines(keepends=True))
        by_newlines = True
    while line := stream.readline(LONGEST_LINE + 1):
        size, last = len(line), line
        while size > LONGEST_LINE and last and not last.endswith(b"\n"):
            last = stream.readline(LONGEST_LINE + 1)
            size += len(last)
        yield line, size


def _line(raw: bytes, place: Place) -> Given:
    problems: tuple[Problem, ...] = ()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        text = raw.decode("cp1252", "replace")
        told = f"The {place.where} is not UTF-8 (byte {e.start}); read as cp1252. If names look wrong, save the file as UTF-8."
        problems = (problem("encoding", told),)
    line = sound(text.strip("\r\n"))
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as e:
        lost = problem("not-a-report", f"The {place.where} is no JSON: {e}. Mend or remove it.")
        return Given(row=None, place=place, line=line, problems=(lost, *problems))
    if not isinstance(row, dict):
        lost = problem("not-a-report", f'The {place.where} is no report: it needs an object with a "text" that is a string.')
        return Given(row=None, place=place, line=line, problems=(lost, *problems))
    return Given(row=_flat(row), place=place, line=line, problems=problems)


def _members(text: str, at: int, encoding: str) -> Iterator[Given | PassedOver]:
    """The members of an array, each with its bytes; where one is broken, so is the rest."""
    read, reached = json.JSONDecoder().raw_decode, 1
    for n in range(1, len(text)):
        start = _BETWEEN.match(text, reached).end()  # type: ignore[union-attr]
        if text.startswith("]", start):
            return
        try:
            row, end = read(text, start)
        except (ValueError, RecursionError):
            yield passed_over(f"object {n}", "cut-off", _CUT.format(start))
            return
        at += len(text[reached if n > 1 else 0 : start].encode(encoding, "replace"))
        size = len(text[start:end].encode(encoding, "replace"))
        yield _record(row, Place(where=f"object {n}", byte_range=(at, at + size)))
        at, reached = at + size, end


def _wrapped(text: str) -> Iterator[Given | PassedOver]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as e:
        yield passed_over("the file", "not-json", f"The file begins as JSON and is broken: {e}. Get it again.")
        return
    records = _list_in(whole)
    if records is None:
        yield _record(whole, Place(where="object 1"))
        return
    for n, row in enumerate(records, 1):
        yield _record(row, Place(where=f"object {n}"))


def _record(row: object, place: Place) -> Given:
    if isinstance(row, dict):
        return Given(row=_flat(row), place=place)
    lost = problem("not-a-report", f'The {place.where} is no report: it needs an object with a "text" that is a string.')
    return Given(row=None, place=place, problems=(lost,))


def _list_in(whole: object) -> list[object] | None:
    """The list of records that an object wraps: `articles`, `results`, `response.docs`; None where it is a record itself."""
    if not isinstance(whole, dict) or isinstance(whole.get("text"), str):
        return None
    level: list[object] = [whole]
    for _ in range(DEEPEST_LIST):
        inner = [value for one in level if isinstance(one, dict) for value in one.values()]
        lists = [v for v in inner if isinstance(v, list) and v and sum(isinstance(r, dict) and len(r) > 2 for r in v) == len(v)]
        if lists and not any(says_text(one) for one in level if isinstance(one, dict)):
            return max(lists, key=len)
        level = inner
    return None


def _flat(row: dict[str, object]) -> Row:
    """The record with what stands for its inner objects, or with their keys as "fields.bodyText"."""
    flat: Row = {}
    for key, value in row.items():
        name = sound(key)
        if not isinstance(value, dict):
            flat[name] = value
        elif (told := next((value[n] for n in _NAMED if isinstance(value.get(n), str | int)), None)) is not None:
            flat[name] = told
        else:
            flat |= {f"{name}.{sound(inner)}": v for inner, v in value.items()}
    return flat
