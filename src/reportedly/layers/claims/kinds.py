"""What kind of source somebody is: the kinds of the annotation guide in their order, the first that fits."""

from __future__ import annotations

from reportedly.knowledge.actor_nouns import actor_nouns
from reportedly.knowledge.countries import countries
from reportedly.knowledge.source_nouns import source_nouns
from reportedly.layers.base import Facts
from reportedly.layers.claims.bodies import body_kind, called_body
from reportedly.layers.claims.grammar import Tokens
from reportedly.layers.claims.offices import (
    ARMED_ROLES,
    OFFICIAL_ROLES,
    OUTSIDE_ROLES,
    Standing,
    leads_state,
    modifiers,
    sorts_of,
    standing,
)
from reportedly.layers.claims.phrases import apposed, described, is_named, is_single_holder
from reportedly.model import Actor, ActorKind, MentionForm, SourceKind
from reportedly.text import Parsed, Token

ANONYMOUS = frozenset({SourceKind.ANONYMOUS_OFFICIAL, SourceKind.ANONYMOUS_PERSON})
_BODIES = frozenset({"government", "organisation", "body", "loose"})
_HUMAN = frozenset({"person", "fighter", "public", "spoke", "sole", "office", "post", "civic", "either"})
_SEVERAL = frozenset({"NNS", "NNPS"})
_SINGULAR = frozenset({"he", "she", "him", "her", "his", "i", "me"})
_VAGUE = frozenset("many most some few others all several both".split())
_QUANTITIES = frozenset("dozen hundred thousand score several couple".split())
_SOME = frozenset({"one", "another", "other"})
_SPOKEN_OF = frozenset({"nsubj", "nsubjpass", "pobj", "dobj"})
_AGO = 3  # sentences
_ENDINGS = (
    "ist", "ian", "eer", "man", "woman", "men", "women", "boy", "girl", "yer", "grapher", "crat", "naut", "keeper", "maker", "worker",
    "owner", "seller", "dealer", "driver", "hand", "mate", "holder", "goer", "dweller", "folk", "herd", "smith", "monger", "ologist",
)  # fmt: skip


def kind_of(parsed: Parsed, facts: Facts, meant: Token, actor: Actor | None) -> SourceKind:
    """The kind of the source that a token stands for; `actor` is who that is, where it is known."""
    if meant.pos == "PRON" or meant.lower in _SINGULAR or (meant.tag == "CD" and actor is not None):
        return _of_pronoun(parsed, facts, meant, actor)
    if actor is not None and meant.pos == "PROPN" and _in_name(meant, actor):
        return _of_name(parsed, facts, meant, actor)
    return _of_noun(parsed, facts, meant, actor)


def _in_name(t: Token, actor: Actor) -> bool:
    """Whether a token is of a name, and no common noun that opens its sentence: "Farmers said"."""
    if actor.name == t.text and source_nouns().get(t.lower[:-1]):
        return False
    return any(m.form is MentionForm.NAME and m.start <= t.start < m.end for m in actor.mentions)


def _of_pronoun(parsed: Parsed, facts: Facts, meant: Token, actor: Actor | None) -> SourceKind:
    """As the first words that describe whom it stands for."""
    if "mass" in source_nouns().get(meant.lower, ()) or (meant.lower in _VAGUE and actor is None):
        return SourceKind.PUBLIC
    if actor is None:
        if meant.lower in ("it", "its", "itself"):
            before = _subject_before(parsed, meant)
            return _of_noun(parsed, facts, before, None) if before is not None else SourceKind.ORGANISATION
        return SourceKind.NAMED_PERSON if meant.lower in _SINGULAR else SourceKind.ANONYMOUS_PERSON
    first = next(iter(described(parsed, actor)), None)
    if first is None or meant.lower in _SINGULAR:
        return _of_person(parsed, facts, meant, actor) if actor.kind is ActorKind.PERSON else body_kind(parsed, facts, meant, actor)
    return _of_name(parsed, facts, first, actor) if first.pos == "PROPN" else _of_noun(parsed, facts, first, actor)


def _subject_before(parsed: Parsed, pronoun: Token) -> Token | None:
    """The subject, one thing or body, of the sentence before that of a pronoun."""
    if pronoun.sent == 0:
        return None
    root = parsed.tokens[parsed.sentences[pronoun.sent - 1].root]
    subject = parsed.child(root, "nsubj", "nsubjpass")
    body = subject is not None and sorts_of(parsed.tokens, subject) & {"document", "media", *_BODIES}
    return subject if subject is not None and subject.tag == "NN" and body else None


