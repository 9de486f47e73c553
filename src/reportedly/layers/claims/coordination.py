"""Where a claim ends because its speaker goes on to do something else: "said the papers were forged, and threatened to sue"."""

from __future__ import annotations

from collections.abc import Container, Sequence

import msgspec

from reportedly.layers.claims.draft import Chosen, Range
from reportedly.layers.claims.grammar import Tokens
from reportedly.layers.claims.spans import trim
from reportedly.model import SILENCES
from reportedly.text import Token

_BETWEEN = frozenset({"aux", "auxpass", "neg", "advmod"})
_LINKING = frozenset({"and", "but", "or", "then", "before", ",", ";"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB"})  # the model often takes "want" for an infinitive
_BREAKING_OFF = frozenset({"hang", "end", "ring", "cut", "put", "slam"})  # of a call: what who has just spoken does


def without_further_deeds(tokens: Tokens, chosen: Sequence[Chosen]) -> list[Chosen]:
    """The claims, each cut where another claim with the speaker of its own begins."""
    out = {c.draft.head: c for c in chosen}
    for c in chosen:
        for head in _within(c, out.keys()):
            outer, inner = out[c.draft.head], out[head]
            start = _goes_on(tokens, outer, inner)
            apart = _apart(tokens, inner)
            if apart is not None and (left := _before(tokens, outer.content, apart)):
                out[c.draft.head] = msgspec.structs.replace(outer, content=left)
            elif start is not None and (left := _before(tokens, outer.content, start)):
                out[c.draft.head] = msgspec.structs.replace(outer, content=left)
                out[head] = _of(inner, outer)
    return list(out.values())


def _within(outer: Chosen, heads: Container[int]) -> list[int]:
    """The heads of other cues that stand in a claim's content, behind its own."""
    return [i for a, b in outer.content for i in range(max(a, outer.draft.head) + 1, b + 1) if i in heads]


def _apart(tokens: Tokens, inner: Chosen) -> int | None:
    """The first token of a clause after a semicolon in which another speaks: "said it was mined; the army denied it"."""
    if inner.draft.speaker < 0:
        return None
    speaker, head = tokens[inner.draft.speaker], tokens[inner.draft.head]
    first = min(speaker.left, head.i)
    return first if speaker.head == head.i and tokens[first - 1].text == ";" and _is_finite(tokens, head) else None


def _goes_on(tokens: Tokens, outer: Chosen, inner: Chosen) -> int | None:
    """The first token of what the speaker of the outer claim does further; None where the inner is part of what he says."""
    speaker, head = outer.draft.speaker, tokens[inner.draft.head]
    if speaker < 0 or any(a <= speaker <= b for a, b in outer.content):
        return None
    first = min([inner.draft.cue[0], head.i, *(k for k in head.kids if k < head.i and tokens[k].dep in _BETWEEN)])
    if tokens[first - 1].lower not in _LINKING or not _is_finite(tokens, head):
        return None
    breaks_off = inner.stance in SILENCES and head.lemma in _BREAKING_OFF
    return first if breaks_off or inner.draft.speaker == speaker else None


def _is_finite(tokens: Tokens, head: Token) -> bool:
    helpers = [tokens[k] for k in head.kids if tokens[k].dep in ("aux", "auxpass")]
    return all(t.tag != "TO" for t in helpers) and (head.tag in _FINITE or bool(helpers))


def _before(tokens: Tokens, content: Sequence[Range], start: int) -> tuple[Range, ...]:
    """What of a content stands before a token, without the word that links to it."""
    end = start - 1
    while end > 0 and (tokens[end].lower in _LINKING or tokens[end].pos == "CCONJ"):
        end -= 1
    cut = (trim(tokens, (a, min(b, end))) for a, b in content if a <= end)
    return tuple(piece for piece in cut if piece is not None)


def _of(inner: Chosen, outer: Chosen) -> Chosen:
    return msgspec.structs.replace(inner, draft=msgspec.structs.replace(inner.draft, speaker=outer.draft.speaker), source=outer.source)
