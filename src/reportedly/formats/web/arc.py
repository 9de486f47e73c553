"""ARC, which web archives wrote before WARC (until about 2009): one header line, then the server's answer."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

import msgspec

from reportedly.formats.base import File, Found, Received, passed_over
from reportedly.formats.web.capture import Capture, Tally, found_in
from reportedly.formats.web.warc import opening
from reportedly.model import Record

NAME = "arc"
LONGEST_LINE = 16_384  # bytes of a header line: an address and a few short fields
STEP = 1 << 20  # bytes passed over at once


class _Head(Record, frozen=True, kw_only=True):
    """A record's header line: "URL IP DATE TYPE LENGTH", with five more fields before the length in version 2."""

    uri: str
    captured: str
    type: str
    length: int


class _Block:
    """The bytes of one record, taken one stretch after another."""

    def __init__(self, stream: BinaryIO, length: int) -> None:
        self.stream, self.left = stream, length

    def take(self, most: int) -> bytes:
        part = self.stream.read(min(most, self.left))
        self.left -= len(part)
        return part

    def pass_over(self) -> None:
        while self.left and self.take(STEP):
            pass


def sniff(file: File) -> float:
    """Certain where the file begins with its own description."""
    return 0.98 if opening(file.head).startswith(b"filedesc://") else 0.0


def read(file: File) -> Iterator[Found]:
    """The pages of an archive in order; then, by kind, how many records hold none."""
    tally, number = Tally(), 0
    packed = file.head.startswith(b"\x1f\x8b")
    with file.open() as raw:
        stream = cast("BinaryIO", gzip.GzipFile(fileobj=raw)) if packed else raw
        try:
            while line := stream.readline(LONGEST_LINE):
                if not line.strip():
                    continue
                number += 1
                head = _head(line)
                if head is None:
                    yield passed_over(
                        f"record {number}", "damaged", "What stands here is no header of an ARC record; the rest was not read."
                    )
                    return
                start = None if packed else stream.tell() - len(line)
                block = _Block(stream, head.length)
                found = None if head.uri.startswith("filedesc:") else found_in(_capture(number, head, block), tally, NAME)
                block.pass_over()
                if found:
                    yield _placed(found, start, stream.tell())
        except (EOFError, OSError, zlib.error) as e:
            yield passed_over(f"record {number}", "truncated", f"The file ends within this record ({e}). Get it again.")
    yield from tally.told()


def _capture(number: int, head: _Head, block: _Block) -> Capture:
    return Capture(number=number, uri=head.uri, captured=head.captured, take=block.take, length=head.length, content_type=head.type)


def _head(line: bytes) -> _Head | None:
    fields = line.decode("utf-8", "replace").split()
    if len(fields) < 5 or not fields[-1].isdecimal() or len(fields[-1]) > 15:
        return None
    return _Head(uri=fields[0], captured=fields[2], type=fields[3], length=int(fields[-1]))


def _placed(found: Found, start: int | None, end: int) -> Found:
    if start is None or not isinstance(found, Received):
        return found
    return Received(report=msgspec.structs.replace(found.report, byte_range=(start, end)), problems=found.problems)
