"""What an actor speaks of, meets or travels to: countries named there are not its own for that."""

from __future__ import annotations

from reportedly.knowledge.actor_frames import actor_frames
from reportedly.knowledge.actor_phrases import actor_phrases
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import Found
from reportedly.text import Parsed
from reportedly.text.parsed import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
WHERE = frozenset({"in", "at", "near"})


def abroad(parsed: Parsed, entity: Entity) -> set[int]:
    """The tokens that say of whom or what its mentions, as subjects, speak; whom they meet; whither they go."""
    return {k for found in entity.mentions for k in _of(parsed, found)}


def _of(parsed: Parsed, found: Found) -> set[int]:
    head = parsed.tokens[found.head]
    if head.dep == "appos":
        head = parsed.head(head)
    if head.dep not in SUBJECTS:
        return set()
    verb = parsed.head(head)
    own = range(head.left, head.right + 1)
    guest = verb.lemma in actor_phrases().goals and any(_foreign(parsed, thing) for thing in parsed.children(verb, "dobj"))
    words: set[int] = set()
    for kid in (parsed.tokens[k] for k in verb.kids):
        if kid.i != head.i and kid.dep != "nsubj" and (_away(parsed, verb, kid) or guest and kid.dep == "prep"):
            words |= {k for k in range(kid.left, kid.right + 1) if k not in own}
    return words


def _foreign(parsed: Parsed, thing: Token) -> bool:
    """Whether those met are called by their country, as foreigners are, and so may be at home where they are met."""
    return any(k.ent == "NORP" and k.text[0].isupper() for k in parsed.children(thing, "amod"))


def _away(parsed: Parsed, verb: Token, kid: Token) -> bool:
    """Whether what hangs on a verb says of whom its subject speaks, whom it meets, or whither it goes."""
    if verb.lemma in actor_frames().mind:
        return not (kid.dep == "prep" and kid.lower in WHERE)  # "Ruiz said in Lima"
    if verb.lemma in actor_frames().place.motion_verbs or verb.lemma in actor_phrases().goals:
        return kid.dep in ("prep", "dobj") and kid.lower not in WHERE
    return kid.dep == "dobj" and not any(p.lower in WHERE for p in parsed.children(kid, "prep"))
