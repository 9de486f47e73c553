"""How much each clue speaks for a pronoun's taking up a mention (pronoun_weights.csv; fitted by training/fit_pronouns.py).

The weights are in log-odds; the clues are those of reportedly.layers.actors.offers. The models:
person   he, she
thing    it
several  they
"""

from __future__ import annotations

from functools import cache

from reportedly.knowledge.tables import HERE
from reportedly.knowledge.weights import Weights, by_model

WEIGHTS = HERE / "pronoun_weights.csv"
MODELS = frozenset({"person", "thing", "several"})


@cache
def pronoun_weights() -> dict[str, Weights]:
    """Weights by model and clue. KnowledgeError where a row is wrong."""
    return by_model(WEIGHTS, MODELS)
