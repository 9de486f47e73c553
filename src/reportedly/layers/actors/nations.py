"""Where a report names countries: by name, by adjective or people, or by a word that stands for the government."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

import msgspec

from reportedly.knowledge.countries import countries
from reportedly.text import Parsed
from reportedly.text.parsed import Token, joined

SIDES = frozenset({"pro", "anti"})  # before a hyphen, whom somebody is for or against: of no country thereby
LONGEST = 8  # tokens in a country's name: "United Kingdom of Great Britain and Northern Ireland"


class Sort(StrEnum):
    NAME = "name"
    ADJECTIVE = "adjective"
    METONYM = "metonym"


class Nation(msgspec.Struct, frozen=True, gc=False):
    """Tokens `[first, last]` that name a country: `key` is its own code (SUN), `code` the one that a Reading prints (RUS).

    `role` is the metonym's.
    """

    first: int
    last: int
    key: str
    code: str
    sort: Sort
    role: str = "GOV"


def nations(parsed: Parsed) -> dict[int, Nation]:
    """The countries named in a report, by each token that names them."""
    found: dict[int, Nation] = {}
    tokens, i = parsed.tokens, 0
    while i < len(tokens):
        nation = _at(tokens, i) if tokens[i].text[0].isupper() and not a_side(tokens, i) else None
        if nation:
            found.update(dict.fromkeys(range(i, nation.last + 1), nation))
        i = nation.last + 1 if nation else i + 1
    return found


def _at(tokens: tuple[Token, ...], i: int) -> Nation | None:
    """The longest name of a country that begins at a token."""
    end = i + 1
    while end < min(len(tokens), i + LONGEST) and tokens[end].sent == tokens[i].sent and _goes_on(tokens, end):
        end += 1
    for last in range(end - 1, i - 1, -1):
        if tokens[last].text[0].isupper() and (known := _known(joined(tokens, i, last))):
            return Nation(i, last, *known)
    return None


def a_side(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a token is what somebody is for or against: "pro-Russian"."""
    return i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].lower in SIDES and tokens[i - 1].end == tokens[i].start


def _goes_on(tokens: tuple[Token, ...], k: int) -> bool:
    return tokens[k].text[0].isupper() or tokens[k].text in ("of", "the", "and", "-") or tokens[k].tag == "POS"


@lru_cache(maxsize=16_384)
def _known(words: str) -> tuple[str, str, Sort, str] | None:
    """Code, sort and role of what the words name. Cached: a report repeats its names, and most capitals name no country."""
    known = countries()
    if country := known.by_name(words):
        return country.code, country.country, Sort.NAME, "GOV"
    if country := known.by_adjective(words):
        return country.code, country.country, Sort.ADJECTIVE, "GOV"
    if country := known.by_metonym(words):
        return country.code, country.country, Sort.METONYM, known.metonym_role(words) or "GOV"
    return None
