"""An actor in the making: what its mentions have said of it so far."""

from __future__ import annotations

from reportedly.knowledge.leaders import Leader
from reportedly.knowledge.organisations import Organisation
from reportedly.layers.actors.found import Found
from reportedly.layers.actors.offices import Office
from reportedly.model import ActorKind, MentionForm

NAME = 3  # words of a person's name
COUNTERPARTS = frozenset({"counterpart", "counterparts"})  # of another country than those whose they are


class Entity:
    """Gathers the mentions of one actor. `key` is a country's code, "" for others; `order` is when it was made."""

    def __init__(self, order: int, kind: ActorKind | None) -> None:
        self.order, self.kind = order, kind
        self.key = ""
        self.known: Organisation | None = None
        self.leader: Leader | None = None
        self.country: str | None = None
        self.roles: dict[str, None] = {}
        self.gender = ""
        self.plural = False
        self.cores: list[tuple[str, ...]] = []  # the names it goes by
        self.words: set[str] = set()  # every word that its names and descriptions use
        self.nouns: dict[str, None] = {}  # the role nouns said of it
        self.offices: list[Office] = []
        self.ties: set[tuple[str, int]] = set()  # (noun, owner's order): "its spokesman"
        self.owners: list[Entity] = []
        self.mentions: list[Found] = []
        self.named = False
        self.seated = False  # whether words say of which country it is: "elected president of Peru", "our forces"
        self.closed = False  # indefinite and plural: taken up by the same words alone

    def add(self, found: Found) -> None:
        """Take a mention in, with what it says."""
        self.mentions.append(found)
        if found.form is MentionForm.PRONOUN:
            self.gender = self.gender or found.gender
            if found.kind is ActorKind.PERSON:
                self.kind = ActorKind.PERSON
            return
        if found.form is MentionForm.NAME and found.core and self.kind is not ActorKind.COUNTRY:
            self.cores += [core for core in (found.core, found.bare) if core and core not in self.cores]
        self.named = self.named or found.form is MentionForm.NAME
        self.words.update(found.core)
        self.nouns.update(dict.fromkeys(n for n in found.nouns if n))
        self.roles.update(dict.fromkeys(found.roles))
        self.offices += [o for o in found.offices if o not in self.offices]
        self.country = self.country or found.country
        self.gender = found.gender or self.gender
        self.kind = self.kind or found.kind
        self.known = self.known or found.known
        self.leader = self.leader or found.leader
        self.plural = self.plural or (found.plural and found.form is MentionForm.NOMINAL)

    def merge(self, other: Entity) -> None:
        """Take another actor's mentions in, in reading order."""
        for found in other.mentions:
            self.add(found)
        self.mentions.sort(key=lambda f: (f.first, -f.last))
        self.ties |= other.ties
        self.owners += other.owners

    @property
    def may_be_person(self) -> bool:
        """Whether what was taken for an organisation may be somebody's bare name: "Moore" of whom nothing else is said."""
        if self.kind is not ActorKind.ORGANISATION or self.known or self.leader or self.key or self.plural or self.nouns or self.roles:
            return False
        return all(
            f.form is MentionForm.PRONOUN or (f.form is MentionForm.NAME and f.det == "" and len(f.core) <= NAME) for f in self.mentions
        )

    @property
    def origin(self) -> str | None:
        """The country that the report says, else the one that knowledge has for a leader."""
        return self.country or (self.leader.country if self.leader else None)

    @property
    def of_many_lands(self) -> bool:
        """Whether knowledge has it, or whose it is, without a country: "Islamic State" is not of the land that a report is about."""
        return _homeless(self) or any(_homeless(owner) for owner in self.owners)

    @property
    def abroad(self) -> set[str | None]:
        """The countries that it is not of: those of whom it is the counterpart."""
        return {owner.country for owner in self.owners} if COUNTERPARTS & self.nouns.keys() else set()

    @property
    def sort(self) -> str:
        """Its kind, a population being a group."""
        return "group" if self.kind is ActorKind.POPULATION else str(self.kind or ActorKind.ORGANISATION)

    @property
    def form(self) -> str:
        """How it is spoken of: known to knowledge, named, or by its first article."""
        if self.known or self.leader:
            return "known"
        return "named" if self.named else self.mentions[0].det or "bare"


def _homeless(entity: Entity) -> bool:
    return entity.known is not None and entity.known.country is None
