"""CSV and TSV: tables with a header row, in the encodings and with the delimiters that spreadsheets write."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from reportedly.errors import InputError
from reportedly.formats.base import HEAD, File, Found, PassedOver, passed_over, problem
from reportedly.formats.coding import legacy_encoding
from reportedly.formats.decode import LEAST_TEXT
from reportedly.formats.tables.columns import Mapping, columns_of, known, says_text
from reportedly.formats.tables.cutting import LONGEST_CELL, Cut, cuts, let_long_cells_be
from reportedly.formats.tables.record import Given, Place, Row
from reportedly.formats.tables.rows import reports
from reportedly.model import Problem, Record

CSV, TSV = "csv", "tsv"
DELIMITERS = (",", ";", "\t", "|")
LONGEST_NAME = 60  # characters of a column's name
ENOUGH = 16_384  # bytes that tell an encoding
SAMPLE = 4000  # bytes that tell whether it is text
LOOKED_AT = 20  # rows that tell the delimiter
FLAWS = {
    "open-quote": "opens a quotation mark that is never closed; its first line was read alone. Mend it.",
    "cut-off": "breaks off within quotation marks: the file was cut off. Get it again.",
}
FEWEST = 3  # rows without quotation marks that make a table whose columns nobody knows
_QUOTED = re.compile(rf'[{re.escape("".join(DELIMITERS))}]"(?:[^"]|"")+"[{re.escape("".join(DELIMITERS))}\r\n]')  # a cell
_DELIMITER = re.compile(rf"[{re.escape(''.join(DELIMITERS))}\0]")
_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.I)  # the first line that Excel writes
_NAME = re.compile(r"[\w#][\w .:/()#-]*")
_ESCAPED = re.compile(r"[\udc80-\udcff]")
_OTHER_BEGINNINGS = ("<", "{", "[", "%PDF", "PK\x03\x04", "From ")
ALONE = frozenset({"text", "body", "content", "fulltext", "full_text"})  # names of a table's only column
_CONTROL = bytes(b for b in range(32) if b < 9 or b > 13)


class Layout(Record, frozen=True, kw_only=True):
    """How a table is written: its encoding (and what is doubtful about it), its delimiter, and the names of its columns."""

    encoding: str
    delimiter: str
    names: tuple[str, ...]
    sure: float
    skipped: int = 0  # lines before the header
    problems: tuple[Problem, ...] = ()


def sniff_csv(file: File) -> float:
    """Sure where a header row names known fields; likely where rows of equal length follow names."""
    layout = _layout_of(file)
    return layout.sure if layout and layout.delimiter != "\t" else 0.0


def sniff_tsv(file: File) -> float:
    """The same, with tabs between the cells."""
    layout = _layout_of(file)
    return layout.sure if layout and layout.delimiter == "\t" else 0.0


def asked(file: File, mapping: Mapping) -> bool:
    """Whether text of no other kind is the table whose columns the user names: one of them is there, or its first line has no space."""
    layout = _layout_of(file, given=mapping)
    if layout is None:
        return False
    named = any(column in layout.names for column in mapping.columns.values())
    plain = " " not in file.opening.partition("\n")[0] and all(_NAME.fullmatch(n) for n in layout.names)
    return named or plain and len(layout.names) > 1


def read(file: File, mapping: Mapping | None = None) -> Iterator[Found]:
    """A report for every row. InputError where the file is no table."""
    layout = _layout_of(file, given=mapping)
    if layout is None:
        raise InputError(f"{file.name} is no table: its first line has no names of columns. Save it with a header row.")
    yield from reports(_rows(file, layout, mapping), TSV if layout.delimiter == "\t" else CSV, mapping)


def _layout_of(file: File, given: Mapping | None = None) -> Layout | None:
    first = file.opening[:HEAD].partition("\n")[0]
    if given is None and max(map(len, _DELIMITER.split(first))) > LONGEST_NAME + 2:  # quotation marks
        return None
    if given is None and not _could_head(first):
        return None
    encoding, problems = _encoding(file.head)
    if encoding is None or file.opening.startswith(_OTHER_BEGINNINGS):
        return None
    text = file.head.decode(encoding, "replace").removeprefix("\ufeff")
    stated = _SEPARATOR.match(text)
    text, skipped = (text[stated.end() :], 1) if stated else (text, 0)
    whole = len(file.head) < HEAD
    layouts = (_tried(text, d, whole, given is not None) for d in ([stated[1]] if stated else DELIMITERS))
    best = max((found for found in layouts if found), key=lambda found: (found[0], len(found[1])), default=None)
    if best is None:
        return None
    return Layout(encoding=encoding, delimiter=best[2], names=tuple(best[1]), sure=best[0], skipped=skipped, problems=problems)


def _could_head(first: str) -> bool:
    """Whether a file's first line could be a header row, by its looks: one that is not is told from prose without more ado."""
    return first.startswith(('"', "sep=")) or _DELIMITER.search(first) is not None or first.strip().strip('"') in ALONE


