"""What kind of source a body is: the state's, an organisation, or media."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from reportedly.knowledge.actor_nouns import actor_titles, given_names
from reportedly.knowledge.countries import countries
from reportedly.knowledge.organisations import organisations
from reportedly.knowledge.source_nouns import source_nouns
from reportedly.layers.base import Facts
from reportedly.layers.claims.grammar import Tokens
from reportedly.layers.claims.offices import OFFICIAL_ROLES, OUTSIDE_ROLES, Side, modifiers, owner_side, sorts_of
from reportedly.layers.claims.phrases import apposed, described
from reportedly.model import Actor, ActorKind, MentionForm, SourceKind
from reportedly.text import Parsed, Token

_BODIES = frozenset({"government", "organisation", "body", "loose", "media"})
_TIES = frozenset({"of", "for"})
_TRADES = frozenset({"MED", "EDU", "BUS", "AGR", "LAB"})  # of a ministry or an agency as of others: "the health department"
_TAKEN = frozenset({"it", "its", "itself"})
_PERSONAL = frozenset({"he", "she", "him", "his", "her"})


def body_kind(parsed: Parsed, facts: Facts, t: Token, actor: Actor | None) -> SourceKind:
    """The kind of a body: by the noun that calls it, else by its name and by what is known of the actor."""
    tokens = parsed.tokens
    roles = set(actor.roles) if actor is not None else set[str]()
    if actor is not None and actor.kind is ActorKind.COUNTRY and t.pos != "NOUN" and "IGO" not in roles:
        return SourceKind.GOVERNMENT
    if t.pos == "NOUN" and sorts_of(tokens, t) & _BODIES:
        return _by_noun(parsed, facts, t, roles)
    beside = next((b for b in apposed(tokens, t) if _calls(tokens, b)), None)
    if beside is not None:
        return _by_noun(parsed, facts, beside, roles)
    if "IGO" in roles:
        return SourceKind.ORGANISATION
    if "JRN" in roles:
        return SourceKind.MEDIA
    by_name = _by_name((actor.name if actor is not None else _written(tokens, t)).lower().split(), roles)
    if by_name is not None:
        return by_name
    if roles & OFFICIAL_ROLES and not roles & OUTSIDE_ROLES:
        return SourceKind.GOVERNMENT
    return SourceKind.ORGANISATION


def _calls(tokens: Tokens, beside: Token) -> bool:
    """Whether what stands beside a name calls it a body: "the carmaker", "the {daily} Surco"."""
    small = beside.pos == "ADJ" and beside.text == beside.lower
    return bool(sorts_of(tokens, beside) & (_BODIES if beside.pos == "NOUN" else {"media"} if small else set()))


def _by_noun(parsed: Parsed, facts: Facts, t: Token, roles: set[str]) -> SourceKind:
    tokens, sorts = parsed.tokens, sorts_of(parsed.tokens, t)
    before = modifiers(tokens, t)
    said = {s for w in before for s in source_nouns().get(w.lower, ())}
    if "media" in sorts or ("body" in sorts and "JRN" in roles):
        return SourceKind.MEDIA
    if "organisation" in sorts or "IGO" in roles or "armed" in said or _is_of_states(tokens, t, before):
        return SourceKind.ORGANISATION
    owned = _owned_by(parsed, facts, t)
    outside = owned is Side.OTHER or (roles & OUTSIDE_ROLES and not roles & OFFICIAL_ROLES)
    if "government" in sorts:
        return SourceKind.ORGANISATION if owned is Side.OTHER else SourceKind.GOVERNMENT
    if outside or ("other" in said and "state" not in said):
        return SourceKind.ORGANISATION
    nation = any(w.ent in ("NORP", "GPE") and countries().by_adjective(w.text) for w in before)
    public = bool(said & {"state", "government"} or roles & OFFICIAL_ROLES) or nation or owned is Side.STATE
    public = public or ("domain" in said and "body" in sorts)
    return SourceKind.GOVERNMENT if public else SourceKind.ORGANISATION


def _is_of_states(tokens: Tokens, t: Token, before: tuple[Token, ...]) -> bool:
    """Whether an organisation of states is named before the noun or after "of": "the UN refugee office", "NATO's force"."""
    after = [w for k in t.kids if k > t.i and tokens[k].lower in _TIES for w in tokens[k + 1 : tokens[k].right + 1]]
    words = [w.text for w in (*before, *after) if w.text[0].isupper()]
    known = (organisations().by_name(name) for name in (*words, *map(" ".join, pairwise(words))))
    return any(o is not None and o.country == "IGO" for o in known)


def _owned_by(parsed: Parsed, facts: Facts, t: Token) -> Side | None:
    tokens = parsed.tokens
    for k in t.kids:
        if tokens[k].dep == "poss":
            return owner_side(parsed, facts, tokens[k])
        if k > t.i and tokens[k].lower in _TIES:
            return next((owner_side(parsed, facts, tokens[o]) for o in tokens[k].kids if tokens[o].dep == "pobj"), None)
    return None


def _by_name(words: list[str], roles: set[str]) -> SourceKind | None:
    """What the words of a name say: "Kenya Ports Authority", "Bank of Peru", "Straits Mirror"; None where they say nothing."""
    nouns = source_nouns()
    end = next((n for n, w in enumerate(words) if n and w in ("of", "for", "in", "on", "against", "and")), len(words))
    own = [words[end - 1], words[-1]]
    if len(words) > 1 and not roles & OFFICIAL_ROLES and any("media name" in nouns.get(w, ()) for w in own):
        return SourceKind.MEDIA
    if roles & OUTSIDE_ROLES - _TRADES:
        return SourceKind.ORGANISATION
    known = (nouns.get("-".join(words).removeprefix("the-")), _joined(words[:end]), nouns.get(own[0]), nouns.get(own[1]))
    sorts = next((s for s in known if s and s & _BODIES), frozenset[str]())
    if "government" in sorts:
        armed = any({"armed", "other"} & nouns.get(w, frozenset()) for w in words)
        return SourceKind.ORGANISATION if armed and "ministry" not in words else SourceKind.GOVERNMENT
    if "organisation" in sorts or roles & OUTSIDE_ROLES:
        return SourceKind.ORGANISATION
    if sorts & {"body", "loose"}:
        return SourceKind.GOVERNMENT if roles & OFFICIAL_ROLES or _of_state(words, sorts) else SourceKind.ORGANISATION
    return None


def _joined(words: list[str]) -> frozenset[str]:
    return source_nouns().get("-".join(words[-2:]), frozenset())


def _of_state(words: Iterable[str], sorts: frozenset[str]) -> bool:
    telling = {"state", "domain"} if "body" in sorts else {"state"}
    return any(telling & source_nouns().get(w, frozenset()) for w in words)


def _written(tokens: Tokens, t: Token) -> str:
    return " ".join(w.text for w in (*modifiers(tokens, t), t) if w.pos == "PROPN") or t.text


def called_body(parsed: Parsed, actor: Actor, name: Token) -> bool:
    """Whether somebody taken for a person is a body: in apposition to one's noun, or "it" and never "he"."""
    tokens = parsed.tokens
    beside = next(apposed(tokens, name), None)
    if beside is not None and beside.pos == "NOUN":
        return bool(sorts_of(tokens, beside) & _BODIES - {"media"}) and "person" not in sorts_of(tokens, beside)
    pronouns = {m.text.lower() for m in actor.mentions if m.form is MentionForm.PRONOUN}
    if pronouns & _PERSONAL:
        return False
    return bool(pronouns & _TAKEN) or _trades(parsed, actor, name)


def _trades(parsed: Parsed, actor: Actor, name: Token) -> bool:
    """Whether a noun for people or companies calls what bears no given name and no title: "the contractor, Tokiwa Kogyo"."""
    first = parsed.tokens[name.left + any(parsed.tokens[name.left].lower == w for w in ("the", "a"))]
    heads = [t for t in described(parsed, actor) if t.pos == "NOUN"]
    called = any("either" in sorts_of(parsed.tokens, t) and t.tag == "NN" for t in heads)
    return called and not given_names().get(first.text) and not actor_titles().get(first.lower)
