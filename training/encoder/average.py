"""Average the weights of models that went on from one and the same: steadier than either.

usage: python average.py ONE.pt OTHER.pt OUT.pt
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch


def main(one: Path, other: Path, out: Path) -> None:
    first, second = (torch.load(path, map_location="cpu") for path in (one, other))
    torch.save({k: (w + second[k]) / 2 if w.dtype.is_floating_point else w for k, w in first.items()}, out)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
