"""Whether a phrase says that somebody holds an office, and whose: the state's, or another body's."""

from __future__ import annotations

from enum import Enum
from itertools import pairwise

from reportedly.knowledge.actor_nouns import actor_titles
from reportedly.knowledge.countries import countries
from reportedly.knowledge.source_nouns import source_nouns
from reportedly.layers.base import Facts
from reportedly.layers.claims.grammar import Tokens
from reportedly.model import Actor, ActorKind, MentionForm
from reportedly.text import Parsed, Token

OFFICIAL_ROLES = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PRM"})
OUTSIDE_ROLES = frozenset("REB OPP PTY BUS NGO LAB CVL MED EDU REL UAF CRM JRN SOC AGR".split())
ARMED_ROLES = frozenset({"REB", "UAF", "CRM"})
OFFICES = frozenset({"spoke", "sole", "office", "post", "civic"})
_LEFT = frozenset({"amod", "compound", "nmod", "npadvmod", "det", "nummod", "punct", "poss", "advmod", "appos", "flat"})
_TIES = frozenset("of for at in from with to inside within on".split())
_PLACED = frozenset({"in", "from", "at", "to", "with", "on"})  # "an officer in Lima" is not Lima's
_LEADERS = frozenset({"leader", "ruler", "strongman", "counterpart", "delegate", "representative"})  # of a nation, by its adjective
_WITHIN = frozenset({"in", "inside", "within", "at"})
_PRESENT = frozenset({"VBZ", "VBP"})


class Side(Enum):
    """To whom an office belongs."""

    STATE = 1
    OTHER = 2


class Standing(Enum):
    """What a phrase says of an office: held, held if nothing says otherwise, held once, another body's, none."""

    HOLDS = 1
    MAY = 2
    FORMER = 3
    OUT = 4
    NONE = 5


def sorts_of(tokens: Tokens, t: Token) -> frozenset[str]:
    """The sorts of a noun, with the word before it where the two have one: "vice president", "central bank"."""
    nouns, own = source_nouns(), (t.lower, t.lemma.lower())
    title = actor_titles().get(t.lower) if t.pos == "PROPN" else None
    words = (*own, title.noun) if title is not None and title.noun else own
    before = tokens[t.i - 1] if t.i > 0 else t
    if before.text == "-" and t.i > 1:
        before = tokens[t.i - 2]
    if before.i < t.i and before.sent == t.sent:
        for word in words:
            if sorts := nouns.get(f"{before.lower}-{word}"):
                return sorts
    return frozenset[str]().union(*(nouns.get(w, ()) for w in words))


def modifiers(tokens: Tokens, t: Token) -> tuple[Token, ...]:
    """What stands before a noun and describes it."""
    first = t.i
    for k in reversed([k for k in t.kids if k < t.i]):
        if tokens[k].dep not in _LEFT or tokens[k].right != first - 1:
            break
        first = tokens[k].left
    return tuple(tokens[first : t.i])


def standing(parsed: Parsed, facts: Facts, t: Token) -> Standing:
    """What the phrase about a noun says of an office."""
    tokens, nouns = parsed.tokens, source_nouns()
    sorts = sorts_of(tokens, t)
    titled = t.dep == "compound" and t.head > t.i
    before = tuple(tokens[min(tokens[t.head].left, t.i) : t.i]) if titled else modifiers(tokens, t)
    if before and f"{before[-1].lower}-{t.lower}" in nouns:
        before = before[:-1]  # "private secretary" is no private person's
    if t.lemma == "source":
        return Standing.HOLDS if "office" in sorts or _sits_within(parsed, facts, t) else Standing.NONE
    if not sorts & OFFICES:
        return Standing.NONE
    if any("former" in nouns.get(w.lower, ()) for w in before) or (before and before[-1].text == "-" and before[0].lower == "ex"):
        return Standing.FORMER
    if "spoke" in sorts:
        return Standing.HOLDS
    if "civic" in sorts:
        armed = any("armed" in nouns.get(w.lower, ()) and w.lower != "rebel" for w in before)
        return Standing.OUT if armed else Standing.HOLDS
    side = Side.OTHER if t.lemma.lower() == "captain" and _of_vessel(tokens, t) else _side(parsed, facts, t, before)
    if side is Side.OTHER:
        return Standing.OUT if sorts & {"sole", "office"} else Standing.NONE
    if side is Side.STATE or ("sole" in sorts and not (t.lemma == "president" and _after_name(t, before))):
        return Standing.HOLDS
    return Standing.MAY if sorts & {"office", "sole"} else Standing.NONE


