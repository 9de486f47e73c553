"""Exports of LexisNexis and Nexis Uni."""

from __future__ import annotations

from reportedly.formats.base import Container, FileFormat, Format
from reportedly.formats.nexis import old_html, old_text, uni_docx, uni_rtf, uni_text

TEXT_FORMATS: tuple[Format, ...] = (
    Format(name=old_text.NAME, sniff=old_text.sniff, read=old_text.read),
    Format(name=uni_text.NAME, sniff=uni_text.sniff, read=uni_text.read),
)
FILE_FORMATS: tuple[FileFormat, ...] = (
    FileFormat(name=old_html.NAME, sniff=old_html.sniff, read=old_html.read),
    FileFormat(name=uni_docx.NAME, sniff=uni_docx.sniff, read=uni_docx.read),
    FileFormat(name=uni_rtf.NAME, sniff=uni_rtf.sniff, read=uni_rtf.read),
)
CONTAINERS: tuple[Container, ...] = ()
