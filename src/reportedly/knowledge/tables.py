"""The CSV tables of this folder as checked rows: every error says the file and the line."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from reportedly.errors import KnowledgeError
from reportedly.model import Record

HERE = Path(__file__).parent
SHARED = "?"  # ends a word that another row owns
SEVERAL = "|"  # stands between the values of one cell


class Row(Record, frozen=True, kw_only=True):
    """One row of a table: where it stands and what is in its cells."""

    file: str
    line: int
    cells: dict[str, str]

    def wrong(self, message: str) -> KnowledgeError:
        """The error that names this row."""
        return KnowledgeError(self.file, self.line, message)

    def optional(self, column: str) -> str | None:
        """A cell, or None where it is empty."""
        return self.cells[column] or None

    def text(self, column: str) -> str:
        """A cell that must not be empty."""
        if not (value := self.cells[column]):
            raise self.wrong(f"{column} is empty")
        return value

    def several(self, column: str) -> tuple[str, ...]:
        """The values of a cell, in their order; none is empty."""
        values = tuple(cell.split(SEVERAL)) if (cell := self.cells[column]) else ()
        if any(not v or v != v.strip() for v in values):
            raise self.wrong(f"{column} has an empty or padded value in {cell!r}")
        return values

    def one_of(self, column: str, allowed: frozenset[str]) -> str:
        """A cell that must hold one of a vocabulary."""
        if (value := self.text(column)) not in allowed:
            raise self.wrong(f"{column} is {value!r}, which is none of {', '.join(sorted(allowed))}")
        return value

    def all_of(self, column: str, allowed: frozenset[str]) -> tuple[str, ...]:
        """The values of a cell, each one of a vocabulary."""
        values = self.several(column)
        if strange := [v for v in values if v not in allowed]:
            raise self.wrong(f"{column} has {strange[0]!r}, which is none of {', '.join(sorted(allowed))}")
        return values

    def whole(self, column: str) -> int | None:
        """A positive whole number, or None where the cell is empty."""
        value = self.cells[column]
        if value and not (value.isascii() and value.isdigit() and int(value)):
            raise self.wrong(f"{column} is {value!r}, which is no positive whole number")
        return int(value) if value else None

    def number(self, column: str, low: float, high: float) -> float:
        """A number within bounds."""
        try:
            value = float(self.text(column))
        except ValueError as error:
            raise self.wrong(f"{column} is {self.cells[column]!r}, which is no number") from error
        if not low <= value <= high:
            raise self.wrong(f"{column} is {value}, which is not between {low} and {high}")
        return value


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a table. KnowledgeError where it is missing, its columns differ, or a row is malformed or padded."""
    reader = csv.reader(_lines(path), strict=True)
    try:
        if (header := tuple(next(reader, ()))) != columns:
            raise KnowledgeError(path.name, 1, f"its columns are {', '.join(header)}; they must be {', '.join(columns)}")
        for cells in reader:
            yield _row(path.name, reader.line_num, columns, cells)
    except csv.Error as error:
        raise KnowledgeError(path.name, reader.line_num, str(error)) from error


def plain_rows(path: Path, columns: tuple[str, ...]) -> list[list[str]]:
    """The cells of a large table that a test has checked: as `rows`, but unchecked where they are well-formed."""
    try:
        header, *table = csv.reader(_lines(path), strict=True)
    except (ValueError, csv.Error):
        header, table = [], []
    if tuple(header) != columns or any(len(cells) != len(columns) for cells in table):
        return [list(row.cells.values()) for row in rows(path, columns)]  # says what is wrong
    return table


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise KnowledgeError(path.name, None, f"it cannot be read ({error}): reinstall reportedly") from error


def _row(file: str, line: int, columns: tuple[str, ...], cells: list[str]) -> Row:
    if len(cells) != len(columns):
        raise KnowledgeError(file, line, f"it has {len(cells)} cells where {len(columns)} are expected")
    if padded := [c for c in cells if c != c.strip()]:
        raise KnowledgeError(file, line, f"there are spaces around {padded[0]!r}")
    return Row(file=file, line=line, cells=dict(zip(columns, cells, strict=True)))


def index[T](entries: Iterable[tuple[Row, str, T]], key: Callable[[str], str]) -> dict[str, T]:
    """Words to what they stand for. KnowledgeError where two rows claim one word, or a shared word has no owner."""
    found: dict[str, T] = {}
    shared: list[tuple[Row, str]] = []
    for row, word, value in entries:
        if word.endswith(SHARED):
            shared.append((row, word.removesuffix(SHARED)))
        elif found.setdefault(key(word), value) is not value:
            raise row.wrong(f"{word!r} is claimed by another row too: mark one of them with {SHARED}")
    for row, word in shared:
        if key(word) not in found:
            raise row.wrong(f"{word!r} is marked as shared, and no row owns it")
    return found


def unmarked(words: Iterable[str]) -> tuple[str, ...]:
    """The words without the mark of shared ones."""
    return tuple(w.removesuffix(SHARED) for w in words)
