"""The old layout in Word and RTF files, where nothing tells which lines are set in the middle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.formats.base import Found, passed_over
from reportedly.formats.compose import compose
from reportedly.formats.nexis import labels, old, old_html
from reportedly.formats.nexis.corrected import kept


def is_old(lines: Iterable[str]) -> bool:
    """Whether a counter of the old layout stands alone on a line."""
    return any(labels.COUNTER.match(line.strip()) for line in lines)


def read(lines: Iterable[str], name: str) -> Iterator[Found]:
    """The articles in lines, cut at the counters; what stands above the first is the cover page."""
    held: list[old.Block] | None = None
    number = 0
    for line in (line.strip() for line in lines):
        if labels.COUNTER.match(line):
            if held is not None:
                yield _document(held, number, name)
            held, number = [], number + 1
        elif line and held is not None:
            held.append(old.Block(lines=tuple(part for part in line.split("\n") if part.strip())))
    if held is not None:
        yield _document(held, number, name)


def _document(held: list[old.Block], number: int, name: str) -> Found:
    layout = old.read(held)
    if old.is_empty(layout):
        return passed_over(f"document {number}", "no-article", "It holds no article, at most copyright lines. Look it up in LexisNexis.")
    return kept(compose(old_html.article(held, layout, None), name), old.correction(layout))
