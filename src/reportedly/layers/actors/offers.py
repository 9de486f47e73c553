"""What speaks for a pronoun's taking up a mention: named clues, which pronoun_weights.csv weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from math import log1p

import msgspec

from reportedly.knowledge.actor_nouns import given_names
from reportedly.knowledge.weights import weighed
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import Found
from reportedly.model import ActorKind, MentionForm
from reportedly.text import Parsed
from reportedly.text.parsed import Token

Clues = dict[str, float]
NOBODY_MEANT: Clues = {"nobody": 1.0}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MANY = 4  # mentions from which more say nothing more


class Spoken(msgspec.Struct, frozen=True, gc=False):
    """A mention in the history; `entity` is None for a thing that is no actor but may be meant by "it" or "they"."""

    found: Found
    entity: Entity | None


class Offer(msgspec.Struct, frozen=True, gc=False):
    """A mention that a pronoun may take up, and what speaks for it."""

    spoken: Spoken
    clues: Clues


def likeliest(weights: dict[str, float], offers: Iterable[Offer]) -> Entity | None:
    """The actor of the offer with the greatest weight, the latest of two alike; None where it is no actor, or nobody is likelier."""
    best, most = None, weighed(weights, NOBODY_MEANT)
    for offer in offers:
        if (weight := weighed(weights, offer.clues)) > most:
            best, most = offer.spoken.entity, weight
    return best


def clues_of(parsed: Parsed, pronoun: Found, found: list[Spoken], minds: dict[int, bool], named: dict[int, Entity]) -> list[Clues]:
    """The clues of each of the mentions, which come the latest first; `minds` are the subjects of verbs of saying above the pronoun."""
    t = parsed.tokens[pronoun.head]
    often = Counter(id(s.entity) for s in found if s.entity is not None)
    most = max(often.values(), default=0)
    seen: dict[int, None] = {}
    rows = []
    for spoken in found:
        own = id(spoken.entity) if spoken.entity is not None else id(spoken)
        clues = dict.fromkeys(_yes(parsed, t, pronoun, spoken, minds, named), 1.0)
        clues["rank"] = log1p(len(seen.keys() - {own}))
        if spoken.entity is not None:
            clues["mentions"] = float(min(_MANY, len(spoken.entity.mentions)))
            if often[own] == most:
                clues["most spoken of"] = 1.0
        seen[own] = None
        rows.append(clues)
    return rows


def ahead_clues(tokens: tuple[Token, ...], t: Token, found: list[Spoken]) -> Clues:
    """The clues of a subject that a fronted phrase looks forward to."""
    before = any(tokens[s.found.head].sent == t.sent for s in found)
    return {"ahead": 1.0, "ahead, alone": float(not found), "ahead, others before": float(before), f"ahead, {part_of(tokens, t)}": 1.0}


def _yes(parsed: Parsed, t: Token, pronoun: Found, spoken: Spoken, minds: dict[int, bool], named: dict[int, Entity]) -> Iterator[str]:
    tokens, other = parsed.tokens, parsed.tokens[spoken.found.head]
    part, own = part_of(tokens, other), part_of(tokens, t)
    back = t.sent - other.sent
    yield f"back {back}"
    yield part
    yield f"{own} for {part}"
    yield f"{part}, back {min(back, 2)}"
    if other.dep == t.dep:
        yield "same part"
    if part == "subject" and tokens[other.head].dep == "ROOT":
        yield "main subject"
        yield f"main subject, back {min(back, 2)}"
    if spoken.found.head in minds and (not pronoun.plural or spoken.found.plural):
        yield "speaker"
    if _has_relative(parsed, other):
        yield "who"
    if other.dep == "poss" and other.head in named:
        yield "nested"
    if other.para != t.para:
        yield "other paragraph"
    if other.i > t.i:
        yield "later"
    yield from _quoted(parsed, t, other)
    yield from _who(pronoun, spoken)


def _quoted(parsed: Parsed, t: Token, other: Token) -> Iterator[str]:
    here, there = parsed.quotation_at(t), parsed.quotation_at(other)
    if here is not None:
        yield "same quotation" if here is there else "from a quotation"
    elif there is not None:
        yield "into a quotation"


def _who(pronoun: Found, spoken: Spoken) -> Iterator[str]:
    entity, found = spoken.entity, spoken.found
    yield str(found.form)
    if entity is None:
        yield "thing"
        return
    if entity.named:
        yield "named"
    if found.form is MentionForm.NAME and len(found.core) > 1:
        yield "full name"
    if pronoun.kind is ActorKind.PERSON and entity.kind is not ActorKind.PERSON:
        yield "perhaps no person"
    if pronoun.gender:
        yield "same gender" if entity.gender == pronoun.gender else "gender unknown"
        given = given_names().get(next((core[0] for core in entity.cores if core), "").capitalize())
        if not entity.gender and given:
            yield "given name agrees" if given == pronoun.gender else "given name of the other sex"
    if entity.kind is not None and pronoun.kind is not ActorKind.PERSON:
        yield str(entity.kind)
        if pronoun.plural:
            yield f"{entity.kind}, {'several' if entity.plural else 'one'}"


def _has_relative(parsed: Parsed, t: Token) -> bool:
    """Whether "who" follows as a subject."""
    verbs = (k for k in parsed.children(t) if k.dep == "relcl")
    return any((s := parsed.child(k, "nsubj")) is not None and s.tag in ("WP", "WDT") for k in verbs)


def part_of(tokens: tuple[Token, ...], t: Token) -> str:
    """The part of its clause that a token plays."""
    if t.dep in _SUBJECTS:
        return "subject"
    if t.dep in ("dobj", "dative") or (t.dep == "pobj" and tokens[t.head].dep == "agent"):
        return "object"
    if t.dep == "poss":
        return "possessor"
    if t.dep == "conj" and tokens[t.head].i != t.i and tokens[t.head].dep != "conj":
        return part_of(tokens, tokens[t.head])
    return "appositive" if t.dep == "appos" else "other"
