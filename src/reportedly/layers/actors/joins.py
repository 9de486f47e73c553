"""What grammar sets equal: appositions, "is a", "known as", "described as"."""

from __future__ import annotations

from reportedly.knowledge.actor_nouns import ActorNoun, actor_nouns
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import Found
from reportedly.model import ActorKind
from reportedly.text import Parsed
from reportedly.text.parsed import Token

NAMED = frozenset({"know", "name", "call", "identify"})  # "a man known as"
SEEN = frozenset({"describe", "regard", "see", "view", "portray", "label", "brand", "know", "consider", "designate", "list"})  # "as a"
MAKING = frozenset({"elect", "reelect", "appoint", "reappoint", "name", "nominate", "choose", "install", "inaugurate", "swear", "confirm"})
SEVERAL = (ActorKind.GROUP, ActorKind.POPULATION)


def of_name(parsed: Parsed, t: Token) -> bool:
    """Whether a noun with a phrase of its own stands before a name as its title: "Secretary of the Council Ana Ruiz"."""
    name = parsed.head(t)
    if t.dep not in ("nmod", "compound") or name.i < t.i or name.pos != "PROPN":
        return False
    return any(p.lower in ("of", "for") and t.i < p.i < name.i for p in parsed.children(t, "prep"))


def partners(parsed: Parsed, t: Token) -> list[int]:
    """The tokens that a noun is set equal to, the surest first."""
    governor = parsed.head(t)
    found = [governor.i] if t.dep == "appos" and not _announced(parsed, governor, t) or of_name(parsed, t) else []
    found += _beside(parsed, t)
    for kid in parsed.children(t):
        if kid.dep == "acl" and kid.lemma in NAMED:
            found += [d for c in kid.kids for d in (c, *parsed.tokens[c].kids)]
    if t.dep == "pobj" and governor.lower == "as":
        found += _seen(parsed, parsed.head(governor)) or _plays(parsed, governor, t)
    if appointed(parsed, t):
        found.append(made(parsed, t))
    if t.dep == "attr" and governor.lemma == "be" and parsed.child(governor, "neg") is None:
        found += [_subject(parsed, s) for s in parsed.children(governor, "nsubj")]
    return found


def _beside(parsed: Parsed, t: Token) -> list[int]:
    """What stands beside a noun between commas, and beside what its prepositions lead to: "the head of the mission, Ana Ruiz"."""
    beside = (k for k in parsed.children(t, "appos", "conj") if not _announced(parsed, t, k))
    found = [k.i for k in beside if k.dep == "appos" or _listless(parsed, t, k)]
    if t.tag in ("NN", "NNP") and _is_person(t):
        led_to = (o for p in parsed.children(t, "prep") if p.i > t.i for o in parsed.children(p, "pobj"))
        for inner in (o for o in led_to if not _is_person(o)):  # "the lawyer of the minister, Rui Costa"
            found += [k for k in _beside(parsed, inner) if parsed.tokens[k].pos == "PROPN" and _after_comma(parsed, k)]
    return found


def _after_comma(parsed: Parsed, k: int) -> bool:
    left = parsed.tokens[k].left
    return left > 0 and parsed.tokens[left - 1].text == ","


def _announced(parsed: Parsed, name: Token, t: Token) -> bool:
    """Whether a colon after a name leads to what it says, not to who it is: "Lima: 12 smugglers held"."""
    return name.pos == "PROPN" and t.left > 0 and parsed.tokens[t.left - 1].text == ":"


def _is_person(t: Token) -> bool:
    """Whether a noun is one for persons."""
    noun = actor_nouns().get(t.lower)
    return noun is not None and noun.kind is ActorKind.PERSON


