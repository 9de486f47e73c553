"""Fit how the rules' word and the encoder's are weighed against each other.

usage: python -m training.fit_hearing POLNEAR.jsonl.gz [OUT.csv]      (in the project's own environment, after the encoder is in its place)

Only the reports that training/encoder/train.py held out (every tenth) are used: on the others the encoder knows the answers by heart.
A ridge regression in log-odds over `reportedly.layers.claims.hearing.features`; deterministic, about two minutes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from reportedly.knowledge.claim_weights import HEARING
from reportedly.layers.claims.hearing import UNHEARD, drafts, features
from reportedly.layers.claims.quotes import Quotes
from reportedly.layers.claims.tagging import tags_of
from reportedly.layers.claims.weighing import weighed
from reportedly.text import Parsed, parse
from training.fit_cues import SAME, annotated_words, covered, marked_tokens, polnear, share
from training.fitting import Clues, logistic, write_one

HELD_OUT = 10  # as in training/encoder/train.py
RIDGE = 1.0


def main(gold: Path, out: Path) -> None:
    """Gather the examples, fit, write."""
    rows = polnear(gold)
    kept = set(sorted(row["id"] for row, _ in rows)[::HELD_OUT])
    rows = [(row, report) for row, report in rows if row["id"] in kept]
    found = [e for (row, _), parsed in zip(rows, parse(r for _, r in rows), strict=True) for e in examples(row["attributions"], parsed)]
    weights = logistic(found, RIDGE)
    write_one(weights, out)
    print(f"{len(found)} drafts, {sum(y for _, y in found)} of them attributions; {len(weights)} weights in {out}")


def examples(attributions: list[dict[str, list[tuple[int, int]]]], parsed: Parsed) -> Iterator[tuple[Clues, bool]]:
    """What each draft of a report shows, and whether it is an attribution; what stands within one says nothing."""
    quotes, tags = Quotes(parsed), tags_of(parsed)
    if tags is None:
        raise ValueError("read with the encoder")
    gold = [(annotated_words(parsed, a["content"]), marked_tokens(parsed, a["cue"])) for a in attributions]
    for c in drafts(parsed, quotes, tags, list(weighed(parsed, quotes, UNHEARD))):
        first, last = c.cue or c.draft.cue
        words, cue = covered(parsed, c.content), set(range(first, last + 1))
        right = any(share(content, words) >= SAME and cue & marked for content, marked in gold)
        if right or not any(c.draft.head in content for content, _ in gold):
            yield features(parsed, tags, c), right


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Fit how the rules and the encoder are weighed against each other.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=HEARING)
    said = parser.parse_args()
    main(said.gold, said.out)
