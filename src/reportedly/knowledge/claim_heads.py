"""What reads claims off the encoder's vectors: the heads trained with it (training/encoder/), as arrays."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

    type Array = NDArray[float32]

FILE = Path(__file__).parent / "claim_heads.npz"


class Linear(msgspec.Struct, frozen=True):
    """A linear map: `weight` [out, in], `bias` [out]."""

    weight: Array
    bias: Array

    def __call__(self, vectors: Array) -> Array:
        """[n, in] -> [n, out]."""
        return vectors @ self.weight.T + self.bias


class ClaimHeads(msgspec.Struct, frozen=True):
    """`cue`: none, begins, goes on. `outer`: none, source begins, goes on, content begins, goes on, of the outermost claims.

    `asks`, `answers`, `alone` and `far` [33, 2] score each token as source and as content of a cue.
    """

    cue: Linear
    outer: Linear
    asks: Linear
    answers: Linear
    alone: Linear
    far: Array


@cache
def claim_heads() -> ClaimHeads:
    """The heads, in single precision."""
    import numpy as np

    with np.load(FILE) as file:
        found = {name: file[name].astype(np.float32) for name in file.files}
    linear = {name: Linear(found[f"{name}.weight"], found[f"{name}.bias"]) for name in ("cue", "outer", "asks", "answers", "alone")}
    return ClaimHeads(**linear, far=found["far.weight"])
