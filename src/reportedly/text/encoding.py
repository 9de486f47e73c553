"""Tokens as vectors: the encoder that all learned layers share (its card: text/encoder/CARD.md), run by onnxruntime.

One thread works on one window at a time, so that the sums come out the same in whatever company a report is read.
"""

from __future__ import annotations

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

NAME = "reportedly-encoder 4"
SIZE = 384  # numbers of a vector
SLOW = ["SkipLayerNormFusion"]  # sum and norm in one operator: a tenth slower than apart (onnxruntime 1.32, AVX-512)


class Encoded(msgspec.Struct, frozen=True):
    """The tokens of a window, in order, and their vectors [tokens, 384]."""

    tokens: tuple[int, ...]
    vectors: Vectors


def encode(parsed: Parsed, paragraphs: frozenset[int] | None = None) -> tuple[Encoded, ...]:
    """The tokens of the report, or of those paragraphs, as vectors. ModelError where the encoder cannot be loaded."""
    return tuple(Encoded(w.tokens, _run(w)) for w in windows(parsed, paragraphs))


def load_encoder() -> str:
    """Load the encoder; its name. ModelError where it cannot be loaded."""
    _session()
    return NAME


def _run(window: Window) -> Vectors:
    """The vectors of a window's tokens; one window at a time is no slower than several, and nothing is padded."""
    import numpy as np

    (out,) = _session().run(None, {"pieces": np.array([window.pieces], np.int64)})
    found: Vectors = out[0, list(window.firsts)]
    return found


@cache
def _session() -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    file = FILES / "encoder.onnx"
    try:
        return InferenceSession(str(file), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW)
    except Exception as e:
        raise ModelError(f"cannot load the encoder {file.name}: {e}. Install reportedly again, or read with fast=True (--fast).") from e
