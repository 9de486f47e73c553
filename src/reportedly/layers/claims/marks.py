"""Attributions that turn on a mark: quotations beside a verb, and what stands after a colon."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.layers.claims.draft import Draft
from reportedly.layers.claims.grammar import Tokens, cue_of
from reportedly.layers.claims.quotes import Quoted, Quotes
from reportedly.layers.claims.subjects import subject
from reportedly.layers.labels import country_labels
from reportedly.layers.statements import Statement
from reportedly.text import Parsed, Token

_REACH = 14  # tokens between a quotation and the verb that attributes it
_NAME_LIMIT = 9  # tokens before a colon that may be a speaker ("Former Deputy Foreign Minister Jane Roe:")
_SIGNATURE_LIMIT = 14  # tokens of a name with what describes it
_SIGNED_LIMIT = 400  # tokens of what is signed
SIGNED = "signature of a quotation"
STATED = "statement"
_CLOSERS = frozenset({'"', "''", ".", "!", "?"})
_LEAD_IN = frozenset({",", ":", "that", "\u2014", "-", "--"})
_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "PART", "PUNCT", "NUM", "PRON", "CCONJ"})


def quote_drafts(parsed: Parsed, quotes: Quotes) -> Iterator[Draft]:
    """A quotation with the nearest verb that has it as a neighbour: "X," the mayor said; the mayor said: "X"."""
    for q in quotes.all:
        if q.last - q.first < 3:
            continue
        after = _verb_after(parsed.tokens, quotes, q)
        if after is not None:
            yield _beside(parsed.tokens, after, q, "quote before")
        before = _verb_before(parsed.tokens, quotes, q)
        if before is not None:
            yield _beside(parsed.tokens, before, q, "quote after")


def _beside(tokens: Tokens, verb: Token, q: Quoted, shape: str) -> Draft:
    who = subject(tokens, verb)
    if q.first <= who <= q.last:  # "Not a penny," shot back the mayor: the parse takes a word of the quotation for the speaker
        who = next((k for k in verb.kids if k > verb.i and tokens[k].dep in ("dobj", "attr", "nsubj")), -1)
    return Draft(verb.i, shape, who, cue_of(tokens, verb), ((q.first, q.last),), "")


def _verb_after(tokens: Tokens, quotes: Quotes, q: Quoted) -> Token | None:
    for t in tokens[q.last + 1 : q.last + 1 + _REACH]:
        if t.i in quotes.at or t.para != q.para or t.text in (".", ";"):
            return None
        if t.pos == "VERB" and t.left <= q.last + 2 or (t.pos == "VERB" and t.i <= q.last + 2):
            return t
    return None


def _verb_before(tokens: Tokens, quotes: Quotes, q: Quoted) -> Token | None:
    if q.first == 0 or tokens[q.first - 1].para != q.para:
        return None
    at = q.first - 1
    if tokens[at].lower not in _LEAD_IN and tokens[at].pos != "VERB":
        return None
    for t in reversed(tokens[max(0, at - _REACH) : at + 1]):
        if t.i in quotes.at or t.sent != tokens[at].sent:
            return None
        if t.pos == "VERB":
            return t
    return None


def colon_drafts(parsed: Parsed, colon: Token) -> Iterator[Draft]:
    """ "Mayor Roe: We shall win" and "The mayor put it so: ..."; a colon that ends its sentence looks into the next."""
    tokens = parsed.tokens
    sentence = parsed.sentences[colon.sent]
    if colon.i < sentence.last:
        content = (colon.i + 1, sentence.last)
    elif sentence.i + 1 < len(parsed.sentences):
        nxt = parsed.sentences[sentence.i + 1]
        if nxt.para > colon.para + 1:
            return
        content = (nxt.first, nxt.last)
    else:
        return
    before = tokens[sentence.first : colon.i]
    verbs = [t for t in before if t.pos == "VERB"]
    if verbs:
        verb = verbs[-1]
        yield Draft(verb.i, "colon", subject(tokens, verb), cue_of(tokens, verb), (content,), "end" if colon.i == sentence.last else "")
    elif 0 < len(before) <= _NAME_LIMIT and colon.para not in country_labels(parsed) and all(t.pos in _NOMINAL for t in before):
        head = next((t for t in before if not sentence.first <= t.head < colon.i or t.head == t.i), before[-1])
        yield Draft(colon.i, "speaker colon", head.i, (colon.i, colon.i), (content,), tokens[sentence.first].pos)


def statement_drafts(parsed: Parsed, found: tuple[Statement, ...]) -> Iterator[Draft]:
    """ "The minister said:", and under it his statement in the first person, without marks."""
    for s in found:
        verb = parsed.tokens[s.verb]
        yield Draft(verb.i, STATED, subject(parsed.tokens, verb), cue_of(parsed.tokens, verb), s.pieces)


def signature_drafts(parsed: Parsed, quotes: Quotes, dash: Token) -> Iterator[Draft]:
    """ "We shall win." -- Jane Roe, a farmer: what a name after a dash at the end of a paragraph or line has signed."""
    tokens = parsed.tokens
    before = tokens[dash.i - 1] if dash.i and tokens[dash.i - 1].para == dash.para else None
    name = _signature(parsed, quotes, dash)
    if before is None or before.text not in _CLOSERS or not 0 < len(name) <= _SIGNATURE_LIMIT:
        return
    if name[0].pos not in ("PROPN", "NOUN", "DET") or any(t.pos in ("VERB", "AUX") for t in name):
        return
    head = next((t for t in name if not dash.i < t.head <= name[-1].i or t.head == t.i), name[0])
    start = _signed_from(parsed, quotes, dash)
    shape = SIGNED if tokens[start].text == '"' and name[0].pos == "PROPN" else "signature"
    yield Draft(dash.i, shape, head.i, (dash.i, dash.i), ((start, dash.i - 1),), name[0].pos)


def _signature(parsed: Parsed, quotes: Quotes, dash: Token) -> list[Token]:
    """What stands after a dash up to the end of its line or paragraph, or up to the next quotation."""
    name = list[Token]()
    for t in parsed.tokens[dash.i + 1 : dash.i + 3 + _SIGNATURE_LIMIT]:
        if t.para != dash.para or t.i in quotes.at or (name and _breaks_line(parsed, t.i)):
            break
        name.append(t)
    return name


def _signed_from(parsed: Parsed, quotes: Quotes, dash: Token) -> int:
    """The first token of what is signed: of the quotation that ends at the dash, else of its line or paragraph."""
    quoted = quotes.at.get(dash.i - 1)
    if quoted is not None and quoted.para == dash.para:
        return quoted.first
    start = dash.i
    while start > 0 and parsed.tokens[start - 1].para == dash.para and dash.i - start < _SIGNED_LIMIT and not _breaks_line(parsed, start):
        start -= 1
    return start


def _breaks_line(parsed: Parsed, at: int) -> bool:
    return "\n" in parsed.text[parsed.tokens[at - 1].end : parsed.tokens[at].start]
