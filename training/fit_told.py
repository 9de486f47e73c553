"""Fit how the rules' word on stance and kind of source and the encoder's are weighed against each other.

usage: python -m training.fit_told [OUT.csv]      (in the project's own environment, after the encoder is in its place)

Only what training/encoder/train.py held out of our own corpus is used: every fourth report for development and every fifth
passage. The claims are those that the layer finds there, each with what is annotated of the claim that it is. A softmax over
`reportedly.layers.claims.telling`'s clues with a ridge; deterministic, about a minute.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.corpus_scores import Tokens, pair, share
from reportedly.knowledge.told_weights import WEIGHTS
from reportedly.layers.claims import by_rules
from reportedly.layers.claims.tagging import tags_of
from reportedly.layers.claims.telling import Clues, kind_clues, stance_clues
from reportedly.layers.heard import parts_of
from reportedly.model import Claim
from reportedly.text import Parsed
from training.fitting import Group, softmax, write
from training.own_corpus import Gold, facts_before, held_out


def main(out: Path) -> None:
    """Read what was held out, fit, write."""
    groups: dict[str, list[Group]] = {"stance": [], "kind": []}
    for parsed, gold in held_out():
        for model, shown, right in examples(parsed, gold):
            groups[model].append((list(shown.values()), {n for n, name in enumerate(shown) if name == right}))
    write({model: softmax(found) for model, found in groups.items()}, out)
    print(", ".join(f"{len(found)} of {model}" for model, found in groups.items()), "in", out)


def examples(parsed: Parsed, gold: Gold) -> Iterator[tuple[str, dict[str, Clues], str]]:
    """For every claim found that is annotated, the clues of each stance and of each kind of source, and which is right."""
    tags = tags_of(parsed)
    if tags is None:
        raise ValueError("read with the encoder")
    claims, grounds = by_rules(parsed, facts_before(parsed, "claims"), tags)
    heard = tags.heard
    parts = heard.parts(parts_of(parsed, c) for c in claims)
    stances, answers, kinds = heard.stances(parts), heard.answers(parts), heard.kinds(parts)
    for row, n in matched(parsed, gold, claims):
        yield "stance", stance_clues(claims[n], grounds[n], stances[n], answers[n]), row["stance"]
        if claims[n].source.spans:
            yield "kind", kind_clues(claims[n], kinds[n]), row["kind"]


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
