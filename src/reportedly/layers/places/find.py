"""Find the words that name places: entities, demonyms, and names within other names."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from reportedly.knowledge.countries import Countries, Country, countries
from reportedly.knowledge.gazetteer import Candidate, Gazetteer
from reportedly.knowledge.place_words import PlaceWords, place_words
from reportedly.layers.metonymy import literal
from reportedly.model import Record, Span
from reportedly.text import Parsed, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LOCAL = frozenset({"in", "near", "outside", "inside"})
NAME_LABELS = frozenset({"ORG", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})


class Found(StrEnum):
    """How a name was found."""

    ENTITY = "entity"
    DEMONYM = "demonym"
    WITHIN = "within a name"
    PLAIN = "plain"


# Inhabitants from which a capitalised name that the entity model did not call a place is taken for one.
LEAST_KNOWN = {Found.WITHIN: 70_000, Found.PLAIN: 100_000, Found.DEMONYM: 15_000}


class Name(Record, frozen=True, kw_only=True):
    """Words that name a place: tokens [first, last], their span, and what they may mean, likeliest first."""

    words: str
    span: Span
    first: int
    last: int
    found: Found
    candidates: tuple[Candidate, ...] = ()
    country: Country | None = None


class Finder:
    """Finds place names in one report."""

    def __init__(self, parsed: Parsed, gazetteer: Gazetteer) -> None:
        self._parsed, self._gazetteer = parsed, gazetteer
        self._countries: Countries = countries()
        self._words: PlaceWords = place_words()

    def names(self) -> Iterator[Name]:
        """The place names in reading order."""
        tokens, i = self._parsed.tokens, 0
        while i < len(tokens):
            token = tokens[i]
            if token.iob == 3 and token.ent in PLACE_LABELS:
                last = self._entity_end(i)
                yield from self._entity(i, last)
                i = last + 1
            elif token.text[0].isupper() and (name := self._other(i)):
                yield name
                i = name.last + 1
            else:
                i += 1

    def dateline(self) -> Name | None:
        """The place that the dateline names."""
        span = self._parsed.dateline
        if span is None:
            return None
        words = span.of(self._parsed.text).split("(")[0].split(",")[0].strip()
        at = Span(span.start, span.start + len(words))
        found = self._gazetteer.candidates(words.title())
        return Name(words=words, span=at, first=-1, last=-1, found=Found.ENTITY, candidates=found) if found else None

    def _entity_end(self, first: int) -> int:
        tokens, last = self._parsed.tokens, first
        while last + 1 < len(tokens) and tokens[last + 1].iob == 1 and tokens[last + 1].ent == tokens[first].ent:
            last += 1
        return last

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
            if facility or not name.words[0].isupper():
                return
        yield name

    def _other(self, first: int) -> Name | None:
        """A demonym, a place within another name, or a well-known place that the entity model passed over."""
        token = self._parsed.tokens[first]
        if token.ent in ("DATE", "TIME", "MONEY") or (token.ent == "PERSON" and not self._stands_as_place(first)):
            return None
        if country := self._demonym(first, first + 1):
            return self._name(first, first + 1, Found.DEMONYM, country)
        if country := self._demonym(first, first):
            return self._name(first, first, Found.DEMONYM, country)
        if "-" in token.text:
            return self._hyphenated(token)
        if token.tag not in ("NNP", "NNPS") or token.text in self._words.seldom:
            return None
        within = token.ent in NAME_LABELS and not (token.iob == 3 and self._entity_end(first) == first)
        return self._known(first, Found.WITHIN if within else Found.PLAIN)

    def _stands_as_place(self, i: int) -> bool:
        """Whether a one-word "person" stands where only a place can: "in Goma", "shelled Goma"."""
        token = self._parsed.tokens[i]
        if token.iob != 3 or self._entity_end(i) != i:
            return False
        if token.dep == "pobj":
            return self._parsed.head(token).lower in LOCAL
        return token.dep == "dobj" and literal(self._parsed, i, i)

    def _demonym(self, first: int, last: int) -> Country | None:
        tokens = self._parsed.tokens
        if last >= len(tokens) or tokens[last].sent != tokens[first].sent:
            return None
        return self._countries.by_adjective(" ".join(t.text for t in tokens[first : last + 1]))

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
        words = " ".join(t.text for t in self._parsed.tokens[first : last + 1]).replace(" - ", "-").replace(" 's", "'s").replace("- ", "-")
        country = demonym or self._countries.by_name(words)
        found = () if country else self._gazetteer.candidates(words)
        if not found and not country and how is Found.ENTITY:
            country = self._countries.by_adjective(words)
        return Name(words=words, span=span, first=first, last=last, found=how, candidates=found, country=country)
