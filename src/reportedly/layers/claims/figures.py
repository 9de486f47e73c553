"""Figures that somebody gives without a word of saying: "put the toll at nine", "counted 207 people massacred"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.layers.claims.draft import Draft
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.speakers import speaks
from reportedly.layers.claims.subjects import subject
from reportedly.text import Token

FIGURE = "figure"
_FIGURES = frozenset("toll figure number count total tally cost damage loss bill turnout strength dead casualty".split())
_AT = frozenset({"at", "above", "below", "near", "over", "under", "around", "between"})
_COUNTING = frozenset({"count", "tally", "document", "log"})
_COUNTED = frozenset("dead death killing casualty body corpse case incident attack violation shell shot grave wounded missing".split())


def figure_drafts(tokens: Tokens, verb: Token) -> Iterator[Draft]:
    """The figure that a verb gives, if it gives one."""
    if is_passive(tokens, verb) or negation(tokens, verb) is not None:
        return
    thing, who = kid(tokens, verb, "dobj"), subject(tokens, verb)
    if thing is None or thing.i < verb.i or who < 0 or not (speaks(tokens[who]) or tokens[who].pos == "PROPN"):
        return
    last = _put_at(tokens, verb, thing) if verb.lemma == "put" else thing.right if _is_counted(tokens, verb, thing) else None
    if last is not None:
        yield Draft(verb.i, FIGURE, who, cue_of(tokens, verb), ((thing.left, last),), thing.lemma)


def _put_at(tokens: Tokens, verb: Token, thing: Token) -> int | None:
    """The last token of "the toll {above 60}"."""
    if thing.lemma not in _FIGURES:
        return None
    preps = (tokens[k] for h in (verb, thing) for k in h.kids if k > thing.i and tokens[k].lower in _AT)
    return next((p.right for p in preps if any(t.tag == "CD" for t in tokens[p.i : p.right + 1])), None)


def _is_counted(tokens: Tokens, verb: Token, thing: Token) -> bool:
    """ "counted {207 people}", not "counts 20 members"."""
    number = any(tokens[k].tag == "CD" for k in thing.kids)
    return verb.lemma in _COUNTING and verb.tag in ("VBD", "VBN") and number and (speaks(thing) or thing.lemma in _COUNTED)
