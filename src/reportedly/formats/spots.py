"""Whether words above the prose are a place. There is no gazetteer here: clocks, countries and the prose itself have to tell."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global

from reportedly.formats.header import is_publisher_name

SHAPED, KNOWN = 1, 2  # how sure: one name that no publisher bears; a name that clocks, countries or the prose know as a place
_WORD = r"[A-Z\u00c0-\u00de][\w.'\u2019-]*"
_NAME = re.compile(rf"{_WORD}(?:[ /-](?:(?:de|da|do|del|of|es|and|la|al|el)[ -])?{_WORD}){{0,3}}")
_INITIALS = re.compile(r"[A-Z]{2,3}")


def is_place(words: str, prose: str, least: int) -> bool:
    """Whether the words are a place, or a place and what it lies in: "Bangkok", "CUCUTA, Colombia"."""
    town, comma, land = words.partition(", ")
    if not _NAME.fullmatch(town) or (comma and not _NAME.fullmatch(land)) or is_publisher_name(words):
        return False
    if comma:
        return land in _lands() or _is_known(town, prose)
    return _is_known(town, prose) or (least <= SHAPED and len(town.split()) == 1 and not _INITIALS.fullmatch(town))


def _is_known(name: str, prose: str) -> bool:
    if not _lands().isdisjoint(cased := {name, name.title()}) or not _cities().isdisjoint(cased):
        return True
    written = rf"{re.escape(name)}|{re.escape(name.title())}"
    return bool(prose) and re.search(rf"\b(?:in|near|outside|around)\s+(?:the\s+\w+\s+of\s+)?(?:{written})\b", prose) is not None


@cache
def _cities() -> frozenset[str]:
    """Those that name a time zone."""
    return frozenset(zone.rpartition("/")[2].replace("_", " ") for zone in get_global("zone_territories"))


@cache
def _lands() -> frozenset[str]:
    return frozenset(name for code, name in Locale("en").territories.items() if len(code) == 2)
