"""RSS (0.9 to 2.0) and Atom (0.3, 1.0): one report an entry, whole where the feed carries the article, else its summary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportedly.errors import InputError
from reportedly.formats.base import File, Found, PassedOver, Received, passed_over, problem
from reportedly.formats.compose import Article, compose
from reportedly.formats.markup import blocks
from reportedly.formats.tidy import tidy
from reportedly.formats.web.bylines import names
from reportedly.formats.web.day import day_in
from reportedly.formats.web.root import root_of
from reportedly.model import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

RSS, ATOM = "rss", "atom"
_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/")
_RSS1 = (
    "http://purl.org/rss/1.0",
    "http://my.netscape.com/rdf/",
    "http://purl.org/net/rss1",
    "http://channel.netscape.com/rdf/",
)
_ENTRY = re.compile(rb"<(?:[\w.\-]+:)?(item|entry)[\s>]")
_ARROW = r"(?:\u2192|\u00bb|>+|\.\.\.|\u2026)"
_DOTS = r"(?:\[(?:\u2026|\.\.\.)\]|\u2026|\.\.\.)"
_MORE = (
    r"(?:read (?:more|the (?:full|whole|rest)[\w ]*)|continue reading|full (?:story|article)|more|weiterlesen|mehr|lire la suite"
    r"|seguir leyendo|leer m\u00e1s|leggi tutto|continua|leia mais|lees (?:meer|verder))"
)
_OPEN = re.compile(rf"\s*{_DOTS}?\s*\(?\b{_MORE}\b[^.!?\n]{{0,80}}{_ARROW}?\)?\s*$|\s*\[(?:\u2026|\.\.\.)\]\s*$", re.I)
_FOOTER = re.compile(
    r"(?:the post .{1,300} (?:appeared first|first appeared) on .{1,100}|(?:dieser|der) beitrag .{1,300} erschien zuerst auf .{1,100})",
    re.I,
)
_PLACE = re.compile(r"^[a-z]{2,3}(?=[-_]|$)", re.I)
_MAIL = re.compile(r"\S+@\S+\s*\(([^()]+)\)")  # RSS 2.0's form of an author; feedparser stumbles over newer domains
SUMMARY = "The feed gives only a summary. Read the page at its address for the article."


class Text(Record, frozen=True, kw_only=True):
    """The paragraphs of an entry, and whether they are all of the article."""

    paragraphs: tuple[str, ...] = ()
    whole: bool = False


def sniff_rss(file: File) -> float:
    """By the root element: `rss`, or `RDF` in one of RSS's namespaces."""
    if not file.opening.startswith("<"):
        return 0.0
    name, attributes = root_of(file.opening)
    if name.lower() == "rss" or (name == "channel" and "<item" in file.opening):
        return 0.95
    return 0.95 if name == "RDF" and any(n in attributes for n in _RSS1) else 0.0


def sniff_atom(file: File) -> float:
    """By the root element `feed` or `entry` in one of Atom's namespaces."""
    if not file.opening.startswith("<"):
        return 0.0
    name, attributes = root_of(file.opening)
    return 0.95 if name in ("feed", "entry") and any(n in attributes for n in _ATOM) else 0.0


def read_rss(file: File) -> Iterator[Found]:
    yield from _read(file, RSS)


def read_atom(file: File) -> Iterator[Found]:
    yield from _read(file, ATOM)


def _read(file: File, name: str) -> Iterator[Found]:
    raw = file.whole()
    feed = _parsed(raw, file.name)
    entries: list[dict[str, Any]] = feed["entries"]
    places = _places(raw, len(entries))
    for number, entry in enumerate(entries, 1):
        try:
            yield _entry(number, entry, feed["feed"], name, places[number - 1])
        except (ValueError, TypeError, KeyError, AttributeError, IndexError) as e:
            yield passed_over(f"entry {number}", "not-read", f"The entry cannot be read ({type(e).__name__}: {e}). Look at it in the feed.")
    if not entries:
        yield passed_over("file", "no-article", "The feed has no entries. Download it again.")


