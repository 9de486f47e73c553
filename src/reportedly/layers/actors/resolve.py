"""From mentions to actors: names first, then nominals and pronouns in reading order."""

from __future__ import annotations

from bisect import bisect_right

from msgspec.structs import replace

from reportedly.knowledge.actor_nouns import actor_nouns
from reportedly.layers.actors.descriptions import Descriptions
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.foretold import foretold
from reportedly.layers.actors.found import NOBODY, Found
from reportedly.layers.actors.history import History
from reportedly.layers.actors.joins import hearsay, made, may_join, partners
from reportedly.layers.actors.naming import Naming
from reportedly.layers.actors.nations import Sort
from reportedly.layers.actors.scene import Scene
from reportedly.layers.actors.speakers import speakers
from reportedly.layers.metonymy import literal
from reportedly.model import ActorKind, MentionForm
from reportedly.text import Parsed
from reportedly.text.parsed import Token

THINGS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr"})  # where a noun may be what "it" or "they" mean
NEVER_MEANT = frozenset({"DATE", "TIME", "PERCENT"})
BRACKET = 8  # tokens before a bracket in which the name of its acronym stands


class Resolver:
    """Decides for each mention of a report which actor it stands for."""

    def __init__(self, parsed: Parsed, scene: Scene) -> None:
        self.parsed, self.tokens, self.scene = parsed, parsed.tokens, scene
        self.of: dict[int, Entity] = {}  # actor by the head token of a mention
        self.naming, self.history = Naming(), History(parsed)
        self.descriptions = Descriptions(parsed.tokens, scene, self.naming, self.history, self.of)
        self.nouns = actor_nouns()
        self.untied: list[tuple[Entity, Found]] = []

    def run(self, names: list[Found], others: list[Found]) -> list[Entity]:
        """The actors of the mentions, in the order in which they were made; `others` are nominals and pronouns."""
        for found in names:
            self.of[found.head] = self._named(found)
        mentions = [*names, *others]
        named, lands = self._acting_nations(), sorted(self.scene.nations)
        for found in sorted([*mentions, *self._things({f.head for f in mentions})], key=self._when):
            self.descriptions.latest_nation = self._nation_before(named, found.head)
            self.descriptions.latest_land = self._nation_before(lands, found.head)
            self._next(found)
        self._finish()
        return [e for e in self.naming.entities if e.mentions]

    def _acting_nations(self) -> list[int]:
        """The tokens that name a country or its people, those left out that are meant as places: "questioned in London"."""
        nations = self.scene.nations.items()
        return sorted(k for k, n in nations if n.sort is Sort.ADJECTIVE or not literal(self.parsed, n.first, n.last))

    def _nation_before(self, named: list[int], head: int) -> str | None:
        """The country named last before a token."""
        k = bisect_right(named, head) - 1
        return self.scene.nations[named[k]].code if k >= 0 else None

    def _when(self, found: Found) -> tuple[bool, int, int]:
        """The order in which mentions are decided: a headline sums up the body, so its phrases come last; who speaks before the words."""
        return self.tokens[found.head].para < self.parsed.headings, self.history.spoken_from(found), -found.last

    def _finish(self) -> None:
        """What can be known only at the end of the report."""
        for entity, found in self.untied:
            if (owner := self.of.get(found.owner)) and owner is not entity:
                entity.owners.append(owner)
        self._appointed()
        foretold(self.naming.entities, self.tokens, self.of)
        self._spoken_of(speakers(self.parsed, self.of))

    def _spoken_of(self, owners: dict[int, Entity]) -> None:
        """Tie whom speakers call their own: "our forces"; "my brother" is "her brother" where she is the speaker."""
        for entity, found in self.untied:
            owner = owners.get(found.owner)
            if owner is None or owner is entity or not entity.mentions:
                continue
            tie = (found.nouns[-1], owner.order)
            same = next((e for e in self.naming.entities if tie in e.ties and e.mentions and e is not entity), None)
            if same is not None and not found.plural and entity.mentions[0] is found:
                self.of.update((m.head, same) for m in entity.mentions)
                same.merge(entity)
                entity.mentions = []
            else:
                entity.owners.append(owner)
                entity.ties.add(tie)
                entity.seated = True

    def _appointed(self) -> None:
        """Give whom words make an office-holder the country of the office: "on her election as president of Peru"."""
        for k, nation in self.scene.nations.items():
            office = self.parsed.head(self.parsed.head(self.tokens[k]))
            noun = self.nouns.get(office.lower) if self.parsed.head(self.tokens[k]).lower == "of" else None
            if noun is None or noun.kind is not ActorKind.PERSON or office.dep not in ("pobj", "attr"):
                continue
            entity = self.of.get(made(self.parsed, office))
            if entity is not None and entity.kind is ActorKind.PERSON:
                entity.country, entity.seated = entity.country or nation.code, True

    def _named(self, found: Found) -> Entity:
        if found.kind is ActorKind.COUNTRY:
            entity = self.naming.country(found.core[0], found.country)
            entity.add(found)
            return entity
        if (full := self._before_bracket(found)) is not None:
            self.naming.alias(full, found)
            return full
        return self.naming.place(found)

    def _before_bracket(self, found: Found) -> Entity | None:
        """The actor whose acronym stands in brackets after its name: "the National Army (NA)"."""
        if found.first < 2 or self.tokens[found.first - 1].text != "(" or not self.tokens[found.head].text.isupper():
            return None
        for k in range(found.first - 2, max(-1, found.first - BRACKET), -1):
            if entity := self.of.get(k):
                return entity if entity.mentions[-1].last == found.first - 2 else None
        return None

    def _things(self, taken: set[int]) -> list[Found]:
        """Nouns that are no actors but that "it" or "they" may mean."""
        nouns = (t for t in self.tokens if t.pos in ("NOUN", "PROPN") and t.dep in THINGS and t.i not in taken)
        return [
            Found(first=t.i, last=t.i, head=t.i, form=MentionForm.NOMINAL, kind=None, plural=t.tag in ("NNS", "NNPS"))
            for t in nouns if t.ent not in NEVER_MEANT and t.i not in self.scene.nations
        ]  # fmt: skip

    def _next(self, found: Found) -> None:
        """Give the next mention its actor, and take note of it."""
        thing = found.form is MentionForm.NOMINAL and found.kind is None
        entity = None if thing else self.of.get(found.head) or self._actor(found)
        if entity is not None and found.head not in self.of:
            entity.add(replace(found, roles=(), country=None) if hearsay(self.parsed, self.tokens[found.head]) else found)
            self.of[found.head] = entity
        if entity is not None and self.parsed.notes is not None:
            self.parsed.notes.add(self.tokens[found.head].start, "mention", self._reason(entity, found))
        if entity is not None and found.owner != NOBODY:
            self._tie(entity, found)
        if entity is not None or thing:
            self.history.add(found, entity)

    def _reason(self, entity: Entity, found: Found) -> str:
        """Why a mention is this actor's."""
        first = entity.mentions[0]
        words, said = (self.parsed.span(f.first, f.last).of(self.parsed.text) for f in (found, first))
        if first is found or first == found:
            return f"{words!r} ({found.form}): nobody spoken of before is meant, so a new actor"
        how = {
            MentionForm.PRONOUN: "the likeliest of what it may take up",
            MentionForm.NOMINAL: "the same person or body by grammar, by its noun, or by whom it belongs to",
        }.get(found.form, "a name of the same actor")
        return f"{words!r} ({found.form}): taken up with {said!r}, {how}"

    def _actor(self, found: Found) -> Entity | None:
        if found.form is MentionForm.PRONOUN:
            return self.history.antecedent(found, self.of)
        return self._joined(found) or self.descriptions.find(found) or self.naming.new(found.kind)

    def _joined(self, found: Found) -> Entity | None:
        """The actor that grammar says a nominal is."""
        noun = self.nouns.get(found.nouns[-1])
        equal = (self.of.get(k) for k in partners(self.parsed, self.tokens[found.head]))
        return next((e for e in equal if e is not None and may_join(e, found, noun)), None)

    def _tie(self, entity: Entity, found: Found) -> None:
        """Take note of whom an actor belongs to; who comes later in the report is tied at the end."""
        owner = self.of.get(found.owner) or self._silent(self.tokens[found.owner], found)
        if owner is None:
            self.untied.append((entity, found))
        elif owner is not entity:
            entity.owners.append(owner)
            entity.ties.update((noun, owner.order) for noun in found.nouns)

    def _silent(self, t: Token, found: Found) -> Entity | None:
        """The organisation spoken of before that a compound takes up: "agency" in "an agency spokeswoman"."""
        noun = self.nouns.get(t.lower)
        if t.dep not in ("compound", "nmod") or noun is None or noun.kind is not ActorKind.ORGANISATION or t.text[0].isupper():
            return None
        silent = Found(
            first=t.i, last=t.i, head=t.i, form=MentionForm.NOMINAL, kind=noun.kind, core=(t.lower,), nouns=(t.lower,), det="the",
            country=found.country,
        )  # fmt: skip
        return self.descriptions.again(silent)