def _encoding(head: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """The encoding of a file by its first bytes; None where they are no text."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16", ()
    if head[1:400:2].count(0) > 100 or (len(head) < 400 and head[1::2].count(0) * 3 > len(head)):
        return "utf-16-le", ()  # as some programs write it, without a mark
    sample = head[:SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROL)) > LEAST_TEXT * len(sample):
        return None, ()
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # which minds no character cut at the end
    except UnicodeDecodeError:
        return _other_encoding(head)
    return "utf-8", ()


def _other_encoding(head: bytes) -> tuple[str, tuple[Problem, ...]]:
    encoding = legacy_encoding(head[:ENOUGH])
    return encoding, (problem("encoding", f"Not UTF-8; read as {encoding}. If names look wrong, save the file as UTF-8."),)


def _tried(text: str, delimiter: str, whole: bool, given: bool) -> tuple[float, list[str], str] | None:
    """How sure it is that the delimiter is this one, and the header that it gives."""
    first = text.partition("\n")[0].strip()
    if not given and delimiter not in first and first.strip('"') not in ALONE and not first.startswith('"'):
        return None
    rows = _sample(text, delimiter, whole)
    if not rows:
        return None
    names, *rest = rows
    spaced = any(n.startswith(" ") for n in names[1:])  # as in prose
    names = [n.strip() for n in names]
    even = sum(len(row) == len(names) for row in rest)
    sure = 0.6 if given and len(names) > 1 else 0.51 if given else _sureness(names, even, len(rest), text, spaced)
    return (sure, names, delimiter) if sure else None


def _sureness(names: list[str], even: int, rows: int, text: str, spaced: bool) -> float:
    named = [n for n in names if n]
    if not all(len(n) <= LONGEST_NAME and _NAME.fullmatch(n) for n in named) or len(set(named)) < max(len(names) - 1, 1):
        return 0.0
    if len(names) == 1:
        return 0.6 if names[0] in ALONE and text.partition("\n")[2].startswith('"') else 0.0
    found = known(names)
    if found >= 2 and (found * 2 >= len(names) or says_text(names)) and 2 * even >= rows:
        return 0.95 if even else 0.9
    if says_text(names) and even and 2 * even >= rows:
        return 0.9
    if found == len(names) and says_text(names) and not spaced:
        return 0.85
    plain = not spaced and (all(" " not in n for n in names) or len(names) > 3)
    enough = rows >= FEWEST or rows > 0 and _QUOTED.search(text.partition("\n")[2]) is not None
    return 0.55 if plain and enough and even == rows and len(names) >= 2 and all(names) else 0.0


def _sample(text: str, delimiter: str, whole: bool) -> list[list[str]]:
    """The first rows, without the last where the text is only a beginning."""
    let_long_cells_be()
    found: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(cell.strip() for cell in row):
                found.append(row)
            if len(found) > LOOKED_AT:
                return found
    except csv.Error:
        pass
    return found if whole or len(found) < 2 else found[:-1]


def _rows(file: File, layout: Layout, mapping: Mapping | None) -> Iterator[Given | PassedOver]:
    """The rows after the header, each with its cells by their columns."""
    cuts = _cuts(file, layout)
    header = next(cuts, None)
    if header is None or isinstance(header, PassedOver):
        return
    names = _named(header.cells)
    columns_of(names, mapping)  # a column that is not there is told even where no row follows
    problems, n = layout.problems, 0
    for cut in cuts:
        if isinstance(cut, PassedOver):
            yield cut
            continue
        n += 1
        if any(cell.strip() for cell in cut.cells):
            yield _given(cut, n, names, problems)
            problems = ()
    if not n:
        yield passed_over("the table", "no-rows", "The table has a header and no rows. Check that it was exported whole.")


def _named(cells: list[str]) -> list[str]:
    """The names of the columns; a column without one is called by its number."""
    bare = [cell.strip().removeprefix("\ufeff").strip('"') for cell in cells]
    return [name if name and name not in bare[:n] else f"{name or 'column'} {n + 1}" for n, name in enumerate(bare)]


def _given(cut: Cut, n: int, names: list[str], problems: tuple[Problem, ...]) -> Given:
    where = f"row {n} (line {cut.line})"
    cells, told = _decoded(cut.cells, where)
    row: Row = dict(zip(names, cells, strict=False))
    if cut.flaw:
        told = (*told, problem(cut.flaw, f"The {where} {FLAWS[cut.flaw]}"))
    elif len(cells) != len(names):
        what = f"The {where} has {len(cells)} cells where the header has {len(names)}; names and text may stand in wrong columns. Mend it."
        told = (*told, problem("row-cells", what))
    return Given(row=row, place=Place(where=where, byte_range=cut.byte_range), problems=(*problems, *told))


def _decoded(cells: list[str], where: str) -> tuple[list[str], tuple[Problem, ...]]:
    """The cells, with what is no UTF-8 in them read as a Western European encoding."""
    if not any(_ESCAPED.search(cell) for cell in cells):
        return cells, ()
    mended = [cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace") if _ESCAPED.search(cell) else cell for cell in cells]
    return mended, (problem("encoding", f"The {where} is not UTF-8; read as cp1252. If names look wrong, save the file as UTF-8."),)


def _cuts(file: File, layout: Layout) -> Iterator[Cut | PassedOver]:
    errors = "replace" if layout.encoding.startswith("utf-16") else "surrogateescape"
    with file.open() as stream, io.TextIOWrapper(stream, layout.encoding, errors, newline="") as lines:
        yield from cuts(_measured(lines, layout.encoding, errors), layout.delimiter, len(layout.names), layout.skipped)


def _measured(lines: io.TextIOWrapper, encoding: str, errors: str) -> Iterator[tuple[str, int]]:
    """The lines, each with the bytes that it takes; marks of byte order and NUL characters are left out."""
    bare = "utf-16-le" if encoding == "utf-16" else encoding
    for n, line in enumerate(iter(lambda: lines.readline(LONGEST_CELL), "")):
        mark = 2 * (encoding == "utf-16" and n == 0)
        yield line.removeprefix("\ufeff").replace("\0", ""), len(line.encode(bare, errors)) + mark
