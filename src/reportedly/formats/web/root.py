"""The first element of an XML file, told from its opening words alone."""

from __future__ import annotations

import re

_NAME = re.compile(r"<(?:[\w.\-]{1,40}:)?([A-Za-z][\w.\-]{0,60})([^>]{0,4000})")


def root_of(opening: str) -> tuple[str, str]:
    """Its name without prefix and its attributes as they stand; both empty where there is none."""
    at = 0
    while opening.startswith("<", at):
        if opening.startswith("<!--", at):
            end, skip = opening.find("-->", at), 3
        elif opening.startswith("<?", at):
            end, skip = opening.find("?>", at), 2
        elif opening.startswith("<!", at):
            end, skip = _doctype_end(opening, at), 1
        else:
            m = _NAME.match(opening, at)
            return (m[1], m[2]) if m else ("", "")
        if end < 0:
            break
        at = end + skip
        at += len(opening[at:]) - len(opening[at:].lstrip())
    return "", ""


def _doctype_end(opening: str, at: int) -> int:
    bracket, end = opening.find("[", at), opening.find(">", at)
    return opening.find("]>", at) + 1 if 0 <= bracket < end and opening.find("]>", at) >= 0 else end
