"""Silences: who would not comment, gave no answer, or could not be reached, and on what."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.evasions import evasion_of
from reportedly.layers.claims.grammar import Tokens, is_passive, kid, negation
from reportedly.layers.claims.refusals import refusal_of
from reportedly.layers.claims.silent import Silence, is_supposed, yet_to
from reportedly.layers.claims.silent_states import silent_state
from reportedly.layers.claims.speakers import is_nobody
from reportedly.layers.claims.unanswered import unanswered_of
from reportedly.layers.claims.unreached import unreached_of
from reportedly.layers.claims.unwilling import unwilling_of
from reportedly.layers.claims.withholding import left_asking, nothing_said, withheld_by
from reportedly.text import Token

_BEARERS = frozenset({"VERB", "AUX", "ADJ", "NOUN"})


def silence_of(tokens: Tokens, word: Token) -> Silence | None:
    """The silence that a verb, adjective or noun is the cue of; None where it is none."""
    words = silence_words()
    if word.pos == "VERB" or word.pos == "AUX":
        told = unanswered_of(tokens, word) or unreached_of(tokens, word) or evasion_of(tokens, word) or unwilling_of(tokens, word)
        return told or _by_verb(tokens, word, words)
    if word.lemma in words["silent"] or word.lemma in words["unavailable"] or word.lemma in words["available"]:
        return silent_state(tokens, word, words)
    return None


def _by_verb(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    if is_supposed(tokens, verb):
        return None
    thing = kid(tokens, verb, "dobj")
    if (found := refusal_of(tokens, verb)) is not None:
        return found
    if thing is not None and (found := nothing_said(tokens, verb, thing, words)) is not None:
        return found
    if (found := left_asking(tokens, verb, words)) is not None:
        return found
    denied = negation(tokens, verb) is not None or yet_to(tokens, verb) or is_nobody(tokens, verb)
    return withheld_by(tokens, verb, words) if denied else None


def may_be_silent(tokens: Tokens, verb: Token) -> bool:
    """Whether a verb is one of which the rules know when it tells of a silence: "respond", "reach", "could not be identified"."""
    words = silence_words()
    known = words["answering"] | words["reaching"]
    return verb.pos == "VERB" and (verb.lemma in known or (verb.lemma in words["withholding"] and is_passive(tokens, verb)))


def silences(tokens: Tokens) -> Iterator[Silence]:
    """All silences of a report."""
    for t in tokens:
        if t.pos in _BEARERS and (t.kids or t.pos != "AUX") and (found := silence_of(tokens, t)) is not None:
            yield found
