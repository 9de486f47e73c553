"""What stands after a preposition: what it takes over from the preposition and from the word that the preposition hangs on."""

from __future__ import annotations

from reportedly.knowledge.status import Frame, Standing, StatusKnowledge
from reportedly.layers.status.fates import presupposed
from reportedly.layers.status.frames import OBJECT_FRAMES, OBJECTS, frame_of
from reportedly.layers.status.standing import OPPOSED, under
from reportedly.text import Parsed, Token

NOUN_PREPS = frozenset({"of", "to", "for", "about", "on", "against", "that", "from"})  # "threat of", "plan for", "talk about"
SETTINGS = frozenset("after before during since following despite amid because as like under through via until".split())
LENGTHS = frozenset({"length", "extent", "point", "extreme"})  # "did not go to the length of severing ties"
BLAMED = frozenset({"of", "for", "with"})
PUT = frozenset({"put", "puts", "putting"})  # "put paid to"
TALKED = frozenset("talk argue reason frighten scare coax".split())  # "talked them out of leaving"


def prepositional(parsed: Parsed, known: StatusKnowledge, own: list[Standing], prep: Token, t: Token) -> Standing:
    governor = parsed.tokens[prep.head]
    before = parsed.tokens[prep.i - 1].lower if prep.i else ""
    if frame := known.frame("PREP", prep.lower) or known.frame("PREP", governor.lower) or known.frame("PREP", before):
        return under(own[prep.i], frame)
    if governor.dep in {"advmod", "prt"} and parsed.head(governor).pos == "VERB":
        governor = parsed.head(governor)  # "turned away from"
    if prep.lower in SETTINGS:
        return known.plain["happened"]
    if (held := _held_to_account(parsed, known, prep, governor)) is not None:
        return under(own[parsed.head(governor).i], held)
    if prep.lower == "of" and governor.lower == "out" and parsed.head(governor).lemma in TALKED:
        return under(own[parsed.head(governor).i], known.frames["prevention"])
    frame = frame_of(parsed, known, governor)
    nominal = governor.pos == "NOUN" and prep.lower in NOUN_PREPS
    if frame is not None and governor.pos == "ADJ" and prep.lower == "with":
        return under(own[governor.i], frame)  # "abuzz with an ultimatum"
    verbal = governor.pos != "NOUN" and frame is not None and (frame.name in OBJECT_FRAMES or frame.name in {"cessation", "acquittal"})
    if frame is not None and (nominal or verbal):
        return under(own[governor.i], frame)
    if governor.lower == "paid" and parsed.tokens[governor.i - 1].lower in PUT:
        return known.frames["prevention"].positive
    over = own[prep.i]
    if t.dep == "pcomp":
        return own[parsed.head(governor).i] if governor.lemma in LENGTHS and governor.dep == "pobj" else over
    return known.plain["generic"] if over.status in OPPOSED and governor.pos == "VERB" else presupposed(parsed, known, over, t)


def _held_to_account(parsed: Parsed, known: StatusKnowledge, prep: Token, accused: Token) -> Frame | None:
    """What "of" opens that the parse hangs on the accused: "acquitted the mayor of killing two"."""
    verb = parsed.head(accused)
    if prep.lower not in BLAMED or accused.pos not in {"NOUN", "PROPN", "PRON"} or accused.dep not in OBJECTS or verb.pos != "VERB":
        return None
    frame = known.frame("PHRASAL", f"{verb.lemma} {prep.lower}") or known.frame("VERB", verb.lemma)
    return frame if frame is not None and frame.name in {"acquittal", "allegation", "supposition"} else None
