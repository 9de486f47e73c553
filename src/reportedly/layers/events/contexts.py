"""The contexts of a paragraph: what its words are about."""

from __future__ import annotations

from collections import Counter

from reportedly.knowledge.contexts import ContextCue, context_cues
from reportedly.text import Parsed, Token

ENOUGH = 2  # weight: one telling word, or two that are less so
MOST = 3  # contexts of an event; PLOVER's own gold has 1.4 on average and never more than 3


def contexts_of(parsed: Parsed, paragraph: tuple[Token, ...]) -> tuple[str, ...]:
    """The best supported contexts of these tokens, best first."""
    cues = context_cues()
    weights: Counter[str] = Counter()
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for t in paragraph:
        for form in dict.fromkeys((t.lower, t.lemma.lower())):
            for cue in cues.get(form, ()):
                if (cue.context, cue.words) not in seen and _stands(parsed, t, cue):
                    seen.add((cue.context, cue.words))
                    weights[cue.context] += cue.weight
    best = sorted((-w, n, c) for n, (c, w) in enumerate(weights.items()) if w >= ENOUGH)
    return tuple(c for _, _, c in best[:MOST])


def _stands(parsed: Parsed, first: Token, cue: ContextCue) -> bool:
    """Whether the rest of a phrase follows its first word."""
    for n, word in enumerate(cue.words[1:], first.i + 1):
        if n >= len(parsed.tokens) or word not in {parsed.tokens[n].lower, parsed.tokens[n].lemma}:
            return False
    return True
