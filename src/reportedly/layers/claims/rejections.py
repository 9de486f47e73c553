"""Denials by their words alone: a verb of denying with what can be denied, and those who only disagree or take it back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reportedly.knowledge.cues import cues
from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.stance import cue_entry
from reportedly.layers.claims.subjects import subject
from reportedly.model import Stance
from reportedly.text import Token

_ANAPHORS = frozenset({"that", "this", "it", "them", "these", "those", "both"})
_OWN = frozenset({"det", "amod", "compound"})
_DENYING = frozenset({"deny", "laugh_off"})  # lines of cues.csv
_NARROW = frozenset({"deny", "dispute", "contest", "refute", "repudiate", "disown", "disavow", "take"})  # of these, a pronoun is a claim


def rejects(tokens: Tokens, draft: Draft) -> bool:
    """Whether a draft is a denial beyond doubt: "contested the account", "denied having met him", "disowned that"."""
    head = tokens[draft.head]
    if (
        head.lemma not in _denying_verbs()
        or head.pos != "VERB"
        or draft.speaker < 0
        or negation(tokens, head) is not None
        or is_passive(tokens, head)
    ):
        return False
    cue = cue_entry(tokens, draft, head)
    if cue is None or cue.like not in _DENYING or not draft.content:
        return False
    if draft.shape == "clause" or (draft.shape == "infinitive" and draft.key == "VBG"):
        return head.lemma == "deny" and tokens[draft.content[0][0]].i > head.i
    return draft.shape.startswith(("object", "preposition")) and _deniable(head, _top(tokens, draft.content[0]))


@cache
def _denying_verbs() -> frozenset[str]:
    return frozenset(word.partition("_")[0] for (word, pos), cue in cues().items() if pos == "VERB" and cue.like in _DENYING)


def _top(tokens: Tokens, piece: Range) -> Token:
    """The word of a phrase that all others hang on."""
    first, last = piece
    return next((t for t in tokens[first : last + 1] if not first <= t.head <= last), tokens[first])


def _deniable(verb: Token, thing: Token) -> bool:
    if thing.i < verb.i and thing.lower in ("that", "which"):
        return False  # "an allegation that Oslo denies": `relative_denials` knows what it stands for
    if thing.lower in _ANAPHORS:
        return verb.lemma in _NARROW
    return (thing.lemma.lower(), "SAID") in cues()


def relative_denials(tokens: Tokens, verb: Token) -> Iterator[Draft]:
    """ "an allegation that Oslo denies": what is denied stands before, with a relative pronoun or none."""
    if verb.dep not in ("relcl", "acl") or verb.lemma not in _denying_verbs():
        return
    noun, cue = tokens[verb.head], cues().get((verb.lemma, "VERB"))
    if cue is None or cue.like not in _DENYING or (noun.lemma.lower(), "SAID") not in cues():
        return
    who, thing = kid(tokens, verb, "nsubj"), kid(tokens, verb, "dobj", "ccomp", "xcomp")
    if who is None or who.tag in ("WDT", "WP") or negation(tokens, verb) is not None or (thing is not None and thing.i > verb.i):
        return
    yield Draft(
        verb.i,
        "object before",
        who.i,
        cue_of(tokens, verb),
        ((min((k for k in noun.kids if tokens[k].dep in _OWN and k < noun.i), default=noun.i), noun.i),),
        noun.lemma,
    )


def bare_denials(tokens: Tokens) -> Iterator[tuple[Draft, Stance]]:
    """ "His deputy disagrees": a denial that does not say of what."""
    for t in tokens:
        if t.lemma == "disagree" and t.tag in ("VBD", "VBZ", "VBP") and negation(tokens, t) is None:
            alone = kid(tokens, t, "prep", "ccomp", "dobj", "xcomp") is None
            if alone and (who := subject(tokens, t)) >= 0 and not (tokens[who].tag == "NNS" and t.tag == "VBP"):
                yield Draft(t.i, "silence", who, (t.i, t.i), ()), Stance.DENIES