def leads_state(parsed: Parsed, facts: Facts, person: Token) -> bool:
    """ "..., who commands the border service", "..., who sits for Lima in the parliament", "..., who speaks for the party"."""
    tokens = parsed.tokens
    for k in person.kids:
        verb = tokens[k]
        if verb.dep != "relcl" or verb.tag not in _PRESENT or tokens[verb.left].lower != "who":
            continue
        if verb.lemma == "speak" and any(tokens[n].lower == "for" for n in verb.kids):
            return True
        if verb.lemma in ("sit", "serve", "represent"):
            return any("government" in sorts_of(tokens, t) for t in tokens[verb.i : verb.right + 1])
        if "leading" in source_nouns().get(verb.lemma, ()):
            return any(owner_side(parsed, facts, tokens[o]) is Side.STATE for o in verb.kids if tokens[o].dep == "dobj")
    return False


def _sits_within(parsed: Parsed, facts: Facts, t: Token) -> bool:
    """ "a source in the presidency": of a body itself, and not only near it."""
    tokens = parsed.tokens
    inner = (tokens[o] for k in t.kids if tokens[k].lower in _WITHIN for o in tokens[k].kids if tokens[o].dep == "pobj")
    return any(o.ent != "GPE" and owner_side(parsed, facts, o) is Side.STATE for o in inner)


def _after_name(t: Token, before: tuple[Token, ...]) -> bool:
    """Whether the name of no place or people stands before it: "Shinsei president"."""
    name = before[-1] if before else t
    named = name.pos == "PROPN" or (name.text[0].isupper() and name.ent not in ("", "NORP"))
    return named and name.ent not in ("GPE", "LOC") and not countries().by_name(name.text) and not countries().by_adjective(name.text)


def _of_vessel(tokens: Tokens, t: Token) -> bool:
    """Whether a captain is a ship's: by its owner, or because a ship was spoken of and no army says otherwise."""
    before = modifiers(tokens, t)
    owners = [*before, *(w for k in t.kids if tokens[k].lower == "of" for w in tokens[k : tokens[k].right + 1])]
    name = t
    while name.dep == "compound" and name.head != name.i:
        name = tokens[name.head]  # "Captain Roe of the trawler Sula"
    owners += [w for k in name.kids if tokens[k].lower == "of" for w in tokens[k : tokens[k].right + 1]]
    if any("vessel" in source_nouns().get(o.lemma.lower(), ()) or o.lower == "its" for o in owners):
        return True
    definite = any(w.lower == "the" for w in before)
    return definite and any("vessel" in source_nouns().get(w.lemma.lower(), ()) for w in tokens[: t.i])


def _side(parsed: Parsed, facts: Facts, t: Token, before: tuple[Token, ...]) -> Side | None:
    """To whom the office that a noun tells of belongs, by the words before it, its possessor, and what "of" leads to."""
    nouns, tokens = source_nouns(), parsed.tokens
    if any("armed" in nouns.get(w.lower, ()) for w in before):
        return Side.OTHER
    if (side := _side_before(parsed, facts, t, before)) is not None:
        return side
    inner = [i for k in t.kids if tokens[k].dep == "compound" and k < t.i for i in tokens[k].kids if tokens[i].dep == "poss"]
    for k in (*inner, *t.kids):
        owner = tokens[k]
        if "post" in sorts_of(tokens, t) and owner.ent == "GPE" and not countries().by_name(owner.text):
            continue  # "Levice's director" runs a plant or a school there
        if owner.dep == "poss" and (side := owner_side(parsed, facts, owner)) is not None:
            return side
        if owner.dep == "prep" and owner.i > t.i and owner.lower in _TIES:
            for o in (tokens[i] for i in owner.kids if tokens[i].dep == "pobj"):
                if owner.lower in _PLACED and o.ent == "GPE":
                    continue
                if (side := owner_side(parsed, facts, o)) is not None:
                    return side
    nation = any(countries().by_adjective(w.text) or countries().by_name(w.text) for w in before if w.text[0].isupper())
    return Side.STATE if nation and t.lemma.lower() in _LEADERS else None


