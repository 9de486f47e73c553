"""Chances of neighbouring tokens to be something, such as the content of a cue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from reportedly.layers.claims.draft import Range
from reportedly.layers.claims.spans import merge

if TYPE_CHECKING:
    from reportedly.knowledge.heads import Array

LIKELY = 0.4  # chance from which a token is taken to belong
CLEAR = 0.1  # chance from which a token says how clear the whole is
GAP = 2  # tokens from one piece to the next that are one: a comma or a mark between them


class Chances(msgspec.Struct, frozen=True, gc=False):
    """The chances `of` the tokens `first` to `first + len(of) - 1`, and their running `sums` from 0."""

    first: int
    of: Array
    sums: Sequence[float]

    @property
    def total(self) -> float:
        """How many of the tokens are expected to belong."""
        return self.sums[-1]

    def share(self, pieces: Iterable[Range]) -> float:
        """The share that pieces are expected to have in common with the right words, of the larger of both."""
        inside = [(max(a - self.first, 0), min(b - self.first, len(self.of) - 1)) for a, b in pieces]
        inside = [(a, b) for a, b in inside if a <= b]
        size = sum([b - a + 1 for a, b in inside])
        return sum([self.sums[b + 1] - self.sums[a] for a, b in inside]) / max(size, self.total, 1e-6) if size else 0.0

    def upto(self, last: int) -> Chances:
        """Those of the tokens up to `last`."""
        count = max(last + 1 - self.first, 0)
        return self if count >= len(self.of) else Chances(self.first, self.of[:count], self.sums[: count + 1])

    def best_run(self) -> Range | None:
        """The stretch of likely tokens with the greatest sum of chances."""
        return max(
            stretches(self.of, self.first), key=lambda r: self.sums[r[1] - self.first + 1] - self.sums[r[0] - self.first], default=None
        )

    def clear(self) -> float:
        """The mean chance of the tokens that have one to speak of."""
        clear = self.of[self.of > CLEAR]
        return float(clear.mean()) if len(clear) else 0.0


def stretches(chances: Array, first: int) -> tuple[Range, ...]:
    """The stretches of likely tokens, small gaps closed; `first` is the number of the first token."""
    found: list[Range] = []
    for at in ((chances > LIKELY).nonzero()[0] + first).tolist():
        if found and at - found[-1][1] <= GAP:
            found[-1] = (found[-1][0], at)
        else:
            found.append((at, at))
    return merge(found)
