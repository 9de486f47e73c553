"""Reports that name their own source in passing: "The paper reported, citing two officers, that ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from reportedly.knowledge.cues import cues
from reportedly.layers.claims.draft import Chosen, Draft, Range
from reportedly.layers.claims.grammar import Tokens, cue_of, kid
from reportedly.layers.claims.offices import sorts_of
from reportedly.layers.claims.speakers import speaks
from reportedly.layers.claims.subjects import subject
from reportedly.layers.claims.verbs import QUOTING, RELAYED
from reportedly.text import Token

CITING = frozenset({"citing", "quoting"})
_SAYING = frozenset({"say", "confirm"})  # lines of cues.csv


def citing_drafts(tokens: Tokens, citing: Token) -> Iterator[Draft]:
    """What is reported twice: as said by who is cited, and as passed on by who reports it."""
    cited, reporting = cited_by(tokens, citing), _reporting(tokens, citing)
    if cited is None or reporting is None:
        return
    piece = _that_clause(tokens, citing, cited) or _clause_of(tokens, reporting, citing)
    if piece is None:
        return
    yield Draft(citing.i, RELAYED, cited.i, (citing.i, citing.i), (piece,), "that")
    if kid(tokens, reporting, "ccomp") is None and piece[0] > reporting.i:
        yield Draft(reporting.i, "clause", subject(tokens, reporting), cue_of(tokens, reporting), (piece,), "that")


def cited_by(tokens: Tokens, citing: Token) -> Token | None:
    """Who or what a participle cites: "citing {two officers}"; not "quoting him as saying"."""
    if citing.lemma not in QUOTING or citing.tag != "VBG" or citing.dep not in ("advcl", "acl"):
        return None
    return None if any(tokens[k].lower == "as" for k in citing.kids) else kid(tokens, citing, "dobj")


def with_cited(tokens: Tokens, chosen: Sequence[Chosen]) -> list[Chosen]:
    """The claims, who is cited by the one that reports given all that is reported, wherever the parse found it."""
    out = {c.draft.head: c for c in chosen}
    for c in chosen:
        for citing in _citing_near(tokens, c):
            cited = cited_by(tokens, citing)
            if cited is not None and _may_tell(tokens, cited) and not any(a <= citing.i <= b for a, b in c.content):
                own = out.get(citing.i)
                draft = own.draft if own is not None else Draft(citing.i, RELAYED, cited.i, (citing.i, citing.i), c.content, "that")
                out[citing.i] = msgspec.structs.replace(own or c, draft=draft, content=c.content, stance=None, cue=None, source=None)
                out = {k: c for k, c in out.items() if k == citing.i or c.draft.cue[0] != citing.i}  # "citing two officers" is no cue
    return list(out.values())


def _citing_near(tokens: Tokens, c: Chosen) -> list[Token]:
    """The participles of citing that hang on a cue of saying, or on its speaker: no reason is cited for a demand or a deed."""
    head = tokens[c.draft.head]
    word = cues().get((head.lemma.lower(), head.pos))
    if head.lower != "according" and (word is None or word.like not in _SAYING):
        return []
    return [tokens[k] for i in (c.draft.head, c.draft.speaker) if i >= 0 for k in tokens[i].kids if tokens[k].lemma in QUOTING]


def _may_tell(tokens: Tokens, cited: Token) -> bool:
    """Whether somebody or something written is cited: "citing two officers", "citing a memo", not "citing poor health"."""
    return speaks(cited) or "document" in sorts_of(tokens, cited)


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
