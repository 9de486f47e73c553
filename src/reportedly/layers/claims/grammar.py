"""Small questions to the parse that the constructions share."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.layers.claims.draft import Range
from reportedly.text import Token

Tokens = Sequence[Token]
_PARTICLES = frozenset({"aside", "away", "back"})
_SETTING_OFF = frozenset({",", "-", "--", "\u2013", "\u2014"})
_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "ADP"})
NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor"})


def kid(tokens: Tokens, token: Token, *deps: str) -> Token | None:
    """The first dependent with one of the labels."""
    for k in token.kids:
        if tokens[k].dep in deps:
            return tokens[k]
    return None


def is_passive(tokens: Tokens, verb: Token) -> bool:
    """Whether the verb is a passive, whole or reduced ("seen by critics as")."""
    if verb.tag != "VBN":
        return False
    deps = {tokens[k].dep for k in verb.kids}
    return "auxpass" in deps or "nsubjpass" in deps or "agent" in deps or (verb.dep in ("acl", "advcl") and "aux" not in deps)


def negation(tokens: Tokens, verb: Token) -> Token | None:
    """The word that negates the verb, itself or through its first auxiliary."""
    for k in verb.kids:
        t = tokens[k]
        if t.dep == "neg" or t.lower in NEGATIONS:
            return t
    if verb.dep == "xcomp" and tokens[verb.head].lemma in ("be", "have"):
        return kid(tokens, tokens[verb.head], "neg")
    return None


def contrasts(tokens: Tokens, word: Token) -> bool:
    """Whether a "not" sets one phrase against another and negates no verb: "a depot, {not} a school", "roads and {not} bridges"."""
    if word.lower != "not" or not 0 < word.i < len(tokens) - 1:
        return False
    before, after = tokens[word.i - 1], tokens[word.i + 1]
    return (before.text in _SETTING_OFF or before.pos == "CCONJ") and before.sent == word.sent and after.pos in _NOMINAL


def cue_of(tokens: Tokens, verb: Token, upto: Token | None = None) -> Range:
    """The contiguous words that attribute: the verb, with its auxiliaries only where it is negated, its particle and `upto`."""
    first = last = verb.i
    if (no := negation(tokens, verb)) is not None and verb.i - 6 < no.i < verb.i:
        first = no.i
        while first - 1 >= 0 and tokens[first - 1].head == verb.i and tokens[first - 1].dep in ("aux", "auxpass"):
            first -= 1
    for k in verb.kids:
        if k == verb.i + 1 and (tokens[k].dep == "prt" or tokens[k].lower in _PARTICLES):
            last = k
    if upto is not None and verb.i < upto.i <= last + 6:
        last = upto.i
    return first, last


def is_paired(tokens: Tokens, verb: Token) -> bool:
    """ "neither confirmed nor {denied}": the second of two verbs that a word before the first holds together."""
    return verb.dep == "conj" and any(tokens[k].lower in ("neither", "either", "both") for k in tokens[verb.head].kids)
