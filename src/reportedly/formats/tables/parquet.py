"""Parquet: tables of columns, read batch by batch with pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from reportedly.errors import InputError
from reportedly.formats.base import File, Found, PassedOver, passed_over
from reportedly.formats.seeking import seekable
from reportedly.formats.tables.columns import Mapping, columns_of
from reportedly.formats.tables.record import Given, Place
from reportedly.formats.tables.rows import reports

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

NAME = "parquet"
MAGIC = b"PAR1"
BATCH = 500  # rows held at once
AGAIN = "Write it again with the program that made it, or as CSV."
INSTALL = "Reading Parquet needs pyarrow. Install it: pip install 'reportedly[parquet]'."


def sniff(file: File) -> float:
    """Certain from the first four bytes."""
    return 0.99 if file.head.startswith(MAGIC) else 0.0


def read(file: File, mapping: Mapping | None = None) -> Iterator[Found]:
    """A report for every row. InputError where the file is broken or pyarrow is not there."""
    with seekable(file) as stream:
        table = _table(stream, file.name)
        names = list(table.schema_arrow.names)
        columns_of(names, mapping)
        if table.metadata.num_rows:
            yield from reports(_rows(table), NAME, mapping)
            return
        yield passed_over("the table", "no-rows", f"The table has no rows; its columns are {', '.join(names[:30])}. {AGAIN}")


def _table(stream: BinaryIO, name: str) -> ParquetFile:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as e:
        raise InputError(f"{name}: {INSTALL}") from e
    try:
        return ParquetFile(stream)
    except (ArrowException, OSError, ValueError) as e:
        raise InputError(f"{name} begins as a Parquet file and is broken ({_short(e)}). {AGAIN}") from e


def _rows(table: ParquetFile) -> Iterator[Given | PassedOver]:
    """The rows; where a batch cannot be read, what stands before it is kept."""
    from pyarrow import ArrowException

    n, batches = 0, table.iter_batches(batch_size=BATCH)
    while True:
        try:
            batch = next(batches, None)
            rows = batch.to_pylist() if batch is not None else []
        except (ArrowException, OSError, ValueError, ArithmeticError) as e:
            yield passed_over(f"row {n + 1}", "broken", f"From here on the table cannot be read ({_short(e)}). {AGAIN}")
            return
        if batch is None:
            return
        for n, row in enumerate(rows, n + 1):  # noqa: B020
            yield Given(row=row, place=Place(where=f"row {n}"))


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
