"""`reportedly read`: reports in, Readings out."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from reportedly.formats.base import Received
    from reportedly.model import Reading


class OutputFormat(StrEnum):
    """How Readings are printed."""

    BRIEF = "brief"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    HTML = "html"


class Extra(StrEnum):
    """What can be asked for beside the facts."""

    PREDICATES = "predicates"


_OUT_HELP = "Write here; the ending chooses the format, a folder takes a file a report."
_DATE_HELP = "Date of reports that state none, as YYYY-MM-DD."
_COLUMNS_HELP = "Which column of a table is what: text=body,headline=title,published=day."
_FAST_HELP = "Leave the encoder out: about half the time, and fewer claims found."
_FROM_SUFFIX = {
    ".txt": OutputFormat.BRIEF, ".json": OutputFormat.JSON, ".jsonl": OutputFormat.JSONL, ".md": OutputFormat.MARKDOWN,
    ".html": OutputFormat.HTML, ".htm": OutputFormat.HTML,
}  # fmt: skip


def as_day(given: str) -> date:
    """A date as options give it."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no date. Write it as YYYY-MM-DD: 2017-03-01.") from None


def read(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files or folders of reports; - is standard input.")],
    output: Annotated[OutputFormat | None, typer.Option("--format", "-f", help="How to print; brief unless --out says otherwise.")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="PATH", help=_OUT_HELP)] = None,
    extra: Annotated[list[Extra] | None, typer.Option("--with", help="Keep every clause head and its status too.")] = None,
    published: Annotated[date | None, typer.Option(parser=as_day, metavar="DATE", help=_DATE_HELP)] = None,
    columns: Annotated[str | None, typer.Option("--columns", metavar="FIELD=COLUMN,...", help=_COLUMNS_HELP)] = None,
    fast: Annotated[bool, typer.Option("--fast", help=_FAST_HELP)] = False,
) -> None:
    """Read reports: who did what to whom, who says so, who denies it, who would not comment."""
    from reportedly.errors import ReportedlyError

    try:
        chosen = output or _by_ending(out)
        run = _Run(inputs, published, bool(extra), fast, columns, quiet=out is None and sys.stdout is not None and sys.stdout.isatty())
        _check_out(out, run.files)
        _put(run.readings(), chosen, out)
    except ReportedlyError as e:
        complain(str(e))
        raise typer.Exit(2) from e
    except BrokenPipeError:
        _drop_output()
        raise typer.Exit(1) from None
    except OSError as e:
        complain(f"{out or 'standard output'} cannot be written: {e.strerror or e}. Check the path, its permissions and the space left.")
        raise typer.Exit(2) from e
    run.close()


def _by_ending(out: Path | None) -> OutputFormat:
    """The format that the ending of the output chooses. InputError where it is that of no format, such as .pdf."""
    from reportedly.errors import InputError

    if out is None or not out.suffix or out.is_dir():
        return OutputFormat.BRIEF
    chosen = _FROM_SUFFIX.get(out.suffix.lower())
    if chosen is None:
        raise InputError(f"--out {out}: {out.suffix} is the ending of no format. Use {', '.join(_FROM_SUFFIX)}, or name one with --format.")
    return chosen


def _put(readings: Iterator[Reading], chosen: OutputFormat, out: Path | None) -> None:
    """Print or save the Readings; a file is not touched before there is a first one."""
    from reportedly.cli.write import write, write_folder

    if out is None:
        if sys.stdout is None:
            raise OSError(errno.EBADF, "it is closed")
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        write(readings, chosen, sys.stdout)
        sys.stdout.flush()
    elif out.is_dir() or not (out.suffix or out.exists()):
        write_folder(readings, chosen, out)
    elif (first := next(readings, None)) is not None:
        out.parent.mkdir(parents=True, exist_ok=True)
        with out.open("w", encoding="utf-8") as stream:
            write(chain([first], readings), chosen, stream)


def _check_out(out: Path | None, sources: list[str | Path]) -> None:
    """InputError where the output would overwrite one of the inputs."""
    from reportedly.errors import InputError

    if out is not None and out.is_file() and any(isinstance(s, Path) and s.is_file() and s.samefile(out) for s in sources):
        raise InputError(f"--out {out} is one of the files to be read, and would be overwritten. Name another file.")


def _drop_output() -> None:
    """Nobody reads on (as with `| head`): what is still to be written goes nowhere, without a word."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str) -> None:
    """Say something on standard error."""
    typer.echo(f"reportedly: {message}", err=True)


class _Run:
    """One run of the command: what is read, and what failed."""

    def __init__(
        self, inputs: list[str], published: date | None, predicates: bool, fast: bool, columns: str | None, *, quiet: bool
    ) -> None:
        from reportedly.cli.inputs import files
        from reportedly.formats import Mapping

        self._failures = self._count = 0
        self._published, self._predicates, self._fast, self._quiet = published, predicates, fast, quiet
        self._columns = Mapping.parse(columns) if columns is not None else None
        self.files = files(inputs, self._fail)

    def readings(self) -> Iterator[Reading]:
        """The Readings of all reports, in order."""
        from reportedly.reader import read_reports

        for reading in read_reports(self._received(), predicates=self._predicates, fast=self._fast):
            self._count += reading.report.body.end > reading.report.body.start
            yield reading

    def _received(self) -> Iterator[Received]:
        from reportedly.cli.inputs import received, with_progress

        for source in self.files if self._quiet else with_progress(self.files):
            yield from received(source, self._published, self._fail, self._columns)

    def _fail(self, message: str) -> None:
        self._failures += 1
        complain(message)

    def close(self) -> None:
        """Say what was left out; exit 1 where nothing could be read."""
        if self._failures and len(self.files) > 1:
            complain(f"{_many(self._count, 'report')} read; {_many(self._failures, 'input')} could not be read (see above).")
        if self._count:
            return
        if not self._failures:
            complain("no report was found in the input. Name a text file, a JSON Lines file or a folder of them.")
        raise typer.Exit(1)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
