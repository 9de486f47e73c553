"""Who can speak or keep silent: people and bodies, not ships, patients' fevers or guns."""

from __future__ import annotations

from functools import cache

from reportedly.knowledge.actor_nouns import actor_nouns
from reportedly.knowledge.source_nouns import source_nouns
from reportedly.layers.claims.grammar import Tokens, kid
from reportedly.text import Token

PRESS = frozenset("reporter journalist press media newspaper broadcaster camera newsman paper correspondent".split())
_PEOPLE = frozenset("one nobody everybody he she they we i who him her them me us both everyone anyone none neither".split())
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NOBODY = frozenset({"no", "neither", "none", "nobody", "no-one"})
_SPEAKING = frozenset("media person government organisation public mass fighter spoke sole office post body side".split())


@cache
def _speaking_nouns() -> frozenset[str]:
    return frozenset(actor_nouns()) | {word for word, sorts in source_nouns().items() if sorts & _SPEAKING}


def speaks(token: Token) -> bool:
    """Whether the word names or stands for somebody who could answer."""
    return token.lower in _PEOPLE or (token.ent in _NAMED and token.pos != "NOUN") or token.lemma.lower() in _speaking_nouns()


def is_nobody(tokens: Tokens, verb: Token) -> bool:
    """ "Neither army would comment", "nobody at the ministry would say"."""
    who = kid(tokens, verb, "nsubj", "nsubjpass")
    if who is None:
        return False
    opening = tokens[who.left].lower
    return who.lower in _NOBODY or opening in _NOBODY or (who.lower == "one" and tokens[who.i - 1].lower == "no")


def meets_press(tokens: Tokens, verb: Token) -> bool:
    """ "is not talking", "would not talk about it", "would not talk to reporters": not "would not talk to the rebels"."""
    preps = [tokens[k] for k in verb.kids if tokens[k].dep in ("prep", "dative")]
    others = [p for p in preps if p.lower in ("to", "with") and not any(tokens[n].lemma in PRESS for n in p.kids)]
    return not others and kid(tokens, verb, "dobj") is None
