"""What a page says of itself: headline, deck, authors, day, publisher, in the order in which its sources can be trusted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reportedly.formats.tidy import tidy
from reportedly.formats.web.bylines import authors_of
from reportedly.formats.web.day import day_in, day_in_address
from reportedly.formats.web.linked import Linked, linked, several, words
from reportedly.model import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTITY_LIKE = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});", re.I)
_TAGS = re.compile(r"<[^<>]{1,200}>")
_CUT = re.compile(r"(?:\u2026|\.\.\.)$")
_SITE = re.compile(r"^(.{10,300}?)\s+[|\u2013\u2014\u00b7\u2022\-:\u00ab\u00bb]\s+([^|]{2,60})$")
_LOCALE = re.compile(r"([a-z]{2})(?:[-_][a-z]{2,4}\b.*)?", re.I)
_HEADLINES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "sailthru.title", "headline")
_SITES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "citation_journal_title")
_DAYS: tuple[str, ...] = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "sailthru.date",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "pubdate",
    "publishdate",
)
_DAYS += (
    "publish-date",
    "publish_date",
    "article.published",
    "published_time",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
)
_DAYS += ("date", "originalpublicationdate", "datecreated", "displaydate", "rnews:datepublished")
_DECKS = ("og:description", "description", "twitter:description", "dc.description")
_SECTIONS = ("article:section", "og:article:section", "section", "dc.subject.section", "cxenseparse:category")
SHORTEST_TITLE = 3  # words that a headline without its site's name must keep


class Said(Record, frozen=True, kw_only=True):
    """The page's words about itself; what it does not say is None. `article` is whether it calls itself one."""

    headline: str | None = None
    title: str | None = None
    deck: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    publisher: str | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    word_count: int | None = None
    article: bool = False
    paid: bool = False
    kind: str = ""
    linked: Linked = Linked()


def said(tree: _Element, url: str | None) -> Said:
    """Read the page's head once, its JSON-LD once, and its marked-up elements only for what those leave open."""
    meta = _meta(tree)
    address = _address(tree, meta, url)
    ld = linked(tree, address, _first(meta, ("og:title",)), url)
    node, ids = ld.article or {}, ld.by_id
    site = _site(_first(meta, _SITES))
    publisher = line_of(words(node.get("publisher"), ids)) or site or _host(address)
    if site and publisher and publisher.startswith(f"{site} ("):  # "The Courier (Courier Online)"
        publisher = site
    kind = (_first(meta, ("og:type",)) or "").lower()
    return Said(
        headline=_headline(tree, meta, node.get("headline") or node.get("name"), publisher, _host(address)),
        title=line_of(_text(tree.find(".//head//title"))),
        deck=line_of(words(node.get("description"))) or line_of(_first(meta, _DECKS)),
        authors=authors_of(tree, meta, [line_of(words(a, ids)) for a in several(node.get("author") or node.get("creator"))], publisher),
        published=_published(tree, meta, node, address),
        publisher=publisher,
        section=line_of(words(node.get("articleSection"))) or line_of(_first(meta, _SECTIONS)),
        language=_language(tree, meta, node.get("inLanguage")),
        url=address,
        word_count=_count(node.get("wordCount")),
        article=bool(ld.article) or "article" in kind or "article:published_time" in meta,
        paid=str(node.get("isAccessibleForFree", "")).lower() in ("false", "no", "http://schema.org/false", "https://schema.org/false"),
        kind=kind,
        linked=ld,
    )


def _meta(tree: _Element) -> dict[str, list[str]]:
    """The contents of all meta elements by name, in lower case."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for name in {(element.get(key) or "").lower() for key in ("name", "property", "itemprop", "http-equiv")} - {""}:
            if content:
                found.setdefault(name, []).append(content)
    return found


def _first(meta: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((meta[name][0] for name in names if name in meta), None)


def line_of(stated: object) -> str | None:
    """Words on one line, without the markup and entities that hide in attributes and JSON."""
    if not isinstance(stated, str):
        return None
    if "<" in stated:
        stated = _TAGS.sub(" ", stated)
    if _ENTITY_LIKE.search(stated):
        from html import unescape

        stated = unescape(stated)
    return tidy(stated) or None


def _text(element: _Element | None) -> str:
    return tidy(" ".join(element.itertext())) if element is not None else ""


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _site(name: str | None) -> str | None:
    name = line_of(name)
    return None if name is None or name.startswith(("http", "@")) else name


def _address(tree: _Element, meta: dict[str, list[str]], url: str | None) -> str | None:
    """The page's lasting address, else the one it was found under."""
    stated = [e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    for candidate in (*stated, _first(meta, ("og:url",)), url):
        if candidate and candidate.strip().startswith(("http://", "https://")) and _host(candidate.strip()):
            return str(candidate).strip()
    return None


def _headline(tree: _Element, meta: dict[str, list[str]], stated: object, publisher: str | None, host: str | None) -> str | None:
    """As the JSON-LD and the meta elements give it, unless cut short; else the only first-rank heading; else the title."""
    headings = [t for e in tree.iter("h1") if (t := _text(e))]
    heading = headings[0] if len(headings) == 1 else None
    title = _text(tree.find(".//head//title"))
    for candidate in (stated, _first(meta, _HEADLINES), heading, title, *headings):
        line = _without_site(line_of(candidate), publisher, host, heading)
        if line and not _CUT.search(line):
            return line
    return line_of(stated) or heading or title or None


def _without_site(line: str | None, publisher: str | None, host: str | None, heading: str | None) -> str | None:
    """A title without the name of its site after it."""
    while line and (m := _SITE.match(line)):
        site = _letters(m[2])
        own = any(n and (site in n or n in site) for n in (_letters(publisher), _letters((host or "").split(".")[0])))
        if not (own or (heading and _letters(m[1]) == _letters(heading))):
            return line
        line = m[1]
    return line


def _letters(words_: str | None) -> str:
    return re.sub(r"\W", "", words_ or "").casefold()


def _published(tree: _Element, meta: dict[str, list[str]], node: dict[str, object], url: str | None) -> date | None:
    """The day first stated of: JSON-LD, meta elements, elements marked up as the date, the address; elements only if the head is silent."""
    head = [words(node.get("datePublished")), *(v for name in _DAYS for v in meta.get(name, ())), words(node.get("dateCreated"))]
    return _first_day(head) or _first_day(_marked_days(tree)) or day_in_address(url)


def _first_day(stated: Sequence[str | None]) -> date | None:
    return next((day for candidate in stated if (day := day_in(candidate))), None)


def _marked_days(tree: _Element) -> list[str | None]:
    marked = tree.xpath('//*[@itemprop="datePublished" or @property="datePublished"]') or tree.xpath("//time[@pubdate]")
    return [e.get("datetime") or e.get("content") or _text(e) for e in marked[:3]]


def _language(tree: _Element, meta: dict[str, list[str]], stated: object) -> str | None:
    own = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang")
    for candidate in (own, words(stated), _first(meta, ("og:locale", "content-language", "dc.language", "language"))):
        if candidate and (m := _LOCALE.fullmatch(candidate.strip())):
            return m[1].lower()
    return None


def _count(stated: object) -> int | None:
    digits = re.sub(r"[,. ]", "", str(stated))
    return int(digits) if digits.isdecimal() and 0 < len(digits) < 7 and int(digits) else None
