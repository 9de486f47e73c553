"""From the resolver's entities to the actors of a Reading: numbers, names, descriptions."""

from __future__ import annotations

from reportedly.knowledge.countries import countries
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import Found
from reportedly.model import Actor, ActorKind, Mention, MentionForm
from reportedly.text import Parsed
from reportedly.text.parsed import Token

ARTICLES = frozenset({"the", "a", "an"})


def actors(parsed: Parsed, entities: list[Entity]) -> tuple[Actor, ...]:
    """The actors in the order of their first mentions."""
    ordered = sorted(entities, key=lambda e: (e.mentions[0].first, -e.mentions[0].last))
    return tuple(_actor(parsed, e, f"a{n}") for n, e in enumerate(ordered, 1))


def _actor(parsed: Parsed, entity: Entity, number: str) -> Actor:
    return Actor(
        id=number, name=_name(parsed, entity), kind=entity.kind or ActorKind.ORGANISATION, country=entity.country,
        roles=tuple(entity.roles), description=_description(parsed, entity), mentions=_mentions(parsed, entity),
        wikidata=entity.known.wikidata if entity.known else None,
    )  # fmt: skip


def _mentions(parsed: Parsed, entity: Entity) -> tuple[Mention, ...]:
    spans = {(parsed.tokens[f.first].start, parsed.tokens[f.last].end): f.form for f in entity.mentions}
    return tuple(Mention(start=start, end=end, form=form, text=parsed.text[start:end]) for (start, end), form in sorted(spans.items()))


def _name(parsed: Parsed, entity: Entity) -> str:
    """A country's name, that of a known organisation or leader, the fullest name in the report, or the first mention's words."""
    if entity.kind is ActorKind.COUNTRY and (country := countries().by_code(entity.key)):
        return country.name
    named = [f for f in entity.mentions if f.form is MentionForm.NAME]
    best = max(named, key=lambda f: len(f.core), default=entity.mentions[0])
    if entity.known:
        return entity.known.name
    if entity.leader and len(best.core) == 1:
        return entity.leader.name
    tokens = _tokens(parsed, best)
    if named and entity.kind is ActorKind.PERSON:
        return _line(parsed, tokens[_core(best, tokens) :])
    return _line(parsed, tokens[1:] if tokens[0].lower in ARTICLES and len(tokens) > 1 else tokens)


def _description(parsed: Parsed, entity: Entity) -> str | None:
    """The words that introduce the actor: the first nominal said of it, or the role words before its name."""
    for found in entity.mentions:
        tokens = _tokens(parsed, found)
        if found.form is MentionForm.NOMINAL:
            return _line(parsed, tokens)
        if found.form is MentionForm.NAME and found.nouns and entity.kind is ActorKind.PERSON and (core := _core(found, tokens)):
            return _line(parsed, tokens[:core])
    return None


def _tokens(parsed: Parsed, found: Found) -> tuple[Token, ...]:
    return parsed.tokens[found.first : found.last + 1]


def _core(found: Found, tokens: tuple[Token, ...]) -> int:
    """Where, among a mention's tokens, the name itself begins after its titles."""
    words = [k for k, t in enumerate(tokens) if t.text[0].isalnum()]
    return words[-len(found.core)] if found.core else 0


def _line(parsed: Parsed, tokens: tuple[Token, ...]) -> str:
    """The words of some tokens as printed, on one line."""
    return " ".join(parsed.text[tokens[0].start : tokens[-1].end].split())
