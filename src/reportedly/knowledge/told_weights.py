"""How the rules' word on a claim and the encoder's are weighed (told_weights.csv; fitted by training/fit_told.py).

The weights are in log-odds; the clues of the models `stance` and `kind` are those of reportedly.layers.claims.telling, of `rejoinder` those
of claims.rejoinders, of `denial` those of claims.denying.
"""

from __future__ import annotations

from functools import cache

from reportedly.knowledge.tables import HERE
from reportedly.knowledge.weights import Weights, by_model

WEIGHTS = HERE / "told_weights.csv"
MODELS = frozenset({"stance", "kind", "rejoinder", "denial"})


@cache
def told_weights() -> dict[str, Weights]:
    """Weights by model and clue. KnowledgeError where a row is wrong."""
    return by_model(WEIGHTS, MODELS)
