"""Said, but nothing told: "said operations were not discussed", "said she had no information", "it was too early to name anyone"."""

from __future__ import annotations

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.grammar import Tokens, is_passive, kid, negation
from reportedly.layers.claims.questions import question_of
from reportedly.layers.claims.silent import ABOUT, is_willing
from reportedly.text import Token

_SELF = frozenset({"i", "we", "he", "she", "it", "they"})
_TALKING = frozenset({"speak", "talk", "comment", "discuss"})
_GUESSING = frozenset("guess speculate prejudge pre-empt preempt predict elaborate comment discuss answer name identify divulge".split())
_NOTHING_KNOWN = frozenset("information comment detail details opinion view update statement announcement".split())
_UNFAMILIAR = frozenset({"familiar", "acquainted"})
_SECRET = frozenset("confidential secret classified restricted privileged private sealed".split())
_BIDDEN = frozenset("tell order instruct forbid ban bar gag warn advise ask prohibit".split())
_BARRING = frozenset("prevent bar forbid prohibit stop keep ban preclude".split())
_HABITUAL = frozenset({"do", "does", "did", "are", "is", "were", "was", "be"})
_PUBLIC = frozenset({"give", "grant", "do"})
_INTERVIEWS = frozenset({"interview", "comment", "statement", "detail"})


def is_reticent(tokens: Tokens, cue: Token, root: Token, official: bool) -> bool:
    """Whether what somebody says is that he says nothing; `root` is the head of what the `cue` reports.

    An official who has no information gives none; a farmer who has none may only lack it.
    """
    return (
        _is_not_discussed(tokens, root)
        or _does_not_tell(tokens, root)
        or (_knows_nothing(tokens, root) and (official or question_of(tokens, cue) is not None))
        or _is_untimely(tokens, root)
        or _may_not_tell(tokens, root)
        or (_is_secret(tokens, root) and question_of(tokens, cue) is not None)
    )


def _is_not_discussed(tokens: Tokens, root: Token) -> bool:
    """ "operations were not discussed", "names would not be released": a habit or a resolve, not what has been."""
    told = root.lemma in {"discuss", "disclose", "divulge", "reveal", "release"} and is_passive(tokens, root)
    if not told or negation(tokens, root) is None or kid(tokens, root, "agent") is not None:
        return False
    auxiliaries = {tokens[k].lower for k in root.kids if tokens[k].dep in ("aux", "auxpass")}
    placed = any(tokens[k].dep == "prep" and tokens[k].lower not in ("with", "until", "before", "for") for k in root.kids)
    return not placed and auxiliaries <= _HABITUAL | {"would", "will", "could", "can", "not"}


def _does_not_tell(tokens: Tokens, root: Token) -> bool:
    """ "the fund does not speak about purchases", "I will not guess", "he was not giving interviews", "we do not answer hypotheticals"."""
    if negation(tokens, root) is None or is_passive(tokens, root):
        return False
    if root.lemma == "go" and root.tag == "VBG" and (act := kid(tokens, root, "xcomp")) is not None:
        return act.lemma in _GUESSING | _TALKING
    habit = any(tokens[k].lower in ("do", "does") for k in root.kids)
    may = is_willing(tokens, root) or any(tokens[k].lower in ("can", "ca", "could", "should") for k in root.kids)
    about = any(tokens[k].lower in ABOUT for k in root.kids)
    if root.lemma in ("speak", "talk"):
        return (habit or may) and about
    if root.lemma in ("go", "get"):
        return may and any(tokens[k].lower == "into" for k in root.kids)
    thing = kid(tokens, root, "dobj")
    if root.lemma in _PUBLIC:
        return thing is not None and thing.lemma in _INTERVIEWS and (root.tag == "VBG" or habit or may)
    if root.lemma == "answer":
        return (habit or may) and thing is not None and thing.lemma in silence_words()["asked"] | {"hypothetical"}
    return is_willing(tokens, root) and root.lemma in _GUESSING


def _knows_nothing(tokens: Tokens, root: Token) -> bool:
    """ "she had no information about the detainees", "he was not familiar with the pictures"."""
    who = kid(tokens, root, "nsubj")
    if who is None or who.lower not in _SELF:
        return False
    thing, state = kid(tokens, root, "dobj"), kid(tokens, root, "acomp")
    if root.lemma == "have" and thing is not None and thing.lemma in _NOTHING_KNOWN:
        return any(tokens[k].lower == "no" for k in thing.kids) or negation(tokens, root) is not None
    return state is not None and state.lemma in _UNFAMILIAR and negation(tokens, root) is not None


def _is_untimely(tokens: Tokens, root: Token) -> bool:
    """ "it was too early to name anyone"."""
    state = kid(tokens, root, "acomp")
    if root.lemma != "be" or state is None or state.lemma not in silence_words()["untimely"]:
        return False
    act = kid(tokens, state, "xcomp", "advcl", "ccomp") or kid(tokens, root, "xcomp", "advcl")
    return act is not None and act.i > state.i and act.lemma in _GUESSING | _TALKING | {"blame", "conclude"}


def _may_not_tell(tokens: Tokens, root: Token) -> bool:
    """ "he had been told to keep silent", "the law kept it from discussing patients"."""
    act = kid(tokens, root, "xcomp")
    if is_passive(tokens, root) and root.lemma in _BIDDEN and act is not None:
        barred = root.lemma in ("forbid", "ban", "bar", "prohibit") or kid(tokens, act, "neg") is not None
        keeps = act.lemma in ("keep", "stay", "remain") and any(tokens[k].lemma in silence_words()["silent"] for k in act.kids)
        return keeps or (barred and act.lemma in _TALKING | _GUESSING)
    source = next((tokens[k] for k in root.kids if tokens[k].lower == "from"), None)
    told = kid(tokens, source, "pcomp") if source is not None else None
    return root.lemma in _BARRING and told is not None and told.lemma in _TALKING | _GUESSING | silence_words()["telling"]


def _is_secret(tokens: Tokens, root: Token) -> bool:
    """ "it was confidential"."""
    state = kid(tokens, root, "acomp")
    named = root if root.lemma == "restrict" and is_passive(tokens, root) else state
    return named is not None and (named is root or named.lemma in _SECRET) and negation(tokens, root) is None
