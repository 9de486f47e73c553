"""An unlabelled article in HTML: a block for every line of its header, with classes for headline, byline and paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.formats import header as hd
from reportedly.formats.factiva import accession as an
from reportedly.formats.factiva import correction, unlabelled
from reportedly.formats.factiva.fields import NUMBER, Fields
from reportedly.formats.factiva.masthead import Masthead, is_source, masthead
from reportedly.formats.lines import Line
from reportedly.formats.markup import blocks
from reportedly.formats.tidy import tidy
from reportedly.model import Record, Span

if TYPE_CHECKING:
    from lxml.etree import _Element

HEAD, AUTHOR, PROSE, OTHER = "head", "author", "prose", "other"
LONGEST_LAST = 20  # words; a block under the last paragraph that is no longer is the publisher's name or a note of the archive
_HEADLINE = re.compile(r"[a-z]{2,4}Headline")
_FIXED = ("pre", "table")  # tables in the text carry no class of their own


class Block(Record, frozen=True, kw_only=True):
    """A block of an article: what its class says that it is, and its words."""

    kind: str
    words: str


def lined(article: _Element, number: str | None, language: str | None, stretch: tuple[int, int] | None) -> Fields | None:
    """The fields of an unlabelled article; None where it holds no words."""
    found, stated = _without_number(_blocks(article))
    if not found:
        return None
    number = stated or number
    cut = next((n for n, block in enumerate(found) if block.kind == PROSE), len(found))
    said, below = _header(found[:cut], number)
    prose, last = _prose(found[below.body if cut == len(found) else cut :])
    return Fields(said=said | last, paragraphs=prose, number=number, language=below.language or language, byte_range=stretch)


def _blocks(article: _Element) -> list[Block]:
    """All blocks in order; one that an element with a class gives as well is of that kind."""
    kinds: dict[str, list[str]] = {}
    taken: set[_Element] = set()
    for element in article.iter("*"):
        if (kind := _kind(element)) and not any(above in taken for above in element.iterancestors()):
            taken.add(element)
            for block in blocks(element):
                kinds.setdefault(block, []).append(kind)
    return [Block(kind=kinds[b].pop(0) if kinds.get(b) else OTHER, words=b) for b in blocks(article)]


def _kind(element: _Element) -> str | None:
    marks = (element.get("class") or "").split()
    if element.get("id") == "hd" or any(_HEADLINE.fullmatch(m) for m in marks):
        return HEAD
    if "author" in marks:
        return AUTHOR
    return PROSE if "articleParagraph" in marks or element.tag in _FIXED else None


def _without_number(found: list[Block]) -> tuple[list[Block], str | None]:
    """The blocks above the document line, and the number in it."""
    for n in range(len(found) - 1, -1, -1):
        if m := NUMBER.fullmatch(tidy(found[n].words)):
            return found[:n], m[1]
    return found, None


def _header(found: list[Block], number: str | None) -> tuple[dict[str, str], Masthead]:
    """The fields in the blocks above the prose, and the masthead, which says with which block it ends."""
    lines = [Line(span=Span(n, n + 1), words=tidy(b.words), gap=False) for n, b in enumerate(found)]
    anchor = next(iter(unlabelled.pairs(lines)), None) or unlabelled.half_pair(lines, number) or _by_source(lines, number)
    if anchor is None:
        return _above(found), Masthead(body=len(found))
    below = masthead(lines[anchor.below :], anchor.below, an.source_code(number) if number else None)
    stated = {"WC": lines[anchor.top].words if anchor.words is not None else "", "PD": anchor.day.isoformat() if anchor.day else ""}
    return _above(found[: anchor.top]) | stated | _imprint(below), below


def _by_source(lines: list[Line], number: str | None) -> unlabelled.Anchor | None:
    """In an interface language whose words and months are not known: the source's name stands above the known source code."""
    code = an.source_code(number) if number else None
    at = next((n for n, line in enumerate(lines) if code and is_source(line.words, code)), 0)
    return unlabelled.Anchor(top=max(at - 3, 0), below=at - 1) if at > 2 else None


def _above(found: list[Block]) -> dict[str, str]:
    """Sections, headline and byline from the blocks above the word count."""
    heads = [n for n, block in enumerate(found) if block.kind == HEAD]
    authors = [block.words for block in found if block.kind == AUTHOR]
    others = [n for n, block in enumerate(found) if block.kind == OTHER]
    at = heads[0] if heads else (others[-1] if others else len(found))
    if not authors and heads and others and others[-1] > at and hd.has_byline_prefix(found[others[-1]].words):
        authors = [found[others.pop()].words]
    headline = " ".join(found[n].words for n in heads or others[-1:])
    sections = " / ".join(found[n].words for n in others if n < at)
    return {"HD": headline, "SE": sections, "BY": "\n".join(authors)}


def _imprint(below: Masthead) -> dict[str, str]:
    fields = {"SN": below.publisher, "SC": below.publisher_code, "ED": below.edition, "PG": below.page, "CY": below.copyright}
    return {code: value for code, value in fields.items() if value}


def _prose(found: list[Block]) -> tuple[tuple[str, ...], dict[str, str]]:
    """The paragraphs; and of what stands under them without a class, a correction and the publisher."""
    last = max((n for n, block in enumerate(found) if block.kind == PROSE), default=len(found) - 1)
    under = [block.words for block in found[last + 1 :]]
    notes = [words for words in under if correction.says_so(words)]
    short = [words for words in under if len(words.split()) <= LONGEST_LAST and words not in notes]
    long = [words for words in under if words not in notes and words not in short]
    said = {"CX": " ".join(notes), "PUB": short[-1] if short else ""}
    return (*(block.words for block in found[: last + 1]), *long), said
