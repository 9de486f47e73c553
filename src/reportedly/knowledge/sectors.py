"""How likely the roles of an actor are, by the encoder's vectors (sectors.npz; fitted by training/fit_sectors.py)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from reportedly.knowledge.heads import Linear

if TYPE_CHECKING:
    from reportedly.knowledge.heads import Array

FILE = Path(__file__).parent / "sectors.npz"


class Sectors(msgspec.Struct, frozen=True):
    """`sets` are the roles that actors have together. `heard` scores them by the vector of an actor's mentions, and the rows of `ruled`
    by what the rules say: a row for each set, and the last for any other. `trust` is what speaks for the rules' own, by clue.
    """

    sets: tuple[tuple[str, ...], ...]
    heard: Linear
    ruled: Array
    trust: dict[str, float]

    def place(self, roles: frozenset[str]) -> int:
        """Which set roles are; the number of sets where they are none of them."""
        return next((n for n, found in enumerate(self.sets) if roles == frozenset(found)), len(self.sets))

    def scores(self, vector: Array, ruled: int) -> list[float]:
        """The log-odds of each set for an actor, before the rules' own is trusted for its own sake."""
        found: list[float] = (self.heard(vector) + self.ruled[ruled]).tolist()
        return found


@cache
def sectors() -> Sectors:
    """The sets with their weights, in single precision."""
    import numpy as np

    with np.load(FILE) as file:
        found = {name: file[name] for name in file.files}
    weight, bias, ruled = (found[name].astype(np.float32) for name in ("weight", "bias", "ruled"))
    trust = zip(map(str, found["clues"]), found["trust"].tolist(), strict=True)
    return Sectors(tuple(tuple(str(s).split()) for s in found["sets"]), Linear(weight, bias), ruled, dict(trust))
