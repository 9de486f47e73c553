"""How much each feature of a draft speaks for its being a claim (claim_weights.csv; fitted by training/fit_cues.py).

A feature is a name such as `say.V|clause` (the verb "say" with a clause); the weight is in log-odds. The row with
the name `(base)` is what every draft begins with.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportedly.errors import KnowledgeError
from reportedly.knowledge.tables import HERE, rows
from reportedly.knowledge.weights import BASE, Weights

WEIGHTS = HERE / "claim_weights.csv"
HEARING = HERE / "hearing_weights.csv"
WITHIN = HERE / "within_weights.csv"


@cache
def claim_weights() -> Weights:
    """Weights by feature."""
    return load()


@cache
def hearing_weights() -> Weights:
    """Weights by what the rules and the encoder say of a draft (layers/claims/hearing.py; fitted by training/fit_hearing.py)."""
    return load(HEARING)


@cache
def within_weights() -> Weights:
    """The same of a draft within another claim (layers/claims/inner.py; fitted by training/fit_within.py)."""
    return load(WITHIN)


def load(path: Path = WEIGHTS) -> Weights:
    """The weights of a table. KnowledgeError says the file and the line of what is wrong."""
    found = {row.text("feature"): row.number("weight", -20, 20) for row in rows(path, ("feature", "weight"))}
    if BASE not in found:
        raise KnowledgeError(path.name, None, f"the row {BASE!r} is missing")
    return found
