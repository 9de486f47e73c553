"""Which tokens of a window stand in which part to a stretch of it: source and content of a cue, actor and recipient of an event."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from reportedly.layers.heard import Range, softmax
from reportedly.text.pieces import LONGEST

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

    from reportedly.knowledge.heads import Array, Pairing

PARTS = 2
FARTHEST = LONGEST  # tokens between two of a window


class Paired:
    """The tokens of a window, or those at some `places` of it, as they answer to its stretches."""

    def __init__(self, vectors: Array, pairing: Pairing, places: Sequence[int] | None = None) -> None:
        import numpy as np

        self._vectors, self._pairing = vectors, pairing
        self._at = np.arange(len(vectors)) if places is None else np.array(places, int)
        asked = vectors if places is None else vectors[self._at]
        self._answers = pairing.answers(asked).reshape(len(asked), PARTS, -1).transpose(1, 2, 0)
        self._alone = pairing.alone(asked).T

    def chances(self, stretches: Sequence[Range]) -> Array:
        """The chances [parts, stretches, tokens] that a token stands in a part to a stretch, which is given by its first and last token."""
        import numpy as np

        places = np.array(stretches)[:, :, None]
        means = np.stack([self._vectors[a] if a == b else self._vectors[a : b + 1].mean(0) for a, b in stretches])
        asks = np.tanh(self._pairing.asks(means)).reshape(len(stretches), PARTS, -1).transpose(1, 0, 2)
        scores = np.zeros((1 + PARTS, len(stretches), len(self._at)), np.float32)
        scores[1:] = asks @ self._answers / np.float32(np.sqrt(asks.shape[2])) + self._alone[:, None]
        far = np.minimum(self._at - places[:, 0], 0) + np.maximum(self._at - places[:, 1], 0)
        scores[1:] += self._pairing.far[_buckets()[far + FARTHEST]].transpose(2, 0, 1)
        return softmax(scores, 0)[1:]


@cache
def _buckets() -> NDArray[int64]:
    """The bucket of each distance from -FARTHEST on, as in training/encoder/model.py: exact to 4, then two for each doubling."""
    import numpy as np

    distance = np.arange(-FARTHEST, FARTHEST + 1)
    size = np.maximum(np.abs(distance), 1).astype(np.float32)
    step = np.minimum(np.where(size <= 4, size, np.floor(4 + 2 * np.log2(size / 4))), 16).astype(np.int64)
    found: NDArray[int64] = 16 + np.sign(distance) * step
    return found
