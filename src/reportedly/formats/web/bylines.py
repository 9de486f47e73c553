"""Who wrote a page: from its descriptions for machines, else from elements marked up as the author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.formats import header as hd
from reportedly.formats.tidy import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

_FROM = re.compile(r"\s+(?:in|aus|\u00e0|en)\s+[A-Z\u00c0-\u00de][\w .'\u2019\-]{1,40}$")
_NO_NAME = re.compile(
    r"https?:.*|www\..*|\S+@\S+|@.*|admin(?:istrator)?|none|null|undefined|unknown|redaktion|r\u00e9daction|redacci[o\u00f3]n|redazione|webmaster",
    re.I,
)
_ROLE = re.compile(r"\b(?:writers?|reporters?|correspondents?|editors?|staff|desk|newsroom|bureau|team|contributors?)\b", re.I)
_META: tuple[str, ...] = (
    "author",
    "article:author",
    "og:article:author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "sailthru.author",
    "parsely-author",
    "citation_author",
    "authors",
    "cxenseparse:author",
)


def authors_of(tree: _Element, meta: dict[str, list[str]], stated: list[str | None], publisher: str | None) -> tuple[str, ...]:
    """From the first source that names anybody; a site as the author of its own page only where its JSON-LD (`stated`) says so."""
    told = names(stated)
    if told and not all(_ROLE.search(n) for n in told):
        return told
    for lines in ([v for name in _META for v in meta.get(name, ())], _marked(tree)):
        if found := tuple(n for n in names(lines) if _letters(n) != _letters(publisher)):
            return found
    return told  # "Staff reporter" is better than nobody


def names(stated: Sequence[str | None]) -> tuple[str, ...]:
    parts = [n for line in stated if (known := tidy(line or "")) for n in _name(known)]
    names = list(dict.fromkeys(n for n in parts if len(n) > 1 and not _NO_NAME.fullmatch(n)))
    whole = [n for n in names if not _ROLE.search(n)] or names
    persons = [n for n in whole if " " in n or not n.isupper()]
    return tuple(persons or whole)


def _name(line: str) -> tuple[str, ...]:
    """The names in what stands for one author, which may be a byline of several."""
    if _NO_NAME.fullmatch(line):
        return ()
    if hd.has_byline_prefix(line) or re.search(r"[,;|&]| (?:and|und|et) ", line):
        return hd.authors(_FROM.sub("", line))
    return (_FROM.sub("", line),)


def _marked(tree: _Element) -> list[str]:
    """Names in elements marked up as the author; those of a byline's class only where they read like one."""
    marked = tree.xpath('//*[@itemprop="author"]|//a[@rel="author"]')
    if found := [t for e in marked[:8] if 2 < len(t := tidy(" ".join(e.itertext()))) < 80]:
        return list(dict.fromkeys(found))
    classed = tree.xpath('//*[contains(@class,"byline") or contains(@class,"Byline") or @class="author"][not(ancestor::aside)]')
    near = (t for e in classed[:6] if 4 < len(t := tidy(" ".join(e.itertext()))) < 120)
    return [t for t in near if hd.byline_shaped(hd.without_prefix(t))][:1]


def _letters(words: str | None) -> str:
    return re.sub(r"\W", "", words or "").casefold()
