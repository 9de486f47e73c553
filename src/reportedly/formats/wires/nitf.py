"""NITF, the IPTC's markup for news text, alone in a file or within NewsML; also the archive of a newspaper kept in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.formats.base import File, Found, passed_over, problem
from reportedly.formats.compose import Article, compose
from reportedly.formats.dateline import dateline as dateline_of
from reportedly.formats.dates import header_date
from reportedly.formats.markup import words
from reportedly.formats.tail import peel
from reportedly.formats.tidy import tidy
from reportedly.formats.wires import names
from reportedly.formats.wires.elements import attribute, day, language, language_tag, parsed, root_name, say, told
from reportedly.formats.wires.prose import paragraphs
from reportedly.formats.wires.versions import GONE, Sent, settled, withdrawn
from reportedly.model import Problem, Record

if TYPE_CHECKING:
    from datetime import date

    from lxml.etree import _Element

NAME = "nitf"
_ENDS = re.compile(r"[\s,]*(?:--+|[-\u2013\u2014_:])?\s*$")
_REPEATED_LEAD = re.compile(r"LEAD:\s*")
NEAR = 8  # paragraphs from the top within which summaries, notes and a byline can stand before the dateline


class Parts(Record, frozen=True, kw_only=True):
    """What the body of a NITF document holds."""

    headline: str | None = None
    subheadline: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    paragraphs: tuple[str, ...] = ()


def sniff(file: File) -> float:
    """Certain where the root is `nitf`; likely where another root holds NITF documents."""
    if "nitf" not in file.opening or not file.opening.startswith("<"):
        return 0.0
    if root_name(file.opening) == "nitf":
        return 0.95
    return 0.55 if "<nitf" in file.opening and "<body.content" in file.opening else 0.0


def read(file: File) -> Iterator[Found]:
    """Every `nitf` document of the file; of one that was sent again only the last holds."""
    xml = parsed(file)
    sent = [_sent(nitf, n) for n, nitf in enumerate(xml.root.iter("nitf"), 1)]
    yield from told(settled(sent), xml)


def _sent(nitf: _Element, n: int) -> Sent:
    number = attribute(nitf, "head/docdata/doc-id", "id-string")
    where = f"document {n} ({number})" if number else f"document {n}"
    status = (attribute(nitf, "head/docdata", "management-status") or "usable").lower()
    other = attribute(nitf, "head/docdata", "management-doc-idref")
    if status in GONE and other in (None, number):
        return Sent(where=where, key=number, version=n, found=(withdrawn(where),), withdrawn=True)
    return Sent(where=where, key=number, version=n, found=(_document(nitf, where, status, other),))


def _document(nitf: _Element, where: str, status: str, other: str | None) -> Found:
    head = nitf.find("head")
    agency = _publisher(nitf)
    said = language(nitf) or _base_language(nitf)
    found = parts(nitf, said, agency, attribute(head, "docdata/doc.copyright", "holder"))
    if not found.paragraphs:
        return passed_over(where, "no-text", "It has no text in its body.content: nothing but a header, pictures or tables of codes.")
    number, url = attribute(head, "docdata/doc-id", "id-string"), attribute(head, "pubdata", "ex-ref")
    article = Article(
        headline=found.headline,
        subheadline=found.subheadline,
        paragraphs=found.paragraphs,
        section=_meta(nitf, "online_sections") or attribute(head, "pubdata", "position.section"),
        authors=found.authors,
        dateline=found.dateline,
        published=_published(nitf),
        publisher=agency,
        edition=attribute(head, "pubdata", "edition.name"),
        page=_meta(nitf, "print_page_number"),
        language=said,
        word_count=_word_count(nitf),
        copyright=_copyright(nitf),
        accession=number,
        id=number,
        url=url if url and url.startswith("http") else None,
        problems=tuple(_told(status, other)),
    )
    return compose(article, NAME)


def parts(nitf: _Element, said: str | None = None, *organisations: str | None) -> Parts:
    """Headline, byline, dateline and text of a NITF document; of paragraphs that it holds twice, one."""
    head = nitf.find("body/body.head")
    headline = say(head, "hedline/hl1") or say(head, "hedline") or say(nitf, "head/title")
    deck = next((d for e in _all(head, "hedline/hl2") if e.get("class") != "online_headline" and (d := words(e)) != headline), None)
    prose = tuple(_prose(nitf, headline))
    deck = deck or _abstract(nitf, headline, prose)
    return Parts(
        headline=headline,
        subheadline=deck,
        authors=_authors(head, said, *organisations),
        dateline=_dateline(head) or opened_by(prose),
        paragraphs=prose,
    )


def _all(element: _Element | None, path: str) -> list[_Element]:
    return [] if element is None else element.findall(path)


def _prose(nitf: _Element, headline: str | None) -> Iterator[str]:
    """The body's paragraphs and a credit in the tagline; a newspaper's archive keeps its lead beside the full text and in it."""
    content = nitf.find("body/body.content")
    full = [b for b in _all(content, "block") if b.get("class") == "full_text"]
    corrected = [b for b in _all(content, "block") if full and b.get("class") == "correction_text"]
    source = full + corrected if full else [e for e in (content if content is not None else nitf.find("body"),) if e is not None]
    found = [p for e in source for p in paragraphs(e, headline)]
    if len(found) > 1 and (m := _REPEATED_LEAD.match(found[0])):
        lead = found[0][m.end() :]
        found = found[1:] if tidy(found[1])[:60] == tidy(lead)[:60] else [lead, *found[1:]]
    yield from found
    tagline = say(nitf, "body/body.end/tagline")
    if found and tagline and peel(tagline, 0, len(tagline)).end == 0:
        yield tagline  # a credit, whose names are read off the end of the text; a series' name or the like is none


def _abstract(nitf: _Element, headline: str | None, prose: tuple[str, ...]) -> str | None:
    """The abstract where it adds to headline and text; an archivist's summary of the text (NYT) is no part of the report."""
    words_of_it = say(nitf, "body/body.head/abstract")
    if not words_of_it or not prose or words_of_it == headline or nitf.find("body/body.content/block[@class='full_text']") is not None:
        return None
    return None if tidy(prose[0])[:60] == words_of_it[:60] else words_of_it


