"""What agencies send: NewsML, NITF, IPTC 7901."""

from __future__ import annotations

from reportedly.formats.base import Container, FileFormat, Format
from reportedly.formats.wires import iptc7901, newsml_1, newsml_g2, nitf

TEXT_FORMATS: tuple[Format, ...] = ()
FILE_FORMATS: tuple[FileFormat, ...] = (
    FileFormat(name=newsml_g2.NAME, sniff=newsml_g2.sniff, read=newsml_g2.read),
    FileFormat(name=newsml_1.NAME, sniff=newsml_1.sniff, read=newsml_1.read),
    FileFormat(name=nitf.NAME, sniff=nitf.sniff, read=nitf.read),
    FileFormat(name=iptc7901.NAME, sniff=iptc7901.sniff, read=iptc7901.read),
)
CONTAINERS: tuple[Container, ...] = ()
