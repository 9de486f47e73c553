"""All the drafts of a report, in reading order of what they turn on."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.layers.claims.citing import citing_drafts
from reportedly.layers.claims.draft import Draft
from reportedly.layers.claims.figures import figure_drafts
from reportedly.layers.claims.marks import colon_drafts, quote_drafts, signature_drafts, statement_drafts
from reportedly.layers.claims.nouns import according_drafts, adverb_drafts, fronted_drafts, noun_drafts
from reportedly.layers.claims.quotes import Quotes
from reportedly.layers.claims.rejections import relative_denials
from reportedly.layers.claims.transcripts import transcript_drafts
from reportedly.layers.claims.verbs import verb_drafts
from reportedly.layers.statements import statements
from reportedly.text import Parsed

_DASHES = frozenset({"--", "\u2014", "\u2013", "\u2015"})
_ADVERBS = frozenset({"reportedly", "allegedly", "supposedly", "purportedly", "apparently", "seemingly"})


def drafts_of(parsed: Parsed, quotes: Quotes) -> Iterator[Draft]:
    """The drafts of a report."""
    tokens, stated = parsed.tokens, statements(parsed)
    colons = {s.colon for s in stated}
    for t in tokens:
        if t.lower == "according":
            yield from according_drafts(tokens, t)
        elif t.pos == "VERB" or t.pos == "AUX":
            if t.kids or t.dep != "aux":
                yield from verb_drafts(tokens, t)
                yield from relative_denials(tokens, t)
                yield from citing_drafts(tokens, t)
                yield from figure_drafts(tokens, t)
        elif t.pos == "NOUN":
            yield from noun_drafts(tokens, t)
        elif t.text == ":" and t.i not in colons:
            yield from colon_drafts(parsed, t)
        elif t.text in _DASHES:
            yield from signature_drafts(parsed, quotes, t)
        elif t.pos == "ADP" and t.dep == "prep" and t.text[0].isupper():
            yield from fronted_drafts(tokens, t)
        elif t.lower in _ADVERBS:
            yield from adverb_drafts(tokens, t)
    yield from quote_drafts(parsed, quotes)
    yield from statement_drafts(parsed, stated)
    yield from transcript_drafts(parsed)
