"""Whose a demand, an offer or an accusation is that a noun names, and whom it went to: whoever rejects or weighs it."""

from __future__ import annotations

from reportedly.knowledge.event_rows import event_classes
from reportedly.layers.events.draft import Draft, Heads
from reportedly.layers.events.phrases import Phrases
from reportedly.model import EventType
from reportedly.text import Token

UTTERED = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN, EventType.AGREE, EventType.REJECT})
NAMED = frozenset({"GPE", "NORP", "ORG"})
MODIFIERS = ("poss", "amod", "compound", "nmod")


def owned(draft: Draft, phrases: Phrases) -> Draft:
    """The draft with its noun's owner as actor, whoever else seemed to be: "turned down Seoul's demand", "no to a plea from Oslo"."""
    noun = draft.trigger
    if noun.pos != "NOUN" or draft.type not in UTTERED or not (owner := _owner(noun, phrases)):
        return draft
    verb = _verb_over(noun, phrases)
    answers = verb is not None and verb.lemma in event_classes()["answering"]
    to = _actors(phrases.grammar.clause(verb).subjects, phrases) if verb is not None and answers else ()
    return draft.with_sides(owner, tuple(t for t in to or draft.recipient if t not in owner))


def _owner(noun: Token, phrases: Phrases) -> Heads:
    """Whose words they are: "Seoul's demand", "Australian calls", "a request from Honiara"."""
    preps = phrases.grammar.prepositions(noun)
    before = tuple(t for t in phrases.parsed.children(noun, *MODIFIERS) if t.dep == "poss" or t.ent in NAMED)
    return _actors(before, phrases) or _actors(preps.get("by", ()), phrases) or _actors(preps.get("from", ()), phrases)


def _verb_over(noun: Token, phrases: Phrases) -> Token | None:
    """The verb whose object it is, also through a preposition or in the passive: "said no to a request"."""
    verb = phrases.parsed.head(noun)
    if noun.dep == "nsubjpass":
        return verb
    if noun.dep == "pobj":
        verb = phrases.parsed.head(verb)
    return verb if verb.pos == "VERB" and noun.dep in {"dobj", "pobj"} and noun.i > verb.i else None


def _actors(heads: Heads, phrases: Phrases) -> Heads:
    return tuple(t for t in heads if phrases.actor(t))


def sent(head: Token, phrases: Phrases) -> bool:
    """Whether somebody sends them, so that nothing is done to them: "threatened to send troops"."""
    classes, verb = event_classes(), phrases.parsed.head(head)
    ours = phrases.core(head).lemma in classes["force"] | classes["weapon"]
    return ours and head.dep == "dobj" and verb.pos == "VERB" and verb.lemma in classes["sending"]
