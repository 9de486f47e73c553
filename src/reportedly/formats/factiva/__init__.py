"""Exports of Factiva, in all their layouts."""

from __future__ import annotations

from reportedly.formats.base import Container, FileFormat, Format
from reportedly.formats.factiva import labelled, unlabelled

TEXT_FORMATS: tuple[Format, ...] = (
    Format(name=labelled.NAME, sniff=labelled.sniff, read=labelled.read),
    Format(name=unlabelled.NAME, sniff=unlabelled.sniff, read=unlabelled.read),
)
FILE_FORMATS: tuple[FileFormat, ...] = ()
CONTAINERS: tuple[Container, ...] = ()
