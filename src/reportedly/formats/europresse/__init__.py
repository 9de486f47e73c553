"""Exports of Europresse, in both layouts."""

from __future__ import annotations

from reportedly.formats.base import Container, FileFormat, Format
from reportedly.formats.europresse import html

TEXT_FORMATS: tuple[Format, ...] = ()
FILE_FORMATS: tuple[FileFormat, ...] = (FileFormat(name=html.NAME, sniff=html.sniff_file, read=html.read_file),)
CONTAINERS: tuple[Container, ...] = ()
