"""From the blocks of the old layout to an article, where it comes as HTML, Word or RTF and no text knows the places of its parts."""

from __future__ import annotations

import msgspec

from reportedly.formats.base import Found, passed_over
from reportedly.formats.compose import Article, compose
from reportedly.formats.nexis import old
from reportedly.formats.nexis.corrected import kept
from reportedly.formats.nexis.old_blocks import Block, words_of


def found(blocks: list[Block], where: str, name: str, byte_range: tuple[int, int] | None = None) -> Found:
    """What the blocks of one document hold. `name` is the format's."""
    layout = old.read(blocks)
    if old.is_empty(layout):
        return passed_over(where, "no-article", "It holds no article, at most copyright lines. Look it up in LexisNexis.")
    placed = msgspec.structs.replace(_article(blocks, layout), byte_range=byte_range)
    return kept(compose(placed, name), layout.correction())


def _article(blocks: list[Block], layout: old.Layout) -> Article:
    headline = words_of(blocks[layout.headline], layout.headline_at).replace("\n", " ") if layout.headline >= 0 else None
    return old.article(layout, headline=headline, subheadline=layout.value("highlight") or None, paragraphs=_prose(blocks, layout))


def _prose(blocks: list[Block], layout: old.Layout) -> tuple[str, ...]:
    if layout.body < 0:
        return ()
    first, *rest = blocks[layout.body : layout.tail]
    return (words_of(first, layout.body_at), *map(words_of, rest))
