"""The descriptions that a page carries for machines: JSON-LD by schema.org."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from reportedly.model import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

type Node = dict[str, Any]

_POSTINGS = frozenset({"blogposting", "liveblogposting", "socialmediaposting", "report"})
_LISTS = frozenset({"collectionpage", "itemlist", "searchresultspage", "profilepage", "aboutpage", "contactpage"})
_GALLERIES = frozenset({"imagegallery", "mediagallery", "imageobject"})
_WRAPPED = re.compile(r"^\s*(?:<!--|/?/?\*?<!\[CDATA\[\*?/?|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_INTO = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")  # where a page's own article may stand within another description
LARGEST = 1_000_000  # characters of one description
MOST = 2_000  # descriptions looked at in a page


class Linked(Record, frozen=True, kw_only=True):
    """What the descriptions tell: of the article, and whether the page is a list, a gallery or a video."""

    article: Node | None = None
    articles: int = 0
    is_list: bool = False
    is_gallery: bool = False
    is_video: bool = False
    by_id: Node = msgspec.field(default_factory=dict)


def linked(tree: _Element, *known: str | None) -> Linked:
    """What a page's JSON-LD says; of several articles the one that names one of the `known` addresses or headlines."""
    nodes = list(_nodes(tree))
    by_id = {i: n for n in nodes if isinstance(i := n.get("@id"), str) and len(n) > 1}
    articles = [n for n in nodes if _is_article(n)]
    said = {_plain(k) for k in known if k}
    chosen = next((a for a in articles if said & {_plain(w) for w in _marks(a)}), articles[0] if articles else None)
    kinds = {kind for n in nodes for kind in types(n)}
    return Linked(
        article=chosen,
        articles=len({str(a.get("headline") or a.get("url")) for a in articles}),
        is_list=bool(kinds & _LISTS) and not articles,
        is_gallery=bool(kinds & _GALLERIES) and not articles,
        is_video="videoobject" in kinds and not articles,
        by_id=by_id,
    )


def types(node: Node) -> set[str]:
    """A description's types in lower case, without their namespace."""
    return {t.rsplit("/", 1)[-1].lower() for t in several(node.get("@type")) if isinstance(t, str)}


def several(value: object) -> list[Any]:
    """A list of what may be one, many or none."""
    return value if isinstance(value, list) else [] if value is None else [value]


def words(value: object, by_id: Node | None = None) -> str | None:
    """The words or the name that a value holds: plain, in a list, or as a description with a name, perhaps elsewhere in the page."""
    for _ in range(4):  # a list of a description whose name is a list, and no deeper
        if isinstance(value, str):
            return value.strip() or None
        if isinstance(value, list):
            value = next((v for v in value if v), None)
        elif isinstance(value, dict):
            value = named((by_id or {}).get(str(value.get("@id")))) or named(value)  # the fuller description has the fuller name
    return None


def named(node: object) -> object:
    """A description's name, also where it is given in parts or as a byline."""
    if not isinstance(node, dict):
        return None
    parts = [str(node[k]) for k in ("givenName", "additionalName", "familyName") if node.get(k)]
    return node.get("name") or node.get("@value") or node.get("byline") or " ".join(parts) or node.get("alternateName")


def _nodes(tree: _Element) -> Iterator[Node]:
    waiting: deque[object] = deque()
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text and len(script.text) < LARGEST:
            waiting.append(_parsed(script.text))
    seen = 0
    while waiting and seen < MOST:
        node = waiting.popleft()
        if isinstance(node, list):
            waiting.extend(node[:MOST])
        elif isinstance(node, dict):
            seen += 1
            yield node
            waiting.extend(node[key] for key in _INTO if isinstance(node.get(key), dict | list))


def _parsed(script: str) -> object:
    try:
        return json.loads(_WRAPPED.sub("", script), strict=False)
    except (ValueError, RecursionError):
        return None


def _is_article(node: Node) -> bool:
    told = types(node)
    named_as_one = any(t.endswith("article") or t in _POSTINGS for t in told)
    return named_as_one and bool(node.get("headline") or node.get("name") or node.get("datePublished"))


def _marks(node: Node) -> Iterator[str]:
    for key in ("url", "@id", "headline"):
        if isinstance(node.get(key), str):
            yield node[key]
    whole = node.get("mainEntityOfPage")
    yield str(whole.get("@id")) if isinstance(whole, dict) else str(whole)


def _plain(mark: str) -> str:
    return re.sub(r"\W+", " ", re.sub(r"^https?://|[?#].*$", "", mark.strip())).strip().casefold()