def _authors(head: _Element | None, said: str | None, *organisations: str | None) -> tuple[str, ...]:
    """The persons in the bylines, without their titles; the printed byline before one turned round for sorting."""
    bylines = _all(head, "byline")
    printed = [b for b in bylines if b.get("class") != "normalized_byline"] or bylines
    return tuple(dict.fromkeys(name for b in printed for name in names.authors(_without(b, "byttl"), said, *organisations)))


def _without(element: _Element, left_out: str) -> str:
    """The words of an element without those of some within it."""
    from lxml import etree

    pieces: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            pieces.append((node.tail or "") if node is not element else "")
        elif node.tag == left_out:
            pieces.append(" ")
            walk.skip_subtree()
        else:
            pieces.append(node.text or "")
    return tidy("".join(pieces))


def _dateline(head: _Element | None) -> str | None:
    """The place as printed; the words of `story.date` are left out, which agencies fill with another day than its `norm`."""
    found = None if head is None else head.find("dateline")
    return clean_dateline(_without(found, "story.date")) if found is not None else None


def clean_dateline(line: str | None) -> str | None:
    """A dateline field without its dash; None where it holds a time stamp only."""
    line = _ENDS.sub("", tidy(line or ""))
    return line if line and not re.match(r"\d{4}-\d\d", line) else None


def opened_by(prose: tuple[str, ...]) -> str | None:
    """The dateline that one of the first paragraphs opens with."""
    return next((d for p in prose[:NEAR] if (d := dateline_of(p[:200]))), None)


def _published(nitf: _Element) -> date | None:
    """The day of issue; where it is not given that of release, of publication, of the dateline, of the last revision."""
    places = ("head/docdata/date.issue", "head/docdata/date.release", "body/body.head/dateline/story.date")
    issue, release, story = (attribute(nitf, place, "norm") for place in places)
    printed = attribute(nitf, "head/pubdata", "date.publication")
    found = day(issue, release, printed, story, attribute(nitf, "head/revision-history", "norm"))
    return found or header_date(say(nitf, *places) or "")


def _publisher(nitf: _Element) -> str | None:
    return names.publisher(
        attribute(nitf, "head/pubdata", "name"),
        say(nitf, "body/body.head/distributor"),
        attribute(nitf, "head/docdata/doc.copyright", "holder"),
        attribute(nitf, "head/docdata/doc.rights", "owner"),
        say(nitf, "body/body.head/rights/rights.owner"),
        attribute(nitf, "head/docdata/doc-id", "regsrc"),
        attribute(nitf, "head/docdata/del-list/from-src", "src-name"),
    )


def _base_language(nitf: _Element) -> str | None:
    return language_tag(nitf.get("baselang")) or language(nitf.find("body"), nitf.find("body/body.content"))


def _copyright(nitf: _Element) -> str | None:
    stated = nitf.find("head/docdata/doc.copyright")
    year_and_holder = "" if stated is None else f"{stated.get('year') or ''} {stated.get('holder') or ''}".strip()
    return say(nitf, "body/body.head/rights") or (f"\u00a9 {year_and_holder}" if year_and_holder else None)


def _meta(nitf: _Element, name: str) -> str | None:
    return attribute(nitf, f"head/meta[@name='{name}']", "content")


def _word_count(nitf: _Element) -> int | None:
    """The count of words that the agency states; an `item-length` in other units is none."""
    unit = (attribute(nitf, "head/pubdata", "unit-of-measure") or "").lower()
    stated = _meta(nitf, "anpa-wordcount") or (attribute(nitf, "head/pubdata", "item-length") if unit == "word" else None)
    return int(stated) or None if stated and re.fullmatch(r"[0-9]{1,7}", stated) else None


def _told(status: str, other: str | None) -> Iterator[Problem]:
    if status == "embargoed":
        yield problem("embargo", "The agency sent it under embargo. Check that it may be used.")
    if status in GONE:
        yield problem("withdraws", f"It says that {other} is {status}, which it takes the place of. Do not use copies of {other}.")
