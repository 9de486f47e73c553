"""Exports of ProQuest, in all their layouts."""

from __future__ import annotations

from reportedly.formats.base import Container, FileFormat, Format
from reportedly.formats.proquest import eml, html, text

# Text that is given as such is read as in files. It is verbatim, for its reports are composed, not cut out: see text.py.
TEXT_FORMATS: tuple[Format, ...] = (Format(name=text.NAME, sniff=text.sniff, read=text.read, verbatim=True),)
FILE_FORMATS: tuple[FileFormat, ...] = (
    FileFormat(name=text.NAME, sniff=text.sniff_file, read=text.read_file),
    FileFormat(name=html.NAME, sniff=html.sniff_file, read=html.read_file),
    FileFormat(name=eml.NAME, sniff=eml.sniff_file, read=eml.read_file),
)
CONTAINERS: tuple[Container, ...] = ()
