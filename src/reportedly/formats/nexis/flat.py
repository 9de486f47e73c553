"""The old layout in Word and RTF files, where nothing tells which lines are set in the middle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.formats.base import Found
from reportedly.formats.nexis import labels, old_article
from reportedly.formats.nexis.old_blocks import Block


def is_old(lines: Iterable[str]) -> bool:
    """Whether a counter of the old layout stands alone on a line."""
    return any(labels.COUNTER.match(line.strip()) for line in lines)


def read(lines: Iterable[str], name: str) -> Iterator[Found]:
    """The articles in lines, cut at the counters; what stands above the first is the cover page."""
    held: list[Block] | None = None
    number = 0
    for line in (line.strip() for line in lines):
        if labels.COUNTER.match(line):
            if held is not None:
                yield old_article.found(held, f"document {number}", name)
            held, number = [], number + 1
        elif line and held is not None:
            held.append(Block(lines=tuple(part for part in line.split("\n") if part.strip())))
    if held is not None:
        yield old_article.found(held, f"document {number}", name)
