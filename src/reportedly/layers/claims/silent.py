"""Small questions that the silences share, and how one is drafted."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.speakers import is_nobody
from reportedly.layers.claims.subjects import subject
from reportedly.model import Stance
from reportedly.text import Token

Silence = tuple[Draft, Stance]
ABOUT = frozenset({"about", "on", "over", "regarding", "concerning"})
NO = frozenset({"no", "not"})
_COMPLEMENTS = ("xcomp", "ccomp", "advcl", "acl")
_WOULD = frozenset({"would", "wo", "will", "'d", "'ll"})
_CONDITIONS = frozenset({"if", "unless", "whether", "until", "should"})
_DUTY = frozenset({"must", "should", "may", "might", "shall"})
_BIDDING = frozenset({"order", "tell", "ask", "urge", "advise", "warn"})
_JOINED = frozenset({"prt", "advmod", "dobj", "acomp", "oprd", "attr", "prep", "npadvmod", "xcomp", "conj"})


def silence_at(tokens: Tokens, verb: Token, content: Range | None, stance: Stance) -> Silence:
    before = tokens[content[0] - 1] if content is not None else verb
    cue = whole_cue(tokens, verb, before if before.lower == "to" and before.dep == "prep" else None)
    passive = stance in (Stance.UNREACHABLE, Stance.DECLINES) and is_passive(tokens, verb)
    who = sought(tokens, verb) if passive else subject(tokens, verb)
    if who < 0 and verb.dep == "conj":
        who = sought(tokens, verb)  # "was asked for comment but did not reply"
    return Draft(verb.i, "silence", who, cue, (content,) if content else ()), stance


def whole_cue(tokens: Tokens, verb: Token, upto: Token | None = None) -> Range:
    """The cue with what makes the verb negative from outside: "Nobody {would say}", "{has yet to say}"."""
    first, last = cue_of(tokens, verb, upto)
    if tokens[last].lower == "up" and last + 1 < len(tokens) and tokens[last + 1].lower == "to":
        last = verb.i  # "could not be contacted up to press time"
    if first == verb.i and yet_to(tokens, verb):
        first = max(tokens[verb.head].i, verb.i - 6)
    elif first == verb.i and is_nobody(tokens, verb):
        first = min([k for k in verb.kids if tokens[k].dep in ("aux", "auxpass") and verb.i - 3 <= k < verb.i], default=first)
    return first, last


def sought(tokens: Tokens, verb: Token) -> int:
    """Who is passive here, the verb's own subject or that of the verb it goes on from: "is abroad and could not be reached"."""
    while (own := kid(tokens, verb, "nsubjpass", "nsubj")) is None and verb.dep == "conj" and verb.head != verb.i:
        verb = tokens[verb.head]
    return own.i if own is not None else -1


def complement(tokens: Tokens, word: Token, after: int = -1) -> Range | None:
    """What was asked: the infinitive, clause, object or prepositional phrase after a word."""
    for k in word.kids:
        t = tokens[k]
        if t.i <= max(word.i, after):
            continue
        if t.dep in _COMPLEMENTS or t.dep == "dobj":
            return t.left, t.right
        if t.dep == "prep" and t.lower == "to" and tokens[t.i - 1].lower == "up":
            continue  # "up to press time"
        if t.dep == "prep" and any(tokens[k].lower in ("whom", "what", "which") for k in t.kids):
            return t.left, t.right  # "would not say {with whom}"
        if t.dep == "prep" and t.lower in ("to", "for", "on", "about", "into", "beyond") and t.kids and not is_day(tokens, t):
            return (t.i + 1, t.right) if t.lower == "to" else (t.left, _end_of(tokens, t))
    return None


def _end_of(tokens: Tokens, preposition: Token) -> int:
    """The last token of "for comment on the raid", without the hour or the place of "for comment outside working hours"."""
    thing = kid(tokens, preposition, "pobj")
    if preposition.lower != "for" or thing is None:
        return preposition.right
    after = (tokens[k] for k in (*thing.kids, *preposition.kids) if k > thing.i and tokens[k].dep == "prep")
    return next((t.left - 1 for t in after if t.lower not in ABOUT | {"of"} or is_day(tokens, t)), preposition.right)


def is_day(tokens: Tokens, preposition: Token) -> bool:
    """ "would not comment on Friday"."""
    return preposition.lower == "on" and any(tokens[k].ent in ("DATE", "TIME") for k in preposition.kids)


def of_sort(tokens: Tokens, word: Token, sort: frozenset[str], other: Token | None = None) -> bool:
    """Whether a word's object or subject, or what hangs on it by a preposition or an infinitive, is of a sort."""
    for holder in (word, other) if other is not None else (word,):
        for k in holder.kids:
            t = tokens[k]
            if t.lemma in sort or (t.dep == "prep" and any(tokens[n].lemma in sort for n in t.kids)):
                return True
    return False


def is_willing(tokens: Tokens, verb: Token) -> bool:
    return any(tokens[k].lower in _WOULD and tokens[k].dep == "aux" for k in verb.kids)


def yet_to(tokens: Tokens, verb: Token) -> bool:
    """ "has yet to respond"."""
    above = tokens[verb.head]
    return verb.dep == "xcomp" and above.lemma in ("have", "be") and any(tokens[k].lower == "yet" for k in (*above.kids, *verb.kids))


def is_supposed(tokens: Tokens, verb: Token) -> bool:
    """ "If the ministry does not reply", "must not comment", "ordered him not to comment": it has not happened."""
    holders = [verb]
    while holders[-1].dep in ("xcomp", "conj") and holders[-1].head != holders[-1].i:
        holders.append(tokens[holders[-1].head])
    for t in (tokens[k] for h in holders for k in h.kids):
        if (t.dep == "mark" and t.lower in _CONDITIONS) or (t.tag == "MD" and t.lower in _DUTY and t.head == verb.i):
            return True
    bidden = verb.tag == "VB" and verb.dep in ("xcomp", "ccomp")
    return bidden and tokens[verb.head].lemma in _BIDDING | silence_words()["wishing"]


def joined(tokens: Tokens, verb: Token, phrases: Iterable[str]) -> Token | None:
    """The word that makes a phrase of the verb: "hung {up}", "changed the {subject}"."""
    for k in verb.kids:
        t = tokens[k]
        if k > verb.i and t.dep in _JOINED and (f"{verb.lemma}_{t.lemma.lower()}" in phrases or f"{verb.lemma}_{t.lower}" in phrases):
            return t
    return None


def from_whom(tokens: Tokens, *holders: Token) -> Token | None:
    preps = [tokens[k] for h in holders for k in h.kids if tokens[k].lower == "from" and k > h.i]
    return kid(tokens, preps[0], "pobj") if preps else None


def is_withheld(tokens: Tokens, verb: Token) -> bool:
    """Whether a verb is negated, by itself, by "yet to", or by who does it: "nobody"."""
    return negation(tokens, verb) is not None or yet_to(tokens, verb) or is_nobody(tokens, verb)


def is_perfect(tokens: Tokens, verb: Token) -> bool:
    return verb.tag == "VBN" and any(tokens[k].lemma == "have" and tokens[k].dep == "aux" for k in verb.kids)


def did_not(tokens: Tokens, verb: Token) -> bool:
    """ "did not explain", "has not explained", "has yet to explain", "nobody explained"."""
    did = any(tokens[k].lower == "did" and tokens[k].dep == "aux" for k in verb.kids)
    return did or is_perfect(tokens, verb) or yet_to(tokens, verb) or (verb.tag == "VBD" and is_nobody(tokens, verb))
