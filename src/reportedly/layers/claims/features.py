"""What speaks for or against a draft, as readable names; `claim_weights.csv` says how much each weighs."""

from __future__ import annotations

from bisect import bisect_left

from reportedly.knowledge.cues import cues
from reportedly.layers.claims.draft import Draft
from reportedly.layers.claims.grammar import Tokens, negation
from reportedly.layers.claims.quotes import Quotes
from reportedly.text import Token

_DOUBTS = frozenset({"if", "unless", "because", "while", "although", "though", "since", "until", "after", "before", "when"})
_LENGTHS = (1, 2, 4, 7, 12, 20, 35)


def features(tokens: Tokens, quotes: Quotes, draft: Draft) -> list[str]:
    """The names of what a draft shows."""
    head, shape = tokens[draft.head], draft.shape
    word = f"{head.lemma.lower()}.{head.pos[0]}"
    family = shape.partition(" with ")[0]
    who = speaker_class(tokens, draft.speaker)
    first = tokens[draft.content[0][0]]
    quoted = any(i in quotes.at for piece in draft.content for i in piece)
    length = _length(draft)
    cue = cues().get((head.lemma.lower(), head.pos))
    like = cue.like if cue is not None else "nothing known"
    names = [
        family,
        word,
        f"{word}|{shape}",
        f"like {like}",
        f"{family}|like {like}",
        f"{family}|like {like}|length {length}",
        f"{word}|{shape}|{draft.key}" if draft.key else f"{word}|{shape}|-",
        f"{family}|{draft.key}",
        f"{family}|who {who}",
        f"{word}|who {who}",
        f"{family}|tag {head.tag}",
        f"{word}|tag {head.tag}",
        f"{word}|dep {head.dep}",
        f"{family}|dep {head.dep}",
        f"{family}|first {first.pos}",
        f"{family}|length {length}",
        f"{family}|{'quotes' if quoted else 'no quotes'}",
    ]
    if draft.speaker >= 0 and tokens[draft.speaker].pos == "NOUN":
        names.append(f"who {tokens[draft.speaker].lemma.lower()}")
    names += _circumstances(tokens, head, family)
    if shape != family:
        names.append(shape)
    what = _what(tokens, draft)
    names += [f"{family}|what {what}", f"{word}|what {what}"]
    if head.sent == 0:
        names.append(f"{family}|headline")
    return names


def _circumstances(tokens: Tokens, head: Token, family: str) -> list[str]:
    """Negation, modal verbs and the conjunction that the cue stands under."""
    out = []
    if negation(tokens, head) is not None:
        out.append(f"{family}|negated")
    for k in head.kids:
        t = tokens[k]
        if t.tag == "MD":
            out += [f"modal {t.lower}", f"{family}|modal"]
        elif t.dep == "mark" and t.lower in _DOUBTS:
            out.append(f"under {t.lower}")
        elif t.dep == "aux" and t.lower == "to":
            out.append(f"{family}|to, under {tokens[head.head].lemma.lower() if head.dep == 'xcomp' else head.dep}")
    return out


def _what(tokens: Tokens, draft: Draft) -> str:
    """What sort of word the content turns on."""
    first, last = draft.content[0]
    t = tokens[first]
    while first <= t.head <= last and t.head != t.i:
        t = tokens[t.head]
    return speaker_class(tokens, t.i) if t.pos in ("NOUN", "PROPN", "PRON") else f"{t.pos} {t.tag}"


def speaker_class(tokens: Tokens, speaker: int) -> str:
    """What sort of word the source turns on."""
    if speaker < 0:
        return "none"
    t = tokens[speaker]
    if t.pos == "PRON":
        return t.lower
    if t.ent in ("PERSON", "ORG", "GPE", "NORP"):
        return t.ent.lower()
    return "name" if t.pos == "PROPN" else t.pos.lower()


def _length(draft: Draft) -> int:
    n = sum(b - a + 1 for a, b in draft.content)
    at = bisect_left(_LENGTHS, n)
    return _LENGTHS[at] if at < len(_LENGTHS) else 99
