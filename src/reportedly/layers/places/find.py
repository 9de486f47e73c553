"""Find the words that name places: entities, demonyms, and names within other names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from reportedly.knowledge.countries import Countries, Country, countries
from reportedly.knowledge.gazetteer import Candidate, Gazetteer
from reportedly.knowledge.organisations import organisations
from reportedly.knowledge.place_words import PlaceWords, place_words
from reportedly.knowledge.regions import Region, regions
from reportedly.layers.bodies import long_bodies
from reportedly.layers.places.doubt import Doubts
from reportedly.layers.places.names import Found, Name
from reportedly.layers.places.opening import dateline_names, label_names
from reportedly.layers.places.repeats import entity_end, repeats
from reportedly.layers.places.seats import seat
from reportedly.layers.places.several import long_country, parts, states, words_of
from reportedly.layers.places.standing import Stands
from reportedly.model import Span
from reportedly.text import Parsed, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
BEFORE = frozenset({"of", "in", ","})  # what parts a place from the country after it
STANDING = frozenset({"pobj", "dobj", "poss", "nsubj", "agent", "compound", "nmod", "conj"})  # where grammar may tell of a place
STREETS = frozenset("avenue boulevard castle mansion palace square street".split())  # places of their own, though the gazetteer has few
NAME_LABELS = frozenset({"ORG", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})


# Inhabitants from which a capitalised name that the entity model did not call a place is taken for one.
LEAST_KNOWN = {Found.WITHIN: 70_000, Found.PLAIN: 100_000, Found.DEMONYM: 15_000, Found.PLACED: 1}


@lru_cache(maxsize=16_384)
def _adjective(words: str) -> Country | None:
    """The country of an adjective or people. Cached: a report repeats its names, and most capitals name no country."""
    return countries().by_adjective(words)


@lru_cache(maxsize=16_384)
def _regional(word: str) -> Region | None:
    """The region of an adjective or people. Cached for the same reason."""
    return regions().by_adjective(word)


class Finder:
    """Finds place names in one report."""

    def __init__(self, parsed: Parsed, gazetteer: Gazetteer) -> None:
        self._parsed, self._gazetteer = parsed, gazetteer
        self._countries: Countries = countries()
        self._words: PlaceWords = place_words()
        self._stands = Stands(parsed)

    def names(self) -> list[Name]:
        """The place names in reading order."""
        opening = [*dateline_names(self._parsed, self._gazetteer), *label_names(self._parsed, self._gazetteer)]
        first = sorted([*opening, *self._first({k for n in opening for k in range(n.first, n.last + 1)})], key=lambda n: n.first)
        first = parts(self._parsed, states(self._parsed, self._gazetteer, first))
        doubts = Doubts(self._parsed, first)
        found = doubts.settled(first)
        again = [self._name(*where, Found.ENTITY) for where in repeats(self._parsed, self._stands, found)]
        return sorted([*found, *doubts.settled(again)], key=lambda n: n.first)

    def _first(self, taken: set[int]) -> Iterator[Name]:
        """What each name says itself, but for tokens that are taken."""
        tokens, bodies, i = self._parsed.tokens, long_bodies(self._parsed), 0
        while i < len(tokens):
            token = tokens[i]
            if i in bodies:
                yield from self._inside(i, bodies[i])
                i = bodies[i] + 1
            elif i in taken or token.lower == "the" and i + 1 < len(tokens) and long_country(self._parsed, i + 1):
                i += 1
            elif name := self._long_country(i):
                yield name
                i = name.last + 1
            elif token.iob == 3 and token.ent in PLACE_LABELS:
                last = entity_end(tokens, i)
                for first, end in self._parts(i, last):
                    yield from self._entity(first, end)
                i = last + 1
            elif token.text[0].isupper() and (name := self._other(i)):
                yield name
                i = name.last + 1
            else:
                i += 1

    def _inside(self, first: int, last: int) -> Iterator[Name]:
        """The countries, peoples and well-known places within an organisation's name."""
        for k in range(first, last + 1):
            t = self._parsed.tokens[k]
            if country := self._demonym(k, k):
                yield self._name(k, k, Found.DEMONYM, country)
            elif t.text[0].isupper() and (name := self._known(k, Found.WITHIN)) and name.last <= last:
                yield msgspec.structs.replace(name, candidates=name.candidates[:1])  # no town called so

    def _parts(self, first: int, last: int) -> list[tuple[int, int]]:
        """An entity, or the two that stand in it: "Lima to Quito", "the Sahel region of Burkina Faso"."""
        inner = range(first + 1, last)
        cut = next((k for k in inner if self._parsed.tokens[k].lower == "to"), None)
        if cut is not None:
            return [(first, cut - 1), (cut + 1, last)]
        whole = next((k for k in inner if long_country(self._parsed, k) == last and self._parsed.tokens[k - 1].lower in BEFORE), None)
        return [(first, last)] if whole is None or self._name(first, last, Found.ENTITY).candidates else [(first, whole - 2), (whole, last)]

    def _entity(self, first: int, last: int) -> Iterator[Name]:
        """The place that an entity names, without articles, directions and genitives about it."""
        tokens, facility = self._parsed.tokens, self._parsed.tokens[first].ent == "FAC"
        while last > first and tokens[last].lower in ("'s", "'", "s", ",", "."):
            last -= 1
        start = first
        while start < last and tokens[start].lower == "the":
            start += 1
        full = start
        while True:
            name = self._name(start, last, Found.ENTITY)
            if name.candidates or name.country or start >= last or tokens[start].lower not in self._words.before:
                break
            start += 1
        if name.country is None and not name.candidates:
            name = self._name(full, last, Found.ENTITY)
            known = tokens[last].lower in self._words.features or start < last and tokens[last].lower in STREETS
            if facility and not known or not name.words[0].isupper():
                if palace := seat(self._parsed, self._stands, self._gazetteer, start):
                    yield palace
                return
        yield name

    def _other(self, first: int) -> Name | None:
        """A demonym, a place within another name, or a well-known place that the entity model passed over."""
        token = self._parsed.tokens[first]
        if token.text not in self._words.seldom and (name := self._placed(first)):
            return name
        if name := seat(self._parsed, self._stands, self._gazetteer, first):
            return name
        if token.ent == "PERSON" and self._stands.lone(first) and self._countries.by_name(token.text):
            return self._name(first, first, Found.PLAIN)
        if token.ent in ("DATE", "TIME", "MONEY", "PERSON"):
            return None
        if country := self._demonym(first, first + 1):
            return self._name(first, first + 1, Found.DEMONYM, country)
        if country := self._demonym(first, first):
            return self._name(first, first, Found.DEMONYM, country)
        if region := _regional(token.text):
            return self._region(first, region)
        if "-" in token.text:
            return self._hyphenated(token)
        if token.tag not in ("NNP", "NNPS") or token.text in self._words.seldom:
            return None
        within = token.ent in NAME_LABELS and not (token.iob == 3 and entity_end(self._parsed.tokens, first) == first)
        return self._known(first, Found.WITHIN if within else Found.PLAIN)

    def _placed(self, first: int) -> Name | None:
        """A name that stands where a place stands: "in Goma", "the Goma newspaper", "asked Lisbon"."""
        tokens, stands = self._parsed.tokens, self._stands
        last = entity_end(tokens, first) if tokens[first].iob == 3 else first
        t = tokens[last]
        if tokens[first].iob == 1 or t.tag not in ("NNP", "NNPS") or t.ent in ("MONEY", "TIME"):
            return None
        if stands.fronted(first):
            return self._name(first, last, Found.PLACED)
        if t.dep not in STANDING:
            return None
        if stands.placed(first, last) and organisations().by_name(self._words_of(first, last)) is None:
            how = Found.DEMONYM if t.ent == "PERSON" else Found.PLACED
            if self._settled(self._words_of(first, last), how):
                return self._name(first, last, Found.PLACED)
            return self._name(first, last, Found.PLACED) if stands.surely(last) else None
        if first != last:
            return None
        if stands.described(t) and _adjective(t.text) is None and self._settled(t.text, Found.DEMONYM):
            return self._name(first, last, Found.DEMONYM)
        if t.ent == "PERSON" and stands.governs(t) and (known := self._gazetteer.candidates(t.text)) and known[0].feature == "PPLC":
            return self._name(first, last, Found.PLAIN)
        return None

    def _long_country(self, first: int) -> Name | None:
        """A country of several words, whatever the entity model makes of them, unless they are part of a longer place's name."""
        last = long_country(self._parsed, first)
        if last is None:
            return None
        token = self._parsed.tokens[first]
        end = entity_end(self._parsed.tokens, first)
        if token.iob != 2 and token.ent in PLACE_LABELS and end > last and (found := self._name(first, end, Found.ENTITY)).candidates:
            return found
        within = token.ent in NAME_LABELS and not (token.iob == 3 and end <= last)
        return self._name(first, last, Found.WITHIN if within else Found.ENTITY if token.ent in PLACE_LABELS else Found.PLAIN)

    def _demonym(self, first: int, last: int) -> Country | None:
        tokens = self._parsed.tokens
        if last >= len(tokens) or tokens[last].sent != tokens[first].sent or tokens[first].lower == "the":
            return None
        return _adjective(tokens[first].text if first == last else f"{tokens[first].text} {tokens[last].text}")

    def _region(self, i: int, region: Region) -> Name:
        """The region of an adjective or people: "European"."""
        span, found = self._parsed.span(i, i), self._gazetteer.candidates(region.name)[:1]  # no town called so
        return Name(words=region.name, span=span, first=i, last=i, found=Found.DEMONYM, candidates=found)

    def _hyphenated(self, token: Token) -> Name | None:
        """The place in "Moscow-backed"."""
        part = token.text.split("-")[0]
        span = Span(token.start, min(token.start + len(part), token.end))
        country = self._countries.by_adjective(part)
        found = () if country else self._settled(part, Found.DEMONYM)
        if len(part) < 2 or not (country or found) or span.of(self._parsed.text) != part:
            return None
        return Name(words=part, span=span, first=token.i, last=token.i, found=Found.DEMONYM, candidates=found, country=country)

    def _known(self, first: int, how: Found) -> Name | None:
        """The longest run of names from here that is a well-known place."""
        tokens = self._parsed.tokens
        last = first
        while (
            last + 1 < len(tokens)
            and last - first < 3
            and tokens[last + 1].tag in ("NNP", "NNPS")
            and tokens[last + 1].sent == tokens[first].sent
        ):
            last += 1
        for end in range(last, first - 1, -1):
            name = self._name(first, end, how)
            if name.country or self._settled(name.words, how):
                return name if name.country or end == last or how is Found.WITHIN else None
        return None

    def _settled(self, words: str, how: Found) -> tuple[Candidate, ...]:
        """The candidates of a name whose likeliest is a country, a region or a sizeable town."""
        found = self._gazetteer.candidates(words)
        return found if found and (found[0].population >= LEAST_KNOWN[how] or not found[0].feature.startswith("PPL")) else ()

    def _name(self, first: int, last: int, how: Found, demonym: Country | None = None) -> Name:
        span = self._parsed.span(first, last)
        words = self._words_of(first, last)
        country = demonym or self._countries.by_name(words)
        found = () if country else self._gazetteer.candidates(words)
        if not found and not country and how is Found.ENTITY:
            country = self._countries.by_adjective(words)
        return Name(words=words, span=span, first=first, last=last, found=how, candidates=found, country=country)

    def _words_of(self, first: int, last: int) -> str:
        return words_of(self._parsed, first, last)
