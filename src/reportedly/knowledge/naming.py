"""One spelling for names that differ only in dress: case, accents, dots, apostrophes, hyphens, "St."."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_STROKED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ħ": "h", "ŧ": "t"})
_SILENT = re.compile(r"[.'’‘`´ʼʻʾʿʹ′]")  # dots, and the many apostrophes of transliteration
_BREAK = re.compile(r"[^\w]+|_")
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_PLAIN = {c: None if _SILENT.match(chr(c)) else chr(c).lower() if chr(c).isalnum() or chr(c) == "\n" else " " for c in range(128)}
_ABBREVIATION = 5  # letters; the longest in countries.csv is FYROM


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """The key under which a name is kept: "St. John's" and "Saint Johns" give "saint johns"; "" for no letters."""
    bare = _bare(name)
    words = _BREAK.sub(" ", _SILENT.sub("", bare.replace("&", " and "))).split()
    return " ".join([_SHORT.get(w, w) for w in words[:-1]] + words[-1:])


def abbreviation(name: str) -> str | None:
    """ "U.S." gives "US"; None for what is no abbreviation, so that "us" is never a country."""
    letters = name.replace(".", "")
    return letters if letters.isupper() and letters.isalpha() and len(letters) <= _ABBREVIATION else None


def key(name: str) -> str:
    """The key of a name in an index: `fold`, but abbreviations keep their capitals and are found by them alone."""
    return abbreviation(name) or fold(name)


def keys(names: Sequence[str]) -> list[str]:
    """The `key` of each name, for thousands at once: their letters are made plain in one stroke."""
    if not names or "\n" in "".join(names):
        return [key(name) for name in names]
    marked = [name for name in names if not name.isascii()]
    bare = dict(zip(marked, _bare("\n".join(marked)).split("\n"), strict=bool(marked)))
    folded = _fold_lines("\n".join([name if name.isascii() else _plain(bare[name]) for name in names])).split("\n")
    found = [abbreviation(name) or k if name.isupper() else k for name, k in zip(names, folded, strict=True)]
    return [fold(name) if name and not k else k for name, k in zip(names, found, strict=True)]


def _bare(text: str) -> str:
    """Small letters without marks."""
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in bare if not unicodedata.combining(c)).translate(_STROKED)


def _plain(bare: str) -> str:
    """A bare name, or "" for one in letters that are not Latin."""
    plain = _SILENT.sub("", bare)
    return plain if plain.isascii() else ""


def _fold_lines(text: str) -> str:
    """`fold` for every line of an ASCII text."""
    folded = text.replace("&", " and ").translate(_PLAIN)
    while "  " in folded:
        folded = folded.replace("  ", " ")
    folded = f"\n{folded}\n".replace(" \n", "\n").replace("\n ", "\n")
    for short, long in _SHORT.items():
        for before in ("\n", " "):
            while f"{before}{short} " in folded:
                folded = folded.replace(f"{before}{short} ", f"{before}{long} ")
    return folded[1:-1]
