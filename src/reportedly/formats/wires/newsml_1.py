"""NewsML 1.0 to 1.2: news items of AFP, Reuters, EFE, Belga and others, with the text in NITF, XHTML, bare paragraphs or plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from reportedly.formats.base import File, Found, passed_over, problem
from reportedly.formats.compose import Article, compose
from reportedly.formats.markup import words
from reportedly.formats.wires import names, nitf
from reportedly.formats.wires.elements import attribute, day, language, language_tag, parsed, root_name, say, told
from reportedly.formats.wires.newsml_g2 import PLANS, announcement, byline_taken
from reportedly.formats.wires.prose import of_text, paragraphs
from reportedly.formats.wires.versions import GONE, Sent, number, settled, withdrawn
from reportedly.model import Problem

if TYPE_CHECKING:
    from datetime import date

    from lxml.etree import _Element

NAME = "newsml-1"
# Roles of components whose words stand beside a picture, or are another form of the same text.
_BESIDE = re.compile(r"caption|photo|picture|image|thumb|quicklook|highdef|preview|graphi|video|audio|icon|slug|keyword|translation", re.I)
_TITLES, _LEADS = frozenset({"title", "headline"}), frozenset({"lead", "abstract", "summary", "chapo", "teaser"})
_DECKS = frozenset({"subtitle", "subheadline", "subhead"})
_UNVERSIONED = re.compile(r":\d+[NUA]?$")


class Component(NamedTuple):
    """What is asked of a component; `first_only` is its first one where all within it are the same thing in other forms."""

    headline: str | None
    role: str
    first_only: _Element | None


class Text(NamedTuple):
    """The text of one content item: its role in the article, and the component that has the headline it belongs to."""

    role: str
    owner: _Element
    chain: tuple[_Element, ...]  # the components around it, from the innermost
    parts: nitf.Parts
    word_count: int | None = None


def sniff(file: File) -> float:
    """Certain where the root is `NewsML` with an item or envelope."""
    if "<NewsML" not in file.opening or root_name(file.opening) != "NewsML":
        return 0.0
    return 0.95 if "NewsItem" in file.opening or "NewsEnvelope" in file.opening else 0.7


def read(file: File) -> Iterator[Found]:
    """The articles in order; of several revisions of an item the last, of one that was withdrawn none."""
    xml = parsed(file)
    items = xml.root.findall(".//NewsItem")
    if not items:
        yield passed_over("file", "no-text", "It is NewsML without a news item: an envelope or a catalog.")
    stamp = say(xml.root, "NewsEnvelope/DateAndTime")
    sent = [_sent(item, n, stamp) for n, item in enumerate(items, 1)]
    yield from told(settled(sent), xml)


def _sent(item: _Element, n: int, stamp: str | None) -> Sent:
    identifier = item.find("Identification/NewsIdentifier")
    public = say(identifier, "PublicIdentifier")
    where = f"item {n} ({public})" if public else f"item {n}"
    parts = [say(identifier, name) or "" for name in ("ProviderId", "DateId", "NewsItemId")]
    key = ":".join(parts) if parts[2] else _UNVERSIONED.sub("", public) if public else None
    version = number(say(identifier, "RevisionId"))
    if _status(item) in GONE:
        return Sent(where=where, key=key, version=version, found=(withdrawn(where),), withdrawn=True)
    return Sent(where=where, key=key, version=version, found=tuple(_found(item, where, stamp)))


def _status(item: _Element) -> str:
    return (attribute(item, "NewsManagement/Status", "FormalName") or "usable").lower()


def _found(item: _Element, where: str, stamp: str | None) -> Iterator[Found]:
    genres = {(g.get("FormalName") or "").lower() for g in item.iter("Genre")}
    if genres & PLANS:
        yield announcement(where)
        return
    owners: dict[int, list[Text]] = {}
    for text in _texts(item):
        owners.setdefault(id(text.owner), []).append(text)
    articles = [a for n, texts in enumerate(owners.values(), 1) if (a := _article(item, texts, n, stamp))]
    yield from (compose(a, NAME) for a in articles)
    if not articles:
        yield passed_over(where, *_without_text(item))


def _without_text(item: _Element) -> tuple[str, str]:
    kinds = {(m.get("FormalName") or "").lower() for m in item.iter("MediaType")} - {"text", ""}
    if next(item.iter("NewsItemRef"), None) is not None or next(item.iterdescendants("NewsItem"), None) is not None:
        return "package", "It is a package: other items or references to them, without a text of its own."
    if kinds:
        kind = "picture" if kinds & {"photo", "picture", "image"} else min(kinds)
        return kind, f"It holds {', '.join(sorted(kinds))} with captions and is no article."
    return "no-text", "It has no text: its content is empty, lies in another file, or it only updates another item."


def _texts(item: _Element) -> Iterator[Text]:
    """The prose of the content items, in order; captions and second forms of the same text are left out."""
    known = {c: _component(c) for c in item.iter("NewsComponent")}  # asked once: a component can hold thousands of contents
    for content in item.iter("ContentItem"):
        kind = (attribute(content, "MediaType", "FormalName") or "text").lower()
        field = content.find("DataContent")
        chain = _around(content, item)
        if field is None or kind not in ("text", "complexdata", "article") or not chain or _is_left_out(chain, known):
            continue
        owner = next((c for c in chain if known[c].headline), chain[-1])
        role = known[chain[0]].role.lower() if chain[0] is not owner else ""
        found = _content(field, known[owner].headline, language(field, *chain, item))
        if found.paragraphs:
            yield Text(role=role, owner=owner, chain=chain, parts=found, word_count=_count(content))


def _around(content: _Element, item: _Element) -> tuple[_Element, ...]:
    """The components around a content item, from the innermost; none where it belongs to an item within the item."""
    above = tuple(content.iterancestors("NewsComponent", "NewsItem"))
    chain = tuple(takewhile(lambda e: e.tag == "NewsComponent", above))
    return chain if above[len(chain)] is item else ()


def _component(component: _Element) -> Component:
    alike = (component.get("EquivalentsList") or "").lower() == "yes"
    role = attribute(component, "Role", "FormalName") or ""
    return Component(say(component, "NewsLines/HeadLine"), role, component.find("NewsComponent") if alike else None)


def _is_left_out(chain: tuple[_Element, ...], known: dict[_Element, Component]) -> bool:
    """Whether the words stand beside a picture, or behind an equal of theirs."""
    if any(_BESIDE.search(known[c].role) for c in chain):
        return True
    return any(known[outer].first_only not in (None, inner) for inner, outer in pairwise(chain))


def _content(field: _Element, headline: str | None, said: str | None) -> nitf.Parts:
    """What a `DataContent` holds, whichever way it is marked up."""
    document = next(field.iter("nitf"), None)
    if document is not None:
        return nitf.parts(document, said)
    if len(field):
        title = say(field, "html/body//h1", ".//hl1", ".//HeadLine", "html/head/title")
        prose = paragraphs(field, headline, title)
        return nitf.Parts(headline=title, paragraphs=prose, dateline=nitf.opened_by(prose))
    prose = of_text(field.text or "", headline)
    return nitf.Parts(paragraphs=prose, dateline=nitf.opened_by(prose))


def _count(content: _Element) -> int | None:
    for stated in content.iterfind("Characteristics/Property"):
        value = (stated.get("Value") or "").strip()
        if stated.get("FormalName") in ("Words", "WordCount", "wordcount") and value.isascii() and value.isdigit() and len(value) < 8:
            return int(value) or None
    return None


def _article(item: _Element, texts: list[Text], n: int, stamp: str | None) -> Article | None:
    """The article of one headline. None where it has a title only."""
    title, deck, bodies = _by_role(texts)
    if not bodies:
        return None
    main = max(bodies, key=lambda t: sum(len(p) for p in t.parts.paragraphs))
    chain = main.chain
    agency = _publisher(item, chain)
    said = language_tag(_attribute(chain, "DescriptiveMetadata/Language", "FormalName")) or language(*chain, item)
    above = _say(chain, "NewsLines/HeadLine") or title or main.parts.headline
    written, prose = byline_taken(tuple(p for t in bodies for p in t.parts.paragraphs), said)
    public = say(item, "Identification/NewsIdentifier/PublicIdentifier")
    return Article(
        headline=above,
        subheadline=_say(chain, "NewsLines/SubHeadLine") or deck or main.parts.subheadline,
        paragraphs=prose,
        authors=names.authors(_bylines(chain), said, agency) or main.parts.authors or _creators(chain, agency) or written,
        dateline=nitf.clean_dateline(_say(chain, "NewsLines/DateLine")) or main.parts.dateline,
        published=_published(item, stamp),
        publisher=agency,
        language=said,
        word_count=main.word_count,
        copyright=_say(chain, "NewsLines/CopyrightLine"),
        accession=public,
        id=public if n == 1 or public is None else f"{public}#{n}",
        problems=tuple(_told(item)),
    )


def _by_role(texts: list[Text]) -> tuple[str | None, str | None, list[Text]]:
    """Title, deck and the texts of the body: agencies (Belga) give each its own component."""
    title = next((t.parts.paragraphs[0] for t in texts if t.role in _TITLES), None)
    deck = next((t.parts.paragraphs[0] for t in texts if t.role in _DECKS), None)
    bodies = [t for t in texts if t.role not in _TITLES | _DECKS]
    leads, rest = [t for t in bodies if t.role in _LEADS], [t for t in bodies if t.role not in _LEADS]
    return title, deck, leads + rest


def _say(chain: tuple[_Element, ...], path: str) -> str | None:
    """The words at a path within the innermost component that has it."""
    return next((line for c in chain if (line := say(c, path))), None)


def _attribute(chain: tuple[_Element, ...], path: str, name: str) -> str | None:
    return next((value for c in chain if (value := attribute(c, path, name))), None)


def _bylines(chain: tuple[_Element, ...]) -> str | None:
    """The bylines of the innermost component that has any; AFP gives each author a line."""
    found = next((lines for c in chain if (lines := [w for e in c.iterfind("NewsLines/ByLine") if (w := words(e))])), [])
    return ", ".join(found) or None


def _publisher(item: _Element, chain: tuple[_Element, ...]) -> str | None:
    """The provider by its name; where that is but an address the source, the credit line, then the agency at the address."""
    return names.publisher(
        _attribute(chain, "AdministrativeMetadata/Provider/Party", "FormalName"),
        _attribute(chain, "AdministrativeMetadata/Source/Party", "FormalName"),
        _say(chain, "NewsLines/CreditLine"),
        names.AGENCIES.get((say(item, "Identification/NewsIdentifier/ProviderId") or "").lower()),
        say(item, "Identification/NewsIdentifier/ProviderId"),
    )


def _creators(chain: tuple[_Element, ...], agency: str | None) -> tuple[str, ...]:
    found = [p.get("FormalName") or "" for c in chain for p in c.iterfind("AdministrativeMetadata/Creator/Party")]
    source = _attribute(chain, "AdministrativeMetadata/Source/Party", "FormalName")
    return names.persons((n for n in found if names.person_shaped(n)), agency, source)


def _published(item: _Element, stamp: str | None) -> date | None:
    """The day of this revision; where it is not given that of the first, of the identifier, of the envelope."""
    stamps = (say(item, f"NewsManagement/{name}") for name in ("ThisRevisionCreated", "FirstCreated"))
    return day(*stamps, say(item, "Identification/NewsIdentifier/DateId"), stamp)


def _told(item: _Element) -> Iterator[Problem]:
    if _status(item) == "embargoed":
        until = say(item, "NewsManagement/StatusWillChange/DateAndTime")
        yield problem("embargo", f"The agency sent it under embargo{f' until {until}' if until else ''}. Check that it may be used.")
