"""The deck of a page: the words under its headline that are no part of the prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.formats.tidy import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

_CALLED = re.compile(
    r"standfirst|chapo|\bdek\b|deck\b|sub-?_?(?:title|head|line)|teaser|excerpt|summary|sommario|bajada|entradilla|ingress|onderkop|article__desc",
    re.I,
)
_OVER = frozenset({"h2", "h3", "h4", "header", "hgroup"})
START = 16  # characters of a deck by which it is looked for; a no-break space, which XPath tells from a space, often follows soon
SHORTEST, LONGEST = 20, 500  # characters of a deck
NEAR = 3  # elements from its words upward that may be called a deck


def deck_of(tree: _Element, stated: str | None, paragraphs: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The page's description, where readers see it under the headline; and the paragraphs without it.

    A description that repeats the beginning of the prose is no deck, unless the page calls those words one.
    """
    if not stated or not SHORTEST <= len(stated) <= LONGEST:
        return None, paragraphs
    first = next((n for n, p in enumerate(paragraphs[:2]) if _bare(p) == _bare(stated)), None)
    if first is None and any(_overlap(stated, p) for p in paragraphs[:3]):
        return None, paragraphs
    shown = _shown(tree, stated)
    if first is None:
        return (stated if shown else None), paragraphs
    if any(_is_deck(element) for element in shown) and len(paragraphs) > 1:
        return stated, (*paragraphs[:first], *paragraphs[first + 1 :])
    return None, paragraphs


def _shown(tree: _Element, stated: str) -> list[_Element]:
    """The elements of the page that hold the words and no others."""
    start = stated[:START].rsplit(" ", 1)[0]
    quote = '"' if '"' not in start else "'"
    if quote in start:
        return []
    found = tree.xpath(f"//body//*[starts-with(normalize-space(text()), {quote}{start}{quote})][not(self::script or self::style)]")
    return [e for e in found[:8] if _bare("".join(e.itertext())) == _bare(stated)]


def _is_deck(element: _Element) -> bool:
    above: _Element | None = element
    for _ in range(NEAR):
        if above is None or above.tag in ("article", "main", "body"):
            return False
        if (
            above.tag in _OVER
            or _CALLED.search(above.get("class") or "")
            or above.get("itemprop") in ("description", "alternativeHeadline")
        ):
            return True
        above = above.getparent()
    return False


def _overlap(stated: str, paragraph: str) -> bool:
    """Whether the description was made of the paragraph: it is cut from it, or the paragraph from it."""
    ours, theirs = _bare(stated), _bare(paragraph)
    return theirs.startswith(ours[:60]) or (len(theirs) > 40 and ours.startswith(theirs))


def _bare(words: str) -> str:
    return re.sub(r"\W+", " ", tidy(words)).strip().casefold()
