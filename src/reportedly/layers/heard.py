"""What the encoder makes of whole claims: their stance, the kind of their source, and which of them meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log
from typing import TYPE_CHECKING

import msgspec

from reportedly.knowledge.heads import heads
from reportedly.model import Claim, DisputeKind, Words
from reportedly.text import Parsed

if TYPE_CHECKING:
    from reportedly.knowledge.heads import Array

Range = tuple[int, int]  # the first and last token, both inclusive
LEAST = 0.001  # no chance is taken to be smaller
UNLIKELY = 0.05  # the same of a dispute


def odds(chance: float, least: float = 0.0025) -> float:
    """The log-odds of a chance, which is taken to be `least` from 0 and from 1."""
    held = min(max(chance, least), 1 - least)
    return log(held / (1 - held))


class Parts(msgspec.Struct, frozen=True, gc=False):
    """The tokens of a claim."""

    cue: Sequence[Range]
    source: Sequence[Range]
    content: Sequence[Range]


def parts_of(parsed: Parsed, claim: Claim) -> Parts:
    """The tokens of a found claim."""
    return Parts(*(_ranges(parsed, words) for words in (claim.cue, claim.source, claim.content)))


def _ranges(parsed: Parsed, words: Words) -> list[Range]:
    found = (parsed.tokens_in(s) for s in words.spans)
    return [(tokens[0].i, tokens[-1].i) for tokens in found if tokens]


class Heard:
    """The vectors of a report, and what the heads read off those of its claims."""

    def __init__(self, vectors: Array) -> None:
        """`vectors` [tokens, 384] of all tokens of the report."""
        self._vectors = vectors

    def parts(self, claims: Iterable[Parts]) -> Array:
        """The mean vectors [claims, 3 * 384] of cue, source and content; zeros where there is none."""
        import numpy as np

        stretches = [part for c in claims for part in (c.cue, c.source, c.content)]
        within = np.zeros((len(stretches), len(self._vectors)), np.float32)
        for row, part in zip(within, stretches, strict=True):
            for first, last in part:
                row[first : last + 1] = 1
        within /= np.maximum(within.sum(1, keepdims=True), 1)
        means: Array = within @ self._vectors
        return means.reshape(len(stretches) // 3, 3 * heads().size)

    def stances(self, parts: Array) -> list[dict[str, float]]:
        """The log chance of every stance, for each claim."""
        known = heads()
        return _named(known.stance(known.hidden(parts)), known.names["stances"])

    def kinds(self, parts: Array) -> list[dict[str, float]]:
        """The log chance of every kind of source, for each claim."""
        known = heads()
        return _named(known.kind(known.hidden(parts)), known.names["kinds"])

    def disputes(self, parts: Array) -> dict[str, Array]:
        """By kind of dispute the chances [claims, claims] that the one claim stands so to the other."""
        known = heads()
        chances = softmax(known.disputing(parts))
        return {name: chances[..., k] for k, name in enumerate(known.names["disputes"])}

    def alike(self, parts: Array) -> Array:
        """The cosines [claims, claims] of the contents, or of the cues where there is none, from what all of them have in common."""
        import numpy as np

        cue, _, content = np.split(parts, 3, axis=1)
        told = np.where(np.abs(content).sum(1, keepdims=True) > 0, content, cue)
        told = told - told.mean(0)
        told /= np.linalg.norm(told, axis=1, keepdims=True) + LEAST
        found: Array = told @ told.T
        return found

    def answers(self, parts: Array) -> list[float]:
        """For each claim the log-odds, within 3, that it denies one of the others, by the likeliest of them."""
        import numpy as np

        chances = self.disputes(parts)[DisputeKind.DENIES] * (1 - np.eye(len(parts), dtype=np.float32))
        return [odds(c, UNLIKELY) for c in chances.max(1, initial=0.0).tolist()]


def _named(scores: Array, names: Sequence[str]) -> list[dict[str, float]]:
    import numpy as np

    found = np.log(np.maximum(softmax(scores), LEAST))
    return [dict(zip(names, row, strict=True)) for row in found.tolist()]


def softmax(scores: Array, axis: int = -1) -> Array:
    """The chances that scores stand for, along an axis."""
    import numpy as np

    raised = np.exp(scores - scores.max(axis, keepdims=True))
    found: Array = (raised / raised.sum(axis, keepdims=True)).astype(np.float32)
    return found
