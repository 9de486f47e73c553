"""Stance and kind of source by the rules and the encoder together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Literal

import msgspec

from reportedly.knowledge.told_weights import told_weights
from reportedly.knowledge.weights import strongest, weighed
from reportedly.layers.claims.citing import CITING
from reportedly.layers.claims.denying import FIRM, Rejoinder, denial_clues, denies
from reportedly.layers.claims.denying import Heard as HeardTold
from reportedly.layers.claims.kinds import ANONYMOUS
from reportedly.layers.claims.source_clues import shared, source_scores
from reportedly.layers.claims.vetoes import may_keep_silent
from reportedly.layers.heard import Heard, parts_of
from reportedly.model import SILENCES, Actor, Claim, SourceKind, Stance
from reportedly.text import Parsed

Clues = dict[str, float]
Grounds = Literal["certain", "word", "against the word", "no denial", "no silence", "plain word", "content", "unknown word"]
MOST_TOLD = 3  # stances and kinds that the notes tell of
NAMED = frozenset({SourceKind.NAMED_OFFICIAL, SourceKind.NAMED_PERSON})  # whether a report names somebody the rules know best
ANSWERING = frozenset(
    "answer available call comment confirm describe detail disclose discuss elaborate explain give information interview provide question"
    " reach record release remark reply request respond response reveal say share speak speculate statement talk tell word".split()
)
_NOBODY = ("neither ", "nobody", "none of", "no one")
_PRONOUNS = frozenset("he she it they him her them his its their i we who which that".split())


def with_told(
    parsed: Parsed,
    heard: Heard,
    actors: Sequence[Actor],
    claims: Sequence[Claim],
    grounds: Sequence[Grounds],
    rejoinders: Sequence[Rejoinder],
) -> list[Claim]:
    """The claims with the likeliest stance and kind of source.

    `actors` are those of the report; `grounds` says of each claim how the rules came to its stance, `rejoinders` what they make of it as a
    denial.
    """
    parts = heard.parts(parts_of(parsed, c) for c in claims)
    within = Counter(c.via for c in claims)
    citing = {c.via for c in claims if c.cue.text.lower() in CITING}
    barred = [_barred(parsed, c, g, within[c.id] == len(claims) - 1, c.id in citing) for c, g in zip(claims, grounds, strict=True)]
    told = [HeardTold(*row) for row in zip(heard.stances(parts), heard.answers(parts), strict=True)]
    scores = stance_scores(claims, grounds, told)
    denials = denial_clues(claims, told, rejoinders, scores)
    kinds = kind_clues(claims, heard.kinds(parts), source_scores(parsed, actors, claims))
    rows = zip(claims, grounds, barred, scores, denials, kinds, strict=True)
    return [_told(parsed, *row) for row in rows]


def stance_scores(claims: Sequence[Claim], grounds: Sequence[Grounds], told: Sequence[HeardTold]) -> list[Clues]:
    """How much speaks for each stance of each claim."""
    rows = zip(claims, grounds, told, strict=True)
    return [scored("stance", stance_clues(claim, ground, heard.stances, heard.answer)) for claim, ground, heard in rows]


def _told(
    parsed: Parsed, claim: Claim, grounds: Grounds, barred: frozenset[Stance], scores: Clues, denial: Clues, kinds: dict[str, Clues]
) -> Claim:
    _take_down(parsed, claim, "stance", scores, barred)
    source = claim.source
    if source.spans:
        other = NAMED if source.kind in ANONYMOUS else ANONYMOUS if source.kind in NAMED else frozenset()
        found = scored("kind", kinds)
        _take_down(parsed, claim, "source", found, other)
        kind = SourceKind(_likeliest(found, other))
        source = msgspec.structs.replace(source, kind=kind, anonymous=kind in ANONYMOUS)
    denying = Stance.DENIES not in barred and _denies(parsed, claim, grounds, denial)
    stance = Stance.DENIES if denying else Stance(_likeliest(scores, barred | {Stance.DENIES}))
    return msgspec.structs.replace(claim, stance=stance, source=source)


def _denies(parsed: Parsed, claim: Claim, grounds: Grounds, clues: Clues) -> bool:
    """Whether a claim is a denial: by the rules beyond doubt, or by the weight of all that is known of it."""
    weights = told_weights()["denial"]
    odds = weighed(weights, clues)
    if parsed.notes is not None:
        told = f"a denial by rules and encoder: {odds:+.1f} ({strongest(weights, clues)})"
        parsed.notes.add((claim.cue.spans or claim.content.spans)[0].start, "stance", told)
    return denies(claim, grounds in FIRM, clues, odds)


def _take_down(parsed: Parsed, claim: Claim, what: str, scores: dict[str, float], barred: Collection[str]) -> None:
    """Note the scores of the likeliest."""
    if parsed.notes is not None:
        best = sorted((name for name in scores if name not in barred), key=lambda name: -scores[name])[:MOST_TOLD]
        told = ", ".join(f"{name} {scores[name]:+.1f}" for name in best)
        without = f"; not open to it: {', '.join(sorted(barred))}" if barred else ""
        parsed.notes.add((claim.cue.spans or claim.content.spans)[0].start, "stance", f"{what} by rules and encoder: {told}{without}")


def _barred(parsed: Parsed, claim: Claim, grounds: Grounds, alone: bool, citing: bool) -> frozenset[Stance]:
    """What the encoder may not make of a claim: what the rules, which know the word, looked for and did not find.

    What one says who is `citing` another is passed on. One that stands `alone`, with no claim but those within it, has nothing to
    answer. A plain word of saying tells of a silence only where what is said is of answering.
    """
    if grounds == "certain" and claim.stance is Stance.ASKS:  # a turn of a transcript that ends in its mark
        return frozenset(Stance) - {Stance.ASKS}
    if citing and claim.stance is Stance.RELAYS:
        return frozenset(Stance) - {Stance.RELAYS}
    barred = frozenset[Stance]()
    plain = grounds == "plain word" or (grounds == "unknown word" and not _of_silence(parsed, claim))
    if grounds in ("no silence", "no denial") or (plain and not _of_answering(parsed, claim)):
        barred |= SILENCES
    if grounds == "no denial" or (alone and claim.stance is not Stance.DENIES):
        barred |= {Stance.DENIES}
    return barred


def _of_silence(parsed: Parsed, claim: Claim) -> bool:
    """Whether a word of the tables stands in a claim's cue."""
    found = (parsed.tokens_in(s) for s in claim.cue.spans)
    return any(may_keep_silent(parsed.tokens, (tokens[0].i, tokens[-1].i)) for tokens in found if tokens)


