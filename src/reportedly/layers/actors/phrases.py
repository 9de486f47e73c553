"""Where a noun phrase begins and ends: its modifiers and the phrases that describe it, without clauses and appositions."""

from __future__ import annotations

from reportedly.knowledge.actor_nouns import actor_nouns
from reportedly.knowledge.actor_phrases import actor_phrases
from reportedly.text import Parsed
from reportedly.text.parsed import Token

LEFT = frozenset("det amod compound nmod nummod poss predet quantmod advmod npadvmod punct case neg preconj appos".split())
TIES = frozenset({"of", "to", "for", "at", "in", "from", "inside", "within"})  # prepositions that say whom somebody belongs to
CLOSE = frozenset({"close", "behind", "between"})  # and how near they stand to it
SOURCES = frozenset({"people", "person", "official", "source", "diplomat", "officer", "aide", "adviser"})  # described by what they know


def first_of(parsed: Parsed, t: Token) -> int:
    """The first token of the phrase about a noun: its own modifiers without a break."""
    first = t.i
    for k in reversed(t.kids):
        kid = parsed.tokens[k]
        if k > t.i:
            continue
        if kid.dep not in LEFT or kid.right != first - 1 or _dash(parsed, kid):
            break
        if kid.dep != "punct" or kid.text == "-":
            first = kid.left
    while first < t.i and (_no_start(parsed.tokens[first], t) or _result(parsed, first, t)):
        first += 1
    return first


def _dash(parsed: Parsed, t: Token) -> bool:
    """Whether a mark with a space on both sides parts what is before it: "LIMA - Chilean miners"."""
    return t.text == "-" and t.i > 0 and parsed.tokens[t.i - 1].end < t.start and t.end < parsed.tokens[t.i + 1].start


def _result(parsed: Parsed, k: int, noun: Token) -> bool:
    """Whether an adjective is what a verb makes of somebody, not a modifier: "shot dead two teachers"."""
    t, after = parsed.tokens[k], parsed.tokens[k + 1]
    return (
        t.tag == "JJ"
        and after.dep in ("nummod", "det", "predet", "poss")
        and k > 0
        and parsed.tokens[k - 1].pos == "VERB"
        and noun.dep == "dobj"
    )


def _no_start(t: Token, noun: Token) -> bool:
    """Whether a token cannot begin the phrase: a mark, "and", an adverb of the noun itself."""
    return not t.text[0].isalnum() or (t.dep in ("cc", "advmod") and t.head == noun.i)


def last_of(parsed: Parsed, t: Token) -> int:
    """The last token of the phrase about a noun: what follows it without a break and describes it."""
    last = t.i
    for kid in (parsed.tokens[k] for k in t.kids):
        if kid.i < t.i or kid.left < last:
            continue
        if kid.left != last + 1 or not _describes(kid, t) or _charge(parsed, kid, t):
            break
        end = _end(parsed, kid)
        if kid.dep == "prep" and end == kid.i:
            break  # "the mayor of killing"
        last = end
        if last != kid.right:
            break
    to = strayed(parsed, t) if last == t.i else None
    return _end(parsed, to) if to is not None else last


def strayed(parsed: Parsed, t: Token) -> Token | None:
    """The "to" after somebody's aide that parses give to the verb: "quoted an aide to the minister as saying"."""
    after, noun = parsed.tokens[min(t.i + 1, len(parsed.tokens) - 1)], actor_nouns().get(t.lower)
    if t.dep != "dobj" or noun is None or "tie" not in noun.traits or after.lower != "to" or after.head != t.head or not after.kids:
        return None
    return after if _cited(parsed, t) else None


def _cited(parsed: Parsed, t: Token) -> bool:
    """Whether the verb of a noun quotes it "as" saying something."""
    return any(k.lower == "as" for k in parsed.children(parsed.head(t), "prep"))


def _describes(kid: Token, noun: Token) -> bool:
    if kid.dep == "prep":
        return kid.lower in TIES or kid.lower in CLOSE or (kid.lower == "with" and noun.lemma in SOURCES)
    return kid.dep == "amod" or (kid.dep == "acl" and kid.tag == "VBN" and noun.lemma in SOURCES)


def _charge(parsed: Parsed, of: Token, noun: Token) -> bool:
    """Whether "of" belongs to the verb above: "accused his rival of treason", but "accused the mayor of Lima"."""
    while noun.dep == "pobj" and parsed.head(noun).dep == "prep":
        noun = parsed.head(parsed.head(noun))  # "the head of the clinic of fraud"
    verb = parsed.head(noun)
    if of.lower != "of" or noun.dep not in ("dobj", "nsubjpass") or verb.lemma not in actor_phrases().of:
        return False
    if any(k.lower == "of" for k in parsed.children(verb, "prep")):
        return False  # it has its own: "accused the head of the clinic of fraud"
    what, nouns = parsed.child(of, "pobj"), actor_nouns()
    return what is None or what.tag == "VBG" or not (what.pos == "PROPN" or what.lower in nouns or what.lemma in nouns)


def _end(parsed: Parsed, kid: Token) -> int:
    """The end of a modifier: that of the last noun phrase within it, cut before a clause."""
    last = kid.i
    for inner in (parsed.tokens[k] for k in kid.kids if k > kid.i):
        if inner.left != last + 1 or inner.dep not in ("pobj", "dobj", "prep", "agent"):
            break
        end = _joined(parsed, inner) if inner.dep in ("pobj", "dobj") else _end(parsed, inner)
        if inner.dep in ("prep", "agent") and end == inner.i:
            break  # "people paid from abroad"
        last = end
        if last != inner.right:
            break
    return last


def _joined(parsed: Parsed, t: Token) -> int:
    """The end of a noun phrase with what "and" joins to it."""
    last = last_of(parsed, t)
    for kid in parsed.children(t, "cc"):
        if kid.i != last + 1:
            continue
        other = next((c for c in parsed.children(t, "conj") if c.left == kid.i + 1 and c.pos in ("NOUN", "PROPN")), None)
        if other:
            return _joined(parsed, other)
    return last
