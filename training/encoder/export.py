"""Write the fine-tuned encoder as ONNX with 8-bit weights, and its heads as arrays.

usage: python export.py TAGGER.pt FOLDER      (in the environment of train.py, with onnx and onnxruntime)

FOLDER gets encoder.onnx ([B, P] word pieces -> [B, P, 384] vectors, no padding) and heads.npz.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch
from model import DISPUTES, KINDS, MODES, ROLES, STANCES, STATES, TYPES, Tagger
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from train import packaged

HEADS = 12  # of attention, in MiniLM


class Attention(torch.autograd.Function):
    """Attention without a mask, written to ONNX as onnxruntime's own operator: a quarter faster than its parts."""

    @staticmethod
    def forward(_context: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        batch, length, size = query.shape
        apart = (x.view(batch, length, HEADS, size // HEADS).transpose(1, 2) for x in (query, key, value))
        return nn.functional.scaled_dot_product_attention(*apart).transpose(1, 2).reshape(batch, length, size)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        out = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS)
        out.setType(query.type())
        return out


class Layer(nn.Module):
    """A layer of the encoder, query, key and value in one product."""

    def __init__(self, layer: Any) -> None:
        super().__init__()
        own, size = layer.attention.self, layer.attention.self.query.in_features
        self.inwards = nn.Linear(size, 3 * size)
        self.inwards.weight.data = torch.cat([own.query.weight, own.key.weight, own.value.weight])
        self.inwards.bias.data = torch.cat([own.query.bias, own.key.bias, own.value.bias])
        self.outwards, self.first = layer.attention.output.dense, layer.attention.output.LayerNorm
        self.wide, self.narrow, self.second = layer.intermediate.dense, layer.output.dense, layer.output.LayerNorm

    def forward(self, x: Tensor) -> Tensor:
        x = self.first(x + self.outwards(Attention.apply(*self.inwards(x).chunk(3, -1))))
        return self.second(x + self.narrow(nn.functional.gelu(self.wide(x))))


class Encoder(nn.Module):
    """The encoder for whole windows, without padding."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.embeddings = tagger.encoder.embeddings
        self.layers = nn.ModuleList(Layer(layer) for layer in tagger.encoder.encoder.layer)

    def forward(self, pieces: Tensor) -> Tensor:
        x = self.embeddings(input_ids=pieces)
        for layer in self.layers:
            x = layer(x)
        return x


def main(weights: Path, folder: Path) -> None:
    tagger = Tagger(packaged())
    tagger.load_state_dict(torch.load(weights, map_location="cpu"))
    tagger.eval()
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as held:
        whole = Path(held) / "whole.onnx"
        axes = {k: {0: "batch", 1: "length"} for k in ("pieces", "vectors")}
        torch.onnx.export(
            Encoder(tagger),
            (torch.randint(1000, 20000, (1, 32)),),
            str(whole),
            input_names=["pieces"],
            output_names=["vectors"],
            dynamic_axes=axes,
            opset_version=18,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
        quantize_dynamic(
            str(whole),
            str(folder / "encoder.onnx"),
            weight_type=QuantType.QInt8,
            per_channel=True,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
    arrays = {k: v.numpy().astype(np.float16) for k, v in tagger.heads.state_dict().items()}
    lists = {"stances": STANCES, "kinds": KINDS, "disputes": DISPUTES, "types": TYPES, "modes": MODES, "states": STATES, "sectors": ROLES}
    names = {name: np.array(found) for name, found in lists.items()}
    np.savez_compressed(folder / "heads.npz", **arrays, **names)
    for file in ("encoder.onnx", "heads.npz"):
        print(f"{file}: {(folder / file).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
