"""The mention that a person's name makes, with its titles and the role words before it."""

from __future__ import annotations

from reportedly.knowledge.leaders import Leader, leaders
from reportedly.knowledge.organisations import Organisation
from reportedly.layers.actors.bodies import known_body
from reportedly.layers.actors.clues import Clues
from reportedly.layers.actors.found import NOBODY, Found
from reportedly.layers.actors.offices import offices_of
from reportedly.layers.actors.roles import title_roles
from reportedly.layers.actors.runs import Run
from reportedly.model import ActorKind, MentionForm
from reportedly.text.parsed import Token, joined

BODIES = (ActorKind.ORGANISATION, ActorKind.GROUP)


def person(clues: Clues, first: int, core: Run) -> Found:
    """The mention of a person: titles from token `first`, the name itself in tokens `core`."""
    start = _with_former(clues, clues.role_start(first, core[1], ActorKind.PERSON))
    before = clues.tokens[start : core[0]]
    leader, body = _leader(clues, core, bool(before)), _employer(clues, start, core[0])
    beside = clues.bracketed(core[1])
    country = (body.country if body else None) or _country(clues, start, core[0]) or (beside.code if beside else None)
    return Found(
        first=clues.article(start) if before else start, last=core[1], head=clues.head(first, core[1]),
        form=MentionForm.NAME, kind=ActorKind.PERSON, owner=_owner(clues, start, *core), leader=leader, covers=start,
        core=tuple(t.lower for t in clues.tokens[core[0] : core[1] + 1] if t.text[0].isalnum()),
        nouns=tuple(noun for t in before if (noun := _role(clues, t))), country=country,
        roles=body.roles if body else title_roles(before),
        gender=_gender(clues, before, core) or (leader.gender if leader else ""), offices=tuple(offices_of(before, clues.nations)),
    )  # fmt: skip


def _with_former(clues: Clues, start: int) -> int:
    """The first token of a title with the "ex" that a hyphen joins to it: "ex-President Leo Ortiz"."""
    ex = start > 1 and clues.tokens[start - 1].text == "-" and clues.tokens[start - 1].end == clues.tokens[start].start
    return start - 2 if ex and clues.tokens[start - 2].lower == "ex" else start


def _role(clues: Clues, t: Token) -> str:
    """The noun that a title stands for, or the role noun itself; "" for other words."""
    if title := clues.titles.get(t.lower):
        return title.noun
    return t.lower if clues.is_kind(t, ActorKind.PERSON) else ""


def _gender(clues: Clues, before: tuple[Token, ...], core: Run) -> str:
    """What titles, role nouns or the given name tell."""
    for t in before:
        entry = clues.titles.get(t.lower) or clues.nouns.get(t.lower)
        if entry and entry.gender:
            return entry.gender
    return clues.given.get(clues.tokens[core[0]].text, "") if core[0] < core[1] else ""


def _leader(clues: Clues, core: Run, titled: bool) -> Leader | None:
    """The office-holder of that name on the day of the report; a last name alone needs a title before it."""
    if core[0] == core[1] and not titled:
        return None
    return leaders().by_name(joined(clues.tokens, *core), clues.parsed.report.published)


def _country(clues: Clues, start: int, end: int) -> str | None:
    """The country that the words before a name say, the possessor before them included."""
    for k in range(start, end):
        if k in clues.nations:
            return clues.nations[k].code
    owner = clues.owner(start)
    return clues.nations[owner].code if owner in clues.nations else None


def _employer(clues: Clues, start: int, end: int) -> Organisation | None:
    """The known organisation whose name begins the role words before a name: "United Nations envoy Leo Ortiz"."""
    for last in range(end - 2, start - 1, -1):
        if clues.tokens[start].text[0].isupper() and clues.titled(clues.tokens[last + 1]) and (body := known_body(clues, start, last)):
            return body
    return None


def _owner(clues: Clues, start: int, end: int, last: int) -> int:
    """The token of the possessor before, or of the organisation before a role noun: "Navy" in "Navy spokesman Leo Ortiz"."""
    if (owner := clues.owner(start)) is not None:
        return owner
    for k in range(end - 1, start, -1):
        if clues.titled(clues.tokens[k]) and clues.is_kind(clues.tokens[k - 1], ActorKind.ORGANISATION):
            return k - 1
    return _body_after(clues, last)


def _body_after(clues: Clues, last: int) -> int:
    """The head noun of the body that "of" or "from" joins to a name: "Leo Ortiz of the coast guard"; NOBODY where there is none."""
    of = clues.tokens[min(last + 1, len(clues.tokens) - 1)]
    body = clues.parsed.child(of, "pobj") if of.lower in ("of", "from") and of.sent == clues.tokens[last].sent else None
    noun = clues.entry(body) if body is not None else None
    return body.i if body is not None and noun is not None and noun.kind in BODIES else NOBODY
