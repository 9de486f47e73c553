"""What speaks for one claim's being answered by another: named clues, each with its strength; dispute_weights.csv weighs them."""

from __future__ import annotations

from collections.abc import Iterator
from math import log1p

from reportedly.knowledge.answer_words import answer_words
from reportedly.layers.disputes.links import PRESS, about_it, asked_of_it, has_in_common, tells_deed
from reportedly.layers.disputes.matter import Matter, Matters
from reportedly.layers.disputes.roots import lemma, root
from reportedly.model import SILENCES, Record, SourceKind, Stance

Clues = dict[str, float]
WISHES = frozenset({Stance.DESIRES, Stance.REQUESTS, Stance.PROPOSES, Stance.EXPECTS, Stance.ASKS})
FEW_WORDS = 2  # roots; an answer with no more names no matter of its own ("denied it", "called it nonsense")


def may_meet(matters: Matters, answer: Matter, other: Matter) -> bool:
    """Whether an answer can be one to the other claim at all: another's, no silence, and none that holds the answer."""
    if other is answer or other.claim.stance in SILENCES or other.id in answer.within:
        return False
    if other.claim.stance is Stance.DENIES and answer.heading:
        return False
    if tells_deed(answer) and not has_in_common(answer, other):
        return False
    return other.claim.via == answer.id or not matters.one_voice(answer, other) or told_by_another(matters, answer, other)


def told_by_another(matters: Matters, answer: Matter, other: Matter) -> bool:
    """Whether another says that the answerer said it: "the envoy had promised them posts, the rebels said"."""
    outer = (m for i in other.within if (m := matters.by_id.get(i)))
    return answer.id not in other.within and any(not matters.one_voice(m, answer) for m in outer)


class Before(Record, frozen=True, kw_only=True):
    """What the answers before met: the one just before, those of the same side, those in like words, and how often each claim was met."""

    last: frozenset[str]
    side: frozenset[str]
    alike: frozenset[str]
    times: dict[str, int]


def clues(matters: Matters, answer: Matter, other: Matter, rank: int, before: Before) -> Clues:
    """The clues that `answer` meets `other`; `rank` counts the allegations that stand between the two."""
    found = {"near": matters.nearness(answer, other)}
    found |= dict.fromkeys(_yes(matters, answer, other, before), 1.0)
    if not found["near"] and answer.weight_of_own > FEW_WORDS:
        found["nothing shared"] = 1.0
    found["rank"] = log1p(rank)
    found["shared"] = log1p(matters.weight(answer.words & other.words))
    if answer.weight_of_own > FEW_WORDS and rank == 0 and other.number < answer.number:
        found["just before"] = 1.0
    found["met"] = log1p(before.times.get(other.id, 0))
    if answer.heading:
        found["met, heading"] = found["met"]
    found["paragraphs"] = log1p(abs(answer.paragraph - other.paragraph))
    if answer.weight_of_own <= FEW_WORDS:
        found["brief, rank"] = log1p(rank)
        if rank == 0 and other.number < answer.number and other.claim.stance not in WISHES:
            found["brief, just before"] = 1.0
    return found


def _yes(matters: Matters, answer: Matter, other: Matter, before: Before) -> Iterator[str]:
    yield from _side_clues(matters, answer, other)
    yield from _place_clues(answer, other)
    yield from _kind_clues(other)
    yield from _reference_clues(answer, other)
    yield from _tie_clues(answer, other)
    if other.id in before.last:
        yield "met just before"
    if other.id in before.side:
        yield "met by this side"
    if other.id in before.alike:
        yield "met in like words"
    if other.paragraph == matters.lead:
        yield "in the lead"
    if any(v.claim.stance is Stance.DENIES for i in other.within if (v := matters.by_id.get(i))):
        yield "within a denial"
    if matters.one_voice(answer, other) and other.claim.via != answer.id:
        yield "own words, told by another"


def _tie_clues(answer: Matter, other: Matter) -> Iterator[str]:
    """What both speak of, there and in the sentences around them."""
    if answer.root_verbs & other.root_verbs:
        yield "same deed"
    if answer.things & other.things:
        yield "same thing"
    if answer.around & other.around:
        yield "around both"
    if other.words & answer.around:
        yield "around the answer"
    if not (about_it(answer, other) if answer.claim.stance is Stance.DENIES else asked_of_it(answer, other)):
        yield "nothing in common"
    if answer.negative != other.negative:
        yield "one negative"
    if other.claim.stance is Stance.DENIES and (answer.weight_of_own > FEW_WORDS or tells_deed(answer)):
        yield "denial, answered at length"


def _side_clues(matters: Matters, answer: Matter, other: Matter) -> Iterator[str]:
    if answer.names & other.names:
        yield "same name"
    if answer.side & other.speaks_of:
        yield "speaks of the answerer"
    if answer.side_words & other.words:
        yield "calls the answerer so"
    if other.side & answer.speaks_of:
        yield "answerer speaks of the source"
    if other.side_words & answer.words:
        yield "names the source"
    if matters.one_state(answer, other):
        yield "one state"
    elif answer.side & other.side:
        yield "one side"


def _place_clues(answer: Matter, other: Matter) -> Iterator[str]:
    later = other.number > answer.number
    if other.heading:
        yield "met in heading"
    if later:
        yield "met later, heading" if answer.heading else "met later"
    if answer.sentence == other.sentence:
        yield "one sentence"
    if answer.paragraph == other.paragraph:
        yield "one paragraph"
    if other.claim.via == answer.id:
        yield "within the answer"


def _kind_clues(other: Matter) -> Iterator[str]:
    if other.claim.stance in WISHES:
        yield "wish"
    elif other.claim.stance is not Stance.ASSERTS:
        yield f"stance {other.claim.stance}"
    if other.within:
        yield "nested"
    if other.cue_lemmas & answer_words()["accusing"]:
        yield "accuses"
    if other.alleges:
        yield "alleges"
    if other.claim.source.kind in (SourceKind.PUBLIC, SourceKind.AUTHOR):
        yield "public"
    elif other.claim.source.anonymous:
        yield "anonymous"
    elif other.claim.source.kind in PRESS:
        yield str(other.claim.source.kind)


def _reference_clues(answer: Matter, other: Matter) -> Iterator[str]:
    words = answer_words()
    said = answer.lemmas | (answer.cue_lemmas if not answer.tokens else frozenset())
    source = frozenset(lemma(t) for t in other.source_tokens)
    if said & source & words["written"]:
        yield "names the document"
    elif said & words["written"] and other.claim.source.kind in PRESS:
        yield "speaks of a document"
    if said & words["reported"] and other.claim.source.kind is SourceKind.MEDIA:
        yield "speaks of the press"
    if {root(w) for w in said & words["allegation"]} & {root(w) for w in other.cue_lemmas}:
        yield "names the cue"
    if answer.negative and other.negative:
        yield "both negative"
