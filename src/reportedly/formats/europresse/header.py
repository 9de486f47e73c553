"""What stands above a Europresse article: newspaper, section, day, length and page, in any order, in the language of the article."""

from __future__ import annotations

import re
from datetime import date

from reportedly.formats import header as hd
from reportedly.formats.dates import header_date
from reportedly.formats.tidy import tidy
from reportedly.model import Record

_WORD = r"[^\W\d_]{3,12}\.?"
_DAYS = (
    re.compile(rf"\b(\d{{1,2}})(?:er|\u00ba|\.)? (?:de )?({_WORD}) (?:de )?(\d{{4}})\b"),
    re.compile(rf"({_WORD}) (\d{{1,2}}), (\d{{4}})\b"),
    re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b"),
)
_WEEKDAY = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?)[.,]? *$")
_TIME = re.compile(r"[-\u2013,]?\s*\b\d{1,2}(?::|h)\d{2}(?::\d{2})?(?: ?(?:UTC|GMT|HA?E|EST|EDT|[AP]M))?(?: ?[+-]\d{2}:?\d{2})?", re.I)
_UNIT = r"(?:words?|mots?|W\u00f6rter|palabras?|parol[ae]|palavras?|woorden)"
_COUNT = re.compile(rf"\b(\d{{1,3}}(?:[ ,.\u00a0\u202f]\d{{3}})+|\d{{1,6}})\s+{_UNIT}\b", re.I)
_PAGE = re.compile(r"\b(?:pp?|pages?|S|p\u00e1gs?)\. ?([\w./\-]+(?:(?:, ?|-)[A-Z]{0,3}\d[\w.]*)*)")
_ISSUE = re.compile(r",?\s+(?:no\.?|n\u00b0|n\u00ba|nr\.?|num\u00e9ro|issue|vol\.)\s*:?\s*\d[^\n]*$", re.I)
_NAMES = re.compile(r"\s*[;|/\n\u2022]\s*")
_ROLE = re.compile(r"^(?:Propos recueillis par|Recueilli par|(?:Entretien|Interview) r\u00e9alis\u00e9e? par|Texte(?: de)?)\s*:?\s+", re.I)
_JOINS = frozenset("et and de du la le van von y e der den des d' avec \u00e0 in with".split())
MOST_WORDS = 12  # in a byline
LONGEST = 1000  # characters that are looked at, of names and of the lines with section and day


class Header(Record, frozen=True, kw_only=True):
    """What the lines with section, day, length and page say."""

    published: date | None = None
    section: str | None = None
    page: str | None = None
    words: int | None = None


def header(said: str) -> Header:
    """Section, day, page and length, wherever they stand between the commas."""
    rest = " ".join(said[:LONGEST].split())
    day, rest = _without_day(rest)
    page = _PAGE.search(rest)
    rest = rest[: page.start()] + rest[page.end() :] if page else rest
    count = _COUNT.search(rest)
    rest = rest[: count.start()] + rest[count.end() :] if count else rest
    pieces = [p for part in _TIME.sub("", rest).split(",") if (p := part.strip(" -\u2013"))]
    return Header(
        published=day,
        section=", ".join(pieces) or None,
        page=page[1].strip(" ,.") if page else None,
        words=hd.word_count(count[0]) if count else None,
    )


def _without_day(said: str) -> tuple[date | None, str]:
    """The day, and what is said without it and its weekday."""
    for form in _DAYS:
        for m in form.finditer(said):
            spelt = f"{m[1]} {m[2]} {m[3]}" if form is _DAYS[0] else m[0]
            # With a weekday before it "Mar 10, 2022" is not taken for a Tuesday (Spanish "mar").
            if day := header_date(f"Monday, {spelt}"):
                before = said[: m.start()]
                if (w := _WEEKDAY.search(before)) and header_date(f"{w[1]}, 7 May 2019"):
                    before = before[: w.start()]
                return day, f"{before},{said[m.end() :]}"
    return None, said


def publisher(said: str) -> str | None:
    """The newspaper's name, without the number of its issue."""
    first = next((line for line in said.split("\n") if line.strip()), "")
    return _ISSUE.sub("", tidy(first)).strip(" ,") or None


def authors(said: str) -> tuple[str, ...]:
    """The names in a byline."""
    parts = (_ROLE.sub("", tidy(part)) for part in _NAMES.split(said[:LONGEST]))
    return tuple(dict.fromkeys(name for part in parts if part for name in _reversed(part)))


def _reversed(part: str) -> tuple[str, ...]:
    """The name in one part, in the order in which it is said: "DUPONT, Jean" is one name."""
    pieces = [p.strip() for p in part.split(",")]
    if len(pieces) == 2 and pieces[0].isupper() and not pieces[1].isupper() and len(pieces[1].split()) < 3:
        return (f"{pieces[1]} {pieces[0].title()}",)
    return hd.authors(part)


def byline_shaped(line: str) -> bool:
    """Whether a line could be nothing but names: short, no sentence, every word with a capital but for what joins names."""
    if len(line) > LONGEST:
        return False
    words = hd.without_prefix(_ROLE.sub("", tidy(line))).split()
    if not 0 < len(words) <= MOST_WORDS or line.rstrip().endswith((".", "!", "?", ":", "\u00bb")):
        return False
    return all(w in _JOINS or not w[0].islower() for w in words)