def _of_name(parsed: Parsed, facts: Facts, name: Token, actor: Actor) -> SourceKind:
    """A proper name: a person's or a body's, as the actor is; where grammar says who, grammar decides."""
    tokens = parsed.tokens
    opens = {tokens[tokens[k].left].lower for k in name.kids if tokens[k].dep == "relcl"}
    person = actor.kind is ActorKind.PERSON
    if opens & {"who", "whose"}:
        person = True
    elif ("which" in opens and not any(sorts_of(tokens, b) & _HUMAN for b in apposed(tokens, name))) or called_body(parsed, actor, name):
        person = False
    if person:
        return _of_person(parsed, facts, name, actor)
    return _of_people(parsed, name) if _is_people(tokens, name, actor) else body_kind(parsed, facts, name, actor)


def _is_people(tokens: Tokens, t: Token, actor: Actor | None) -> bool:
    """Whether a name is a people's: "Rotumans", "the Kurds"; not "the French", who are the state."""
    if actor is not None and actor.kind is ActorKind.COUNTRY:
        return False
    if countries().by_adjective(t.text) is not None and not t.lower.endswith("s") and any(tokens[k].lower == "the" for k in t.kids):
        return False
    return t.tag == "NNPS" and t.ent == "NORP" or (actor is not None and actor.kind is ActorKind.POPULATION)


def _of_noun(parsed: Parsed, facts: Facts, t: Token, actor: Actor | None) -> SourceKind:
    tokens, sorts = parsed.tokens, sorts_of(parsed.tokens, t)
    person = actor is not None and actor.kind is ActorKind.PERSON
    several = t.tag in _SEVERAL or (actor is not None and actor.kind in (ActorKind.GROUP, ActorKind.POPULATION))
    if "document" in sorts and not person and not ("media" in sorts and t.tag == "NN"):
        return SourceKind.DOCUMENT
    if "media" in sorts:
        return SourceKind.ANONYMOUS_PERSON if several and "person" in sorts and _is_counted(tokens, t) else SourceKind.MEDIA
    if "mass" in sorts:
        return SourceKind.PUBLIC
    if "side" in sorts:
        return _of_sides(facts)
    if "fighter" in sorts and several and not _is_counted(tokens, t):
        return SourceKind.ORGANISATION
    if sorts & _BODIES and not (person and sorts & _HUMAN - {"either"}) and not (sorts & {"office", "civic"} and t.tag == "NN"):
        return body_kind(parsed, facts, t, actor)
    if t.lemma == "people" and not person and _is_at_large(tokens, t):
        return SourceKind.PUBLIC
    if "either" in sorts and _has_body_name(parsed, facts, t, actor):
        return SourceKind.ORGANISATION
    if "public" in sorts and several and not person:
        if sorts & {"post"} and standing(parsed, facts, t) is Standing.HOLDS:
            return SourceKind.ANONYMOUS_OFFICIAL
        return _of_people(parsed, t)
    if sorts & _HUMAN or person:
        return _of_person(parsed, facts, t, actor)
    return _of_unknown(parsed, facts, t, actor)


def _is_at_large(tokens: Tokens, t: Token) -> bool:
    """ "People say", "most people", "people in the town": nobody counts them or tells what they know."""
    knows = any(k > t.i and tokens[k].dep in ("relcl", "acl", "amod", "advcl") for k in t.kids)
    knows = knows or any(k > t.i and tokens[k].lower in ("with", "inside", "within", "close") for k in t.kids)
    within = [tokens[o] for k in t.kids if k > t.i and tokens[k].lower in ("in", "at", "from") for o in tokens[k].kids]
    knows = knows or any(sorts_of(tokens, o) & _BODIES for o in within)
    return not knows and not _is_counted(tokens, t)


def _has_body_name(parsed: Parsed, facts: Facts, t: Token, actor: Actor | None) -> bool:
    """Whether "the owner" is a company: by its own name, or the one beside it."""
    tokens = parsed.tokens
    beside = [k for k in t.kids if tokens[k].dep == "appos"]
    found = [facts.mention_at(tokens[k].start) for k in beside]
    if any(a is not None and a.kind is ActorKind.ORGANISATION for a in (actor, *(f[0] for f in found if f is not None))):
        return True
    return actor is not None and any(tokens[k].pos == "PROPN" and called_body(parsed, actor, tokens[k]) for k in beside)


