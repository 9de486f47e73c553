"""Whether a name is a person's, an organisation's or a group's, where the file does not say."""

from __future__ import annotations

from reportedly.knowledge import leaders, organisations
from reportedly.knowledge.actor_frames import actor_frames
from reportedly.knowledge.actor_nouns import actor_nouns, given_names
from reportedly.knowledge.naming import fold
from reportedly.model import ActorKind

ARMED = frozenset({"CRM", "REB", "UAF"})
BODIES = (ActorKind.ORGANISATION, ActorKind.GROUP)


def guess(name: str, roles: tuple[str, ...], *, personal: bool) -> ActorKind:
    """By what is known of the name, by its words, and by the roles; `personal` where an office, a gender or a term is told."""
    if body := organisations.bundled().by_name(name):
        return body.kind
    if leaders.bundled().named(name):
        return ActorKind.PERSON
    words = fold(name).split()
    kinds = {noun.kind for word in words if (noun := actor_nouns().get(word))}
    armed = bool(ARMED & set(roles))
    if kinds.intersection(BODIES) or (words and words[-1] in actor_frames().tails) or {"of", "for"} & set(words) and not personal:
        return ActorKind.GROUP if armed else ActorKind.ORGANISATION
    if ActorKind.PERSON in kinds or name.split(maxsplit=1)[0] in given_names() and len(words) > 1 or personal and not armed:
        return ActorKind.PERSON
    return ActorKind.GROUP if armed else ActorKind.ORGANISATION


def roles_said(words: str) -> tuple[str, ...]:
    """The roles of the first noun that gives any: GOV for "Minister of Tides"."""
    nouns = (actor_nouns().get(word) for word in fold(words).split())
    return next((noun.roles for noun in nouns if noun and noun.roles), ())


def body_said(words: str) -> tuple[ActorKind, tuple[str, ...]] | None:
    """The kind and the roles of what a noun phrase names, where it names an organisation or group: "political party"."""
    nouns = [noun for word in fold(words.partition(" of ")[0]).split() if (noun := actor_nouns().get(word)) and noun.kind in BODIES]
    return (nouns[-1].kind, nouns[-1].roles) if nouns else None
