"""Leads that keep a name back: "Peru's foreign minister left on Friday. ... Ms. Ruiz said" speaks of one person."""

from __future__ import annotations

from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import Found
from reportedly.layers.actors.offices import may_be, shares
from reportedly.model import ActorKind, MentionForm
from reportedly.text.parsed import Token

LEAD = 5  # sentences within which a lead gives the name that it kept back
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
EQUAL = frozenset({"attr", "appos", "oprd"})  # a name that says who the subject is: "the new judge is Ana Ruiz"


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
    if said.first > name.first or away > LEAD or not _may_go_on(lead, name) or _differ(lead, entity) or _meets(lead, name, tokens):
        return False
    if not may_be(lead.offices, entity.offices):
        return False
    if shares(lead.offices, entity.offices):
        return said.det != "a" or away == 1 or tokens[said.head].sent == 0
    acts = away == 0 or _acts(tokens[name.head], tokens)
    return acts and not (entity.nouns or entity.roles) and _prominent(said, lead, tokens)


def _acts(t: Token, tokens: tuple[Token, ...]) -> bool:
    """Whether a name is a subject, or whose the subject is: "Ruiz's visit has angered the party"."""
    return t.dep in SUBJECTS or t.dep == "poss" and tokens[t.head].dep in SUBJECTS


def _meets(lead: Entity, name: Found, tokens: tuple[Token, ...]) -> bool:
    """Whether a sentence speaks of both as of two, one acting on the other or beside it: "the judge jailed Ana Ruiz"."""
    there = (m for m in lead.mentions if tokens[m.head].sent == tokens[name.head].sent)
    return any(not _equal(tokens, m, name) and (m.form is not MentionForm.PRONOUN or _commands(tokens, m, name)) for m in there)


def _equal(tokens: tuple[Token, ...], said: Found, name: Found) -> bool:
    """Whether a name is set equal to a noun, which both say of one verb or of each other: "the winner was Ana Ruiz"."""
    t, noun = tokens[name.head], tokens[said.head]
    if t.dep not in EQUAL and noun.dep not in EQUAL:
        return False
    return t.head in (noun.i, noun.head) or noun.head == t.i


def _commands(tokens: tuple[Token, ...], said: Found, name: Found) -> bool:
    """Whether a pronoun is subject of a clause in which the name stands; in "As she left, Ana Ruiz spoke" it is not."""
    t = tokens[said.head]
    verb = tokens[t.head]
    return t.dep in SUBJECTS and verb.left <= name.head <= verb.right


def _may_go_on(lead: Entity, name: Found) -> bool:
    """Whether what is said of the unnamed one after the name only takes somebody up: "the minister", "she"."""
    after = (m for m in lead.mentions if m.first > name.first)
    return all(m.form is MentionForm.PRONOUN or m.det == "the" for m in after)


def _differ(lead: Entity, entity: Entity) -> bool:
    country = lead.country and entity.country and lead.country != entity.country
    if lead.owners and entity.owners and not any(o in entity.owners for o in lead.owners):
        return True  # "a spokesman for the ministry", "the rebels' spokesman, Ana Ruiz"
    return bool(country or (lead.gender and entity.gender and lead.gender != entity.gender))


def _prominent(said: Found, lead: Entity, tokens: tuple[Token, ...]) -> bool:
    return said.det != "a" and bool(lead.roles) and tokens[said.head].dep in SUBJECTS
