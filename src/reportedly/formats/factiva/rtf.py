"""Factiva's Rich Text export: the labelled layout as a table of two columns, or the unlabelled one as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.errors import InputError
from reportedly.formats.base import File, Found, Received, passed_over
from reportedly.formats.documents.rich import is_rich, text_of
from reportedly.formats.factiva import labelled, unlabelled
from reportedly.formats.factiva.anew import articles
from reportedly.formats.factiva.fields import RANK, TEXT, Fields, composed
from reportedly.formats.tidy import level

NAME = "factiva-rtf"
_MARKS = ("Factiva RTF Display Format", "Factiva, from Dow Jones", "Factiva, Inc.", "\\title Factiva", "\\author Factiva")
_NUMBER = re.compile(r"\bDo[ck]umento? [0-9A-Za-z]{8}\d{8}[0-9A-Za-z]{9}\b")
_CELL = re.compile(rf"^[ \t\f]*({'|'.join(RANK)})[ \t]*\|", re.M)
_OPENS = ("SE", "CLM", "HD")  # what an article can begin with
_TARGET = re.compile(r"\(\"(?:https?|mailto|ftp):[^\"\n]{0,2000}\"\)")  # where a link leads, which no reader of the page sees
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
LONGEST_PAGE = 4  # digits


def sniff(file: File) -> float:
    """Certain where the file says that Factiva made it, or holds an accession number under "Document"."""
    if not is_rich(file):
        return 0.0
    if any(mark in file.opening for mark in _MARKS):
        return 0.95
    return 0.9 if _NUMBER.search(file.opening) else 0.0


def read(file: File) -> Iterator[Found]:
    """The articles in order; a list of contents and a search summary are none."""
    text = _TARGET.sub("", level(_words(file)))
    if not text.strip():
        raise InputError(f"{file.name} is an RTF file without words. Check that it was saved or downloaded whole.")
    found = list(_labelled(text)) if _CELL.search(text) else list(articles(_without_contents(text), NAME))
    if found:
        yield from found
    else:
        yield passed_over("document", "no-article", "This RTF file of Factiva holds no article. Export the articles with full text.")


def _words(file: File) -> str:
    try:
        return text_of(file)
    except TypeError as e:  # as striprtf fails on a character whose number is lost
        raise InputError(f"{file.name} begins as RTF and is broken. Open it in a word processor and save it again.") from e


def _labelled(text: str) -> Iterator[Received]:
    """The articles of a table."""
    several = _rows(text)
    ends = [*(rows[0].start() for rows in several[1:]), len(text)]
    for rows, end in zip(several, ends, strict=True):
        stops = [*(m.start() for m in rows[1:]), end]
        cells = {m[1]: text[m.end() : stop].rstrip().removesuffix("|").strip() for m, stop in zip(rows, stops, strict=True)}
        if "HD" in cells or "LP" in cells:
            prose = [p for code in TEXT if code in cells for p in _BLANK_LINE.split(cells[code])]
            yield composed(Fields(said=cells, paragraphs=tuple(prose), number=labelled.number_in(cells.get("AN", ""))), NAME)


def _rows(text: str) -> list[list[re.Match[str]]]:
    """The rows of each article; one begins with its section or headline, even where the number of the article before it is lost."""
    marks = list(_CELL.finditer(text))
    found: list[list[re.Match[str]]] = []
    for n, m in enumerate(marks):
        known = {row[1] for row in found[-1]} if found else set()
        opens = m[1] in _OPENS and "HD" in known and ("AN" in known or "HD" in [x[1] for x in marks[n : n + 3]])
        if opens or not found:
            found.append([m])
        elif m[1] not in known and _follows(found[-1][-1][1], m[1]) and labelled.plausible(m[1], text, m.end()):
            found[-1].append(m)
    return found


def _follows(last: str, code: str) -> bool:
    """Whether a row may stand under another; a row of a table within the prose may not."""
    return code == "CX" or RANK[code] > RANK[last] or RANK[code] == RANK[last] == 0


def _without_contents(text: str) -> str:
    """The text without the list of contents that stands before its first article."""
    first = next(unlabelled.documents(text), None)
    end = first.start() if first else len(text)
    return "\n".join(line for line in text[:end].split("\n") if not _is_contents(line)) + text[end:]


def _is_contents(line: str) -> bool:
    """Whether a line leads to a page: "Ferry Sinks......2"."""
    words = line.rstrip()
    bare = words.rstrip("0123456789")
    lead = bare[len(bare.rstrip(" \t.")) :]
    return 0 < len(words) - len(bare) <= LONGEST_PAGE and ("..." in lead or "\t" in lead)
