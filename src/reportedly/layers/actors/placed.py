"""Which words a report uses as places are used, and which therefore name no actor."""

from __future__ import annotations

from reportedly.knowledge.actor_phrases import actor_phrases
from reportedly.layers.actors.clues import Clues
from reportedly.text import Token

EXAMPLES = frozenset({"including", "like"})  # after which stand some of what was named: "towns including Rabiya"
LOCAL = frozenset({"council", "court", "government", "hall"})  # of what lies about a town: "the town council of Millford"
SEATS = frozenset({"mayor", "town", "village"})  # of a place: "the mayor of Millford"


def places_named(clues: Clues) -> set[str]:
    """The last words of names that stand, without an article, after a preposition of place, or in a list after one."""
    found = set[str]()
    for t in clues.tokens:
        if t.dep == "pobj" and _leads_to_places(clues, clues.tokens[t.head]):
            found |= _listed(clues, t)
    return found


def _leads_to_places(clues: Clues, preposition: Token) -> bool:
    """Whether a preposition leads to places: "in", or "including" after a noun for them."""
    noun = clues.tokens[preposition.head]
    features = actor_phrases().features
    examples = preposition.lower in EXAMPLES and noun.lemma in features
    local = preposition.lower == "of" and noun.lemma in LOCAL and any(k.lemma in features for k in clues.parsed.children(noun))
    return examples or local or preposition.lower == "of" and noun.lemma in SEATS or preposition.lower in clues.frames.place.prepositions


def _listed(clues: Clues, t: Token) -> set[str]:
    """A name and those that "and" and commas join to it."""
    named = t.text[0].isupper() and not any(clues.tokens[k].dep in ("det", "poss", "amod") for k in t.kids)
    joined = (k for k in clues.parsed.children(t, "conj") if k.pos == "PROPN")
    return set[str]().union({t.lower}, *(_listed(clues, k) for k in joined)) if named else set()


def places_taken(clues: Clues) -> set[str]:
    """Words that the report uses only as places are used, by what is done to them or by who moves: "shelling Goma"."""
    places, others = set[str](), set[str]()
    for t in clues.tokens:
        if t.pos == "PROPN" and t.text[0].isupper():
            (places if _as_place(clues, t) else others).add(t.lower)
    return places - others


def _as_place(clues: Clues, t: Token) -> bool:
    governor = clues.tokens[t.head]
    if any(clues.tokens[k].dep in ("det", "poss", "amod", "compound", "appos") for k in t.kids):
        return False
    if t.dep == "dobj":
        return governor.lemma in actor_phrases().taken
    mover, frames = clues.tokens[governor.head], clues.frames.place
    moves = t.dep == "pobj" and governor.lower in ("to", "from") and mover.pos == "VERB" and mover.lemma in frames.motion_verbs
    return moves and clues.parsed.child(mover, "dobj", "auxpass") is None
