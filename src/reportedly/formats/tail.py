"""What stands after the last paragraph of a report: who contributed, who edited, whose copyright."""

from __future__ import annotations

import re

from reportedly.formats.tidy import tidy
from reportedly.model import Record, Span

_NAMES = re.compile(r"\s*(?:,|;|&)\s*(?:and\s+)?|\s+and\s+")
_CREDITS = (
    re.compile(r"(?:[-\u2013\u2014* ]+)?(?P<names>[A-Z][^.\n]{3,300}?)\s+(?:also\s+)?contributed\s+(?:to|reporting|from)\b[^\n]{0,80}", re.I),
    re.compile(r"\(?\s*(?:Additional\s+)?Reporting\s+by\s+(?P<names>[^;.)\n]+)[^\n]*", re.I),
    re.compile(r"[-\u2013\u2014 ]*With\s+(?:assistance|reporting|files)\s+(?:from|by)\s+(?P<names>[^.\n]+)\.?", re.I),
)
_NOISE = re.compile(r"\s*(?:[-\u2013\u2014*_#]{2,}|\(?(?:END|ENDS)\)?|-30-|\(\([^\n]*\)\)|\(?(?:c\)|\u00a9|Copyright\b)[^\n]*|\(?(?:Editing|Writing|Translated)\s+by\b[^\n]*)\s*", re.I)
_PLACE = re.compile(r"\s+in\s+[A-Z][\w .\-]+$")


class Tail(Record, frozen=True, kw_only=True):
    """Where the prose ends, and the names in the credit lines after it."""

    end: int
    contributors: tuple[str, ...] = ()


def peel(text: str, start: int, end: int, *known: str | None) -> Tail:
    """Take credit lines, rules, copyright lines and the `known` lines (publisher) off the end of text[start:end]."""
    contributors: tuple[str, ...] = ()
    lines = [Span(m.start(), m.end()) for m in re.compile(r"[^\r\n]+").finditer(text, start, end) if m.group().strip()]
    while lines:
        line = lines[-1].of(text).strip()
        names = next((m["names"] for credit in _CREDITS if (m := credit.fullmatch(line))), None)
        if names is not None:
            contributors = _names(names) + contributors
        elif not (_NOISE.fullmatch(line) or line in known):
            break
        lines.pop()
    return Tail(end=lines[-1].end if lines else start, contributors=contributors)


def _names(listed: str) -> tuple[str, ...]:
    return tuple(n for part in _NAMES.split(tidy(listed)) if (n := _PLACE.sub("", part).strip(" .()")))
