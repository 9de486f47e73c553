"""Headlines in title case, written as a sentence would be, so that the language model can parse them.

The body of the report is the judge: a word keeps its capital where the body capitalises it within a sentence.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_WITHIN = re.compile(r"(?<=[a-z0-9,;] )[A-Z\u00c0-\u00de][^\W\d_]*")
MOST_LOWER = 0.4  # share of long words in lower case from which a line is a sentence already
STEM = 5  # letters by which "Courts" is known from "courting"
LONG = 4  # letters from which a word of a title-case headline has a capital


def sentence_case(line: str, body: str) -> str:
    """The line with the capitals that a sentence would have; its length and the place of every letter stay."""
    long = [m.group() for m in _WORD.finditer(line) if len(m.group()) >= LONG]
    if not long or sum(w[0].islower() for w in long) > MOST_LOWER * len(long):
        return line
    names = {m.group().lower() for m in _WITHIN.finditer(body)}
    plain = {w for m in _WORD.finditer(body) if (w := m.group()).islower()}
    stems = {w[:STEM] for w in plain}
    first = _WORD.search(line)

    def write(m: re.Match[str]) -> str:
        word = m.group()
        lower = word.lower()
        if lower in names or len(lower) != len(word):
            return word.capitalize() if word.isupper() and len(word) > LONG and len(word.capitalize()) == len(word) else word
        common = lower in plain or (len(word) >= STEM and lower[:STEM] in stems)
        return lower if common and (first is None or m.start() != first.start()) else word

    return _WORD.sub(write, line)
