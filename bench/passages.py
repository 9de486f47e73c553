"""Score claims and disputes on those of our passages that the encoder has not learned from.

usage: python -m bench.passages [--write]

Of the passages no report is measured elsewhere: they are for fitting. Every fifth is kept from the encoder; the weights by which rules
and encoder are joined were fitted on these, and rules were mended on what went wrong in them.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from bench.corpus_scores import Tally, Tokens, score_claims
from bench.event_traps import read
from bench.results import write_down
from corpus import passages

HELD_OUT = 5  # one passage in so many, as in training/encoder/train.py
REAL_LIFE = "wire-"  # passages in the proportions of real life; the others show rare ways to put a denial, a silence or a relayed word
LEFT_OUT = "claims manner (of matched)"  # is not annotated


def score() -> dict[str, dict[str, Tally]]:
    """The scores of all passages held out, and of those in the proportions of real life."""
    kept = sorted(passages.all_passages(), key=lambda row: row[0])[::HELD_OUT]
    found: dict[str, dict[str, Tally]] = {"all": defaultdict(Tally), REAL_LIFE: defaultdict(Tally)}
    for (name, passage), reading in zip(kept, read((p["text"] for _, p in kept), fast=False), strict=True):
        tokens = Tokens(passage["text"])
        for sort, tally in found.items():
            if sort == "all" or name.startswith(sort):
                score_claims(_whole(passage), reading, tokens, tally)
    return found


def _whole(passage: dict[str, Any]) -> dict[str, Any]:
    return passage | {"claims": [{"manner": None, **claim} for claim in passage["claims"]]}


def lines(found: dict[str, dict[str, Tally]]) -> Iterator[str]:
    """The F1 of both as a table."""
    yield "| measure | all | in the proportions of real life |\n| --- | --- | --- |"
    for name in found["all"]:
        if name != LEFT_OUT:
            yield f"| {name} | {found['all'][name].f1:.3f} | {found[REAL_LIFE][name].f1:.3f} |"


def main(arguments: list[str]) -> int:
    """Print the scores, or write them down too."""
    told = list(lines(score()))
    print("\n".join(told))
    if "--write" in arguments:
        write_down("passages", told)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
