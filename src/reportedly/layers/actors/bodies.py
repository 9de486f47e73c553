"""The mention that an organisation's name makes, with its owner and the role words before it."""

from __future__ import annotations

from functools import lru_cache

from reportedly.knowledge.actor_nouns import ActorNoun
from reportedly.knowledge.organisations import Organisation, Organisations, organisations
from reportedly.layers.actors.clues import Clues
from reportedly.layers.actors.found import NOBODY, Found
from reportedly.layers.actors.nations import Sort
from reportedly.layers.actors.roles import phrase_roles
from reportedly.model import ActorKind, MentionForm
from reportedly.text.parsed import joined

BEFORE = (ActorKind.ORGANISATION, ActorKind.PERSON, ActorKind.GROUP)  # "the newspaper", "the rebel"


def organisation(clues: Clues, first: int, last: int) -> Found:
    """The mention of an organisation whose name stands in tokens [first, last]."""
    if clues.tokens[first].lower == "the" and first < last:
        first += 1
    start = clues.role_start(first, last, *BEFORE)
    noun, known, owner = _head_noun(clues, first, last), known_body(clues, first, last), clues.owner(start)
    begin = clues.article(_begin(clues, start, owner))
    core = tuple(t.lower for t in clues.tokens[first : last + 1] if t.text[0].isalnum())
    return Found(
        first=begin, last=last, head=clues.head(first, last), form=MentionForm.NAME, kind=ActorKind.ORGANISATION,
        core=core, bare=_bare(clues, first, core),
        nouns=tuple(t.lower for t in clues.tokens[start:first] if t.lower in clues.nouns) + ((clues.tokens[last].lower,) if noun else ()),
        country=(known.country if known else None) or _country(clues, start, last, owner),
        roles=known.roles if known else _roles(clues, start, first, last, noun),
        owner=NOBODY if owner is None else owner, det="the" if clues.tokens[begin].lower == "the" else "",
        plural=clues.tokens[last].tag == "NNPS" and noun is not None, known=known, covers=start,
    )  # fmt: skip


def _bare(clues: Clues, first: int, core: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without the country that it begins with, where two or more remain: "National Security Council"."""
    nation = clues.nations.get(first)
    rest = core[nation.last - first + 1 :] if nation and nation.first == first else ()
    return rest if len(rest) > 1 else ()


def known_body(clues: Clues, first: int, last: int) -> Organisation | None:
    """The organisation that knowledge has under these words; a person's last name is none."""
    if first == last and clues.types.get(clues.tokens[last].lower) == "PERSON":
        return None
    return _known(organisations(), joined(clues.tokens, first, last))


@lru_cache(maxsize=16_384)
def _known(table: Organisations, words: str) -> Organisation | None:
    return table.by_name(words)


def _head_noun(clues: Clues, first: int, last: int) -> ActorNoun | None:
    """The entry of a name's last words: "News Agency" before "Agency"."""
    two = clues.nouns.get(f"{clues.tokens[last - 1].lower}-{clues.tokens[last].lower}") if first < last else None
    return two or clues.noun(clues.tokens[last])


def _begin(clues: Clues, start: int, owner: int | None) -> int:
    """Where the mention begins: a country that owns the organisation belongs to its name ("Peru's Foreign Ministry")."""
    nation = clues.nations.get(owner) if owner is not None else None
    return nation.first if nation and nation.sort is not Sort.ADJECTIVE else start


def _country(clues: Clues, start: int, last: int, owner: int | None) -> str | None:
    """The country that the name says, or its owner."""
    said = next((clues.nations[k] for k in range(start, last + 1) if k in clues.nations), None)
    if said and (said.sort is not Sort.METONYM or clues.is_kind(clues.tokens[last], ActorKind.ORGANISATION)):
        return said.code
    return clues.nations[owner].code if owner in clues.nations else None


def _roles(clues: Clues, start: int, first: int, last: int, noun: ActorNoun | None) -> tuple[str, ...]:
    """The roles of the words before the name, and those that its own words give."""
    tail = clues.frames.tails.get(clues.tokens[last].lower)
    own = (tail,) if tail else phrase_roles(clues.tokens[first:last], noun if noun and noun.kind is not ActorKind.COUNTRY else None)
    return tuple(dict.fromkeys((*phrase_roles(clues.tokens[start:first], None), *own)))
