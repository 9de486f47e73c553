"""IPTC 7901, the wire of teleprinters: SOH, a header; STX, headline and text; ETX, the time; EOT. One message a file, or many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from reportedly.errors import InputError
from reportedly.formats.base import File, Found, passed_over, problem
from reportedly.formats.compose import Article, compose
from reportedly.formats.dateline import agency as agency_in
from reportedly.formats.dates import header_date
from reportedly.formats.decode import decode
from reportedly.formats.tidy import tidy
from reportedly.formats.wires import names
from reportedly.formats.wires.iso6937 import is_iso6937, of_iso6937
from reportedly.formats.wires.nitf import opened_by
from reportedly.formats.wires.prose import Block, is_mark, prose, unwrapped
from reportedly.model import Problem

NAME = "iptc7901"
_MESSAGE = re.compile(rb"\x01[^\x01]*")
_HEADER = re.compile(r"\x01\s*([A-Za-z]{1,8})\s?(\d{1,6})\s+(\w{1,3})\s+(\w{1,8})\s+(\d{1,6})\b[ \t]*([^\r\n\x02]*)")
_PLACED = re.compile(r"([A-Za-z][A-Za-z\-]{1,10})\s+\d{1,6}\s*$")  # "ccccb   dpa 061" at the header's end
_SENT = re.compile(r"\x03\s*(\d\d)(?:\d{4})?\s*(?:[A-Z]{1,4}\b)?\s*([^\W\d_]{3,9})\.?\s+(\d{4}|\d\d)\b")
_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_ABROAD = {"fev": 2, "m\u00e4r": 3, "mrz": 3, "mae": 3, "avr": 4, "abr": 4, "mai": 5, "mag": 5, "maj": 5, "mei": 5, "giu": 6, "lug": 7} | {
    "ao\u00fb": 8, "aou": 8, "ago": 8, "set": 9, "okt": 10, "ott": 10, "out": 10, "dez": 12, "dic": 12, "d\u00e9c": 12, "f\u00e9v": 2,
    "gen": 1, "ene": 1, "juin": 6, "juil": 7,
}  # fmt: skip
_MARK = re.compile(  # lines over a headline that say which version of the text this is
    r"\(?(?:\d{0,2}(?:ST|ND|RD|TH)? ?[A-Z][A-Z0-9 /.\-]{2,40}|Achtung|Eil\w*|Wiederholung\b[^\n]{0,60}|Zusammenfassung\b[^\n]{0,60}"
    r"|Berichtigung\b[^\n]{0,60}|\d\. (?:Zusammenfassung|Meldung)|Wh\b[^\n]{0,60})\)?:?"
)
_NOTES = re.compile(
    r"^(?:#{1,3} ?(?:dpa[- ])?(?:notebook|notizblock|note\b|redaktion|editor)|\* \* \* \*"
    r"|(?:dpa-)?(?:Notizblock|Notebook) *$"
    r"|The following information is not (?:for|intended for) publication"
    r"|Die folgenden Informationen sind nicht zur Ver\u00f6ffentlichung)",
    re.I | re.M,
)
# "Reporting by: Ann Example in Geneva, Ben Example", and in German an author and the place: "Autorin: Ann Example, Berlin"
_REPORTED = re.compile(r"^[-* ]*(Reporting by|Autor(?:in|en|innen)?|Berichterstattung):? +([^\n]+(?:\n  [^\n]+)*)", re.I | re.M)
_TOP = 8  # lines that a header over the text has at most; more are the text itself
_HIGH = bytes(range(128, 256))
_SPACED = bytes(32 if b < 9 or 13 < b < 32 or b == 127 else b for b in range(256))
FEW_HIGH = 0.08  # share of bytes above 127 up to which a Latin alphabet is taken for granted; Cyrillic or Arabic text has most


class Message(NamedTuple):
    """A message in parts: what stands over the text, the text, the notes under it."""

    marks: tuple[str, ...]
    headline: str | None
    byline: str | None
    text: str
    notes: str


def sniff(file: File) -> float:
    """Certain where a message begins with SOH and its header, and STX follows."""
    start = file.head[:4096].lstrip(b"\x00\x16\r\n\t \x7f")
    if not start.startswith(b"\x01") or b"\x02" not in start or b"\x00" in start:
        return 0.0
    return 0.95 if _HEADER.match(start[:400].decode("latin-1")) else 0.7


def read(file: File) -> Iterator[Found]:
    """The messages in order."""
    raw = file.whole()
    for n, m in enumerate(_MESSAGE.finditer(raw), 1):
        message, end, _ = m[0].partition(b"\x04")
        yield _found(message, f"message {n}", (m.start(), m.start() + len(message) + len(end)))


def _found(raw: bytes, where: str, at: tuple[int, int]) -> Found:
    text, problems = _decoded(raw, where)
    header, began, rest = text.partition("\x02")
    rest, ended, _ = rest.partition("\x03")
    message = _message(rest.replace("\r\n", "\n").replace("\r", "\n"))
    paragraphs = prose((Block(words=p) for p in unwrapped(message.text)), message.headline)
    if not began or not paragraphs:
        return passed_over(where, "no-text", "The message has no text: only a header, as services send them to test a line.")
    told = () if ended else (problem("cut-off", "The message has no end mark: it was cut off. Get it again."),)
    fields, publisher = _HEADER.match(header), _publisher(header, paragraphs)
    article = Article(
        headline=message.headline,
        section=" / ".join(message.marks) or None,
        paragraphs=paragraphs,
        authors=names.authors(message.byline, None, publisher),
        contributors=_contributors(message.notes, publisher),
        dateline=opened_by(paragraphs),
        published=_published(text),
        publisher=publisher,
        word_count=(int(fields[5]) or None) if fields else None,
        accession=(fields[1] + fields[2]) if fields else None,
        byte_range=at,
        problems=(*problems, *told),
    )
    return compose(article, NAME)


def _decoded(raw: bytes, where: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a message: the format names no alphabet, so it is told from the bytes."""
    high = len(raw) - len(raw.translate(None, _HIGH))
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if is_iso6937(raw):
        return of_iso6937(raw), ()
    if high > FEW_HIGH * len(raw):
        with suppress(InputError):
            guessed = decode(raw.translate(_SPACED), where)  # control bytes would pass for a picture
            return raw.decode(guessed.encoding, "replace"), guessed.problems
    told = problem("encoding", "Not UTF-8; read as Windows-1252, the usual Latin alphabet. If names look wrong, save the file as UTF-8.")
    return raw.decode("cp1252", "replace"), (told,)


