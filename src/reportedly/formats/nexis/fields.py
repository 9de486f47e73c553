"""What the fields of a LexisNexis article mean: word count, section and page, authors, language."""

from __future__ import annotations

import re

from reportedly.formats import header as hd
from reportedly.formats.dates import language_code
from reportedly.formats.tidy import tidy

_COUNT = re.compile(r"(\d{1,3}(?:[,.'\s]\d{3})+|\d{1,9})\s+[^\W\d_]{2,12}\.?")
_PAGE = re.compile(
    r"(?:Pgs?\.|Pages?|S\.|Seiten?|Blz\.|Bladzijde|P\u00e1gs?\.|Pags?\.|pp?\.|P\.)\s*"
    r"([A-Z]{0,3}\.?\d{1,4}[A-Z]?(?:[-\u2013,]\s?\d{1,4})*)"
)
_PART = re.compile(r"\s*;\s*")
_NOBODY = re.compile(
    r"(?:van|von|de|from)\s+(?:onze|unsere[mn]?|notre|our)\b.*|(?:onze|notre|unser)\b.*|staff|agencies|redaktion|r\u00e9daction", re.I
)
_WITH = re.compile(r"(^|\s)(?:avec|mit|met|with)\s+", re.I)
_CONTRIBUTED = re.compile(r"[;.,]\s*(?P<names>[^;.]{3,200}?)\s+(?:also\s+)?contributed\s+(?:reporting|to|research)\b[^;]*", re.I)
LONGEST = 2000  # characters of a byline that are looked at
_NAME = r"[^\W\d_][\w.'\u2019\-]*"
_ROLE = r"(?:correspondent|editor|reporter|writer|columnist|producer|critic|journalist|redakteur|korrespondent|verslaggever|redacteur)s?"
# "Awa Jobe Europe correspondent": the bearer's two names, then what they are; after a comma such words belong to the name before it.
_TITLED = re.compile(
    rf"(^\s*(?:By\s+)?|\band\s+|;\s*|\)\s*,\s*)({_NAME}\s+{_NAME})(?:\s+[\w&'/\-]+){{0,3}}?(?:\s+and(?:\s+[a-z][\w\-]*){{1,2}})?\s+{_ROLE}"
    r"(?=\s*(?:[,;&(]|and\b|in\b|$))",
    re.I,
)
_MIDDLE = re.compile(r"\s+(?:and|und|et)\s+[A-Z]")
_LABEL_WITHIN = re.compile(r"\s+(?:Highlight|HIGHLIGHT)\s*:\s*")


def word_count(line: str) -> int | None:
    """355 for "355 words", 2968 for "2,968 words", 850 for "850 ord"."""
    found = hd.word_count(line)
    m = _COUNT.fullmatch(line.strip())
    return found if found is not None or not m else int(re.sub(r"\D", "", m[1]))


def section_and_page(line: str) -> tuple[str | None, str | None]:
    """("FEATURES", "6") for "FEATURES; Pg. 6"."""
    parts = _PART.split(tidy(line))
    page = next((m[1] for part in parts if (m := _PAGE.match(part))), None)
    kept = "; ".join(part for part in parts if part and not _PAGE.match(part))
    return kept or None, page


def authors(byline: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names in a byline, and those who only contributed; a desk is nobody, and an agency stands as itself."""
    byline = tidy(byline[:LONGEST])
    contributors: tuple[str, ...] = ()
    if m := _CONTRIBUTED.search(byline):
        contributors, byline = hd.authors(m["names"]), byline[: m.start()] + byline[m.end() :]
    if not byline or _NOBODY.fullmatch(byline):
        return (), contributors
    names = hd.authors(_WITH.sub(_comma, _TITLED.sub(_untitled, byline)))
    return tuple(name for name in names if not _NOBODY.fullmatch(name)), contributors


def _comma(m: re.Match[str]) -> str:
    return ", " if m.start() else ""


def _untitled(m: re.Match[str]) -> str:
    """The name alone; the words as they are where a second name may stand among them."""
    return m[0] if _MIDDLE.search(m[0][len(m[1]) :]) else m[1] + m[2]


def byline_alone(byline: str) -> tuple[str, str]:
    """A byline without the highlight that some converters join to it, and that highlight."""
    first, *rest = _LABEL_WITHIN.split(byline, maxsplit=1)
    return first, rest[0] if rest else ""


def language(line: str) -> str | None:
    """ "de" for "GERMAN; DEUTSCH" and "German, Deutsch"."""
    return next((code for part in re.split(r"\s*[;,/]\s*", line) if (code := language_code(part))), None)
