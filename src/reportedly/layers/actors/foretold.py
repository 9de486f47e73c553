"""Leads that keep a name back: "Peru's foreign minister left on Friday. ... Ms. Ruiz said" speaks of one person."""

from __future__ import annotations

from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import Found
from reportedly.layers.actors.offices import may_be, shares
from reportedly.model import ActorKind, MentionForm
from reportedly.text.parsed import Token

LEAD = 5  # sentences within which a lead gives the name that it kept back


def foretold(entities: list[Entity], tokens: tuple[Token, ...], of: dict[int, Entity]) -> None:
    """Join each unnamed person with the person named after, where it is the same; `of`, the actors by head token, follows."""
    people = [e for e in entities if e.kind is ActorKind.PERSON and e.mentions]
    leads = [e for e in people if not e.named and not e.plural]
    for entity in (e for e in people if e.named):
        lead = next((e for e in reversed(leads) if e.mentions and _same(e, entity, tokens)), None)
        if lead is not None:
            of.update((m.head, entity) for m in lead.mentions)
            entity.merge(lead)
            lead.mentions = []


def _same(lead: Entity, entity: Entity, tokens: tuple[Token, ...]) -> bool:
    """Whether an unnamed person is the one named next: by the same office, or as a subject before a name without one."""
    said, name = lead.mentions[0], entity.mentions[0]
    away = tokens[name.head].sent - tokens[said.head].sent
    if said.first > name.first or away > LEAD or not _may_go_on(lead, name) or _differ(lead, entity):
        return False
    if not may_be(lead.offices, entity.offices):
        return False
    if shares(lead.offices, entity.offices):
        return said.det != "a" or away == 1 or tokens[said.head].sent == 0
    return not (entity.nouns or entity.roles) and _prominent(said, lead, tokens)


def _may_go_on(lead: Entity, name: Found) -> bool:
    """Whether what is said of the unnamed one after the name only takes somebody up: "the minister", "she"."""
    after = (m for m in lead.mentions if m.first > name.first)
    return all(m.form is MentionForm.PRONOUN or m.det == "the" for m in after)


def _differ(lead: Entity, entity: Entity) -> bool:
    country = lead.country and entity.country and lead.country != entity.country
    return bool(country or (lead.gender and entity.gender and lead.gender != entity.gender))


def _prominent(said: Found, lead: Entity, tokens: tuple[Token, ...]) -> bool:
    return said.det != "a" and bool(lead.roles) and tokens[said.head].dep in ("nsubj", "nsubjpass")
