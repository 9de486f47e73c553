"""Bytes -> text, without guessing in silence."""

from __future__ import annotations

import codecs

from reportedly.formats.base import problem
from reportedly.model import Problem

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
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


def decode(raw: bytes) -> tuple[str | None, list[Problem]]:
    """The text, and what was doubtful about it; None where the bytes are no text."""
    if found := next((what for magic, what in _KNOWN.items() if raw.startswith(magic)), None):
        return None, [problem("not-text", f"This is {found}, not text. {SAVE_AS_TEXT}")]
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return raw.decode(encoding, "replace"), []
    if _binary(raw[:SAMPLE]):
        return None, [problem("binary", f"This is not text: it holds many control bytes. {SAVE_AS_TEXT}")]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as e:
        return _guess(raw, e)


def _binary(sample: bytes) -> bool:
    control = sum(b < 9 or 13 < b < 32 and b != 27 for b in sample)
    return control > LEAST_TEXT * len(sample)


def _guess(raw: bytes, error: UnicodeDecodeError) -> tuple[str, list[Problem]]:
    """Cut-off UTF-8 keeps its readable part; anything else is read in the likeliest other encoding."""
    if error.start >= len(raw) - 3:
        told = problem("cut-off", "The file ends in the middle of a character: it was cut off. Get it again.")
        return raw[: error.start].decode("utf-8"), [told]
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:SAMPLE]).best()
    encoding = best.encoding if best else "cp1252"
    text = raw.decode(encoding, "replace")
    told = problem("encoding", f"Not UTF-8 (byte {error.start}); read as {encoding}. If names look wrong, save the file as UTF-8.")
    return text, [told]
