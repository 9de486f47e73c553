"""NewsML-G2: news items alone or in messages, their text in NITF, XHTML or plain; packages, plans, events and pictures are told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.formats.base import File, Found, PassedOver, passed_over, problem
from reportedly.formats.compose import Article, compose
from reportedly.formats.markup import words
from reportedly.formats.wires import catalogs, names, nitf
from reportedly.formats.wires.catalogs import Catalog
from reportedly.formats.wires.elements import attribute, day, language, language_tag, parsed, root_name, say, told
from reportedly.formats.wires.prose import of_text, paragraphs
from reportedly.formats.wires.versions import GONE, Sent, number, settled, withdrawn
from reportedly.model import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "newsml-g2"
_OTHERS = {
    "packageItem": ("package", "It is a package: a list of references to other items, without a text of its own."),
    "conceptItem": ("concept", "It describes a concept (a person, a place, an event of the diary) and is no article."),
    "knowledgeItem": ("concept", "It is a list of concepts and is no article."),
    "planningItem": ("planning", "It is a plan of coverage and is no article."),
    "catalogItem": ("concept", "It is a catalog of vocabularies and is no article."),
}
_EVENT = ("event", "It is an event of the agency's diary and is no article.")
_PICTURES = frozenset("picture photo graphic video audio animated".split())
PLANS = frozenset("program textprogram daybook agenda".split())  # genres of what is only announced
_FRAGMENTS = frozenset({"contentSet", "contentMeta", "itemMeta"})
_ROOTS = frozenset({"newsItem", "newsMessage", *_OTHERS})
_SUB = ("sub", "deck", "kicker")


def sniff(file: File) -> float:
    """Certain where the root is one of NewsML-G2 and its namespace is named; likely for pieces of an item."""
    if not file.opening.startswith("<"):
        return 0.0
    root = root_name(file.opening)
    if root in _ROOTS:
        return 0.97 if "iptc.org/std/nar" in file.opening or "NewsML-G2" in file.opening else 0.8
    return 0.8 if root in _FRAGMENTS else 0.0


def read(file: File) -> Iterator[Found]:
    """The articles in order; of several versions of an item the last, of one that was withdrawn none."""
    xml = parsed(file)
    catalog = Catalog.within(xml.root)
    items = [e for e in xml.root.iter("newsItem", *_OTHERS) if not any(a.tag == "newsItem" or a.tag in _OTHERS for a in e.iterancestors())]
    stamp = say(xml.root, "header/sent")
    sent = [_sent(item, n, stamp, catalog) for n, item in enumerate(items or [xml.root], 1)]
    yield from told(settled(sent), xml)


def _sent(item: _Element, n: int, stamp: str | None, catalog: Catalog) -> Sent:
    guid = item.get("guid")
    where = f"item {n} ({guid})" if guid else f"item {n}"
    version = number(item.get("version"))
    status = catalog.code(item.find("itemMeta/pubStatus"), catalogs.STATUS)
    if status in GONE:
        return Sent(where=where, key=guid, version=version, found=(withdrawn(where),), withdrawn=True)
    return Sent(where=where, key=guid, version=version, found=(_found(item, where, stamp, catalog),))


def _found(item: _Element, where: str, stamp: str | None, catalog: Catalog) -> Found:
    if item.tag in _OTHERS:
        event = item.tag == "conceptItem" and catalog.code(item.find("concept/type"), catalogs.CONCEPT) == "event"
        return passed_over(where, *(_EVENT if event else _OTHERS[str(item.tag)]))
    nature = catalog.code(item.find("itemMeta/itemClass"), catalogs.NATURE)
    if nature in _PICTURES:
        return passed_over(where, str(nature), f"It is of the class {nature!r}: its words are a caption, and it is no article.")
    if any(_genre(g) in PLANS for g in item.iterfind("contentMeta/genre")):
        return announcement(where)
    article = _article(item, stamp, catalog)
    if article is None:
        return passed_over(where, "no-text", "It has no text: its content is empty, lies in another file, or holds no prose.")
    return compose(article, NAME)


def announcement(where: str) -> PassedOver:
    return passed_over(where, "planning", "It announces what will be covered and is no article.")


def _genre(genre: _Element) -> str:
    return (genre.get("qcode") or genre.get("literal") or "").rpartition(":")[2].lower()


def _article(item: _Element, stamp: str | None, catalog: Catalog) -> Article | None:
    """None where the item has no prose."""
    meta = item.find("contentMeta")
    headline, deck = _headlines(meta, language(item))
    agency = _publisher(item)
    content = next(((e, found) for e in _contents(item) if (found := _parts(e, headline, agency)).paragraphs), None)
    if content is None:
        return None
    element, text = content
    said = language_tag(attribute(meta, "language", "tag")) or language(element, item)
    written, prose = byline_taken(text.paragraphs, said)
    guid, version = item.get("guid"), item.get("version")
    return Article(
        headline=headline or text.headline or say(item, "itemMeta/title"),
        subheadline=deck or text.subheadline,
        paragraphs=prose,
        authors=names.authors(say(meta, "by"), said, agency) or text.authors or _creators(meta, agency) or written,
        dateline=nitf.clean_dateline(say(meta, "dateline")) or text.dateline,
        published=day(*_stamps(item), stamp),
        publisher=agency,
        language=said,
        word_count=_count(element),
        copyright=say(item, "rightsInfo/copyrightNotice"),
        accession=guid,
        id=f"{guid}:{version}" if guid and version else guid,
        problems=tuple(_told(item, catalog)),
    )


def _headlines(meta: _Element | None, said: str | None) -> tuple[str | None, str | None]:
    """Headline and deck: by their roles, and of several languages in that of the item."""
    found = [h for h in ([] if meta is None else meta.iterfind("headline")) if words(h)]
    decks = [h for h in found if any(mark in (h.get("role") or "").lower().rpartition(":")[2] for mark in _SUB)]
    mains = [h for h in found if h not in decks]
    mains = [h for h in mains if language(h) in (None, said)] or mains
    return (words(mains[0]) if mains else None), (words(decks[0]) if decks else None)


def _contents(item: _Element) -> Iterator[_Element]:
    """The renditions of the content, marked-up ones first: they are alternatives, so the first with prose is enough."""
    for name in ("inlineXML", "inlineData"):
        yield from item.iter(name)


def _parts(content: _Element, headline: str | None, agency: str | None) -> nitf.Parts:
    """What one rendition holds. Other XML than NITF and XHTML is asked for its paragraphs."""
    if content.tag == "inlineData":
        kind = (content.get("contenttype") or "text/plain").lower()
        readable = kind.startswith(("text/", "application/xhtml", "application/xml")) and not content.get("encoding")
        prose = of_text("".join(content.itertext()), headline) if readable else ()
        return nitf.Parts(paragraphs=prose, dateline=nitf.opened_by(prose))
    document = next(content.iter("nitf"), None)
    if document is not None:
        return nitf.parts(document, language(content, document), agency)
    html = next(content.iter("html"), None)
    above = headline or say(html, ".//h1", "head/title")
    marked = html is not None or next(content.iter("p", "P"), None) is not None
    prose = paragraphs(content, above, say(html, ".//h1")) if marked else ()
    return nitf.Parts(headline=above, paragraphs=prose, dateline=nitf.opened_by(prose))


def byline_taken(prose: tuple[str, ...], said: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The authors of a byline that stands among the first paragraphs, and the prose without it."""
    at = next((n for n, p in enumerate(prose[: nitf.NEAR]) if names.is_byline(p)), None)
    return ((), prose) if at is None else (names.authors(prose[at], said), prose[:at] + prose[at + 1 :])


