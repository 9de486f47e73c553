"""The lines of a header, and whether a blank line stands before each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.formats.tidy import tidy
from reportedly.model import Record, Span

LONGEST = 500  # characters of a line of a header; a longer one is prose, and needs no repair
_LINE = re.compile(r"\S(?:[^\r\n]*\S)?")


class Line(Record, frozen=True, kw_only=True):
    """A line that is not blank; `gap` says whether a blank line stands before it."""

    span: Span
    words: str
    gap: bool


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """The lines of text[start:end] that are not blank, without the white space around them."""
    last = start
    for m in _LINE.finditer(text, start, len(text) if end is None else end):
        bare, (first, after) = m[0], m.span()
        words = tidy(bare) if len(bare) < LONGEST else " ".join(bare.split())
        yield Line(span=Span(first, after), words=words, gap=text.count("\n", last, first) > 1)
        last = after
