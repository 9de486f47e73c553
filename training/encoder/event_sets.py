"""The sets from which the encoder learns events: our own sentences, and those that mark sides or certainty alone.

GOLD holds events/plover.dev, events/headlines.dev, events/manual.dev (rows {id, text, events: [{source, target, code}]}) and
status/uw.dev (rows {text, start, end, value}), each as .jsonl.gz.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotated import Annotated, Happening, Spans, report_of, rows_of, spans_of

from bench.gold import ROOTS
from corpus import pairs, sentences

STATEMENT = "01"


def event_sets(gold: Path) -> Iterator[Annotated]:
    """All of them."""
    yield from own_sentences()
    for name in ("plover", "headlines", "manual"):
        yield from dyads(name, gold / f"events/{name}.dev.jsonl.gz")
    yield from certainty(gold / "status/uw.dev.jsonl.gz")


def own_sentences() -> Iterator[Annotated]:
    """Sentences whose every event is marked, and those that have none."""
    for n, row in enumerate(sentences.all_sentences()):
        yield Annotated(report_of(f"events-{n:04}", row["text"]), happenings=[happening(e) for e in row["events"]])
    for n, text in enumerate(pairs.quiet()):
        yield Annotated(report_of(f"quiet-{n:04}", text), happenings=[])


def happening(event: dict[str, Any]) -> Happening:
    """An event of our own sentences."""
    spans = (spans_of(event[f"{k}_spans"]) for k in ("trigger", "actor", "recipient"))
    trigger, actor, recipient = spans
    return Happening(trigger, event["type"], event.get("mode") or "", event["status"], actor, recipient)


def dyads(name: str, path: Path) -> Iterator[Annotated]:
    """Sentences with the sides of their events and the type between them; where nothing but statements is coded, there is no event."""
    for n, row in enumerate(rows_of(path)):
        found = [d for e in row["events"] if (d := _dyad(row["text"], e)) is not None]
        silent = all(e["code"].zfill(2) == STATEMENT for e in row["events"])
        yield Annotated(report_of(f"{name}-{n:04}", row["text"]), dyads=found, happenings=[] if silent else None)


def _dyad(text: str, event: dict[str, Any]) -> tuple[Spans, Spans, list[str]] | None:
    code = event["code"]
    types = ["CONCEDE", "RETREAT"] if code == "YIELD" else [*ROOTS.get(code.zfill(2), ())] if code.isdigit() else [code]
    at = [_at(text, event, side, mark) for side, mark in (("source", "s"), ("target", "t"))]
    return (at[0], at[1], types) if types and all(at) else None


def _at(text: str, event: dict[str, Any], side: str, mark: str) -> Spans:
    """Where a side stands: where the marked copy of the text has it, else where its words are found first."""
    if "marked" in event and (found := re.search(f"<{mark}>(.*?)</{mark}>", re.sub(f"</?[^{mark}/]>|</[^{mark}]>", "", event["marked"]))):
        return [(found.start(), found.start() + len(found[1]))]
    start = text.find(event[side])
    return [(start, start + len(event[side]))] if start >= 0 and event[side] else []


def certainty(path: Path) -> Iterator[Annotated]:
    """Sentences of which some words are judged: how certain it is that what they tell of happened."""
    texts: dict[str, list[tuple[tuple[int, int], float]]] = defaultdict(list)
    for row in rows_of(path):
        texts[row["text"]].append(((row["start"], row["end"]), row["value"]))
    for n, (text, judged) in enumerate(texts.items()):
        yield Annotated(report_of(f"uw-{n:04}", text), certain=judged)
