"""Drafts within another claim: how much speaks for their being claims of their own, by the rules' word and the encoder's."""

from __future__ import annotations

from reportedly.knowledge.claim_weights import within_weights
from reportedly.knowledge.cues import cues
from reportedly.knowledge.weights import weighed
from reportedly.layers.claims.draft import Chosen
from reportedly.layers.claims.extents import source_range
from reportedly.layers.claims.tagging import Tags
from reportedly.layers.heard import odds
from reportedly.model import Stance
from reportedly.text import Parsed, Token

AIMS = frozenset({Stance.DESIRES, Stance.EXPECTS, Stance.REQUESTS, Stance.BELIEVES, Stance.PROPOSES, Stance.WARNS})
LOOSE = ("object", "preposition", "passive", "noun preposition", "infinitive", "raising")


def weight_within(parsed: Parsed, tags: Tags, c: Chosen) -> float:
    """The log-odds that a draft within another claim is one."""
    return weighed(within_weights(), within_features(parsed, tags, c))


def within_features(parsed: Parsed, tags: Tags, c: Chosen) -> dict[str, float]:
    """What speaks for it: its weight as if it stood alone says too little of the cue, since PolNeAR marks nothing within."""
    cue = c.cue or c.draft.cue
    shown = {
        "(base)": 1.0,
        "alone": c.weight,
        "cue": odds(tags.cue_chance(cue)),
        "aim": float(aims(parsed.tokens[c.draft.head])),
        "loose": float(is_loose(c)),
    }
    if within := tags.claimed((cue[0], cue[0])):
        shown["within"] = within[0]
    if (part := tags.part(cue)) is not None and c.draft.speaker >= 0:
        words = c.source or source_range(parsed, parsed.tokens[c.draft.speaker], c.draft.head)
        shown["source"] = part.source.share([words])
    return shown


def aims(head: Token) -> bool:
    """Whether a cue tells of an aim, a belief or a request: "said that he wished", "had asked for"."""
    cue = cues().get((head.lemma.lower(), head.pos))
    return cue is not None and cue.stance in AIMS


def is_loose(c: Chosen) -> bool:
    """Whether no clause says what is claimed: "attacked the camp", "considering a strike"."""
    return c.draft.shape.startswith(LOOSE)
