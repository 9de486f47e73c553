"""Bytes -> text, without guessing in silence."""

from __future__ import annotations

import codecs

from reportedly.errors import InputError
from reportedly.formats.base import problem
from reportedly.formats.coding import legacy_encoding
from reportedly.model import Problem, Record

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}
SAVE_AS_TEXT = "Save the report as plain text (UTF-8) and read that."
LEAST_TEXT = 0.05  # share of control bytes from which bytes are no text; news in any encoding has none but white space
SAMPLE = 100_000
_CONTROL = bytes(b for b in range(32) if (b < 9 or b > 13) and b != 27)


class Decoded(Record, frozen=True, kw_only=True):
    """The text of a file, its encoding, how many bytes stand before it (a mark of byte order), and what was doubtful."""

    text: str
    encoding: str = "utf-8"
    before: int = 0
    problems: tuple[Problem, ...] = ()


def decode(raw: bytes, name: str, advice: str = SAVE_AS_TEXT) -> Decoded:
    """The text of bytes. InputError where they are none, with `advice` on what to do."""
    if found := next((what for magic, what in _KNOWN.items() if raw.startswith(magic)), None):
        raise InputError(f"{name}: This is {found}, not text. {advice}")
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return Decoded(text=raw[len(bom) :].decode(encoding, "replace"), encoding=encoding, before=len(bom))
    if _binary(raw[:SAMPLE]):
        raise InputError(f"{name}: This is not text: it holds many control bytes. {advice}")
    try:
        return Decoded(text=raw.decode("utf-8"))
    except UnicodeDecodeError as e:
        return _guess(raw, e)


def _binary(sample: bytes) -> bool:
    return len(sample) - len(sample.translate(None, _CONTROL)) > LEAST_TEXT * len(sample)


def _guess(raw: bytes, error: UnicodeDecodeError) -> Decoded:
    """Cut-off UTF-8 keeps its readable part; anything else is read in the likeliest other encoding."""
    if error.start >= len(raw) - 3:
        told = problem("cut-off", "The file ends in the middle of a character: it was cut off. Get it again.")
        return Decoded(text=raw[: error.start].decode("utf-8"), problems=(told,))
    encoding = legacy_encoding(raw[:SAMPLE])
    told = problem("encoding", f"Not UTF-8 (byte {error.start}); read as {encoding}. If names look wrong, save the file as UTF-8.")
    return Decoded(text=raw.decode(encoding, "replace"), encoding=encoding, problems=(told,))
