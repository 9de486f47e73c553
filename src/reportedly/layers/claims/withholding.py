"""Silences by a negated verb of telling or answering: "would not say", "did not reply", "had no comment"."""

from __future__ import annotations

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.calls import untaken_call
from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.refusals import goes_into, is_telling
from reportedly.layers.claims.silent import (
    ABOUT,
    Silence,
    complement,
    is_day,
    is_perfect,
    is_willing,
    of_sort,
    silence_at,
    whole_cue,
    yet_to,
)
from reportedly.layers.claims.speakers import meets_press, speaks
from reportedly.layers.claims.subjects import subject
from reportedly.layers.claims.unreached import is_sought
from reportedly.layers.claims.unspoken import has_not_spoken, unspoken_of
from reportedly.model import Stance
from reportedly.text import Token

_UTTERANCES = frozenset({"comment", "reply", "response", "answer", "reaction", "statement", "remark"})
_MATTER = ABOUT | {"to", "as"}
_NEAR = 3  # tokens from "answer" to what is asked: "as to why"
_TALK = frozenset("discussion debate speculation detail specific conversation argument controversy dialogue comment".split())
_DISCLOSING = frozenset({"disclose", "divulge", "reveal"})
_TALKING = frozenset({"speak", "talk"})


def withheld_by(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """The silence that a negated verb tells of; None where it tells of none."""
    lemma = verb.lemma
    if lemma in words["reaching"] and is_passive(tokens, verb):
        return silence_at(tokens, verb, complement(tokens, verb), Stance.UNREACHABLE) if is_sought(tokens, verb, words) else None
    if lemma in ("draw", "lead") and is_passive(tokens, verb) and is_willing(tokens, verb) and _into_talk(tokens, verb):
        return silence_at(tokens, verb, complement(tokens, verb), Stance.DECLINES)
    if (call := untaken_call(tokens, verb)) is not None:
        return call
    if lemma in _TALKING:
        return has_not_spoken(tokens, verb) or _is_not_talking(tokens, verb)
    if lemma in words["answering"] and _in_words(tokens, verb, words):
        return silence_at(tokens, verb, complement(tokens, verb), Stance.DECLINES if is_willing(tokens, verb) else Stance.NO_ANSWER)
    return unspoken_of(tokens, verb, words) or _would_not(tokens, verb, words)


def _into_talk(tokens: Tokens, verb: Token) -> bool:
    """ "would not be drawn on it", "... into a discussion": not "into a war"."""
    into = next((tokens[k] for k in verb.kids if tokens[k].lower == "into"), None)
    if into is None:
        return verb.lemma == "draw" and kid(tokens, verb, "agent") is None
    return any(tokens[k].lemma in _TALK for k in into.kids)


def _is_not_talking(tokens: Tokens, verb: Token) -> Silence | None:
    """ "is not talking", "would not talk about it"."""
    withheld = meets_press(tokens, verb) and (verb.tag == "VBG" or is_willing(tokens, verb)) and kid(tokens, verb, "xcomp") is None
    return silence_at(tokens, verb, complement(tokens, verb), Stance.DECLINES) if withheld else None


def _would_not(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "would not prejudge it", "would not go into detail", "would not say"."""
    if is_willing(tokens, verb) and (last := _prejudges(tokens, verb)) is not None:
        thing = kid(tokens, tokens[last], "dobj")
        content = ((thing.left, thing.right),) if thing is not None else ()
        return Draft(verb.i, "silence", subject(tokens, verb), (cue_of(tokens, verb)[0], last), content), Stance.DECLINES
    if (verb.lemma in ("go", "get") and is_willing(tokens, verb) and goes_into(tokens, verb)) or _withholds(tokens, verb, words):
        act = kid(tokens, verb, "xcomp") if verb.lemma == "go" else None
        told = (act.left, act.right) if act is not None else complement(tokens, verb)
        return silence_at(tokens, verb, told, Stance.NO_ANSWER if _is_late(tokens, verb) else Stance.DECLINES)
    return None


def _is_late(tokens: Tokens, verb: Token) -> bool:
    """ "did not immediately comment", "did not comment by the time of publication": no answer as yet."""
    if verb.lemma != "comment" or is_willing(tokens, verb) or is_perfect(tokens, verb):
        return False
    by = any(tokens[k].lower == "by" and tokens[k].dep == "prep" for k in verb.kids)
    return by or any(tokens[k].lower in ("immediately", "instantly", "promptly") for k in verb.kids)


def _in_words(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether what was not answered is speech: not "did not respond to treatment", "did not return fire"."""
    if verb.lemma == "return" or is_passive(tokens, verb):
        return of_sort(tokens, verb, words["asked"])
    if _is_idle(tokens, verb):
        return False
    if of_sort(tokens, verb, words["asked"]):
        return True
    who = kid(tokens, verb, "nsubj")
    mute = who is not None and who.pos == "NOUN" and not speaks(who)  # "the engine did not respond"
    for_deeds = verb.lemma == "answer" and any(tokens[k].lower == "for" for k in verb.kids)
    return not mute and not for_deeds and not of_sort(tokens, verb, words["unspoken"])


def _is_idle(tokens: Tokens, verb: Token) -> bool:
    """ "I didn't answer", "could not have answered", "they do not answer when spoken to": nobody is said to have kept a caller waiting."""
    who = kid(tokens, verb, "nsubj")
    if who is not None and who.lower in ("i", "you"):
        return True
    helped = {tokens[k].lower for k in verb.kids if tokens[k].dep == "aux"}
    habit = bool(helped & {"do", "does"}) and not of_sort(tokens, verb, silence_words()["asked"])
    return habit or {"could", "have"} <= helped


def _prejudges(tokens: Tokens, verb: Token) -> int | None:
    """The last token of "prejudge", "pre-empt" or "pre-judge", which the tokens may part."""
    if verb.lemma in ("prejudge", "preempt", "pre-empt", "pre-judge"):
        return verb.i
    parts = [t.lower for t in tokens[verb.i : verb.i + 3]]
    return verb.i + 2 if parts[:2] == ["pre", "-"] and parts[-1] in ("empt", "judge") else None


def _withholds(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether a negated verb of saying keeps something back: with "whether", with nothing, or under "would"."""
    if is_passive(tokens, verb):
        return False
    acts = verb.tag == "VBG" or is_willing(tokens, verb)
    if verb.lemma == "go" and verb.tag == "VBG" and (act := kid(tokens, verb, "xcomp")) is not None:
        return is_telling(tokens, act, words)  # "is not going to discuss it"
    if verb.lemma in words["sharing"]:
        thing = kid(tokens, verb, "dobj")
        return acts and thing is not None and thing.lemma in words["shared"]
    if verb.lemma not in words["withholding"]:
        return False
    if verb.lemma in ("comment", "elaborate", "specify"):
        return True
    if verb.lemma in ("explain", "clarify", "speculate"):
        return is_willing(tokens, verb)  # "could not explain" does not know
    who = kid(tokens, verb, "nsubj")
    habit = verb.lemma == "discuss" and any(tokens[k].lower in ("does", "do", "never") for k in verb.kids)
    if (habit or (verb.lemma in _DISCLOSING and verb.tag != "VB")) and who is not None and (speaks(who) or who.lower == "it"):
        return True  # "does not discuss its clients", "have not disclosed the motive"
    may_not = any(tokens[k].lower in ("can", "ca") and tokens[k].dep == "aux" for k in verb.kids)
    may_not = may_not and not any(tokens[k].lower in ("until", "before", "unless", "without") for k in verb.kids)
    if may_not and who is not None and (speaks(who) or who.lower == "it") and verb.lemma in _DISCLOSING | {"discuss"}:
        return True  # "cannot discuss individual cases"
    clause = kid(tokens, verb, "ccomp")
    if clause is not None:
        asked = tokens[clause.left].lower
        return asked in words["asking"] or (asked == "if" and verb.lemma == "say")
    willing = is_willing(tokens, verb) or any(tokens[k].lower == "could" and tokens[k].dep == "aux" for k in verb.kids)
    return willing and verb.lemma != "say" or (willing and kid(tokens, verb, "dobj", "advcl") is None)


def nothing_said(tokens: Tokens, verb: Token, thing: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "{had no comment}", "{gave no answer to} our questions", "{took no} questions", "{gave no} details"."""
    held = verb.lemma in words["holding"] and thing.lemma in words["comment"]
    if not (held or f"{verb.lemma}_{thing.lemma}" in words["withheld"]) or thing.i < verb.i:
        return None
    no = kid(tokens, thing, "det", "neg")
    if verb.lemma == "answer" and (no is None or no.lower != "no"):
        return None  # "did not answer questions" gave no answer, "answered no questions" declined
    if (no is None or no.lower != "no") and negation(tokens, verb) is None and not yet_to(tokens, verb):
        return None
    split = no.i if no is not None and no.lower == "no" else max(verb.i, thing.left - 1)
    stance = Stance.NO_ANSWER if held and thing.lemma in ("reply", "response", "answer", "reaction") else Stance.DECLINES
    first = whole_cue(tokens, verb)[0]
    if thing.lemma in _UTTERANCES:
        told = _to_what(tokens, verb, thing)
        last = told[0] - 1 if told is not None and told[0] - thing.i <= _NEAR else thing.i
        return Draft(verb.i, "silence", subject(tokens, verb), (first, last), (told,) if told is not None else ()), stance
    return Draft(verb.i, "silence", subject(tokens, verb), (first, split), ((split + 1, thing.right),)), stance


def left_asking(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "failed to reply to questions", "ignored two letters"."""
    if verb.lemma == "fail" and (act := kid(tokens, verb, "xcomp")) is not None and act.lemma in words["answering"]:
        return silence_at(tokens, verb, (act.left, act.right), Stance.NO_ANSWER) if _in_words(tokens, act, words) else None
    thing = kid(tokens, verb, "dobj")
    if verb.lemma == "ignore" and thing is not None and thing.lemma in words["asked"] and not is_passive(tokens, verb):
        return silence_at(tokens, verb, (thing.left, thing.right), Stance.NO_ANSWER)
    return None


def _to_what(tokens: Tokens, verb: Token, thing: Token) -> Range | None:
    """ "had no reply to {our questions}", "had no comment on {the toll}", "gave no answer as to {why it was built}"."""
    after = [tokens[k] for k in (*thing.kids, *verb.kids) if k > thing.i]
    to = next((t for t in after if t.dep in ("prep", "dative") and t.lower in _MATTER and not is_day(tokens, t)), None)
    if to is None or to.right == to.i:
        return None
    first = to.i + 1 + (tokens[to.i + 1].lower == "to")
    return (first, to.right) if first <= to.right else None


def no_longer_answers(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "stopped answering questions", "no longer returned calls"."""
    above, thing = tokens[verb.head], kid(tokens, verb, "dobj")
    if verb.lemma not in words["answering"] | {"take"} or is_passive(tokens, verb) or not of_sort(tokens, verb, words["asked"]):
        return None
    stopped = verb.dep == "xcomp" and verb.tag == "VBG" and above.lemma in ("stop", "cease", "quit") and negation(tokens, above) is None
    longer = next((tokens[k] for k in verb.kids if tokens[k].lower == "longer" and tokens[k - 1].lower == "no"), None)
    who = subject(tokens, verb)
    if (not stopped and longer is None) or who < 0 or not speaks(tokens[who]) or tokens[who].lower in ("i", "we"):
        return None
    content = (thing.left, thing.right) if thing is not None else complement(tokens, verb)
    first = above.i if stopped else longer.i - 1 if longer is not None else verb.i
    return Draft(verb.i, "silence", who, (first, verb.i), (content,) if content else ()), Stance.NO_ANSWER
