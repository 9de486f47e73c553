"""Single documents: PDF, Word, RTF, mail."""

from __future__ import annotations

from reportedly.formats.base import Container, FileFormat, Format
from reportedly.formats.documents import docx, eml, pdf, rtf

TEXT_FORMATS: tuple[Format, ...] = ()
FILE_FORMATS: tuple[FileFormat, ...] = (
    FileFormat(name=pdf.NAME, sniff=pdf.sniff, read=pdf.read),
    FileFormat(name=docx.NAME, sniff=docx.sniff, read=docx.read),
    FileFormat(name=rtf.NAME, sniff=rtf.sniff, read=rtf.read),
    FileFormat(name=eml.NAME, sniff=eml.sniff, read=eml.read),
)
CONTAINERS: tuple[Container, ...] = ()
