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

    `asks`, `answers`, `alone` and `far` [33, 2] score each token as source and as content of a cue. `told` makes of the vectors
    of a claim's cue, source and content what `stance` and `kind` are read off; `one`, `other` and `meets` say whether two claims
    are in dispute. `stances`, `kinds` and `disputes` name what these score.
    """

    cue: Linear
    outer: Linear
    asks: Linear
    answers: Linear
    alone: Linear
    far: Array
    told: Linear
    stance: Linear
    kind: Linear
    one: Linear
    other: Linear
    meets: Linear
    stances: tuple[str, ...]
    kinds: tuple[str, ...]
    disputes: tuple[str, ...]

    @property
    def size(self) -> int:
        """The numbers of a vector."""
        return int(self.cue.weight.shape[1])

    def hidden(self, parts: Array) -> Array:
        """[n, 3 * size] -> [n, told]."""
        import numpy as np

        return np.maximum(self.told(parts), 0)

    def disputing(self, parts: Array) -> Array:
        """[n, 3 * size] -> scores [n, n, disputes] of each claim to each other, as in training/encoder/model.py."""
        import numpy as np

        one, other = self.one(parts)[:, None], self.other(parts)[None]
        return self.meets(np.concatenate([np.maximum(one + other, 0), one * other], -1))


@cache
def claim_heads() -> ClaimHeads:
    """The heads, in single precision."""
    import numpy as np

    with np.load(FILE) as file:
        found = {name: file[name] for name in file.files}
    names = [tuple(map(str, found[name])) for name in ("stances", "kinds", "disputes")]
    single = {name: array.astype(np.float32) for name, array in found.items() if array.dtype.kind == "f"}
    linear = {
        name: Linear(single[f"{name}.weight"], single[f"{name}.bias"])
        for name in ("cue", "outer", "asks", "answers", "alone", "told", "stance", "kind", "one", "other", "meets")
    }
    return ClaimHeads(**linear, far=single["far.weight"], stances=names[0], kinds=names[1], disputes=names[2])
