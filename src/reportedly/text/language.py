"""Whether a text is English enough to be read, from its script and its commonest words."""

from __future__ import annotations

import re

from reportedly.model import Problem, Span

SAMPLE = 20_000  # characters looked at
FEWEST = 25  # words; of a shorter text nothing is said
LEAST_ENGLISH = 0.10  # share of common words: 925 English reports had 0.12 (score lists) to 0.43, median 0.33; German ones 0.02 to 0.03
LEAST_LATIN = 0.5  # share of letters in the Latin script

_COMMON = {
    "en": (
        "the of to and in a that for on was is with said by as he it at from his has have had were "
        "be not are but they who which an this their"
    ),
    "fr": "le la les de des du et en un une que qui dans pour sur est pas au aux avec par ce son sa ses plus il elle ont été à",
    "de": (
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es "
        "an werden aus er hat dass sie nach wird bei"
    ),
    "es": "el la los las de y en que del un una por con para se su al es no lo más como fue sus ha este",
    "it": "il la di e che in un una per del della è non con si i le al da gli dei alla nel sono ha",
    "pt": "o a os as de e que do da em um uma para com não no na por se mais dos das foi ao",
    "nl": "de het een van en in dat is op te zijn voor met die niet aan er om door ook bij naar als",
}
_WORDS = {code: frozenset(words.split()) for code, words in _COMMON.items()}
_NAMES = {"en": "English", "fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch"}
_LATIN = re.compile(r"[A-Za-z\u00aa-\u024f]+")
_WORD = re.compile(r"[^\W\d_]+")


def guess(text: str) -> tuple[str | None, float]:
    """The likeliest language (None where no list fits better than the floor) and its share of common words, 0 to 1."""
    words = [w.lower() for w in _WORD.findall(text[:SAMPLE])]
    if not words:
        return None, 0.0
    share, code = max((sum(w in common for w in words) / len(words), code) for code, common in _WORDS.items())
    return (code if share >= LEAST_ENGLISH else None), share


def language_problem(text: str, body: Span, labelled: str | None) -> Problem | None:
    """A Problem where the body is not English; None where it is, or is too short to tell."""
    sample = text[body.start : min(body.end, body.start + SAMPLE)]
    words = _WORD.findall(sample)
    latin = sum(map(len, _LATIN.findall(sample)))
    if words and latin < LEAST_LATIN * sum(map(len, words)):
        return _not_english("is not in the Latin script", body)
    if len(words) < FEWEST or _english_enough(words):
        return None
    code, share = guess(sample)
    if labelled == "en" and code is None and share:
        return None  # a list of headlines has few common words, and these are of no other language
    named = _NAMES.get(code or "", "a language other than English")
    return _not_english(f"seems to be in {named}{_label(labelled)}" if share else "holds no English words", body)


def _english_enough(words: list[str]) -> bool:
    return sum(map(_WORDS["en"].__contains__, map(str.lower, words))) >= LEAST_ENGLISH * len(words)


def _label(labelled: str | None) -> str:
    return " (though its header says English)" if labelled == "en" else ""


def _not_english(what: str, body: Span) -> Problem:
    return Problem(
        code="not-english", spans=(body,), message=f"The text {what}; nothing was extracted. Translate it into English and read it again."
    )
