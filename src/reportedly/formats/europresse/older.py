"""The parts of an article in Europresse's layout before 2014: spans and lines that follow one another in a table cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.formats.europresse.header import authors, byline_shaped, header, publisher
from reportedly.formats.europresse.parts import COPYRIGHT, Layout, prose
from reportedly.formats.markup import blocks, words

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMED = re.compile(rb"<span[^<>]{0,80}\bDocPublicationName\b", re.I)
_CELL = re.compile(rb"<table[^<>]{0,80}\btbHeaderImages\b", re.I)
_MARK = "\ue000"  # with it and the next begins and ends what stands for a span
_CLOSE = "\ue001"


def spans(raw: bytes) -> Iterator[tuple[int, int]]:
    """The stretches from one newspaper's name to the next; from the table of pictures above it where there is one for each."""
    named, cells = ([m.start() for m in form.finditer(raw)] for form in (_NAMED, _CELL))
    starts = cells or named
    yield from zip(starts, [*starts[1:], len(raw)], strict=False)


def layout(root: _Element) -> Layout | None:
    """The parts of one article; None where an error stands in its place."""
    named = _marked(root, "docpublicationname", "N")
    headers = _marked(root, "docheader", "H")
    titles = _marked(root, "titrearticlevisu", "T")
    if not named and not titles:
        return None
    lines = [line for block in blocks(root) for line in (block.split("\n") if _MARK in block else [block])]
    at = next((n for n, line in enumerate(lines) if f"{_MARK}T" in line), None)
    above = lines[:at] if at is not None else [line for line in lines if _MARK in line]
    below = lines[at:] if at is not None else lines[len(above) :]
    kicker = [bare for line in above[_after_header(above) :] if (bare := _bare(line))]
    byline, rest = _byline(below)
    return Layout(
        publisher=publisher(named[0]) if named else None,
        header=header("".join(headers)),
        kicker=" / ".join(kicker) or None,
        headline=titles[0] if titles else None,
        authors=byline,
        prose=prose(rest),
        copyright=next((line for line in rest if COPYRIGHT.match(line)), None),
    )


def _marked(root: _Element, kind: str, letter: str) -> list[str]:
    """The words of the spans of a class; a mark stands in their places, so that the page's other lines can be told from them."""
    found = []
    for element in [e for e in root.iter() if isinstance(e.tag, str) and kind in (e.get("class") or "").lower().split()]:
        said = words(element)
        whole = "".join(element.itertext())
        found.append(whole if letter == "H" else said)
        for child in list(element):
            element.remove(child)
        element.text = f"{_MARK}{letter}{_CLOSE}"
    return found


def _after_header(above: list[str]) -> int:
    """The first line that holds nothing of newspaper, section and day."""
    return next((n + 1 for n in range(len(above) - 1, -1, -1) if _MARK in above[n]), 0)


def _bare(line: str) -> str:
    return re.sub(rf"{_MARK}[NHT]{_CLOSE}", "", line).strip()


def _byline(below: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """The names right under the headline, and the lines of the text."""
    rest = [bare for line in below if (bare := _bare(line))]
    first = rest[0] if rest else ""
    if len(rest) > 1 and "\n" not in first and byline_shaped(first) and not COPYRIGHT.match(first):
        return authors(first), rest[1:]
    return (), rest
