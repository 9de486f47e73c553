"""Small repairs of header lines: search-hit artefacts and doubled spaces."""

from __future__ import annotations

import re

DETACHED = r"(?<=[\w.)\]]) +(?=[.,;:!?](?:[\s\-]|$))"  # the space in "U.N ." and "Factory ." that hit highlighting leaves
_DETACHED, _SPACES = re.compile(DETACHED), re.compile(r"\s+")


def tidy(words: str) -> str:
    """The words on one line, single-spaced, without artefacts of hit highlighting."""
    return _SPACES.sub(" ", _DETACHED.sub("", words)).strip()
