"""Silences: who would not comment, gave no answer, or could not be reached, and on what."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.evasions import evasion_of
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.subjects import subject
from reportedly.model import Stance
from reportedly.text import Token

Silence = tuple[Draft, Stance]
_COMPLEMENTS = ("xcomp", "ccomp", "advcl", "acl")
_NOBODY = frozenset({"no", "neither", "none", "nobody"})
_NEUTRAL = frozenset({"confirm", "deny"})
_BEARERS = frozenset({"VERB", "AUX", "ADJ", "NOUN"})
_PRESS = frozenset({"reporter", "journalist", "press", "media", "newspaper"})


def silence_of(tokens: Tokens, word: Token) -> Silence | None:
    """The silence that a verb, adjective or noun is the cue of; None where it is none."""
    words = silence_words()
    if word.pos == "VERB" or word.pos == "AUX":
        return evasion_of(tokens, word) or _by_verb(tokens, word, words)
    if word.lemma in words["silent"] or word.lemma in words["unavailable"] or word.lemma in words["available"]:
        return _by_state(tokens, word, words)
    return None


def _by_verb(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    lemma = verb.lemma
    if lemma in words["refusing"]:
        act = kid(tokens, verb, "xcomp")
        if act is not None and (act.lemma in words["saying"]):
            return _silence(tokens, verb, (act.left, act.right), Stance.DECLINES)
        thing = kid(tokens, verb, "dobj")
        declined = thing is not None and thing.lemma in words["comment"]
        return _silence(tokens, verb, (thing.left, thing.right), Stance.DECLINES) if thing is not None and declined else None
    if lemma in words["holding"]:
        return _nothing_said(tokens, verb, words)
    if lemma == "fail" and (act := kid(tokens, verb, "xcomp")) is not None and act.lemma in words["answering"]:
        return _silence(tokens, verb, (act.left, act.right), Stance.NO_ANSWER)
    if lemma == "ignore" and (thing := kid(tokens, verb, "dobj")) is not None and thing.lemma in words["asked"]:
        return _silence(tokens, verb, (thing.left, thing.right), Stance.NO_ANSWER)
    if negation(tokens, verb) is None and not _yet_to(tokens, verb) and not _nobody(tokens, verb):
        return None
    return _negated(tokens, verb, words)


def _negated(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    lemma = verb.lemma
    if lemma in words["reaching"] and is_passive(tokens, verb):
        return _silence(tokens, verb, _complement(tokens, verb), Stance.UNREACHABLE)
    if lemma == "draw" and is_passive(tokens, verb) and kid(tokens, verb, "agent") is None and _is_willing(tokens, verb):
        return _silence(tokens, verb, _complement(tokens, verb), Stance.DECLINES)
    if (lemma == "pick" and _picks_up(tokens, verb)) or (lemma == "answer" and _of_sort(tokens, verb, words["telephone"])):
        thing = kid(tokens, verb, "dobj")
        part = kid(tokens, verb, "prt")
        cue = (cue_of(tokens, verb)[0], max(t.i for t in (verb, thing, part) if t is not None))
        return Draft(verb.i, "silence", subject(tokens, verb), cue, ()), Stance.NO_ANSWER
    if lemma == "talk":
        withheld = _talks_to_press(tokens, verb)
        return _silence(tokens, verb, _complement(tokens, verb), Stance.DECLINES) if withheld else None
    if lemma in words["answering"] and (lemma != "return" or _of_sort(tokens, verb, words["asked"])):
        return _silence(tokens, verb, _complement(tokens, verb), Stance.NO_ANSWER)
    if lemma in _NEUTRAL and any(tokens[k].dep == "conj" and tokens[k].lemma in _NEUTRAL for k in verb.kids):
        both = next(tokens[k] for k in verb.kids if tokens[k].dep == "conj" and tokens[k].lemma in _NEUTRAL)
        draft, stance = _silence(tokens, verb, _complement(tokens, both), Stance.DECLINES)
        first = cue_of(tokens, verb)[0]
        return Draft(draft.head, draft.shape, draft.speaker, (first, both.i), draft.content), stance
    if lemma in words["withholding"] and _withholds(tokens, verb, words):
        return _silence(tokens, verb, _complement(tokens, verb), Stance.DECLINES)
    return None


def _is_willing(tokens: Tokens, verb: Token) -> bool:
    return any(tokens[k].lower in ("would", "wo", "will") and tokens[k].dep == "aux" for k in verb.kids)


def _picks_up(tokens: Tokens, verb: Token) -> bool:
    """ "did not pick up", "did not pick up the telephone"."""
    thing = kid(tokens, verb, "dobj")
    return kid(tokens, verb, "prt") is not None and (thing is None or thing.lemma in silence_words()["telephone"] | {"call"})


def _talks_to_press(tokens: Tokens, verb: Token) -> bool:
    """ "is not talking", "would not talk about it", "would not talk to reporters": not "would not talk to the rebels"."""
    preps = [tokens[k] for k in verb.kids if tokens[k].dep == "prep"]
    others = [p for p in preps if p.lower in ("to", "with") and not any(tokens[n].lemma in _PRESS for n in p.kids)]
    return not others and kid(tokens, verb, "dobj") is None and (verb.tag == "VBG" or _is_willing(tokens, verb))


def _withholds(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether a negated verb of saying keeps something back: with "whether", with nothing, or under "would"."""
    if verb.lemma in ("comment", "elaborate", "specify"):
        return True
    if verb.lemma in ("explain", "clarify", "speculate"):
        return _is_willing(tokens, verb)  # "could not explain" does not know
    clause = kid(tokens, verb, "ccomp")
    if clause is not None:
        asked = tokens[clause.left].lower
        return asked in words["asking"] or (asked == "if" and verb.lemma == "say")
    willing = any(tokens[k].lower in ("would", "wo", "will", "could") and tokens[k].dep == "aux" for k in verb.kids)
    return willing and verb.lemma != "say" or (willing and kid(tokens, verb, "dobj", "advcl") is None)


