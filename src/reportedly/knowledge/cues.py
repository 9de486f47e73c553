"""What the words that attribute say of the speaker's stance.

cues.csv: words of one stance a line. `negated` is the stance where the word itself is negated ("did not deny that");
a word with a particle or preposition is joined by an underscore ("call_for"). What stands in no line asserts.
The lines group words that are used alike, which the weights of claims make use of.
no_cues.csv: verbs that are no cues with an object or a preposition, and why.
`PRED` words are what something is called by who denies it: "called the letter a forgery".
`SAID` words are what is denied: "contested the account", "an allegation that Oslo rejects"; `SHOWN` words are what is shown and
may be `FAKED`; `SUSPECTED` is what may be ruled out; `TRUTH` and `PART` are what there was none of: "no truth in it", "no part in it".
`PHRASE` words deny only with what is said: "poured cold water on the report", "scotched rumours".
`ALIBI` words say where the accused was instead.
`OWN` words are plans of the one who has them, and another's to expect where nobody is named.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportedly.knowledge.tables import HERE, rows
from reportedly.model import Record, Stance

CUES, NO_CUES = HERE / "cues.csv", HERE / "no_cues.csv"
_STANCES = frozenset(stance.value for stance in Stance)
_POS = frozenset({"VERB", "NOUN", "ADJ", "PRED", "SAID", "SHOWN", "FAKED", "SUSPECTED", "TRUTH", "PART", "PHRASE", "ALIBI", "OWN"})


class Cue(Record, frozen=True, kw_only=True):
    """The stance that a word gives, plain and negated; `like` is the first word of its line, which stands for them all."""

    stance: Stance
    negated: Stance
    like: str


@cache
def cues() -> dict[tuple[str, str], Cue]:
    """Cues by lemma and part of speech."""
    return load()


def load(path: Path = CUES) -> dict[tuple[str, str], Cue]:
    """The cues of a table. KnowledgeError says the file and the line of what is wrong."""
    found: dict[tuple[str, str], Cue] = {}
    for row in rows(path, ("stance", "negated", "pos", "words")):
        words = row.text("words").split()
        cue = Cue(stance=Stance(row.one_of("stance", _STANCES)), negated=Stance(row.one_of("negated", _STANCES)), like=words[0])
        pos = row.one_of("pos", _POS)
        for word in words:
            if found.setdefault((word, pos), cue) is not cue:
                raise row.wrong(f"{word!r} stands in an earlier line too")
    return found


@cache
def no_cues() -> frozenset[str]:
    """Verbs that with an object or a preposition say what somebody does, not what somebody says; "know_as" with one preposition."""
    return load_no_cues()


def load_no_cues(path: Path = NO_CUES) -> frozenset[str]:
    """The words of a table. KnowledgeError says the file and the line of what is wrong."""
    return frozenset(word for row in rows(path, ("reason", "words")) for word in row.text("words").split())
