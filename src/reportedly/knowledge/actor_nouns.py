"""The words that tell of actors: head nouns, titles before names, and given names by gender.

actor_nouns.csv   head nouns of phrases that stand for actors, a line for each sort. `traits`:
                  tie         takes country and roles from whom it belongs to: "his spokesman"
                  vague       may stand for an actor of another sort: "the group", "the man"
                  building    also a place: a mention only where it acts
                  acts        has other senses: a mention only where it acts or owns
                  collective  may take "they"
                  populace    several of them are a population
                  private     CVL where nothing says another role, and whose it is gives none: "his wife"
                  apart       takes no roles from whom it belongs to: "his lawyer"
                  abroad      not of the country where it is: "the ambassador in Lima"
                  weak        its roles count where nothing else gives any: "the agency"
actor_titles.csv  what is written before a name, the noun that it is short for, and the gender that it tells
given_names.csv   names that tell a person's gender in most of the world's news
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportedly.knowledge.roles import ROLES
from reportedly.knowledge.tables import HERE, Row, rows
from reportedly.model import ActorKind, Record

NOUNS, TITLES, GIVEN = HERE / "actor_nouns.csv", HERE / "actor_titles.csv", HERE / "given_names.csv"
TRAITS = frozenset({"tie", "vague", "building", "acts", "collective", "populace", "private", "weak", "apart", "abroad"})
KINDS = frozenset(kind.value for kind in ActorKind)
GENDERS = frozenset({"m", "f"})


class ActorNoun(Record, frozen=True, kw_only=True):
    """What a head noun says of its actor: `gender` is "m", "f" or ""."""

    kind: ActorKind
    roles: tuple[str, ...] = ()
    gender: str = ""
    traits: frozenset[str] = frozenset()


class Title(Record, frozen=True, kw_only=True):
    """What stands before a name: the noun that it is short for and the gender that it tells, each "" where none."""

    noun: str
    gender: str


@cache
def actor_nouns() -> dict[str, ActorNoun]:
    """Head nouns by lemma."""
    return load_nouns()


@cache
def actor_titles() -> dict[str, Title]:
    """Titles by their lower-case form."""
    return load_titles()


@cache
def given_names() -> dict[str, str]:
    """ "m" or "f" by given name as printed; names that serve both are left out."""
    return load_given_names()


def load_nouns(path: Path = NOUNS) -> dict[str, ActorNoun]:
    """The nouns of a table. KnowledgeError says the file and the line of what is wrong."""
    found: dict[str, ActorNoun] = {}
    for row in rows(path, ("kind", "roles", "gender", "traits", "words")):
        noun = _noun(row)
        for word in row.text("words").split():
            if found.setdefault(word, noun) is not noun:
                raise row.wrong(f"{word!r} stands in an earlier line too")
    return found


def _noun(row: Row) -> ActorNoun:
    roles, traits = row.cells["roles"].split(), row.cells["traits"].split()
    for wrong in [r for r in roles if r not in ROLES] + [t for t in traits if t not in TRAITS]:
        raise row.wrong(f"{wrong!r} is no role or trait")
    return ActorNoun(kind=ActorKind(row.one_of("kind", KINDS)), roles=tuple(roles), gender=_gender(row), traits=frozenset(traits))


def _gender(row: Row) -> str:
    return row.one_of("gender", GENDERS) if row.cells["gender"] else ""


def load_titles(path: Path = TITLES) -> dict[str, Title]:
    """The titles of a table. KnowledgeError says the file and the line of what is wrong."""
    found: dict[str, Title] = {}
    for row in rows(path, ("title", "noun", "gender")):
        if (word := row.text("title")) in found:
            raise row.wrong(f"{word!r} stands in an earlier line too")
        found[word] = Title(noun=row.cells["noun"], gender=_gender(row))
    return found


def load_given_names(path: Path = GIVEN) -> dict[str, str]:
    """The given names of a table. KnowledgeError says the file and the line of what is wrong."""
    found: dict[str, str] = {}
    for row in rows(path, ("gender", "names")):
        gender = row.one_of("gender", GENDERS)
        for name in row.text("names").split():
            found[name] = gender if found.get(name, gender) == gender else ""
    return {name: gender for name, gender in found.items() if gender}
