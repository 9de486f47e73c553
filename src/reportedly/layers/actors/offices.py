"""Which office a phrase speaks of: the noun, of what, of which rank, and whether held formerly."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import msgspec

from reportedly.knowledge.actor_nouns import actor_nouns, actor_titles
from reportedly.knowledge.actor_phrases import OfficeWords, actor_phrases
from reportedly.model import ActorKind
from reportedly.text.parsed import Token


class Office(msgspec.Struct, frozen=True, gc=False):
    """ "Deputy" (ranks) "finance" (fields) "minister" (noun)."""

    noun: str
    fields: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    former: bool = False


def offices_of(tokens: Iterable[Token], nations: Collection[int]) -> Iterator[Office]:
    """The offices that the words of a phrase say, each noun for a person with what stands before it."""
    words, nouns, titles = actor_phrases().offices, actor_nouns(), actor_titles()
    before: list[Token] = []
    for t in tokens:
        title = titles.get(t.lower)
        noun = title.noun if title else t.lower if t.lower in nouns else t.lemma.lower()
        entry = nouns.get(noun)
        if entry and entry.kind is ActorKind.PERSON and (title is None or title.noun) and t.lower not in words.ranks:
            yield _office(noun, before, words, nations)
            before = []
        else:
            before.append(t)


def _office(noun: str, before: list[Token], words: OfficeWords, nations: Collection[int]) -> Office:
    plain = [t for t in before if t.i not in nations and t.text[0].isalpha()]
    return Office(
        noun,
        frozenset(_folded(t.lower) for t in plain if t.lower not in words.ranks | words.former and _is_field(t, words)),
        frozenset(t.lower for t in plain if t.lower in words.ranks),
        any(t.lower in words.former for t in plain),
    )


def _is_field(t: Token, words: OfficeWords) -> bool:
    """Whether a word says of what somebody is minister; other adjectives only colour: "the embattled minister"."""
    return t.pos in ("NOUN", "PROPN") or t.lower in words.fields or t.lower in actor_nouns()


def _folded(word: str) -> str:
    """One spelling for British and American words: "defence", "labour"."""
    return word.replace("ence", "ense").replace("our", "or").removesuffix("s")


def may_be(one: Iterable[Office], other: Iterable[Office], *, loose: bool = False) -> bool:
    """Whether two actors, by the offices said of each, may be one person; `loose` where the one may be called by the noun alone."""
    known = [*other]
    return all(_fits(o, same, loose) for o in one if (same := [k for k in known if k.noun == o.noun]))


def says_again(one: Iterable[Office], other: Iterable[Office]) -> bool:
    """Whether a phrase says of what somebody holds an office as it was said before: "the army chief" of "army chief Gen. Ruiz"."""
    known = [*other]
    return any(o.fields and any(k.noun == o.noun and k.fields == o.fields for k in known) for o in one)


def shares(one: Iterable[Office], other: Iterable[Office]) -> bool:
    """Whether two actors hold one office: the same noun and nothing against it, or another noun for the head of the same body."""
    known, heads = [*other], actor_phrases().offices.heads
    for o in one:
        same = [k for k in known if k.noun == o.noun]
        if same and _fits(o, same, loose=False):
            return True
        if o.noun in heads and any(k.noun in heads and k.fields & o.fields and k.former == o.former for k in known):
            return True
    return False


def _fits(office: Office, known: list[Office], loose: bool) -> bool:
    """Whether an office may be among those of the same noun that are known of somebody."""
    fields, ranks = frozenset().union(*(k.fields for k in known)), frozenset().union(*(k.ranks for k in known))
    if office.fields and fields and not office.fields & fields:
        return False
    if office.former not in {k.former for k in known}:
        return False
    if office.ranks or not ranks or any(not k.ranks for k in known):
        return office.ranks <= ranks
    return loose and ranks <= actor_phrases().offices.loose
