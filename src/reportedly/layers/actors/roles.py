"""The roles that the words of a phrase give its actor."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.knowledge.actor_frames import actor_frames
from reportedly.knowledge.actor_nouns import ActorNoun, actor_nouns, actor_titles
from reportedly.text.parsed import Token

STATE = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "SPY"})  # a minister of health is no medic
SIDES = frozenset({"OPP", "REB"})  # what a modifier adds to any noun: "opposition lawmaker"
PUBLIC = frozenset({"BUS", "JRN"})  # what a state runs and is still such: "state broadcaster"
GENERAL = frozenset({"prosecutor", "attorney", "secretary", "director", "inspector", "governor"})  # no soldiers: "prosecutor general"
# Before a name more often an officer than a master of a ship or the head of a band.
CAPTAIN, RANKS = frozenset({"captain", "capt", "capt.", "cmdr", "cmdr.", "cdr", "cdr."}), ("MIL",)
FORMER = frozenset({"former", "retired", "ex", "onetime"})


def phrase_roles(tokens: tuple[Token, ...], noun: ActorNoun | None) -> tuple[str, ...]:
    """The roles of a noun and of the words before it: OPP and LEG for "opposition lawmaker", COP for "police officer".

    What the noun itself says outweighs its modifiers where it is an office of the state, else they outweigh it. Who was
    in office formerly is ELI.
    """
    own = noun.roles if noun and "weak" not in noun.traits else ()
    before = _modifiers(tokens)
    if "COP" in before and set(own) == {"MIL"}:
        own = ()  # "a police sergeant"
    if STATE & set(own):
        before = [r for r in before if r in SIDES]
    elif before and not (PUBLIC & set(own) and set(before) == {"GOV"}):
        own = ()
    if any(t.lower in FORMER for t in tokens):
        before, own = _formerly(before), tuple(_formerly(own))
    return tuple(dict.fromkeys((*before, *own)))


def _formerly(roles: Sequence[str]) -> list[str]:
    """Who was in government is of the elite; who was a judge, an officer or a spy is so still in the eyes of reports."""
    if not STATE & set(roles):
        return [*roles]
    return [*(r for r in roles if r != "GOV"), "ELI"]


def _modifiers(tokens: tuple[Token, ...]) -> list[str]:
    modifiers, nouns = actor_frames().modifiers, actor_nouns()
    found: list[str] = []
    for k, token in enumerate(tokens):
        if _no_soldier(tokens, k):
            continue
        if (role := modifiers.get(token.lower)) is not None:
            found.append(role)
        elif (noun := nouns.get(token.lower)) and "weak" not in noun.traits and token.pos in ("NOUN", "PROPN"):
            found += noun.roles
    return found


def _no_soldier(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether token k is the "general" of "prosecutor general"."""
    return tokens[k].lower == "general" and k > 0 and tokens[k - 1].lower in GENERAL


def title_roles(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """The roles of the titles and role words before a name: each person noun with the modifiers before it."""
    nouns, titles = actor_nouns(), actor_titles()
    found: list[str] = []
    start = 0
    for k, token in enumerate(tokens):
        title = titles.get(token.lower)
        noun = nouns.get(title.noun if title else token.lower)
        if noun and noun.kind == "person" and (title is None or title.noun) and not _no_soldier(tokens, k):
            found += phrase_roles(tokens[start:k], noun) or (RANKS if token.lower in CAPTAIN and k + 1 == len(tokens) else ())
            start = k + 1
    return tuple(dict.fromkeys(found))