def _side_before(parsed: Parsed, facts: Facts, t: Token, before: tuple[Token, ...]) -> Side | None:
    """What the nearest word before a noun that says anything says; nothing of "{opposition} members of the Sejm"."""
    tokens = parsed.tokens
    if "civic" in sorts_of(tokens, t) or (t.lemma == "member" and any(tokens[k].lower == "of" for k in t.kids)):
        return None
    for w in reversed(before):
        if w.dep == "poss" or tokens[w.head].dep == "poss" or w.tag == "PRP$":
            continue
        if (side := _word_side(parsed, facts, w)) is not None and w.lower != t.lower:
            return side
    return None


def _word_side(parsed: Parsed, facts: Facts, w: Token) -> Side | None:
    """What a word before a noun says: "police", "party", "Navy", "Redcliff"."""
    found = facts.mention_at(w.start) if w.pos == "PROPN" else None
    if found is not None and found[0].kind is not ActorKind.PERSON and (side := actor_side(found[0])) is not None:
        return side
    sorts = sorts_of(parsed.tokens, w)
    if sorts & {"state", "government"}:
        return Side.STATE
    if sorts & {"other", "organisation", "media"}:
        return Side.OTHER
    if w.pos == "PROPN" and w.ent == "ORG":
        return owner_side(parsed, facts, w)
    return None


def owner_side(parsed: Parsed, facts: Facts, owner: Token) -> Side | None:
    """Whether a possessor is the state or an organisation of states, another body, or neither by what is known."""
    found = facts.mention_at(owner.start)
    if found is not None and found[0].kind is ActorKind.PERSON and found[1].start < parsed.tokens[owner.left].start:
        found = None  # "president of the bank" is the president
    sorts = sorts_of(parsed.tokens, owner)
    actor = found[0] if found is not None else None
    if owner.pos == "NOUN" or owner.text == owner.lower:
        by_noun = _side_by_noun(parsed, facts, owner, sorts, actor)
        if by_noun is not None:
            return by_noun
    if actor is not None and (side := actor_side(actor)) is not None:
        return side
    if sorts & {"organisation", "media", "other"}:
        return Side.OTHER
    if sorts & {"government", "state"} or owner.ent == "GPE":
        return Side.STATE
    return _side_by_name(actor) if actor is not None and actor.kind is ActorKind.ORGANISATION else None


def _side_by_noun(parsed: Parsed, facts: Facts, owner: Token, sorts: frozenset[str], actor: Actor | None) -> Side | None:
    """What a common noun for a body says, first through whose body it is: "the hospital's burns unit"."""
    if actor is not None and "IGO" in actor.roles:
        return Side.STATE
    tokens = parsed.tokens
    whose = next((tokens[k] for k in owner.kids if tokens[k].dep == "poss"), None)
    if sorts & {"body", "loose"} and whose is not None and (side := owner_side(parsed, facts, whose)) is not None:
        return side
    said = {s for w in modifiers(tokens, owner) for s in source_nouns().get(w.lower, ())}
    public = actor is not None and actor_side(actor) is Side.STATE and (_is_joined_public(actor) or "MIL" in actor.roles)
    if "armed" in said or ("organisation" in sorts and not public):
        return Side.OTHER
    told = sorts & {"body", "loose"} and "state" in said or "body" in sorts and "domain" in said
    return Side.STATE if "government" in sorts or (told and "other" not in said) else None


def _side_by_name(body: Actor) -> Side | None:
    """Whether a body's name says that it is the state's; None where the report gives no name."""
    if not any(m.form is MentionForm.NAME for m in body.mentions):
        return None
    sorts = {s for w in body.name.lower().split() for s in source_nouns().get(w, ())}
    public = "government" in sorts or {"body", "state"} <= sorts or {"loose", "state"} <= sorts or {"body", "domain"} <= sorts
    return Side.STATE if public or _is_joined_public(body) else Side.OTHER


def _is_joined_public(body: Actor) -> bool:
    """ "Suriname's central bank"."""
    return any("government" in source_nouns().get("-".join(two), ()) for two in pairwise(body.name.lower().split()))


def actor_side(actor: Actor) -> Side | None:
    """Whether an actor is of the state or of an organisation of states, or stands outside it."""
    roles = set(actor.roles)
    if actor.kind is ActorKind.COUNTRY or "IGO" in roles:
        return Side.STATE
    if roles & OUTSIDE_ROLES and (not roles & OFFICIAL_ROLES or actor.kind is ActorKind.ORGANISATION):
        return Side.OTHER
    return Side.STATE if roles & OFFICIAL_ROLES else None
