"""Fit how the tables' word on events and the encoder's are weighed against each other.

usage: python -m training.fit_events [OUT.csv]      (in the project's own environment, after the encoder is in its place)

Only what training/encoder/train.py held out is used: every fifth event sentence and every fifth of those without events, every
fourth report for development. A word is right as an event where one of its type is annotated at it. Logistic regression over
`reportedly.layers.events.weighing`'s clues, the base moved to where F1 is greatest; a softmax for status. Deterministic, about a minute.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from corpus import pairs, sentences
from reportedly.knowledge.act_weights import WEIGHTS, act_weights
from reportedly.knowledge.weights import BASE, Weights, weighed
from reportedly.layers.base import Facts
from reportedly.layers.events import weigher_of
from reportedly.layers.events.weighing import Option, status_clues
from reportedly.model import Report, Span
from reportedly.text import Parsed
from training.fitting import Clues, Group, logistic, softmax, write
from training.own_corpus import REPORTS, Gold, facts_before, parsed_with_gold, reports


def main(out: Path) -> None:
    """Read what was held out, fit, write."""
    found = [(option, gold) for parsed, gold in held_out() for option, gold in examples(parsed, facts_before(parsed, "events"), gold)]
    examples_ = [(o.clues, g is not None) for o, g in found]
    events = logistic(examples_)
    events[BASE] -= threshold(events, examples_)
    statuses = softmax([status_group(o, g) for o, g in found if g is not None and o.act is not None])
    write({**act_weights(), "event": events, "status": statuses}, out)
    print(len(found), "words,", sum(right for _, right in examples_), "right, in", out)


def held_out() -> Iterator[tuple[Parsed, Gold]]:
    """Reports and sentences that the encoder did not see, with their annotated events."""
    short = [*sentences.held_out(), *({"text": t, "events": []} for t in pairs.quiet()[:: pairs.HELD_OUT])]
    rows = [(Report(id=str(n), text=r["text"], format="plain", body=Span(0, len(r["text"]))), r) for n, r in enumerate(short)]
    yield from parsed_with_gold([*reports()[::REPORTS], *rows])


def examples(parsed: Parsed, facts: Facts, gold: Gold) -> Iterator[tuple[Option, Gold | None]]:
    """Every event that a word may tell of, with the annotated event that it is."""
    weigher, rows = weigher_of(parsed, facts)
    for options in weigher.options(rows):
        for o in options:
            yield o, _right(o, gold)


def _right(option: Option, gold: Gold) -> Gold | None:
    draft, event = option.row
    at = draft.trigger
    return next(
        (g for g in gold["events"] if g["type"] == event.type and any(s < at.end and at.start < e for s, e in g["trigger_spans"])), None
    )


def threshold(weights: Weights, found: list[tuple[Clues, bool]]) -> float:
    """The score from which events are taken where the F1 of all is to be greatest."""
    scored = sorted(((weighed(weights, clues), right) for clues, right in found), reverse=True)
    right = np.array([r for _, r in scored], float)
    f1 = 2 * right.cumsum() / (np.arange(1, len(right) + 1) + right.sum())
    return float(scored[int(f1.argmax())][0])


def status_group(option: Option, gold: Gold) -> Group:
    """The clues of each status and which of them is right."""
    if option.act is None:
        raise ValueError("nothing is heard here")
    shown = status_clues(option.row[1].status, option.act, alone="encoder" in option.clues)
    return list(shown.values()), {n for n, status in enumerate(shown) if status == gold["status"]}


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else WEIGHTS)
