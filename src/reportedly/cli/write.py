"""Readings -> a stream or a folder, in the format asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain, count, islice
from pathlib import Path
from typing import TextIO

from reportedly.model import Reading

LONGEST_NAME = 100  # bytes; file systems take 255
_ENDING = {"brief": "txt", "json": "json", "jsonl": "jsonl", "markdown": "md", "html": "html"}


def write(readings: Iterator[Reading], output: str, stream: TextIO) -> None:
    """Print Readings one after another; `json` is one object for one report and an array for several."""
    if output == "json":
        _write_json(readings, stream)
    elif output == "html":
        _write_html(readings, stream)
    else:
        stream.writelines(map(_printer(output, stream), readings))


def write_folder(readings: Iterator[Reading], output: str, folder: Path) -> None:
    """One file a report, named after its id; no two overwrite each other."""
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for reading in readings:
        path = folder / f"{_file_name(reading.report.id, taken)}.{_ENDING[output]}"
        path.write_text(_printer(output, None)(reading), encoding="utf-8")


def _file_name(name: str, taken: set[str]) -> str:
    """A name that every file system takes and that no report before has, whether its case is told or not."""
    short = re.sub(r"[^\w.-]+", "-", name).encode()[:LONGEST_NAME].decode(errors="ignore").strip(".-") or "report"
    names = chain([short], (f"{short}-{n}" for n in count(2)))
    free = next(n for n in names if n.casefold() not in taken)
    taken.add(free.casefold())
    return free


def _write_json(readings: Iterator[Reading], stream: TextIO) -> None:
    first = list(islice(readings, 2))
    if len(first) == 1:
        stream.write(first[0].to_json(indent=2) + "\n")
        return
    separator = "[\n"
    for reading in chain(first, readings):
        stream.write(separator + reading.to_json(indent=2))
        separator = ",\n"
    stream.write("\n]\n" if first else "[]\n")


def _write_html(readings: Iterator[Reading], stream: TextIO) -> None:
    from reportedly.exports.html import page

    stream.write(page(list(readings)))


def _printer(output: str, stream: TextIO | None) -> Callable[[Reading], str]:
    """How one Reading is printed; `stream` tells the brief whether a terminal reads it."""
    if output == "brief":
        from reportedly.cli.brief import brief

        return lambda reading: brief(reading, stream)
    if output == "markdown":
        from reportedly.exports.markdown import markdown

        return markdown
    if output == "html":
        from reportedly.exports.html import page

        return lambda reading: page([reading])
    return (lambda reading: reading.to_json() + "\n") if output == "jsonl" else (lambda reading: reading.to_json(indent=2) + "\n")
