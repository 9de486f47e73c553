"""A draft: a place in the parse that may be an attribution, before it is weighed; and a draft that was chosen."""

from __future__ import annotations

import msgspec

from reportedly.model import Stance

Range = tuple[int, int]  # the first and last token, both inclusive


class Draft(msgspec.Struct, frozen=True, gc=False):
    """Who (`speaker`, the head token of the source, -1 for none), by which words, what, and in which construction.

    `head` is the token that the cue turns on, `shape` the name of the construction, `key` the preposition or noun
    that marks it, "" for none. `content` may be in pieces.
    """

    head: int
    shape: str
    speaker: int
    cue: Range
    content: tuple[Range, ...]
    key: str = ""


class Chosen(msgspec.Struct, frozen=True, gc=False):
    """A draft that may be a claim, with its finished content, its weight in log-odds, and its stance where the construction gives it.

    `cue` and `source` are their words as the encoder heard them, None where it heard none or the draft's own stand.
    """

    draft: Draft
    content: tuple[Range, ...]
    weight: float
    stance: Stance | None = None
    cue: Range | None = None
    source: Range | None = None
