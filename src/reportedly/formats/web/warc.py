"""WARC, the files of web archives (ISO 28500): plain or compressed with gzip, Zstandard or LZ4, read record by record."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, cast

import msgspec

from reportedly.formats.base import File, Found, PassedOver, Received, passed_over
from reportedly.formats.web.capture import Capture, Tally, found_in

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

NAME = "warc"
_GZIP, _ZSTD, _LZ4 = b"\x1f\x8b", (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18"), b"\x04\x22\x4d\x18"
_START = re.compile(rb"WARC/1\.|\x1f\x8b\x08|\x28\xb5\x2f\xfd")  # where a record may begin, after a damaged one
_HEADER = re.compile(rb"WARC/1\.\d\r?\n[A-Za-z\-]{2,40}:")
_COUNTED = frozenset({"revisit", "conversion", "continuation"})
_PAGES = frozenset({"response", "resource"})
STEP = 1 << 20  # bytes read at once in search of the next record
LONGEST_URI = 2_000  # characters of an address that are kept


def sniff(file: File) -> float:
    """Certain where the first record begins as all of them do."""
    return 0.98 if opening(file.head).startswith(b"WARC/") else 0.0


def opening(head: bytes) -> bytes:
    """The first bytes of a file, uncompressed; empty where they cannot be read."""
    try:
        if head.startswith(_GZIP):
            return zlib.decompressobj(31).decompress(head, 64)
        if head.startswith((*_ZSTD, _LZ4)):
            from fastwarc.stream_io import Lz4Reader, ZstdReader

            reader = Lz4Reader if head.startswith(_LZ4) else ZstdReader
            return bytes(reader(BytesIO(head)).read(64))
    except (zlib.error, OSError, ValueError):
        return b""
    return head[:64].lstrip()


def read(file: File) -> Iterator[Found]:
    """The pages of an archive in order; then, by kind, how many records hold none.

    A report's byte range is that of its record in the file as stored, known when the next record begins.
    """
    tally = Tally()
    waiting: tuple[Found, int] | None = None
    for number, at, record in _records(file):
        if waiting:
            yield _placed(*waiting, at)
        same = isinstance(record, PassedOver) and waiting is not None and _is_damage(waiting[0])  # told with the record that broke off
        found = None if same else record if isinstance(record, PassedOver) else _found(number, record, tally)
        waiting = None
        if found:
            waiting = (found, at)
    if waiting:
        yield _placed(*waiting, file.size)
    yield from tally.told()


def _is_damage(found: Found) -> bool:
    return isinstance(found, PassedOver) and found.problem.code == "damaged"


def _found(number: int, record: WarcRecord, tally: Tally) -> Found | None:
    kind = str(record.record_type)
    if kind in _COUNTED:
        tally.kinds[kind] += 1
    if kind not in _PAGES:
        return None
    try:
        return found_in(_capture(number, record, kind), tally, NAME)
    except (OSError, ValueError) as e:
        where = f"record {number}" + (f" ({uri})" if (uri := _uri(record)) else "")
        return passed_over(where, "damaged", f"The record cannot be read: {e}. Get the file again.")


def _capture(number: int, record: WarcRecord, kind: str) -> Capture:
    return Capture(
        number=number,
        uri=_uri(record),
        captured=record.headers.get("WARC-Date"),
        take=record.reader.read,
        length=record.content_length,
        http=kind == "response",
        content_type=record.headers.get("Content-Type") or "",
        truncated=record.headers.get("WARC-Truncated"),
    )


def _uri(record: WarcRecord) -> str | None:
    return (record.headers.get("WARC-Target-URI") or "").strip("<> ")[:LONGEST_URI] or None


def _placed(found: Found, start: int, end: int | None) -> Found:
    """Where records share one compressed block, none has bytes of its own."""
    if isinstance(found, PassedOver) or end is None or end <= start:
        return found
    return Received(report=msgspec.structs.replace(found.report, byte_range=(start, end)), problems=found.problems)


def _records(file: File) -> Iterator[tuple[int, int, WarcRecord | PassedOver]]:
    """Every record with its number and where it begins; after a damaged stretch it goes on at the next beginning of a record."""
    from fastwarc.warc import ArchiveIterator

    number, base = 0, 0
    while True:
        before, last, damage = number, base, None
        with file.open() as stream:
            _skip(stream, base)
            try:
                for record in ArchiveIterator(cast("BinaryIO", _From(stream)), parse_http=False):
                    number += 1
                    last = base + record.stream_pos
                    yield number, last, record
            except (OSError, ValueError, EOFError) as e:
                damage = str(e)
        if damage is None:
            return
        if number > before or not base:  # else it is the same damage still
            number += 1
            told = f"What follows byte {last} is no WARC record ({damage}): it was passed over up to the next one. Get the file again."
            yield number, last, passed_over(f"record {number}", "damaged", told)
        beginning = _next_record(file, last + 1)
        if beginning is None:
            return
        base = beginning


class _From:
    """A stream that fastwarc reads on from where it stands, and cannot wind back."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream, self.passed = stream, 0

    def read(self, size: int) -> bytes:
        part = self.stream.read(size)
        self.passed += len(part)
        return part

    def tell(self) -> int:
        return self.passed


def _skip(stream: BinaryIO, count: int) -> None:
    if stream.seekable():
        stream.seek(count)
        return
    while count > 0 and (part := stream.read(min(count, STEP))):
        count -= len(part)


def _next_record(file: File, start: int) -> int | None:
    """Where the first record after a place begins."""
    with file.open() as stream:
        _skip(stream, start)
        kept, at = b"", start
        while part := stream.read(STEP):
            window = kept + part
            for m in _START.finditer(window):
                if _HEADER.match(opening(window[m.start() : m.start() + 4096])):
                    return at + m.start()
            kept = window[-4096:]
            at += len(window) - len(kept)
    return None
