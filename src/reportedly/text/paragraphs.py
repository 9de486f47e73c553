"""Find the paragraphs of a report's body, whatever its line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.formats.tidy import strip
from reportedly.model import Span

_LINE = re.compile(r"[^\r\n\x0b\x85\u2028\u2029]+")
_END = r"(?>\r\n|[\r\n\x0b\x85\u2028\u2029])"  # a line's end, on any machine; U+2029 alone parts paragraphs
_GAP = re.compile(rf"(?:\u2029|{_END}[^\S\r\n]*{_END})\s*")
_ITEM = re.compile(r"(?:[-\u2013\u2014\u2022\u25cf\u25aa*\u00b7] |\d{1,2}[:.]\d{2}(?: |h|$))")
_STOP = re.compile(r"[.!?:;,\u2026][\"'\u201d\u2019)\]]*$")  # how a line of a headline hardly ends
WRAP_WIDTH = (40, 110)  # a hard-wrapped line is about this long; prose on one line a paragraph is longer or very uneven
LONGEST = 20_000  # characters; a longer paragraph is cut at a sentence's end, so that no parse grows without bound


def paragraphs(text: str, body: Span, breaks: tuple[Span, ...] = ()) -> list[Span]:
    """The paragraphs of the body in reading order, without the white space around them; none crosses a break."""
    edges = [body.start, *(edge for b in breaks for edge in (b.start, b.end)), body.end]
    stretches = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    found: list[Span] = []
    for block in (b for stretch in stretches for b in _blocks(text, stretch)):
        lines = [strip(text, m.start(), m.end()) for m in _LINE.finditer(text, block.start, block.end)]
        for item in _items(text, [s for s in lines if s.start < s.end]):
            found += [Span(item[0].start, item[-1].end)] if _wrapped(text, item) else item
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


def _items(text: str, lines: list[Span]) -> Iterator[list[Span]]:
    """The lines of a block, parted before every line that begins with a bullet or a clock time."""
    first = 0
    for n, line in enumerate(lines):
        if n > first and _ITEM.match(text, line.start, line.end):
            yield lines[first:n]
            first = n
    if lines:
        yield lines[first:]


def _wrapped(text: str, lines: list[Span]) -> bool:
    """Whether the lines of an item are one hard-wrapped paragraph, and no list of headlines."""
    if len(lines) < 2:
        return bool(lines)
    low, high = WRAP_WIDTH
    if not all(low <= s.end - s.start <= high for s in lines[:-1]) or lines[-1].end - lines[-1].start > high:
        return False
    margin = max(s.end - s.start for s in lines)
    words = [line.of(text).split(maxsplit=1)[0] for line in lines[1:]]
    if any(s.end - s.start + 1 + len(word) <= margin for s, word in zip(lines, words, strict=False)):
        return False  # the next word would have fitted
    capitals = all(line.of(text)[0].isupper() or not line.of(text)[0].isalpha() for line in lines)
    return not capitals or any(_STOP.search(line.of(text)) for line in lines)


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
