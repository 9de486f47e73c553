"""The words that tie two actors together (relations.csv; several values of a cell stand between "|").

sort        what the words are, and who is subject and object
noun        "commander of the brigade", "Y's leader", "Y leader X": who is called so is the subject, whose it is the object
one         "X, one of the captives": the same, where the noun stands beside a name
owned       "his ministry": a person's, so the person leads it
verb        subject and direct object
link        a verb, adjective or noun and the preposition that leads to the object: "loyal to", "at war with"
phrase      a verb, its noun and the preposition: "imposed sanctions on"
compound    the participle after a hyphen: "Y-backed"
opposition, ruling   words before a noun that tie it to its country's government: "the opposition leader"
state       words before a noun that stand for its country's government: "the presidential spokesman"
territory   nouns for what is controlled; part: nouns that are a territory where "of" leads to one
body        nouns for what can be led
past, coming, doubted, lower, never   words before a noun that end, announce, doubt, lessen or undo the tie

`links` are the prepositions that lead to the other side. `traits`:
state, cabinet   without an owner it is the actor's own country that is meant
land             whoever leads a country may be called so too; other leading nouns only lead bodies
one              the subject is the name beside it: "X, one of the captives"
plain            no tie as a title before a name: "Representative X" represents a district
group, unit      the subject is several people; a body, so a person's tie of this sort is membership
office           the subject is a body
aide             ties a person to a person; to anything else by membership
territory        the object is a place or a part of one
organisation, person  the object must be one
lasting          a tie only where it goes on: progressive, perfect, or since a time
result           what the past tense brought about still holds
ends             the verb ends the tie
predicated       only where the subject is a body: a person close to another is a source
war              only after "at"
reversed         the object is the one who acts
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from reportedly.errors import KnowledgeError
from reportedly.knowledge.tables import HERE, Row, rows
from reportedly.model import Record, RelationType

FILE = HERE / "relations.csv"
COLUMNS = ("sort", "type", "links", "traits", "words")
WORD_END = re.compile("[ -]")
TIES = frozenset(["noun", "one", "owned", "verb", "link", "phrase", "compound", "opposition", "ruling"])
LISTS = frozenset(["body", "part", "territory", "state", "past", "coming", "doubted", "lower", "never"])
TYPES = frozenset(kind.value for kind in RelationType)
TRAITS = frozenset(
    [
        "one",
        "state",
        "land",
        "plain",
        "cabinet",
        "group",
        "unit",
        "office",
        "aide",
        "territory",
        "organisation",
        "person",
        "lasting",
        "result",
        "ends",
        "war",
        "predicated",
        "reversed",
    ]
)


class Tie(Record, frozen=True, kw_only=True):
    """What a word says of two actors."""

    type: RelationType
    links: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()


class RelationWords(Record, frozen=True, kw_only=True):
    """The table by sort; a tie word may have several senses. A phrase's key is "verb noun".

    `ends` are the last words of the nouns, `joined` those of nouns of several words or with hyphens;
    `light` are the verbs of the phrases, `verbal` all words that a clause may be headed by.
    """

    ties: dict[str, dict[str, tuple[Tie, ...]]]
    lists: dict[str, frozenset[str]]
    ends: frozenset[str]
    joined: frozenset[str]
    light: frozenset[str]
    verbal: frozenset[str]


@cache
def relation_words() -> RelationWords:
    """The shipped words, read once."""
    return load()


def load(path: Path = FILE) -> RelationWords:
    """The words of a table. KnowledgeError says the file and the line of what is wrong."""
    ties: dict[str, dict[str, tuple[Tie, ...]]] = {sort: {} for sort in sorted(TIES)}
    lists: dict[str, frozenset[str]] = {}
    for row in rows(path, COLUMNS):
        sort = row.one_of("sort", TIES | LISTS)
        words = _words(row)
        if sort in LISTS:
            lists[sort] = lists.get(sort, frozenset()) | frozenset(words)
            continue
        tie = _tie(row)
        for word in words:
            ties[sort][word] = (*ties[sort].get(word, ()), tie)
    if missing := sorted((TIES | LISTS) - lists.keys() - {sort for sort in TIES if ties[sort]}):
        raise KnowledgeError(path.name, None, f"there is no line of the sort {missing[0]!r}")
    joined = frozenset(WORD_END.split(w)[-1] for w in ties["noun"] if WORD_END.search(w))
    light = frozenset(phrase.split()[0] for phrase in ties["phrase"])
    return RelationWords(
        ties=ties, lists=lists, joined=joined, ends=joined | ties["noun"].keys() | ties["one"].keys(),
        light=light, verbal=light | ties["verb"].keys() | ties["link"].keys(),
    )  # fmt: skip


def _words(row: Row) -> tuple[str, ...]:
    row.text("words")
    words = row.several("words")
    if twice := [w for w in words if words.count(w) > 1]:
        raise row.wrong(f"{twice[0]!r} stands twice")
    return words


def _tie(row: Row) -> Tie:
    if row.cells["sort"] in ("link", "phrase") and not row.several("links"):
        raise row.wrong("links is empty: a link or phrase needs its preposition")
    return Tie(
        type=RelationType(row.one_of("type", TYPES)),
        links=frozenset(row.several("links")),
        traits=frozenset(row.all_of("traits", TRAITS)),
    )
