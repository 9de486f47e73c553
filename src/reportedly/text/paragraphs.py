"""Find the paragraphs of a report's body, whatever its line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.formats.tidy import strip
from reportedly.model import Span

_LINE = re.compile(r"[^\r\n\x0b\x85\u2028\u2029]+")
_END = r"(?>\r\n|[\r\n\x0b\x85\u2028\u2029])"  # a line's end, on any machine; U+2029 alone parts paragraphs
_GAP = re.compile(rf"(?:\u2029|{_END}[^\S\r\n]*{_END})\s*")
WRAP_WIDTH = (40, 110)  # a hard-wrapped line is about this long; prose on one line a paragraph is longer or very uneven
LONGEST = 20_000  # characters; a longer paragraph is cut at a sentence's end, so that no parse grows without bound


def paragraphs(text: str, body: Span, breaks: tuple[Span, ...] = ()) -> list[Span]:
    """The paragraphs of the body in reading order, without the white space around them; none crosses a break."""
    edges = [body.start, *(edge for b in breaks for edge in (b.start, b.end)), body.end]
    stretches = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    found: list[Span] = []
    for block in (b for stretch in stretches for b in _blocks(text, stretch)):
        lines = [strip(text, m.start(), m.end()) for m in _LINE.finditer(text, block.start, block.end)]
        lines = [s for s in lines if s.start < s.end]
        found += [Span(lines[0].start, lines[-1].end)] if _wrapped(lines) else lines
    return [piece for p in found for piece in _pieces(text, p)]


def _blocks(text: str, body: Span) -> Iterator[Span]:
    """Stretches between blank lines."""
    at = body.start
    for gap in _GAP.finditer(text, body.start, body.end):
        if text[at : gap.start()].strip():
            yield Span(at, gap.start())
        at = gap.end()
    if text[at : body.end].strip():
        yield Span(at, body.end)


def _wrapped(lines: list[Span]) -> bool:
    """Whether the lines of a block are one hard-wrapped paragraph."""
    if len(lines) < 2:
        return bool(lines)
    low, high = WRAP_WIDTH
    return all(low <= s.end - s.start <= high for s in lines[:-1]) and lines[-1].end - lines[-1].start <= high


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """The span itself, or, where it is too long to parse at once, stretches of it that end with a sentence or a word."""
    at = span.start
    while span.end - at > LONGEST:
        window = text[at : at + LONGEST]
        cut = max(window.rfind(". "), window.rfind("\n")) + 1 or window.rfind(" ") + 1 or LONGEST
        yield strip(text, at, at + cut)
        at += cut
    rest = strip(text, at, span.end)
    if rest.start < rest.end:
        yield rest
