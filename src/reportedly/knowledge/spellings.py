"""Which of the names that GeoNames lists a report may print, and spellings that it lacks. Used to build the gazetteer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

LONGEST = 80  # letters; longer ones are descriptions
CODE = re.compile(r"[A-Z]{1,4}|[^a-z]*\d[^a-z]*")  # of airports, stations and postal districts
ARAB = frozenset(
    {
        "ARE",
        "BHR",
        "COM",
        "DJI",
        "DZA",
        "EGY",
        "ESH",
        "IRQ",
        "JOR",
        "KWT",
        "LBN",
        "LBY",
        "MAR",
        "MRT",
        "OMN",
        "PSE",
        "QAT",
        "SAU",
        "SDN",
        "SOM",
        "SYR",
        "TCD",
        "TUN",
        "YEM",
    }
)
ARTICLE = re.compile(r"(?:[AE][ldnrstz]|Ash|Adh|Ath|Esh)[ -](?=\w{4})")
CLASS = frozenset(
    {
        "City",
        "County",
        "Department",
        "District",
        "Governorate",
        "Municipality",
        "Oblast",
        "Prefecture",
        "Province",
        "Region",
        "Republic",
        "State",
        "Territory",
        "Voivodeship",
    }
)
BEARING = re.compile(
    r"(?:(?:North|South|East|West)(?:ern|[ -]?(?:East|West)(?:ern)?)?|Central|Upper|Lower|New|Free|Capital|Inner|Far|Great)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def _latin_letter(letter: str) -> bool:
    return not letter.isalpha() or unicodedata.name(letter, "").startswith(("LATIN", "MODIFIER LETTER"))


def latin(name: str) -> bool:
    """Whether all letters of a name are Latin."""
    return name.isascii() or all(map(_latin_letter, name))


def printable(name: str) -> bool:
    """Whether a report may print this name: Latin letters, no code, no description.

    Names without a capital ("sileute", "srt") are machine transcriptions.
    """
    return len(name) <= LONGEST and latin(name) and not CODE.fullmatch(name) and any(map(str.isupper, name))


def spellings(names: Iterable[str], country: str | None) -> tuple[str, ...]:
    """The names with what newspapers make of them: "Ar Raqqah" is also Raqqah, Al Raqqah and Raqqa."""
    kept = dict.fromkeys(names)
    if country in ARAB:
        kept |= dict.fromkeys(form for name in list(kept) for form in _arabic(name))
    return tuple(kept)


def _arabic(name: str) -> tuple[str, ...]:
    if article := ARTICLE.match(name):
        bare = name[article.end() :]
        return (bare, f"Al {bare}", *_open(bare), *_open(f"Al {bare}"))
    return _open(name)


def _open(name: str) -> tuple[str, ...]:
    """ "Misratah" gives "Misrata"."""
    return (name[:-1],) if len(name) > 5 and name.endswith("ah") else ()


def short_names(name: str) -> tuple[str, ...]:
    """What is left of a subdivision's name without its class: "Homs Governorate" and "Tatarstan, Respublika"."""
    head, comma, tail = name.partition(", ")
    if comma:
        return (head, f"{tail} {head}") if head[:1].isupper() else (f"{tail} {head}",)
    rest, _, last = name.rpartition(" ")
    return (rest,) if rest and last in CLASS and not BEARING.fullmatch(rest) else ()
