"""How the rules' word on actors and places and the encoder's are weighed (acting_weights.csv; fitted by training/fit_actors.py).

The weights are in log-odds; the clues are those of reportedly.layers.metonymy (`use`: whether the name of a place is meant as one) and
reportedly.layers.actors.hearing (`home`: which country an actor is of).
"""

from __future__ import annotations

from functools import cache

from reportedly.knowledge.tables import HERE
from reportedly.knowledge.weights import Weights, by_model

WEIGHTS = HERE / "acting_weights.csv"
MODELS = frozenset({"use", "home"})


@cache
def acting_weights() -> dict[str, Weights]:
    """Weights by model and clue. KnowledgeError where a row is wrong."""
    return by_model(WEIGHTS, MODELS)
