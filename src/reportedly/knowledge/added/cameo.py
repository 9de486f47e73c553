"""CAMEO codes of actors, three letters each, as a country and PLOVER sectors. What differs from both is in `cameo_codes.csv`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from reportedly.knowledge.added.entry import Wrong
from reportedly.knowledge.countries import countries
from reportedly.knowledge.roles import ROLES
from reportedly.knowledge.tables import HERE, Row, rows
from reportedly.model import Record

FILE = HERE / "cameo_codes.csv"
COLUMNS = ("code", "country", "role", "meaning")
WORLD = frozenset({"IGO", "NGO"})
FAITHS = frozenset({"MUS"})  # after the first three letters MUS is a faith, and not Mauritius
CODE = re.compile(r"(?:[A-Z]{3})+")


class Part(Record, frozen=True, kw_only=True):
    """What three letters stand for."""

    country: str | None = None
    role: str | None = None


class Coded(Record, frozen=True, kw_only=True):
    """What a code says: `left` are the three letters that PLOVER has no word for."""

    country: str | None
    roles: tuple[str, ...]
    left: tuple[str, ...]


def coded(code: str) -> Coded:
    """The country and the roles of a code: AFGMIL, IGOUNO, NGOHLH. Wrong where it is no row of three-letter codes."""
    if not CODE.fullmatch(code):
        raise Wrong(f"[{code[:40]}] is no row of three-letter CAMEO codes")
    country, roles, left = None, dict[str, None](), list[str]()
    for at in range(0, len(code), 3):
        letters = code[at : at + 3]
        part = Part() if at and letters in FAITHS else _part(letters)
        if part.role:
            roles[part.role] = None
        if part.country and (country is None or country == "NGO"):
            country = part.country
        elif not part.role:
            left.append(letters)
    return Coded(country=country, roles=tuple(roles), left=tuple(left))


def _part(letters: str) -> Part:
    if part := exceptions().get(letters):
        return part
    if letters in ROLES:
        return Part(role=letters)
    country = countries().by_code(letters)
    return Part(country=country.country if country else None)


@cache
def exceptions() -> dict[str, Part]:
    """The codes of the table."""
    return load()


def load(path: Path = FILE) -> dict[str, Part]:
    """The codes of a table. KnowledgeError says the file and the line of what is wrong."""
    return {row.text("code"): _exception(row) for row in rows(path, COLUMNS)}


def _exception(row: Row) -> Part:
    country = row.optional("country")
    if country not in {None, *WORLD} and countries().by_code(str(country)) is None:
        raise row.wrong(f"country {country!r} is neither IGO nor NGO nor in countries.csv")
    return Part(country=country, role=row.one_of("role", ROLES) if row.cells["role"] else None)
