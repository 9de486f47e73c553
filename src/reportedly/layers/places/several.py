"""Names of several words: countries, whatever the entity model makes of their words, and places that share a state's name."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import msgspec

from reportedly.knowledge.countries import countries
from reportedly.knowledge.gazetteer import Candidate, Gazetteer
from reportedly.knowledge.place_words import place_words
from reportedly.layers.places.names import Name
from reportedly.text import Parsed

LONGEST = 6  # tokens of a country's name after the first: "Democratic Republic of the Congo"
LINKS = frozenset({"of", "and", "the", "-", "da"})  # "Trinidad and Tobago", "Timor-Leste"
_LISTED = re.compile(r",?\s+(?:and|or)\b")


@cache
def beginnings() -> frozenset[str]:
    """The first words of countries' names of several words, in small letters."""
    names = (name for c in countries() for name in (c.name, *c.names))
    return frozenset(re.split(r"[ -]", name)[0].lower() for name in names if " " in name or "-" in name)


def long_country(parsed: Parsed, first: int) -> int | None:
    """The last token of the country's name of several words that begins at a token: "French Guiana", "Burkina Faso"."""
    tokens, last = parsed.tokens, first
    if tokens[first].lower not in beginnings() or not tokens[first].text[0].isupper():
        return None
    while last + 1 < len(tokens) and last - first < LONGEST and tokens[last + 1].sent == tokens[first].sent:
        if not (tokens[last + 1].text[0].isupper() or tokens[last + 1].lower in LINKS):
            break
        last += 1
    ends = (e for e in range(last, first, -1) if tokens[e].text[0].isupper())
    return next((e for e in ends if countries().by_name(words_of(parsed, first, e))), None)


def words_of(parsed: Parsed, first: int, last: int) -> str:
    """The words of some tokens as gazetteers print them."""
    return " ".join(t.text for t in parsed.tokens[first : last + 1]).replace(" - ", "-").replace(" 's", "'s").replace("- ", "-")


def states(parsed: Parsed, gazetteer: Gazetteer, names: list[Name]) -> list[Name]:
    """The names, those of countries that are towns or states of another country as such: "Athens, Georgia", "Lebanon, Oregon"."""
    meant: dict[str, tuple[Candidate, ...]] = {}
    for town, after in pairwise(names):
        if parsed.text[town.span.end : after.span.start].strip() == ",":
            meant |= _state(gazetteer, town, after) | _town(parsed, gazetteer, town, after)
    return [msgspec.structs.replace(n, country=None, candidates=meant[n.words]) if n.country and n.words in meant else n for n in names]


def _state(gazetteer: Gazetteer, town: Name, after: Name) -> dict[str, tuple[Candidate, ...]]:
    """The state that a country's name means after a town that this country has not; {} for the country."""
    if after.country is None or town.country or any(c.country == after.country.code for c in town.candidates):
        return {}
    inside = {(c.country, c.admin1) for c in town.candidates if c.feature.startswith("PPL")}
    found = gazetteer.candidates(after.words)
    states = tuple(c for c in found if c.feature == "ADM1" and (c.country, c.admin1 or c.name) in inside)
    return {after.words: states} if states else {}


def _town(parsed: Parsed, gazetteer: Gazetteer, town: Name, after: Name) -> dict[str, tuple[Candidate, ...]]:
    """The town that a country's name means before another country's state; {} for the country, or in a list."""
    if town.country is None or after.country or _LISTED.match(parsed.text, after.span.end):
        return {}
    inside = {(c.country, c.admin1 or c.name) for c in after.candidates[:1] if c.feature == "ADM1" and c.country != town.country.code}
    found = tuple(c for c in gazetteer.candidates(town.words) if c.feature.startswith("PPL") and (c.country, c.admin1) in inside)
    return {town.words: found} if found else {}


def parts(parsed: Parsed, names: list[Name]) -> list[Name]:
    """The names, what is part of the city named after it set there: "the Old City of Mosul"."""
    last = len(names) - 1
    return [_part(a, names[n + 1]) if n < last and _of(parsed, a, names[n + 1]) else a for n, a in enumerate(names)]


def _of(parsed: Parsed, part: Name, whole: Name) -> bool:
    return parsed.text[part.span.end : whole.span.start].strip() == "of"


def _part(part: Name, whole: Name) -> Name:
    """A part with the places of its name in the whole's country, else those of the whole, if it is called a city, a port or such."""
    if part.country or part.words.rpartition(" ")[2].lower() not in place_words().features:
        return part
    code = whole.country.code if whole.country else whole.candidates[0].country if whole.candidates else None
    within = tuple(c for c in part.candidates if c.country == code)
    if whole.country is not None:
        return msgspec.structs.replace(part, candidates=within)
    town = tuple(c for c in within if c.admin1 == whole.candidates[0].admin1) if whole.candidates else ()
    return msgspec.structs.replace(part, candidates=town or whole.candidates)
