"""Silences of those who do not wish, dare or have leave to speak, or find that it is not the time or the place."""

from __future__ import annotations

from functools import cache

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Draft
from reportedly.layers.claims.evasions import says_only
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.silent import Silence
from reportedly.layers.claims.speakers import meets_press
from reportedly.layers.claims.subjects import subject
from reportedly.model import Stance
from reportedly.text import Token

_COMMENTING = frozenset({"comment", "discuss", "speculate", "elaborate"})
_TALKING = frozenset({"speak", "talk"})


def unwilling_of(tokens: Tokens, verb: Token) -> Silence | None:
    """The silence of somebody who will not, may not or need not speak; None where a verb tells of none."""
    if verb.lemma not in _triggers():
        return None
    words = silence_words()
    return _unwilling(tokens, verb, words) or _untimely(tokens, verb, words) or _addressed_elsewhere(tokens, verb, words)


@cache
def _triggers() -> frozenset[str]:
    """The verbs that any of these turns on, so that all others are passed over at once."""
    words = silence_words()
    return words["wishing"] | words["permitting"] | words["referring"] | {"be", "seem", "feel", "address", "put", "send", "make"}


def _unwilling(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "did not wish to comment", "preferred not to comment", "was unwilling to comment", "was in no mood to discuss it"."""
    if verb.lemma in words["permitting"]:
        return _not_permitted(tokens, verb)
    holder = verb if verb.lemma in words["wishing"] else _state(tokens, verb) if verb.lemma in ("be", "seem", "feel") else None
    act = _act_of(tokens, holder) or (_act_of(tokens, verb) if holder is not None else None)
    if holder is None or act is None or not _tells(tokens, act, holder):
        return None
    negative = negation(tokens, verb) is not None or kid(tokens, act, "neg") is not None or tokens[holder.i - 1].lower == "no"
    willing = holder is verb or holder.lemma in words["willing"]
    if not (negative if willing else holder.lemma in words["unwilling"]):
        return None
    cue = (cue_of(tokens, verb)[0], max(verb.i, holder.i)) if kid(tokens, verb, "neg") is not None else (verb.i, holder.i)
    return Draft(verb.i, "silence", subject(tokens, verb), cue, ((act.left, act.right),)), Stance.DECLINES


def _state(tokens: Tokens, verb: Token) -> Token | None:
    """ "was {unwilling}", "was not at {liberty}", "was in no {mood}"."""
    if (state := kid(tokens, verb, "acomp")) is not None:
        return state
    preps = [tokens[k] for k in verb.kids if tokens[k].lower in ("at", "in") and k > verb.i]
    return next((t for p in preps if (t := kid(tokens, p, "pobj")) is not None and t.lemma in ("liberty", "position", "mood")), None)


def _act_of(tokens: Tokens, holder: Token | None) -> Token | None:
    return kid(tokens, holder, "xcomp", "acl", "relcl", "advcl") if holder is not None else None


def _tells(tokens: Tokens, act: Token, holder: Token | None = None) -> bool:
    if act.lemma in ("say", "confirm") and holder is not None and holder.lemma not in ("able", "unable", *silence_words()["wishing"]):
        clause = kid(tokens, act, "ccomp")
        return clause is not None and tokens[clause.left].lower in silence_words()["asking"]
    if act.lemma in _TALKING:
        return meets_press(tokens, act)
    return (
        act.lemma in silence_words()["telling"]
        and act.lemma != "answer"
        or (act.lemma == "answer" and any(tokens[k].lemma in silence_words()["asked"] for k in act.kids))
    )


def _not_permitted(tokens: Tokens, verb: Token) -> Silence | None:
    """ "was not authorised to speak": of who says so, not of why somebody is not named."""
    act = kid(tokens, verb, "xcomp")
    if act is None or negation(tokens, verb) is None or not is_passive(tokens, verb) or not _tells(tokens, act):
        return None
    if verb.dep not in ("ROOT", "ccomp", "conj") or kid(tokens, verb, "mark") is not None and verb.dep != "ccomp":
        return None
    who = kid(tokens, verb, "nsubjpass", "nsubj")
    return (Draft(verb.i, "silence", who.i, cue_of(tokens, verb), ((act.left, act.right),)), Stance.DECLINES) if who is not None else None


def _untimely(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "it was too early to comment", "it would not be proper to discuss a case": of whoever says so."""
    if verb.lemma != "be":
        return None
    state = kid(tokens, verb, "acomp")
    if state is not None and state.lemma == "specific":
        return _more_specific(tokens, verb, state)
    if state is None and negation(tokens, verb) is not None:
        state = verb  # "it is not for me to comment"
    if state is None or (state is not verb and state.lemma not in words["untimely"]):
        return None
    who = kid(tokens, verb, "nsubj", "expl")
    act = _act_of(tokens, state) or _act_of(tokens, verb)
    if who is None or who.lower != "it" or act is None or act.i < state.i or act.lemma not in _COMMENTING:
        return None
    says = verb.dep == "ccomp" and tokens[verb.head].lemma in words["replying"] | {"add", "tell"}
    return Draft(verb.i, "silence", who.i if says else -1, (verb.i, state.i), ((act.left, act.right),)), Stance.DECLINES


def _more_specific(tokens: Tokens, verb: Token, state: Token) -> Silence | None:
    """ "would not be more specific"."""
    if negation(tokens, verb) is None or tokens[state.i - 1].lower != "more":
        return None
    return Draft(verb.i, "silence", subject(tokens, verb), (cue_of(tokens, verb)[0], state.i), ()), Stance.DECLINES


def _addressed_elsewhere(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "said {questions should be put to the ministry}"."""
    thing = kid(tokens, verb, "nsubjpass")
    said = tokens[verb.head]
    if thing is None or thing.lemma not in words["asked"] or verb.dep != "ccomp" or said.lemma not in words["replying"] | {"tell", "add"}:
        return None
    if says_only(tokens, said):
        return None  # that tells it already
    should = any(tokens[k].lower in ("should", "must", "could") for k in verb.kids)
    if verb.lemma not in words["referring"] | {"address", "put", "send", "make"} or not should:
        return None
    return Draft(verb.i, "silence", subject(tokens, said), (verb.i, verb.i), ((thing.left, thing.right),)), Stance.DECLINES
