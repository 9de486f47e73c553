"""What somebody was asked before he kept silent."""

from __future__ import annotations

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Range
from reportedly.layers.claims.grammar import Tokens, kid
from reportedly.layers.claims.silent import ABOUT
from reportedly.text import Token

_OPENING = frozenset({"whether", "if", "for", "to"})
_REACH = 60  # tokens from a question to what was done instead of answering it
_BETWEEN = 14  # tokens of who was asked, and by whom and when, on the way


def question_of(tokens: Tokens, verb: Token) -> tuple[Token, Range] | None:
    """ "Asked whether he knew, he ...", "the mayor, when asked about it, ...": the participle, and what was asked."""
    words = silence_words()
    who = kid(tokens, verb, "nsubj")
    holders = [verb] if who is None else [verb, who]
    if who is None and verb.dep == "conj" and tokens[verb.head].pos == "VERB":  # "Asked why, he smiled and said nothing"
        above = tokens[verb.head]
        holders += [above, *([tokens[k] for k in above.kids if tokens[k].dep == "nsubj"])]
    for asked in (tokens[k] for holder in holders for k in holder.kids):
        if asked.lemma in words["questioned"] and asked.dep in ("advcl", "acl") and (found := _asked_of(tokens, asked, verb)) is not None:
            return found
    return _asked_before(tokens, verb, words["questioned"])


def _asked_of(tokens: Tokens, asked: Token, verb: Token) -> tuple[Token, Range] | None:
    """What a participle or a clause with "when" says was asked, the clause whole where it does not say what."""
    if asked.i > verb.i and tokens[asked.left].lower == "when" and kid(tokens, asked, "nsubj", "nsubjpass") is not None:
        matter, more = _matter(tokens, asked), kid(tokens, asked, "conj")
        if matter is not None:
            return asked, (matter.left, matter.right)  # "hung up when he was asked {about the money}"
        return asked, (asked.left, min(asked.right, more.left - 2 if more is not None else asked.right))
    if asked.tag not in ("VBN", "VBD") or kid(tokens, asked, "nsubj") is not None:
        return None
    if asked.i > verb.i and (tokens[asked.left].lower != "when" or kid(tokens, asked, "nsubjpass") is not None):
        return None
    what = _matter(tokens, asked)
    return (asked, (what.left, what.right)) if what is not None else None


def _matter(tokens: Tokens, asked: Token) -> Token | None:
    clause = kid(tokens, asked, "ccomp")
    if clause is not None and clause.i > asked.i:
        return clause
    after = [tokens[k] for k in asked.kids if k > asked.i]
    about = next((t for t in after if t.lower in ABOUT or (t.lower == "for" and t.dep == "prep")), None)
    return about or next((t for t in after if t.dep == "xcomp" and tokens[t.left].lower == "to"), None)


def _asked_before(tokens: Tokens, verb: Token, questioned: frozenset[str]) -> tuple[Token, Range] | None:
    """The same by the commas alone, where the parse took the participle for the verb: "The mayor, {asked whether he knew}, left"."""
    end = _comma_before(tokens, verb)
    if end < 2 or tokens[end].text != "," or tokens[end].sent != verb.sent:
        return None
    for asked in reversed(tokens[max(0, end - _REACH) : end - 1]):
        if asked.sent != verb.sent or (asked.tag in ("VBD", "VBZ") and asked.dep == "ROOT" and asked.lemma not in questioned):
            return None
        if asked.lemma in questioned and asked.tag in ("VBN", "VBD") and _opens(tokens, asked):
            first = next((t.i for t in tokens[asked.i + 1 : min(end, asked.i + _BETWEEN)] if _begins(t)), None)
            return (asked, (first, end - 1)) if first is not None else None
    return None


def _comma_before(tokens: Tokens, verb: Token) -> int:
    """Where a comma would stand before a verb with its auxiliaries, and with its subject where that stands between."""
    start = verb.i
    while start > 0 and tokens[start - 1].head == verb.i and tokens[start - 1].dep in ("aux", "auxpass", "neg", "advmod"):
        start -= 1
    who = kid(tokens, verb, "nsubj", "nsubjpass")
    if start > 0 and tokens[start - 1].text != "," and who is not None and who.i < verb.i:
        start = who.left
    return start - 1


def _begins(token: Token) -> bool:
    return token.lower in ABOUT | _OPENING or token.lower in silence_words()["asking"]


def _opens(tokens: Tokens, asked: Token) -> bool:
    """Whether a participle stands at the head of its sentence, or after a comma or "when"."""
    before = tokens[asked.i - 1] if asked.i else None
    return before is None or before.sent != asked.sent or before.text == "," or before.lower == "when"
