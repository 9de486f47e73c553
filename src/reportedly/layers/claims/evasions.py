"""Silences without a word of declining: calls that nobody returns, telephones that are off, questions that are turned away."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.subjects import subject
from reportedly.model import Stance
from reportedly.text import Token

Silence = tuple[Draft, Stance]
_JOINED = frozenset({"prt", "advmod", "dobj", "acomp", "oprd", "attr", "prep", "npadvmod"})
_AIMED = frozenset({"to", "with", "at"})  # "calls to the palace", "messages left with the aide"
_ABOUT = frozenset({"about", "on", "over", "regarding", "concerning"})
_REPLIES = frozenset({"reply", "answer", "response"})
_NO = frozenset({"no", "not"})
_UTTERING = frozenset({"say", "utter", "breathe"})
_ADDING = frozenset({"say", "add", "announce", "comment", "report", "declare"})
_TO_CLAUSE = frozenset({"acl", "relcl", "advcl", "xcomp"})


def evasion_of(tokens: Tokens, verb: Token) -> Silence | None:
    """The silence that a verb tells of by what was done instead of answering; None where it tells of none."""
    if verb.lemma not in _triggers():
        return None
    words = silence_words()
    return (
        _request_unanswered(tokens, verb, words)
        or _telephone_off(tokens, verb, words)
        or _turned_away(tokens, verb, words)
        or _nothing_to_say(tokens, verb)
        or _no_reply_from(tokens, verb, words)
        or _out_of_contact(tokens, verb)
        or _unwilling(tokens, verb, words)
    )


@cache
def _triggers() -> frozenset[str]:
    """The verbs that any evasion turns on, so that all others are passed over at once."""
    words = silence_words()
    phrases = {p.partition("_")[0] for sort in ("evading", "leaving", "unanswered", "off") for p in words[sort]}
    verbs = {w for sort in ("replying", "referring", "receiving", "answering", "wishing") for w in words[sort]}
    return frozenset(phrases | verbs | {"acknowledge", "be", "seem", *_UTTERING})


def question_of(tokens: Tokens, verb: Token) -> tuple[Token, Range] | None:
    """ "Asked whether he knew, he ...", "the mayor, when asked about it, ...": the participle, and what was asked."""
    words = silence_words()
    who = kid(tokens, verb, "nsubj")
    holders = (verb, who) if who is not None else (verb,)
    for holder in holders:
        for k in holder.kids:
            asked = tokens[k]
            if asked.lemma in words["questioned"] and asked.dep in ("advcl", "acl") and asked.tag in ("VBN", "VBD") and k < verb.i:
                what = kid(tokens, asked, "ccomp") or next((tokens[n] for n in asked.kids if tokens[n].lower in _ABOUT), None)
                if what is not None and what.i > asked.i and kid(tokens, asked, "nsubj") is None:
                    return asked, (what.left, what.right)
    return None


def _joined(tokens: Tokens, verb: Token, phrases: Iterable[str]) -> Token | None:
    """The word that makes a phrase of the verb: "hung {up}", "changed the {subject}"."""
    for k in verb.kids:
        t = tokens[k]
        if k > verb.i and t.dep in _JOINED and f"{verb.lemma}_{t.lemma.lower()}" in phrases:
            return t
    return None


def _is_finite(tokens: Tokens, verb: Token) -> bool:
    """Whether it happened: "kept quiet", "has kept quiet", and not "ordered to keep quiet"."""
    return verb.tag in ("VBD", "VBZ", "VBP") or (verb.tag == "VBN" and kid(tokens, verb, "aux") is not None)


def _request_unanswered(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "Calls to his office were not returned", "an email to the firm went unanswered", "letters to the palace drew no reply"."""
    sent = kid(tokens, verb, "nsubj", "nsubjpass")
    if sent is None or sent.lemma.lower() not in words["asked"]:
        return None
    cue = _unanswered(tokens, verb, words)
    aimed = [t for t in tokens[sent.i : sent.right + 1] if t.dep in ("prep", "dative") and t.lower in _AIMED and t.i > sent.i]
    who = next((n for t in reversed(aimed) for n in t.kids if tokens[n].dep == "pobj" and tokens[n].lemma not in words["comment"]), None)
    if cue is None or who is None:
        return None
    last = next(t.i for t in aimed if t.left <= who <= t.right) - 1
    return Draft(verb.i, "silence", who, cue, ((sent.left, max(sent.i, last)),)), Stance.NO_ANSWER


