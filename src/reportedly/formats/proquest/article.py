"""From a record's parts to an Article: whose it is, when it was published, and its prose without captions and credits."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from reportedly.formats import header as hd
from reportedly.formats.base import Received, problem
from reportedly.formats.compose import Article, compose
from reportedly.formats.dates import header_date, language_code
from reportedly.formats.proquest.addresses import address, scrubbed
from reportedly.formats.proquest.record import Parts
from reportedly.formats.tidy import tidy
from reportedly.model import Problem

LONGEST = 2000  # characters of a field of names that are looked at; a paper by 40 authors has 1,000
AGAIN = "Export the article again, with its full text and its details."
_NOTHING = re.compile(
    r"(?:Full text |Abstract )?(?:None |Not |is not |un)?available\.?|Full text (?:is )?(?:not available|unavailable)[^\n]{0,80}"
    r"|(?:No disponible|Non disponible|Nicht verf\u00fcgbar|N\u00e3o dispon\u00edvel|Ninguno disponible|Aucun disponible)\.?",
    re.I,
)
_EDITION = re.compile(r"^(.{2,120}?),\s+([^,;\[\]]*\bEd(?:ition|\.)(?:\s*\([^()]*\))?)(?=;|$)", re.I)
_DAY = re.compile(r"\b(\d{1,2}\.? [^\W\d_]{3,12}\.? \d{4}|[^\W\d_]{3,12}\.? \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2})\b")
_BROKEN_DAY = re.compile(r"([^\W\d_]{3,12})\.?(\d{1,2}),(\d{4})|(\d{1,2})\.?([^\W\d_]{3,12})\.?(\d{4})")
_PAGE = re.compile(r"\d{4}\s*:\s*([^\n:]{1,30}?)\.?$")
_CAPTION = re.compile(
    r"(?:CAPTIONS?|Captions?|PHOTOS?|ILLUSTRATIONS?|Illustrations?|GRAPHICS?|PHOTO CAPTION|CUTLINES?|KEYWORDS?)\s*:"
    r"|View Image\b|Enlarge (?:this image|photo)\b|\[(?:Photograph|Illustration|Graphic|Photo|Image)s?\]"
)
_CREDIT = re.compile(r"(?:CREDITS?|Credits?)\s*:\s*(.*)", re.S)
_MARK = re.compile(r"(?:Photograph|Illustration|Graphic|Drawing|Cartoon|Photo|Image|Map|Chart|AuthorAffiliation|Caption|Sidebar)s?")
_LAST = re.compile(r"\S+@\S+\.\w+[.;]?|(?:E-?mail|Contact)\s*:?\s*\S+@\S+")
# The agency's line at the end of what it passed on.
_ORIGIN = re.compile(r"(?:(?<=\s)|^)This article (?:originally|first) appeared (?:in|on) [^.\n]{3,60}\.$")
_DESK = re.compile(r":?\s*\[([^\[\]]{2,60})\]$")
_NOBODY = frozenset(("anonymous", "anon", "an\u00f3nimo", "anonyme", "anonym", "anonimo", "n/a", "none available", "none available."))


def received(parts: Parts, name: str, words: int | None = None, at: tuple[int, int] | None = None, cut: bool = False) -> Received:
    """The Report of a record. `words` is the vendor's count, `at` its bytes; `cut`: the file may break off in it."""
    parts = _public(parts)
    prose, credited = _prose(parts.text)
    abstract = _lines(parts.fields.get("abstract"))
    title = _headline(parts)
    authors = _authors(parts.field("author"), parts.field("publication")) or credited
    number = _number(parts)
    article = Article(
        headline=title,
        paragraphs=prose or abstract,
        partial=not prose and bool(abstract),
        section=_section(parts, title),
        authors=authors,
        published=_published(parts),
        publisher=_publisher(parts)[0],
        edition=_publisher(parts)[1],
        page=_page(parts),
        language=_language(parts.field("language")),
        word_count=words or _count(parts.field("words")),
        copyright=_copyright(parts),
        accession=number,
        id=f"proquest-{number}" if number else None,
        url=address(parts.field("address", "link") or ""),
        byte_range=at,
        problems=tuple(_problems(parts, bool(prose), bool(abstract), cut)),
    )
    return compose(article, name)


def _public(parts: Parts) -> Parts:
    """The parts with every address in them as anybody may use it; the article's own is made whole first, see `address`."""
    return msgspec.structs.replace(
        parts,
        above=tuple(map(scrubbed, parts.above)),
        fields={name: said if name in ("address", "link") else scrubbed(said) for name, said in parts.fields.items()},
        text=tuple(map(scrubbed, parts.text)),
    )


def _headline(parts: Parts) -> str | None:
    return parts.field("title") or (parts.above[0] if parts.above else None)


def _section(parts: Parts, title: str | None) -> str | None:
    """Section and column; else the desk in brackets after the title."""
    said = [tidy(s) for name in ("section", "column") if (s := parts.field(name))]
    desk = _DESK.search(title or "")
    if not said and desk and "graphic" not in desk[1].lower() and not desk[1].isdigit():
        said = [desk[1]]
    return " / ".join(said) or None


