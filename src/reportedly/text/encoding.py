"""Tokens as vectors: the encoder that all learned layers share (its card: text/encoder/CARD.md), run by onnxruntime.

One thread works within a window, so that the sums come out the same everywhere and two reports can be read beside each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from reportedly.errors import ModelError
from reportedly.text.parsed import Parsed
from reportedly.text.pieces import FILES, Window, windows

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    type Vectors = NDArray[float32]

NAME = "reportedly-encoder 1"
TOGETHER = 4  # windows of like length run at once


class Encoded(msgspec.Struct, frozen=True):
    """The tokens of a window, in order, and their vectors [tokens, 384]."""

    tokens: tuple[int, ...]
    vectors: Vectors


def encode(parsed: Parsed, paragraphs: frozenset[int] | None = None) -> tuple[Encoded, ...]:
    """The tokens of the report, or of those paragraphs, as vectors. ModelError where the encoder cannot be loaded."""
    several = windows(parsed, paragraphs)
    found: list[Encoded | None] = [None] * len(several)
    for group in _alike(several):
        for k, vectors in zip(group, _run([several[k] for k in group]), strict=True):
            found[k] = Encoded(several[k].tokens, vectors)
    return tuple(e for e in found if e is not None)


def load_encoder() -> str:
    """Load the encoder; its name. ModelError where it cannot be loaded."""
    _session()
    return NAME


def _alike(several: Sequence[Window]) -> Iterator[list[int]]:
    """Windows of like length together, so that little is padded."""
    order = sorted(range(len(several)), key=lambda k: (len(several[k].pieces), k))
    for at in range(0, len(order), TOGETHER):
        yield order[at : at + TOGETHER]


def _run(group: list[Window]) -> Iterator[Vectors]:
    import numpy as np

    longest = max(len(w.pieces) for w in group)
    pieces, mask = np.zeros((len(group), longest), np.int64), np.zeros((len(group), longest), np.int64)
    for k, w in enumerate(group):
        pieces[k, : len(w.pieces)] = w.pieces
        mask[k, : len(w.pieces)] = 1
    (out,) = _session().run(None, {"pieces": pieces, "mask": mask})
    for k, w in enumerate(group):
        yield out[k, list(w.firsts)]


@cache
def _session() -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    file = FILES / "encoder.onnx"
    try:
        return InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    except Exception as e:
        raise ModelError(f"cannot load the encoder {file.name}: {e}. Install reportedly again, or read with fast=True (--fast).") from e
