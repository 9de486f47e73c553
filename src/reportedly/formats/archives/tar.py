"""tar: the files in it, in the order in which they stand; nothing is written to disk."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from reportedly.formats.archives.guarded import BROKEN, Guard, buffered, is_hidden, label
from reportedly.formats.base import HEAD, LARGEST, File, PassedOver, passed_over

NAME = "tar"
HELD = 32 * 2**20  # bytes of a member that are held; a larger one is reached anew for each reading
BLOCK = 512  # bytes, by the format's definition
AGAIN = "Get the archive again."


def sniff(file: File) -> float:
    """Likely where the mark of a tar's first header stands."""
    return 0.6 if file.head[257:262] == b"ustar" else 0.0


def members(file: File) -> Iterator[File | PassedOver]:
    """The files in order; where the archive breaks off, that is told."""
    with file.open() as stream:
        watched = _Watched(stream)
        try:
            with tarfile.open(fileobj=watched, mode="r|") as archive:  # type: ignore[call-overload]
                yield from _files(archive, file)
            watched.check()
        except (tarfile.TarError, *BROKEN) as e:
            said = " ".join(str(e).split())[:120]
            yield passed_over(
                "the end", "cut-off", f"The archive breaks off or is damaged ({said}); what stands before that was read. {AGAIN}"
            )


def _files(archive: tarfile.TarFile, file: File) -> Iterator[File | PassedOver]:
    found = False
    for info in archive:
        archive.members.clear()  # type: ignore[attr-defined]  # it would remember every one
        if not info.isreg() or is_hidden(info.name):
            continue
        found = True
        name = label(info.name)
        if info.size > LARGEST:
            told = passed_over(
                "file", "too-large", f"The file is larger than {LARGEST >> 20} MB. Unpack the archive, and read it by itself."
            )
            yield PassedOver(where=told.where, problem=told.problem, member=name)
        elif info.size <= HELD:
            raw = _held(archive, info)
            yield File.of(raw, name)
            if len(raw) < info.size:
                raise EOFError(f"{name} has {len(raw)} of {info.size} bytes")
        else:
            opener = partial(_reached, file, info.offset_data, info.size)
            with opener() as stream:
                head = stream.read(HEAD)
            yield File(name=name, head=head, opener=opener, size=info.size)
    if not found:
        yield passed_over("the archive", "no-members", f"{file.name} is a tar archive without files. Check that it was made whole.")


def _held(archive: tarfile.TarFile, info: tarfile.TarInfo) -> bytes:
    with archive.extractfile(info) or _none() as stream:
        return stream.read()


def _none() -> BinaryIO:
    raise EOFError("a file has no bytes")


def _reached(file: File, start: int, size: int) -> BinaryIO:
    """A member's stream, by a new reading of the archive up to it."""
    stream = file.open()
    left = start
    while left and (skipped := len(stream.read(min(left, 2**20)))):
        left -= skipped
    return buffered(_Part(stream, size), lambda: size, Guard(), under=stream)  # type: ignore[arg-type]


class _Watched:
    """A stream that knows whether it ends as a tar does, in a block of zeros; tarfile takes a header that is cut off for the end."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._last = stream, b""

    def read(self, size: int) -> bytes:
        got = self._stream.read(size)
        self._last = (self._last + got)[-BLOCK:]
        return got

    def check(self) -> None:
        """EOFError where it broke off."""
        if self._last.strip(b"\0"):
            raise EOFError("the closing block is missing")


class _Part:
    """The next bytes of a stream."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream, self._left = stream, size

    def read(self, size: int) -> bytes:
        got = self._stream.read(min(size, self._left))
        self._left -= len(got)
        return got

    def close(self) -> None:
        self._left = 0
