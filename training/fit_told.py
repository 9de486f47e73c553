"""Fit how the rules' word on stance and kind of source and the encoder's are weighed against each other.

usage: python -m training.fit_told [OUT.csv]      (in the project's own environment, after the encoder is in its place)

Only what training/encoder/train.py held out of our own corpus is used: every fourth report for development and every fifth
passage; but for a rejoinder's clues, which take no word of the encoder, the other passages. The claims are those that the layer
finds there, each with what is annotated of the claim that it is. For stance and kind a softmax over
`reportedly.layers.claims.telling`'s clues, for rejoinder and denial a logistic regression over those of `rejoinders` and `denying`,
each with a ridge; deterministic, about five minutes.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bench.corpus_scores import Tokens, pair, share
from reportedly.knowledge.told_weights import WEIGHTS
from reportedly.knowledge.weights import Weights, weighed
from reportedly.layers.claims import by_rules, rejoinders
from reportedly.layers.claims.answering import said_of
from reportedly.layers.claims.denying import Heard, Rejoinder, denial_clues
from reportedly.layers.claims.rejoinders import rejoinder_clues
from reportedly.layers.claims.source_clues import source_scores
from reportedly.layers.claims.tagging import tags_of
from reportedly.layers.claims.telling import Clues, Grounds, kind_clues, stance_clues
from reportedly.layers.heard import parts_of
from reportedly.model import Claim, Stance
from reportedly.text import Parsed
from training.fitting import Group, logistic, softmax, write
from training.own_corpus import Gold, facts_before, held_out, learned

RIDGE_REJOINDER, RIDGE_DENIAL = 5.0, 1.0
FEW = 10  # claims of those that a rejoinder's clues are fitted on; a clue of fewer is left out

Texts = Iterable[tuple[Parsed, Gold]]


def main(out: Path) -> None:
    """Read what was held out and what was not, fit, write."""
    fitted = fit(held_out(), learned())
    write(fitted, out)
    print(", ".join(f"{len(weights)} of {model}" for model, weights in fitted.items()), "in", out)


def fit(unseen: Texts, seen: Texts) -> dict[str, Weights]:
    """The weights of all models, from what the encoder has not been trained on and what it has."""
    told = [one for parsed, gold in unseen if (one := read(parsed, gold)).rows]
    groups: dict[str, list[Group]] = {"stance": [], "kind": []}
    for one in told:
        for model, shown, right in examples(one):
            groups[model].append((list(shown.values()), {n for n, name in enumerate(shown) if name == right}))
    fitted = {model: softmax(found) for model, found in groups.items()}
    rejoinder = logistic(_often([row for parsed, gold in seen for row in rejoinder_examples(parsed, gold)]), RIDGE_REJOINDER)
    denial = logistic([row for one in told for row in denial_examples(one, fitted["stance"], rejoinder)], RIDGE_DENIAL)
    return fitted | {"rejoinder": rejoinder, "denial": denial}


class Told(NamedTuple):
    """A text as the layer reads it, with what is annotated of its claims."""

    claims: list[Claim]
    grounds: list[Grounds]
    heard: list[Heard]
    kinds: list[dict[str, Clues]]
    rejoinders: list[Rejoinder]
    rows: list[tuple[Gold, int]]


def read(parsed: Parsed, gold: Gold) -> Told:
    """The claims found, and what rules and encoder make of each."""
    tags = tags_of(parsed)
    if tags is None:
        raise ValueError("read with the encoder")
    facts = facts_before(parsed, "claims")
    claims, grounds = by_rules(parsed, facts, tags)
    parts = tags.heard.parts(parts_of(parsed, c) for c in claims)
    heard = [Heard(*row) for row in zip(tags.heard.stances(parts), tags.heard.answers(parts), strict=True)]
    rows = list(matched(parsed, gold, claims))
    kinds = kind_clues(claims, tags.heard.kinds(parts), source_scores(parsed, facts.actors, claims))
    return Told(claims, grounds, heard, kinds, rejoinders(parsed, facts, claims, grounds), rows)


def examples(one: Told) -> Iterator[tuple[str, dict[str, Clues], str]]:
    """For every claim found that is annotated, the clues of each stance and of each kind of source, and which is right."""
    for row, n in one.rows:
        yield "stance", stance_clues(one.claims[n], one.grounds[n], one.heard[n].stances, one.heard[n].answer), row["stance"]
        if one.claims[n].source.spans:
            yield "kind", one.kinds[n], row["kind"]


def rejoinder_examples(parsed: Parsed, gold: Gold) -> Iterator[tuple[Clues, bool]]:
    """For every claim found that is annotated, the clues of a rejoinder, and whether it denies."""
    facts = facts_before(parsed, "claims")
    claims, grounds = by_rules(parsed, facts, tags_of(parsed))
    clues = rejoinder_clues(parsed, facts, claims, grounds, said_of(parsed, facts, claims))
    for row, n in matched(parsed, gold, claims):
        yield clues[n], row["stance"] == Stance.DENIES


def denial_examples(one: Told, stance: Weights, rejoinder: Weights) -> Iterator[tuple[Clues, bool]]:
    """The same with all the clues of a denial."""
    rows = zip(one.claims, one.grounds, one.heard, strict=True)
    scores = [{name: weighed(stance, c) for name, c in stance_clues(c, g, h.stances, h.answer).items()} for c, g, h in rows]
    clues = denial_clues(one.claims, one.heard, one.rejoinders, scores, rejoinder)
    for row, n in one.rows:
        yield clues[n], row["stance"] == Stance.DENIES


def _often(rows: list[tuple[Clues, bool]]) -> list[tuple[Clues, bool]]:
    """The examples without the clues that hardly any of them shows."""
    seen = Counter(name for clues, _ in rows for name in clues)
    return [({name: value for name, value in clues.items() if seen[name] >= FEW}, denies) for clues, denies in rows]


def matched(parsed: Parsed, gold: Gold, claims: list[Claim]) -> Iterator[tuple[Gold, int]]:
    """The annotated claims with the numbers of those found that share half of their content, or without content their cue."""
    tokens = Tokens(parsed.text)

    def ids(spans: Any) -> frozenset[int]:
        return tokens.ids([(s, e) for s, e in spans])

    want = [(ids(g.get("content_spans") or ()), ids(g.get("cue_spans") or ())) for g in gold["claims"]]
    have = [tuple(ids([(s.start, s.end) for s in w.spans]) for w in (c.content, c.cue)) for c in claims]

    def same(g: Any, f: Any) -> float:
        return share(g[0], f[0]) + share(g[1], f[1]) / 10 if g[0] and f[0] else share(g[1], f[1])

    for i, j in pair(want, have, same):
        yield gold["claims"][i], j


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else WEIGHTS)
