"""What the header lines of exports mean: word counts, headlines with kicker and deck, bylines, pages."""

from __future__ import annotations

import re

from reportedly.formats.tidy import strip, tidy
from reportedly.model import Record, Span

_UNIT = r"(?:words?|W\u00f6rter|Wort|mots?|palabras?|parol[ae]|palavras?|woord(?:en)?)"
WORDS = re.compile(rf"(\d{{1,3}}(?:[,.'\s\u00a0\u202f]\d{{3}})+|\d+)\s+{_UNIT}", re.I)
TIME = re.compile(r"\d{1,2}(?::|\.| ?h ?)\d{2}(?::\d{2})?(?: ?(?:GMT|UTC|Z|AM|PM|[ap]\.m\.|Uhr|h|[A-Z]{2,4}))?", re.I)
_SHEET = r"[A-Z]{0,3}\.?\d{1,4}[A-Z]?(?:[-\u2013]\d{1,4})?"
PAGE = re.compile(rf"(?:(?:Pages?|pp?\.|Seiten?|S\.|P\u00e1g(?:ina|s)?\.?)\s*)?{_SHEET}(?:[,;] ?{_SHEET})*")
VOLUME = re.compile(r"(?:Vol(?:ume|\.)?|No\.?|Number|Issue|ISSN|Band|Nr\.?|Num\u00e9ro|N\u00famero)\b.*\d", re.I)
CODE = re.compile(r"[A-Z0-9]{2,8}")
COPYRIGHT = re.compile(r"\([cC]\)|\u00a9|Copyright\b|COPYRIGHT\b|Copr\.")
_COMPANY = re.compile(
    r"\b(?:AG|GmbH|KG|Ltd|Limited|Inc|Corp|Corporation|Co|Company|PLC|plc|LLC|SAS?|SpA|Srl|BV|NV|AB|Oy|Verlag|Verlagsgesellschaft|Press|Group|"
    r"Groupe|Grupo|Gruppo|Media|Medien|Publish(?:ing|ers)|Publications|Newspapers?|Newswires?|Communications?|Broadcasting|Edit(?:ore|ora|orial)|"
    r"[\u00c9E]ditions|Agency|Agence|Agencia|Agenzia)\b\.?"
)
# A newspaper, an agency or a body that puts out statements. Sun, Mail and Star are surnames too often to stand here.
_PUBLISHER = re.compile(
    r"\b(?:News|Press|Agency|Agence|Agencia|Agenzia|Wires?|Newswire|Post|Times|Herald|Tribune|Chronicle|Courier|Gazette|Journal|Ledger|Observer|"
    r"Telegraph|Standard|Monitor|Review|Dispatch|Bulletin|Examiner|Inquirer|Guardian|Mirror|Independent|Daily|Weekly|Magazine|Newspapers?|Zeitung|"
    r"Radio|Television|TV|Broadcasting|Services?|Media|Online|Foundation|Institute|University|Centre|Center|Organi[sz]ation|Association|"
    r"Ministry|Office|Department|Embassy|Government|Council|Commission|Committee|Secretariat|Authority|Presidency|Command|Forces|Bureau)\b"
    r"|^(?:The (?!Hague\b)|Reuters|Xinhua|TASS|Interfax|Bloomberg|Anadolu|Antara|Bernama|Yonhap|Kyodo|Andina|Belta|Ukrinform)"
)
LONGEST_COUNT = 60  # characters of a line that states a count of words
LONGEST_COMPANY = 8  # words
LONGEST_BYLINE = 2000  # characters; the time that a byline takes grows with the square of its length

