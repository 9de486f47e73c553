"""What ties an answer to a claim beside its place: a deed, a thing or an actor that both speak of."""

from __future__ import annotations

from reportedly.knowledge.answer_words import answer_words
from reportedly.knowledge.cues import cues
from reportedly.layers.disputes.matter import EMPTY, Matter
from reportedly.layers.disputes.roots import lemma
from reportedly.model import SourceKind, Stance
from reportedly.text import Token

PRESS = frozenset({SourceKind.MEDIA, SourceKind.DOCUMENT})
_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.PUBLIC, SourceKind.DOCUMENT})
_HAPPENS = frozenset({"happen", "occur", "exist"})  # "denied it had happened" names no deed of its own
_PLACE = frozenset({"place"})  # "denied it took place"
_ASIDE = frozenset({"relcl", "acl"})  # "denied the charge brought by the union"
TOGETHER = 3  # paragraphs; of 1, 2, 3, 5: F1 of silences 0.43, 0.43, 0.43, 0.44 in reports, 0.37, 0.37, 0.38, 0.38 in passages
_OBJECTS = frozenset({"dobj", "pobj"})


def about_it(denial: Matter, other: Matter) -> bool:
    """Whether a denial may well be one of a claim: what a hospital counted is hardly denied by "nothing else was said"."""
    return _denies(denial) or other.claim.source.kind not in _BODIES or has_in_common(denial, other)


def has_in_common(answer: Matter, other: Matter) -> bool:
    """Whether something ties the two, be it in the sentences around them."""
    return tied(answer, other) or bool(answer.around & other.around)


def asked_of_it(silence: Matter, other: Matter) -> bool:
    """Whether who is silent may have been asked about a claim; where it does not name them, only if it alleges or reveals."""
    pointing = (silence.lemmas | silence.cue_lemmas) & (answer_words()["allegation"] | answer_words()["written"])
    named = any(t.pos == "PROPN" for t in silence.source_tokens)
    if pointing or not named or has_in_common(silence, other):
        return True
    revealed = other.claim.source.kind in PRESS
    return revealed or (other.alleges and abs(silence.paragraph - other.paragraph) <= TOGETHER)


def tied(answer: Matter, other: Matter) -> bool:
    """Whether both have a word or a matter in common, or one speaks of the other's source or of the same actor."""
    words = answer.words & other.words or answer.side_words & other.words or other.side_words & answer.words
    return bool(words or (answer.side | answer.speaks_of) & other.speaks_of or answer.speaks_of & other.side)


def tells_deed(answer: Matter) -> bool:
    """Whether a denial says in a clause or gerund of its own what is not so: "denied taking bribes", not "denied the charge"."""
    points = any(t.pos == "PRON" and t.dep in _OBJECTS for t in answer.tokens)  # "denied seeing him"
    return _denies(answer) and not points and any(_is_deed(answer, t) or _is_done(answer, t) for t in answer.tokens)


def _denies(answer: Matter) -> bool:
    found = (cues().get((word, pos)) for word in answer.cue_lemmas for pos in ("VERB", "NOUN"))
    return any(cue is not None and cue.stance is Stance.DENIES for cue in found)


def _is_deed(answer: Matter, token: Token) -> bool:
    if token.pos != "VERB" or lemma(token) in EMPTY | _HAPPENS:
        return False
    return token.dep not in _ASIDE or all(t.i != token.head for t in answer.tokens)


def _is_done(answer: Matter, token: Token) -> bool:
    """Whether an object makes a deed of a verb that says little: "taking bribes", not "having a part"."""
    verb = next((t for t in answer.tokens if t.i == token.head and t.pos == "VERB"), None)
    empty = lemma(token) in EMPTY | _PLACE or any((lemma(token), sort) in cues() for sort in ("PART", "SAID"))
    return verb is not None and token.dep == "dobj" and token.pos in {"NOUN", "PROPN"} and not empty
