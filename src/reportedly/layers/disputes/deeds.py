"""Whether a claim says what somebody did to somebody or something, or accuses."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.knowledge.answer_words import answer_words
from reportedly.layers.disputes.roots import lemma
from reportedly.text import Parsed, Token

_DOES = ("dobj", "ccomp", "xcomp", "agent")  # what makes a deed of a verb with a subject


def tells_of_deed(parsed: Parsed, cue: Sequence[Token], content: Sequence[Token]) -> bool:
    """By the words of its cue and its content."""
    accusing = answer_words()["accusing"]
    return any(lemma(t) in accusing for t in cue) or any(_is_done(parsed, t) for t in content)


def _is_done(parsed: Parsed, verb: Token) -> bool:
    if verb.pos != "VERB":
        return False
    return bool(parsed.child(verb, "nsubjpass", "agent") or (parsed.child(verb, "nsubj") and parsed.child(verb, *_DOES)))
