"""From the tokens of a construction to the words of a claim: trimmed, and whole where they are quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from reportedly.layers.claims.draft import Range
from reportedly.layers.claims.grammar import is_paired
from reportedly.layers.claims.quotes import Quoted, Quotes
from reportedly.layers.claims.subjects import ATTRIBUTING, goes_on
from reportedly.text import Token

_INTERRUPTION = 16  # tokens from a cue to where the quotation goes on
_LEAD_IN = frozenset({",", ":", "\u2014", "--"})
_EDGES = frozenset({",", ";", ":", "-", "--", "---", "\u2014", "\u2013", "*", "\u2022", "/"})
_ENDS = _EDGES | {"."}
_RELATIVES = frozenset({"who", "which", "whose", "whom", "where"})
_DASHES = frozenset({"--", "\u2014", "\u2013"})
_BREAKS = _DASHES | {","}
_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM"})
_CONTRASTS = frozenset({"while", "although", "though"})
_UNITS = frozenset("day days hour hours week weeks month months minutes".split())
_REPORTERS = frozenset({"following", "despite", "amid"})


def trim(tokens: Sequence[Token], piece: Range) -> Range | None:
    """A piece without the marks and spaces at its edges; None where nothing is left."""
    first, last = piece
    while first <= last and (tokens[first].text in _EDGES or tokens[first].pos == "SPACE"):
        first += 1
    while last >= first and (tokens[last].text in _ENDS or tokens[last].pos == "SPACE"):
        last -= 1
    if first > last or all(t.pos in ("PUNCT", "SPACE") for t in tokens[first : last + 1]):
        return None
    return first, last


def without_asides(tokens: Sequence[Token], quotes: Quotes, piece: Range, head: int) -> Range:
    """A piece without what the report itself adds at its end, where grammar says so; nothing quoted is cut.

    A second verb of the speaker ("... and warned that"), a clause after a comma about a noun ("the mayor, who resigned"),
    a noun with a clause of its own ("Friday, a deadline that few knew"), an adverbial of the report ("as talks began",
    "despite an embargo"), a participle that attributes anew ("telling reporters that"), a nominal after a last dash.
    Each of these raised the share of words in common with PolNeAR train; cutting at other commas, dashes, dates,
    prepositions or conjunctions lowered it.
    """
    first, last = piece
    if first < head:
        return piece
    last = _before_second_cue(tokens, quotes, first, last)
    if last in quotes.at:
        return first, last
    dash = 0
    for t in tokens[first + 1 : last + 1]:
        if t.text in _DASHES:
            dash = 0 if dash else t.i
        if t.right < last or t.left <= first + 1 or t.i > last:
            continue
        if tokens[t.left - 1].text in _BREAKS and _added(tokens, t):
            return first, t.left - 2
    if first < dash < last and tokens[dash + 1].pos in _NOMINAL:
        return first, dash - 1
    return first, last


def _before_second_cue(tokens: Sequence[Token], quotes: Quotes, first: int, last: int) -> int:
    for t in tokens[first + 1 : last + 1]:
        if t.dep == "conj" and t.i not in quotes.at and t.left >= t.i - 1 and (goes_on(tokens, t) or _attributes_anew(tokens, t)):
            return t.i - 2 if tokens[t.i - 1].pos == "CCONJ" else t.i - 1
    return last


def _added(tokens: Sequence[Token], t: Token) -> bool:
    opening = tokens[t.left].lower
    if t.dep in ("advcl", "prep") and _dates_it(tokens, t):
        return True
    if t.dep == "appos":
        return any(tokens[k].dep in ("relcl", "acl") for k in t.kids)
    if t.dep == "relcl":
        return opening in _RELATIVES
    if t.dep == "advcl":
        contrasts = opening in _CONTRASTS and any(tokens[k].dep == "ccomp" for k in t.kids)
        return opening == "as" or contrasts or (t.tag == "VBG" and t.left == t.i and t.lemma in ATTRIBUTING)
    return t.dep == "prep" and opening in _REPORTERS


def _dates_it(tokens: Sequence[Token], t: Token) -> bool:
    """ "..., a day after the talks began": when it was said, and no part of it."""
    opening = [n.lower for n in tokens[t.left : t.left + 3]]
    return any(a in _UNITS and b in ("after", "before") for a, b in pairwise(opening))


def _attributes_anew(tokens: Sequence[Token], t: Token) -> bool:
    deps = {tokens[k].dep for k in t.kids}
    return t.tag == "VBD" and "ccomp" in deps and not deps & {"nsubj", "nsubjpass"} and not is_paired(tokens, t)


def finish(tokens: Sequence[Token], quotes: Quotes, pieces: Iterable[Range], head: int) -> tuple[Range, ...]:
    """The pieces trimmed, each quotation in them made whole and followed where it runs on; in order, without overlap.

    A quotation that holds the cue itself (`head`) is left alone: there the claim is part of what is quoted.
    """
    whole: list[Range] = []
    for piece in pieces:
        trimmed = trim(tokens, without_asides(tokens, quotes, piece, head))
        if trimmed is not None:
            whole += _with_quotes(quotes, trimmed, head)
    if head not in quotes.at and any(b in quotes.at or a in quotes.at for a, b in whole):
        whole += _resumed(tokens, quotes, head, whole)
        whole += [(q.first, q.last) for q in quotes.following(max(head, whole[-1][1]))]
    return merge(whole)


def _resumed(tokens: Sequence[Token], quotes: Quotes, head: int, whole: list[Range]) -> list[Range]:
    """The second half of a quotation that the cue interrupts: "We shall," he said, "win"."""
    if whole[0][0] > head:
        return []
    for at in range(head + 1, min(head + _INTERRUPTION, len(tokens))):
        t = tokens[at]
        q = quotes.at.get(at)
        if q is not None:
            return [(q.first, q.last)] if q.first == at and tokens[at - 1].text in _LEAD_IN else []
        if t.sent != tokens[head].sent or t.pos == "VERB" or t.text == ";":
            return []
    return []


def _with_quotes(quotes: Quotes, piece: Range, head: int) -> list[Range]:
    first, last = piece
    out: list[Range] = []
    for q in quotes.about(first, last):
        if q.first <= head <= q.last or not _touches(q, first, last):
            continue
        for part in quotes.run(q):
            if part is q:
                first, last = min(first, q.first), max(last, q.last)
            else:
                out.append((part.first, part.last))
    return [(first, last), *out]


def _touches(q: Quoted, first: int, last: int) -> bool:
    """Whether the quotation holds words of the piece, or its opening or closing mark stands right at the piece's edge."""
    return q.first <= last and q.last >= first and max(q.first + 1, first) <= min(q.last, last) or q.first == first - 1 <= last < q.last


def merge(pieces: Iterable[Range]) -> tuple[Range, ...]:
    """Pieces in reading order, those that overlap or follow at once made one."""
    out: list[Range] = []
    for first, last in sorted(pieces):
        if out and first <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], last))
        else:
            out.append((first, last))
    return tuple(out)
