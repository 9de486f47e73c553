"""gzip, and bzip2 and xz beside it: one file, packed. What is whole of a file that was cut off is read, and the rest is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, cast

from reportedly.formats.archives.guarded import Guard, buffered
from reportedly.formats.base import HEAD, File, PassedOver, passed_over

NAME = "gzip"
SURENESS = 0.6  # less than that of formats whose own files are packed, as web archives are
MAGICS = {b"\x1f\x8b\x08": (".gz", ".gzip", ".tgz"), b"BZh": (".bz2", ".tbz2"), b"\xfd7zXZ\x00": (".xz", ".txz")}
_TARS = (".tgz", ".tbz2", ".txz")
CUT = "The packed file breaks off or is damaged ({}); what stands before that was read. Get it again."


def sniff(file: File) -> float:
    """Likely for anything packed so."""
    return SURENESS if any(file.head.startswith(magic) for magic in MAGICS) else 0.0


def members(file: File) -> Iterator[File | PassedOver]:
    """The one file that is packed; then, where it breaks off, that it does."""
    guard = Guard()
    opener = _opener(file, guard)
    with opener() as stream:
        head = stream.read(HEAD)
    flaw, guard.flaw = guard.flaw, None
    if head or not flaw:
        yield File(name=_name(file.name), head=head, opener=opener)
    if flaw := guard.flaw or (flaw if len(head) < HEAD else None):
        yield passed_over("the end", "cut-off", CUT.format(flaw))


def _opener(file: File, guard: Guard) -> Callable[[], BinaryIO]:
    def opened() -> BinaryIO:
        guard.flaw = None
        counted = _Counted(file.open())
        return buffered(_unpacked(counted, file.head), lambda: counted.count, guard, None, counted)

    return opened


class _Counted:
    """The packed stream, counting the bytes that were taken from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.count = stream, 0

    def read(self, size: int = -1) -> bytes:
        got = self._stream.read(size)
        self.count += len(got)
        return got

    def seekable(self) -> bool:
        return False

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        self._stream.close()

    @property
    def closed(self) -> bool:
        return self._stream.closed


def _unpacked(stream: _Counted, magic: bytes) -> BinaryIO:
    import bz2
    import gzip
    import lzma

    packed: Any = stream  # of which these ask no more than `read`
    if magic.startswith(b"BZh"):
        unpacked: Any = bz2.BZ2File(packed)
    else:
        unpacked = lzma.LZMAFile(packed) if magic.startswith(b"\xfd7zXZ") else gzip.GzipFile(fileobj=packed)  # noqa: SIM115 (the caller closes it)
    return cast("BinaryIO", unpacked)


def _name(name: str) -> str:
    """The name without the packer's ending; of a member the label says in which file it lies."""
    short = name.replace("\\", "/").rsplit("/", 1)[-1]
    ending = next((e for endings in MAGICS.values() for e in endings if short.lower().endswith(e) and len(e) < len(short)), "")
    return short.removesuffix(short[len(short) - len(ending) :]) + (".tar" if ending in _TARS else "") if ending else short
