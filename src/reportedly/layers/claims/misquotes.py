"""Denials by those who were misquoted, or who hear of a thing for the first time."""

from __future__ import annotations

from reportedly.layers.claims.grammar import Tokens, kid
from reportedly.text import Token

_MISREPORTING = frozenset("misquote misunderstand misrepresent misinterpret misreport mistranslate misread misconstrue mishear".split())


def is_misreported(tokens: Tokens, root: Token) -> bool:
    """ "he had been misquoted", "his words were taken out of context"."""
    if kid(tokens, root, "nsubjpass") is None or kid(tokens, root, "auxpass") is None or kid(tokens, root, "neg") is not None:
        return False
    context = root.lemma == "take" and any(t.lower == "context" for t in tokens[root.i : root.right + 1])
    return context or root.lemma in _MISREPORTING


def is_news_to(tokens: Tokens, root: Token) -> bool:
    """ "it was the first he had heard of it", "that is news to me"."""
    if root.lemma != "be":
        return False
    state = kid(tokens, root, "attr")
    after = tokens[state.i + 1 : root.right + 1] if state is not None else ()
    heard = any(t.lemma == "hear" and any(tokens[k].lower in ("of", "about") for k in t.kids) for t in after)
    return state is not None and ((state.lower == "first" and heard) or (state.lower == "news" and any(t.lower == "to" for t in after[:1])))
