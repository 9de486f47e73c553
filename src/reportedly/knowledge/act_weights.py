"""How the tables' word on an event and the encoder's are weighed (act_weights.csv; fitted by training/fit_events.py).

The weights are in log-odds; the clues are those of reportedly.layers.events.weighing. `event`: whether a word tells of an event of
a type; `status`: which status the event has. `certainty` is the sum, in certainty, of the clues of reportedly.layers.status.hearing
(fitted by training/fit_status.py).
"""

from __future__ import annotations

from functools import cache

from reportedly.knowledge.tables import HERE
from reportedly.knowledge.weights import Weights, by_model

WEIGHTS = HERE / "act_weights.csv"
MODELS = frozenset({"event", "status", "certainty"})


@cache
def act_weights() -> dict[str, Weights]:
    """Weights by model and clue. KnowledgeError where a row is wrong."""
    return by_model(WEIGHTS, MODELS)
