"""The parts of an article in Europresse's layout since 2014: an `article` element with header, section and footer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.formats.europresse.header import Header, authors, byline_shaped, header, publisher
from reportedly.formats.markup import blocks, drop, words
from reportedly.model import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSEEN = ("apd-wrapper", "icon", "sr-only", "rdp__share", "publiC", "docActions")
_CAPTION = re.compile(r"Illustration\(?s?\)?\s*:", re.I)
_OTHER = re.compile(r"(?:Encadr\u00e9|Note|Cat\u00e9gorie|Lieu|Taille|Sujet)\(?s?\)?\s*:|\u00a9", re.I)
_ELSEWHERE = re.compile(r"(?:\(?Cet article est paru dans|This article (?:appeared|was published) in)\b", re.I)
_SEE_ALSO = re.compile(r"(?:>+ ?)?(?:Lire aussi|\u00c0 lire aussi|A lire aussi|Voir aussi|Lire \u00e9galement)\b", re.I)
_DOCUMENT = re.compile(r"(?:Num\u00e9ro de document|Document number|Dokumentnummer)\s*:", re.I)
COPYRIGHT = re.compile(r"(?:\u00a9|\([cC]\)|Copyright\b)")
LONGEST_LINK = 300  # characters; what points to another article is a line, no paragraph


class Layout(Record, frozen=True, kw_only=True):
    """What an article's markup says."""

    publisher: str | None = None
    code: str | None = None
    header: Header = Header()
    kicker: str | None = None
    headline: str | None = None
    subheadline: str | None = None
    authors: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()
    copyright: str | None = None
    url: str | None = None


def layout(root: _Element) -> Layout | None:
    """The parts of one article; None where an error stands in its place."""
    for kind in _UNSEEN:
        for element in _of(root, kind):
            drop(element)
    named = [said for e in _of(root, "DocPublicationName") if (said := "\n".join(blocks(e)).strip())]
    title = _title(root)
    if not named and title is None:
        return None
    body = next(iter(_of(root, "docOcurrContainer") or _of(root, "DocText")), None)
    top = root.find(".//header")
    kicker, deck = _beside(root, title)
    return Layout(
        publisher=publisher(named[0]) if named else None,
        code=next((code for e in root.iter("span") if (code := e.get("sourcecode"))), None),
        header=header(_header(root)),
        kicker=kicker,
        headline=words(title) if title is not None else None,
        subheadline=deck,
        authors=_authors(root if top is None else top, title),
        prose=prose(list(blocks(body))) if body is not None else (),
        copyright=_copyright(root),
        url=_url(body),
    )


def _of(root: _Element, kind: str) -> list[_Element]:
    """The elements that have a class, in any capitals."""
    wanted = kind.lower()
    return [e for e in root.iter() if isinstance(e.tag, str) and wanted in (e.get("class") or "").lower().split()]


def _title(root: _Element) -> _Element | None:
    for kind in ("rdp__articletitle", "titreArticleVisu", "titreArticle"):
        if found := [e for e in _of(root, kind) if words(e)]:
            return found[0]
    return None


def _header(root: _Element) -> str:
    """The lines with section and day; for reports, the line after their subsection."""
    if said := "".join(" ".join(blocks(e)) if i == 0 else f" {words(e)}" for i, e in enumerate(_of(root, "DocHeader"))):
        return said
    following = (e.getnext() for e in _of(root, "DocTitreSousSection"))
    return " ".join(words(e) for e in following if e is not None)


def _beside(root: _Element, title: _Element | None) -> tuple[str | None, str | None]:
    """What stands above and below the headline in its box."""
    decks = [said for e in _of(root, "rdp__subtitle") if (said := words(e))]
    box = next((e for e in _of(root, "titreArticle") if e is not title), None)
    if box is None or title is None:
        return None, decks[0] if decks else None
    lines = list(blocks(box))
    headline = words(title)
    at = next((n for n, line in enumerate(lines) if " ".join(line.split()) == headline), None)
    if at is None:
        return None, decks[0] if decks else None
    below = decks or lines[at + 1 :]
    return " / ".join(lines[:at]) or None, below[0] if below else None


def _authors(top: _Element, title: _Element | None) -> tuple[str, ...]:
    """The byline: named so, else the line after the headline's box that could be one."""
    if named := [said for e in _of(top, "docAuthors") if (said := "\n".join(blocks(e)))]:
        return authors(named[0])
    boxed = _of(top, "titreArticle")
    for element in (e for e in _of(top, "sm-margin-bottomNews") if not any(b in e.iterancestors() for b in boxed)):
        if (said := "\n".join(blocks(element))) and byline_shaped(said):
            return authors(said)
    after = title.getnext() if title is not None else None
    said = "\n".join(blocks(after)) if after is not None and after.tag == "div" else ""
    return authors(said) if said and byline_shaped(said) else ()


def prose(lines: list[str]) -> tuple[str, ...]:
    """The paragraphs without captions, copyright, document number and pointers to other articles."""
    kept: list[str] = []
    captions = False
    for line in lines:
        captions = bool(_CAPTION.match(line)) or (captions and not _OTHER.match(line))
        pointer = _ELSEWHERE.match(line) or _SEE_ALSO.match(line)
        if _DOCUMENT.match(line):
            break
        if not captions and not (pointer and len(line) < LONGEST_LINK):
            kept.append(line)
    while kept and len(kept[-1]) < LONGEST_LINK and COPYRIGHT.match(kept[-1]):
        kept.pop()
    return tuple(kept)


def _copyright(root: _Element) -> str | None:
    lines = (line for foot in root.iter("footer") for line in blocks(foot))
    return next((line for line in lines if COPYRIGHT.match(line)), None)


def _url(body: _Element | None) -> str | None:
    """The address of the article where it appeared on the web, as its last line gives it."""
    if body is None:
        return None
    links = (e for e in body.iter("a") if (e.get("href") or "").startswith("http"))
    return next((e.get("href") for e in links if _ELSEWHERE.match(words(e)) or _ELSEWHERE.match(_around(e))), None)


def _around(element: _Element) -> str:
    parent = element.getparent()
    return words(parent) if parent is not None else ""
