"""Silences told by what became of the asking: calls that nobody returns, telephones that are off, nobody reached, no reply."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.speakers import PRESS, speaks
from reportedly.model import Stance
from reportedly.text import Token

Silence = tuple[Draft, Stance]
_JOINED = frozenset({"prt", "advmod", "dobj", "acomp", "oprd", "attr", "prep", "npadvmod", "xcomp", "conj"})
_AIMED = frozenset({"to", "with", "at", "for"})  # "calls to the palace", "messages left with the aide", "left for the aide"
_REPLIES = frozenset({"reply", "answer", "response", "reaction"})
_SENDING = frozenset({"leave", "send", "put", "address", "direct"})
_NO = frozenset({"no", "not"})
_COMING = frozenset({"come", "arrive", "forthcoming", "be", "receive"})
_CALLERS = PRESS | {"we", "i", "newspaper", "agency", "call"}
_CLOSED = frozenset({"close", "shut"})
_CALLING = frozenset("call caller telephone phone answer reach visit visitor reporter holiday weekend comment".split())
_INTERVIEWED = frozenset({"comment", "interview"})


def unanswered_of(tokens: Tokens, verb: Token) -> Silence | None:
    """The silence that a verb tells of by what became of a request; None where it tells of none."""
    if verb.lemma not in _triggers():
        return None
    words = silence_words()
    return (
        _request_unanswered(tokens, verb, words)
        or _left_unanswered(tokens, verb, words)
        or _unacknowledged(tokens, verb, words)
        or _telephone_off(tokens, verb, words)
        or _trying_failed(tokens, verb, words)
        or _could_not_reach(tokens, verb, words)
        or _office_closed(tokens, verb, words)
        or _no_reply_from(tokens, verb, words)
        or _there_was_none(tokens, verb, words)
    )


@cache
def _triggers() -> frozenset[str]:
    """The verbs that any of these turns on, so that all others are passed over at once."""
    words = silence_words()
    phrases = {p.partition("_")[0] for sort in ("unanswered", "off") for p in words[sort]}
    verbs = {w for sort in ("receiving", "answering", "reaching") for w in words[sort]}
    return frozenset(phrases | verbs | _CLOSED | _COMING | {"acknowledge", "meet", "prove", "fail", "read", "open"})


def joined(tokens: Tokens, verb: Token, phrases: Iterable[str]) -> Token | None:
    """The word that makes a phrase of the verb: "hung {up}", "changed the {subject}"."""
    for k in verb.kids:
        t = tokens[k]
        if k > verb.i and t.dep in _JOINED and (f"{verb.lemma}_{t.lemma.lower()}" in phrases or f"{verb.lemma}_{t.lower}" in phrases):
            return t
    return None


def _addressee(tokens: Tokens, sent: Token, last: int) -> tuple[int, Token] | None:
    """Whom a request was sent to, and the preposition: "calls {to} the palace", "messages left {for} the aide"."""
    found = None
    for t in tokens[sent.i + 1 : last + 1]:
        if t.dep not in ("prep", "dative") or t.lower not in _AIMED or (t.lower == "for" and tokens[t.head].pos != "VERB"):
            continue
        who = kid(tokens, t, "pobj")
        if who is not None and who.lemma not in silence_words()["comment"] | _INTERVIEWED and who.lemma != "arm":
            found = who.i, t
    return found


def _request_unanswered(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "Calls to his office were not returned", "an email to the firm went unanswered", "letters to the palace drew no reply"."""
    sent = kid(tokens, verb, "nsubj", "nsubjpass")
    above = tokens[verb.head]
    if sent is None and verb.dep == "conj" and above.lemma in _SENDING:  # "messages left for him were not returned", taken for two verbs
        sent = kid(tokens, above, "nsubj", "nsubjpass")
    if sent is not None and sent.lemma.lower() not in words["asked"]:  # "two notes and {a letter to the mill}"
        sent = next((tokens[k] for k in sent.kids if tokens[k].dep == "conj" and tokens[k].lemma in words["asked"]), None)
    if sent is None or (cue := _unanswered(tokens, verb, words)) is None:
        return None
    found = _addressee(tokens, sent, max(sent.right, verb.left - 1))
    if found is None:
        wanted = any(tokens[k].lower == "for" and not any(tokens[n].lemma in _INTERVIEWED for n in tokens[k].kids) for k in sent.kids)
        own = kid(tokens, sent, "poss")
        if wanted or (own is not None and not speaks(own)):
            return None  # "calls for a ceasefire went unanswered"
        return Draft(verb.i, "silence", -1, cue, ((sent.left, sent.right),)), Stance.NO_ANSWER
    who, preposition = found
    return Draft(verb.i, "silence", who, cue, ((sent.left, max(sent.i, preposition.i - 1)),)), Stance.NO_ANSWER


