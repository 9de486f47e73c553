"""Tokens -> classes: each token that may stand in a time expression gets the class under which the patterns know it."""

from __future__ import annotations

import re
from functools import cache

from reportedly.knowledge.times import PHRASE, Phrase, time_knowledge
from reportedly.model import Record
from reportedly.text import Parsed, Token

OTHER = "."  # the letter of a token that no pattern can use
END = "\n"  # the letter that stands between sentences
_NUMERIC = re.compile(
    r"(?P<clock>(?:[01]?\d|2[0-4])(?::[0-5]\d){1,2})"
    r"|(?P<clocktime>(?:[01]?\d|2[0-4])(?::[0-5]\d)?(?:am|pm|a\.m\.?|p\.m\.?))"
    r"|(?P<year>1\d{3}|2[01]\d\d)"
    r"|(?P<daynum>0?[1-9]|[12]\d|3[01])"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th))"
    r"|(?P<decade>(?:1[0-9]|20)?\d0s)"
    r"|(?P<datenum>\d{4}-\d\d?-\d\d?(?:t[\d:.+z-]*)?|\d{1,2}(?P<mark>[/.])\d{1,2}(?P=mark)(?:\d{4}|\d\d))"
    r"|(?P<yearrange>(?:1\d{3}|20\d\d)[-\u2013/](?:1\d{3}|20\d\d|\d\d))"
    r"|(?P<fraction>\d/\d)"
    r"|(?P<digits>\d{1,3}(?:,\d{3})*|\d+)"
    r"|(?P<decimal>\d+\.\d+|\d+[\u00bd\u00bc\u00be])"
)
_DIGIT = re.compile(r"\d")
_SHORT_YEAR = re.compile(r"'(?P<year>\d\d)|'(?P<decade>\d0s)")
_JOINED = re.compile(r"(?P<phase>mid|early|late|pre|post)[-\u2013](?P<rest>(?:1\d{3}|20\d\d)|'?(?:1\d|20)?\d0s)")
_QUARTER = re.compile(r"(?P<first>[1-4])(?P<unit>[qh])(?P<year>(?:20)?\d\d)?|(?P<unit2>[qh])(?P<first2>[1-4])")
_FISCAL = re.compile(r"fy'?(?P<year>(?:19|20)?\d\d)")
_NAMES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "FAC", "PERSON", "LAW"})  # "Dawn Today", "the Sunday Times"
_NAMEABLE = ("unit", "units", "deictic", "part", "noon", "season", "half")
_CORE = (
    "month", "weekday", "weekdays", "season", "seasons", "unit", "units", "part", "parts", "noon", "deictic", "year", "decade",
    "decadeword", "clock", "clocktime", "datenum", "yearrange", "joined", "quarter_code", "fiscal_code",
    "ampm", "oclock", "zone", "era", "half", "teens",
    "ordinal", PHRASE,
)  # fmt: skip


class Letters(Record, frozen=True, kw_only=True):
    """The alphabet of the patterns: a letter for each class."""

    of_class: dict[str, str]
    of_word: dict[str, str]
    classes: dict[str, str]
    core: frozenset[str]  # no expression lacks one of these


@cache
def letters() -> Letters:
    """The alphabet, in the order of the classes' names."""
    knowledge = time_knowledge()
    of_class = {name: chr(0x100 + n) for n, name in enumerate(sorted(knowledge.classes))}
    return Letters(
        of_class=of_class,
        of_word={word: of_class[w.kind] for word, w in knowledge.words.items()},
        classes={letter: name for name, letter in of_class.items()},
        core=frozenset(of_class[name] for name in _CORE),
    )


class Spelling(Record, frozen=True, kw_only=True):
    """A report as letters: `text` in sentence order with END between sentences, `at` the token of each letter (-1 for END)."""

    text: str
    at: list[int]
    phrases: dict[int, tuple[int, Phrase]]  # the first token of a fixed expression -> its last token, and what it is


def spell(parsed: Parsed) -> Spelling:
    """The sentences that may hold a time expression, as letters."""
    alphabet, knowledge = letters(), time_knowledge()
    of_word, core, tokens = alphabet.of_word, alphabet.core, parsed.tokens
    doubtful = {alphabet.of_class[name]: fits for name, fits in _CONDITIONS.items()}
    nameable = {alphabet.of_class[name] for name in _NAMEABLE}
    starts, hits = knowledge.phrases, {}
    row: list[str] = []
    for token in tokens:
        lower = token.lower
        letter = of_word.get(lower)
        if letter is None:
            letter = _shape(token, alphabet.of_class) if _DIGIT.search(lower) else OTHER
        elif (letter in doubtful and not doubtful[letter](token)) or (letter in nameable and token.ent in _NAMES):
            letter = OTHER
        row.append(letter)
        if lower in starts and (found := _phrase(tokens, token, starts[lower])):
            hits[token.i] = found
    for first_token, (last_token, _) in hits.items():
        row[first_token : last_token + 1] = alphabet.of_class[PHRASE] * (last_token - first_token + 1)
    return _joined(parsed, "".join(row), core, hits)


