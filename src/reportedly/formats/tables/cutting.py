"""The rows of delimited text, each with its lines and bytes; a quotation mark left open does not swallow the rows after it."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from reportedly.formats.base import PassedOver, passed_over
from reportedly.model import Record

LONGEST_CELL = 4 * 2**20  # characters; the longest reports have some hundred thousand
MOST_MENDED = 20  # quotation marks left open that are mended in a file: each costs the reading of a cell's length again

type Line = tuple[str, int]  # with the bytes that it takes


class Cut(Record, frozen=True, kw_only=True):
    """A row of cells and where it stands; `flaw` says that a quotation mark is never closed, or that the file ends in the row."""

    cells: list[str]
    line: int
    byte_range: tuple[int, int]
    flaw: str | None = None


class _Feed:
    """Lines as a csv.reader takes them, remembering those of the present row, which can be given back."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines, self._back = lines, list[Line]()
        self.taken: list[Line] = []
        self.line, self.at, self.ended = 1, 0, False

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else next(self._lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        return line[0]

    def done(self, count: int | None = None) -> tuple[int, tuple[int, int]]:
        """End the row after so many of its lines (all of them), and say where it stands; the others are given back."""
        count = len(self.taken) if count is None else count
        first, start = self.line, self.at
        self.line, self.at = first + count, start + sum(size for _, size in self.taken[:count])
        self._back += reversed(self.taken[count:])
        self.ended = self.ended and not self._back
        self.taken = []
        return first, (start, self.at)


def let_long_cells_be() -> None:
    """Lift the limit of the csv module where it is lower than ours; it holds for the whole process."""
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))


def cuts(lines: Iterator[Line], delimiter: str, width: int, skipped: int = 0) -> Iterator[Cut | PassedOver]:
    """The rows, the header among them. `width` is its number of cells; `skipped` lines stand before it."""
    let_long_cells_be()
    feed, mended = _Feed(lines), 0
    for _ in range(skipped):
        next(feed, None)
        feed.done()
    while (cells := _cells(feed, delimiter)) is not None or feed.taken:
        if cells is not None and not feed.ended:
            line, stretch = feed.done()
            yield Cut(cells=cells, line=line, byte_range=stretch)
        elif cells is not None and not _rows_within(feed.taken, delimiter, width):
            line, stretch = feed.done()
            yield Cut(cells=cells, line=line, byte_range=stretch, flaw="cut-off")
        elif mended < MOST_MENDED:
            mended += 1
            yield _alone(feed, delimiter)
        else:
            line, _ = feed.done()
            yield passed_over(
                f"line {line}", "open-quote", "A quotation mark is never closed, so what follows cannot be told apart. Mend it."
            )


def _cells(feed: _Feed, delimiter: str) -> list[str] | None:
    """The next row; None at the end, and where a cell grows beyond measure."""
    try:
        return next(csv.reader(feed, delimiter=delimiter), None)
    except csv.Error:
        return None


def _rows_within(taken: list[Line], delimiter: str, width: int) -> bool:
    """Whether lines after the first look like rows: the quotation mark was left open, and the file not cut off."""
    return any(line.count(delimiter) >= max(width - 1, 1) for line, _ in taken[1:])


def _alone(feed: _Feed, delimiter: str) -> Cut:
    """The first line of a row without end, read as if it had no quotation marks."""
    first = feed.taken[0][0].rstrip("\r\n")
    line, stretch = feed.done(1)
    return Cut(cells=[cell.strip('"') for cell in first.split(delimiter)], line=line, byte_range=stretch, flaw="open-quote")
