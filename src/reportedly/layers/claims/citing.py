"""Reports that name their own source in passing: "The paper reported, citing two officers, that ..."."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.grammar import Tokens, cue_of, kid
from reportedly.layers.claims.subjects import subject
from reportedly.layers.claims.verbs import QUOTING, RELAYED
from reportedly.text import Token

CITING = frozenset({"citing", "quoting"})


def citing_drafts(tokens: Tokens, citing: Token) -> Iterator[Draft]:
    """What is reported twice: as said by who is cited, and as passed on by who reports it."""
    if citing.lemma not in QUOTING or citing.tag != "VBG" or citing.dep not in ("advcl", "acl"):
        return
    cited, reporting = kid(tokens, citing, "dobj"), _reporting(tokens, citing)
    if cited is None or reporting is None or any(tokens[k].lower == "as" for k in citing.kids):
        return
    piece = _that_clause(tokens, citing, cited) or _clause_of(tokens, reporting, citing)
    if piece is None:
        return
    yield Draft(citing.i, RELAYED, cited.i, (citing.i, citing.i), (piece,), "that")
    if kid(tokens, reporting, "ccomp") is None and piece[0] > reporting.i:
        yield Draft(reporting.i, "clause", subject(tokens, reporting), cue_of(tokens, reporting), (piece,), "that")


def _reporting(tokens: Tokens, citing: Token) -> Token | None:
    """The verb of what is reported, which the participle hangs on itself or through the subject."""
    above = tokens[citing.head]
    if above.pos in ("NOUN", "PROPN") and above.dep == "nsubj":
        above = tokens[above.head]
    return above if above.pos == "VERB" and above.i != citing.i else None


def _that_clause(tokens: Tokens, citing: Token, cited: Token) -> Range | None:
    """ "..., citing an officer, {that the ship had sailed}", wherever the parse hung the clause."""
    for t in tokens[cited.i + 1 : citing.i + 30]:
        if t.sent != citing.sent:
            return None
        if t.lower == "that" and tokens[t.i - 1].text == "," and tokens[t.head].pos in ("VERB", "AUX") and tokens[t.head].left == t.i:
            return t.i, tokens[t.head].right
    return None


def _clause_of(tokens: Tokens, reporting: Token, citing: Token) -> Range | None:
    clause = kid(tokens, reporting, "ccomp")
    return (clause.left, clause.right) if clause is not None and not clause.left <= citing.i <= clause.right else None
