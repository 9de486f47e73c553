"""Archives around files: ZIP, gzip (bzip2 and xz beside it), tar."""

from __future__ import annotations

from reportedly.formats.archives import gzip, tar
from reportedly.formats.archives import zip as zipped
from reportedly.formats.base import Container, FileFormat, Format

TEXT_FORMATS: tuple[Format, ...] = ()
FILE_FORMATS: tuple[FileFormat, ...] = ()
CONTAINERS: tuple[Container, ...] = (
    Container(name=zipped.NAME, sniff=zipped.sniff, members=zipped.members),
    Container(name=gzip.NAME, sniff=gzip.sniff, members=gzip.members),
    Container(name=tar.NAME, sniff=tar.sniff, members=tar.members),
)
