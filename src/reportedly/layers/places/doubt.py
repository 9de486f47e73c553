"""Names of places that may be something else: ordinary words, abbreviations, weapons, and pieces of other names.

Such a name is kept for a place that every reader knows or that lies in a country that the report speaks of elsewhere.
"""

from __future__ import annotations

import msgspec

from reportedly.knowledge.countries import countries
from reportedly.knowledge.event_rows import event_classes
from reportedly.knowledge.gazetteer import Candidate
from reportedly.knowledge.naming import abbreviation, fold
from reportedly.knowledge.organisations import organisations
from reportedly.knowledge.place_words import place_words
from reportedly.layers.places.names import Found, Name, bears
from reportedly.text import Parsed

# Chosen on LGL and TR-News (development sets) and our own corpus; see bench/places_missed.py.
WELL_KNOWN = 300_000  # inhabitants of a city that is meant whatever country the report tells of
LONGEST_ARTICLE = 3  # letters of "Al", "El", "Ash"
MODIFIER = frozenset({"compound", "nmod", "amod"})


class Doubts:
    """What the names of one report tell of each other."""

    def __init__(self, parsed: Parsed, names: list[Name]) -> None:
        self._parsed, self._common = parsed, place_words().common
        self._weapons = event_classes()["weapon"]
        sure = (n for n in names if n.found in (Found.ENTITY, Found.PLACED, Found.LABEL) and n.candidates)
        self._named = {n.words for n in names if n.found is Found.ENTITY}
        self._told = {("", n.country.code) for n in names if n.country} | {(n.words, n.candidates[0].country) for n in sure}

    def settled(self, names: list[Name]) -> list[Name]:
        """The names that stand, each with the places that it may mean here."""
        return [kept for name in names if (kept := self._settled(name)) is not None]

    def _settled(self, name: Name) -> Name | None:
        if name.country is not None or not name.candidates:
            return name
        if self._inside_hyphens(name):
            return None
        if self._foreign(name):
            return msgspec.structs.replace(name, candidates=())
        common = self._is_common(name.words)
        allowed = tuple(c for c in name.candidates if self._may_be(name, c, common))
        return msgspec.structs.replace(name, candidates=allowed if common else name.candidates) if allowed else None

    def _foreign(self, name: Name) -> bool:
        """Whether it is only in another tongue a capital's name ("Nikozi" is Nicosia), in a report on other countries."""
        first = name.candidates[0]
        if first.feature != "PPLC" or any(bears(c, name.words) for c in name.candidates) or countries().by_metonym(name.words):
            return False
        told = {country for words, country in self._told if words != name.words}
        return bool(told) and first.country not in told

    def _is_common(self, words: str) -> bool:
        """Whether it is an ordinary word, or the letters of an organisation ("SANA")."""
        return words.lower() in self._common or words.isupper() and organisations().by_name(words) is not None

    def _may_be(self, name: Name, c: Candidate, common: bool) -> bool:
        short = _shortened(name.words)
        piece = name.found in (Found.WITHIN, Found.PLAIN) and " " not in name.words and name.words not in self._named
        strange = common or self._weapon(name)
        if _well_known(c) or not (strange or piece or short):
            return bears(c, name.words) or not common
        if strange and (not common or name.found not in (Found.ENTITY, Found.PLACED)):
            return False
        if c.feature == "ADM1" and not common:
            return short or bears(c, name.words)
        return not short and self._spoken_of(name, c)

    def _spoken_of(self, name: Name, c: Candidate) -> bool:
        """Whether the report tells of the country elsewhere; a lesser subdivision is seldom called by its bare name."""
        lesser = c.feature.startswith("ADM") and c.feature != "ADM1"
        if lesser and fold(c.name) != fold(name.words):
            return False
        return any(country == c.country and words != name.words for words, country in self._told)

    def _weapon(self, name: Name) -> bool:
        """Whether it is a weapon's name: "two Iskander missiles"."""
        if name.first < 0:  # the dateline's
            return False
        t = self._parsed.tokens[name.last]
        head = self._parsed.head(t)
        return t.dep in MODIFIER and head.i > t.i and head.lemma.lower() in self._weapons

    def _inside_hyphens(self, name: Name) -> bool:
        """Whether it is the end of another name: "Al-Mashhad TV"; not "D-Ohio"."""
        if name.found is not Found.WITHIN or name.first < 2:
            return False
        article, dash, first = self._parsed.tokens[name.first - 2 : name.first + 1]
        return dash.text == "-" and dash.end == first.start and article.text.istitle() and 1 < len(article.text) <= LONGEST_ARTICLE


def _shortened(words: str) -> bool:
    """ "Brig.", "U.N."; states are known so too: "Ky.", "N.Y."."""
    return "." in words and " " not in words and (words.endswith(".") or abbreviation(words) is not None)


def _well_known(c: Candidate) -> bool:
    """Seas and continents, regions, capitals and big cities."""
    return c.country is None or c.feature in ("RGN", "PPLC") or c.feature.startswith("PPL") and c.population >= WELL_KNOWN
