"""Silences: who would not comment, gave no answer, or could not be reached, and on what."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Draft
from reportedly.layers.claims.evasions import evasion_of
from reportedly.layers.claims.grammar import Tokens, is_passive, kid
from reportedly.layers.claims.questions import question_of
from reportedly.layers.claims.refusals import refusal_of
from reportedly.layers.claims.silent import ABOUT, Silence, is_supposed, is_withheld
from reportedly.layers.claims.silent_states import silent_state
from reportedly.layers.claims.speakers import speaks
from reportedly.layers.claims.subjects import ATTRIBUTING, subject
from reportedly.layers.claims.unanswered import unanswered_of
from reportedly.layers.claims.unreached import unreached_of
from reportedly.layers.claims.unspoken import none_of
from reportedly.layers.claims.unwilling import unwilling_of
from reportedly.layers.claims.withholding import left_asking, no_longer_answers, nothing_said, withheld_by
from reportedly.model import Stance
from reportedly.text import Token

_SELF = frozenset({"he", "she", "it", "they"})
_LEADING = ABOUT | {"of", "into", "at", "to", "from"}
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
    if (found := no_longer_answers(tokens, verb, words)) is not None:
        return found
    if thing is not None and (found := nothing_said(tokens, verb, thing, words)) is not None:
        return found
    if (found := left_asking(tokens, verb, words)) is not None:
        return found
    return withheld_by(tokens, verb, words) if is_withheld(tokens, verb) else none_of(tokens, verb, words)


def may_be_silent(tokens: Tokens, verb: Token) -> bool:
    """Whether a verb is one of which the rules know when it tells of a silence: "respond", "reach", "could not be identified"."""
    words = silence_words()
    known = words["answering"] | words["reaching"]
    return verb.pos == "VERB" and (verb.lemma in known or (verb.lemma in words["withholding"] and is_passive(tokens, verb)))


def silences(tokens: Tokens) -> Iterator[Silence]:
    """All silences of a report."""
    last: Silence | None = None
    for t in tokens:
        if t.pos in _BEARERS and (t.kids or t.pos != "AUX") and (found := silence_of(tokens, t)) is not None:
            draft, stance = _with_question(tokens, *_leading(tokens, *found))
            silence = msgspec.structs.replace(draft, speaker=_speaker(tokens, draft)), stance
            if last is not None and _goes_on(tokens, last, silence):
                silence = msgspec.structs.replace(last[0], cue=(last[0].cue[0], draft.cue[1])), stance
            elif last is not None:
                yield last
            last = silence
    if last is not None:
        yield last


def _goes_on(tokens: Tokens, one: Silence, other: Silence) -> bool:
    """Whether two evasions are one: "smiled and walked on"."""
    (a, how), (b, then) = one, other
    joined = tokens[b.head].dep == "conj" and tokens[b.head].head == a.head and 0 < b.cue[0] - a.cue[1] <= 3
    return joined and how is then and bool(a.content) and a.content == b.content


def _with_question(tokens: Tokens, draft: Draft, stance: Stance) -> Silence:
    """A silence of which no more is told than that it was, with what had been asked."""
    if draft.content or (asked := question_of(tokens, tokens[draft.head])) is None:
        return draft, stance
    return msgspec.structs.replace(draft, content=(asked[1],)), stance


def _leading(tokens: Tokens, draft: Draft, stance: Stance) -> Silence:
    """A silence, the preposition that leads at once to what was asked put into its cue: "{would not comment on} the toll"."""
    if not draft.content or draft.content[0][0] != draft.cue[1] + 1:
        return draft, stance
    first, last = draft.content[0]
    if tokens[first].dep != "prep" or tokens[first].lower not in _LEADING or first == last:
        return draft, stance
    return msgspec.structs.replace(draft, cue=(draft.cue[0], first), content=((first + 1, last), *draft.content[1:])), stance


def _speaker(tokens: Tokens, draft: Draft) -> int:
    """Who keeps silent; of "the priest said he had seen bodies but declined to say whose" the priest, not "he".

    A silence after a reported clause goes on from who reported it, where the clause is about himself or "but" sets them apart.
    """
    verb = tokens[draft.head]
    clause = tokens[verb.head]
    while clause.dep == "conj" and clause.head != clause.i:
        clause = tokens[clause.head]
    cue = tokens[clause.head]
    if verb.dep != "conj" or clause.dep != "ccomp" or cue.i > clause.i or cue.lemma not in ATTRIBUTING | {"confirm", "acknowledge"}:
        return draft.speaker
    if kid(tokens, verb, "nsubj", "nsubjpass") is not None or cue.tag not in ("VBD", "VBZ", "VBP"):
        return draft.speaker
    apart = any(tokens[k].lower == "but" for k in tokens[verb.head].kids)
    own = draft.speaker < 0 or tokens[draft.speaker].lower in _SELF or not speaks(tokens[draft.speaker])
    outer = subject(tokens, cue) if apart or own else -1
    return outer if outer >= 0 else draft.speaker
