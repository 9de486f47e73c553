"""What the user named on the command line -> reports, with every failure told and none stopping the others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from reportedly.api import open_source
from reportedly.errors import InputError
from reportedly.formats import Received


def files(inputs: list[str]) -> list[str | Path]:
    """The files to read, folders walked in the order of their names; "-" is standard input."""
    found: list[str | Path] = []
    for name in inputs:
        path = Path(name)
        if name != "-" and path.is_dir():
            found += [p for p in sorted(path.rglob("*")) if p.is_file() and not any(part.startswith(".") for part in p.relative_to(path).parts)]
        else:
            found.append("-" if name == "-" else path)
    return found


def received(source: str | Path, published: date | None, failed: Callable[[str], None]) -> Iterator[Received]:
    """The reports of one file; `failed` is told where it cannot be read."""
    try:
        yield from open_source(sys.stdin.buffer.read() if source == "-" else Path(source), published)
    except InputError as e:
        failed(str(e).replace("the bytes given", "standard input"))


def with_progress(sources: list[str | Path]) -> Iterator[str | Path]:
    """The sources, with a progress bar on standard error where there are several and a person watches."""
    if len(sources) < 2 or not sys.stderr.isatty():
        yield from sources
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(sources, description="Reading", console=Console(stderr=True), transient=True)
