"""ISO 6937, the alphabet that the IPTC recommended: an accent stands as a byte of its own before its letter."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    0xC1: "\u0300", 0xC2: "\u0301", 0xC3: "\u0302", 0xC4: "\u0303", 0xC5: "\u0304", 0xC6: "\u0306", 0xC7: "\u0307",
    0xC8: "\u0308", 0xCA: "\u030a", 0xCB: "\u0327", 0xCD: "\u030b", 0xCE: "\u0328", 0xCF: "\u030c",
}  # fmt: skip
_LETTERS = {
    0xA1: "\u00a1", 0xA3: "\u00a3", 0xA5: "\u00a5", 0xA7: "\u00a7", 0xA9: "\u2018", 0xAA: "\u201c", 0xAB: "\u00ab", 0xB0: "\u00b0",
    0xB9: "\u2019", 0xBA: "\u201d", 0xBB: "\u00bb", 0xBF: "\u00bf", 0xD0: "\u2015", 0xE1: "\u00c6", 0xE8: "\u0141", 0xE9: "\u00d8",
    0xEA: "\u0152", 0xF1: "\u00e6", 0xF2: "\u0111", 0xF5: "\u0131", 0xF8: "\u0142", 0xF9: "\u00f8", 0xFA: "\u0153", 0xFB: "\u00df",
}  # fmt: skip
_ACCENTED = re.compile(rb"([\xc1-\xcf])([A-Za-z])")
_WITHIN = re.compile(rb"[a-z][\xc1-\xcf][a-z]")  # in Latin-1 this is a capital letter within a word


def is_iso6937(raw: bytes) -> bool:
    """Whether accents stand before their letters within words, and nothing but ISO 6937 has a byte above 127."""
    bare = _ACCENTED.sub(b"", raw)
    return bool(_WITHIN.search(raw)) and all(b < 128 or b in _LETTERS for b in bare)


def of_iso6937(raw: bytes) -> str:
    """The text of such bytes."""
    turned = _ACCENTED.sub(lambda m: m[2] + m[1], raw)
    return unicodedata.normalize("NFC", "".join(_ACCENTS.get(b) or _LETTERS.get(b) or chr(b) for b in turned))
