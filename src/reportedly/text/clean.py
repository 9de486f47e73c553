"""Clean a stretch of text for analysis, keeping for every clean character the place it came from.

What is mended: search-hit artefacts ("U.N .", doubled spaces), line breaks within a paragraph, control and
zero-width characters, exotic spaces, and typographic quotation marks, apostrophes and bars (to their plain forms,
which the language model knows best). The received text itself is never altered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.formats.tidy import DETACHED
from reportedly.model import Record

# Each alternative names one kind of mending; the order is the order in which they are tried.
_MEND = re.compile(
    rf"(?P<join>{DETACHED})"
    r"|(?P<gone>[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+)"
    r"|(?P<space>[\s\x00-\x1f\x7f-\x9f]{2,}|[^\S ]|[\x00-\x1f\x7f-\x9f])"
    r"|(?P<double>[\u201c-\u201f\u00ab\u00bb\u2033]|``|'')"
    r"|(?P<single>[\u2018-\u201b\u2032])"
    r"|(?P<dash>\u2015)"
)
_PLAIN = {"join": "", "gone": "", "space": " ", "double": '"', "single": "'", "dash": "\u2014"}


class Cleaned(Record, frozen=True, kw_only=True):
    """A clean copy; `origin[i]` is the received offset of clean character i, and `origin[len(text)]` that of the end."""

    text: str
    origin: Sequence[int]

    def start(self, clean: int) -> int:
        """The received offset at which clean character `clean` begins."""
        return self.origin[clean]

    def end(self, clean: int) -> int:
        """The received offset just past the clean character before `clean`."""
        return self.origin[clean - 1] + 1 if clean else self.origin[0]


def clean(text: str, start: int, end: int) -> Cleaned:
    """A clean copy of text[start:end]; linear in its length."""
    pieces: list[str] = []
    origin: list[int] = []
    at = start
    for m in _MEND.finditer(text, start, end):
        pieces.append(text[at : m.start()])
        origin.extend(range(at, m.start()))
        plain = _PLAIN[str(m.lastgroup)]
        pieces.append(plain)
        origin.extend([m.start()] * len(plain))
        at = m.end()
    if not pieces:
        return Cleaned(text=text[start:end], origin=range(start, end + 1))
    pieces.append(text[at:end])
    origin.extend(range(at, end + 1))
    return Cleaned(text="".join(pieces), origin=origin)
