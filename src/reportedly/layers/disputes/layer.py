"""The disputes layer: each denial with what it denies, each silence with what it was asked about, assertions that contradict."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.layers.base import Facts, Layer
from reportedly.layers.disputes.matter import Matter, Matters, numbers
from reportedly.model import SILENCES, Dispute, DisputeKind, Manner, SourceKind, Stance
from reportedly.text import Parsed

PUBLIC_VOICE = frozenset({SourceKind.NAMED_OFFICIAL, SourceKind.GOVERNMENT})
ASSERTED = frozenset({Stance.ASSERTS, Stance.RELAYS, Stance.BELIEVES, Stance.WARNS, Stance.PROPOSES})
# Chosen on the reports of our corpus whose names begin with "a" or "b", with gold claims, so that they measure this layer alone:
# halving or doubling any of them moved F1 (0.54) by less than 0.02.
SPOKEN_OF = 0.2  # the denied claim speaks of the one who denies
ACCUSED = 0.6  # the same for a denial; of 0.2, 0.6, 1.0: F1 0.43, 0.46, 0.46 on d-, 0.49, 0.49, 0.48 on a- to c-
NEAR_BY = 0.4  # lost with every paragraph between the two
LEAST = 0.15  # nearness plus bonuses from which a denial meets a claim
FEW_WORDS = 3  # content words of an answer that names no matter of its own
SAME_COUNT = 0.1  # nearness from which two different numbers of one thing contradict each other
# Words that count the same people: "31 people killed", "12 bodies".
_ALIKE = dict.fromkeys(
    "person people body dead man woman civilian soldier villager fighter victim protester casualty death troop captive hostage".split(),
    "person",
)


def run(parsed: Parsed, facts: Facts) -> Facts:
    """Every dispute in the order of the claims that open them."""
    matters = Matters(parsed, facts)
    found = sorted([*_denials(matters), *_contradictions(matters), *_silences(matters)], key=lambda row: row[1][0].number)
    disputes = tuple(_dispute(n, kind, sides) for n, (kind, sides) in enumerate(found))
    return msgspec.structs.replace(facts, disputes=disputes)


def _dispute(n: int, kind: DisputeKind, sides: tuple[Matter, ...]) -> Dispute:
    return Dispute(id=f"d{n + 1}", kind=kind, claims=tuple(m.claim.id for m in sides), about=" ".join(sides[-1].claim.content.text.split()))


def _denials(matters: Matters) -> Iterator[tuple[DisputeKind, tuple[Matter, ...]]]:
    for denial in matters.all:
        if denial.claim.stance is Stance.DENIES and (denied := _answered(matters, denial, LEAST)):
            yield DisputeKind.DENIES, (denial, denied)


def _silences(matters: Matters) -> Iterator[tuple[DisputeKind, tuple[Matter, ...]]]:
    """A silence always stands in a dispute; alone where the report does not say what it was asked about.

    Answers that follow each other ("denied it; the palace declined to comment; the embassy did not respond") answer one claim.
    """
    met: Matter | None = None
    for m in matters.all:
        if m.claim.stance is Stance.DENIES:
            met = _answered(matters, m, LEAST)
        elif m.claim.stance in SILENCES:
            own_matter = any(matters.nearness(m, other) > 0 for other in matters.all if _may_answer(m, other))
            met = met if met and not own_matter and _may_answer(m, met) else _answered(matters, m, 0.0)
            yield DisputeKind.UNANSWERED, (m, met) if met else (m,)
        else:
            met = None


def _answered(matters: Matters, answer: Matter, least: float) -> Matter | None:
    """The claim that an answer meets: on its matter, about its speaker, and near by."""
    best, score = None, least
    for other in matters.all:
        if _may_answer(answer, other) and _on_its_matter(matters, answer, other) and (s := _fit(matters, answer, other)) > score:
            best, score = other, s
    return best


def _on_its_matter(matters: Matters, answer: Matter, other: Matter) -> bool:
    """Whether the answer shares a word with the other, comes from whom the other speaks of, or says too little to tell ("denied it")."""
    few = 0 if answer.claim.stance in SILENCES or answer.claim.manner is Manner.DIRECT else FEW_WORDS
    return matters.nearness(answer, other) > 0 or bool(answer.side & other.speaks_of) or len(answer.words) <= few


def _may_answer(answer: Matter, other: Matter) -> bool:
    """Another's assertion that the answer is no part of, and that is no part of the answer."""
    if other.claim.stance not in ASSERTED or other.carries or other.within_denial or _one_voice(answer, other):
        return False
    return other.claim.id not in (answer.claim.id, answer.claim.via) and other.claim.via != answer.claim.id


def _one_voice(one: Matter, other: Matter) -> bool:
    """Whether two claims come from one side: the same source, or two that speak in public for one state."""
    same_source = bool(one.claim.source.actor) and one.claim.source.actor == other.claim.source.actor
    return same_source or (
        bool(one.side & other.side) and one.claim.source.kind in PUBLIC_VOICE and other.claim.source.kind in PUBLIC_VOICE
    )


def _fit(matters: Matters, answer: Matter, other: Matter) -> float:
    """A sum of parts, so that each can be told."""
    apart = abs(answer.paragraph - other.paragraph) + (1.5 if other.number > answer.number else 0)
    spoken_of = ACCUSED if answer.claim.stance is Stance.DENIES else SPOKEN_OF
    return matters.nearness(answer, other) + spoken_of * bool(answer.side & other.speaks_of) + 2.5 * NEAR_BY - NEAR_BY * apart


def _contradictions(matters: Matters) -> Iterator[tuple[DisputeKind, tuple[Matter, ...]]]:
    """Assertions of different sources that count one thing differently."""
    said = [m for m in matters.all if m.claim.stance is Stance.ASSERTS and m.claim.source.spans]
    for n, later in enumerate(said):
        yield from ((DisputeKind.CONTRADICTS, (later, earlier)) for earlier in said[:n] if _contradict(matters, later, earlier))


def _contradict(matters: Matters, later: Matter, earlier: Matter) -> bool:
    if _one_voice(later, earlier) or later.claim.source.text == earlier.claim.source.text or _nested(later, earlier):
        return False
    return _counts_differ(later, earlier) and matters.nearness(later, earlier) >= SAME_COUNT


def _nested(one: Matter, other: Matter) -> bool:
    return one.claim.via == other.claim.id or other.claim.via == one.claim.id


def _counts_differ(one: Matter, other: Matter) -> bool:
    a, b = [{_ALIKE.get(k, k): v for k, v in numbers(m).items()} for m in (one, other)]
    return any(a[k] != b[k] for k in a.keys() & b.keys())


LAYER = Layer(name="disputes", version="1", requires=frozenset({"claims", "actors"}), provides=frozenset({"disputes"}), run=run)
