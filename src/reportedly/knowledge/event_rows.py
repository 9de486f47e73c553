"""The conditions and paths that the event tables use, read into tests.

A condition is terms that must all hold, with " or " between alternatives: `obj:@actor noprep:for or prt:down`.

    obj, noobj, obj:WORDS     the verb has an object (the subject of a passive), has none, has one of these
    subj:WORDS                its subject is one of these
    prep:P, prep:P:WORDS      it, or its object, has one of these prepositions, with one of these after it; noprep:P
    prt:WORDS, joint          it has this particle; its subject is plural or several
    comp, nocomp, comp:WORDS  it has a clause as complement; that, oprd, acomp:WORDS likewise
    light, light:VERBS        the noun hangs on a light verb
    actor                     the noun says who acts: "the army's", "by rebels", "Syrian"
    of:, amod:, compound:, poss, between   what stands with the noun

WORDS are lemmas with | between them; "@name" is a class of event_classes.csv, or one of @actor, @person, @leader, @gpe,
@any, which the reader decides. "!" before a term denies it; "obj:!@person" denies the class.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from reportedly.knowledge.tables import HERE, Row, rows

CLASSES = HERE / "event_classes.csv"
OPEN = frozenset({"@actor", "@person", "@leader", "@gpe", "@any"})
VERB_TERMS = frozenset("obj noobj subj prep noprep prt joint comp nocomp that oprd acomp passive".split())
NOUN_TERMS = frozenset("light actor of amod compound poss between prep by comp".split())


class Words(NamedTuple):
    """What a slot may hold: lemmas, and the open classes that the reader decides."""

    lemmas: frozenset[str]
    open: tuple[str, ...]
    denied: bool = False


class Term(NamedTuple):
    """One test: its kind, the prepositions it asks for, the words that must stand there, and whether it is denied."""

    kind: str
    preps: frozenset[str]
    words: Words | None
    denied: bool


type Condition = tuple[tuple[Term, ...], ...]


class Path(NamedTuple):
    """Where a participant stands: a slot or a preposition, and what must stand there."""

    slot: str
    words: Words | None


@cache
def event_classes() -> dict[str, frozenset[str]]:
    """The word classes by name."""
    return {row.text("class"): frozenset(row.several("words")) for row in rows(CLASSES, ("class", "words"))}


def condition(row: Row, column: str, kinds: frozenset[str]) -> Condition:
    """The condition in a cell. KnowledgeError where a term or class is unknown."""
    text = row.optional(column)
    return tuple(tuple(_term(row, t, kinds) for t in part.split()) for part in text.split(" or ")) if text else ((),)


def _term(row: Row, text: str, kinds: frozenset[str]) -> Term:
    denied, text = text.startswith("!"), text.removeprefix("!")
    kind, _, rest = text.partition(":")
    if kind not in kinds:
        raise row.wrong(f"the condition {text!r} begins with none of {', '.join(sorted(kinds))}")
    if kind in {"prep", "noprep"}:
        preps, _, rest = rest.partition(":")
        return Term(kind, frozenset(preps.split("|")), words(row, rest) if rest else None, denied)
    return Term(kind, frozenset(), words(row, rest) if rest else None, denied)


def words(row: Row, text: str) -> Words:
    """The words of a slot. KnowledgeError where a class is unknown."""
    denied, text = text.startswith("!"), text.removeprefix("!")
    found: set[str] = set()
    open_classes: list[str] = []
    for word in text.split("|"):
        if word in OPEN:
            open_classes.append(word)
        elif word.startswith("@"):
            found |= _class(row, word[1:], event_classes())
        else:
            found.add(word)
    return Words(frozenset(found), tuple(open_classes), denied)


def _class(row: Row, name: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    if name not in classes:
        raise row.wrong(f"@{name} is no class of {CLASSES.name}")
    return classes[name]


def paths(row: Row, column: str) -> tuple[Path, ...]:
    """Where a participant may stand, best first. Whatever is no slot is a preposition."""
    return tuple(_path(row, text) for text in _split_paths(row.cells[column]))


def _split_paths(text: str) -> list[str]:
    """ "of:@force|by" is two paths: a class holds no |."""
    return [part for part in text.split("|") if part]


def _path(row: Row, text: str) -> Path:
    slot, _, rest = text.partition(":")
    return Path(slot, words(row, rest) if rest else None)
