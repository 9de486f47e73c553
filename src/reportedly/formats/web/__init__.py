"""Web pages, feeds and web archives."""

from __future__ import annotations

from reportedly.formats.base import Container, FileFormat, Format

TEXT_FORMATS: tuple[Format, ...] = ()
FILE_FORMATS: tuple[FileFormat, ...] = ()
CONTAINERS: tuple[Container, ...] = ()
