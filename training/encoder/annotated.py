"""What an annotated report looks like before it is cut into windows."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportedly.model import Report, Span

Spans = list[tuple[int, int]]


@dataclass
class Marked:
    """An attribution: offsets of its parts; `depth` 0 for the outermost."""

    source: Spans
    cue: Spans
    content: Spans
    depth: int = 0
    name: str = ""
    stance: str = ""
    kind: str = ""


@dataclass
class Happening:
    """An event: offsets of the word that names it and of both sides."""

    trigger: Spans
    type: str
    mode: str
    status: str
    actor: Spans
    recipient: Spans


@dataclass
class Acting:
    """An actor: offsets of its mentions, its country (ISO alpha-3, None for none) and sectors."""

    mentions: Spans
    country: str | None
    roles: list[str]


@dataclass
class Annotated:
    """A report with its attributions; `nested` where every depth is marked, `sources` where nothing but sources is.

    `marked` and `happenings` are None where the set says nothing of claims or events. `dyads` are an event's two sides and the types
    that it may have, where its word is not marked; `certain` tells of words from -3 to 3 how certain it is that it happened.
    `uses` tells of names of places whether they are meant as such.
    """

    report: Report
    marked: list[Marked] | None = None
    nested: bool = False
    sources: Spans = field(default_factory=list)
    disputes: list[tuple[str, str, str]] = field(default_factory=list)
    happenings: list[Happening] | None = None
    dyads: list[tuple[Spans, Spans, list[str]]] = field(default_factory=list)
    certain: list[tuple[tuple[int, int], float]] = field(default_factory=list)
    actors: list[Acting] = field(default_factory=list)
    uses: list[tuple[tuple[int, int], bool]] = field(default_factory=list)


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of gzipped JSON Lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def report_of(name: str, text: str) -> Report:
    """A bare text as a report."""
    return Report(id=name, text=text, format="jsonl", body=Span(0, len(text)))


def spans_of(said: Any) -> Spans:
    """Spans as JSON and YAML hold them."""
    return [(s, e) for s, e in said or []]
