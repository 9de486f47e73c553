"""Score the events on our own event sentences: found by their trigger, typed, with their status and both sides.

usage: python -m bench.event_sentences [--write]     with --write, write the figures and those of bench.event_traps down in RESULTS.md
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from bench import event_traps
from bench.corpus_scores import Tally, table
from bench.results import write_down
from corpus import sentences
from reportedly.model import Event, Participant

Row = dict[str, Any]


def score(*, fast: bool = False) -> dict[str, Tally]:
    """The scores over the sentences that no model has learned from, read with the rules alone where `fast`."""
    rows = sentences.held_out()
    tally: dict[str, Tally] = defaultdict(Tally)
    for row, reading in zip(rows, event_traps.read((r["text"] for r in rows), fast=fast), strict=True):
        pairs = list(_paired(row["events"], list(reading.events)))
        typed = [(g, e) for g, e in pairs if e.type == g["type"]]
        found, gold = len(reading.events), len(row["events"])
        tally["trigger"].add(len(pairs), found, gold)
        tally["typed"].add(len(typed), found, gold)
        tally["mode (of typed)"].add(sum(e.mode == g.get("mode") for g, e in typed), len(typed), len(typed))
        tally["status (of typed)"].add(sum(e.status == g["status"] for g, e in typed), len(typed), len(typed))
        tally["both sides (of typed)"].add(sum(_sides(g, e) for g, e in typed), len(typed), len(typed))
    return tally


def _paired(gold: list[Row], found: list[Event]) -> Iterator[tuple[Row, Event]]:
    """Each annotated event with one found at its trigger, of its type where there is one."""
    left = list(found)
    for g in gold:
        here = [e for e in left if _touch(g["trigger_spans"], e.trigger)]
        if here:
            best = next((e for e in here if e.type == g["type"]), here[0])
            left.remove(best)
            yield g, best


def _touch(spans: list[tuple[int, int]], words: Any) -> bool:
    return any(start < w.end and w.start < end for start, end in spans for w in words.spans)


def _sides(gold: Row, event: Event) -> bool:
    """Whether actor and recipient are found where they are annotated, and not where they are not."""

    def same(spans: list[tuple[int, int]], side: Participant | None) -> bool:
        return not spans if side is None else _touch(spans, side)

    return same(gold["actor_spans"], event.actor) and same(gold["recipient_spans"], event.recipient)


def lines(both: dict[str, Tally], rules: dict[str, Tally]) -> Iterator[str]:
    """The scores as Markdown."""
    yield "| measure | precision | recall | F1 | F1 with the rules alone |\n| --- | --- | --- | --- | --- |"
    for name, t in both.items():
        yield f"| {name} | {t.precision:.3f} | {t.recall:.3f} | {t.f1:.3f} | {rules[name].f1:.3f} |"


def main(arguments: list[str]) -> int:
    both, rules = score(), score(fast=True)
    print("both\n" + table(both) + "\nthe rules alone\n" + table(rules))
    if "--write" in arguments:
        found = event_traps.lines(event_traps.traps(), event_traps.traps(fast=True))
        write_down("events", ["", *lines(both, rules), "", *found, ""])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
