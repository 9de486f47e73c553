"""Who acts and speaks: mentions of persons, organisations, governments and groups, gathered into actors.

Names are found first, then governments, then nominals and pronouns; the resolver says which mentions stand for one actor, and
the last step adds countries and roles. Places, where they are known, tell names of places from names of actors and give countries.
"""

from __future__ import annotations

from msgspec.structs import replace

from reportedly.layers.actors import sectors
from reportedly.layers.actors.clues import Clues
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.headlines import mended
from reportedly.layers.actors.hearing import Hearing
from reportedly.layers.actors.homes import home_words, written_in
from reportedly.layers.actors.lands import Lands
from reportedly.layers.actors.names import Names
from reportedly.layers.actors.nations import Nation, Sort, nations
from reportedly.layers.actors.nominals import Nominals
from reportedly.layers.actors.pronouns import pronouns
from reportedly.layers.actors.resolve import Resolver
from reportedly.layers.actors.scene import Scene
from reportedly.layers.actors.standing import settle
from reportedly.layers.actors.states import states
from reportedly.layers.actors.write import actors
from reportedly.layers.base import Facts, Layer
from reportedly.model import PlaceUse
from reportedly.text import Parsed

__all__ = ["LAYER"]


def _run(parsed: Parsed, facts: Facts) -> Facts:
    parsed = mended(parsed)
    entities, named = entities_of(parsed, facts)
    if parsed.encoded is not None:
        hearing(parsed, facts, named).settle(entities)
        sectors.settle(parsed, entities)
    return replace(facts, actors=actors(parsed, entities))


def hearing(parsed: Parsed, facts: Facts, named: dict[int, Nation]) -> Hearing:
    """What the encoder hears of the countries that a report names."""
    words = home_words(parsed, named, facts.places)
    return Hearing(parsed, words, Lands(parsed, words, named, written_in(parsed, facts.places)))


def entities_of(parsed: Parsed, facts: Facts) -> tuple[list[Entity], dict[int, Nation]]:
    """The actors by the rules alone, and where countries are named."""
    clues = Clues(parsed, nations(parsed))
    scene = Scene(parsed, clues.nations, facts.places)
    names = Names(clues, _literal(parsed, facts)).find()
    covered = {k for f in names for k in range(f.covers, f.last + 1)} | _within_places(parsed, clues, facts)
    governments = states(clues, covered)
    covered |= {k for k, n in clues.nations.items() if n.sort is Sort.NAME and n.first < n.last}  # no "people" in "People's Republic"
    nominals = Nominals(parsed, scene, covered | {f.head for f in governments}).find()
    named = sorted([*names, *governments], key=lambda f: f.first)
    entities = Resolver(parsed, scene).run(named, [*nominals, *pronouns(parsed)])
    settle(parsed, entities, scene)
    return entities, clues.nations


def _literal(parsed: Parsed, facts: Facts) -> frozenset[int]:
    """The tokens of the names that the places layer takes for places: those that it knows, and where grammar made it overrule the model."""
    found = ((p, parsed.tokens_in(p.spans[0])) for p in facts.places if p.use is PlaceUse.LITERAL)
    return frozenset(t.i for p, tokens in found if p.geonames_id is not None or tokens[-1].ent == "PERSON" for t in tokens)


def _within_places(parsed: Parsed, clues: Clues, facts: Facts) -> set[int]:
    """The tokens of countries' names that are part of a longer place's: "the Taiwan Strait"."""
    found: set[int] = set()
    for place in facts.places:
        within = parsed.tokens_in(place.spans[0]) if place.use is PlaceUse.LITERAL else ()
        for t in within:
            nation = clues.nations.get(t.i)
            if (
                nation is not None
                and within[0].i <= nation.first
                and nation.last <= within[-1].i
                and nation.last - nation.first + 1 < len(within)
            ):
                found.add(t.i)
    return found


LAYER = Layer(name="actors", version="1", requires=frozenset({"times", "places"}), provides=frozenset({"actors"}), run=_run)
