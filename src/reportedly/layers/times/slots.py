"""The tokens of a match as its builder sees them: each with its class, and what stands beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reportedly.knowledge.times import time_knowledge
from reportedly.layers.times.expressions import Expression, Meaning
from reportedly.layers.times.lexicon import year_of
from reportedly.layers.times.numbers import amount_in
from reportedly.text import Parsed, Token


class Slots(NamedTuple):
    """The tokens of a match, each with its class."""

    parsed: Parsed
    tokens: tuple[Token, ...]
    kinds: tuple[str, ...]

    def first(self, *kinds: str) -> Token | None:
        """The first token of one of the classes."""
        return next((t for t, k in zip(self.tokens, self.kinds, strict=True) if k in kinds), None)

    def all(self, *kinds: str) -> list[Token]:
        """The tokens of the classes, in order."""
        return [t for t, k in zip(self.tokens, self.kinds, strict=True) if k in kinds]

    def value(self, *kinds: str) -> str | None:
        """What the first token of one of the classes stands for."""
        token = self.first(*kinds)
        return None if token is None else word_value(token.lower)

    def number(self, *kinds: str) -> int | None:
        """The same, as a whole number."""
        value = self.value(*kinds)
        return None if value is None else int(value)

    def year(self) -> int | None:
        """The year that the match names."""
        token = self.first("year")
        return None if token is None else year_of(token.lower)

    def amount(self, until: int | None = None) -> float | None:
        """What the numbers of the match (of its first `until` tokens) count; None where it has none."""
        return amount_in([(t.lower, k) for t, k in zip(self.tokens[:until], self.kinds[:until], strict=True)])

    def after(self, count: int = 1) -> tuple[str, ...]:
        """The words that follow in the sentence."""
        last = self.tokens[-1]
        return tuple(t.lower for t in self.parsed.tokens[last.i + 1 : last.i + 1 + count] if t.sent == last.sent)

    def before(self) -> Token | None:
        """The token before, in the same sentence."""
        return token_before(self.parsed, self.tokens[0])


Builder = Callable[[Slots], Meaning | Expression | None]


def token_before(parsed: Parsed, token: Token) -> Token | None:
    """The token before another in its sentence."""
    before = parsed.tokens[token.i - 1] if token.i else None
    return before if before is not None and before.sent == token.sent else None


def word_value(lower: str) -> str:
    """What a word stands for; the word itself where the list lacks it."""
    word = time_knowledge().words.get(lower)
    return word.value if word else lower


def class_of(lower: str) -> str | None:
    """The class of a word; None where the list lacks it."""
    word = time_knowledge().words.get(lower)
    return word.kind if word else None


def listed(lower: str, context: str) -> bool:
    """Whether a word stands in a list of time_contexts.csv."""
    return lower in time_knowledge().contexts[context]