def _nothing_said(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "had no comment", "gave no answer", "did not offer a comment"."""
    thing = kid(tokens, verb, "dobj")
    if thing is None or thing.lemma not in words["comment"]:
        return None
    no = kid(tokens, thing, "det", "neg")
    if (no is None or no.lower != "no") and negation(tokens, verb) is None:
        return None
    first, _ = cue_of(tokens, verb)
    last = max((k for k in thing.kids if k < thing.i), default=verb.i)
    stance = Stance.DECLINES if thing.lemma in ("comment", "detail", "explanation") else Stance.NO_ANSWER
    return Draft(verb.i, "silence", subject(tokens, verb), (first, max(verb.i, last)), ((thing.i, thing.right),)), stance


def _by_state(tokens: Tokens, word: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "was not available for comment", "is unreachable", "remained silent on"."""
    verb = tokens[word.head]
    if word.dep not in ("acomp", "oprd", "attr") or verb.pos not in ("AUX", "VERB"):
        return None
    if word.lemma in words["available"] and (negation(tokens, verb) is None or not _of_sort(tokens, word, words["asked"], verb)):
        return None
    if word.lemma in words["unavailable"] and word.lemma != "unreachable" and not _of_sort(tokens, word, words["asked"], verb):
        return None
    first = cue_of(tokens, verb)[0] if negation(tokens, verb) is not None else word.i
    rest = _complement(tokens, word) or _complement(tokens, verb, after=word.i)
    stance = Stance.DECLINES if word.lemma in words["silent"] else Stance.UNREACHABLE
    if stance is Stance.DECLINES and rest is None:
        return None
    return Draft(word.i, "silence", subject(tokens, verb), (first, word.i), (rest,) if rest else ()), stance


def _of_sort(tokens: Tokens, word: Token, sort: frozenset[str], other: Token | None = None) -> bool:
    """Whether a word's object, or what hangs on it by a preposition or an infinitive, is of a sort."""
    for holder in (word, other) if other is not None else (word,):
        for k in holder.kids:
            t = tokens[k]
            if t.lemma in sort or (t.dep == "prep" and any(tokens[n].lemma in sort for n in t.kids)):
                return True
    return False


def _yet_to(tokens: Tokens, verb: Token) -> bool:
    """ "has yet to respond"."""
    above = tokens[verb.head]
    return verb.dep == "xcomp" and above.lemma in ("have", "be") and any(tokens[k].lower == "yet" for k in (*above.kids, *verb.kids))


def _nobody(tokens: Tokens, verb: Token) -> bool:
    """ "Neither army would comment", "nobody at the ministry would say"."""
    who = kid(tokens, verb, "nsubj", "nsubjpass")
    return who is not None and (who.lower in _NOBODY or tokens[who.left].lower in _NOBODY)


def _complement(tokens: Tokens, word: Token, after: int = -1) -> Range | None:
    """What was asked: the infinitive, clause, object or prepositional phrase after a word."""
    for k in word.kids:
        t = tokens[k]
        if t.i <= max(word.i, after):
            continue
        if t.dep in _COMPLEMENTS or t.dep == "dobj":
            return t.left, t.right
        if t.dep == "prep" and t.lower in ("to", "for", "on", "about") and t.kids:
            return (t.i + 1, t.right) if t.lower == "to" else (t.left, t.right)
    return None


def _silence(tokens: Tokens, verb: Token, content: Range | None, stance: Stance) -> Silence:
    before = tokens[content[0] - 1] if content is not None else verb
    cue = cue_of(tokens, verb, before if before.lower == "to" and before.dep == "prep" else None)
    who = _sought(tokens, verb) if stance in (Stance.UNREACHABLE, Stance.DECLINES) and is_passive(tokens, verb) else subject(tokens, verb)
    return Draft(verb.i, "silence", who, cue, (content,) if content else ()), stance


def _sought(tokens: Tokens, verb: Token) -> int:
    """Who is passive here, the verb's own subject or that of the verb it goes on from: "is abroad and could not be reached"."""
    while (own := kid(tokens, verb, "nsubjpass", "nsubj")) is None and verb.dep == "conj" and verb.head != verb.i:
        verb = tokens[verb.head]
    return own.i if own is not None else -1


def silences(tokens: Tokens) -> Iterator[Silence]:
    """All silences of a report."""
    for t in tokens:
        if t.pos in _BEARERS and (t.kids or t.pos != "AUX") and (found := silence_of(tokens, t)) is not None:
            yield found
