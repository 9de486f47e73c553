"""Small repairs of header lines: search-hit artefacts, doubled spaces, odd kinds of space and line end."""

from __future__ import annotations

import re

from reportedly.model import Span

DETACHED = r"(?<=[\w.)\]]) +(?=[.,;:!?](?:[\s\-]|$))"  # the space in "U.N ." and "Factory ." that hit highlighting leaves
_DETACHED = re.compile(DETACHED)
_ODD = re.compile(r"[\ufeff\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x0b\x85\u2028\u2029]|\r(?!\n)")
_LINE_ENDS = frozenset("\r\x0b\x85\u2028\u2029")


def tidy(words: str) -> str:
    """The words on one line, single-spaced, without artefacts of hit highlighting."""
    if " ." in words or " ," in words or " ;" in words or " :" in words or " !" in words or " ?" in words:  # hardly any line has one
        words = _DETACHED.sub("", words)
    if "  " in words or not words.isprintable():  # of white space only " " is printable
        return " ".join(words.split())
    return words.strip(" ")


def strip(text: str, start: int, end: int) -> Span:
    """text[start:end] without the white space at its ends."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Span(start + left, max(start + left, start + len(words.rstrip())))


def level(text: str) -> str:
    """The text with every odd space written as " " and every odd line end as a newline, each in its place."""
    if text.isascii() and "\r" not in text and "\x0b" not in text:  # most texts; the search costs more than all else that is done to them
        return text
    return _ODD.sub(lambda m: "\n" if m.group() in _LINE_ENDS else " ", text)
