"""Silences by a verb of refusing: "declined to discuss it", "turned down an interview", "refrained from comment"."""

from __future__ import annotations

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Range
from reportedly.layers.claims.grammar import Tokens, is_passive, kid
from reportedly.layers.claims.questions import question_of
from reportedly.layers.claims.silent import Silence, silence_at
from reportedly.layers.claims.speakers import meets_press
from reportedly.model import Stance
from reportedly.text import Token

_NAMING = frozenset({"name", "identify", "quote"})
_TALKING = frozenset({"speak", "talk"})
_TURNING_DOWN = frozenset({"turn", "rebuff", "spurn", "reject", "decline", "refuse"})


def refusal_of(tokens: Tokens, verb: Token) -> Silence | None:
    """The silence that a verb of refusing tells of; None where it tells of none."""
    lemma, words = verb.lemma, silence_words()
    if lemma in words["refusing"] and (act := _refused_act(tokens, verb)) is not None and is_telling(tokens, act, words):
        return silence_at(tokens, verb, (act.left, act.right), Stance.DECLINES)
    if lemma in words["refusing"] and _refuses_to_answer(tokens, verb):
        return silence_at(tokens, verb, None, Stance.DECLINES)
    if lemma == "refrain" and (kept := _kept_from(tokens, verb, words)) is not None:
        return silence_at(tokens, verb, kept, Stance.DECLINES)
    if lemma in _TURNING_DOWN and (thing := kid(tokens, verb, "dobj")) is not None:
        told = asks_to_speak(tokens, thing, words) or (thing.lemma in words["comment"] and lemma in words["refusing"])
        return silence_at(tokens, verb, (thing.left, thing.right), Stance.DECLINES) if told and not is_passive(tokens, verb) else None
    return None


def _kept_from(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Range | None:
    """ "refrained {from comment}", "refrained {from discussing the case}"."""
    source = next((tokens[k] for k in verb.kids if tokens[k].lower == "from"), None)
    act = kid(tokens, source, "pobj", "pcomp") if source is not None else None
    if source is None or act is None or act.lemma not in words["telling"] | {"comment"}:
        return None
    return source.i, source.right


def _refused_act(tokens: Tokens, verb: Token) -> Token | None:
    acts = (tokens[k] for k in verb.kids if tokens[k].dep in ("xcomp", "advcl") and k > verb.i)
    return next((t for t in acts if any(tokens[k].lower == "to" for k in t.kids)), None)


def is_telling(tokens: Tokens, act: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether what is declined is to say something: "declined to discuss it", "refused to give the figures", not "to give land"."""
    thing = kid(tokens, act, "dobj")
    if act.lemma in ("draw", "lead"):
        return is_passive(tokens, act)
    if act.lemma in ("go", "get") and thing is None:
        return goes_into(tokens, act)
    if thing is not None and f"{act.lemma}_{thing.lemma}" in words["voicing"]:
        return True
    if act.lemma in words["sharing"]:
        asked = thing is not None and (thing.lemma in words["shared"] or asks_to_speak(tokens, thing, words))
        return asked or (act.lemma == "take" and thing is not None and thing.lemma in words["asked"])
    if act.lemma not in words["saying"] or (act.lemma in _NAMING and is_passive(tokens, act)):
        return False
    if act.lemma in _TALKING:
        return meets_press(tokens, act)
    return act.lemma != "expand" or thing is None


def goes_into(tokens: Tokens, act: Token) -> bool:
    """ "go into detail", "go beyond a statement", "get into that", "go further"."""
    return any(tokens[k].lower in ("into", "beyond", "further") and k > act.i for k in act.kids)


def asks_to_speak(tokens: Tokens, thing: Token, words: dict[str, frozenset[str]]) -> bool:
    """ "an interview", "interview requests", "a request for comment"."""
    if thing.lemma == "interview":
        return True
    inside = tokens[thing.left : thing.right + 1]
    return thing.lemma in words["asked"] and any(t.lemma in ("interview", "comment") and t.i != thing.i for t in inside)


def _refuses_to_answer(tokens: Tokens, verb: Token) -> bool:
    """ "Asked to provide the list, she declined"."""
    told = any(tokens[k].dep in ("dobj", "xcomp", "ccomp", "nsubjpass", "auxpass") for k in verb.kids)
    if told or verb.tag not in ("VBD", "VBZ", "VBP", "VBN") or (asked := question_of(tokens, verb)) is None:
        return False
    act = kid(tokens, asked[0], "xcomp")
    wanted = tokens[asked[1][0]]
    if wanted.lower == "for":  # not "asked for more time, the court declined"
        words = silence_words()
        return any(tokens[k].lemma in words["shared"] | words["comment"] | words["written"] for k in wanted.kids)
    return act is None or is_telling(tokens, act, silence_words())  # not "asked to leave, she refused"


def is_mere_refusal(tokens: Tokens, verb: Token) -> bool:
    """ "refused to sign", "declined the offer", "declined to be named": what is refused is a deed or a thing, and nothing is kept back."""
    words = silence_words()
    if verb.lemma not in words["refusing"] or verb.pos != "VERB":
        return False
    if (act := _refused_act(tokens, verb)) is not None:
        return act.lemma not in words["sharing"] and not is_telling(tokens, act, words)
    if (thing := kid(tokens, verb, "dobj", "nsubjpass")) is not None:
        inside = tokens[thing.left : thing.right + 1]
        return not any(t.lemma in words["comment"] | words["saying"] | {"interview"} for t in inside)
    return not _refuses_to_answer(tokens, verb) and verb.lemma == "refuse"