def _of_answering(parsed: Parsed, claim: Claim) -> bool:
    """Whether a claim's cue is negated, or its words speak of answering, telling or being asked."""
    negated = any(t.dep == "neg" for s in claim.cue.spans for t in parsed.tokens_in(s)) or claim.source.text.lower().startswith(_NOBODY)
    return negated or any(t.lemma.lower() in ANSWERING for s in claim.content.spans for t in parsed.tokens_in(s))


def stance_clues(claim: Claim, grounds: Grounds, heard: Clues, answer: float) -> dict[str, Clues]:
    """What speaks for each stance; `answer` are the log-odds that the claim answers another."""
    shown = _clues(claim.stance, heard)
    shown[Stance.DENIES]["answers"] = answer
    if claim.stance is Stance.DENIES:
        shown[Stance.DENIES]["answers, by the rules too"] = answer
    shown[claim.stance][f"rules, {grounds}"] = 1.0
    if claim.via is not None:
        shown[claim.stance]["rules, nested"] = 1.0
    return shown


def kind_clues(claims: Sequence[Claim], heard: Sequence[Clues], words: Sequence[Clues]) -> list[dict[str, Clues]]:
    """What speaks for each kind of source of each claim: of the encoder, of the `words` of the source, and of both in all its claims."""
    rows = zip(claims, heard, shared(claims, heard), words, shared(claims, words), strict=True)
    return [_kind_clues(*row) for row in rows]


def _kind_clues(claim: Claim, heard: Clues, heard_in_all: Clues, words: Clues, words_in_all: Clues) -> dict[str, Clues]:
    shown = _clues(claim.source.kind, heard)
    for kind, clues in shown.items():
        clues |= {"heard in all": heard_in_all[kind], "words": words[kind], "words in all": words_in_all[kind]}
    if claim.source.text.lower() in _PRONOUNS:
        shown[claim.source.kind]["rules, pronoun"] = 1.0
    if claim.source.actor is not None:
        shown[claim.source.kind]["rules, actor"] = 1.0
    return shown


def _clues(by_rules: str, heard: Clues) -> dict[str, Clues]:
    shown: dict[str, Clues] = {name: {"heard": chance, f"is {name}": 1.0} for name, chance in heard.items()}
    shown[by_rules] |= {"rules": 1.0, f"rules say {by_rules}": 1.0}
    return shown


def scored(model: str, shown: dict[str, Clues]) -> dict[str, float]:
    """How much speaks for each stance, or for each kind of source."""
    weights = told_weights()[model]
    return {name: weighed(weights, clues) for name, clues in shown.items()}


def _likeliest(scores: dict[str, float], barred: Collection[str]) -> str:
    """The one with the greatest score, those barred left out; of two alike the first."""
    return max((name for name in scores if name not in barred), key=scores.__getitem__)