def _message(text: str) -> Message:
    """Taken apart: the lines down to the one that ends in "=", or to the first blank one, stand over the text."""
    notes_at = m.start() if (m := _NOTES.search(text)) else len(text)
    text, notes = text[:notes_at], text[notes_at:]
    lines = text.lstrip("\n").split("\n")
    head = next((n for n, line in enumerate(lines[:_TOP]) if line.rstrip().endswith("=")), None)
    if head is None:
        head = next((n - 1 for n, line in enumerate(lines[: _TOP + 1]) if n and not line.strip()), -1)
        head = head if head < 4 else -1
    above = [line.strip().rstrip("=").strip() for line in lines[: head + 1] if line.strip().rstrip("=").strip()]
    byline = above.pop() if len(above) > 1 and names.is_byline_field(above[-1]) else None
    marks: list[str] = []
    while len(above) > 1 and _MARK.fullmatch(above[0]) and not " ".join(above[1:]).isupper():
        marks.append(above.pop(0).strip("():"))
    below = lines[head + 1 :]
    while below and is_mark(below[-1]):
        below.pop()
    return Message(tuple(marks), tidy(" ".join(above)) or None, byline, "\n".join(below), notes)


def _publisher(header: str, paragraphs: tuple[str, ...]) -> str | None:
    """The agency that the header's end names, or the dateline, or the letters of the source."""
    fields = _HEADER.match(header)
    named = _PLACED.search(fields[6]) if fields else None
    if named:
        return names.AGENCIES.get(named[1].lower(), named[1])
    return agency_in(opened_by(paragraphs)) or (names.AGENCIES.get(fields[1].lower()) if fields else None)


def _contributors(notes: str, publisher: str | None) -> tuple[str, ...]:
    """Who reported it, as the notes say that are not for publication."""
    lines = (m[2].partition(",")[0] if m[1].startswith("A") else m[2] for m in _REPORTED.finditer(notes))
    return tuple(dict.fromkeys(n for line in lines for n in names.authors(line, None, publisher)))


def _published(text: str) -> date | None:
    """The day under the text: "131137 GMT Nov 13" is 13 November 2013."""
    m = _SENT.search(text)
    if m is None:
        return None
    year = m[3] if len(m[3]) == 4 else f"20{m[3]}" if int(m[3]) < 70 else f"19{m[3]}"
    name = m[2].lower()
    month = _ABROAD.get(name) or _ABROAD.get(name[:4]) or _ABROAD.get(name[:3]) or _MONTHS.get(name[:3])
    return header_date(f"{year}-{month:02}-{m[1]}") if month else None