def _parsed(raw: bytes, called: str) -> dict[str, Any]:
    """feedparser's reading of the bytes, never of an address or a path. InputError where it cannot make anything of them."""
    import feedparser

    try:
        parsed: dict[str, Any] = feedparser.parse(BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    except Exception as e:  # a feed that its reader did not expect
        raise InputError(f"{called} begins as a feed and cannot be read ({type(e).__name__}). Download it again.") from e
    return parsed


def _entry(number: int, entry: dict[str, Any], feed: dict[str, Any], name: str, place: tuple[int, int] | None) -> Received | PassedOver:
    headline = _plain(entry.get("title"))
    text = _text(entry)
    if not headline and not text.paragraphs:
        return passed_over(f"entry {number}", "no-article", "The entry has neither a title nor words.")
    source = entry.get("source") or {}
    return compose(
        Article(
            headline=headline,
            paragraphs=text.paragraphs,
            section=_section(entry),
            authors=_authors(entry, feed, name),
            published=_published(entry),
            publisher=_plain(source.get("title")) or _plain(feed.get("title")),
            language=_language(entry, feed),
            url=_url(entry),
            partial=not text.whole,
            problems=() if text.whole else (problem("partial", SUMMARY),),
            byte_range=place,
        ),
        name,
    )


def _text(entry: dict[str, Any]) -> Text:
    """The content where there is some, and more than the summary has; the summary is never the article."""
    contents = [_paragraphs(c.get("value")) for c in entry.get("content") or () if _is_text(c)]
    content = max(contents, key=_size, default=())
    summary = _paragraphs(entry.get("summary"))
    if not content or _size(content) < _size(summary):
        return Text(paragraphs=_kept(summary)[0])
    paragraphs, cut = _kept(content)
    return Text(paragraphs=paragraphs, whole=bool(paragraphs) and not cut)


def _is_text(content: dict[str, Any]) -> bool:
    kind = str(content.get("type") or "")
    return bool(content.get("value")) and (not kind or kind.startswith("text/") or "html" in kind)


def _size(paragraphs: tuple[str, ...]) -> int:
    return sum(len(p) for p in paragraphs)


def _kept(paragraphs: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """The paragraphs without the blog's footer and the link to the rest; and whether there was such a link."""
    kept = list(paragraphs)
    while kept and _FOOTER.fullmatch(kept[-1]):
        kept.pop()
    cut = bool(kept and (m := _OPEN.search(kept[-1])) and _stands_alone(kept[-1], m))
    if kept and cut:
        kept[-1] = _OPEN.sub("", kept[-1]).rstrip()
    return tuple(p for p in kept if p), cut


def _stands_alone(paragraph: str, m: re.Match[str]) -> bool:
    """Whether the words found are no end of a sentence: alone, after its stop, or with an arrow or dots."""
    before = paragraph[: m.start()].rstrip()
    return (
        not before
        or before[-1] in ".!?\u2026\"'\u201d\u00bb])"
        or any(c in m.group() for c in "\u2192\u00bb>\u2026[")
        or "..." in m.group()
    )


def _paragraphs(value: object) -> tuple[str, ...]:
    """The paragraphs of HTML, or of plain text."""
    if not isinstance(value, str) or not value.strip():
        return ()
    if "<" not in value and "&" not in value:
        return tuple(p for part in re.split(r"\n\s*\n", value) if (p := tidy(part)))
    root = _fragment(value)
    return tuple(blocks(root)) if root is not None else ()


def _fragment(value: str) -> _Element | None:
    """The words that are prose: no pictures' captions, scripts or frames."""
    from lxml import etree, html

    try:
        parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
        root = html.document_fromstring(f"<div>{value}</div>".encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    for unwanted in root.xpath("//figure|//figcaption|//iframe|//script|//style|//noscript|//form"):
        unwanted.drop_tree()
    for element in root.iter(etree.Element):
        if not element.tag.isalnum():  # "o:p" of Word's pages, which is no name in XML
            element.tag = "span"
    return root


def _plain(value: object) -> str | None:
    return tidy(" ".join(_paragraphs(value))) or None


def _authors(entry: dict[str, Any], feed: dict[str, Any], name: str) -> tuple[str, ...]:
    """The entry's; in Atom else the feed's, which stands for all its entries."""
    mail = _MAIL.fullmatch(str(entry.get("author") or "").strip())
    several = [mail[1]] if mail else [a.get("name") for a in entry.get("authors") or () if a.get("name")]
    found = names([_plain(n) for n in several])
    if not found and name == ATOM:
        title = _plain(feed.get("title"))
        found = tuple(n for n in names([(feed.get("author_detail") or {}).get("name")]) if n != title)
    return found


def _published(entry: dict[str, Any]) -> date | None:
    """The day as the entry writes it, when it was published; else the only other that it gives."""
    for key in ("published", "issued", "created", "updated", "modified", "date"):
        if day := day_in(entry.get(key)):
            return day
    return None


def _section(entry: dict[str, Any]) -> str | None:
    """The category, where there is but one."""
    several = {t for tag in entry.get("tags") or () if (t := _plain(tag.get("label") or tag.get("term")))}
    return several.pop() if len(several) == 1 else None


def _language(entry: dict[str, Any], feed: dict[str, Any]) -> str | None:
    contents = [c.get("language") for c in entry.get("content") or ()]
    for stated in (entry.get("language"), *contents, (entry.get("title_detail") or {}).get("language"), feed.get("language")):
        if stated and (m := _PLACE.match(str(stated).strip())) and len(m[0]) == 2:
            return m[0].lower()
    return None


def _url(entry: dict[str, Any]) -> str | None:
    link = str(entry.get("link") or "").strip()
    return link if link.startswith(("http://", "https://")) else None


def _places(raw: bytes, count: int) -> list[tuple[int, int] | None]:
    """Where each entry stands in the file, when its tags can be told from what is quoted in it."""
    starts = [(m.start(), m[1]) for m in _ENTRY.finditer(raw)]
    found: list[tuple[int, int] | None] = []
    for start, tag in starts:
        end = raw.find(b"</", start)
        while end >= 0 and not re.match(rb"</(?:[\w.\-]+:)?" + tag + rb"\s*>", raw[end : end + 80]):
            end = raw.find(b"</", end + 2)
        found.append((start, raw.find(b">", end) + 1) if end >= 0 else None)
    return found if len(found) == count else [None] * count