def _joined(parsed: Parsed, row: str, core: frozenset[str], hits: dict[int, tuple[int, Phrase]]) -> Spelling:
    pieces: list[str] = []
    at: list[int] = []
    for s in parsed.sentences:
        piece = row[s.first : s.last + 1]
        if not core.isdisjoint(piece):
            pieces.append(piece)
            at.extend(range(s.first, s.last + 1))
            at.append(-1)
    return Spelling(text=END.join(pieces), at=at, phrases=hits)


def _phrase(tokens: tuple[Token, ...], token: Token, phrases: dict[str, tuple[Phrase, ...]]) -> tuple[int, Phrase] | None:
    """The longest fixed expression that begins at a token, within its sentence."""
    second = tokens[token.i + 1].lower if token.i + 1 < len(tokens) else ""
    for phrase in (*phrases.get(second, ()), *phrases.get("", ())):
        last = token.i + len(phrase.words) - 1
        if last >= len(tokens) or tokens[last].sent != token.sent:
            continue
        if all(tokens[token.i + k].lower == w for k, w in enumerate(phrase.words)) and _fits(tokens[last], phrase):
            return last, phrase
    return None


def _fits(last: Token, phrase: Phrase) -> bool:
    """Whether the last word is what the phrase wants: "the past" is a time, "the past leader" none."""
    return not phrase.pos or (last.pos == phrase.pos and last.dep not in {"amod", "compound", "nmod"})


def _shape(token: Token, of_class: dict[str, str]) -> str:
    """The letter of a token that the word list lacks, by its shape."""
    lower = token.lower
    if m := _NUMERIC.fullmatch(lower):
        return of_class[str(m.lastgroup)]
    if m := _SHORT_YEAR.fullmatch(lower):
        return of_class[str(m.lastgroup)]
    if _JOINED.fullmatch(lower):
        return of_class["joined"]
    if _FISCAL.fullmatch(lower) and token.text.startswith("FY"):
        return of_class["fiscal_code"]
    if _QUARTER.fullmatch(lower) and token.text[:2] != lower[:2]:
        return of_class["quarter_code"]
    return OTHER


def year_of(short: str) -> int:
    """The year of a token: "1987"; of two digits, the one nearest to our days ('89 is 1989, '12 is 2012)."""
    number = int(short.lstrip("'"))
    return number if number > 99 else number + (2000 if number < PIVOT else 1900)


PIVOT = 40  # two digits below it belong to this century


def joined_parts(lower: str) -> tuple[str, str]:
    """ "mid-1990s" -> ("mid", "1990s")."""
    phase, rest = re.split(r"[-\u2013]", lower, maxsplit=1)
    return phase, rest


def range_years(lower: str) -> tuple[int, int]:
    """ "1914-18" -> (1914, 1918)."""
    first, last = re.split(r"[-\u2013/]", lower)
    return int(first), int(last) if len(last) == 4 else int(first[:2] + last)


def quarter_parts(lower: str) -> tuple[str, int, int | None] | None:
    """ "q3" -> ("q", 3, None), "3q23" -> ("q", 3, 2023)."""
    m = _QUARTER.fullmatch(lower)
    return (m["unit"] or m["unit2"], int(m["first"] or m["first2"]), year_of(m["year"]) if m["year"] else None) if m else None


def fiscal_year(lower: str) -> int | None:
    """ "fy2025", "fy25" -> 2025."""
    m = _FISCAL.fullmatch(lower)
    return year_of(m["year"]) if m else None


def _name(token: Token) -> bool:
    return token.text[0].isupper() and token.tag != "MD"


def _season(token: Token) -> bool:
    return token.pos in {"NOUN", "PROPN"} and token.ent in {"", "DATE", "TIME"}


def _noun(token: Token) -> bool:
    return token.pos in {"NOUN", "PROPN"}


def _capitals(token: Token) -> bool:
    return token.text.isupper()


_CONDITIONS = {"month": _name, "weekday": _name, "weekdays": _name, "season": _season, "part": _noun, "era": _capitals}
