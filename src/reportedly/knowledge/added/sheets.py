"""Tables: a header, then an actor or a term a row, separated by commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from reportedly.errors import InputError
from reportedly.knowledge.added import kinds
from reportedly.knowledge.added.checks import country_of, days_of, gender_of, name_of, named, roles_of
from reportedly.knowledge.added.entry import Entry, Skipped, Taken, Wrong
from reportedly.knowledge.tables import SEVERAL
from reportedly.model import ActorKind

COLUMNS = ("name", "names", "kind", "country", "roles", "gender", "office", "from", "to")
KINDS = {str(kind): kind for kind in (ActorKind.PERSON, *kinds.BODIES)} | {"organization": ActorKind.ORGANISATION}
SEPARATORS = (",", ";", "\t")


def sniff(text: str) -> bool:
    """Whether the first line is a header with a column `name`."""
    return _separator(text) is not None


def read(text: str, file: str) -> Taken:
    """The actors of a table. InputError where a column stands in it twice."""
    return _Table(text, file).taken()


def _separator(text: str) -> str | None:
    """The separator by which the first row has a column `name`."""
    return next((s for s in SEPARATORS if "name" in _header(_first(csv.reader(io.StringIO(text, newline=""), delimiter=s)))), None)


def _first(rows: Iterator[list[str]]) -> list[str]:
    """The first row that holds anything."""
    try:
        return next((cells for cells in rows if any(cell.strip() for cell in cells)), [])
    except csv.Error:
        return []


def _header(cells: list[str]) -> list[str]:
    return [cell.strip().casefold() for cell in cells]


class _Table:
    """One table while it is read."""

    def __init__(self, text: str, file: str) -> None:
        self._file, self._columns = file, list[str]()
        self._reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text) or ",")
        self._entries, self._skipped, self._counts = list[Entry](), list[Skipped](), Counter[str]()

    def taken(self) -> Taken:
        for line, cells in self._rows():
            if not self._columns:
                self._columns = self._known(cells)
                continue
            try:
                self._entries.append(self._entry(self._named(cells)))
            except Wrong as wrong:
                self._skip(line, str(wrong))
        return Taken(entries=tuple(self._entries), skipped=tuple(self._skipped), notes=tuple(self._notes()))

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """The rows that hold anything, each with the line that it begins on."""
        while True:
            line = self._reader.line_num + 1
            try:
                cells = next(self._reader, None)
            except csv.Error as error:
                self._skip(line, f"it cannot be read as a row ({error}): look for a quotation mark that is not closed")
                continue
            if cells is None:
                return
            if any(cell.strip() for cell in cells):
                yield line, cells

    def _skip(self, line: int, reason: str) -> None:
        if (last := self._reader.line_num) > line:
            reason += f" (the row runs to line {last}: is a quotation mark not closed?)"
        self._skipped.append(Skipped(file=self._file, line=line, reason=reason))

    def _known(self, cells: list[str]) -> list[str]:
        header = _header(cells)
        if twice := [c for c in COLUMNS if header.count(c) > 1]:
            raise InputError(f"{self._file} has two columns {twice[0]!r}. Name or remove one of them.")
        return header

    def _named(self, cells: list[str]) -> dict[str, str]:
        """The cells by their columns; what a spreadsheet leaves off at the end of a row is empty."""
        if any(cell.strip() for cell in cells[len(self._columns) :]):
            raise Wrong(f"it has {len(cells)} cells, more than the header's {len(self._columns)}")
        given = {column: cell.strip() for column, cell in zip(self._columns, cells, strict=False)}
        return dict.fromkeys(COLUMNS, "") | given

    def _entry(self, cells: dict[str, str]) -> Entry:
        if len(cells["name"].splitlines()) > 1:
            raise Wrong("name runs over several lines")
        name, roles = name_of(cells["name"]), roles_of(cells["roles"].split(SEVERAL))
        start, end = days_of(cells["from"], cells["to"])
        entry, left = named(
            Entry(
                name=name,
                names=tuple(name_of(n) for n in cells["names"].split(SEVERAL) if n.strip()),
                kind=self._kind(cells, roles),
                country=country_of(cells["country"]),
                roles=roles,
                gender=gender_of(cells["gender"]),
                office=" ".join(cells["office"].split()),
                start=start,
                end=end,
            )
        )
        self._counts["names"] += left
        return entry

    def _kind(self, cells: dict[str, str], roles: tuple[str, ...]) -> ActorKind:
        if said := cells["kind"].casefold():
            if said not in KINDS:
                raise Wrong(f"kind is {cells['kind']!r}; it must be person, organisation or group")
            return KINDS[said]
        self._counts["kinds"] += 1
        personal = bool(cells["gender"] or cells["office"] or cells["from"] or cells["to"])
        return kinds.guess(cells["name"], roles, personal=personal)

    def _notes(self) -> Iterator[str]:
        if strange := [c or "(without a name)" for c in self._columns if c not in COLUMNS]:
            yield f"columns left out, because reportedly knows none of that name: {', '.join(strange)}"
        if kinds_guessed := self._counts["kinds"]:
            yield f"rows without a kind, which was taken from the name and the roles: {kinds_guessed}"
        if left := self._counts["names"]:
            yield f"other names left out, because they name a country, its people or a common noun: {left}"
