"""What the header lines of both Factiva layouts mean: word counts, headlines with kicker and deck, bylines, pages."""

from __future__ import annotations

import re

from reportedly.formats.tidy import strip, tidy
from reportedly.model import Record, Span

WORDS = re.compile(r"(\d{1,3}(?:[,.'\s\u00a0\u202f]\d{3})+|\d+)\s+(?:words?|W\u00f6rter|Wort|mots?|palabras?|parol[ae]|palavras?|woord(?:en)?)", re.I)
TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:GMT|UTC|Z))?")
PAGE = re.compile(r"[A-Z]{0,3}\.?\d{1,4}[A-Z]?(?:[-\u2013]\d{1,4})?(?:, ?[A-Z]{0,3}\d{1,4}[A-Z]?)*")
VOLUME = re.compile(r"(?:Vol(?:ume|\.)?|No\.?|Number|Issue|ISSN|Band|Nr\.?|Num\u00e9ro|N\u00famero)\b.*\d", re.I)
CODE = re.compile(r"[A-Z0-9]{2,8}")
_BY = re.compile(r"(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|DI|De|Door|by)\s*:?\s+(?=\S)")
_AND = re.compile(r"\s*(?:;|,|&|/)\s*|\s+(?:and|und|et|y|e|en)\s+")
_DESK = re.compile(r"\s+(?:in|at|\u00e0|aus)\s+[A-Z].*$")
_NAME = re.compile(r"(?:[A-Z\u00c0-\u00de][\w.'\u2019\-]+|[A-Z]\.|de|van|von|der|al|bin|da|di|la)")
# A kicker is a standing title glued before the headline; any other words before a colon belong to the headline.
_KICKER = re.compile(
    r"((?:[A-Z][\w.&'\-]*\s+){0,3}(?:News|World|Politics|Opinion|Analysis|Business|Markets?|Editorial|Commentary|Review|Outlook|Focus|Update|"
    r"Report|Watch|Features?|Affairs|Europe|Asia|Africa|Americas|International|National|Exclusive|Briefs?|Essay|Interview|Profile))\s*:\s+(?=\S)"
)


def word_count(line: str) -> int | None:
    """777 for "777 words", 1024 for "1,024 words" and "1 024 mots"; None for any other line."""
    m = WORDS.fullmatch(line.strip())
    return int(re.sub(r"\D", "", m[1])) if m else None


class Headline(Record, frozen=True, kw_only=True):
    """A headline line taken apart; the spans say where headline and deck stand in the text."""

    kicker: str | None = None
    words: str | None = None
    deck: str | None = None
    at: Span | None = None
    deck_at: Span | None = None


def headline(text: str, line: Span) -> Headline:
    """Kicker, headline and deck of a headline line; " --- " stands before the deck."""
    kicker = _KICKER.match(text, line.start, line.end)
    start = kicker.end() if kicker else line.start
    cut = text.find("---", start, line.end)
    at = strip(text, start, line.end if cut < 0 else cut)
    deck_at = strip(text, cut + 3, line.end) if cut >= 0 else None
    return Headline(
        kicker=tidy(kicker[1]) if kicker else None, words=tidy(at.of(text)) or None, deck=(tidy(deck_at.of(text)) or None) if deck_at else None,
        at=at if at.start < at.end else None, deck_at=deck_at if deck_at and deck_at.start < deck_at.end else None,
    )  # fmt: skip


def has_byline_prefix(line: str) -> bool:
    """Whether a line opens as bylines do and is short enough to be one."""
    return bool(_BY.match(line.strip())) and len(line.split()) <= 20


def name_shaped(line: str) -> bool:
    """Whether a line holds nothing but two to four words that could be one name."""
    words = line.split()
    return 2 <= len(words) <= 4 and all(_NAME.fullmatch(w) for w in words)


def authors(line: str) -> tuple[str, ...]:
    """The names in a byline, without "By" and without the place they write from."""
    bare = _BY.sub("", tidy(line), count=1)
    names = (_DESK.sub("", part).strip(" .") for part in _AND.split(bare))
    return tuple(n.title() if n.isupper() and len(n) > 4 else n for n in names if n)


def edition_in(publisher: str | None) -> str | None:
    """The edition that a source name holds in brackets: "The Courier (Asia Edition)"."""
    m = re.search(r"\(([^()]*\bEdition)\)", publisher or "", re.I)
    return m[1] if m else None
