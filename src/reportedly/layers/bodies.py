"""Known organisations whose names hold small words, which entity models cut: "Islamic State of Iraq and the Levant"."""

from __future__ import annotations

from functools import lru_cache

from reportedly.knowledge.organisations import Organisations, organisations
from reportedly.text import Parsed, Token
from reportedly.text.parsed import joined

LONGEST = 10  # tokens of such a name
_SMALL = frozenset({"of", "in", "and", "the", "for", "to", "on", "de"})
_LINKS = _SMALL | {"-", "'s", "’s"}
_ARTICLES = frozenset({"al", "el", "an", "ash", "ad", "as"})  # "al-Qaeda in the Islamic Maghreb"
_KEY = "long_bodies"


def long_bodies(parsed: Parsed) -> dict[int, int]:
    """The first token of each such name -> its last; no two overlap."""
    known: dict[int, int] | None = parsed.__dict__.get(_KEY)
    if known is None:  # kept with the report, for places and actors both ask
        known = parsed.__dict__[_KEY] = _found(parsed.tokens)
    return known


def _found(tokens: tuple[Token, ...]) -> dict[int, int]:
    found: dict[int, int] = {}
    i = 0
    while i < len(tokens):
        last = _ends(tokens, i) if _begins(tokens, i) else None
        if last is not None:
            found[i] = last
        i = i + 1 if last is None else last + 1
    return found


def _begins(tokens: tuple[Token, ...], i: int) -> bool:
    t = tokens[i]
    article = t.lower in _ARTICLES and i + 2 < len(tokens) and (tokens[i + 1].text == "-" or tokens[i + 1].text[0].isupper())
    return article or t.text[0].isupper()


def _ends(tokens: tuple[Token, ...], first: int) -> int | None:
    """The last token of the longest known name with a small word within it that begins here."""
    end, small = first, first  # `small`: the first small word
    for k in range(first + 1, min(len(tokens), first + LONGEST)):
        goes_on = tokens[k].text[0].isupper() or tokens[k].lower in _LINKS or tokens[k - 1].text == "-"  # "Co-operation"
        if tokens[k].sent != tokens[first].sent or not goes_on:
            break
        end, small = k, k if small == first and _is_small(tokens[k]) else small
    whole = (k for k in range(end, small, -1) if small > first and tokens[k].text[0].isupper())
    return next((k for k in whole if _known(organisations(), joined(tokens, first, k))), None)


def _is_small(t: Token) -> bool:
    """Whether a word is a small one, be it with a capital: "Doctors Without Borders"."""
    return t.lower in _SMALL or t.pos == "ADP"


@lru_cache(maxsize=16_384)
def _known(table: Organisations, words: str) -> bool:
    return table.by_name(words) is not None
