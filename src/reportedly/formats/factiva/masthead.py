"""The lines of the unlabelled layout from under the date to the copyright: who published it, where and in which language."""

from __future__ import annotations

import re

import msgspec

from reportedly.formats import header as hd
from reportedly.formats.dateline import dateline
from reportedly.formats.dates import language_code
from reportedly.formats.lines import Line

MOST_LINES = 12  # between the date and the copyright; 331 articles had at most 8
LONGEST_NAME = 12  # words; a longer line under the date is no publisher's name
LONGEST_RIGHTS = 110  # characters; a longer line under the copyright is prose, unless it speaks of rights
_RIGHTS = re.compile(r"rights|reserved|reproduc|permission|liab|licen[cs]|distribut|consent|disseminat|warrant", re.I)


class Masthead(msgspec.Struct):
    """What these lines give, gathered one by one; `body` is where the prose begins."""

    publisher: str | None = None
    publisher_code: str | None = None
    edition: str | None = None
    page: str | None = None
    language: str | None = None
    copyright: str | None = None
    body: int = 0

    @property
    def whole(self) -> bool:
        """Whether everything is there that every article has."""
        return None not in (self.publisher, self.publisher_code, self.language, self.copyright)


def masthead(below: list[Line], start: int, known: str | None) -> Masthead:
    """Read the lines under the date; `known` is the source code that the accession number holds, `start` where they begin."""
    found = Masthead(body=start)
    below = below[1:] if below and hd.TIME.fullmatch(below[0].words) else below
    if known and not any(is_source(line.words, known) for line in below[1:5]):
        known = None
    for line in below[:MOST_LINES]:
        if found.publisher and _is_prose(found, line, known):
            found.body = line.span.start
            return found
        _take(found, line.words, known)
        found.body = line.span.end
    return found


def _is_prose(found: Masthead, line: Line, known: str | None) -> bool:
    """Whether the article's text begins with this line."""
    words = line.words
    if found.copyright is not None:
        return line.gap or _as_prose(words)
    if hd.COPYRIGHT.match(words) or language_code(words) or (found.publisher_code is None and _is_code(words, known)):
        return False
    if line.gap:
        return not (found.language is None and (hd.PAGE.fullmatch(words) or hd.VOLUME.fullmatch(words)))
    return _as_prose(words) if found.language else len(words.split()) > LONGEST_NAME and not hd.VOLUME.match(words)


def _as_prose(words: str) -> bool:
    """Whether a line reads like the article's first: a dateline, or a long line that does not speak of rights."""
    return dateline(words) is not None or (len(words) > LONGEST_RIGHTS and not _RIGHTS.search(words))


def is_source(words: str, known: str) -> bool:
    """Whether a line is the source code that the accession number holds, which drops the zeros at its end."""
    return words.upper().ljust(8, "0") == known.ljust(8, "0")


def _is_code(words: str, known: str | None) -> bool:
    return is_source(words, known) if known else hd.CODE.fullmatch(words) is not None


def _take(found: Masthead, words: str, known: str | None) -> None:
    """Take in one line; the order of the layout decides what it can be."""
    if found.copyright is not None:
        found.copyright += " " + words
    elif hd.COPYRIGHT.match(words) or found.language is not None:
        found.copyright = words
    elif found.publisher is None:
        found.publisher, found.edition = words, hd.edition_in(words)
    elif found.publisher_code is None and _is_code(words, known):
        found.publisher_code = words
    elif language_code(words):
        found.language = language_code(words)
    elif found.publisher_code is None:
        found.publisher += " " + words
        found.edition = hd.edition_in(found.publisher)
    else:
        _take_edition(found, words)


def _take_edition(found: Masthead, words: str) -> None:
    """Edition, then pages, then volume: of two lines that could be pages the first is the edition."""
    if hd.PAGE.fullmatch(words):
        found.edition, found.page = found.page or found.edition, words
    elif not hd.VOLUME.match(words):
        found.edition = f"{found.edition}, {words}" if found.edition else words