_STAFF = r"(?:[Aa]|[Oo]ur|[Tt]he) (?:[\w.\-]+ ){0,3}(?:[Ss]taff|[Rr]eporters?|[Cc]orrespondents?|[Ee]ditors?)"
_BY = re.compile(rf"(?:(?:Story|Written|Words|Text)\s+)?(?:By|BY|by)\s*:?\s+(?=[A-Z\u00c0-\u00de\"'\u201c]|{_STAFF})")
_BY_ELSEWHERE = re.compile(r"(?:Von|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|DI|[Dd]oor|DOOR)\s*:?\s+(?=[A-Z\u00c0-\u00de])")
_AND = re.compile(r"\s*[;,&/|\n]\s*(?:and\s+)?|\s+(?:and|und|et|with)\s+")
_AND_ELSEWHERE = re.compile(r"\s*[;,&/|\n]\s*(?:(?:y|e|en|et|und)\s+)?|\s+(?:and|und|et|y|e|en)\s+")
_SMALL = frozenset("and with in at for of the a an our to de der van von al el bin ibn da di la le y e et und special own foreign".split())
_DESK = re.compile(r"\s+(?:in|at|for|of|\u00e0|aus)\s+[A-Z].*$")
_ASIDE = re.compile(r"\([^()\n]*\)|\S+@\S+")
_WORD = re.compile(r"[^\W\d_][\w'\u2019.\-]*")
_ARTICLED = re.compile(r"[a-z]{1,3}['\u2019\-][A-Z\u00c0-\u00de]")  # "al-Masri", "d'Abreu"
_ROLE = re.compile(
    r"\b(?:writer|reporter|correspondent|editor|columnist|staff|bureau|chief|journalist|desk|spokesman|spokeswoman|spokesperson)s?\b"
    r"|^(?:of|the|special to)\s",
    re.I,
)
_NAME = re.compile(r"(?:(?:[a-z]{1,3}['\u2019\-])?[A-Z\u00c0-\u00de][\w.'\u2019\-]+|[A-Z]\.|de|van|von|der|al|bin|da|di|la)")

_OWN = re.compile(r"(?<=\w) +(?=['\u2019]s\b)")  # what hit highlighting leaves of "the mill's": "the mill 's"

_TOPIC = (
    r"News|World|Politics|Opinion|Analysis|Business|Markets?|Editorial|Commentary|Outlook|Features?|Affairs|Correction|Corrected|Clarification|Breaking|Europe|Asia|Africa|Americas|"
    r"International|National|Exclusive|Briefs?|Essay|Interview|Profile|Pacific|Trade|Shipping|Finance|Energy|Economy|Sports?|Technology"
)
_SERIES = r"Review|Report|Watch|Focus|Update"  # kickers only after another word: "Report: Ferry sank" is a headline
# A kicker is a standing title glued before the headline; any other words before a colon belong to the headline.
_KICKER = re.compile(
    rf"((?:[A-Z][\w.&'\-]*\s+){{0,3}}(?:{_TOPIC}|{_TOPIC.upper()})|(?:[A-Z][\w.&'\-]*\s+){{1,3}}(?:{_SERIES}|{_SERIES.upper()}))\s*:\s+(?=\S)"
    r"|((?:(?:UPDATE|WRAPUP|REFILE|RPT|CORRECTED|REPEAT|ADVISORY|INTERVIEW|ANALYSIS|EXCLUSIVE|FEATURE|FACTBOX|TIMELINE|NEWSMAKER|INSIGHT|"
    r"SPECIAL REPORT|FOCUS|SNAPSHOT|PREVIEW|WITNESS|PROFILE|Q&A|CHRONOLOGY)(?: \d{1,2})?-)+)(?=\S)"
)


# A topic before the headline ("SPY ROW: ...") is a kicker too, unless it can speak ("Police: ...", "Study: ...").
_LABEL = re.compile(r"((?:[A-Z][\w&'\-]*|&)(?:\s+(?:[A-Z][\w&'\-]*|&)){0,3})\s*:\s+(?=[A-Z0-9\"'\u201c\u2018](?:\S*\s+){3})")
_ASKING = re.compile(r"(?:Q|A|Question|Answer)", re.I)  # labels of an interview
_SPEAKERS = frozenset(
    "report reports source sources official officials police poll study survey minister ministry president government army rebels court "
    "judge leader mayor opposition witness witnesses expert experts analyst analysts paper newspaper letter memo prosecutors lawyer".split()
)


def _kicker(text: str, line: Span) -> tuple[str, int] | None:
    """A headline's kicker and where the headline itself begins."""
    if m := _KICKER.match(text, line.start, line.end):
        return m[1] or m[2].strip("-"), m.end()
    m = _LABEL.match(text, line.start, line.end)
    if m is None or _ASKING.fullmatch(m[1]) or _begins_again(text, m[1], line.end):
        return None
    if any(w.lower() in _SPEAKERS or _name_in(text, w, line.end) for w in m[1].split()):
        return None
    return m[1], m.end()


def _begins_again(text: str, label: str, start: int) -> bool:
    """Whether a later paragraph begins with the same words and a colon, as those of a transcript do."""
    return re.compile(rf"\n\s*{re.escape(label)}\s*:").search(text, start) is not None


def _name_in(text: str, word: str, start: int) -> bool:
    """Whether the prose has the word with a capital within a sentence, as names are written."""
    return word != "&" and re.compile(rf"(?:(?<=[a-z,] )|(?<=M[rs]\. )){re.escape(word.capitalize())}\b").search(text, start) is not None


