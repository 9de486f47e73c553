"""Words by what they come from: "shelling", "shelled" and "shell" are one; "sale" and "supplied" belong to one matter."""

from __future__ import annotations

from functools import lru_cache

from reportedly.knowledge.matter_words import matters
from reportedly.text import Token

# Endings that make a noun or an adjective of a verb, longest first; at least LEAST letters must be left.
_ENDINGS = "isation ization ation ition ment ance ence ings ing ion ure al or er ed y e s".split()
LEAST = 3  # letters: "pay" of "payment"
_KEPT = frozenset({"officer", "minister", "ministry", "letter", "paper", "number", "order", "matter", "party", "story", "army"})
MATTER = "="  # begins the name of a matter among the words of a claim


@lru_cache(maxsize=50_000)
def root(lemma: str) -> str:
    """The word without the ending that derives it, and without its last doubled letter."""
    if lemma in _KEPT:
        return lemma
    ending = next((e for e in _ENDINGS if lemma.endswith(e) and len(lemma) - len(e) >= LEAST), "")
    stem = lemma.removesuffix(ending) if ending else lemma
    return stem[:-1] if len(stem) > LEAST and stem[-1] == stem[-2] else stem


@lru_cache(maxsize=50_000)
def matters_of(lemma: str) -> frozenset[str]:
    """The matters of a lemma, each as a word of its own kind."""
    return frozenset(MATTER + m for m in matters().get(lemma, ()))


def lemma(token: Token) -> str:
    """The token's lemma in lower case."""
    return token.lemma.lower()
