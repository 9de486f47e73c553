"""`reportedly read`: reports in, Readings out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

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


_FROM_SUFFIX = {".json": OutputFormat.JSON, ".jsonl": OutputFormat.JSONL, ".md": OutputFormat.MARKDOWN, ".html": OutputFormat.HTML}


def read(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files or folders of reports; - is standard input.", show_default=False)],
    output: Annotated[OutputFormat | None, typer.Option("--format", "-f", help="How to print; brief unless --out says otherwise.")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="PATH", help="Write here; the ending chooses the format, a folder takes a file a report.")] = None,
    extra: Annotated[list[Extra] | None, typer.Option("--with", help="Keep every clause head and its status too.")] = None,
    published: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Date of reports that state none.")] = None,
) -> None:
    """Read reports: who did what to whom, who says so, who denies it, who would not comment."""
    from reportedly.cli.write import write, write_folder
    from reportedly.errors import ReportedlyError

    chosen = output or (_FROM_SUFFIX.get(out.suffix.lower()) if out else None) or OutputFormat.BRIEF
    run = _Run(inputs, published.date() if published else None, bool(extra))
    try:
        if out is not None and (out.is_dir() or not out.suffix):
            write_folder(run.readings(), chosen, out)
        else:
            with _sink(out) as stream:
                write(run.readings(), chosen, stream)
    except ReportedlyError as e:
        complain(str(e))
        raise typer.Exit(2) from e
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(1) from None
    except OSError as e:
        complain(f"{out or 'standard output'} cannot be written: {e.strerror or e}.")
        raise typer.Exit(2) from e
    run.close()


def complain(message: str) -> None:
    """Say something on standard error."""
    typer.echo(f"reportedly: {message}", err=True)


@contextmanager
def _sink(out: Path | None) -> Iterator[TextIO]:
    if out is None:
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        yield sys.stdout
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        with out.open("w", encoding="utf-8") as stream:
            yield stream


class _Run:
    """One run of the command: what is read, and what failed."""

    def __init__(self, inputs: list[str], published: date | None, predicates: bool) -> None:
        from reportedly.cli.inputs import files

        self._files = files(inputs)
        self._published, self._predicates = published, predicates
        self._failures = self._count = 0

    def readings(self) -> Iterator[Reading]:
        """The Readings of all reports, in order."""
        from reportedly.reader import read_reports

        for reading in read_reports(self._received(), predicates=self._predicates):
            self._count += reading.report.body.end > reading.report.body.start
            yield reading

    def _received(self) -> Iterator[Received]:
        from reportedly.cli.inputs import received, with_progress

        for source in with_progress(self._files):
            yield from received(source, self._published, self._fail)

    def _fail(self, message: str) -> None:
        self._failures += 1
        complain(message)

    def close(self) -> None:
        """Say what was left out; exit 1 where nothing could be read."""
        if self._failures and len(self._files) > 1:
            complain(f"{self._count} reports read; {self._failures} of {len(self._files)} files could not be read (see above).")
        if self._count:
            return
        if not self._failures:
            complain("no report was found in the input. Name a text file, a JSON Lines file or a folder of them.")
        raise typer.Exit(1)
