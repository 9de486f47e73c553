"""Names written all in capitals, as print writes them."""

from __future__ import annotations

import re

SMALL = frozenset("and at by da de del der di dos du et for in of on the to van von".split())
VOWELS = frozenset("AEIOUY")
SHORTEST_WORD = 4  # letters from which capitals may be a word, as in HAMAS, and not only an abbreviation, as in PLO
LONGEST_ABBREVIATION = 5  # letters; `naming.abbreviation` keeps the capitals of so many
PARTS = re.compile(r"[^\W_]+", re.UNICODE)


def written(name: str) -> tuple[str, ...]:
    """The spellings of a name: "DAWN_FRONT" is Dawn Front, HAMAS may be Hamas; what has small letters stays as it is."""
    words = name.split()
    if not name.isupper():
        return (" ".join(words),)
    if len(words) > 1:
        return (" ".join(_word(word, n == 0) for n, word in enumerate(words)),)
    letters = name.replace(".", "")
    if len(letters) > LONGEST_ABBREVIATION:
        return (_word(name, True),)
    return (name, name.capitalize()) if len(letters) >= SHORTEST_WORD and "." not in name and VOWELS & set(name) else (name,)


def _word(word: str, first: bool) -> str:
    """One word: small ones stay small, abbreviations keep their capitals, each part of a double name has one."""
    if word.casefold() in SMALL and not first:
        return word.lower()
    if len(word) > 1 and "'" not in word and not VOWELS & set(word) or "." in word.rstrip("."):
        return word
    return PARTS.sub(lambda part: part[0].capitalize(), word)
