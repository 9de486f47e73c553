"""Whether a place name is meant as a place, or as the government that sits there.

The rules' word rests on the grammar about the name, in this order: what it is part of, its preposition and the word that
governs it, the verb whose subject or object it is, and what it owns. A name about which the grammar says nothing is a place.
Where the encoder is wanted, its word is weighed beside theirs, unless something is held, stays or moves there.
"""

from __future__ import annotations

from reportedly.knowledge.acting_weights import acting_weights
from reportedly.knowledge.actor_frames import PlaceFrames, actor_frames
from reportedly.knowledge.heads import heads
from reportedly.knowledge.place_words import place_words
from reportedly.knowledge.weights import BASE, weighed
from reportedly.layers.labels import country_labels
from reportedly.text import Parsed
from reportedly.text.parsed import Token

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "dative", "oprd"})
INSIDE = frozenset({"in", "at", "near", "inside", "outside"})
ALSO = {"toward": "to", "towards": "to", "into": "to"}  # "drove towards Rome"
HOLD = frozenset({"hold", "host", "convene"})  # what is held in a place, whatever it is
MOST_JOINED = 8  # names in a list
MOST = 5.0  # the encoder's log-odds count no further


def literal(parsed: Parsed, first: int, last: int) -> bool:
    """Whether the place name in tokens [first, last] is meant as a place: "in Rome", not "Rome denied it"."""
    if on_scene(parsed, first, last) or _label(parsed, first, last):
        return True
    ruled = by_rules(parsed, first, last)
    heard = meant(parsed, first)
    if heard is None:
        return ruled
    return weighed(acting_weights()["use"], use_clues(ruled=ruled, heard=heard, word=by_word(parsed, first, last))) > 0


def on_scene(parsed: Parsed, first: int, last: int) -> bool:
    """Whether something is held, stays or moves there beyond doubt: "held in Rome", "flew to Rome", "visited Rome"."""
    name = _first_of(parsed, _head(parsed, first, last))
    governor, scenes = parsed.head(name), place_words().scenes
    if name.dep in ("dobj", "nsubjpass"):
        return governor.lemma in scenes["object"] and _moved(parsed, governor)
    if name.dep != "pobj" or governor.dep != "prep":
        return False
    above, inside, way = parsed.head(governor), governor.lower in INSIDE, ALSO.get(governor.lower, governor.lower)
    if above.pos == "ADV" and above.lower == "away":
        above = parsed.head(above)
    if above.pos == "NOUN":
        return inside and (above.lemma in scenes["noun"] or above.dep in ("dobj", "nsubjpass") and parsed.head(above).lemma in HOLD)
    return above.lemma in scenes.get("in" if inside else way, ()) and _moved(parsed, above)


def _moved(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb has its plain sense: not "the letter went to Rome", "it left Rome cold"."""
    sent = (k.lemma in actor_frames().place.sent for k in parsed.children(verb, "nsubj", "nsubjpass"))
    return verb.pos == "VERB" and not any(sent) and not parsed.children(verb, "oprd", "acomp")


def _first_of(parsed: Parsed, token: Token) -> Token:
    """The first of names joined: "in Rome and Milan"."""
    for _ in range(MOST_JOINED):
        if token.dep != "conj" or parsed.head(token).pos != "PROPN":
            break
        token = parsed.head(token)
    return token


def _label(parsed: Parsed, first: int, last: int) -> bool:
    label = country_labels(parsed).get(parsed.tokens[first].para)
    return label is not None and label[0] <= first and last <= label[1]


def by_rules(parsed: Parsed, first: int, last: int) -> bool:
    """The same by the rules alone."""
    return _literal(parsed, _head(parsed, first, last), actor_frames().place, 0)


def meant(parsed: Parsed, token: int) -> float | None:
    """The log-odds that the encoder gives to a name, by its first token, of being meant as a place; None without it."""
    vectors = parsed.vectors
    return None if vectors is None else float(heads().use(vectors[token : token + 1])[0, 0])


def by_word(parsed: Parsed, first: int, last: int) -> int:
    """What the word that governs a name tells by itself: 1 for what befalls, lies or is there, -1 for what governments give, else 0."""
    name, frames = _first_of(parsed, _head(parsed, first, last)), actor_frames().place
    governor = parsed.head(name)
    above = parsed.head(governor) if name.dep == "pobj" else governor
    if name.dep in ("pobj", "poss") and above.pos == "NOUN" and above.lemma in frames.sent:
        return -1
    if name.dep in SUBJECTS:
        return int(governor.lemma in frames.position_verbs)
    if name.dep in PASSIVE:
        return int(governor.lemma in frames.passive_verbs)
    return int(name.dep == "poss" and (governor.lower in frames.parts or governor.lemma in frames.parts))


def use_clues(*, ruled: bool, heard: float, word: int) -> dict[str, float]:
    """What speaks for a place; `acting_weights.csv` says how much."""
    return {BASE: 1.0, "rules": 1.0 if ruled else -1.0, "heard": max(-MOST, min(MOST, heard)), "word": float(word)}


def _head(parsed: Parsed, first: int, last: int) -> Token:
    """The token of a range whose governor lies outside it."""
    for i in range(last, first - 1, -1):
        token = parsed.tokens[i]
        if not first <= token.head <= last or token.head == i:
            return token
    return parsed.tokens[last]


def _literal(parsed: Parsed, token: Token, frames: PlaceFrames, depth: int) -> bool:
    governor = parsed.tokens[token.head]
    dep = token.dep
    if dep in ("conj", "appos") and governor.i != token.i and depth < 8:
        return dep == "appos" or _literal(parsed, governor, frames, depth + 1)
    if dep in SUBJECTS:
        return governor.lemma in frames.position_verbs and governor.pos == "VERB"
    if dep in PASSIVE:
        return governor.lemma in frames.passive_verbs
    if dep in OBJECTS:
        return dep == "dobj" and governor.lemma in frames.object_verbs
    if dep == "agent" or (dep == "pobj" and governor.dep == "agent"):
        return False
    if dep == "poss":
        return governor.lower in frames.parts or governor.lemma in frames.parts or _greatest(parsed, governor)
    if dep == "pobj":
        return _after_preposition(parsed, governor, frames)
    return True


def _after_preposition(parsed: Parsed, preposition: Token, frames: PlaceFrames) -> bool:
    word, governor = preposition.lower, parsed.tokens[preposition.head]
    if word in frames.prepositions:
        return True
    if word == "of":
        return governor.lemma in frames.of_heads or governor.lower in frames.of_heads or governor.lower == "out"
    if word == "from" and (governor.pos in ("AUX", "PROPN", "PRON") or (governor.pos == "NOUN" and governor.lemma not in frames.sent)):
        return True  # "geologists from Lima"
    if word in frames.directions:
        return _moves(governor, frames)
    return word not in frames.partners


def _greatest(parsed: Parsed, owned: Token) -> bool:
    """ "Asia's largest port": what is the most of its sort in a place is there."""
    return any(kid.tag == "JJS" and kid.i < owned.i for kid in parsed.children(owned, "amod"))


def _moves(governor: Token, frames: PlaceFrames) -> bool:
    if governor.pos == "VERB":
        return governor.lemma in frames.motion_verbs
    return governor.lemma in frames.motion_nouns or governor.pos == "ADV" or governor.dep == "prep"
