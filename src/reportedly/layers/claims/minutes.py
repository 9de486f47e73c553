"""Minutes: a paragraph that opens with "IDA ROE (Chad) said ..." is hers to its end, told in the past perfect as the report's own."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from reportedly.layers.claims.draft import Chosen, Range
from reportedly.layers.claims.grammar import Tokens
from reportedly.layers.claims.spans import trim
from reportedly.layers.claims.subjects import ATTRIBUTING
from reportedly.text import Parsed, Token

_NAMED_BY = 14  # tokens from a paragraph's first to the bracket that closes a country's name ("IDA ROE, Minister of ... (Chad)")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OWN = ("clause", "before", "quote", "learned", "statement")  # shapes in which words of somebody's own are told


def with_minutes(parsed: Parsed, chosen: list[Chosen]) -> list[Chosen]:
    """The claims; in minutes without those of mere acts, and what is told there put within its speaker's words."""
    paras = {t.para for t in parsed.tokens if (t.i == 0 or parsed.tokens[t.i - 1].para != t.para) and _opens(parsed, t)}
    if not paras:
        return chosen
    kept = [c for c in chosen if parsed.tokens[c.draft.head].para not in paras or not _is_act(parsed.tokens, c)]
    longer = {c.draft.head: c for para in paras for c in _extended(parsed, para, kept)}
    return [longer.get(c.draft.head, c) for c in kept]


def _opens(parsed: Parsed, first: Token) -> bool:
    """Whether a paragraph opens with a name in capitals and a country in brackets."""
    opening = [t for t in parsed.tokens[first.i : first.i + _NAMED_BY] if t.sent == first.sent]
    name = [t for t in opening[:2] if t.text.isupper() and len(t.text) > 1]
    bracket = next((t for t in opening if t.text == "("), None)
    return len(name) == 2 and bracket is not None and any(t.text == ")" for t in opening)


def _is_act(tokens: Tokens, c: Chosen) -> bool:
    """ "Iran had rejected it": past perfect of another's act, where a word of saying has no clause of its own."""
    head = tokens[c.draft.head]
    verb = tokens[head.head] if head.dep == "conj" else head
    had = verb.tag == "VBN" and any(tokens[k].lower in ("had", "'d") and tokens[k].dep == "aux" for k in verb.kids)
    return had and not c.draft.shape.startswith(_OWN)


def _extended(parsed: Parsed, para: int, chosen: Iterable[Chosen]) -> list[Chosen]:
    """The claims of a paragraph's speaker, each with the sentences after it that nobody else is said to say."""
    tokens, said, found = parsed.tokens, {c.draft.head: c for c in chosen}, list[Chosen]()
    sentences = [s for s in parsed.sentences if s.para == para]
    for s in sentences:
        words = [t for t in tokens[s.first : s.last + 1] if _speaks(t, said)]
        speaking = next((t for t in words if t.dep == "ROOT" and t.tag in _FINITE or s is sentences[0]), None)
        if speaking is not None:
            found.append(said[speaking.i])
        elif found and (piece := trim(tokens, (s.first, s.last))) is not None:
            found[-1] = _with(found[-1], piece)
    return found


def _speaks(t: Token, said: dict[int, Chosen]) -> bool:
    return t.i in said and t.lemma in ATTRIBUTING and bool(said[t.i].content)


def _with(c: Chosen, piece: Range) -> Chosen:
    return msgspec.structs.replace(c, content=(*c.content, piece))