def _publisher(item: _Element) -> str | None:
    """The agency by its name: the provider's, where that is but an address the credit line, then the holder of the rights."""
    provider = item.find("itemMeta/provider")
    code = (attribute(provider, ".", "qcode") or "").rpartition(":")[2]
    address = attribute(provider, ".", "literal") or (attribute(provider, ".", "uri") or "").rstrip("/").rpartition("/")[2]
    return names.publisher(
        say(provider, "name"),
        address if provider is not None and provider.get("literal") else None,
        names.AGENCIES.get(code.lower()),
        say(item, "contentMeta/creditline"),
        names.AGENCIES.get(address.lower()),
        _party(item, "rightsInfo/copyrightHolder"),
        _party(item, "contentMeta/infoSource"),
        code,
        attribute(provider, ".", "uri"),
    )


def _party(item: _Element, path: str) -> str | None:
    return say(item, f"{path}/name") or attribute(item, path, "literal")


def _creators(meta: _Element | None, agency: str | None) -> tuple[str, ...]:
    """The creators that are persons: by their type, else by their names."""
    found = []
    for creator in [] if meta is None else meta.iterfind("creator"):
        kind, name = (creator.get("type") or "").lower(), say(creator, "name") or creator.get("literal") or ""
        if "person" in kind or (not kind and names.person_shaped(name)):
            found.append(name)
    known = [say(meta, "creditline"), say(meta, "infoSource/name"), attribute(meta, "infoSource", "literal")]
    return names.persons(found, agency, *known)


def _stamps(item: _Element) -> Iterator[str | None]:
    """When this version was made, then what comes near it."""
    yield say(item, "itemMeta/versionCreated")
    yield say(item, "contentMeta/contentModified", "contentMeta/contentCreated", "itemMeta/firstCreated")


def _count(content: _Element) -> int | None:
    stated = content.get("wordcount") or ""
    return int(stated) or None if stated.isascii() and stated.isdigit() and len(stated) < 8 else None


def _told(item: _Element, catalog: Catalog) -> Iterator[Problem]:
    embargo = item.find("itemMeta/embargoed")
    if embargo is not None:
        until = f" until {words(embargo)}" if words(embargo) else ""
        yield problem("embargo", f"The agency sent it under embargo{until}. Check that it may be used.")
    if any(catalog.code(s, catalogs.SIGNAL) == "correction" for s in item.iterfind("itemMeta/signal")):
        yield problem("correction", "The agency sent it as the correction of an earlier version. Do not use earlier copies.")
