"""Tables and records: CSV, TSV, Parquet, JSON, JSON Lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportedly.formats.base import Container, File, FileFormat, Format, Found
from reportedly.formats.tables import delimited, jsons, parquet
from reportedly.formats.tables.columns import Mapping
from reportedly.formats.tables.delimited import asked

__all__ = ["CONTAINERS", "FILE_FORMATS", "TEXT_FORMATS", "Mapping", "asked", "read"]

TEXT_FORMATS: tuple[Format, ...] = ()
FILE_FORMATS: tuple[FileFormat, ...] = (
    FileFormat(name=parquet.NAME, sniff=parquet.sniff, read=parquet.read),
    FileFormat(name=jsons.LINES, sniff=jsons.sniff_lines, read=jsons.read_lines),
    FileFormat(name=jsons.WHOLE, sniff=jsons.sniff_whole, read=jsons.read_whole),
    FileFormat(name=delimited.CSV, sniff=delimited.sniff_csv, read=delimited.read),
    FileFormat(name=delimited.TSV, sniff=delimited.sniff_tsv, read=delimited.read),
)
CONTAINERS: tuple[Container, ...] = ()
_READERS: dict[str, Callable[[File, Mapping | None], Iterator[Found]]] = {
    parquet.NAME: parquet.read,
    jsons.LINES: jsons.read_lines,
    jsons.WHOLE: jsons.read_whole,
}


def read(file: File, mapping: Mapping | None = None) -> Iterator[Found]:
    """The reports of a table whose columns the user named (the others are guessed). InputError where a column is not there."""
    chosen = max(FILE_FORMATS, key=lambda f: f.sniff(file))
    return _READERS.get(chosen.name if chosen.sniff(file) else "", delimited.read)(file, mapping)
