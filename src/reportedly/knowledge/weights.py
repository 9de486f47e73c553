"""Tables of fitted weights, and how they are summed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportedly.knowledge.tables import rows

Weights = dict[str, float]  # log-odds by the name of a clue
BASE = "(base)"  # the clue that is always there


def by_model(path: Path, models: frozenset[str]) -> dict[str, Weights]:
    """The weights of a table (model, clue, weight) by model. KnowledgeError where a row is wrong."""
    found: dict[str, Weights] = {model: {} for model in models}
    for row in rows(path, ("model", "clue", "weight")):
        found[row.one_of("model", models)][row.text("clue")] = row.number("weight", -20, 20)
    return found


def weighed(weights: Weights, clues: Mapping[str, float]) -> float:
    """The sum of the weights of clues, each times its strength; a clue without a weight says nothing."""
    return sum([weights[name] * strength for name, strength in clues.items() if name in weights])


def strongest(weights: Weights, clues: Mapping[str, float], most: int = 6) -> str:
    """The clues that weigh most, each with what it adds, in words."""
    told = {name: weights[name] * strength for name, strength in clues.items() if name in weights}
    return ", ".join(f"{name} {told[name]:+.1f}" for name in sorted(told, key=lambda n: -abs(told[n]))[:most] if round(told[name], 1))
