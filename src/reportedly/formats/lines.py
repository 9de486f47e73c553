"""The lines of a header, and whether a blank line stands before each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.formats.tidy import strip, tidy
from reportedly.model import Record, Span

_LINE = re.compile(r"[^\r\n]+")


class Line(Record, frozen=True, kw_only=True):
    """A line that is not blank; `gap` says whether a blank line stands before it."""

    span: Span
    words: str
    gap: bool


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """The lines of text[start:end] that are not blank, without the white space around them."""
    last = start
    for m in _LINE.finditer(text, start, len(text) if end is None else end):
        if m.group().isspace():
            continue
        gap = text.count("\n", last, m.start()) > 1
        yield Line(span=strip(text, m.start(), m.end()), words=tidy(m.group()), gap=gap)
        last = m.end()