def word_count(line: str) -> int | None:
    """777 for "777 words", 1024 for "1,024 words" and "1 024 mots"; None for any other line."""
    m = WORDS.fullmatch(line.strip()) if line.lstrip()[:1].isdigit() else None
    return int(re.sub(r"\D", "", m[1])) if m and len(m[1]) < 12 else None


class Headline(Record, frozen=True, kw_only=True):
    """A headline line taken apart; the spans say where headline and deck stand in the text."""

    kicker: str | None = None
    words: str | None = None
    deck: str | None = None
    at: Span | None = None
    deck_at: Span | None = None


def headline(text: str, line: Span) -> Headline:
    """Kicker, headline and deck of a headline line; " --- " stands before the deck."""
    kicker, start = _kicker(text, line) or (None, line.start)
    cut = text.find("---", start, line.end)
    at = strip(text, start, line.end if cut < 0 else cut)
    deck_at = strip(text, cut + 3, line.end) if cut >= 0 else None
    return Headline(
        kicker=tidy(kicker) if kicker else None,
        words=_OWN.sub("", tidy(at.of(text))) or None,
        deck=(_OWN.sub("", tidy(deck_at.of(text))) or None) if deck_at else None,
        at=at if at.start < at.end else None,
        deck_at=deck_at if deck_at and deck_at.start < deck_at.end else None,
    )


def has_byline_prefix(line: str) -> bool:
    """Whether a line opens as bylines do and is short enough to be one; "De Klerk Returns" is none."""
    line = line.strip()
    if not (_BY.match(line) or _BY_ELSEWHERE.match(line)) or len(line.split()) > 20:
        return False
    if _BY.match(line):
        return all(_may_stand_in_byline(w) for w in _WORD.findall(_ASIDE.sub("", without_prefix(line))))
    return byline_shaped(without_prefix(line))


def _may_stand_in_byline(word: str) -> bool:
    return word[0].isupper() or word in _SMALL or bool(_ROLE.match(word) or _ARTICLED.match(word))


def without_prefix(line: str) -> str:
    """A byline without "By"."""
    line = line.strip()
    for prefix in (_BY, _BY_ELSEWHERE):
        if m := prefix.match(line):
            line = line[m.end() :]
    return line


def byline_shaped(line: str) -> bool:
    """Whether a line holds nothing but what could be names, each of two to four words, and what their bearers are."""
    first, *rest = _AND_ELSEWHERE.split(_ASIDE.sub("", line).strip(" ."))
    return _name_shaped(first) and all(_name_shaped(part) or _ROLE.search(part) for part in rest)


def _name_shaped(part: str) -> bool:
    words = _DESK.sub("", part).split()
    return 2 <= len(words) <= 4 and all(_NAME.fullmatch(w) for w in words)


def authors(line: str) -> tuple[str, ...]:
    """The names in a byline, without "By", what their bearers are, and the place they write from."""
    bare = _ASIDE.sub(" ", line[:LONGEST_BYLINE]).strip()
    split = (_AND_ELSEWHERE if _BY_ELSEWHERE.match(bare) else _AND).split(without_prefix(bare))
    parts = [n for part in split if (n := tidy(_DESK.sub("", f" {part}")).strip(" .-"))]
    names = [n for n in parts if not _ROLE.search(n)] or parts
    return tuple(n.title() if n.isupper() and len(n) > 4 else n for n in names)


def is_company(line: str) -> bool:
    """Whether a line is a firm's name alone: every word with a capital, one of them as firms call themselves, no sentence's end."""
    if not 1 < len(line.split()) <= LONGEST_COMPANY or line[-1] in "?!:;," or not _COMPANY.search(line):
        return False
    return all(w[0].isupper() or w == "plc" or w.lower() in _SMALL for w in _WORD.findall(line))


def is_publisher_name(words: str) -> bool:
    """Whether words hold what newspapers, agencies and public bodies call themselves."""
    return _PUBLISHER.search(words) is not None


def is_title(words: str) -> bool:
    """Whether every word but the small ones has a capital, as in the name of a newspaper."""
    return all(w[0].isupper() or w in _SMALL for w in _WORD.findall(words))


def edition_in(publisher: str | None) -> str | None:
    """The edition that a source name holds in brackets: "The Courier (Asia Edition)"."""
    m = re.search(r"\(([^()]*\bEdition)\)", publisher or "", re.I)
    return m[1] if m else None
