"""The phrases that a report calls somebody by, and whether one of them is a name."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.knowledge.source_nouns import source_nouns
from reportedly.layers.claims.grammar import Tokens
from reportedly.layers.claims.offices import modifiers, sorts_of
from reportedly.model import Actor, Mention, MentionForm
from reportedly.text import Parsed, Token

_MENTIONS = 16  # of an actor that are looked at, so that time grows with length alone; 8 and 50 gave the same kinds on our corpus
_DEFINITE = frozenset({"the", "'s", "'", "its", "their", "his", "her", "our"})
_OF = frozenset({"of", "for", "in", "to"})
_LESSER = frozenset("deputy vice assistant junior then acting former ex another one any no every each two other state".split())


def apposed(tokens: Tokens, t: Token) -> Iterator[Token]:
    """What stands in apposition to a noun, the titles before a name, and what follows a verb of naming."""
    for k in t.kids:
        kid = tokens[k]
        if kid.dep == "appos":
            yield kid
            yield from (tokens[i] for i in kid.kids if tokens[i].dep in ("appos", "conj"))
            yield from _whole(tokens, kid)
        elif kid.dep in ("compound", "nmod", "amod") and t.pos == "PROPN" and k < t.i:
            yield kid
        elif kid.dep in ("acl", "relcl") and k > t.i and "naming" in source_nouns().get(kid.lemma, ()):
            yield from (w for w in tokens[kid.i + 1 : kid.right + 1] if w.dep in ("oprd", "pobj", "appos", "dobj", "attr"))


def _whole(tokens: Tokens, one: Token) -> Iterator[Token]:
    """ "one of the president's aides" is an aide."""
    if one.lower == "one":
        yield from (tokens[o] for k in one.kids if tokens[k].lower == "of" for o in tokens[k].kids if tokens[o].dep == "pobj")


def described(parsed: Parsed, actor: Actor) -> Iterator[Token]:
    """The heads of the phrases, names and nominals, by which a report calls an actor, and the titles before its names."""
    for m in actor.mentions[:_MENTIONS]:
        if m.form is MentionForm.NOMINAL or m.form is MentionForm.NAME:
            head = _head(parsed, m)
            if head is not None:
                yield head
                if m.form is MentionForm.NAME:
                    yield from (t for t in parsed.tokens_in(m.span) if t.i < head.i and sorts_of(parsed.tokens, t))
                yield from apposed(parsed.tokens, head)


def _head(parsed: Parsed, m: Mention) -> Token | None:
    """The token of a mention whose governor lies outside it."""
    inside = parsed.tokens_in(m.span)
    if not inside:
        return None
    first, last = inside[0].i, inside[-1].i
    return next((t for t in reversed(inside) if not first <= t.head <= last or t.head == t.i), inside[-1])


def is_named(parsed: Parsed, t: Token, actor: Actor | None) -> bool:
    """Whether the report gives a name anywhere: in a mention, an apposition, or after "called"."""
    names = (m for m in actor.mentions if m.form is MentionForm.NAME) if actor is not None else ()
    if any(not source_nouns().get(m.text.lower().removesuffix("s")) for m in names):  # "Farmers" is no name
        return True
    if t.pos == "PRON":
        return False
    return t.ent == "PERSON" or any(a.ent == "PERSON" or _reads_as_name(a) for a in apposed(parsed.tokens, t))


def _reads_as_name(t: Token) -> bool:
    """Whether what stands beside a person's noun is a name of several words that the model took for something else."""
    return t.tag == "NNP" and t.left < t.i and t.ent not in ("GPE", "NORP") and not source_nouns().get(t.lower)


def is_single_holder(parsed: Parsed, t: Token, actor: Actor | None) -> bool:
    """Whether a phrase names its bearer by an office that only one holds: "the president", not "a minister", "the deputy minister"."""
    tokens, sorts = parsed.tokens, sorts_of(parsed.tokens, t)
    if t.tag not in ("NN", "NNP") or not sorts & {"sole", "single"} or ("sole" not in sorts and not _is_told_of_what(tokens, t)):
        return False
    before = [w.lower for w in modifiers(tokens, t)]
    if any(w in _LESSER for w in before) or any("former" in source_nouns().get(w, ()) for w in before):
        return False
    if any(w in _DEFINITE for w in before):
        return not (len(before) == 1 and _began_indefinite(actor, t))
    return not any(w in ("a", "an") for w in before) and (t.pos == "PROPN" or t.para < parsed.headings or bool(before))


def _is_told_of_what(tokens: Tokens, t: Token) -> bool:
    """ "the {army} chief", "{its} commander", "the head {of the mission}"."""
    before = any(w.pos in ("NOUN", "PROPN", "ADJ") or w.dep == "poss" for w in modifiers(tokens, t))
    return before or any(k > t.i and tokens[k].dep == "prep" and tokens[k].lower in _OF for k in t.kids)


def _began_indefinite(actor: Actor | None, t: Token) -> bool:
    """Whether "the minister" is only who was "a minister" before."""
    nominals = [m.text.lower() for m in actor.mentions if m.form is MentionForm.NOMINAL] if actor is not None else []
    return any(m.startswith(("a ", "an ", "one ")) and m.endswith(t.lower) for m in nominals)
