"""The encoder and what is read off it: where cues are, what belongs to an outermost claim, which words belong to which cue;
of a claim its stance and the kind of its source; of two claims whether the one denies, contradicts or leaves unanswered the other.

Shapes: B windows, P word pieces, T tokens, C cues of one window. A token is read off its first piece.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

WIDTH = 128  # of the space in which cues and tokens meet
BUCKETS = 33  # of the distance from a cue to a token, sign kept
PARTS = 2  # source, content
STANCES = (
    "asserts", "denies", "believes", "desires", "expects", "requests", "proposes", "warns", "asks", "relays",
    "declines to comment", "did not respond", "unreachable",
)  # fmt: skip
KINDS = (
    "named official", "anonymous official", "named person", "anonymous person", "organisation", "government", "document", "media",
    "public", "author",
)  # fmt: skip
DISPUTES = ("", "denies", "contradicts", "unanswered")
TOLD, MET = 192, 96  # widths of what tells stance and kind, and of what tells disputes


def bucket(distance: Tensor) -> Tensor:
    """Distances in tokens, in 33 buckets: exact to 4, then two for each doubling; what stands before the cue is below 16."""
    size = distance.abs().float().clamp(min=1)
    step = torch.where(size <= 4, size, (4 + 2 * torch.log2(size / 4)).floor()).clamp(max=16).long()
    return 16 + torch.sign(distance) * torch.where(distance == 0, torch.zeros_like(step), step)


class Heads(nn.Module):
    """What is read off the encoder's vectors of tokens."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.cue = nn.Linear(size, 3)
        self.outer = nn.Linear(size, 5)
        self.asks = nn.Linear(size, PARTS * WIDTH)
        self.answers = nn.Linear(size, PARTS * WIDTH)
        self.alone = nn.Linear(size, PARTS)
        self.far = nn.Embedding(BUCKETS, PARTS)
        nn.init.zeros_(self.far.weight)
        self.told = nn.Linear(3 * size, TOLD)
        self.stance, self.kind = nn.Linear(TOLD, len(STANCES)), nn.Linear(TOLD, len(KINDS))
        self.one, self.other = nn.Linear(3 * size, MET), nn.Linear(3 * size, MET)
        self.meets = nn.Linear(2 * MET, len(DISPUTES))

    def pair(self, tokens: Tensor, cues: Tensor) -> Tensor:
        """Scores [C, T, 3] (none, source, content) of a window's tokens [T, size] for its cues [C, 2] (first and last token)."""
        at = torch.arange(len(tokens))
        within = ((at >= cues[:, :1]) & (at <= cues[:, 1:])).float()
        mean = (within @ tokens) / within.sum(1, keepdim=True)
        asks = torch.tanh(self.asks(mean)).view(len(cues), PARTS, WIDTH)
        answers = self.answers(tokens).view(len(tokens), PARTS, WIDTH)
        scores = torch.einsum("crw,trw->ctr", asks, answers) / WIDTH**0.5 + self.alone(tokens)[None]
        before, after = (at[None] - cues[:, :1]).clamp(max=0), (at[None] - cues[:, 1:]).clamp(min=0)
        scores = scores + self.far(bucket(before + after))
        return torch.cat([torch.zeros_like(scores[..., :1]), scores], -1)

    def parts(self, tokens: Tensor, cues: Tensor, pairs: Tensor) -> Tensor:
        """The mean vectors [C, 3 * size] of cue, source and content; `pairs` [C, T] says 1 at the source and 2 at the content."""
        at = torch.arange(len(tokens))
        within = [(at >= cues[:, :1]) & (at <= cues[:, 1:]), pairs == 1, pairs == 2]
        return torch.cat([(w.float() @ tokens) / w.float().sum(1, keepdim=True).clamp(min=1) for w in within], 1)

    def disputes(self, parts: Tensor) -> Tensor:
        """Scores [C, C, 4] of each claim to each other, from the vectors [C, 3 * size] of `parts`."""
        one, other = self.one(parts)[:, None], self.other(parts)[None]
        shown: Tensor = self.meets(torch.cat([torch.relu(one + other), one * other], -1))
        return shown


class Tagger(nn.Module):
    """The encoder with its heads."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        # Dropout within the encoder triples the time on a CPU; word pieces are masked at random instead.
        self.encoder = BertModel.from_pretrained(
            weights, add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
        )
        self.heads = Heads(self.encoder.config.hidden_size)

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Vectors [B, P, size] of word pieces [B, P]."""
        hidden: Tensor = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        return hidden
