"""How the parser's models multiply matrices: by numpy's library, which with AVX-512 takes a quarter of the time that thinc's BLIS does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import NumpyOps

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray
    from spacy.language import Language

    type Array = NDArray[float32]

FEWEST = 32  # rows; of a few rows numpy's library sums the products in another order than of many


class ByNumpy(NumpyOps):  # type: ignore[misc]
    """thinc's operations; a row's product is the same, bit by bit, whatever rows stand beside it, as it is with BLIS."""

    def __init__(self) -> None:
        super().__init__(use_blis=False)

    def gemm(self, x: Array, y: Array, *, out: Array | None = None, trans1: bool = False, trans2: bool = False) -> Any:
        """[rows, in] x [in, out] -> [rows, out]."""
        if trans1 or len(x) >= FEWEST:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        filled = np.zeros((FEWEST, x.shape[1]), x.dtype)
        filled[: len(x)] = x
        found = super().gemm(filled, y, trans2=trans2)[: len(x)]
        if out is None:
            return found
        out[...] = found
        return out


def multiply_by_numpy(nlp: Language) -> None:
    """Let the models of a pipeline multiply so; where they use a Mac's own library or a GPU, they go on to."""
    by_numpy = ByNumpy()
    models = (getattr(part, "model", None) for _, part in nlp.pipeline)
    for node in (node for model in models if model is not None for node in model.walk()):
        if type(node.ops) is NumpyOps:
            node.ops = by_numpy
