"""Seats of government: capitals, whatever the entity model makes of them, and palaces and streets that are meant as places."""

from __future__ import annotations

from reportedly.knowledge.countries import countries
from reportedly.knowledge.gazetteer import Gazetteer
from reportedly.layers.metonymy import literal
from reportedly.layers.places.names import Found, Name, bears
from reportedly.layers.places.several import words_of
from reportedly.layers.places.standing import Stands
from reportedly.text import Parsed

CITY = 100_000  # inhabitants of the least seat of a government that states do not all know


def seat(parsed: Parsed, stands: Stands, gazetteer: Gazetteer, first: int) -> Name | None:
    """The seat of a government whose name begins at a token and is no part of a longer one or of a person's."""
    last = stands.run(first)
    words = words_of(parsed, first, last) if last is not None else ""
    if last is None or countries().by_metonym(words) is None or countries().by_name(words) is not None:
        return None
    town = next(iter(gazetteer.candidates(words)), None)
    capital = town is not None and (town.feature == "PPLC" or bears(town, words) and town.population >= CITY)
    if not capital and not literal(parsed, first, last):
        return None
    candidates = gazetteer.candidates(words) if capital else ()  # a palace is no town of its name
    return Name(words=words, span=parsed.span(first, last), first=first, last=last, found=Found.PLACED, candidates=candidates)
