"""The encoder and what is read off it: where cues are, what belongs to an outermost claim, which words belong to which cue;
of a claim its stance and the kind of its source; of two claims whether the one denies, contradicts or leaves unanswered the other;
where events are, of which type, mode and status, and which words are their actors and recipients; how certain a word's event is;
of whom a mention is, of which country and sectors; whether the name of a place is meant as one.

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
TYPES = (
    "", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
MODES = (
    "", "visit", "third-party", "multilateral", "phone", "withdraw", "release", "disarm", "ceasefire", "access", "resign", "assist",
    "change", "yield", "meet", "disapprove", "investigate", "allege", "restrict", "arrest", "relations", "expel", "territory",
    "violence", "demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize", "convict", "discontinue", "troops", "weapons",
    "police", "militia", "seize", "censor", "curfew", "martial-law", "deport", "withhold", "misinformation", "cyber", "abduct", "beat",
    "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack", "aerial", "drone",
    "heavy-weapons", "crowd-control", "unconventional",
)  # fmt: skip
STATES = (
    "happened", "ongoing", "planned", "expected", "requested", "possible", "conditional", "denied", "did not happen",
)  # fmt: skip
ROLES = (
    "GOV", "MIL", "REB", "OPP", "PTY", "SPY", "JUD", "LEG", "COP", "PRM", "UAF", "UNK", "BUS", "CVL", "CRM", "EDU", "ELI", "JRN", "LAB",
    "MED", "REF", "REL", "SOC", "IGO", "NGO", "AGR", "PRE",
)  # fmt: skip
EVENT, SURE, WHO = 160, 64, 96  # widths of what tells events, certainty, and sectors of actors


def bucket(distance: Tensor) -> Tensor:
    """Distances in tokens, in 33 buckets: exact to 4, then two for each doubling; what stands before the cue is below 16."""
    size = distance.abs().float().clamp(min=1)
    step = torch.where(size <= 4, size, (4 + 2 * torch.log2(size / 4)).floor()).clamp(max=16).long()
    return 16 + torch.sign(distance) * torch.where(distance == 0, torch.zeros_like(step), step)


class Pairing(nn.Module):
    """Which tokens stand in which of two parts to a stretch of others: source and content of a cue, actor and recipient of an event; to a
    mention other mentions of its actor, and the name of its country."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.asks = nn.Linear(size, PARTS * WIDTH)
        self.answers = nn.Linear(size, PARTS * WIDTH)
        self.alone = nn.Linear(size, PARTS)
        self.far = nn.Embedding(BUCKETS, PARTS)
        nn.init.zeros_(self.far.weight)

    def forward(self, tokens: Tensor, cues: Tensor) -> Tensor:
        """Scores [C, T, 3] (neither, one part, the other) of a window's tokens [T, size] for stretches [C, 2] (first and last token)."""
        at = torch.arange(len(tokens))
        within = ((at >= cues[:, :1]) & (at <= cues[:, 1:])).float()
        mean = (within @ tokens) / within.sum(1, keepdim=True)
        asks = torch.tanh(self.asks(mean)).view(len(cues), PARTS, WIDTH)
        answers = self.answers(tokens).view(len(tokens), PARTS, WIDTH)
        scores = torch.einsum("crw,trw->ctr", asks, answers) / WIDTH**0.5 + self.alone(tokens)[None]
        before, after = (at[None] - cues[:, :1]).clamp(max=0), (at[None] - cues[:, 1:]).clamp(min=0)
        scores = scores + self.far(bucket(before + after))
        return torch.cat([torch.zeros_like(scores[..., :1]), scores], -1)


class Heads(nn.Module):
    """What is read off the encoder's vectors of tokens."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.cue = nn.Linear(size, 3)
        self.outer = nn.Linear(size, 5)
        self.claim, self.event, self.actor = Pairing(size), Pairing(size), Pairing(size)
        self.told = nn.Linear(3 * size, TOLD)
        self.stance, self.kind = nn.Linear(TOLD, len(STANCES)), nn.Linear(TOLD, len(KINDS))
        self.one, self.other = nn.Linear(3 * size, MET), nn.Linear(3 * size, MET)
        self.meets = nn.Linear(2 * MET, len(DISPUTES))
        self.act = nn.Linear(size, EVENT)
        self.types, self.modes, self.states = (nn.Linear(EVENT, len(names)) for names in (TYPES, MODES, STATES))
        self.doubt, self.sure = nn.Linear(size, SURE), nn.Linear(SURE, 1)
        self.who, self.roles, self.use = nn.Linear(size, WHO), nn.Linear(WHO, len(ROLES)), nn.Linear(size, 1)

    def acts(self, tokens: Tensor) -> Tensor:
        """What types, modes and status are read off, [T, EVENT]."""
        return torch.relu(self.act(tokens))

    def sectors(self, mentions: Tensor) -> Tensor:
        """Scores [M, roles] of the sectors of mentions, from the means [M, size] of their tokens."""
        shown: Tensor = self.roles(torch.relu(self.who(mentions)))
        return shown

    def certainty(self, tokens: Tensor) -> Tensor:
        """How certain it is that what tokens [T, size] tell of happened, [T], -3 to 3."""
        shown: Tensor = self.sure(torch.relu(self.doubt(tokens)))[:, 0]
        return shown

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
