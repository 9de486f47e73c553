"""Countries: what they and their people are called, and the words that stand for their governments.

The table is `countries.csv`: all ISO 3166-1 states and territories, Kosovo, de-facto entities and often named
former states. Codes are ISO alpha-3; X-codes (user-assigned in ISO) stand for what ISO does not list. A value
that ends in "?" is shared: another row has it without the mark, and that one is found. "=MIL" after a metonym
gives its role, GOV where none is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from reportedly.knowledge.demonyms import forms
from reportedly.knowledge.naming import fold, key
from reportedly.knowledge.roles import SECTORS
from reportedly.knowledge.tables import HERE, SHARED, Row, index, rows, unmarked
from reportedly.model import Record

FILE = HERE / "countries.csv"
COLUMNS = (
    "code",
    "alpha2",
    "name",
    "names",
    "adjectives",
    "people",
    "capital",
    "metonyms",
    "geonames_id",
    "lat",
    "lon",
    "kind",
    "country",
    "plover",
    "roles",
)
KINDS = frozenset({"state", "territory", "disputed", "former"})


class Country(Record, frozen=True, kw_only=True):
    """A row: `country` is the alpha-3 that a Reading prints, `plover` the code that PLOVER folds it to.

    `lat` and `lon` are degrees near the middle of the country; `people` are nouns in the singular; `roles` is
    ("PRE",) for a partially recognised entity; `metonyms` pairs words with the role that they speak for.
    """

    code: str
    name: str
    lat: float
    lon: float
    kind: str
    country: str
    plover: str
    alpha2: str | None = None
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[tuple[str, str], ...] = ()
    geonames_id: int | None = None
    roles: tuple[str, ...] = ()


class Countries:
    """All countries, found by what a report may call them; every look-up is a dict access."""

    def __init__(self, pairs: Iterable[tuple[Row, Country]]) -> None:
        """KnowledgeError where two rows claim one word, or a shared word has no owner."""
        pairs = tuple(pairs)
        self._all = tuple(country for _, country in pairs)
        self._codes = index(((row, c.code, c) for row, c in pairs), str)
        self._names = index(((row, w, c) for row, c in pairs for w in _names(row)), key)
        self._adjectives = index(((row, w, c) for row, c in pairs for w in forms(row, "people")), key)
        self._metonyms = index(((row, w, c) for row, c in pairs for w in _metonyms(row, c)), key)
        self._roles = {key(word): role for c in self._all for word, role in c.metonyms}

    def __iter__(self) -> Iterator[Country]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def by_code(self, alpha3: str) -> Country | None:
        """The country with this code: ISO alpha-3, or an X-code of the table."""
        return self._codes.get(alpha3)

    def by_name(self, name: str) -> Country | None:
        """The country of this name: "Libya", "the U.S.", "Burma". "us" is none."""
        return _find(self._names, name)

    def by_adjective(self, word: str) -> Country | None:
        """The country of an adjective or of its people: "British", "Britons", "Frenchwomen"."""
        return _find(self._adjectives, word)

    def by_metonym(self, word: str) -> Country | None:
        """The country whose government these words may stand for: "Moscow", "Downing Street", "the Pentagon"."""
        return _find(self._metonyms, word)

    def metonym_role(self, word: str) -> str | None:
        """The role a metonym speaks for: MIL for "Pentagon", GOV for a capital; None where it is no metonym."""
        return self._roles.get(key(_bare(word)), "GOV") if self.by_metonym(word) else None


def _bare(name: str) -> str:
    return name[4:] if name[:4].casefold() == "the " else name


def _find(found: Mapping[str, Country], name: str) -> Country | None:
    """Words all in capitals may be an abbreviation ("UAE") or a headline ("LIBYA")."""
    return found.get(key(name)) or found.get(key(_bare(name))) or (found.get(fold(name)) if name.isupper() else None)


def _names(row: Row) -> tuple[str, ...]:
    return (row.text("name"), *row.several("names"))


def _metonyms(row: Row, country: Country) -> tuple[str, ...]:
    """Capitals of territories ("Hamilton", "Plymouth") and of former states speak for nobody."""
    own = (country.capital,) if country.capital and country.kind in {"state", "disputed"} else ()
    return (*own, *(word.partition("=")[0] for word in row.several("metonyms")))


def load(path: Path = FILE) -> Countries:
    """The countries of a table. KnowledgeError says the file and the line of what is wrong."""
    found = Countries((row, _country(row)) for row in rows(path, COLUMNS))
    codes = {c.code for c in found}
    for row in rows(path, COLUMNS):
        row.one_of("country", frozenset(codes))
    return found


def _country(row: Row) -> Country:
    return Country(
        code=row.text("code"),
        alpha2=row.optional("alpha2"),
        name=row.text("name"),
        names=unmarked(row.several("names")),
        adjectives=unmarked(row.several("adjectives")),
        people=unmarked(row.several("people")),
        capital=row.optional("capital"),
        metonyms=tuple(_metonym(row, words) for words in row.several("metonyms")),
        geonames_id=row.whole("geonames_id"),
        lat=row.number("lat", -90, 90),
        lon=row.number("lon", -180, 180),
        kind=row.one_of("kind", KINDS),
        country=row.text("country"),
        plover=row.text("plover"),
        roles=row.all_of("roles", SECTORS),
    )


def _metonym(row: Row, words: str) -> tuple[str, str]:
    word, _, role = words.partition("=")
    if role and role not in SECTORS:
        raise row.wrong(f"metonym {word!r} has the unknown role {role!r}")
    return word.removesuffix(SHARED), role or "GOV"


@cache
def countries() -> Countries:
    """The countries that come with reportedly, read once."""
    return load()
