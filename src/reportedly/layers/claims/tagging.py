"""What the encoder sees in a report: where cues are, and which tokens are source and content of which."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import exp
from typing import TYPE_CHECKING

import msgspec

from reportedly.knowledge.claim_heads import claim_heads
from reportedly.layers.claims.draft import Range
from reportedly.layers.heard import Heard, Parts
from reportedly.model import SILENCES, Stance
from reportedly.text.encoding import Encoded

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

    from reportedly.knowledge.claim_heads import Array

_MUTE = [*sorted(SILENCES), Stance.DENIES]
EVEN = 0.5
SEEN = 0.15  # probability from which a token may begin a cue


class Part(msgspec.Struct, frozen=True):
    """The chances of the tokens `first` to `first + len(source) - 1` to be source and content of one cue."""

    first: int
    source: Array
    content: Array


class Tags:
    """The encoder's word on a report."""

    def __init__(self, encoded: Sequence[Encoded]) -> None:
        self._heard = Heard(encoded)
        self._windows = [_Window(e) for e in encoded if e.tokens]
        self._ends = [w.tokens[-1] for w in self._windows]
        self._parts = dict[Range, Part | None]()

    def cues(self) -> Iterator[Range]:
        """The stretches that may be cues, in reading order."""
        for w in self._windows:
            yield from w.cues()

    def cue_chance(self, cue: Range) -> float:
        """The chance that the surest token of a stretch belongs to a cue; 0 where the encoder did not look."""
        if (w := self._window(cue)) is None:
            return 0.0
        a, b = w.place(cue)
        return float((1 - w.cue[a : b + 1, 0]).max())

    def outer(self, stretch: Range) -> Array | None:
        """The chances [tokens, 5] of a stretch's tokens (see ClaimHeads.outer); None where the encoder did not look."""
        if (w := self._window(stretch)) is None:
            return None
        a, b = w.place(stretch)
        return w.outer[a : b + 1]

    def part(self, cue: Range) -> Part | None:
        """The chances of the tokens about a cue; None where the encoder did not look."""
        if cue not in self._parts:
            w = self._window(cue)
            self._parts[cue] = None if w is None else w.part(*w.place(cue))
        return self._parts[cue]

    def mute(self, cue: Range, source: Range) -> Stance | None:
        """The silence or denial that a cue without words of its own tells of; None where it is likelier no such thing."""
        (stances,) = self._heard.stances(self._heard.parts([Parts([cue], [source], [])]))
        likely = sum([exp(stances[s]) for s in _MUTE])
        return max(_MUTE, key=lambda s: stances[s]) if likely > EVEN else None

    def _window(self, stretch: Range) -> _Window | None:
        k = bisect_left(self._ends, stretch[0])
        return None if k == len(self._ends) or stretch[0] < self._windows[k].tokens[0] else self._windows[k]


class _Window:
    """A window with what the heads make of it."""

    def __init__(self, encoded: Encoded) -> None:
        heads = claim_heads()
        self.tokens, self._vectors = encoded.tokens, encoded.vectors
        self.cue, self.outer = _softmax(heads.cue(encoded.vectors)), _softmax(heads.outer(encoded.vectors))
        self._answers = heads.answers(encoded.vectors).reshape(len(self.tokens), heads.far.shape[1], -1)
        self._alone = heads.alone(encoded.vectors)

    def place(self, stretch: Range) -> Range:
        """The stretch as places within the window, cut at its end."""
        first = self.tokens[0]
        return stretch[0] - first, min(stretch[1] - first, len(self.tokens) - 1)

    def cues(self) -> Iterator[Range]:
        none, begins, goes_on = self.cue.T
        at = 0
        while at < len(self.tokens):
            if begins[at] < SEEN or (at and goes_on[at] > begins[at]):
                at += 1
                continue
            last = at
            while last + 1 < len(self.tokens) and goes_on[last + 1] > max(none[last + 1], begins[last + 1]):
                last += 1
            yield self.tokens[at], self.tokens[last]
            at = last + 1

    def part(self, a: int, b: int) -> Part:
        import numpy as np

        heads, n = claim_heads(), len(self.tokens)
        asks = np.tanh(heads.asks(self._vectors[a : b + 1].mean(0, keepdims=True))).reshape(heads.far.shape[1], -1)
        scores = np.einsum("rw,trw->tr", asks, self._answers) / np.sqrt(asks.shape[1]) + self._alone
        at = np.arange(n)
        scores += heads.far[_buckets(np.minimum(at - a, 0) + np.maximum(at - b, 0))]
        chances = _softmax(np.concatenate([np.zeros((n, 1), np.float32), scores], 1))
        return Part(self.tokens[0], chances[:, 1], chances[:, 2])


def _buckets(distance: NDArray[int64]) -> NDArray[int64]:
    """As in training/encoder/model.py: exact to 4, then two buckets for each doubling."""
    import numpy as np

    size = np.maximum(np.abs(distance), 1).astype(np.float32)
    step = np.minimum(np.where(size <= 4, size, np.floor(4 + 2 * np.log2(size / 4))), 16).astype(np.int64)
    found: NDArray[int64] = 16 + np.sign(distance) * step
    return found


def _softmax(scores: Array) -> Array:
    import numpy as np

    raised = np.exp(scores - scores.max(1, keepdims=True))
    found: Array = (raised / raised.sum(1, keepdims=True)).astype(np.float32)
    return found
