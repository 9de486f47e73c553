"""One spelling for names that differ only in dress: case, accents, dots, apostrophes, hyphens, "St."."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_STROKED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ħ": "h", "ŧ": "t"})
_SILENT = re.compile(r"[.'’‘`´ʼʻʾʿʹ′]")  # dots, and the many apostrophes of transliteration
_BREAK = re.compile(r"[^\w]+|_")
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_ABBREVIATION = 5  # letters; the longest in countries.csv is FYROM


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """The key under which a name is kept: "St. John's" and "Saint Johns" give "saint johns"; "" for no letters."""
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    bare = "".join(c for c in bare if not unicodedata.combining(c)).translate(_STROKED)
    words = _BREAK.sub(" ", _SILENT.sub("", bare.replace("&", " and "))).split()
    return " ".join([_SHORT.get(w, w) for w in words[:-1]] + words[-1:])


def abbreviation(name: str) -> str | None:
    """ "U.S." gives "US"; None for what is no abbreviation, so that "us" is never a country."""
    letters = name.replace(".", "")
    return letters if letters.isupper() and letters.isalpha() and len(letters) <= _ABBREVIATION else None


def key(name: str) -> str:
    """The key of a name in an index: `fold`, but abbreviations keep their capitals and are found by them alone."""
    return abbreviation(name) or fold(name)
