"""The words that the encoder heard for a source or a content, grown or cut to whole phrases and clauses of the parse."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.layers.claims.draft import Range
from reportedly.layers.claims.grammar import Tokens, kid
from reportedly.text import Token

BRIDGE = 4  # tokens between two pieces of a sentence that are one all the same
REACH = 6  # tokens by which a source grows at each end so that no noun phrase is cut in two
LEAD = 3  # tokens from words that only lead to a noun to that noun
_DESCRIBING = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod"})
_LEADING = frozenset({"DET", "ADP", "ADJ", "NUM"})


def phrase(tokens: Tokens, run: Range) -> Range:
    """The stretch without marks at its edges, and with the nouns that words within it only describe."""
    first, last = run
    while first < last and tokens[last].pos in ("PUNCT", "CCONJ"):
        last -= 1
    while first < last and tokens[first].pos in ("PUNCT", "CCONJ"):
        first += 1
    for i in range(first, last + 1):
        if tokens[i].dep in _DESCRIBING and tokens[i].head > last and tokens[i].head - last <= REACH:
            last = tokens[i].head
    for k in (k for i in range(first, last + 1) for k in tokens[i].kids):
        if k < first and tokens[k].dep in _DESCRIBING and first - tokens[k].left <= REACH:
            first = tokens[k].left
    opened = [t.text for t in tokens[first : last + 1] if t.text in ("(", ")")][-1:] == ["("]
    return first, last + (opened and last + 1 < len(tokens) and tokens[last + 1].text == ")")  # "IDA ROE (Chad)"


def beside(source: Range, cue: Range) -> Range:
    """The source without the words of its cue and what stands beyond them."""
    (first, last), (start, end) = source, cue
    if first < start <= last:
        return first, start - 1
    return (end + 1, last) if first <= end < last else source


def root(tokens: Tokens, stretch: Range) -> int:
    """The token of a stretch that the others hang on: the first whose governor stands outside."""
    first, last = stretch
    return next((i for i in range(first, last + 1) if not first <= tokens[i].head <= last or tokens[i].head == i), first)


def bridged(tokens: Tokens, pieces: Iterable[Range], cue: Range, source: Range | None) -> list[Range]:
    """The pieces, those of one sentence made one where little stands between them, and neither cue nor source does."""
    apart = [cue, *([source] if source else [])]
    out: list[Range] = []
    for first, last in pieces:
        between = (out[-1][1] + 1, first - 1) if out else (0, 0)
        near = bool(out) and between[1] - between[0] < BRIDGE and tokens[between[0] - 1].sent == tokens[first].sent
        if near and not any(a <= between[1] and between[0] <= b for a, b in apart):
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    return out


def clause_around(tokens: Tokens, piece: Range, cue: Range, source: Range | None, *, alone: bool) -> Range:
    """The piece with the few words that its verb has at either end: "[we have] not received a complaint", "fled since [March]".

    A piece `alone` in the clause that the cue has for its object grows to the whole of it: "[Chad is buying] old tanks, diplomats say".
    """
    first, last = piece
    tops = [tokens[i] for i in range(first, last + 1) if not first <= tokens[i].head <= last or tokens[i].head == i]
    head, whole = next((t for t in tops if t.pos in ("VERB", "AUX")), None), False
    if head is None:  # "[The depot] burned"
        head = next((tokens[t.head] for t in tops if t.dep in ("nsubj", "nsubjpass") and last < t.head <= last + LEAD), None)
    if head is None and (said := _object_clause(tokens, tops[0], cue)) is not None and said.i < first:
        head, whole = (said, True) if alone else (said if said.i == tops[0].head else None, False)
    if head is None:
        return piece
    near = whole or first - head.left <= REACH or _in_subject(tokens, head, first)
    left, right = head.left if near else first, head.right if whole or head.right - last <= LEAD else last
    while left < first and tokens[left].pos in ("PUNCT", "CCONJ", "SCONJ"):
        left += 1
    if any(part is not None and left <= part[1] and part[0] <= right for part in (cue, source)):
        return piece
    return min(first, left), max(last, right)


def _object_clause(tokens: Tokens, word: Token, cue: Range) -> Token | None:
    """The verb of the clause around a word that is what the cue says."""
    while word.head != word.i and not cue[0] <= word.head <= cue[1]:
        word = tokens[word.head]
    return word if word.dep == "ccomp" else None


def _in_subject(tokens: Tokens, verb: Token, first: int) -> bool:
    """Whether a piece begins amid its verb's subject: "[a poet in the style of] Rumi, has gone"."""
    subject = kid(tokens, verb, "nsubj", "nsubjpass")
    return subject is not None and subject.i < first <= subject.right


def to_noun(tokens: Tokens, piece: Range) -> Range:
    """The piece to the noun that its last words only lead to: "across the" to "river"."""
    first, last = piece
    while tokens[last].pos in _LEADING:
        ahead = [i for i in (tokens[last].head, *tokens[last].kids) if last < i <= last + LEAD and tokens[i].pos not in ("PUNCT", "VERB")]
        if not ahead:
            break
        last = min(ahead)
    return first, last
