"""Streams of unpacked bytes: bounded in size and ratio, and with errors that say what happened."""

from __future__ import annotations

import io
import lzma
import zlib
from collections.abc import Callable
from typing import BinaryIO, Protocol
from zipfile import BadZipFile

from reportedly.errors import InputError
from reportedly.formats.base import LARGEST

MOST_RATIO = 200  # bytes out of one: text packs 3 to 10 times, the most repetitive tables about 100, bombs 1000
FREE = 8 * 2**20  # bytes that are unpacked whatever the ratio
BOMB = f"It unpacks to over {MOST_RATIO} times its size, as files made to fill the memory do. Else unpack it and read it by itself."
BROKEN = (EOFError, BadZipFile, zlib.error, lzma.LZMAError, OSError, RuntimeError, NotImplementedError, ValueError)
_SYSTEM_FILES = frozenset(["Thumbs.db", "desktop.ini"])


class Closable(Protocol):
    """What holds a file open."""

    def close(self) -> None: ...


class Guard:
    """What happened while members of an archive were read: `flaw` is why a stream broke off."""

    def __init__(self) -> None:
        self.flaw: str | None = None


class Guarded(io.RawIOBase):
    """A stream that ends where the packed bytes break off (the guard is told), and stops beyond measure with an InputError."""

    def __init__(self, stream: BinaryIO, packed: Callable[[], int], guard: Guard, largest: int | None, under: Closable | None) -> None:
        self._stream, self._packed, self._guard, self._largest, self._under = stream, packed, guard, largest, under
        self._read = getattr(stream, "read1", stream.read)  # `read` would lose what stands before an error
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._guard.flaw:
            return 0
        try:
            got = self._read(len(buffer))
        except BROKEN as e:
            self._guard.flaw = " ".join(str(e).split())[:120] or type(e).__name__
            return 0
        self._given += len(got)
        self._check()
        buffer[: len(got)] = got
        return len(got)

    def _check(self) -> None:
        if self._largest is not None and self._given > self._largest:
            raise InputError(f"It is larger than {self._largest >> 20} MB. Unpack it and read it by itself.")
        if self._given > FREE and self._given > MOST_RATIO * max(self._packed(), 1):
            raise InputError(BOMB)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            if self._under is not None:
                self._under.close()
        super().close()


def buffered(
    stream: BinaryIO, packed: Callable[[], int], guard: Guard, largest: int | None = LARGEST, under: Closable | None = None
) -> BinaryIO:
    """A guarded stream that reads in large pieces; `under` is closed with it."""
    return io.BufferedReader(Guarded(stream, packed, guard, largest, under), 2**16)


def label(name: str) -> str:
    """A member's name as messages may show it: what cannot be printed becomes "?"; nothing is ever written under it."""
    return "".join(c if c.isprintable() else "?" for c in name)[:500]


def is_hidden(name: str) -> bool:
    """Whether a member is none of the researcher's files: hidden, or left by a system."""
    parts = name.replace("\\", "/").split("/")
    return parts[-1] in _SYSTEM_FILES or any(part == "__MACOSX" or (part.startswith(".") and part not in (".", "..")) for part in parts)
