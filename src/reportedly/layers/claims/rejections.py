"""Denials by their words alone: a verb of denying with what can be denied, and those who only disagree or take it back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reportedly.knowledge.cues import Cue, cues
from reportedly.layers.claims.draft import Draft
from reportedly.layers.claims.falsehoods import top_of
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.stance import cue_entry
from reportedly.layers.claims.subjects import subject
from reportedly.model import Stance
from reportedly.text import Token

_ANAPHORS = frozenset({"that", "this", "it", "them", "these", "those", "both"})
_ISSUING = frozenset({"issue", "publish", "release", "make", "give", "offer", "put"})
_AGAINST = frozenset({"on", "with", "to", "at", "against", "from"})
_OWN = frozenset({"det", "amod", "compound"})
_BEGGING = (["begs", "to"], ["beg", "to"], ["begged", "to"])
_VIEWS = frozenset({"view", "opinion", "assessment", "interpretation", "reading", "conclusion", "analysis", "judgment", "judgement"})
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
        return head.lemma in ("deny", "dispute") and tokens[draft.content[0][0]].i > head.i
    return draft.shape.startswith(("object", "preposition")) and _deniable(head, top_of(tokens, draft.content[0]))


@cache
def _denying_verbs() -> frozenset[str]:
    return frozenset(word.partition("_")[0] for (word, pos), cue in cues().items() if pos == "VERB" and cue.like in _DENYING)


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
    """Denials that no construction of attribution tells: "His deputy disagrees", "poured cold water on the report"."""
    for t in tokens:
        if t.lemma not in _bare_verbs() or t.pos not in ("VERB", "AUX") or is_passive(tokens, t):
            continue
        if (negation(tokens, t) is not None) != (t.lemma == "share"):
            continue
        if (found := next((draft for way in _WAYS if (draft := way(tokens, t)) is not None), None)) is not None:
            yield found, Stance.DENIES


@cache
def _bare_verbs() -> frozenset[str]:
    phrases = {word.partition("_")[0] for (word, pos), cue in cues().items() if pos == "PHRASE" or ("_" in word and _is_denying(cue))}
    return frozenset(phrases | _ISSUING | {"disagree", "differ", "have", "share", "plead", "protest", "maintain", "distance"})


def _disagrees(tokens: Tokens, verb: Token) -> Draft | None:
    if verb.lemma != "disagree" or verb.tag not in ("VBD", "VBZ", "VBP"):
        return None
    alone = kid(tokens, verb, "prep", "ccomp", "dobj", "xcomp") is None
    who = subject(tokens, verb) if alone else -1
    if who < 0 or (tokens[who].tag == "NNS" and verb.tag == "VBP"):
        return None  # "experts disagree": with one another
    return Draft(verb.i, "silence", who, (verb.i, verb.i), ())


def _differs(tokens: Tokens, verb: Token) -> Draft | None:
    """ "The ministry begs to differ": the model often takes "begs" for a noun."""
    if verb.lemma != "differ" or [t.lower for t in tokens[max(verb.i - 2, 0) : verb.i]] not in _BEGGING:
        return None
    who = kid(tokens, tokens[verb.i - 2], "nsubj", "compound")
    of = kid(tokens, verb, "prep")
    return (
        Draft(verb.i, "silence", who.i, (verb.i - 2, verb.i), ((of.left, of.right),) if of is not None else ()) if who is not None else None
    )


def _has_none_of(tokens: Tokens, verb: Token) -> Draft | None:
    """ "The minister was having none of it"."""
    none = kid(tokens, verb, "dobj")
    if verb.lemma != "have" or none is None or none.lower != "none" or [t.lower for t in tokens[none.i + 1 : none.i + 2]] != ["of"]:
        return None
    what, who = kid(tokens, tokens[none.i + 1], "pobj"), subject(tokens, verb)
    if what is None or what.lower not in _ANAPHORS or who < 0:
        return None
    return Draft(verb.i, "silence", who, (verb.i, none.i + 1), ((what.i, what.i),))


def _shares_not(tokens: Tokens, verb: Token) -> Draft | None:
    """ "does not share that view"."""
    view, who = kid(tokens, verb, "dobj"), subject(tokens, verb)
    if verb.lemma != "share" or view is None or view.lemma not in _VIEWS or who < 0:
        return None
    return Draft(verb.i, "silence", who, cue_of(tokens, verb), ((view.left, view.right),))


def _against_what(tokens: Tokens, verb: Token) -> Draft | None:
    """ "poured cold water on {the report}", "scotched {rumours of a split}", "distanced himself from {the remarks}"."""
    joined = next((tokens[k] for k in verb.kids if k > verb.i and (f"{verb.lemma}_{tokens[k].lemma}", "PHRASE") in cues()), None)
    self = verb.lemma == "distance" and (own := kid(tokens, verb, "dobj")) is not None and own.lower.endswith(("self", "selves"))
    if joined is None and (verb.lemma, "PHRASE") not in cues() and not self:
        return None
    if joined is None and not self:
        thing = kid(tokens, verb, "dobj")
    else:
        preps = [tokens[k] for h in (verb, joined or verb) for k in h.kids if tokens[k].lower in _AGAINST]
        thing = kid(tokens, preps[0], "pobj") if preps else None
    return _rejected(tokens, verb, thing)


def _off_hand(tokens: Tokens, verb: Token) -> Draft | None:
    """ "laughed off the allegation", where the model hangs what is denied on the particle."""
    joined = next(
        (tokens[k] for k in verb.kids if k == verb.i + 1 and _is_denying(cues().get((f"{verb.lemma}_{tokens[k].lower}", "VERB")))), None
    )
    return None if joined is None or joined.dep != "prt" else _rejected(tokens, verb, kid(tokens, joined, "pobj"))


def _is_denying(cue: Cue | None) -> bool:
    return cue is not None and cue.like in _DENYING


def _rejected(tokens: Tokens, verb: Token, thing: Token | None) -> Draft | None:
    who = subject(tokens, verb)
    if thing is None or thing.i < verb.i or who < 0 or (thing.lemma.lower(), "SAID") not in cues():
        return None
    cue = cue_of(tokens, verb) if thing.dep == "dobj" else (verb.i, thing.left - 1)
    return Draft(verb.i, "silence", who, cue, ((thing.left, thing.right),))


def _issues_denial(tokens: Tokens, verb: Token) -> Draft | None:
    """ "issued a flat denial of the report"."""
    thing = kid(tokens, verb, "dobj")
    who = subject(tokens, verb)
    if verb.lemma not in _ISSUING or thing is None or who < 0 or thing.lemma not in ("denial", "rebuttal", "disclaimer"):
        return None
    of = next((tokens[k] for k in thing.kids if tokens[k].lower in ("of", "that") and k > thing.i), None)
    about = kid(tokens, of, "pobj") if of is not None else kid(tokens, thing, "acl")
    return Draft(verb.i, "silence", who, (verb.i, thing.i), ((about.left, about.right),) if about is not None else ())


def _innocent(tokens: Tokens, verb: Token) -> Draft | None:
    """ "protested his innocence", "pleaded not guilty"."""
    thing = kid(tokens, verb, "dobj", "acomp", "oprd")
    who = subject(tokens, verb)
    if thing is None or who < 0 or verb.lemma not in ("plead", "protest", "maintain", "assert"):
        return None
    if thing.lemma in ("innocence", "innocent"):
        return Draft(verb.i, "silence", who, (verb.i, verb.i), ((thing.left, thing.right),))
    guilty = thing.lemma == "guilty" and tokens[thing.i - 1].lower == "not"
    return Draft(verb.i, "silence", who, (verb.i, verb.i), ((thing.i - 1, thing.i),)) if guilty else None


_WAYS = (_disagrees, _differs, _has_none_of, _shares_not, _against_what, _off_hand, _issues_denial, _innocent)
