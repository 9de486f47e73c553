"""Exports of Factiva, in all their layouts."""

from __future__ import annotations

from reportedly.formats.base import Container, FileFormat, Format
from reportedly.formats.factiva import html, labelled, rtf, unlabelled, xml

TEXT_FORMATS: tuple[Format, ...] = (
    Format(name=labelled.NAME, sniff=labelled.sniff, read=labelled.read),
    Format(name=unlabelled.NAME, sniff=unlabelled.sniff, read=unlabelled.read),
)
FILE_FORMATS: tuple[FileFormat, ...] = (
    FileFormat(name=html.NAME, sniff=html.sniff, read=html.read),
    FileFormat(name=rtf.NAME, sniff=rtf.sniff, read=rtf.read),
    FileFormat(name=xml.NAME, sniff=xml.sniff, read=xml.read),
)
CONTAINERS: tuple[Container, ...] = ()
