"""Fit how much speaks for a draft within another claim to be a claim of its own.

usage: python -m training.fit_within [OUT.csv]      (in the project's own environment, after fit_hearing.py)

PolNeAR marks nothing within an attribution, so the examples are the best drafts of what was held out of our own corpus: every fourth
report for development and every fifth passage. A draft is right where a nested claim of the annotation has its cue and half of its
content; one with the cue of any other annotated claim says nothing. A ridge regression in log-odds; deterministic, about a minute.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.corpus_scores import Tokens, share
from reportedly.knowledge.claim_weights import WITHIN
from reportedly.layers.claims.hearing import CERTAIN
from reportedly.layers.claims.inner import within_features
from reportedly.layers.claims.quotes import Quotes
from reportedly.layers.claims.tagging import tags_of
from reportedly.layers.claims.weighing import TOGETHER, best_drafts, said_in
from reportedly.text import Parsed
from training.fitting import Clues, logistic, write_one
from training.own_corpus import Gold, held_out

RIDGE = 1.0
SAME = 0.5  # share of the content


def main(out: Path) -> None:
    """Read what was held out, fit, write."""
    found = [e for parsed, gold in held_out() for e in examples(parsed, gold)]
    weights = logistic(found, RIDGE)
    write_one(weights, out)
    print(f"{len(found)} drafts within another, {sum(y for _, y in found)} of them claims; {len(weights)} weights in {out}")


def examples(parsed: Parsed, gold: Gold) -> Iterator[tuple[Clues, bool]]:
    """What each draft within another shows, and whether it is a claim."""
    tags, words = tags_of(parsed), Tokens(parsed.text)
    if tags is None:
        raise ValueError("read with the encoder")
    marked = [(words.ids(g["cue_spans"]), words.ids(g.get("content_spans") or ()), g.get("via")) for g in gold["claims"]]
    best = best_drafts(parsed, Quotes(parsed), tags)
    said = said_in(best, TOGETHER)
    for c in best:
        if c.weight == CERTAIN or c.draft.head not in said:
            continue
        cue, content = (words.ids((s.start, s.end) for s in parsed.words(*r).spans) for r in ((c.cue or c.draft.cue,), c.content))
        there = [(share(of, content) >= SAME, via) for at, of, via in marked if at & cue]
        right = any(same and via for same, via in there)
        if right or not there:
            yield within_features(parsed, tags, c), right


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else WITHIN)
