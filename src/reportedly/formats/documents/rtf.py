"""A single article in Rich Text (RTF)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.errors import InputError
from reportedly.formats.base import File, Found
from reportedly.formats.documents.prose import Parts, Properties, exported, report_of
from reportedly.formats.documents.rich import is_rich, text_of

NAME = "rtf"
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_PROPERTY = r"\{\\(?:\*\\)?%s ([^{}\\]{1,300})\}"
_TITLE, _AUTHOR = re.compile(_PROPERTY % "title"), re.compile(_PROPERTY % "author")
_FEW = 3  # lines to a paragraph that is set apart by a blank line; where there are more, each line is a paragraph of its own


def sniff(file: File) -> float:
    """Likely for any RTF; an archive's own reader is surer of its own."""
    return 0.7 if is_rich(file) else 0.0


def read(file: File) -> Iterator[Found]:
    """The report, or those of an archive's export that no reader of its own knew. InputError where the file is broken or empty."""
    text = text_of(file)
    if not text.strip():
        raise InputError(f"{file.name} is an RTF document without text. Check that it was saved whole.")
    if (articles := exported(text)) is not None:
        yield from articles
        return
    yield report_of(Parts(paragraphs=_paragraphs(text), properties=_properties(file)), NAME)


def _paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs: apart by blank lines where it has such throughout, else line by line, as word processors keep them."""
    blocks = [b.strip() for b in _BLANK.split(text) if b.strip()]
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(blocks if len(lines) <= _FEW * len(blocks) and len(blocks) > 2 else lines)


def _properties(file: File) -> Properties:
    head = file.head.decode("latin-1")
    title, author = _TITLE.search(head), _AUTHOR.search(head)
    return Properties(title=title[1].strip() if title else None, author=author[1].strip() if author else None)
