"""Words of violence where nothing grave is told: sport and stage, weather and animals, figures of speech."""

from __future__ import annotations

from reportedly.knowledge.event_rows import event_classes
from reportedly.layers.events.draft import Draft
from reportedly.layers.events.phrases import Phrases
from reportedly.model import ActorKind, EventType
from reportedly.text import Parsed, Token

SEVERAL = 2  # different words of play that make a sentence one about play
FORCE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT, EventType.THREATEN})
GRAVE = frozenset("GOV MIL REB UAF COP SPY JUD LEG OPP PTY PRM CRM IGO REF".split())  # roles that use force or that it is used against
NAMED = frozenset({"GPE", "NORP", "ORG", "LOC"})


def in_play(parsed: Parsed, draft: Draft, phrases: Phrases) -> bool:
    """Whether a draft is no event but play or a figure of speech: "beat the leaders", "the band exploded", "lightning struck".

    Either its sentence speaks of sport or stage, or its word is often a figure of speech and neither side is one that uses force or
    suffers it; and nothing in the sentence is in earnest: no soldier, court or minister.
    """
    classes, trigger = event_classes(), draft.trigger
    lemmas = {t.lemma.lower() for t in parsed.sentence(trigger) if t.i != trigger.i}
    if lemmas & classes["earnest"] or any(phrases.person(t) or t.pos == "NUM" for _, harmed in draft.harms for t in harmed):
        return False
    if len(lemmas & classes["play"]) >= SEVERAL:
        return True
    figure = draft.type in FORCE and trigger.lemma.lower() in classes["figurative"]
    return figure and not any(_grave(phrases, t) for t in draft.actor) and not any(_suffers(phrases, t) for t in draft.recipient)


def _grave(phrases: Phrases, head: Token) -> bool:
    """Whether a side is a state, a body or place that is named, or has a role in public life."""
    core = phrases.core(head)
    if core.ent in NAMED or head.ent in NAMED:
        return True
    found = phrases.facts.actor(phrases.actor_id(head))
    return found is not None and (found.kind is ActorKind.COUNTRY or bool(GRAVE & set(found.roles)))


def _suffers(phrases: Phrases, head: Token) -> bool:
    """Whether force can be used against it: besides the grave ones, persons and whoever has a role, such as a clinic."""
    found = phrases.facts.actor(phrases.actor_id(head))
    return phrases.person(head) or _grave(phrases, head) or (found is not None and bool(found.roles))
