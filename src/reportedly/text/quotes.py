"""Pair quotation marks: straight, curly, doubled, angled and single, per paragraph and across a running quotation.

News style opens every paragraph of a running quotation and closes only the last, so a mark without a partner is
never an error: it runs to the end of its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.model import Record, Span

_MARK = re.compile(r"``|''|[\"\u201c\u201d\u201e\u201f\u00ab\u00bb]")
_SINGLE = re.compile(
    r"(?<![\w.,])['\u2018\u201b](?=[A-Za-z\u201c\"])(?!(?:em|til|tis|twas|cause|n)\b)"
    r"(?P<said>(?:[^'\u2018\u2019\n]|(?<=\w)['\u2019](?=\w)){2,400}?)(?<=[\w.,!?\u2026])['\u2019](?!\w)"
)
_OPENERS, _CLOSERS = frozenset("\u201c\u201e\u201f\u00ab") | {"``"}, frozenset("\u201d\u00bb") | {"''"}


class Quotation(Record, frozen=True, kw_only=True):
    """A quotation with its marks. `closed` is false where it runs on to the end of its paragraph."""

    span: Span
    paragraph: int
    closed: bool = True
    single: bool = False

    @property
    def inside(self) -> Span:
        """The words between the marks."""
        return Span(self.span.start + 1, max(self.span.start + 1, self.span.end - self.closed))


def quotations(text: str, paragraphs: list[Span]) -> tuple[Quotation, ...]:
    """All quotations in reading order; singles are listed only where no double quotation holds them."""
    found: list[Quotation] = []
    for n, paragraph in enumerate(paragraphs):
        double = list(_double(text, paragraph, n))
        single = [q for q in _single(text, paragraph, n) if not any(d.span.holds(q.span) for d in double)]
        found += sorted(double + single, key=lambda q: q.span)
    return tuple(found)


def _opens(text: str, m: re.Match[str], paragraph: Span, is_open: bool) -> bool:
    """Whether a mark opens: curly ones say so, straight ones by the space about them."""
    mark = m.group()
    if mark in _OPENERS:
        return True
    if mark in _CLOSERS and not (mark == "''" and _starts(text, m, paragraph)):
        return False
    before = text[m.start() - 1] if m.start() > paragraph.start else " "
    after = text[m.end()] if m.end() < paragraph.end else " "
    if before.isspace() != after.isspace():
        return before.isspace()
    return not is_open


def _starts(text: str, m: re.Match[str], paragraph: Span) -> bool:
    return m.start() == paragraph.start or text[m.start() - 1].isspace()


def _double(text: str, paragraph: Span, n: int) -> Iterator[Quotation]:
    opened: int | None = None
    for m in _MARK.finditer(text, paragraph.start, paragraph.end):
        opens = _opens(text, m, paragraph, opened is not None)
        if opens and opened is None:
            opened = m.start()
        elif not opens and opened is not None:
            yield Quotation(span=Span(opened, m.end()), paragraph=n)
            opened = None
    if opened is not None:
        yield Quotation(span=Span(opened, paragraph.end), paragraph=n, closed=False)


def _single(text: str, paragraph: Span, n: int) -> Iterator[Quotation]:
    for m in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        if " " in m["said"] or m["said"][-1] in ".,!?":
            yield Quotation(span=Span(m.start(), m.end()), paragraph=n, single=True)
