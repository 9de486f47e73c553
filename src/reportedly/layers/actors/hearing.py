"""What the encoder makes of actors: which country each is of, and its sectors, weighed beside what the rules say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportedly.knowledge.acting_weights import acting_weights
from reportedly.knowledge.heads import heads
from reportedly.knowledge.weights import BASE, strongest, weighed
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import Found
from reportedly.layers.actors.homes import home_words
from reportedly.layers.heard import Range, odds
from reportedly.layers.paired import Paired
from reportedly.model import ActorKind, MentionForm, Place
from reportedly.text import Parsed
from reportedly.text.encoding import Encoded

if TYPE_CHECKING:
    from reportedly.knowledge.heads import Array

Clues = dict[str, float]
HOMELESS = ""  # the country of those who have none
HOME = 1  # the part in which a word that tells of its country stands to a mention
LEAST = 0.005  # no chance is taken to be smaller
BODIES = frozenset({"IGO", "NGO"})  # what stands in place of a country for those who have none


class Hearing:
    """What the encoder hears about the actors of one report."""

    def __init__(self, parsed: Parsed, places: tuple[Place, ...]) -> None:
        self._parsed = parsed
        lands = sorted(home_words(parsed, places).items())
        self._windows = [
            _Window(e, [(k, code) for k, code in lands if e.tokens[0] <= k <= e.tokens[-1]]) for e in parsed.encoded or () if e.tokens
        ]

    def settle(self, entities: Sequence[Entity]) -> None:
        """Give each actor the country and the sectors that both make likeliest."""
        weights = acting_weights()
        for entity in entities:
            countries = self.countries(entity)
            homes = home_clues(entity, countries)
            best = max(homes, key=lambda code: weighed(weights["home"], homes[code]))
            if best != (entity.country or HOMELESS):
                self._note(entity, f"country {best or 'none'}: by both ({strongest(weights['home'], homes[best])})")
                entity.country = best or None
            roles = role_clues(entity, self.sectors(entity))
            likely = {role: weighed(weights["role"], clues) for role, clues in roles.items()}
            held = sorted((role for role, score in likely.items() if score > 0), key=lambda role: -likely[role])
            if set(held) != set(entity.roles):
                self._note(entity, f"roles {', '.join(held) or 'none'}: by both")
                entity.roles = dict.fromkeys(held)

    def _note(self, entity: Entity, told: str) -> None:
        if self._parsed.notes is not None:
            self._parsed.notes.add(self._parsed.tokens[entity.mentions[0].head].start, "actor", told)

    def countries(self, entity: Entity) -> dict[str, float]:
        """The chance that a country named in the windows of an actor's mentions is its own, by country."""
        unlike: dict[str, float] = {}
        for found in _spoken(entity):
            for code, chance in self._window(found).homes(found).items():
                unlike[code] = unlike.get(code, 1.0) * (1 - chance)
        return {code: 1 - chance for code, chance in unlike.items()}

    def sectors(self, entity: Entity) -> dict[str, float]:
        """The chance of each sector, by the mean of its mentions."""
        import numpy as np

        means = np.stack([self._window(found).mean(found) for found in _spoken(entity)])
        scores: Array = heads().sectors(means).mean(0)
        return dict(zip(heads().names["sectors"], (1 / (1 + np.exp(-scores))).tolist(), strict=True))

    def _window(self, found: Found) -> _Window:
        return self._windows[bisect_left(self._windows, found.first, key=lambda w: w.last)]


class _Window:
    """A window with its words that tell of countries."""

    def __init__(self, encoded: Encoded, lands: list[tuple[int, str]]) -> None:
        self.first, self.last, self._vectors = encoded.tokens[0], encoded.tokens[-1], encoded.vectors
        here = [(k - self.first, code) for k, code in lands if self.first <= k <= self.last]
        self._codes = [code for _, code in here]
        self._paired = Paired(encoded.vectors, heads().actor, [k for k, _ in here]) if here else None

    def homes(self, found: Found) -> dict[str, float]:
        """The chance that a country is that of a mention, by the word that tells so most clearly."""
        if self._paired is None:
            return {}
        best: dict[str, float] = {}
        for code, chance in zip(self._codes, self._paired.chances([self._place(found)])[HOME, 0].tolist(), strict=True):
            best[code] = max(best.get(code, 0.0), chance)
        return best

    def mean(self, found: Found) -> Array:
        """The mean vector of a mention's tokens."""
        a, b = self._place(found)
        found_: Array = self._vectors[a : b + 1].mean(0)
        return found_

    def _place(self, found: Found) -> Range:
        """A mention as places within the window, cut at its end."""
        return found.first - self.first, min(found.last, self.last) - self.first


def _spoken(entity: Entity) -> Iterable[Found]:
    """The mentions that say something of an actor: names and nominals, where it has any."""
    told = [m for m in entity.mentions if m.form is not MentionForm.PRONOUN]
    return told or entity.mentions


def home_clues(entity: Entity, heard: dict[str, float]) -> dict[str, Clues]:
    """What speaks for each country that an actor may be of, and for none."""
    own = entity.country or HOMELESS
    sort = _sort(entity)
    shown: dict[str, Clues] = {HOMELESS: {"none": 1.0, f"none, {sort}": 1.0, "none, heard": odds(max(heard.values(), default=0.0), LEAST)}}
    for code in {own, *heard} - {HOMELESS}:
        shown[code] = {"heard": odds(heard.get(code, 0.0), LEAST), f"heard, {sort}": odds(heard.get(code, 0.0), LEAST)}
    rules = shown[own]
    rules["rules"] = 1.0
    rules[f"rules, {sort}"] = 1.0
    if own in BODIES:
        rules["rules, a body"] = 1.0
    if own and own == entity.origin and any(m.country for m in entity.mentions):
        rules["rules, its own words"] = 1.0
    return shown


def _sort(entity: Entity) -> str:
    if entity.kind is ActorKind.COUNTRY:
        return "country"
    known = "known " if entity.known or entity.leader else ""
    return f"{known}{'named' if entity.named else 'unnamed'} {entity.kind or ActorKind.ORGANISATION}"


def role_clues(entity: Entity, heard: dict[str, float]) -> dict[str, Clues]:
    """What speaks for each sector."""
    shown: dict[str, Clues] = {}
    for role in {**heard, **entity.roles}:
        own = role in entity.roles
        chance = odds(heard.get(role, 0.0), LEAST)
        shown[role] = {BASE: 1.0, "heard": chance, f"{role}": 1.0, "rules": float(own), f"rules {role}": float(own)}
        if not entity.roles:
            shown[role]["rules, none"] = 1.0
    return shown
