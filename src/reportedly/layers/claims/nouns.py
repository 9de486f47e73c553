"""Attributions that turn on a noun or a set phrase: "the claim that", "desire to", "warning of", "according to"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.grammar import Tokens, kid
from reportedly.layers.claims.subjects import subject
from reportedly.text import Token

_PREPOSITIONS = frozenset("of about for on against over to in with".split())
_BEARERS = ("poss", "nmod")
_SUPPORT_LIMIT = 8  # tokens from a supporting verb to its noun ("made a rare and public claim")


def noun_drafts(tokens: Tokens, noun: Token) -> Iterator[Draft]:
    """Every construction in which the noun may attribute something."""
    rest = [tokens[k] for k in noun.kids if k > noun.i]
    if not rest:
        return
    who, cue, how = _bearer(tokens, noun)
    for k in rest:
        if k.dep in ("acl", "ccomp", "relcl", "xcomp", "advcl"):
            first = tokens[k.left].lower
            if first in ("that", "whether") or (first == "to" and k.dep != "relcl") or (first == "for" and k.dep != "relcl"):
                yield Draft(noun.i, f"noun {'to' if first == 'for' else first}{how}", who, cue, ((k.left, k.right),), first)
        elif k.dep == "prep" and k.lower in _PREPOSITIONS and k.kids:
            yield Draft(noun.i, f"noun preposition{how}", who, (cue[0], k.i), ((k.i + 1, max(k.i + 1, k.right)),), k.lower)


def _bearer(tokens: Tokens, noun: Token) -> tuple[int, Range, str]:
    """Whose claim it is, the cue's words, and how the two are joined."""
    for k in noun.kids:
        if tokens[k].dep in _BEARERS and tokens[k].tag != "NN":
            return k, (noun.i, noun.i), " of somebody"
    above = tokens[noun.head]
    if noun.dep == "dobj" and above.pos == "VERB" and 0 < noun.i - above.i <= _SUPPORT_LIMIT:
        return subject(tokens, above), (above.i, noun.i), " with " + above.lemma
    for k in noun.kids:
        if k > noun.i and tokens[k].lower in ("by", "from", "among") and (by := kid(tokens, tokens[k], "pobj")) is not None:
            return by.i, (noun.i, noun.i), " by somebody"
    return -1, (noun.i, noun.i), ""


def according_drafts(tokens: Tokens, word: Token) -> Iterator[Draft]:
    """ "X, according to Y" and "According to Y, X"."""
    to = kid(tokens, word, "prep")
    source = kid(tokens, to, "pobj") if to is not None and to.lower == "to" else None
    if to is None or source is None:
        return
    clause = tokens[word.head]
    while clause.pos not in ("VERB", "AUX") and clause.head != clause.i:
        clause = tokens[clause.head]
    last = max(word.right, source.right)
    left, right = clause.left, clause.right
    if tokens[word.i - 1].text == "," and tokens[word.i - 1].sent == word.sent:
        while tokens[left - 1].sent == word.sent and left > 0:
            left -= 1
    pieces = tuple(p for p in ((left, word.i - 1), (last + 1, right)) if p[0] <= p[1])
    if pieces:
        yield Draft(word.i, "according to", source.i, (word.i, to.i), pieces, clause.dep)


def adverb_drafts(tokens: Tokens, word: Token) -> Iterator[Draft]:
    """ "reportedly", "allegedly": somebody says so, and nobody is named."""
    clause = tokens[word.head]
    if clause.pos not in ("VERB", "AUX", "ADJ") or clause.i == word.i:
        return
    yield Draft(
        word.i,
        "adverb",
        -1,
        (word.i, word.i),
        tuple(p for p in ((clause.left, word.i - 1), (word.i + 1, clause.right)) if p[0] <= p[1]),
        "",
    )


def fronted_drafts(tokens: Tokens, word: Token) -> Iterator[Draft]:
    """ "In a letter, X", "Under the draft, X", "For critics, X": what opens the sentence is the source of the rest."""
    source = kid(tokens, word, "pobj")
    clause = tokens[word.head]
    if source is None or clause.pos not in ("VERB", "AUX") or word.right + 1 >= clause.i or tokens[word.right + 1].text != ",":
        return
    yield Draft(word.i, "fronted " + word.lower, source.i, (word.i, word.i), ((word.right + 2, clause.right),), source.lemma.lower())
