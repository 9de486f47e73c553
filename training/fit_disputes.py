"""Fit the weights by which denials and silences find the claims that they meet, from our own annotated reports.

usage: python -m training.fit_disputes [OUT.csv]

The examples are the claims of the corpus reports for development and of the passages as annotated, each with the found actor
that its source names, so that the weights measure this layer alone. Of the claims that an answer could meet, and none, the
softmax of the weighted clues gives the likeliest (models `denial` and `silence`); whether a denial meets another claim besides
is a logistic regression (`also`). Both have a ridge. How the encoder's word is weighed against theirs (`... heard`) is fitted on
the reports and passages that it was not trained on, and so is which assertions contradict each other. Deterministic; takes about two
minutes, nearly all of it the parse.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec

from reportedly.knowledge.dispute_weights import WEIGHTS
from reportedly.knowledge.weights import Weights
from reportedly.layers.base import Facts
from reportedly.layers.disputes.answers import (
    Candidate,
    Met,
    also_clues,
    also_heard,
    answered,
    chance,
    chances,
    heard_clues,
    none_clues,
    softened,
)
from reportedly.layers.disputes.contradictions import Rivals
from reportedly.layers.disputes.matter import Matter, Matters
from reportedly.model import Claim, Manner, Source, SourceKind, Span, Stance, words_of
from reportedly.text import Parsed
from training.fitting import Clues, Group, logistic, softmax, write
from training.own_corpus import Gold, everything, facts_before, held_out

Answer = tuple[Matters, Matter, list[Candidate], set[str]]


def main(out: Path) -> None:
    """Read the corpus, fit, write."""
    seen = [a for parsed, gold in everything() for a in answers_of(matters_of(parsed, gold), gold)]
    fitted = {model: softmax([choice(a) for a in seen if _denies(a) == (model == "denial")]) for model in ("denial", "silence")}
    fitted["also"] = logistic([e for a in seen if _denies(a) and a[3] for e in besides(fitted["denial"], a)])
    matters = [(matters_of(parsed, gold), gold) for parsed, gold in held_out()]
    unseen = [a for of, gold in matters for a in answers_of(of, gold)]
    for model in ("denial", "silence"):
        fitted[f"{model} heard"] = softmax([heard_choice(fitted[model], a) for a in unseen if _denies(a) == (model == "denial")])
    fitted["also heard"] = logistic([e for a in unseen if _denies(a) and a[3] for e in heard_besides(fitted, a)])
    fitted["contradiction heard"] = logistic([e for of, gold in matters for e in rivals(of, gold)])
    write(fitted, out)
    print(f"{len(seen)} answers, {len(unseen)} of them unseen by the encoder; {sum(map(len, fitted.values()))} weights in {out}")


def matters_of(parsed: Parsed, gold: Gold) -> Matters:
    """What the annotated claims of a report are about."""
    facts = facts_before(parsed, "claims")
    return Matters(parsed, msgspec.structs.replace(facts, claims=annotated(parsed, facts, gold)))


def annotated(parsed: Parsed, facts: Facts, gold: Gold) -> tuple[Claim, ...]:
    """The annotated claims in reading order."""
    claims = (_claim(parsed, facts, row) for row in gold.get("claims") or [])
    return tuple(sorted(claims, key=lambda c: min((s.start for s in (*c.content.spans, *c.cue.spans)), default=0)))


def _claim(parsed: Parsed, facts: Facts, row: Gold) -> Claim:
    located = (row.get(f"{part}_spans") or () for part in ("source", "cue", "content"))
    source, cue, content = (words_of(parsed.text, *(Span(a, b) for a, b in spans)) for spans in located)
    return Claim(
        id=row["id"],
        source=Source(
            spans=source.spans,
            text=source.text,
            kind=SourceKind(row["kind"]),
            anonymous=bool(row.get("anonymous")),
            actor=_actor(facts, source.spans),
        ),
        cue=cue,
        content=content,
        stance=Stance(row["stance"]),
        manner=Manner(row.get("manner", "indirect")),
        via=row.get("via"),
    )


def _actor(facts: Facts, spans: tuple[Span, ...]) -> str | None:
    """The found actor whose mention covers most of the source."""

    def share(m: Span, s: Span) -> float:
        return max(0, min(s.end, m.end) - max(s.start, m.start)) / max(s.end - s.start, m.end - m.start)

    found = [(share(m.span, s), a.id) for s in spans for a in facts.actors for m in a.mentions if m.span.overlaps(s)]
    return max(found, key=lambda row: row[0])[1] if found else None


def answers_of(matters: Matters, gold: Gold) -> list[Answer]:
    """Every denial and silence of a report with what it could meet and what it does."""
    met: defaultdict[str, set[str]] = defaultdict(set)
    for row in gold.get("disputes") or []:
        if row["kind"] != "contradicts":
            met[row["claims"][0]] |= set(row["claims"][1:])
    found: list[Answer] = []

    def choose(within: Matters, answer: Matter, candidates: list[Candidate]) -> Met:
        found.append((within, answer, candidates, met[answer.id]))
        return tuple(within.by_id[i] for i in sorted(met[answer.id]))

    list(answered(matters, choose))
    return found


def rivals(matters: Matters, gold: Gold) -> Iterator[tuple[Clues, bool]]:
    """What every two assertions show that could contradict each other, and whether they do."""
    met = {answer.id: tuple(c.other for c in found if c.other.id in of) for _, answer, found, of in answers_of(matters, gold)}
    rows = [row["claims"] for row in gold.get("disputes") or [] if row["kind"] == "contradicts"]
    right = {frozenset((first, other)) for first, *others in rows for other in others}
    of_report = Rivals(matters, met)
    for later, earlier in of_report.pairs():
        if (shown := of_report.heard_clues(later, earlier)) is not None:
            yield shown, frozenset((later.id, earlier.id)) in right


def _denies(answer: Answer) -> bool:
    return answer[1].claim.stance is Stance.DENIES


def choice(answer: Answer) -> Group:
    """The clues of each candidate and of none, and which of them are right."""
    _, of, candidates, met = answer
    right = {n for n, c in enumerate(candidates) if c.other.id in met}
    return [*(c.clues for c in candidates), none_clues(of)], right or {len(candidates)}


def heard_choice(weights: Weights, answer: Answer) -> Group:
    """The rules' word and the encoder's on each candidate and on none, and which of them are right."""
    _, of, candidates, _ = answer
    return heard_clues(of, candidates, chances(weights, of, candidates)), choice(answer)[1]


def heard_besides(fitted: dict[str, Weights], answer: Answer) -> Iterator[tuple[Clues, bool]]:
    """As `besides`, with the rules' word on it and the encoder's."""
    _, of, candidates, met = answer
    shares = softened(fitted["denial heard"], heard_choice(fitted["denial"], answer)[0])[:-1]
    best = max(range(len(candidates)), key=shares.__getitem__, default=None)
    if best is None or candidates[best].other.id not in met:
        return
    for n, c in enumerate(candidates):
        if n != best:
            shown = also_clues(answer[0], of, candidates[best].other, c, shares[n] / shares[best])
            yield also_heard(answer[0], chance(fitted["also"], shown), candidates[best], c), c.other.id in met


def besides(weights: Weights, answer: Answer) -> Iterator[tuple[Clues, bool]]:
    """Where the likeliest claim is right, each of the others and whether it is met too."""
    matters, of, candidates, met = answer
    shares = chances(weights, of, candidates)[:-1]
    best = max(range(len(candidates)), key=shares.__getitem__, default=None)
    if best is None or candidates[best].other.id not in met:
        return
    for n, c in enumerate(candidates):
        if n != best:
            yield also_clues(matters, of, candidates[best].other, c, shares[n] / shares[best]), c.other.id in met


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else WEIGHTS)
