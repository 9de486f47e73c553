"""What somebody was asked before he kept silent."""

from __future__ import annotations

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Range
from reportedly.layers.claims.grammar import Tokens, kid
from reportedly.layers.claims.silent import ABOUT
from reportedly.text import Token


def question_of(tokens: Tokens, verb: Token) -> tuple[Token, Range] | None:
    """ "Asked whether he knew, he ...", "the mayor, when asked about it, ...": the participle, and what was asked."""
    words = silence_words()
    who = kid(tokens, verb, "nsubj")
    holders = [verb] if who is None else [verb, who]
    if who is None and verb.dep == "conj" and tokens[verb.head].pos == "VERB":  # "Asked why, he smiled and said nothing"
        above = tokens[verb.head]
        holders += [above, *([tokens[k] for k in above.kids if tokens[k].dep == "nsubj"])]
    for holder in holders:
        for k in holder.kids:
            asked = tokens[k]
            if (
                asked.lemma in words["questioned"]
                and asked.dep in ("advcl", "acl")
                and asked.tag in ("VBN", "VBD")
                and (k < verb.i or _when(tokens, asked))
            ):
                what = kid(tokens, asked, "ccomp") or next((tokens[n] for n in asked.kids if tokens[n].lower in ABOUT), None)
                if what is not None and what.i > asked.i and kid(tokens, asked, "nsubj") is None:
                    return asked, (what.left, what.right)
    return None


def _when(tokens: Tokens, asked: Token) -> bool:
    """ "hung up {when} asked about the money"."""
    return tokens[asked.left].lower == "when" and kid(tokens, asked, "nsubj", "nsubjpass") is None