def _number(parts: Parts) -> str | None:
    """The vendor's number for the article, from its field or else its address."""
    m = re.fullmatch(r"\d{5,15}", "".join((parts.field("number") or "").split()))
    m = m or re.search(r"docview/(\d{5,15})", "".join((parts.field("address", "link") or "").split()))
    return (m[1] if m.re.groups else m[0]) if m else None


def _publisher(parts: Parts) -> tuple[str | None, str | None]:
    """The newspaper without its town, and its edition."""
    said = parts.field("publication") or (parts.field("info") or "").split("[")[0]
    edition = parts.field("edition")
    if not said.strip():
        return None, edition
    name = tidy(said[:LONGEST].split(";")[0])
    if m := _EDITION.match(name):
        name, edition = m[1], edition or m[2]
    return name.strip(" ,.") or None, edition


def _published(parts: Parts) -> date | None:
    if said := parts.field("published"):
        return _day(said)
    info = parts.field("info") or next((line for line in parts.above[1:] if "[" in line), "")
    return next((day for m in _DAY.finditer(info[:LONGEST]) if (day := _day(m[1]))), None)


def _day(said: str) -> date | None:
    """The day of a field, even where the export broke its figures apart ("Jan 11, 2 009")."""
    # With a weekday before it "Mar 10, 2022" is not taken for a Tuesday (Spanish "mar", "mar." in French and Italian).
    said = said[:LONGEST]
    if day := header_date(said) or header_date(f"Monday, {said}"):
        return day
    m = _BROKEN_DAY.fullmatch("".join(said.split()))
    if m is None:
        return None
    return header_date(f"Monday, {m[1]} {m[2]}, {m[3]}" if m[1] else f"Monday, {m[4]} {m[5]} {m[6]}")


def _page(parts: Parts) -> str | None:
    said = parts.field("pages", "first-page")
    if said is None and (m := _PAGE.search((parts.field("info") or "").strip())):
        said = m[1].rstrip(".")
    return tidy(said) if said and said.strip(" -") and said.lower() != "0" else None


def _language(said: str | None) -> str | None:
    return language_code(re.split(r"[;,]", said)[0]) if said else None


def _count(said: str | None) -> int | None:
    figures = re.sub(r"\D", "", said or "")
    return int(figures) if 0 < len(figures) < 8 else None


def _copyright(parts: Parts) -> str | None:
    said = tidy(parts.field("copyright") or "")
    return (said[1:-1] if said.startswith("(") and said.endswith(")") and not said.lower().startswith("(c)") else said) or None


def _authors(said: str | None, publication: str | None) -> tuple[str, ...]:
    """The names in the author field, as they are said: "Wines, Michael; Cramer, Maria" are two."""
    parts = (part for part in re.split(r"[;\n]", (said or "")[:LONGEST]) if part.strip().lower() not in _NOBODY)
    named = (name for part in parts for name in _name(part, publication))
    return tuple(dict.fromkeys(name for name in named if name.lower() not in _NOBODY))


def _name(part: str, publication: str | None) -> tuple[str, ...]:
    """The name in one part, in the order in which it is said; more where a byline stands there whole."""
    pieces = [tidy(p) for p in part.split(",") if p.strip()]
    suffix = f" {pieces.pop()}" if len(pieces) == 3 and re.fullmatch(r"(?:Jr|Sr|II|III|IV)\.?", pieces[-1]) else ""
    found = hd.authors(part)
    if len(pieces) != 2 or hd.has_byline_prefix(part) or (not suffix and len(found) != 2):
        return found
    if publication and pieces[1].casefold() in publication.casefold():
        return (pieces[0],)
    name = f"{pieces[1]} {pieces[0]}{suffix}"
    return (name.title() if name.isupper() else name,)


def _lines(said: str | None) -> tuple[str, ...]:
    return tuple(line for line in (said or "").split("\n") if line.strip() and not _NOTHING.fullmatch(line.strip()))


def _prose(text: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs without captions, and the names in credit lines."""
    kept: list[str] = []
    credited: list[str] = []
    marked = False
    for line in (line.strip() for words in text for line in words.split("\n")):
        after, marked = marked, bool(_MARK.fullmatch(line))
        if credit := _CREDIT.fullmatch(line[:LONGEST]):
            credited += hd.authors(credit[1]) if hd.byline_shaped(credit[1]) else ()
        elif not (marked or after or _CAPTION.match(line) or _NOTHING.fullmatch(line)):
            kept.append(line)
    while kept and (_LAST.fullmatch(kept[-1]) or _ORIGIN.fullmatch(kept[-1])):
        kept.pop()
    if kept:
        kept[-1] = _ORIGIN.sub("", kept[-1])
    return tuple(kept), tuple(dict.fromkeys(credited))


def _problems(parts: Parts, prose: bool, abstract: bool, cut: bool) -> list[Problem]:
    told = []
    if cut and not parts.whole:
        told.append(problem("cut-off", f"The file ends before the record's last fields: the export was cut off. {AGAIN}"))
    if (said := parts.field("published")) and _day(said) is None:
        told.append(
            problem("date-unread", f"The publication date {said[:40]!r} names no day that could be read. Give it with --published.")
        )
    if abstract and not prose:
        told.append(problem("abstract-only", f"The record holds an abstract and no full text; the abstract was read. {AGAIN}"))
    return told
