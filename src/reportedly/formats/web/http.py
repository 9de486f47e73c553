"""An answer of a web server as an archive keeps it: its header lines, and its body in the encodings that it was sent in."""

from __future__ import annotations

import re
import zlib

from reportedly.model import Record

_STATUS = re.compile(rb"\s*HTTP/[\d.]+[ \t]+(\d{3})")
_END = re.compile(rb"\r?\n[ \t]*\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:\-]+)", re.I)
_SIZE = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
HEADER = 65_536  # bytes of the longest header that is looked through; servers allow 8,192 to 65,536


class Answer(Record, frozen=True, kw_only=True):
    """Status, header fields by lower-case name, and where the body begins."""

    status: int
    fields: dict[str, str]
    body: int

    @property
    def type(self) -> str:
        return self.fields.get("content-type", "").split(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        return charset_in(self.fields.get("content-type", ""))


def charset_in(content_type: str) -> str | None:
    """The encoding that a Content-Type field names."""
    m = _CHARSET.search(content_type)
    return m[1] if m else None


def answer(block: bytes) -> Answer | None:
    """The header of an answer; None where the bytes are none."""
    if not (m := _STATUS.match(block)):
        return None
    end = _END.search(block, m.end(), HEADER)
    lines = block[m.end() : end.start() if end else HEADER].decode("latin-1").splitlines()
    pairs = (line.partition(":") for line in lines[1:])
    fields = {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}
    return Answer(status=int(m[1]), fields=fields, body=end.end() if end else min(len(block), HEADER))


def body_of(raw: bytes, fields: dict[str, str], most: int) -> tuple[bytes, bool]:
    """The body without chunks and compression, at most `most` bytes of it and one more; and whether it was sent to its end."""
    whole = True
    if "chunked" in fields.get("transfer-encoding", "").lower():
        raw, whole = _unchunked(raw)
    for coding in reversed(fields.get("content-encoding", "").lower().split(",")):
        raw, ended = _uncompressed(raw, coding.strip(), most)
        whole = whole and ended
    return raw, whole


def _unchunked(raw: bytes) -> tuple[bytes, bool]:
    """The chunks put together; bytes that are said to be chunked and are not stay as they are."""
    parts: list[bytes] = []
    at = 0
    while m := _SIZE.match(raw, at):
        size = int(m[1], 16)
        if size == 0:
            return b"".join(parts), True
        part = raw[m.end() : m.end() + size]
        parts.append(part)
        at = m.end() + size
        if raw[at : at + 2] == b"\r\n":
            at += 2
        elif raw[at : at + 1] == b"\n":
            at += 1
    return (b"".join(parts), False) if parts else (raw, True)


def _uncompressed(raw: bytes, coding: str, most: int) -> tuple[bytes, bool]:
    """One coding undone; bytes that are said to be compressed and are not stay as they are."""
    if coding in ("gzip", "x-gzip"):
        return _inflated(raw, 31, most) if raw[:2] == b"\x1f\x8b" else (raw, True)
    if coding == "deflate":
        found, whole = _inflated(raw, 15, most)
        return (found, whole) if found else _inflated(raw, -15, most)
    if coding == "br":
        return _brotli(raw, most)
    return _zstandard(raw, most) if coding == "zstd" and raw[:4] == b"\x28\xb5\x2f\xfd" else (raw, True)


def _inflated(raw: bytes, bits: int, most: int) -> tuple[bytes, bool]:
    parts: list[bytes] = []
    left = most + 1
    while raw and left > 0:
        machine = zlib.decompressobj(bits)
        try:
            part = machine.decompress(raw, left)
        except zlib.error:
            return b"".join(parts), bool(parts)  # zeros or other filling after the last member
        parts.append(part)
        left -= len(part)
        if not machine.eof:
            return b"".join(parts), left <= 0
        raw = machine.unused_data if bits == 31 else b""
    return b"".join(parts), True


def _brotli(raw: bytes, most: int) -> tuple[bytes, bool]:
    import brotli

    machine = brotli.Decompressor()
    try:
        found: bytes = machine.process(raw, output_buffer_limit=most + 1)[: most + 1]
    except brotli.error:
        return (raw, True) if b"<" in raw[:200] else (b"", False)
    return found, machine.is_finished() or len(found) > most


def _zstandard(raw: bytes, most: int) -> tuple[bytes, bool]:
    from io import BytesIO

    from fastwarc.stream_io import ZstdReader

    try:
        return bytes(ZstdReader(BytesIO(raw)).read(most + 1)), True
    except (OSError, ValueError):
        return b"", False