def _listless(parsed: Parsed, t: Token, other: Token) -> bool:
    """Whether a name that parses join to a noun as if in a list is in none, and so beside it: "the chair, Ana Ruiz, left"."""
    joined = any(parsed.child(k, "cc", "conj") for k in (t, other)) and parsed.child(other, "conj") is not None or parsed.child(t, "cc")
    comma = _after_comma(parsed, other.i) and parsed.tokens[min(len(parsed.tokens) - 1, other.right + 1)].text == ","
    return other.pos == "PROPN" and (t.pos == "NOUN" or _is_person(t)) and comma and not joined


def appointed(parsed: Parsed, t: Token) -> bool:
    """Whether a noun is the office to which somebody comes: "elected as president", "became minister", "named Ana Ruiz envoy"."""
    above = parsed.head(t)
    if t.dep == "attr":
        return above.lemma == "become"
    if t.dep == "pobj" and above.lower == "as":
        return parsed.head(above).lemma in MAKING
    return name_before(parsed, t) >= 0


def name_before(parsed: Parsed, t: Token) -> int:
    """The token of a person's name that parses take for a part of the office given to him: "named Ana Ruiz envoy"; -1 where none."""
    if t.dep not in ("dobj", "oprd") or parsed.head(t).lemma not in MAKING:
        return -1
    return next((k.i for k in reversed(parsed.children(t, "compound", "nmod")) if k.ent == "PERSON"), -1)


def made(parsed: Parsed, t: Token) -> int:
    """The token of whom words make an office-holder: "congratulated Ana Ruiz on becoming president"; -1 where of nobody.

    `t` is the noun of the office.
    """
    above = parsed.head(t)
    if (name := name_before(parsed, t)) >= 0:
        return name
    if t.dep == "pobj" and above.lower == "as":
        above = parsed.head(above)  # "his election as president", "elected as president"
    while above.pos == "NOUN" and above.dep == "pobj" or above.dep in ("prep", "pcomp"):
        above = parsed.head(above)
    if above.pos != "VERB":
        return -1
    whom = parsed.child(above, "dobj", "dative") or parsed.child(above, "nsubjpass", "nsubj")
    return whom.i if whom is not None and whom.i != t.i else -1


def hearsay(parsed: Parsed, t: Token) -> bool:
    """Whether a noun is what somebody sees an actor as, and no fact: "described as a terrorist"."""
    governor = parsed.head(t)
    return t.dep == "pobj" and governor.lower == "as" and bool(_seen(parsed, parsed.head(governor)))


def may_join(entity: Entity, found: Found, noun: ActorNoun | None) -> bool:
    """Whether an actor can be what a phrase says: one or several, person or not, man or woman; an ally may be a country."""
    if noun and {"tie", "vague"} <= noun.traits:
        return True
    person = (entity.kind is ActorKind.PERSON, found.kind is ActorKind.PERSON)
    if found.plural != (entity.plural or entity.kind in SEVERAL):
        return not any(person)
    return person[0] == person[1] and not (found.gender and entity.gender and found.gender != entity.gender)


def _seen(parsed: Parsed, verb: Token) -> list[int]:
    """Whom a verb of seeing as speaks of: its object, its passive subject, or the noun that it modifies."""
    if verb.lemma not in SEEN:
        return []
    return [k.i for k in parsed.children(verb, "dobj", "nsubjpass")] or ([verb.head] if verb.dep == "acl" else [])


def _plays(parsed: Parsed, preposition: Token, t: Token) -> list[int]:
    """Who does something as one, himself or what he makes of himself: "served as an envoy", "cast himself as a reformer"."""
    verb = parsed.head(preposition)
    if verb.pos != "VERB" or not _is_person(t):
        return []
    whom = parsed.child(verb, "dobj")
    if whom is None or whom.lower.endswith("self"):
        return [_subject(parsed, s) for s in parsed.children(verb, "nsubj")]
    return []


def _subject(parsed: Parsed, subject: Token) -> int:
    """The subject, or what its "who" stands for."""
    verb = parsed.head(subject)
    return verb.head if subject.tag in ("WP", "WDT") and verb.dep == "relcl" else subject.i
