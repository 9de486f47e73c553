"""How much each clue speaks for one claim's meeting another (dispute_weights.csv; fitted by training/fit_disputes.py).

The weights are in log-odds; the clues of each `model` are those of reportedly.layers.disputes:
denial   the claim that a denial meets first
also     another that it meets besides; the clue `(base)` is what every such claim begins with
silence  the claim that a silence was asked about
The first two with ` heard` behind the name weigh what the rules and the encoder say.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportedly.errors import KnowledgeError
from reportedly.knowledge.tables import HERE, rows

WEIGHTS = HERE / "dispute_weights.csv"
BASE = "(base)"
RULES = ("denial", "also", "silence")
MODELS = frozenset([*RULES, "denial heard", "also heard"])


@cache
def dispute_weights() -> dict[str, dict[str, float]]:
    """Weights by model and clue."""
    return load()


def load(path: Path = WEIGHTS) -> dict[str, dict[str, float]]:
    """The weights of a table. KnowledgeError where a row is wrong or a model has no base."""
    found = by_model(path, MODELS)
    for model in ("also", "also heard"):
        if BASE not in found[model]:
            raise KnowledgeError(path.name, None, f"the model {model!r} has no row {BASE!r}")
    return found


def by_model(path: Path, models: frozenset[str]) -> dict[str, dict[str, float]]:
    """A table of weights by model and clue. KnowledgeError where a row is wrong."""
    found: dict[str, dict[str, float]] = {model: {} for model in models}
    for row in rows(path, ("model", "clue", "weight")):
        found[row.one_of("model", models)][row.text("clue")] = row.number("weight", -20, 20)
    return found
