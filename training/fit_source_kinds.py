"""Fit how much the words of a source speak for each kind of source.

usage: python -m training.fit_source_kinds [OUT.csv]      (in the project's own environment, before fit_told.py)

The clues take no word of the encoder on kinds, so that they are fitted on the passages that it has learned from: the sources of all
claims that the layer finds there and that are annotated. A softmax with a ridge; deterministic, about five minutes.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from reportedly.knowledge.source_weights import KINDS, WEIGHTS
from reportedly.layers.claims import by_rules
from reportedly.layers.claims.source_clues import source_clues
from reportedly.layers.claims.tagging import tags_of
from reportedly.text import Parsed
from training.fit_told import matched
from training.fitting import LEAST, write
from training.own_corpus import Gold, facts_before, learned

FEW = 4  # sources that show a clue; of 4, 5, 8, 15 the best on what was held out, by 0.001 to 0.006
RIDGE = 2.0  # of 2, 3, 10: the same
STEPS = 300

Example = tuple[frozenset[str], str]


def main(out: Path) -> None:
    """Read what was not held out, fit, write."""
    found = [e for parsed, gold in learned() for e in examples(parsed, gold)]
    weights = fit(found)
    write({k: {c: w for c, w in weights[k].items() if abs(w) >= LEAST} for k in KINDS}, out)
    print(f"{len(found)} sources, {sum(map(len, weights.values()))} weights in {out}")


def examples(parsed: Parsed, gold: Gold) -> Iterator[Example]:
    """What each source shows, and what kind it is."""
    facts = facts_before(parsed, "claims")
    claims, _ = by_rules(parsed, facts, tags_of(parsed))
    actors = {a.id: a for a in facts.actors}
    for row, n in matched(parsed, gold, claims):
        if claims[n].source.spans:
            yield frozenset(source_clues(parsed, claims[n], actors.get(claims[n].source.actor or ""))), row["kind"]


def fit(found: list[Example]) -> dict[str, dict[str, float]]:
    """Weights by kind and clue; by Adam."""
    seen = Counter(clue for clues, _ in found for clue in clues)
    names = sorted(clue for clue, times in seen.items() if times >= FEW)
    places = {name: n for n, name in enumerate(names)}
    table = np.zeros((len(found), len(names)), np.float32)
    for row, (clues, _) in enumerate(found):
        table[row, [places[c] for c in clues if c in places]] = 1.0
    right = np.eye(len(KINDS), dtype=np.float32)[[KINDS.index(kind) for _, kind in found]]
    weights = _softmax(table, right)
    return {kind: dict(zip(names, weights[:, n].tolist(), strict=True)) for n, kind in enumerate(KINDS)}


def _softmax(table: np.ndarray[Any, Any], right: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    weights, mean, square = (np.zeros((table.shape[1], right.shape[1])) for _ in range(3))
    for step in range(1, STEPS + 1):
        score = table @ weights
        share = np.exp(score - score.max(axis=1, keepdims=True))
        slope = table.T @ (share / share.sum(axis=1, keepdims=True) - right) + RIDGE * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        pace = 0.1 if step < STEPS / 2 else 0.03
        weights -= pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else WEIGHTS)
