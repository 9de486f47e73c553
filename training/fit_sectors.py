"""Fit how the encoder's vectors and the rules tell the roles of actors.

usage: python -m training.fit_sectors [OUT.npz]      (in the project's own environment, after the encoder is in its place)

Only reports and passages that are not held out are used, so that it can be measured on those that are. Deterministic, about two minutes.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from reportedly.knowledge.sectors import FILE
from reportedly.layers.actors.sectors import trust_clues, vector
from reportedly.model import ActorKind
from training.fit_actors import learned, matched

# On the passages, each fifth left out in turn, roles are right for 0.56 of actors by the rules, and with these for 0.64; with twice or half
# the penalty, or with the vector of the head word alone, for as many or fewer.
FEWEST = 8  # actors that make a set of roles one to be heard
RIDGE_HEARD, RIDGE_RULED, RIDGE_TRUST = 200.0, 16.0, 1.0
STEPS = 150

type Array = np.ndarray[Any, np.dtype[Any]]


class Example(NamedTuple):
    """An actor: its vector, the rules' roles with what speaks for trusting them, and the annotated ones."""

    vector: Array
    ruled: frozenset[str]
    trust: list[str]
    roles: tuple[str, ...]


def main(out: Path) -> None:
    """Read, fit, write."""
    examples = list(_examples())
    orders = Counter(e.roles for e in examples)
    sets = _sets(orders)
    fitted = _fit(examples, sets)
    named = np.array([" ".join(max((o for o in orders if frozenset(o) == s), key=lambda o: orders[o])) for s in sets])
    np.savez_compressed(out, sets=named, **fitted)
    print(f"{len(examples)} actors, {len(sets)} sets of roles in {out}")


def _examples() -> list[Example]:
    return [
        Example(vector(parsed, entity), frozenset(entity.roles), trust_clues(entity), tuple(said.get("roles") or ()))
        for parsed, gold in learned()
        for entity, said, _ in matched(parsed, gold)
        if entity.kind is not ActorKind.COUNTRY and entity.known is None and entity.leader is None
    ]


def _sets(orders: Counter[tuple[str, ...]]) -> list[frozenset[str]]:
    counts: Counter[frozenset[str]] = Counter()
    for order, n in orders.items():
        counts[frozenset(order)] += n
    return [s for s, n in sorted(counts.items(), key=lambda row: (-row[1], sorted(row[0]))) if n >= FEWEST]


def _fit(examples: list[Example], sets: list[frozenset[str]]) -> dict[str, Array]:
    """Multinomial regression by Adam; roles that are no set are right only where the rules say them."""
    place, other = {s: n for n, s in enumerate(sets)}, len(sets)
    ruled = np.array([place.get(e.ruled, other) for e in examples])
    right = np.array([place.get(s := frozenset(e.roles), other if s == e.ruled else -1) for e in examples])
    clues = sorted({c for e in examples for c in e.trust})
    vectors = np.array([e.vector for e in examples], float)
    mean, spread = vectors.mean(0), vectors.std(0) + 1e-6
    kept = right >= 0
    table = np.array([[c in e.trust for c in clues] for e in examples], float)
    weight, bias, by_rules, trust = _descend((vectors - mean) / spread, table, ruled, right, kept, other)
    weight = weight / spread[:, None]
    return {
        "weight": weight.T.astype(np.float16), "bias": (bias - mean @ weight).astype(np.float32), "ruled": by_rules.astype(np.float16),
        "trust": trust.round(2), "clues": np.array(clues),
    }  # fmt: skip


def _descend(vectors: Array, trust: Array, ruled: Array, right: Array, kept: Array, sets: int) -> list[Array]:
    vectors, trust, ruled, right = vectors[kept], trust[kept], ruled[kept], right[kept]
    rows, of = np.arange(len(ruled)), np.eye(sets + 1)[ruled]
    weights = [np.zeros((vectors.shape[1], sets)), np.zeros(sets), np.zeros((sets + 1, sets)), np.zeros(trust.shape[1])]
    ridges, paces = (RIDGE_HEARD, 0.0, RIDGE_RULED, RIDGE_TRUST), (0.02, 0.1, 0.1, 0.1)
    means, squares = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    for step in range(1, STEPS + 1):
        score = np.concatenate([vectors @ weights[0] + weights[1] + of @ weights[2], np.where(ruled == sets, 0.0, -1e9)[:, None]], 1)
        score[rows, ruled] += trust @ weights[3]
        share = np.exp(score - score.max(1, keepdims=True))
        share /= share.sum(1, keepdims=True)
        share[rows, right] -= 1
        by_set, own = share[:, :sets], share[rows, ruled]
        slopes = (vectors.T @ by_set, by_set.sum(0), of.T @ by_set, trust.T @ own)
        for n, steep in enumerate(slopes):
            slope = steep + ridges[n] * weights[n]
            means[n], squares[n] = 0.9 * means[n] + 0.1 * slope, 0.99 * squares[n] + 0.01 * slope**2
            pace = paces[n] * (1.0 if step < STEPS / 2 else 0.3)
            weights[n] = weights[n] - pace * (means[n] / (1 - 0.9**step)) / (np.sqrt(squares[n] / (1 - 0.99**step)) + 1e-8)
    return weights


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FILE)
