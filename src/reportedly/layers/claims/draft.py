"""A draft: a place in the parse that may be an attribution, before it is weighed."""

from __future__ import annotations

import msgspec

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
