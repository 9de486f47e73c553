"""`reportedly inspect`: what is in files, before anything is read in earnest."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.read import complain

if TYPE_CHECKING:
    from reportedly.formats import Found, Mapping
    from reportedly.formats.inspecting import Inspected
    from reportedly.model import Problem, Report

MOST_NAMED = 3  # publishers and languages of a file that the table names


class InspectFormat(StrEnum):
    """How an inspection is printed."""

    TABLE = "table"
    JSON = "json"


_REPORTS_HELP = "With --format json: every report with all its fields, and its body as text."
_COLUMNS_HELP = "Which column of a table is what, as `reportedly read` takes it: text=body,headline=title."
_BRIEF = ("id", "headline", "published", "publisher", "language", "format", "fingerprint", "byte_range", "member")


def inspect(
    inputs: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files or folders of exports; - is standard input.")],
    output: Annotated[InspectFormat, typer.Option("--format", "-f", help="How to print.")] = InspectFormat.TABLE,
    reports: Annotated[bool, typer.Option("--reports", help=_REPORTS_HELP)] = False,
    columns: Annotated[str | None, typer.Option("--columns", metavar="FIELD=COLUMN,...", help=_COLUMNS_HELP)] = None,
) -> None:
    """Say what files are: their format, how many reports, of which days, publishers and languages, and what could not be read."""
    from reportedly.cli.inputs import files
    from reportedly.errors import InputError
    from reportedly.formats import Mapping

    try:
        mapping = Mapping.parse(columns) if columns is not None else None
    except InputError as e:
        complain(str(e))
        raise typer.Exit(2) from e
    if not _printed(_inspected(files(inputs, complain), mapping), output, whole=reports):
        complain("no report was found. See the problems above, or `reportedly inspect --format json`.")
        raise typer.Exit(1)


def _printed(files: Iterable[tuple[str, Inspected]], output: InspectFormat, *, whole: bool) -> int:
    """Print what is in the files, each with its name; how many reports that are."""
    if sys.stdout is not None:
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    return _as_json(files, whole=whole) if output is InspectFormat.JSON else _as_table(files)


def _inspected(sources: Iterable[str | Path], columns: Mapping | None) -> Iterator[tuple[str, Inspected]]:
    from reportedly.formats.inspecting import inspected, inspected_bytes

    for source in sources:
        if source == "-":
            yield "-", inspected_bytes(sys.stdin.buffer.read(), "standard input", columns)
        else:
            yield str(source), inspected(Path(source), columns)


def _as_json(files: Iterable[tuple[str, Inspected]], *, whole: bool) -> int:
    """One JSON document, written as it comes: an archive of any size is never held whole."""
    from reportedly.formats import Received
    from reportedly.formats.inspecting import problems_of

    total = 0
    typer.echo('{"files": [', nl=False)
    for n, (name, file) in enumerate(files):
        typer.echo((",\n" if n else "\n") + f'{{"path": {_json(name)}, "format": {_json(file.format)}, "reports": [', nl=False)
        problems: list[dict[str, Any]] = []
        for found in file.found:
            if isinstance(found, Received):
                typer.echo(("," if file.count else "") + "\n" + _json(_row(found.report, whole=whole)), nl=False)
                file.note(found.report)
            problems += [_told(found, p) for p in problems_of(found)]
        typer.echo(f'], "count": {file.count}, "from": {_json(file.first)}, "to": {_json(file.last)}', nl=False)
        typer.echo(f', "publishers": {_json(dict(file.publishers))}, "languages": {_json(dict(file.languages))}', nl=False)
        typer.echo(f', "problems": {_json(problems)}}}', nl=False)
        total += file.count
    typer.echo("\n]}")
    return total


def _json(value: object) -> str:
    import msgspec

    return msgspec.json.encode(value).decode()


def _row(report: Report, *, whole: bool) -> dict[str, Any]:
    """A report's fields; whole, with its body as text."""
    import msgspec

    fields: dict[str, Any] = msgspec.to_builtins(report)
    return {**fields, "body": report.body.of(report.text)} if whole else {name: fields.get(name) for name in _BRIEF}


def _told(found: Found, problem: Problem) -> dict[str, Any]:
    from reportedly.formats import Received

    if isinstance(found, Received):
        place = {"where": None, "member": found.report.member, "report": found.report.id}
    else:
        place = {"where": found.where or None, "member": found.member, "report": None}
    return {"code": problem.code, "message": problem.message, **place}


def _as_table(files: Iterable[tuple[str, Inspected]]) -> int:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from reportedly.formats import Received
    from reportedly.formats.inspecting import problems_of

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("file", "format", "reports", "from", "to", "publishers", "languages", "problems"):
        table.add_column(name, justify="right" if name in ("reports", "problems") else "left", overflow="fold")
    told: list[str] = []
    total = 0
    for name, file in files:
        problems: Counter[str] = Counter()
        for found in file.found:
            if isinstance(found, Received):
                file.note(found.report)
            problems.update(_line(found, p) for p in problems_of(found))
        total += file.count
        days = (str(file.first or ""), str(file.last or ""))
        cells = (
            name,
            file.format or "",
            str(file.count),
            *days,
            _most(file.publishers),
            _most(file.languages),
            str(problems.total()),
        )
        table.add_row(*(Text(cell) for cell in cells))
        told += [f"{name}: {line}" + (f" ({n} times)" if n > 1 else "") for line, n in problems.items()]
    console = Console(soft_wrap=not sys.stdout.isatty(), width=None if sys.stdout.isatty() else 250)
    console.print(table)
    for line in told:
        console.print(Text(line), soft_wrap=True)
    return total


def _line(found: Found, problem: Problem) -> str:
    from reportedly.formats import PassedOver, place_of

    place = place_of(found) if isinstance(found, PassedOver) else ""
    return f"{place + ': ' if place else ''}{problem.code}: {problem.message}"


def _most(named: Counter[str]) -> str:
    """The commonest names with their counts, and how many more there are."""
    shown = [f"{name} {n}" if len(named) > 1 else name for name, n in named.most_common(MOST_NAMED)]
    return ", ".join(shown) + (f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else "")
