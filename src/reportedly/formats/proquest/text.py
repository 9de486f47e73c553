"""ProQuest's export as text: records between lines of 60 underscores, every field after its label.

The address of every record names the library and the account that it was downloaded with. So reports are composed from what a record
says, not cut out of it, and what is stored never held them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from reportedly.formats.base import File, Found, PassedOver, Received, passed_over
from reportedly.formats.decode import decode
from reportedly.formats.proquest.article import received
from reportedly.formats.proquest.labels import KEPT
from reportedly.formats.proquest.labels import label as opens
from reportedly.formats.proquest.record import blocks, has_text, is_record, parts
from reportedly.formats.tidy import level
from reportedly.model import Span

NAME = "proquest-txt"
SAMPLE = 200_000  # characters looked at to tell the layout
RULE = re.compile(r"^_{60}[ \t]*\r?$", re.M)
_NUMBER = re.compile(r"^[^\n:]{0,50}ProQuest[^\n:]{0,20}:[ \t]*\d{5,15}", re.M)
_TEXT = re.compile(rf"^[ \t]*(?:{KEPT['text']})[ \t]*:", re.M | re.I)
_VENDOR = re.compile(r"proquest[.\-]com", re.I)
_COUNTER = re.compile(r"^[ \t]*(?:Documento?|Dokument)\s+\d+\s+(?:of|de|von|di|sur)\s+(\d+)[ \t]*\r?$", re.I | re.M)
_BLANK = re.compile(r"\n[ \t\r]*(?:\n[ \t\r]*)+")
# What stands before the first and after the last record, in the interface's languages.
_FURNITURE = re.compile(
    r"\s*(?:Contact us|Contact ProQuest|P\u00f3ngase en contacto|Cont\u00e1ctenos|Contactez|Kontakt|Contatt|Entre em contato"
    r"|Table of contents|Tabla de contenido|\u00cdndice|Table des mati\u00e8res|Inhaltsverzeichnis|Indice|Sommario|Sum\u00e1rio"
    r"|Bibliograph|Bibliograf|Citation style|Database copyright|Copyright \u00a9|\u00a9|Terms and Conditions"
    r"|All documents are reproduced|ProQuest\s*$|Search strategy)",
    re.I,
)


def sniff(text: str) -> float:
    """Certain where the vendor's number or address stands beside the lines and labels of its records."""
    sample = text[:SAMPLE]
    if "roquest" not in sample.lower() and ("____" not in sample or not RULE.search(sample)):
        return 0.0
    number, label = bool(_NUMBER.search(sample)), bool(_TEXT.search(sample))
    ruled, vendor = bool(RULE.search(sample)), bool(_VENDOR.search(sample))
    if (number and (label or ruled)) or (ruled and label and vendor):
        return 0.98
    if not (label or ruled or number) or not (vendor or label):
        return 0.0
    firm = {lb.name for line in sample.splitlines() if (lb := opens(line)) and lb.firm}
    return 0.9 if len(firm) > 2 else 0.0


def sniff_file(file: File) -> float:
    """The same for a file's head, where that is text."""
    return 0.0 if file.opening[:1] in ("<", "{", "[") or "\x00" in file.opening[:1000] else sniff(file.opening)


def read(text: str) -> Iterator[Received]:
    """The articles of an export in order."""
    yield from (found for found in read_as(text, NAME) if isinstance(found, Received))


def read_as(text: str, name: str) -> Iterator[Found]:
    """The articles of an export that came in another format, `name`, and what is no article."""
    yield from (found for found, _ in _found(level(text), name))


def read_file(file: File) -> Iterator[Found]:
    """The articles of an exported file in order, each with its bytes, and what is no article."""
    decoded = decode(file.whole(), file.name)
    reached, passed = 0, decoded.before
    for found, span in _found(level(decoded.text), NAME):
        if isinstance(found, PassedOver):
            yield found
            continue
        start = passed + len(decoded.text[reached : span.start].encode(decoded.encoding, "replace"))
        passed, reached = start + len(span.of(decoded.text).encode(decoded.encoding, "replace")), span.end
        report = msgspec.structs.replace(found.report, byte_range=(start, passed))
        yield msgspec.structs.replace(found, report=report, problems=(*found.problems, *decoded.problems))


def _found(text: str, name: str) -> Iterator[tuple[Found, Span]]:
    """What the records of a text give, and where each stands."""
    spans = list(_records(text))
    stated = _COUNTER.search(text[:SAMPLE])
    count = 0
    for n, span in enumerate(spans, 1):
        record = blocks(_BLANK.split(span.of(text)))
        if is_record(record):
            count += 1
            yield received(parts(record), name, cut=n == len(spans)), span
        elif not _FURNITURE.match(span.of(text)):
            yield passed_over(f"record {n}", "no-article", "It has no text and none of the fields of an article. Look at it there."), span
    if stated and count and int(stated[1][:9]) > count:
        told = f"The export says that it holds {stated[1]} documents; {count} are in it. Export the others again."
        yield passed_over("end of the file", "fewer-documents", told), Span(len(text), len(text))


def _records(text: str) -> Iterator[Span]:
    """The stretches between the lines of underscores; one that goes on with an unfinished text belongs to it."""
    cuts = [0, *(m.start() for m in RULE.finditer(text)), len(text)]
    open_at: int | None = None
    for start, end in pairwise(cuts):
        stretch = RULE.sub("", text[start:end], count=1)
        if not stretch.strip():
            continue
        record = blocks(_BLANK.split(stretch))
        if open_at is not None and (has_text(record) or _FURNITURE.match(stretch)):
            yield _bare(text, open_at, start)
            open_at = None
        if open_at is None and has_text(record) and not parts(record).whole:
            open_at = start
        elif open_at is None:
            yield _bare(text, start, end)
        elif parts(record).whole:
            yield _bare(text, open_at, end)
            open_at = None
    if open_at is not None:
        yield _bare(text, open_at, len(text))


def _bare(text: str, start: int, end: int) -> Span:
    """The stretch without the line of underscores above it and the white space around it."""
    m = RULE.match(text, start, end)
    words = text[m.end() if m else start : end]
    start = (m.end() if m else start) + len(words) - len(words.lstrip())
    return Span(start, max(start, end - (len(words) - len(words.rstrip()))))
