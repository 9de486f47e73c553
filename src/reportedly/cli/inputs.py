"""What the user named on the command line -> reports, with every failure told and none stopping the others."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from reportedly.api import open_source
from reportedly.errors import InputError
from reportedly.formats import Mapping, PassedOver, Received, place_of


def files(inputs: list[str], failed: Callable[[str], None]) -> list[str | Path]:
    """The files to read, folders walked in the order of their names; "-" is standard input.

    `failed` is told of every folder that cannot be opened.
    """
    found: list[str | Path] = []
    for name in inputs:
        if name != "-" and _is_folder(name):
            found += _walk(Path(name), failed)
        else:
            found.append("-" if name == "-" else Path(name))
    return found


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):
        return False  # reading it will say why


def _walk(folder: Path, failed: Callable[[str], None]) -> Iterator[Path]:
    def told(e: OSError) -> None:
        failed(f"{e.filename} cannot be opened: {e.strerror or e}. Check its permissions.")

    seen: list[Path] = []
    for where, folders, names in os.walk(folder, onerror=told):
        folders[:] = [f for f in folders if not f.startswith(".")]
        seen += [path for n in names if not n.startswith(".") and ((path := Path(where) / n).is_file() or _dangles(path))]
    yield from sorted(seen)


def _dangles(path: Path) -> bool:
    """Whether it is a link to a file that is not there: reading it will say so."""
    return path.is_symlink() and not path.exists()


def received(
    source: str | Path, published: date | None, failed: Callable[[str], None], columns: Mapping | None = None
) -> Iterator[Received]:
    """The reports of one file; `failed` is told where it cannot be read, and of every part of it that holds none."""
    if source == "-" and sys.stdin is None:
        failed("standard input is closed. Pipe a report into it, or name a file.")
        return

    def told(over: PassedOver) -> None:
        failed(f"{source}, {place_of(over)}: {over.problem.message}")

    try:
        yield from open_source(sys.stdin.buffer.read() if source == "-" else Path(source), published, told, columns)
    except InputError as e:
        failed(str(e).replace("the bytes given", "standard input"))


def with_progress(sources: list[str | Path]) -> Iterator[str | Path]:
    """The sources, with a progress bar on standard error where there are several and a person watches.

    There is none where the Readings go to the same terminal: they are progress enough, and a bar would run through them.
    """
    if len(sources) < 2 or not sys.stderr.isatty():
        yield from sources
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        yield from progress.track(sources, description="Reading")
