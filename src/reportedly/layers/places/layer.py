"""The places layer: find the names, choose what they mean, tell whether a place is meant."""

from __future__ import annotations

import msgspec

from reportedly.knowledge.gazetteer import open_default
from reportedly.layers.base import Facts, Layer
from reportedly.layers.metonymy import literal
from reportedly.layers.places.choose import Context
from reportedly.layers.places.find import Finder, Found, Name
from reportedly.model import Place, PlaceUse
from reportedly.text import Parsed


def run(parsed: Parsed, facts: Facts) -> Facts:
    """Every toponym of the report, one Place a mention, in reading order."""
    finder = Finder(parsed, open_default())
    dateline = finder.dateline()
    names = [*([dateline] if dateline else []), *finder.names()]
    context = Context(parsed, names)
    places = tuple(_place(parsed, context, names, n) for n in range(len(names)))
    return msgspec.structs.replace(facts, places=places)


def _place(parsed: Parsed, context: Context, names: list[Name], n: int) -> Place:
    name = names[n]
    words = parsed.text[name.span.start : name.span.end]
    use = PlaceUse.LITERAL if _meant(parsed, name) else PlaceUse.ASSOCIATIVE
    if name.country is not None:
        c = name.country
        return Place(
            id=f"p{n + 1}",
            spans=(name.span,),
            text=words,
            name=c.name,
            use=use,
            geonames_id=c.geonames_id,
            lat=c.lat,
            lon=c.lon,
            country=c.country,
            feature="PCLI" if c.kind == "state" else "PCL",
            confidence=0.99,
        )
    chosen = context.choose(n)
    if chosen is None:
        return Place(id=f"p{n + 1}", spans=(name.span,), text=words, name=name.words, use=use)
    p = chosen.place
    return Place(
        id=f"p{n + 1}",
        spans=(name.span,),
        text=words,
        name=p.name,
        use=use,
        geonames_id=p.geonames_id,
        lat=p.lat,
        lon=p.lon,
        country=p.country,
        feature=p.feature,
        confidence=chosen.confidence,
    )


def _meant(parsed: Parsed, name: Name) -> bool:
    """Whether the place itself is meant, not its people, its government or something named after it."""
    if name.first < 0:
        return True
    if name.found in (Found.DEMONYM, Found.WITHIN):
        return False
    modifies = parsed.tokens[name.last].dep in ("compound", "amod", "nmod") and name.country is not None
    return not modifies and literal(parsed, name.first, name.last)


LAYER = Layer(name="places", version="1", requires=frozenset(), provides=frozenset({"places"}), run=run)
