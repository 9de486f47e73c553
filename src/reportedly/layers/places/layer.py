"""The places layer: find the names, choose what they mean, tell whether a place is meant."""

from __future__ import annotations

import msgspec

from reportedly.knowledge.actor_frames import actor_frames
from reportedly.knowledge.actor_nouns import actor_nouns
from reportedly.knowledge.countries import Country
from reportedly.knowledge.gazetteer import Candidate, open_default
from reportedly.knowledge.place_words import place_words
from reportedly.layers.base import Facts, Layer
from reportedly.layers.metonymy import literal, meant
from reportedly.layers.places.choose import Context
from reportedly.layers.places.find import Finder
from reportedly.layers.places.names import Found, Name
from reportedly.model import Place, PlaceUse
from reportedly.text import Parsed, Token

CERTAIN = 0.99  # a country's name means the country
MODIFIER = frozenset({"compound", "amod", "nmod"})
NATURAL = frozenset(  # what has no government: a river that breaks its banks is a place
    "STM LK SEA OCN BAY GULF STRT MT MTS DSRT CNL PASS DAM VAL PEN FRST".split()
)
ISLANDS = frozenset({"ISL", "ISLS"})
# After a place and a hyphen, what says where something is, comes from or goes to: "Rome-bound". "Rome-based" is counted otherwise.
LYING = frozenset(
    "bound born moored anchored docked berthed stationed made built assembled brewed grown raised bred educated schooled".split()
)
SURELY = 1.0  # log-odds


def run(parsed: Parsed, facts: Facts) -> Facts:
    """Every toponym of the report, one Place a mention, in reading order."""
    names = Finder(parsed, open_default()).names()
    context = Context(parsed, names)
    places = tuple(_place(parsed, context, names, n) for n in range(len(names)))
    return msgspec.structs.replace(facts, places=places)


def _place(parsed: Parsed, context: Context, names: list[Name], n: int) -> Place:
    name = names[n]
    words = parsed.text[name.span.start : name.span.end]
    chosen = None if name.country else context.choose(n)
    use = PlaceUse.LITERAL if _meant(parsed, name, chosen.place.feature if chosen else "") else PlaceUse.ASSOCIATIVE
    if parsed.notes is not None:
        parsed.notes.add(name.span.start, "place", _reason(parsed, name, use))
    place = Place(id=f"p{n + 1}", spans=(name.span,), text=words, name=name.words, use=use)
    if (c := name.country) is not None:
        feature = "PCLI" if c.kind == "state" else "PCL"
        return _at(place, c, feature, CERTAIN)
    return place if chosen is None else _at(place, chosen.place, chosen.place.feature, chosen.confidence)


def _reason(parsed: Parsed, name: Name, use: PlaceUse) -> str:
    """How a name was found, and what about it says whether a place is meant."""
    known = "the name of a country; " if name.country else "" if name.candidates else "no place of this name is known; "
    if name.first < 0:
        return f"{known}{use}: the dateline names it"
    t = parsed.tokens[name.last]
    return f"{known}{use}: found as {name.found}; it is {t.dep} of {parsed.head(t).text!r}"


def _at(place: Place, known: Country | Candidate, feature: str, confidence: float) -> Place:
    """The place with what is known of it."""
    return msgspec.structs.replace(
        place,
        name=known.name,
        geonames_id=known.geonames_id,
        lat=known.lat,
        lon=known.lon,
        country=known.country,
        feature=feature,
        confidence=confidence,
    )


def _meant(parsed: Parsed, name: Name, feature: str) -> bool:
    """Whether the place itself is meant, not its people, its government or something named after it."""
    if name.first < 0 or name.found is Found.LABEL:
        return True
    t = parsed.tokens[name.last]
    if t.dep == "npadvmod" and parsed.tokens[t.head].lower in LYING:
        return True
    if name.found in (Found.DEMONYM, Found.WITHIN) or t.dep == "npadvmod" and parsed.text[t.end : t.end + 1] == "-":  # "Rome-backed"
        return False
    if t.dep in MODIFIER and (noun := parsed.tokens[t.head]).i > t.i:
        of_land = noun.lemma in actor_frames().place.parts
        return (name.country is None or of_land) and not _belongs(noun) and not _acts(parsed, name, noun)
    lies = feature in ISLANDS and t.dep == "pobj" and parsed.tokens[t.head].lower in ("on", "off")
    return lies or feature in NATURAL or literal(parsed, name.first, name.last)


def _acts(parsed: Parsed, name: Name, noun: Token) -> bool:
    """Whether the encoder takes it for a government without doubt, or for no place before what governments give: "a Rome veto"."""
    heard = meant(parsed, name.first)
    given = noun.lemma in actor_frames().place.sent
    return given if heard is None else heard < (2 * SURELY if given else -SURELY)


def _belongs(noun: Token) -> bool:
    """Whether the noun after a name is who or what is from there or named after it: "the Rome daily", "Rome Motors"."""
    if noun.lower in place_words().features or noun.lemma in place_words().features:
        return False
    known = actor_nouns().get(noun.lower) or actor_nouns().get(noun.lemma)
    return known is not None and "building" not in known.traits or noun.pos == "PROPN" and noun.text[0].isupper()


LAYER = Layer(name="places", version="1", requires=frozenset(), provides=frozenset({"places"}), run=run)
