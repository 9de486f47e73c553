"""Streams for files that have to be read from their end."""

from __future__ import annotations

from io import BytesIO, FileIO
from typing import BinaryIO

from reportedly.formats.base import File


def seekable(file: File) -> BinaryIO:
    """A stream that goes back at no cost: the file on disk itself; of a member within an archive all its bytes, held."""
    stream = file.open()
    if isinstance(stream, BytesIO) or isinstance(getattr(stream, "raw", None), FileIO):
        return stream
    stream.close()
    return BytesIO(file.whole())
