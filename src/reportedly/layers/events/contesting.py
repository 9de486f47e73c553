"""Denials that hang on the telling itself: ", which the police deny", ", a charge that the ministry rejected"."""

from __future__ import annotations

from reportedly.knowledge.event_rows import event_classes
from reportedly.knowledge.status import status_knowledge
from reportedly.text import Parsed, Token

DASHES = frozenset({",", "-", "--", "–", "—"})


def contested(parsed: Parsed, trigger: Token) -> bool:
    """Whether the rest of the sentence says that somebody denies what the trigger tells."""
    last = parsed.sentences[trigger.sent].last
    return any(_which_denied(parsed, t) or _charge_denied(parsed, t) for t in parsed.tokens[trigger.i + 1 : last + 1])


def _which_denied(parsed: Parsed, t: Token) -> bool:
    """ ", which the police deny"."""
    if t.lower != "which" or parsed.tokens[t.i - 1].text not in DASHES or t.dep in {"nsubj", "nsubjpass"}:
        return False
    return _denies(parsed, parsed.head(t))


def _charge_denied(parsed: Parsed, t: Token) -> bool:
    """ ", an allegation that Delhi flatly denies"."""
    if t.pos != "NOUN" or t.lemma not in event_classes()["allegation"] or parsed.tokens[max(t.left - 1, 0)].text not in DASHES:
        return False
    return any(_denies(parsed, verb) for verb in parsed.children(t, "relcl", "acl"))


def _denies(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb denies and is not itself negated."""
    return status_knowledge().cues["VERB"].get(verb.lemma) == "denial" and parsed.child(verb, "neg") is None
