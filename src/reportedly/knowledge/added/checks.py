"""What every format asks of an actor: names that are names, countries, roles, genders and days that are known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

import msgspec

from reportedly.knowledge.actor_nouns import actor_nouns
from reportedly.knowledge.added.entry import Entry, Wrong
from reportedly.knowledge.countries import countries
from reportedly.knowledge.days import day_of
from reportedly.knowledge.naming import fold
from reportedly.knowledge.roles import ROLES

LONGEST_NAME = 200  # characters; the longest official name of an organisation that we know has about 150
WORLD = frozenset({"IGO", "NGO"})
GENDERS = {"": "", "f": "f", "female": "f", "m": "m", "male": "m"}


def name_of(text: str) -> str:
    """A name on one line. Wrong where it is empty, too long or without letters."""
    name = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if not name:
        raise Wrong("name is empty")
    if len(name) > LONGEST_NAME:
        raise Wrong(f"name has {len(name)} characters, more than {LONGEST_NAME}: {name[:40]!r} ...")
    if not any(c.isalpha() for c in name) or not fold(name):
        raise Wrong(f"name {name!r} has no letters")
    return name


def country_of(text: str) -> str | None:
    """The code that a Reading prints, of a code or an English name; None of nothing. Wrong where no country is meant."""
    if not text or text.upper() in WORLD:
        return text.upper() or None
    found = countries().by_code(text.upper()) or countries().by_code(_alpha2().get(text.upper(), "")) or countries().by_name(text)
    if found is None:
        raise Wrong(f"country {text!r} is no ISO 3166 code or English name of a country, nor IGO or NGO")
    return found.country


@cache
def _alpha2() -> dict[str, str]:
    """Three-letter codes by those of two."""
    return {c.alpha2: c.code for c in countries() if c.alpha2}


def roles_of(texts: Iterable[str]) -> tuple[str, ...]:
    """PLOVER sectors, each once. Wrong where one is none."""
    roles = tuple(dict.fromkeys(text.strip().upper() for text in texts if text.strip()))
    if strange := [r for r in roles if r not in ROLES]:
        raise Wrong(f"roles has {strange[0]!r}, which is none of {', '.join(sorted(ROLES))}")
    return roles


def gender_of(text: str) -> str:
    """f, m or "". Wrong for another word."""
    if (gender := GENDERS.get(text.casefold())) is None:
        raise Wrong(f"gender is {text!r}; it must be f, m or empty")
    return gender


def days_of(start: str, end: str) -> tuple[date | None, date | None]:
    """The first and last day of a term, None where it is open. Wrong where one is no day, or they stand in the wrong order."""
    first, last = _day("from", start, last=False), _day("to", end, last=True)
    return ordered(first, last)


def _day(column: str, text: str, *, last: bool) -> date | None:
    try:
        return day_of(text, last=last) if text else None
    except ValueError as error:
        raise Wrong(f"{column} is {error}") from error


def ordered(first: date | None, last: date | None) -> tuple[date | None, date | None]:
    """The two days. Wrong where the term ends before it begins."""
    if first and last and last < first:
        raise Wrong(f"the term ends on {last}, before it begins on {first}")
    return first, last


def named(entry: Entry) -> tuple[Entry, int]:
    """The actor without other names that stand for something else, and how many there were. Wrong where its own name does."""
    if countries().by_name(entry.name) or countries().by_adjective(entry.name):
        raise Wrong(f"{entry.name!r} names a country or its people, which reportedly knows from its own tables")
    names = tuple(n for n in dict.fromkeys(entry.names) if n != entry.name)
    kept = tuple(n for n in names if not _taken(n))
    return msgspec.structs.replace(entry, names=kept), len(names) - len(kept)


def _taken(name: str) -> bool:
    """Whether a name is a country's, its people's, its capital's, or a common noun: "the president"."""
    known = countries()
    bare = fold(name).removeprefix("the ")
    return bool(known.by_name(name) or known.by_adjective(name) or known.by_metonym(name)) or bare in actor_nouns() or len(bare) < 2
