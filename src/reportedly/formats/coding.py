"""Which encoding of old a text is in, where it is not UTF-8.

A detector of encodings takes the few accents of a German or Polish text for any of forty encodings; programs write few, and the
signs that one of them has within words of another tell them apart.
"""

from __future__ import annotations

import re

LATIN = "cp1252"
MOST_LATIN = 0.25  # of the letters have accents in the languages of Europe written in Latin letters; Vietnamese, the highest, is Unicode
_OTHERS = ["cp1251", "cp1253", "cp1255", "cp1256", "cp932", "gb18030", "big5", "cp949", "cp874", "koi8_r"]
_POLISH = re.compile(r"(?<=[A-Za-z])[\u00b3\u00b9\u00bf\u00f0](?=[A-Za-z,. ])")  # l with stroke, a with tail, z with dot, d with stroke
_CZECH = re.compile(r"(?<=[a-z])[\u00f8\u00ec](?=[a-z ])")  # r and e with caron
_MACINTOSH = re.compile(r"(?<=[a-z])[\u0160\u017d\u0178\ufffd](?=[a-z])")  # a, e, u with accents


def legacy_encoding(sample: bytes) -> str:
    """The likeliest encoding: by the share of letters beyond ASCII, then by signs that stand within words."""
    high = sum(b >= 0x80 for b in sample)
    letters = sum(65 <= b <= 90 or 97 <= b <= 122 for b in sample)
    if high > MOST_LATIN * (high + letters):
        return _other(sample)
    words = sample.decode(LATIN, "replace")
    if _POLISH.search(words) or (_CZECH.search(words) and re.search("[\u0161\u017e]", words)):
        return "cp1250"
    return "mac_roman" if _MACINTOSH.search(words) else LATIN


def _other(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_OTHERS).best()
    return best.encoding if best else LATIN
