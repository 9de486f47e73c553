"""Fit how the rules' certainty and the encoder's are weighed against each other.

usage: python -m training.fit_status UW.jsonl.gz [OUT.csv]      (in the project's own environment, after the encoder is in its place)

Every fifth sentence of the set (rows {text, start, end, value}), which training/encoder/train.py held out; the model `certainty` of
act_weights.csv is replaced, the others stay. The sum with the least absolute error; deterministic, about a minute.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportedly.knowledge.act_weights import WEIGHTS, act_weights
from reportedly.layers.status import by_rules
from reportedly.layers.status.hearing import certainties, certainty_clues
from reportedly.model import Report, Span
from reportedly.text import parse
from training.fitting import Clues, median, write
from training.own_corpus import facts_before

HELD_OUT = 5  # one sentence in so many, as in training/encoder/train.py


def main(uw: Path, out: Path) -> None:
    """Read what was held out, fit, write."""
    found = [*examples(uw)]
    write({**act_weights(), "certainty": median(found)}, out)
    print(len(found), "words in", out)


def examples(uw: Path) -> Iterator[tuple[Clues, float]]:
    """The clues of every judged word that is a predicate, and its certainty."""
    judged = sentences(uw)[::HELD_OUT]
    reports = (Report(id=str(n), text=text, format="plain", body=Span(0, len(text))) for n, (text, _) in enumerate(judged))
    for parsed, (_, rows) in zip(parse(reports), judged, strict=True):
        predicates = by_rules(parsed, facts_before(parsed, "status"))
        heard = certainties(parsed, predicates)
        told = {p.spans[0].start: certainty_clues(p, h) for p, h in zip(predicates, heard, strict=True)}
        yield from ((told[r["start"]], r["value"]) for r in rows if r["start"] in told)


def sentences(uw: Path) -> list[tuple[str, list[dict[str, Any]]]]:
    """The sentences with their judged words, in the order of their first rows."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with gzip.open(uw, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found[row["text"]].append(row)
    return list(found.items())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else WEIGHTS)
