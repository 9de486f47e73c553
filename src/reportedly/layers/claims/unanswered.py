"""Silences told by what became of the asking: calls that nobody returns, letters left lying, no reply."""

from __future__ import annotations

from functools import cache

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.silent import NO, Silence, from_whom, joined
from reportedly.layers.claims.speakers import speaks
from reportedly.model import Stance
from reportedly.text import Token

_AIMED = frozenset({"to", "with", "at", "for"})  # "calls to the palace", "messages left with the aide", "left for the aide"
_REPLIES = frozenset({"reply", "answer", "response", "reaction"})
_SENDING = frozenset({"leave", "send", "put", "address", "direct"})
_COMING = frozenset({"come", "arrive", "forthcoming", "be", "receive"})
_SPURNING = frozenset({"ignore", "rebuff", "disregard"})
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
        or _no_reply_from(tokens, verb, words)
        or _there_was_none(tokens, verb, words)
    )


@cache
def _triggers() -> frozenset[str]:
    """The verbs that any of these turns on, so that all others are passed over at once."""
    words = silence_words()
    phrases = {p.partition("_")[0] for p in words["unanswered"]}
    return frozenset(phrases | words["receiving"] | words["answering"] | _COMING | _SPURNING | {"acknowledge", "meet", "prove"})


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
    if thing is not None and thing.lemma in words["comment"] and any(tokens[k].lower in NO for k in thing.kids):
        return verb.i, thing.i
    if verb.lemma == "meet" and is_passive(tokens, verb):
        by = kid(tokens, verb, "prep", "agent")
        return (verb.i, by.right) if by is not None and any(tokens[k].lemma == "silence" for k in by.kids) else None
    if verb.lemma in _SPURNING and is_passive(tokens, verb) and negation(tokens, verb) is None and kid(tokens, verb, "agent") is None:
        return verb.i, verb.i
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
    """ "The ministry left a letter {unanswered}"."""
    who = kid(tokens, verb, "nsubj")
    if verb.lemma != "leave" or who is None or not speaks(who):
        return None
    for t in tokens[verb.i + 1 : verb.right + 1]:
        if t.lower in ("unanswered", "unreturned"):
            thing = next((n for n in tokens[verb.i + 1 : t.i] if n.lemma in words["asked"]), None)
            if thing is None:
                return None
            return Draft(verb.i, "silence", who.i, (t.i, t.i), ((thing.left, t.i - 1),)), Stance.NO_ANSWER
    return None


def _no_reply_from(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "has had no reply from the palace", "wrote to the palace and received no answer": the silence is the palace's."""
    thing = kid(tokens, verb, "dobj")
    if verb.lemma not in words["receiving"] or thing is None or thing.lemma not in _REPLIES:
        return None
    no = kid(tokens, thing, "det")
    if (no is None or no.lower != "no") and negation(tokens, verb) is None:
        return None
    who = from_whom(tokens, verb, thing) or _written_to(tokens, verb)
    cue = (cue_of(tokens, verb)[0], thing.i)
    return (Draft(verb.i, "silence", who.i, cue, ()), Stance.NO_ANSWER) if who is not None else None


def _written_to(tokens: Tokens, verb: Token) -> Token | None:
    """Whom the verb that this one goes on from addresses: "has written {to the palace} and had no reply"."""
    above = tokens[verb.head] if verb.dep == "conj" else verb
    to = next((tokens[k] for k in above.kids if tokens[k].lower == "to" and tokens[k].dep in ("prep", "dative")), None)
    return kid(tokens, to, "pobj") if to is not None and above.i != verb.i else None


def _there_was_none(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "There was no immediate comment from the palace", "no reply came from the embassy"."""
    thing = kid(tokens, verb, "attr", "nsubj", "nsubjpass")
    if verb.lemma not in _COMING or thing is None or thing.lemma not in words["comment"] | {"statement", "word", "silence"}:
        return None
    no = next((t for t in tokens[thing.left : thing.i] if t.lower == "no"), None)
    if no is None and negation(tokens, verb) is None and thing.lemma != "silence":
        return None
    state = kid(tokens, verb, "acomp")
    who = from_whom(tokens, thing, verb, *([state] if state is not None else []))
    if who is None:
        return None
    about = next((tokens[k] for k in thing.kids if k > thing.i and tokens[k].lower in ("on", "to", "about", "over")), None)
    cue = (verb.i, thing.i) if thing.i > verb.i else (thing.left, max(verb.i, state.i if state is not None else verb.i))
    content = ((about.i + (about.lower == "to"), about.right),) if about is not None and about.i > cue[1] else ()
    stance = Stance.NO_ANSWER if thing.lemma in _REPLIES else Stance.DECLINES
    return Draft(verb.i, "silence", who.i, cue, content), stance