def _unanswered(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Range | None:
    """The words that say that a request met with nothing."""
    if (rest := _joined(tokens, verb, words["unanswered"])) is not None:
        return verb.i, rest.i
    thing = kid(tokens, verb, "dobj")
    if thing is not None and thing.lemma in words["comment"] and any(tokens[k].lower in _NO for k in thing.kids):
        return verb.i, thing.i
    if verb.lemma in words["answering"] | {"acknowledge"} and negation(tokens, verb) is not None and is_passive(tokens, verb):
        return cue_of(tokens, verb)
    return None


def _telephone_off(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "her mobile is switched off", "his telephone rang unanswered": whose it is could not be reached."""
    telephone = kid(tokens, verb, "nsubj", "nsubjpass")
    if telephone is None or telephone.lemma.lower() not in words["telephone"]:
        return None
    owner, rest = kid(tokens, telephone, "poss"), _joined(tokens, verb, words["off"])
    if owner is None or rest is None:
        return None
    return Draft(verb.i, "silence", owner.i, (verb.i, rest.i), ()), Stance.UNREACHABLE


def _turned_away(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "ducked the question", "kept mum"; and where somebody was asked, "walked away", "said only that ..."."""
    if not _is_finite(tokens, verb) or negation(tokens, verb) is not None:
        return None
    asked = question_of(tokens, verb)
    rest = _joined(tokens, verb, words["evading"] | words["leaving"] if asked is not None else words["evading"])
    if rest is not None and rest.dep == "prt" and kid(tokens, verb, "dobj") is not None:
        return None  # "hung up banners"
    if rest is None and asked is not None and says_only(tokens, verb):
        rest = tokens[verb.i + 1]
    if rest is None:
        return _passed_on(tokens, verb, words)
    content = (asked[1],) if asked is not None else _object(rest, words)
    last = rest.i if not content or content[0][0] > rest.i or asked is not None else verb.i
    return Draft(verb.i, "silence", subject(tokens, verb), (verb.i, last), content), Stance.DECLINES


def _object(rest: Token, words: dict[str, frozenset[str]]) -> tuple[Range, ...]:
    """What was left unanswered: "ducked {questions about the dam}"."""
    return ((rest.left, rest.right),) if rest.lemma in words["asked"] and rest.dep == "dobj" else ()


def _passed_on(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "referred questions to the ministry", "..., which referred them back"."""
    thing = kid(tokens, verb, "dobj")
    if verb.lemma not in words["referring"] or thing is None or thing.i < verb.i:
        return None
    sentence = tokens[max(0, verb.i - 40) : verb.i]
    meant = thing.lower in ("them", "it") and any(t.sent == verb.sent and t.lemma in words["asked"] for t in sentence)
    if not meant and thing.lemma not in words["asked"]:
        return None
    content = asked[1] if (asked := question_of(tokens, verb)) is not None else (thing.left, thing.right)
    return Draft(verb.i, "silence", subject(tokens, verb), (verb.i, verb.i), (content,)), Stance.DECLINES


def _nothing_to_say(tokens: Tokens, verb: Token) -> Silence | None:
    """ "had nothing to add", "says not a word"."""
    thing = kid(tokens, verb, "dobj")
    if thing is None or thing.i < verb.i:
        return None
    act = next((tokens[k] for k in thing.kids if tokens[k].lemma in _ADDING and tokens[k].dep in _TO_CLAUSE), None)
    if verb.lemma == "have" and thing.lower == "nothing" and act is not None:
        rest = tuple((tokens[k].left, tokens[k].right) for k in act.kids if k > act.i and tokens[k].dep == "prep")[:1]
        return Draft(verb.i, "silence", subject(tokens, verb), (verb.i, act.i), rest), Stance.DECLINES
    if verb.lemma in _UTTERING and thing.lemma == "word" and thing.tag == "NN" and _no_word(tokens, thing):
        return Draft(verb.i, "silence", subject(tokens, verb), (verb.i, thing.i), ()), Stance.DECLINES
    return None


def _no_word(tokens: Tokens, thing: Token) -> bool:
    return any(t.lower in _NO for t in tokens[max(thing.left - 1, 0) : thing.i]) and not any(k > thing.i for k in thing.kids)


def _no_reply_from(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "has had no reply from the palace", "wrote to the palace and received no answer": the silence is the palace's."""
    thing = kid(tokens, verb, "dobj")
    if verb.lemma not in words["receiving"] or thing is None or thing.lemma not in _REPLIES:
        return None
    no = kid(tokens, thing, "det")
    if (no is None or no.lower != "no") and negation(tokens, verb) is None:
        return None
    who = _from_whom(tokens, verb, thing) or _written_to(tokens, verb)
    cue = (cue_of(tokens, verb)[0], thing.i)
    return (Draft(verb.i, "silence", who.i, cue, ()), Stance.NO_ANSWER) if who is not None else None


def _from_whom(tokens: Tokens, *holders: Token) -> Token | None:
    preps = [tokens[k] for h in holders for k in h.kids if tokens[k].lower == "from" and k > h.i]
    return kid(tokens, preps[0], "pobj") if preps else None


def _written_to(tokens: Tokens, verb: Token) -> Token | None:
    """Whom the verb that this one goes on from addresses: "has written {to the palace} and had no reply"."""
    above = tokens[verb.head] if verb.dep == "conj" else verb
    to = next((tokens[k] for k in above.kids if tokens[k].lower == "to" and tokens[k].dep in ("prep", "dative")), None)
    return kid(tokens, to, "pobj") if to is not None and above.i != verb.i else None


def _out_of_contact(tokens: Tokens, verb: Token) -> Silence | None:
    """ "was out of contact", "is out of radio range"."""
    out = next((tokens[k] for k in verb.kids if tokens[k].lower == "out" and k > verb.i), None)
    if verb.lemma != "be" or out is None:
        return None
    last = next((t for t in tokens[out.i + 1 : out.right + 1] if t.dep == "pobj"), None)
    if last is None or not (
        last.lemma == "contact" or (last.lemma == "range" and tokens[last.i - 1].lower in ("radio", "telephone", "phone"))
    ):
        return None
    return Draft(verb.i, "silence", subject(tokens, verb), (out.i, last.i), ()), Stance.UNREACHABLE


def _unwilling(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "did not wish to comment", "preferred not to comment", "was unwilling to comment", "was in no mood to discuss it"."""
    holder = verb if verb.lemma in words["wishing"] else kid(tokens, verb, "acomp") if verb.lemma in ("be", "seem") else None
    act = kid(tokens, holder, "xcomp") if holder is not None else None
    if holder is None or act is None or act.lemma not in words["telling"]:
        return None
    negative = negation(tokens, verb) is not None or kid(tokens, act, "neg") is not None
    willing = holder is verb or holder.lemma in words["willing"]
    if not (negative if willing else holder.lemma in words["unwilling"]):
        return None
    cue = (cue_of(tokens, verb)[0], max(verb.i, holder.i)) if kid(tokens, verb, "neg") is not None else (verb.i, holder.i)
    return Draft(verb.i, "silence", subject(tokens, verb), cue, ((act.left, act.right),)), Stance.DECLINES


def says_only(tokens: Tokens, verb: Token) -> bool:
    """ "said only that ...", "would only say: ...": less than what was asked."""
    if verb.lemma not in silence_words()["replying"] or verb.i + 2 >= len(tokens):
        return False
    after = tokens[verb.i + 2]
    opens = after.lower in ("that", ":", ",", '"', "``", "it", "he", "she", "they", "there") or after.pos == "PUNCT"
    willing = any(tokens[k].lower in ("would", "will") for k in verb.kids) and tokens[verb.i - 1].lower == "only"
    return (tokens[verb.i + 1].lower == "only" and opens) or willing
