"""Rows -> reports: the first rows tell the columns and how dates are written, then one row after another is read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

import msgspec

from reportedly.formats.base import Found, PassedOver, Received, passed_over, problem
from reportedly.formats.tables.columns import Columns, Mapping, columns_of, no_text, renamed
from reportedly.formats.tables.dates import days_first
from reportedly.formats.tables.record import Given, Row, as_given, dates_in, found_in
from reportedly.model import Report, Span

LOOKED_AT = 50  # rows from which the columns and the order of day and month are told
LEAST_PROSE = 300  # characters that half the cells of a column of reports have at least; headlines have under 150
AGAIN = "Give every report an id of its own."


def reports(given: Iterator[Given | PassedOver], name: str, mapping: Mapping | None, verbatim: bool = False) -> Iterator[Found]:
    """What the rows hold. `verbatim`: a text under our own key `text` stays as it is, and a row without one is told in its place."""
    first = list(islice(given, LOOKED_AT))
    rows = [g.row for g in first if isinstance(g, Given) and g.row is not None]
    columns = _columns(rows, mapping)
    own = verbatim and (not rows or columns.of.get("text") == "text")
    if not own and not {"text", "summary"} & columns.of.keys():
        yield passed_over("the header" if rows else "the table", "no-text-column" if rows else "no-rows", _nothing(columns, bool(rows)))
        return
    day_first = mapping.dates == "day-first" if mapping and mapping.dates else days_first(dates_in(rows, columns))
    told = () if own and columns.by_own_names() else columns.problems()
    for found in _told_apart(_found(g, columns, day_first, name, own) for g in chain(first, given)):
        if told and isinstance(found, Received):
            yield msgspec.structs.replace(found, problems=(*told, *found.problems))
            told = ()
        else:
            yield found


def _columns(rows: list[Row], mapping: Mapping | None) -> Columns:
    columns = columns_of(chain.from_iterable(rows), mapping)
    if rows and "text" not in columns.of and "text" not in (mapping.columns if mapping else {}) and (prose := _prose_column(rows)):
        return renamed(columns, prose)
    return columns


def _prose_column(rows: list[Row]) -> str | None:
    """The column whose cells are as long as reports are."""
    lengths = {name: sorted(len(cell) if isinstance(cell := row.get(name), str) else 0 for row in rows) for name in rows[0]}
    longest = max(lengths, key=lambda name: lengths[name][len(rows) // 2], default=None)
    return longest if longest is not None and lengths[longest][len(rows) // 2] >= LEAST_PROSE else None


def _nothing(columns: Columns, rows: bool) -> str:
    return no_text(columns) if rows else "The table has a header and no rows. Check that it was exported whole."


def _found(given: Given | PassedOver, columns: Columns, day_first: bool | None, name: str, own: bool) -> Found:
    if isinstance(given, PassedOver):
        return given
    if own:
        if given.row is None or not isinstance(given.row.get("text"), str):
            return _no_report(given, name)
        return as_given(given.row, given.place, columns, day_first, name, given.problems)
    if given.row is None:
        return PassedOver(where=given.place.where, problem=given.problems[0])
    return found_in(given.row, given.place, columns, day_first, name, given.problems)


def _no_report(given: Given, name: str) -> Received:
    """An empty report in the place of a line that is none, so that what comes out stands in the order of what went in."""
    where = given.place.where
    message = f'{where[:1].upper()}{where[1:]} is no report: it needs an object with a "text" that is a string.'
    empty = Report(id=where.replace(" ", "-"), text=given.line, format=name, body=Span(0, 0), byte_range=given.place.byte_range)
    return Received(report=empty, problems=given.problems or (problem("not-a-report", message),))


def _told_apart(found: Iterator[Found]) -> Iterator[Found]:
    """The same, with a Problem where an id comes again."""
    seen: set[str] = set()
    for one in found:
        if isinstance(one, Received) and one.report.id in seen:
            again = problem("duplicate-id", f"Another report before it has the id {one.report.id!r}. {AGAIN}")
            yield msgspec.structs.replace(one, problems=(*one.problems, again))
            continue
        if isinstance(one, Received):
            seen.add(one.report.id)
        yield one
