"""How much each clue speaks for one claim's meeting another (dispute_weights.csv; fitted by training/fit_disputes.py).

The weights are in log-odds; the clues of each `model` are those of reportedly.layers.disputes:
denial   the claim that a denial meets first
also     another that it meets besides; the clue `(base)` is what every such claim begins with
silence  the claim that a silence was asked about
All three with ` heard` behind the name weigh what the rules and the encoder say, and `contradiction heard` does so of two assertions.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportedly.errors import KnowledgeError
from reportedly.knowledge.tables import HERE
from reportedly.knowledge.weights import BASE, Weights, by_model

WEIGHTS = HERE / "dispute_weights.csv"
MODELS = frozenset({"denial", "also", "silence", "denial heard", "silence heard", "also heard", "contradiction heard"})


@cache
def dispute_weights() -> dict[str, Weights]:
    """Weights by model and clue."""
    return load()


def load(path: Path = WEIGHTS) -> dict[str, Weights]:
    """The weights of a table. KnowledgeError where a row is wrong or a model has no base."""
    found = by_model(path, MODELS)
    for model in ("also", "also heard", "contradiction heard"):
        if BASE not in found[model]:
            raise KnowledgeError(path.name, None, f"the model {model!r} has no row {BASE!r}")
    return found
