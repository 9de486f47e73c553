"""Which frame a word opens for what hangs on it."""

from __future__ import annotations

from reportedly.knowledge.status import Frame, StatusKnowledge
from reportedly.text import Parsed, Token

OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "attr"})
# Frames that speak of their object as yet to come or as unreal; the rest presuppose it ("discussed the attack").
OBJECT_FRAMES = frozenset(
    "plan expectation commitment desire request order refusal prevention cancelled aversion attempt offer denial threat"
    " obligation absence failure hypothesis allegation supposition doubt".split()
)


def frame_of(parsed: Parsed, known: StatusKnowledge, t: Token) -> Frame | None:
    """The frame that a word opens for its complement; "go" and "have" only in "going to" and "have to"."""
    if t.lemma == "go" and t.tag != "VBG":
        return None
    if (particled := phrasal(parsed, known, t)) is not None:
        return particled
    kind = "VERB" if t.pos == "VERB" or t.pos == "AUX" else "NOUN" if t.pos == "NOUN" else "ADJ" if t.pos in {"ADJ", "ADV"} else ""
    return known.frame(kind, t.lemma) if kind else None


def phrasal(parsed: Parsed, known: StatusKnowledge, t: Token) -> Frame | None:
    """The frame of a verb with its particle: "laughed off", "held off", "see to it that"."""
    if t.pos != "VERB" or t.lemma not in known.phrasal:
        return None
    found = (known.frame("PHRASAL", f"{t.lemma} {parsed.tokens[k].lower}") for k in t.kids)
    return next((frame for frame in found if frame is not None), None)