def _unanswered(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Range | None:
    """The words that say that a request met with nothing."""
    if (rest := joined(tokens, verb, words["unanswered"])) is not None:
        return verb.i, rest.right if rest.dep == "prep" else rest.i
    thing = kid(tokens, verb, "dobj")
    if thing is not None and thing.lemma in words["comment"] and any(tokens[k].lower in _NO for k in thing.kids):
        return verb.i, thing.i
    if verb.lemma == "meet" and is_passive(tokens, verb):
        by = kid(tokens, verb, "prep", "agent")
        return (verb.i, by.right) if by is not None and any(tokens[k].lemma == "silence" for k in by.kids) else None
    if verb.lemma in ("be", "prove") and (state := kid(tokens, verb, "acomp", "oprd")) is not None and state.lemma in words["fruitless"]:
        return cue_of(tokens, verb)[0], state.i
    if verb.lemma in words["answering"] | {"acknowledge"} and negation(tokens, verb) is not None and is_passive(tokens, verb):
        return cue_of(tokens, verb)
    return None


def _unacknowledged(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "did not acknowledge two e-mails"."""
    who, thing = kid(tokens, verb, "nsubj"), kid(tokens, verb, "dobj")
    if verb.lemma != "acknowledge" or negation(tokens, verb) is None or who is None or thing is None or thing.lemma not in words["asked"]:
        return None
    return Draft(verb.i, "silence", who.i, cue_of(tokens, verb), ((thing.left, thing.right),)), Stance.NO_ANSWER


def _left_unanswered(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "The ministry left a letter unanswered"."""
    who = kid(tokens, verb, "nsubj")
    if verb.lemma != "leave" or who is None or not speaks(who):
        return None
    for t in tokens[verb.i + 1 : verb.right + 1]:
        if t.lower in ("unanswered", "unreturned"):
            thing = next((n for n in tokens[verb.i + 1 : t.i] if n.lemma in words["asked"]), None)
            if thing is None:
                return None
            return Draft(verb.i, "silence", who.i, (verb.i, verb.i), ((thing.left, t.i - 1),)), Stance.NO_ANSWER
    return None


def _telephone_off(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "her mobile is switched off": its owner could not be reached; "his telephone rang unanswered": he did not respond."""
    telephone = kid(tokens, verb, "nsubj", "nsubjpass")
    if telephone is None or telephone.lemma.lower() not in words["telephone"]:
        return None
    owner = kid(tokens, telephone, "poss") or _whose(tokens, telephone)
    rings = joined(tokens, verb, words["unanswered"])
    rest = rings or joined(tokens, verb, words["off"]) or (_out_of_use(tokens, verb) if verb.lemma == "be" else None)
    if verb.lemma in ("answer", "pick") and is_passive(tokens, verb) and negation(tokens, verb) is not None:
        rings = rest = verb
    if rest is None and verb.lemma in words["off"]:
        rest = verb
    if owner is None or rest is None:
        return None
    rings = rings if rings is not None and rings.lower != "dead" else None
    cue = (cue_of(tokens, verb)[0], max(verb.i, rest.right if rest.dep == "prep" and verb.lemma == "ring" else rest.i))
    return Draft(verb.i, "silence", owner.i, cue, ()), Stance.NO_ANSWER if rings is not None else Stance.UNREACHABLE


def _whose(tokens: Tokens, telephone: Token) -> Token | None:
    """ "the telephone at {the mayor's office}", "a number for {the firm}"."""
    preps = [t for t in tokens[telephone.i + 1 : telephone.right + 1] if t.lower in ("at", "of", "in", "for") and t.dep == "prep"]
    return kid(tokens, preps[0], "pobj") if preps else None


def _out_of_use(tokens: Tokens, verb: Token) -> Token | None:
    """ "was out of service", "is no longer in use"."""
    for t in tokens[verb.i + 1 : verb.right + 1]:
        if t.dep == "pobj" and t.lemma in ("service", "order", "use", "reach") and t.i - verb.i <= 5:
            gone = negation(tokens, verb) is not None or any(n.lower in ("out", "no", "longer") for n in tokens[verb.i + 1 : t.i])
            return t if gone else None
    return None


def _trying_failed(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "Attempts to reach the pilot failed", "efforts to get a comment from the firm were unsuccessful"."""
    trying = kid(tokens, verb, "nsubj")
    if trying is None or trying.lemma not in words["seeking"] or not _came_to_nothing(tokens, verb, words):
        return None
    act = next((tokens[k] for k in trying.kids if tokens[k].dep in ("acl", "relcl", "xcomp") and tokens[k].i > trying.i), None)
    thing = kid(tokens, act, "dobj") if act is not None else None
    if act is None or thing is None:
        return None
    tracing = act.lemma in words["reaching"] or (act.lemma == "track" and kid(tokens, act, "prt") is not None)
    who: Token | None = thing if tracing and (speaks(thing) or _for_comment(tokens, act)) else None
    if act.lemma in words["getting"] and thing.lemma in words["comment"]:
        who = _from_whom(tokens, act, thing)
    if who is None:
        return None
    state = kid(tokens, verb, "acomp", "oprd", "prep")
    cue = (cue_of(tokens, verb)[0], state.right if state is not None and state.i > verb.i and verb.lemma != "fail" else verb.i)
    last = act.i if who is thing else thing.i
    return Draft(verb.i, "silence", who.i, cue, ((trying.left, last),)), Stance.UNREACHABLE


def _came_to_nothing(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> bool:
    if verb.lemma == "fail":
        return True
    if verb.lemma == "come":
        return any(n.lemma in ("nothing", "naught") for n in tokens[verb.i : verb.i + 3])
    state = kid(tokens, verb, "acomp", "oprd")
    if state is not None and state.lemma in words["fruitless"]:
        return state.lemma != "successful" or negation(tokens, verb) is not None
    return any(n.lower in ("vain", "avail") for n in tokens[verb.i + 1 : verb.i + 4])


def _for_comment(tokens: Tokens, act: Token) -> bool:
    return any(n.lemma in ("comment", "telephone", "phone", "email") for n in tokens[act.i + 1 : act.right + 1])


def _could_not_reach(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "Reporters could not reach the pilot", "it was not possible to contact him": not "rescuers could not reach the crew"."""
    thing = kid(tokens, verb, "dobj")
    if verb.lemma not in ("reach", "contact", "locate") or thing is None or thing.i < verb.i:
        return None
    if not speaks(thing) and not _for_comment(tokens, verb):
        return None
    above = tokens[verb.head]
    could = any(tokens[k].lower in ("could", "can", "ca") for k in verb.kids)
    unable = above.lemma in ("unable", "fail") or (above.lemma in ("able", "possible", "be", "manage") and _is_denied(tokens, above))
    between = tokens[max(above.i - 2, 0) : verb.i]
    tried = above.lemma in ("try", "attempt") and any(t.lower in ("success", "vain", "unsuccessfully") for t in between)
    unable = unable or tried
    if not ((could and negation(tokens, verb) is not None) or (verb.tag == "VB" and unable)):
        return None
    clause = verb if could else above if above.pos in ("VERB", "AUX") else tokens[above.head]
    who = kid(tokens, clause, "nsubj")
    calls = who is not None and (who.lemma.lower() in _CALLERS or who.ent == "ORG" or (who.lower == "it" and not could))
    calls = calls or (who is not None and who.pos == "PROPN" and who.ent not in ("PERSON", "GPE") and not could)
    calls = calls and thing.ent != "GPE" and thing.lemma not in words["unmet"]
    if not calls and not _for_comment(tokens, verb):
        return None
    first = cue_of(tokens, verb)[0] if could else min(clause.i, above.i)
    last = thing.right
    rest = next((tokens[k] for k in verb.kids if k > thing.i and tokens[k].lower == "for"), None)
    content = ((rest.left, rest.right),) if rest is not None and rest.i > last else ()
    return Draft(verb.i, "silence", thing.i, (first, verb.i), content), Stance.UNREACHABLE


def _is_denied(tokens: Tokens, word: Token) -> bool:
    """Whether a word or the verb that carries it is negated: "was {not} possible", "were {not} able"."""
    holder = word if word.pos in ("VERB", "AUX") else tokens[word.head]
    return negation(tokens, holder) is not None or any(tokens[k].dep == "neg" for k in word.kids)


def _office_closed(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "The party's office was closed on Sunday": where the sentence tells of a caller or of a day of rest."""
    office = kid(tokens, verb, "nsubj", "nsubjpass")
    closed = verb.lemma in _CLOSED and is_passive(tokens, verb) and kid(tokens, verb, "agent") is None
    if not closed:
        closed = verb.lemma == "be" and (state := kid(tokens, verb, "acomp")) is not None and state.lemma in ("closed", "shut")
    if office is None or not closed or office.lemma not in words["office"] or (owner := kid(tokens, office, "poss")) is None:
        return None
    sentence = [t for t in tokens[max(0, verb.i - 40) : verb.i + 40] if t.sent == verb.sent]
    called = any(t.lemma in _CALLING or t.lower.endswith("day") for t in sentence)
    if any(t.lemma in ("reach", "answer") for t in sentence):
        return None  # that tells it already
    if not called or any(t.lower in ("after", "by", "since", "following", "amid", "until") for t in sentence):
        return None
    return Draft(verb.i, "silence", owner.i, (verb.i, verb.i), ()), Stance.UNREACHABLE


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


def _there_was_none(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "There was no immediate comment from the palace", "no reply came from the embassy"."""
    thing = kid(tokens, verb, "attr", "nsubj", "nsubjpass")
    if verb.lemma not in _COMING or thing is None or thing.lemma not in words["comment"] | {"statement"}:
        return None
    no = next((t for t in tokens[thing.left : thing.i] if t.lower == "no"), None)
    if no is None and negation(tokens, verb) is None:
        return None
    state = kid(tokens, verb, "acomp")
    who = _from_whom(tokens, thing, verb, *([state] if state is not None else []))
    if who is None:
        return None
    about = next((tokens[k] for k in thing.kids if k > thing.i and tokens[k].lower in ("on", "to", "about", "over")), None)
    cue = (verb.i, thing.i) if thing.i > verb.i else (thing.left, max(verb.i, state.i if state is not None else verb.i))
    content = ((about.i + (about.lower == "to"), about.right),) if about is not None and about.i > cue[1] else ()
    stance = Stance.NO_ANSWER if thing.lemma in _REPLIES else Stance.DECLINES
    return Draft(verb.i, "silence", who.i, cue, content), stance
