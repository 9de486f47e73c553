"""Silences of those whom a caller cannot reach: telephones that are off, closed offices, attempts that fail."""

from __future__ import annotations

from functools import cache

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Draft
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.silent import Silence, from_whom, joined, of_sort, sought
from reportedly.layers.claims.speakers import PRESS, speaks
from reportedly.layers.claims.subjects import subject
from reportedly.model import Stance
from reportedly.text import Token

_COMPLEMENTS = ("xcomp", "ccomp", "advcl", "acl")
_CALLERS = PRESS | {"we", "i", "newspaper", "agency", "call"}
_HOLIDAYS = frozenset("holiday weekend vacation festival feast recess new year easter christmas eid lunch break night".split())
_OWN = frozenset({"his", "her", "its", "their"})
_CLOSED = frozenset({"close", "shut"})
_HUNTING = frozenset(
    "search searcher rescue rescuer diver wreck wreckage body survivor missing drown manhunt hunt trap avalanche debris rubble".split()
)
_CALLING = frozenset("call caller telephone phone answer reach visit visitor reporter holiday weekend comment".split())


def unreached_of(tokens: Tokens, verb: Token) -> Silence | None:
    """The silence of somebody whom no call reaches; None where a verb tells of none."""
    if verb.lemma not in _triggers():
        return None
    words = silence_words()
    return (
        _telephone_off(tokens, verb, words)
        or _trying_failed(tokens, verb, words)
        or _could_not_reach(tokens, verb, words)
        or _office_closed(tokens, verb, words)
        or _out_of_contact(tokens, verb)
    )


@cache
def _triggers() -> frozenset[str]:
    """The verbs that any of these turns on, so that all others are passed over at once."""
    words = silence_words()
    phrases = {p.partition("_")[0] for sort in ("unanswered", "off") for p in words[sort]}
    others = {"be", "come", "prove", "fail", "read", "open", "answer", "pick"}
    return frozenset(phrases | words["reaching"] | _CLOSED | others)


