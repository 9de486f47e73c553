"""The rows of a large table, read without checks: a row becomes a record when it is first asked for.

The tables that come with reportedly are checked by tests, so reading one anew need not check it cell by cell. What
is wrong all the same is told by the checked reading, with its file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportedly.knowledge.naming import fold, key, keys
from reportedly.knowledge.tables import SEVERAL

Cells = list[str]


class Known[T]:
    """Records found by name; every look-up is a dict access. The likeliest bearer of a name comes first."""

    def __init__(self, table: Sequence[Cells], make: Callable[[Cells], T], names: Sequence[str], places: Sequence[int]) -> None:
        """Each of `names` is borne by the row at the same one of `places`."""
        self._table, self._make = table, make
        self._made: list[T | None] = [None] * len(table)
        self._places = _places(keys(names), places)

    def __iter__(self) -> Iterator[T]:
        return (self.at(place) for place in range(len(self._table)))

    def __len__(self) -> int:
        return len(self._table)

    @property
    def table(self) -> Sequence[Cells]:
        """The rows as they are written."""
        return self._table

    def at(self, place: int) -> T:
        """The record of a row."""
        if (made := self._made[place]) is None:
            made = self._made[place] = self._make(self._table[place])
        return made

    def bearers(self, name_key: str) -> tuple[T, ...]:
        """All that bear a name, given as its key; () for none."""
        return tuple(self.at(place) for place in self._places.get(name_key, ()))

    def get(self, name: str) -> tuple[T, ...] | None:
        """All that bear the name; None where it is unknown. Words all in capitals may be an ordinary name."""
        found = self.bearers(key(name)) or (self.bearers(fold(name)) if name.isupper() else ())
        return found or None


def _places(name_keys: Sequence[str], places: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """The rows that bear each key, each once, in the order of `places`."""
    found: dict[str, tuple[int, ...]] = {}
    for name_key, place in zip(name_keys, places, strict=True):
        before = found.get(name_key)
        if before is None:
            found[name_key] = (place,)
        elif place not in before:
            found[name_key] = (*before, place)
    return found


def names_of(table: Sequence[Cells]) -> tuple[list[str], list[int]]:
    """The names in the first two cells of the rows, and beside them the place of the row that bears each."""
    places = [place for place, cells in enumerate(table) for _ in range(cells[1].count(SEVERAL) + 2 if cells[1] else 1)]
    return SEVERAL.join([f"{cells[0]}{SEVERAL}{cells[1]}" if cells[1] else cells[0] for cells in table]).split(SEVERAL), places
