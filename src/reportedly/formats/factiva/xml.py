"""Factiva's PPS response: XML with an element for every field, from its web service."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.formats.base import File, Found, PassedOver, passed_over
from reportedly.formats.factiva.fields import Fields, composed
from reportedly.formats.factiva.tree import sound, stretches
from reportedly.formats.markup import words, xml_root

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "factiva-xml"
_CODES = {
    "headline": "HD",
    "sectionname": "SE",
    "columnname": "CLM",
    "byline": "BY",
    "author": "BY",
    "credit": "CR",
    "sourcename": "SN",
    "sourcecode": "SC",
    "edition": "ED",
    "pages": "PG",
    "pagenumber": "PG",
    "volume": "VOL",
    "copyright": "CY",
    "correction": "CX",
    "corrections": "CX",
    "contact": "CT",
    "notes": "RF",
    "artwork": "ART",
    "publishername": "PUB",
}
_PARTS = ("paragraph", "page", "author", "name")
_TEXT = ("leadparagraph", "tailparagraphs")
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_START = re.compile(rb"<(?:\w+:)?article[\s>]", re.I)
_CODE = re.compile(r"([a-z]{2})(?:[a-z]{2})?")  # "en", "zhcn"
_REFERENCE = re.compile(r"/([^/\s]+)$")  # "distdoc:archive/ArchiveDoc::Article/..."
_SET_OFF = re.compile(r"\n[ \t]*\n|\n(?=[ \t]+\S)")  # where a paragraph begins in a text of hard-wrapped lines


def sniff(file: File) -> float:
    """Certain where the elements of a PPS response stand in the head."""
    head = file.opening
    if not head.startswith("<"):
        return 0.0
    lower = head.lower()
    if "<ppsarticle" in lower or "global.factiva.com/pps" in lower or "<ppsresponse" in lower:
        return 0.95
    return 0.9 if "<accessionno" in lower and "<leadparagraph" in lower else 0.0


def read(file: File) -> Iterator[Found]:
    """The articles of the response in order; a result without an article is passed over, and a wrong count told."""
    raw = file.whole()
    root = sound(xml_root(raw, file.name))
    found = [e for e in root.iter("{*}*") if _name(e) == "article" or _empty_result(e)]
    whole = [e for e in found if _name(e) == "article"]
    ranges = iter(stretches(raw, _START, len(whole)))
    for n, element in enumerate(found, 1):
        if _name(element) == "article":
            yield composed(_fields(element, next(ranges)), NAME)
        else:
            said = f"The result holds no article: {words(element)[:80]!r}."
            yield passed_over(f"result {n}", "no-article", f"{said} Ask the service for it again.")
    yield from _count(root, len(found))


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _empty_result(element: _Element) -> bool:
    return _name(element) == "ppsarticle" and not any(_name(e) == "article" for e in element)


def _count(root: _Element, found: int) -> Iterator[PassedOver]:
    """What is told where a result set states another number of articles than it holds."""
    stated = next((e.get("count", "") for e in root.iter("{*}*") if _name(e) == "ppsarticleresultset"), "")
    if found == 0:
        yield passed_over("response", "no-article", "The response holds no article. Check the request, and ask the service again.")
    elif stated.isascii() and stated.isdigit() and int(stated[:9]) != found:
        said = f"The response says that it holds {stated[:9]} articles, and holds {found}."
        yield passed_over("response", "count", f"{said} Ask the service for it again.")


def _fields(article: _Element, byte_range: tuple[int, int] | None) -> Fields:
    said: dict[str, str] = {}
    for element in article:
        code = _CODES.get(_name(element))
        if code and code not in said and (line := _line(element)):
            said[code] = line
    said |= {"PD": _day(article), "WC": f"{_of(article, 'wordcount')} words"}
    language = _CODE.fullmatch(_of(article, "baselanguage").lower())
    return Fields(
        said=said,
        paragraphs=tuple(p for e in article if _name(e) in _TEXT for p in _paragraphs(e)),
        number=_of(article, "accessionno") or _referred(article),
        language=language[1] if language else None,
        byte_range=byte_range,
    )


def _line(element: _Element) -> str:
    """The words of an element on one line; pages are set apart by commas, bylines by semicolons."""
    apart = {"pages": ", ", "byline": "; "}.get(_name(element), " ")
    parts = [part for e in element if _name(e) in _PARTS and (part := words(e))]
    return apart.join(parts) if parts else words(element)


def _of(article: _Element, name: str) -> str:
    return next((words(e) for e in article if _name(e) == name), "")


def _referred(article: _Element) -> str | None:
    return m[1] if (m := _REFERENCE.search(_of(article, "reference"))) else None


def _day(article: _Element) -> str:
    """The publication date as `date` gives it, else `dateTime`, else the words themselves."""
    dates = [e for e in article if _name(e) == "publicationdate"]
    parts = [e for kind in ("date", "datetime", "publicationdate") for d in dates for e in d.iter("{*}*") if _name(e) == kind]
    found = (m for e in parts if (m := _DAY.match((e.text or "").strip())))
    return next(("-".join(m.groups()) for m in found), "")


def _paragraphs(element: _Element) -> Iterator[str]:
    """The paragraphs of a text: its elements, each on one line unless its lines are fixed, or else its hard-wrapped lines joined."""
    own = [e for e in element if _name(e) == "paragraph"]
    if not own:
        yield from _unwrapped("".join(element.itertext()))
    for e in own:
        if (e.get("display") or "").lower() == "fixed":
            yield "".join(e.itertext())
        else:
            yield words(e)


def _unwrapped(text: str) -> Iterator[str]:
    """Paragraphs of hard-wrapped lines: after a blank line, or where a line is set in further than the others."""
    first, *rest = text.expandtabs().rstrip().split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in rest if line.strip()), default=0)
    for part in _SET_OFF.split("\n".join([first.lstrip(), *(line[margin:] for line in rest)])):
        if line := " ".join(part.split()):
            yield line
