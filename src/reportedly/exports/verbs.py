"""What a source did, in words: the stance, or the report's own verb where the stance would mislead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.exports.phrases import clean
from reportedly.knowledge.cues import cues
from reportedly.model import SILENCES, Claim, Stance

# In the past tense: "two people said" and "the ministry said" need no second form.
STANCE_VERB = {
    Stance.ASSERTS: "said", Stance.DENIES: "denied", Stance.BELIEVES: "believed", Stance.DESIRES: "wanted", Stance.EXPECTS: "expected",
    Stance.REQUESTS: "asked for", Stance.PROPOSES: "proposed", Stance.WARNS: "warned", Stance.ASKS: "asked", Stance.RELAYS: "quoted",
    Stance.DECLINES: "declined to comment", Stance.NO_ANSWER: "did not respond", Stance.UNREACHABLE: "could not be reached",
}  # fmt: skip
DENIED_SO = "denied, saying"  # the content holds the denial: "said no such meeting had taken place"
_IRREGULAR = {"said": "say", "told": "tell", "wrote": "write", "found": "find", "held": "hold"}
_ENDINGS = (("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", ""), ("", ""))
_FINITE = re.compile(r"[a-z]{2,}(?:ed|s)|put|cast", re.IGNORECASE)
_MOST = 60  # characters of a cue that are shown


def verb(claim: Claim) -> str:
    """What the source did. "Condemned the attack" is more than "said", and who says that it was not so denies by saying it."""
    words = clean(claim.cue.text)
    if claim.stance in SILENCES:
        return words if _leads(claim) and len(words) <= _MOST else STANCE_VERB[claim.stance]
    first = words.lower().partition(" ")[0]
    if claim.stance == Stance.DENIES and _line(first) == "say":
        return DENIED_SO
    own = claim.stance in {Stance.ASSERTS, Stance.DENIES} and _leads(claim) and len(words) <= _MOST
    return words[:1].lower() + words[1:] if own and _FINITE.fullmatch(first) and _line(first) != "say" else STANCE_VERB[claim.stance]


def colon(claim: Claim) -> str:
    """What stands between verb and content: nothing where the verb is the report's own, which leads to the content by itself."""
    return ":" if claim.content.text and verb(claim) in {*STANCE_VERB.values(), DENIED_SO} else ""


def _leads(claim: Claim) -> bool:
    """Whether the cue stands before what it leads to."""
    cue, content = claim.cue.spans, claim.content.spans
    return bool(cue and content) and cue[0].start < content[0].start


def _line(word: str) -> str:
    """The word that stands for all those in cues.csv that are used alike; "" for a word that the table lacks."""
    return next((cue.like for base in _bases(word) if (cue := cues().get((base, "VERB")))), "")


def _bases(word: str) -> Iterator[str]:
    """What a form may be a form of: "denied" of "deny", "blames" of "blame"."""
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    for ending, base in _ENDINGS:
        if word.endswith(ending):
            yield word[: len(word) - len(ending)] + base
