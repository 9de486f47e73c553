"""How much the words of a source speak for each kind of source (source_weights.csv; fitted by training/fit_source_kinds.py).

A model is a kind; the weights are in log-odds. The clues are those of reportedly.layers.claims.source_clues.
"""

from __future__ import annotations

from functools import cache

from reportedly.knowledge.tables import HERE
from reportedly.knowledge.weights import by_model
from reportedly.model import SourceKind

WEIGHTS = HERE / "source_weights.csv"
KINDS = tuple(kind.value for kind in SourceKind)


@cache
def source_weights() -> dict[str, tuple[float, ...]]:
    """For each clue its weight for every kind, in the order of KINDS. KnowledgeError where a row is wrong."""
    found = by_model(WEIGHTS, frozenset(KINDS))
    clues = {clue for weights in found.values() for clue in weights}
    return {clue: tuple(found[kind].get(clue, 0.0) for kind in KINDS) for clue in clues}
