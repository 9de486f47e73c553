"""Write the fine-tuned encoder as ONNX with 8-bit weights, and its heads as arrays.

usage: python export.py TAGGER.pt FOLDER      (in the environment of train.py, with onnx and onnxruntime)

FOLDER gets encoder.onnx ([B, P] word pieces and their mask -> [B, P, 384] vectors) and heads.npz.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from model import Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from train import packaged


class Encoder(nn.Module):
    """The encoder alone, its mask made by hand so that the graph stays plain."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.encoder = tagger.encoder

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        far = (1.0 - mask[:, None, None, :].float()) * -1e9
        hidden = self.encoder.embeddings(input_ids=pieces)
        for layer in self.encoder.encoder.layer:
            hidden = layer(hidden, far)
            hidden = hidden[0] if isinstance(hidden, tuple) else hidden
        return hidden


def main(weights: Path, folder: Path) -> None:
    tagger = Tagger(packaged())
    tagger.load_state_dict(torch.load(weights, map_location="cpu"))
    tagger.eval()
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as held:
        whole = Path(held) / "whole.onnx"
        sample = (torch.randint(1000, 20000, (2, 32)), torch.ones(2, 32, dtype=torch.long))
        names = {"input_names": ["pieces", "mask"], "output_names": ["vectors"]}
        axes = {k: {0: "batch", 1: "length"} for k in ("pieces", "mask", "vectors")}
        torch.onnx.export(Encoder(tagger), sample, str(whole), **names, dynamic_axes=axes, opset_version=18, dynamo=False)
        quantize_dynamic(str(whole), str(folder / "encoder.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    arrays = {k: v.numpy().astype(np.float16) for k, v in tagger.heads.state_dict().items()}
    np.savez_compressed(folder / "heads.npz", **arrays)
    for file in ("encoder.onnx", "heads.npz"):
        print(f"{file}: {(folder / file).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
