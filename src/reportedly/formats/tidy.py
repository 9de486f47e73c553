"""Small repairs of header lines: search-hit artefacts and doubled spaces."""

from __future__ import annotations

import re

from reportedly.model import Span

DETACHED = r"(?<=[\w.)\]]) +(?=[.,;:!?](?:[\s\-]|$))"  # the space in "U.N ." and "Factory ." that hit highlighting leaves
_DETACHED, _SPACES = re.compile(DETACHED), re.compile(r"\s+")


def tidy(words: str) -> str:
    """The words on one line, single-spaced, without artefacts of hit highlighting."""
    return _SPACES.sub(" ", _DETACHED.sub("", words)).strip()


def strip(text: str, start: int, end: int) -> Span:
    """text[start:end] without the white space at its ends."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Span(start + left, max(start + left, start + len(words.rstrip())))
