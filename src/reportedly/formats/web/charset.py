"""The text of a page's bytes: by mark of byte order, as UTF-8, as the server or the page says, else by likelihood."""

from __future__ import annotations

import codecs
import re

_META = re.compile(rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{2,40})", re.I)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers read for a label: the larger encoding that holds the one named (WHATWG Encoding, "Names and labels").
_LARGER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
}
_SEVEN_BITS = re.compile(r"iso2022|hz|utf_7|utf-7")  # encodings whose bytes are all ASCII, and so seem to be UTF-8
_WIDE = ["utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"]  # known by their marks; few bytes look like them
_LATIN = "\u024f"  # the last of the Latin letters with marks
LOOKED_AT = 4_096  # bytes in which a page states its encoding; browsers look at 1,024
SAMPLE = 20_000  # bytes from which an encoding is guessed


def text_of(raw: bytes, stated: str | None = None) -> str:
    """The page as text; `stated` is what the server said. What cannot be decoded is replaced."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    named = [found for label in (stated, _in_page(raw)) if (found := _codec(label))]
    if not any(_SEVEN_BITS.search(n) for n in named):
        named.insert(0, "utf-8")  # bytes that are UTF-8 are hardly ever anything else, whatever the label says
    for encoding in named:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode(_likeliest(raw, named), "replace")


def _in_page(raw: bytes) -> str | None:
    m = _META.search(raw[:LOOKED_AT])
    return m[1].decode("ascii") if m else None


def _codec(label: str | None) -> str | None:
    """Python's name for an encoding; None where it is unknown or no encoding of text."""
    try:
        found = codecs.lookup((label or "").strip("\"' ")).name
        b"a".decode(found)
    except (LookupError, UnicodeError, ValueError):
        return None
    return _LARGER.get(found, found)


def _likeliest(raw: bytes, named: list[str]) -> str:
    """A label that fails on single bytes is kept; without one the encoding is guessed."""
    if others := [n for n in named if n != "utf-8"]:
        return others[0]
    if len(raw.decode("utf-8", "ignore")) > 0.99 * len(raw.decode("utf-8", "replace")):
        return "utf-8"  # a few broken characters in a page of UTF-8
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:SAMPLE], cp_exclusion=_WIDE).best()
    if best and any(letter > _LATIN for letter in str(best)):
        return best.encoding
    return "cp1252"  # what browsers take; a few accents do not tell one Latin encoding from another