def _of_unknown(parsed: Parsed, facts: Facts, t: Token, actor: Actor | None) -> SourceKind:
    """A noun of no sort: by its actor, its apposition, its nation, its ending; else it is a thing that shows something."""
    tokens = parsed.tokens
    nation = countries().by_adjective(t.text) if t.text[0].isupper() else None
    if nation is not None and not t.lower.endswith("s") and any(tokens[k].lower == "the" for k in t.kids) and not _is_counted(tokens, t):
        return SourceKind.GOVERNMENT
    if t.ent == "NORP" or _is_people(tokens, t, actor):
        return _of_people(parsed, t)
    beside = next((b for b in apposed(tokens, t) if sorts_of(tokens, b) or b.ent == "PERSON"), None)
    if beside is not None and beside.i != t.i and t.dep != "appos":
        return _of_person(parsed, facts, t, actor) if beside.ent == "PERSON" else _of_noun(parsed, facts, beside, actor)
    if (of := _several_before(parsed, t)) is not None:
        return _of_noun(parsed, facts, of, None)
    if t.tag == "CD" or t.lower in _VAGUE:
        return SourceKind.PUBLIC if t.lower in _VAGUE else SourceKind.ANONYMOUS_PERSON
    if t.ent == "GPE" or (actor is not None and actor.kind is ActorKind.COUNTRY):
        return SourceKind.ORGANISATION if actor is not None and "IGO" in actor.roles else SourceKind.GOVERNMENT  # "Brussels"
    noun = actor_nouns().get(t.lemma.lower())
    if actor is not None and actor.kind is ActorKind.GROUP or t.ent == "PERSON" or t.lemma.lower().endswith(_ENDINGS):
        return _of_person(parsed, facts, t, actor)
    if actor is not None or t.pos == "PROPN":
        return body_kind(parsed, facts, t, actor)
    return SourceKind.ANONYMOUS_PERSON if noun is not None and noun.kind is ActorKind.PERSON else SourceKind.DOCUMENT


def _several_before(parsed: Parsed, t: Token) -> Token | None:
    """The people of whom "one", "another" or "the two" are some: those counted last in the sentences just before."""
    if t.lower not in _SOME and t.tag != "CD":
        return None
    tokens = parsed.tokens
    for n in reversed(tokens[: t.i]):
        if n.sent < t.sent - _AGO:
            return None
        if n.tag == "NNS" and sorts_of(tokens, n) & _HUMAN and _is_counted(tokens, n) and n.dep in _SPOKEN_OF:
            return n
    return None


def _of_people(parsed: Parsed, t: Token) -> SourceKind:
    """People at large, or those who are counted; "six in ten" counts nobody."""
    return SourceKind.ANONYMOUS_PERSON if _is_counted(parsed.tokens, t) else SourceKind.PUBLIC


def _is_counted(tokens: Tokens, t: Token) -> bool:
    before = modifiers(tokens, t)
    counted = any(w.tag == "CD" or w.lemma in _QUANTITIES for w in before)
    share = any(w.lower in ("in", "out") for w in before) or any(
        tokens[k].lower in ("in", "out") and any(tokens[o].tag == "CD" for o in tokens[k].kids) for k in t.kids
    )
    return counted and not share and not any(w.text == "%" or w.lemma in ("percent", "cent") for w in before)


def _of_sides(facts: Facts) -> SourceKind:
    """The sides of a quarrel are states where the two most spoken of are."""
    bodies = [a for a in facts.actors if a.kind in (ActorKind.COUNTRY, ActorKind.ORGANISATION) and "JRN" not in a.roles]
    most = sorted(bodies, key=lambda a: -len(a.mentions))[:2]
    return SourceKind.GOVERNMENT if most and all(a.kind is ActorKind.COUNTRY for a in most) else SourceKind.ORGANISATION


def _of_person(parsed: Parsed, facts: Facts, t: Token, actor: Actor | None) -> SourceKind:
    """Official or not, named or not, by everything that the report calls the person."""
    tokens = parsed.tokens
    phrases = list(dict.fromkeys((t, *apposed(tokens, t), *(described(parsed, actor) if actor is not None else ()))))
    official = _is_official(parsed, facts, phrases, actor)
    named = is_named(parsed, t, actor) or any(is_named(parsed, p, None) for p in phrases if p.dep != "compound")
    named = named or any(is_single_holder(parsed, p, actor) and (official or not _is_of_pronoun(tokens, p)) for p in phrases)
    if official:
        return SourceKind.NAMED_OFFICIAL if named else SourceKind.ANONYMOUS_OFFICIAL
    return SourceKind.NAMED_PERSON if named else SourceKind.ANONYMOUS_PERSON


def _is_of_pronoun(tokens: Tokens, t: Token) -> bool:
    """ "{its} chairman": of a body of which the report may have told little; "the union's chairman" is named by it."""
    return any(tokens[k].tag == "PRP$" for k in t.kids)


def _is_official(parsed: Parsed, facts: Facts, phrases: list[Token], actor: Actor | None) -> bool:
    found = [standing(parsed, facts, p) for p in phrases]
    if any(leads_state(parsed, facts, p) for p in phrases):
        found.append(Standing.HOLDS)
    firm = next((s for s in found if s in (Standing.HOLDS, Standing.OUT)), None)
    if firm is not None:
        return firm is Standing.HOLDS
    if Standing.FORMER in found:
        return False
    roles = set(actor.roles) if actor is not None else set[str]()
    if Standing.MAY in found:
        return not roles & ARMED_ROLES and not (roles & OUTSIDE_ROLES and not roles & OFFICIAL_ROLES)
    if actor is None or any(sorts_of(parsed.tokens, p) & _HUMAN for p in phrases):
        return False
    return bool(roles & OFFICIAL_ROLES)
