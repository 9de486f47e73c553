"""Silences of those who do not take a call: "did not pick up", "took no calls", "nobody opened the door", "did not get back to us"."""

from __future__ import annotations

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Draft
from reportedly.layers.claims.grammar import Tokens, is_passive, kid
from reportedly.layers.claims.silent import Silence, complement, of_sort, silence_at, whole_cue
from reportedly.layers.claims.speakers import speaks
from reportedly.layers.claims.subjects import subject
from reportedly.model import Stance
from reportedly.text import Token

_SPEAKERS = frozenset({"i", "we", "you"})
_DOOR = frozenset({"door", "bell", "doorbell", "knock"})


def untaken_call(tokens: Tokens, verb: Token) -> Silence | None:
    """The silence of somebody who lets a caller ring or knock, by a negated verb; None where it tells of none."""
    if (verb.lemma == "pick" and _picks_up(tokens, verb)) or (verb.lemma == "answer" and _answers_call(tokens, verb)):
        return _not_picked_up(tokens, verb)
    if verb.lemma == "get" and _gets_back(tokens, verb):
        return silence_at(tokens, verb, complement(tokens, verb), Stance.NO_ANSWER)
    return _takes_no_call(tokens, verb)


def _not_picked_up(tokens: Tokens, verb: Token) -> Silence:
    thing, part = kid(tokens, verb, "dobj"), kid(tokens, verb, "prt")
    cue = (whole_cue(tokens, verb)[0], max(t.i for t in (verb, part) if t is not None))
    content = ((max(thing.left, cue[1] + 1), thing.right),) if thing is not None and thing.i > cue[1] else ()
    return Draft(verb.i, "silence", subject(tokens, verb), cue, content), Stance.NO_ANSWER


def _takes_no_call(tokens: Tokens, verb: Token) -> Silence | None:
    """ "did not take calls", "is not picking up calls", "did not come to the telephone", "did not open the door"."""
    who, thing = subject(tokens, verb), kid(tokens, verb, "dobj")
    if who < 0 or not speaks(tokens[who]) or tokens[who].lower in _SPEAKERS or is_passive(tokens, verb):
        return None
    cue = whole_cue(tokens, verb)
    if verb.lemma == "come":
        to = next((t for k in verb.kids if (t := tokens[k]).lower == "to" and t.dep == "prep"), None)
        called = to is not None and any(tokens[k].lemma in silence_words()["telephone"] | {"door"} for k in to.kids)
        if to is None or not called:
            return None
        return Draft(verb.i, "silence", who, (cue[0], to.i), ((to.i + 1, to.right),)), Stance.NO_ANSWER
    calls = thing is not None and ((verb.lemma == "take" and thing.lemma == "call") or (verb.lemma == "open" and thing.lemma == "door"))
    if thing is None or not calls or thing.i < verb.i:
        return None
    if verb.tag == "VBG" and thing.right == thing.i:
        return Draft(verb.i, "silence", who, (cue[0], thing.i), ()), Stance.NO_ANSWER  # "is not taking calls"
    return Draft(verb.i, "silence", who, cue, ((thing.left, thing.right),)), Stance.NO_ANSWER


def _picks_up(tokens: Tokens, verb: Token) -> bool:
    """ "did not pick up", "did not pick up the telephone"."""
    thing = kid(tokens, verb, "dobj")
    return kid(tokens, verb, "prt") is not None and (thing is None or thing.lemma in silence_words()["telephone"] | {"call"})


def _answers_call(tokens: Tokens, verb: Token) -> bool:
    """ "did not answer his telephone", "nobody answered the door"."""
    return of_sort(tokens, verb, silence_words()["telephone"] | _DOOR)


def _gets_back(tokens: Tokens, verb: Token) -> bool:
    """ "did not get back to The Herald"."""
    back = next((k for k in verb.kids if tokens[k].lower == "back"), None)
    return back is not None and kid(tokens, verb, "dobj") is None and tokens[back + 1].lower == "to"
