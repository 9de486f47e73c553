"""What reads claims and events off the encoder's vectors: the heads trained with it (training/encoder/), as arrays."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

    type Array = NDArray[float32]

FILE = Path(__file__).parent / "heads.npz"
NAMES = ("stances", "kinds", "disputes", "types", "modes", "states")
LINEAR = (
    "cue", "outer", "told", "stance", "kind", "one", "other", "meets", "act", "types", "modes", "states", "doubt", "sure", "use",
)  # fmt: skip


class Linear(msgspec.Struct, frozen=True):
    """A linear map: `weight` [out, in], `bias` [out]."""

    weight: Array
    bias: Array

    def __call__(self, vectors: Array) -> Array:
        """[n, in] -> [n, out]."""
        return vectors @ self.weight.T + self.bias


class Pairing(msgspec.Struct, frozen=True):
    """`asks`, `answers`, `alone` and `far` [33, 2] score each token in two parts: as source and content of a cue, say."""

    asks: Linear
    answers: Linear
    alone: Linear
    far: Array


class Heads(msgspec.Struct, frozen=True):
    """`cue`: none, begins, goes on. `outer`: none, source begins, goes on, content begins, goes on, of the outermost claims.

    `claim` scores tokens as source and content of a cue, `event` as actor and recipient of an event, `actor` as what else names
    the actor of a mention and as what names its country. `told` makes of the vectors of a claim's cue, source and content what
    `stance` and `kind` are read off; `one`, `other` and `meets` say whether two claims are in dispute. `act` makes of a token's
    vector what type, mode and status of an event are read off, `doubt` and `sure` how certain it is, -3 to 3. `use` is the
    log-odds that the name of a place is meant as one. `names` says what each of them scores.
    """

    claim: Pairing
    event: Pairing
    actor: Pairing
    cue: Linear
    outer: Linear
    told: Linear
    stance: Linear
    kind: Linear
    one: Linear
    other: Linear
    meets: Linear
    act: Linear
    types: Linear
    modes: Linear
    states: Linear
    doubt: Linear
    sure: Linear
    use: Linear
    names: dict[str, tuple[str, ...]]

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

    def acts(self, vectors: Array) -> Array:
        """[n, size] -> [n, act]."""
        import numpy as np

        return np.maximum(self.act(vectors), 0)

    def certainty(self, vectors: Array) -> Array:
        """[n, size] -> [n], -3 to 3."""
        import numpy as np

        return np.clip(self.sure(np.maximum(self.doubt(vectors), 0))[:, 0], -3, 3)


@cache
def heads() -> Heads:
    """The heads, in single precision."""
    import numpy as np

    with np.load(FILE) as file:
        found = {name: file[name] for name in file.files}
    single = {name: array.astype(np.float32) for name, array in found.items() if array.dtype.kind == "f"}

    def linear(name: str) -> Linear:
        return Linear(single[f"{name}.weight"], single[f"{name}.bias"])

    def pairing(name: str) -> Pairing:
        return Pairing(linear(f"{name}.asks"), linear(f"{name}.answers"), linear(f"{name}.alone"), single[f"{name}.far.weight"])

    names = {name: tuple(map(str, found[name])) for name in NAMES}
    return Heads(
        claim=pairing("claim"), event=pairing("event"), actor=pairing("actor"), **{name: linear(name) for name in LINEAR}, names=names
    )
