"""Which names are names of one actor: short names of persons, acronyms and short forms of organisations, countries."""

from __future__ import annotations

from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import Found
from reportedly.model import ActorKind

SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "la", "du"})


class Naming:
    """Puts each name, in reading order, with the actor that bears it, or with a new one."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self._by_word: dict[str, list[Entity]] = {}
        self._countries: dict[str, Entity] = {}
        self._famous: dict[str, Entity] = {}

    def new(self, kind: ActorKind | None) -> Entity:
        """A new actor."""
        entity = Entity(len(self.entities), kind)
        self.entities.append(entity)
        return entity

    def country(self, key: str, code: str | None = None) -> Entity:
        """The actor that is a country's government: by its own code, and the code that is printed where it is another."""
        if key not in self._countries:
            entity = self._countries[key] = self.new(ActorKind.COUNTRY)
            entity.key, entity.country = key, code or key
            entity.roles["GOV"] = None
        return self._countries[key]

    def place(self, found: Found) -> Entity:
        """The actor of a name, which takes the mention in."""
        entity = (found.known and self._famous.get(found.known.name)) or self._bearer(found) or self.new(found.kind)
        entity.add(found)
        if found.known:
            self._famous.setdefault(found.known.name, entity)
        for word in (*found.core, initials(found.core), initials(found.bare)):
            bearers = self._by_word.setdefault(word, [])
            if entity not in bearers:
                bearers.append(entity)
        return entity

    def alias(self, entity: Entity, found: Found) -> None:
        """Give an actor another name: "(LNA)" after the full one."""
        entity.add(found)
        for word in found.core:
            self._by_word.setdefault(word, []).append(entity)

    def _bearer(self, found: Found) -> Entity | None:
        """The latest actor that may bear the name."""
        if not found.core:
            return None
        bearers: list[Entity] = []
        for word in dict.fromkeys((found.core[-1], found.core[0], found.core[-2:][0], *found.bare[:1])):
            bearers += self._by_word.get(word, ())
        same = person_fits if found.kind is ActorKind.PERSON else organisation_fits
        fitting = [e for e in bearers if e.kind is found.kind and not (e.known and found.known) and same(e, found)]
        return max(fitting, key=lambda e: (found.core in e.cores, e.mentions[-1].first), default=None)


def person_fits(entity: Entity, found: Found) -> bool:
    """Whether a person may bear a name: the same last name and no other first name or gender."""
    if found.gender and entity.gender and found.gender != entity.gender:
        return False
    return any(_person_names(known, found.core) for known in entity.cores)


def _person_names(known: tuple[str, ...], core: tuple[str, ...]) -> bool:
    if known == core:
        return True
    if len(core) == 1 or len(known) == 1:
        one, many = (core, known) if len(core) == 1 else (known, core)
        return one[0] in many and (one[0] == many[-1] or len(core) == 1)
    short, long = (core, known) if len(core) <= len(known) else (known, core)
    return short[-1] == long[-1] and all(w in long or _initial(w, long) for w in short)


def _initial(word: str, words: tuple[str, ...]) -> bool:
    return len(word.rstrip(".")) == 1 and any(w[0] == word[0] for w in words)


def organisation_fits(entity: Entity, found: Found) -> bool:
    """Whether an organisation may bear a name: the same words, an acronym, or a part of a longer name."""
    if found.country and entity.country and found.country != entity.country:
        return False
    names = (found.core, found.bare) if found.bare else (found.core,)
    return any(_organisation_names(known, name) for known in entity.cores for name in names)


def _organisation_names(known: tuple[str, ...], core: tuple[str, ...]) -> bool:
    if known == core:
        return True
    if len(core) == 1 and (initials(known) == core[0].replace(".", "")) or len(known) == 1 and initials(core) == known[0].replace(".", ""):
        return True
    short, long = (core, known) if len(core) < len(known) else (known, core)
    if not 0 < len(short) < len(long):
        return False
    return long[: len(short)] == short or len(short) > 1 and long[-len(short) :] == short


def initials(core: tuple[str, ...]) -> str:
    """The first letters of a name's words, small ones left out: "lna"; "" for one word."""
    return "".join(w[0] for w in core if w not in SMALL) if len(core) > 1 else ""
