"""What instances of a Wikidata class are: the table `wikidata_classes.csv`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportedly.knowledge.organisations import WIKIDATA
from reportedly.knowledge.roles import ROLES
from reportedly.knowledge.tables import HERE, Row, rows
from reportedly.model import ActorKind, Record

FILE = HERE / "wikidata_classes.csv"
COLUMNS = ("item", "kind", "roles", "meaning")
KINDS = frozenset({ActorKind.PERSON.value, ActorKind.ORGANISATION.value, ActorKind.GROUP.value})


class Class(Record, frozen=True, kw_only=True):
    """The kind and the roles of what belongs to a class."""

    kind: ActorKind
    roles: tuple[str, ...] = ()


@cache
def classes() -> dict[str, Class]:
    """The classes by their items."""
    return load()


def load(path: Path = FILE) -> dict[str, Class]:
    """The classes of a table. KnowledgeError says the file and the line of what is wrong."""
    return {_item(row): Class(kind=ActorKind(row.one_of("kind", KINDS)), roles=row.all_of("roles", ROLES)) for row in rows(path, COLUMNS)}


def _item(row: Row) -> str:
    if not WIKIDATA.fullmatch(item := row.text("item")):
        raise row.wrong(f"item {item!r} is no Q-id")
    return item
