"""Silences by a negated verb of telling or answering: "would not say", "did not reply", "had no comment"."""

from __future__ import annotations

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Draft
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.refusals import goes_into, is_telling
from reportedly.layers.claims.silent import Silence, complement, is_day, is_willing, of_sort, silence_at, yet_to
from reportedly.layers.claims.speakers import meets_press, speaks
from reportedly.layers.claims.subjects import subject
from reportedly.layers.claims.unreached import is_sought
from reportedly.model import Stance
from reportedly.text import Token

_NEUTRAL = frozenset({"confirm", "deny"})
_DISCLOSING = frozenset({"disclose", "divulge", "reveal"})
_TALKING = frozenset({"speak", "talk"})


def withheld_by(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    lemma = verb.lemma
    if lemma in words["reaching"] | {"find"} and is_passive(tokens, verb):
        return silence_at(tokens, verb, complement(tokens, verb), Stance.UNREACHABLE) if is_sought(tokens, verb, words) else None
    if lemma == "draw" and is_passive(tokens, verb) and kid(tokens, verb, "agent") is None and is_willing(tokens, verb):
        return silence_at(tokens, verb, complement(tokens, verb), Stance.DECLINES)
    if (lemma == "pick" and _picks_up(tokens, verb)) or (lemma == "answer" and _answers_call(tokens, verb)):
        thing, part = kid(tokens, verb, "dobj"), kid(tokens, verb, "prt")
        cue = (cue_of(tokens, verb)[0], max(t.i for t in (verb, part) if t is not None))
        content = ((max(thing.left, cue[1] + 1), thing.right),) if thing is not None and thing.i > cue[1] else ()
        return Draft(verb.i, "silence", subject(tokens, verb), cue, content), Stance.NO_ANSWER
    if lemma in _TALKING:
        if _has_not_spoken(tokens, verb):
            return silence_at(tokens, verb, complement(tokens, verb), Stance.DECLINES)
        withheld = meets_press(tokens, verb) and (verb.tag == "VBG" or is_willing(tokens, verb)) and kid(tokens, verb, "xcomp") is None
        return silence_at(tokens, verb, complement(tokens, verb), Stance.DECLINES) if withheld else None
    if lemma in words["answering"] and _in_words(tokens, verb, words):
        return silence_at(tokens, verb, complement(tokens, verb), Stance.DECLINES if is_willing(tokens, verb) else Stance.NO_ANSWER)
    if lemma == "get" and _gets_back(tokens, verb):
        return silence_at(tokens, verb, complement(tokens, verb), Stance.NO_ANSWER)
    if lemma in _NEUTRAL and any(tokens[k].dep == "conj" and tokens[k].lemma in _NEUTRAL for k in verb.kids):
        return _neither(tokens, verb)
    if is_willing(tokens, verb) and (last := _prejudges(tokens, verb)) is not None:
        thing = kid(tokens, tokens[last], "dobj")
        content = ((thing.left, thing.right),) if thing is not None else ()
        return Draft(verb.i, "silence", subject(tokens, verb), (cue_of(tokens, verb)[0], last), content), Stance.DECLINES
    if (lemma in ("go", "get") and is_willing(tokens, verb) and goes_into(tokens, verb)) or _withholds(tokens, verb, words):
        act = kid(tokens, verb, "xcomp") if lemma == "go" else None
        return silence_at(tokens, verb, (act.left, act.right) if act is not None else complement(tokens, verb), Stance.DECLINES)
    return None


def _has_not_spoken(tokens: Tokens, verb: Token) -> bool:
    """ "has not spoken about the raid", of somebody who could."""
    about = next((tokens[k] for k in verb.kids if tokens[k].lower in ("about", "on")), None)
    who = kid(tokens, verb, "nsubj")
    perfect = verb.tag == "VBN" and any(tokens[k].lemma == "have" and tokens[k].dep == "aux" for k in verb.kids)
    return perfect and about is not None and not is_day(tokens, about) and who is not None and speaks(who) and meets_press(tokens, verb)


def _neither(tokens: Tokens, verb: Token) -> Silence:
    """ "neither confirmed nor denied the report"."""
    both = next(tokens[k] for k in verb.kids if tokens[k].dep == "conj" and tokens[k].lemma in _NEUTRAL)
    draft, stance = silence_at(tokens, verb, complement(tokens, both), Stance.DECLINES)
    return Draft(draft.head, draft.shape, draft.speaker, (cue_of(tokens, verb)[0], both.i), draft.content), stance


def _in_words(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether what was not answered is speech: not "did not respond to treatment", "did not return fire"."""
    if verb.lemma == "return" or is_passive(tokens, verb):
        return of_sort(tokens, verb, words["asked"])
    if of_sort(tokens, verb, words["asked"]):
        return True
    who = kid(tokens, verb, "nsubj")
    mute = who is not None and who.pos == "NOUN" and not speaks(who)  # "the engine did not respond"
    for_deeds = verb.lemma == "answer" and any(tokens[k].lower == "for" for k in verb.kids)
    return not mute and not for_deeds and not of_sort(tokens, verb, words["unspoken"])


def _answers_call(tokens: Tokens, verb: Token) -> bool:
    """ "did not answer his telephone", "nobody answered the door"."""
    return of_sort(tokens, verb, silence_words()["telephone"] | {"door", "bell", "doorbell", "knock"})


def _prejudges(tokens: Tokens, verb: Token) -> int | None:
    """The last token of "prejudge", "pre-empt" or "pre-judge", which the tokens may part."""
    if verb.lemma in ("prejudge", "preempt", "pre-empt", "pre-judge"):
        return verb.i
    parts = [t.lower for t in tokens[verb.i : verb.i + 3]]
    return verb.i + 2 if parts[:2] == ["pre", "-"] and parts[-1] in ("empt", "judge") else None


def _gets_back(tokens: Tokens, verb: Token) -> bool:
    """ "did not get back to The Herald"."""
    back = next((k for k in verb.kids if tokens[k].lower == "back"), None)
    return back is not None and kid(tokens, verb, "dobj") is None and tokens[back + 1].lower == "to"


def _picks_up(tokens: Tokens, verb: Token) -> bool:
    """ "did not pick up", "did not pick up the telephone"."""
    thing = kid(tokens, verb, "dobj")
    return kid(tokens, verb, "prt") is not None and (thing is None or thing.lemma in silence_words()["telephone"] | {"call"})


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
    """ "had no comment", "gave no answer", "did not offer a comment", "took no questions"."""
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
    return Draft(verb.i, "silence", subject(tokens, verb), (cue_of(tokens, verb)[0], split), ((split + 1, thing.right),)), stance


def left_asking(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "failed to reply to questions", "ignored two letters"."""
    if verb.lemma == "fail" and (act := kid(tokens, verb, "xcomp")) is not None and act.lemma in words["answering"]:
        return silence_at(tokens, verb, (act.left, act.right), Stance.NO_ANSWER) if _in_words(tokens, act, words) else None
    thing = kid(tokens, verb, "dobj")
    if verb.lemma == "ignore" and thing is not None and thing.lemma in words["asked"] and not is_passive(tokens, verb):
        return silence_at(tokens, verb, (thing.left, thing.right), Stance.NO_ANSWER)
    return None
