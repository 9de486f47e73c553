"""Who says it: the subject of a cue, its own, shared, or hidden by the parse."""

from __future__ import annotations

from reportedly.layers.claims.grammar import Tokens, is_paired, is_passive, kid
from reportedly.text import Token

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECT_CONTROL = frozenset("ask urge tell order advise beg invite instruct press lobby persuade encourage force want".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSAL = frozenset({"ROOT", "ccomp", "conj", "advcl", "parataxis"})
_INVERTED = 6  # tokens from a verb to the head of the speaker after it ("retorted Harbour police chief Jane Roe")
_CLIMB = 6  # governors looked through for a subject; deeper chains did not occur in PolNeAR train
ATTRIBUTING = frozenset(
    "say tell add note argue insist claim describe call accuse promise warn point declare suggest vow urge explain assert state predict"
    " quote cite refer allude blame deny ask demand reject dismiss".split()
)
_SHARING = frozenset({"conj", "xcomp", "advcl", "acl", "dep", "ccomp", "pcomp"})
_EXPLETIVE = frozenset({"be", "appear", "seem", "emerge", "become"})  # "it" before these stands for nobody


def subject(tokens: Tokens, verb: Token) -> int:
    """The head of who does what the verb says: its own subject or the one it shares; -1 where nobody is named."""
    for _ in range(_CLIMB):
        own = _own_subject(tokens, verb)
        if own is None and verb.tag in _FINITE and verb.dep in _CLAUSAL:
            own = _hidden_subject(tokens, verb)
        if own is None:
            own = _borrowed_subject(tokens, verb)
        if own is not None:
            return own
        above = _above(tokens, verb)
        if above is None:
            return -1
        if above.pos in ("NOUN", "PROPN"):
            owner = kid(tokens, above, "poss")
            return owner.i if owner is not None else -1
        verb = above
    return -1


def _borrowed_subject(tokens: Tokens, verb: Token) -> int | None:
    """Whom a verb without subject is said of: the noun that it describes, who is quoted as saying, who is asked to."""
    above = tokens[verb.head]
    if verb.dep in ("acl", "relcl") and above.pos in ("NOUN", "PROPN", "PRON"):
        return above.i
    if verb.dep == "pcomp" and above.lower == "as":
        return next((k for k in tokens[above.head].kids if tokens[k].dep in ("dobj", "nsubjpass")), None)
    if verb.dep == "xcomp" and above.lemma in OBJECT_CONTROL:
        return next((k for k in above.kids if tokens[k].dep == "dobj"), None)
    return None


def _above(tokens: Tokens, verb: Token) -> Token | None:
    """The word whose subject a verb shares; None where it shares none."""
    above = tokens[verb.head]
    if above.i == verb.i or verb.dep not in _SHARING:
        return None
    if verb.dep == "pcomp" or goes_on(tokens, verb):
        return tokens[above.head] if above.head != above.i else None
    return above


def goes_on(tokens: Tokens, verb: Token) -> bool:
    """Whether a verb goes on with the speaker of a clause and not with the clause: "denied that shots were fired and blamed".

    It has no subject, attributes something itself, and has the tense of the verb that the clause hangs on.
    """
    clause = tokens[verb.head]
    cue = tokens[clause.head]
    if verb.dep != "conj" or clause.dep not in ("ccomp", "xcomp") or cue.i > clause.i or verb.lemma not in ATTRIBUTING:
        return False
    if is_paired(tokens, verb):
        return False
    return verb.tag == cue.tag and verb.tag in _FINITE and kid(tokens, verb, "nsubj", "nsubjpass") is None


def _own_subject(tokens: Tokens, verb: Token) -> int | None:
    """The verb's own subject; -1 where a passive hides it, None where there is none to see."""
    passive = False
    for k in verb.kids:
        t = tokens[k]
        if t.dep == "csubj" and t.tag == "VBN" and (apposed := _apposed(tokens, t, verb)) is not None:
            return apposed  # "Reached in Lagos, the mayor denied it": the parse takes the participle for the subject
        if t.dep in SUBJECTS:
            return -1 if t.lower == "it" and verb.lemma in _EXPLETIVE else k
        if t.dep == "agent":
            agent = kid(tokens, t, "pobj")
            return agent.i if agent is not None else -1
        passive = passive or t.dep in PASSIVE_SUBJECTS or t.dep == "auxpass"
    return -1 if passive or is_passive(tokens, verb) else None


def _hidden_subject(tokens: Tokens, verb: Token) -> int | None:
    """Who a finite verb has for its subject where the parse hung the words elsewhere; None where nothing fits.

    An apposition to what opens the sentence ("In Lagos, an adviser to the army said"), a noun phrase with a participle
    taken for a clause ("An officer posted there, however, said that"), an adverb that is a name, or, after what was said,
    an object that is the speaker ("..., retorted the police chief").
    """
    before = after = None
    for k in verb.kids:
        t = tokens[k]
        if k > verb.i:
            after = after or (None if t.pos in ("PUNCT", "ADV") else t)
        elif t.dep == "prep":
            if (apposed := _apposed(tokens, t, verb)) is not None:
                return apposed
        elif t.dep in ("npadvmod", "advmod", "dep") and t.pos == "PROPN" and not t.ent.startswith(("DATE", "TIME")):
            return k
        elif t.dep == "ccomp":
            before = t
    if before is None or after is None:
        return None
    if after.dep in ("dobj", "attr") and after.i <= verb.i + _INVERTED and after.pos in ("NOUN", "PROPN", "NUM", "PRON"):
        return after.i
    return _leading_noun(tokens, before) if after.dep == "ccomp" else None


def _apposed(tokens: Tokens, preposition: Token, verb: Token) -> int | None:
    """The head of an apposition after a comma that reaches to the verb."""
    for t in tokens[preposition.i + 1 : preposition.right + 1]:
        if t.dep == "appos" and t.right >= verb.i - 3 and tokens[t.left - 1].text == ",":
            return t.i
    return None


def _leading_noun(tokens: Tokens, clause: Token) -> int | None:
    """The head of the noun phrase that a clause begins with."""
    t = tokens[clause.left]
    while tokens[t.head].left == clause.left and t.head != clause.i and t.head != t.i:
        t = tokens[t.head]
    return t.i if t.pos in ("NOUN", "PROPN") and t.i != clause.i else None
