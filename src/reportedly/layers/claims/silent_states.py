"""Silences by an adjective: "was not available for comment", "is unreachable", "remained silent on"."""

from __future__ import annotations

from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.evasions import evasion_of
from reportedly.layers.claims.grammar import Tokens, cue_of, kid, negation
from reportedly.layers.claims.silent import ABOUT, Silence, complement, is_supposed, of_sort
from reportedly.layers.claims.speakers import is_nobody, speaks
from reportedly.layers.claims.subjects import subject
from reportedly.model import Stance
from reportedly.text import Token

_STAYING = frozenset({"stay", "remain", "keep", "fall", "go"})
_NEAR = 7  # tokens from "silent" to what it is about: "was silent for two days about the herders"
_MATTER = ABOUT | {"of"}


def silent_state(tokens: Tokens, word: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "was not available for comment", "is unreachable", "remained silent on"."""
    verb = tokens[word.head]
    if word.lemma in words["silent"] and word.sent == 0 and word.dep not in ("acomp", "oprd", "attr"):
        return _headline_silent(tokens, word)
    if word.dep not in ("acomp", "oprd", "attr") or verb.pos not in ("AUX", "VERB") or is_supposed(tokens, verb):
        return None
    if any(f"{verb.lemma}_{word.lemma}" == phrase for phrase in words["evading"]) and evasion_of(tokens, verb) is not None:
        return None
    who = subject(tokens, verb)
    if who >= 0 and tokens[who].lemma in words["comment"]:
        return None  # "no comment was available from the palace"
    rest = complement(tokens, word) or complement(tokens, verb, after=word.i)
    no = negation(tokens, verb) is not None
    if word.lemma in words["silent"]:
        return _keeps_silent(tokens, verb, word, who, rest) if not no else None
    if word.lemma in words["available"] and not (no or is_nobody(tokens, verb)):
        return None
    asked = of_sort(tokens, word, words["asked"] | {"interview"}, verb)
    if word.lemma != "unreachable" and not asked and not (who >= 0 and speaks(tokens[who]) and rest is None):
        return None
    first = cue_of(tokens, verb)[0] if no else word.i
    return Draft(word.i, "silence", who, (first, word.i), (rest,) if rest else ()), Stance.UNREACHABLE


def _headline_silent(tokens: Tokens, word: Token) -> Silence | None:
    """ "Ministry silent on missing funds"."""
    before = tokens[max(word.left - 1, 0)]
    about = next((t for t in tokens[word.i + 1 : word.i + 2] if t.lower in _MATTER), None)
    if before.i >= word.i or about is None or not (speaks(before) or before.pos == "PROPN"):
        return None
    return Draft(word.i, "silence", before.i, (before.i + 1, word.i), ((about.i, about.right),)), Stance.DECLINES


def _keeps_silent(tokens: Tokens, verb: Token, word: Token, who: int, rest: Range | None) -> Silence | None:
    """ "was silent on the charges", "stayed tight-lipped": not guns that fall silent, nor a city that is quiet."""
    if verb.lemma == "keep" and kid(tokens, verb, "dobj") is not None:
        return None  # "kept it quiet"
    after = (tokens[k] for h in (word, verb) for k in h.kids if k > word.i and tokens[k].dep == "prep")
    near = (t for t in tokens[word.i + 1 : word.i + _NEAR] if t.sent == word.sent and t.dep == "prep" and t.i <= verb.right)
    about = next((t for t in (*after, *near) if t.lower in _MATTER - {"of"} or (t.lower == "of" and t.head == word.i)), None)
    on_day = about is not None and any(tokens[k].ent in ("DATE", "TIME") for k in about.kids)
    told = (about.left, about.right) if about is not None and not on_day else None
    known = who >= 0 and speaks(tokens[who]) and word.lemma not in ("quiet", "mute", "silent")
    if told is None and not known and not (verb.lemma in _STAYING and who >= 0 and speaks(tokens[who]) and rest is None):
        return None
    first = word.left if word.lemma == "lipped" else word.i
    return Draft(word.i, "silence", who, (first, word.i), (told,) if told else ()), Stance.DECLINES