def is_sought(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether it is somebody who could not be reached: not an agreement, a village or a gun."""
    if of_sort(tokens, verb, words["asked"]) or any(tokens[k].lemma == "comment" and tokens[k].dep in _COMPLEMENTS for k in verb.kids):
        return True
    who = tokens[sought(tokens, verb)]
    if verb.lemma in ("reach", "contact"):
        return who.lemma not in words["unmet"]
    return speaks(who) and not any(t.lemma in _HUNTING for t in _sentence(tokens, verb))


def _sentence(tokens: Tokens, verb: Token) -> list[Token]:
    return [t for t in tokens[max(0, verb.i - 40) : verb.i + 40] if t.sent == verb.sent]


def _out_of_contact(tokens: Tokens, verb: Token) -> Silence | None:
    """ "was out of contact", "is out of radio range"."""
    out = next((tokens[k] for k in verb.kids if tokens[k].lower == "out" and k > verb.i), None)
    if verb.lemma != "be" or out is None:
        return None
    last = next((t for t in tokens[out.i + 1 : out.right + 1] if t.dep == "pobj"), None)
    who = subject(tokens, verb)
    if last is not None and last.lemma == "reach" and who >= 0 and speaks(tokens[who]) and last.right == last.i:
        return Draft(verb.i, "silence", who, (out.i, last.i), ()), Stance.UNREACHABLE
    if last is None or not (
        last.lemma == "contact" or (last.lemma == "range" and tokens[last.i - 1].lower in ("radio", "telephone", "phone"))
    ):
        return None
    return Draft(verb.i, "silence", subject(tokens, verb), (out.i, last.i), ()), Stance.UNREACHABLE


def _telephone_off(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "her mobile is switched off": its owner could not be reached; "his telephone rang unanswered": he did not respond."""
    telephone = kid(tokens, verb, "nsubj", "nsubjpass")
    if telephone is None or telephone.lemma.lower() not in words["telephone"]:
        return _switches_off(tokens, verb, words)
    owner = kid(tokens, telephone, "poss") or _whose(tokens, telephone)
    rings = joined(tokens, verb, words["unanswered"])
    rest = rings or joined(tokens, verb, words["off"]) or (_out_of_use(tokens, verb) if verb.lemma == "be" else None)
    if verb.lemma in ("answer", "pick") and is_passive(tokens, verb) and negation(tokens, verb) is not None:
        rings = rest = verb
    if rest is None and verb.lemma in words["off"]:
        rest = verb
    if owner is None or rest is None:
        return None
    if verb.dep == "ccomp" and tokens[verb.head].lemma == "have" and (has := kid(tokens, tokens[verb.head], "nsubj")) is not None:
        return Draft(verb.i, "silence", has.i, (telephone.i, max(verb.i, rest.i)), ()), Stance.UNREACHABLE  # "had its lines cut off"
    rings = rings if rings is not None and rings.lower != "dead" else None
    cue = (cue_of(tokens, verb)[0], max(verb.i, rest.right if rest.dep == "prep" and verb.lemma == "ring" else rest.i))
    return Draft(verb.i, "silence", owner.i, cue, ()), Stance.NO_ANSWER if rings is not None else Stance.UNREACHABLE


def _switches_off(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "The captain {switched off} his telephone", "the broker has cut off her line"."""
    who, thing = subject(tokens, verb), kid(tokens, verb, "dobj")
    if thing is None or thing.lemma.lower() not in words["telephone"] or who < 0 or is_passive(tokens, verb) or verb.tag == "VB":
        return None
    own = kid(tokens, thing, "poss")
    off = verb.lemma in words["off"] or joined(tokens, verb, words["off"]) is not None
    if not off or own is None or own.lower not in _OWN or not speaks(tokens[who]) or negation(tokens, verb) is not None:
        return None
    return Draft(verb.i, "silence", who, (verb.i, thing.i), ()), Stance.UNREACHABLE


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
        who = from_whom(tokens, act, thing)
    if who is None:
        return None
    state = kid(tokens, verb, "acomp", "oprd", "prep")
    came = state is not None and state.i > verb.i and verb.lemma != "fail"
    first = state.left if state is not None and came and state.dep != "prep" and negation(tokens, verb) is None else cue_of(tokens, verb)[0]
    cue = (first, state.right if state is not None and came else verb.i)
    return Draft(verb.i, "silence", who.i, cue, ()), Stance.UNREACHABLE


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
    if office is None or not closed or (owner := _closed_to_callers(tokens, office, verb, words)) is None:
        return None
    state = kid(tokens, verb, "acomp")
    cue = state.i if state is not None else verb.i
    sentence = _sentence(tokens, verb)
    called = any(t.lemma in _CALLING or t.lower.endswith("day") for t in sentence)
    if any(t.lemma in ("reach", "answer") for t in sentence):
        return None  # that tells it already
    if not called or any(t.lower in ("after", "by", "since", "following", "amid", "until", "because") for t in sentence):
        return None
    return Draft(verb.i, "silence", owner.i, (cue, cue), ()), Stance.UNREACHABLE


def _closed_to_callers(tokens: Tokens, office: Token, verb: Token, words: dict[str, frozenset[str]]) -> Token | None:
    """Whose office it is, or an institution that keeps a holiday: not a bank that a regulator has closed."""
    if office.lemma in words["office"]:
        return kid(tokens, office, "poss")
    kept = any(t.lower == "for" and _is_holiday(tokens, t) for t in tokens[verb.i + 1 : verb.right + 1])
    return office if kept and speaks(office) else None


def _is_holiday(tokens: Tokens, preposition: Token) -> bool:
    return any(t.lemma.lower() in _HOLIDAYS for t in tokens[preposition.i + 1 : preposition.right + 1])
