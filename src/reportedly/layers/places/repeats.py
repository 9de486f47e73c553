"""Names that a report has used for places, where they stand again without a word that tells so."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.layers.places.names import Found, Name
from reportedly.layers.places.standing import Stands
from reportedly.text import Parsed, Token

Tokens = tuple[Token, ...]


def repeats(parsed: Parsed, stands: Stands, found: list[Name]) -> Iterator[tuple[int, int]]:
    """The first and last tokens of the other occurrences of names that are places by grammar, or by the entity model in one word."""
    tokens, taken = parsed.tokens, {k for n in found for k in range(n.first, n.last + 1)}
    said: dict[str, set[tuple[str, ...]]] = {}  # by first word
    for n in found:
        words = tuple(t.text for t in tokens[n.first : n.last + 1])  # none for a name above the prose
        if words and (n.found is Found.PLACED or n.found is Found.ENTITY and len(words) == 1):
            said.setdefault(words[0], set()).add(words)
    for t in tokens:
        for words in said.get(t.text, ()) if t.i not in taken and t.text[0].isupper() else ():
            last = t.i + len(words) - 1
            if _stands(tokens, t.i, last, words) and not stands.person(tokens[last]):
                yield t.i, last


def _stands(tokens: Tokens, first: int, last: int, words: tuple[str, ...]) -> bool:
    """Whether these words stand there and are no part of a longer name."""
    if tuple(t.text for t in tokens[first : last + 1]) != words:
        return False
    begins = tokens[first].iob == 2 or tokens[first].iob == 3 and entity_end(tokens, first) <= last
    return begins and (first == last or last + 1 == len(tokens) or tokens[last + 1].iob != 1)


def entity_end(tokens: Tokens, first: int) -> int:
    """The last token of the entity that begins at a token."""
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].iob == 1 and tokens[last + 1].ent == tokens[first].ent:
        last += 1
    return last
