"""Fit the weights by which drafts become claims, from news annotated with its attributions.

usage: python -m training.fit_cues POLNEAR.jsonl.gz [OUT.csv]

POLNEAR.jsonl.gz holds rows {id, text, attributions: [{source, cue, content: [[start, end], ...]}]}. The weights of this
project are fitted on the training part of PolNeAR 1.0 (Newell, Margolin and Ruths 2018, "An Attribution Relations Corpus
for Political News"; no data licence is stated; the texts belong to their publishers). Only the weights are kept: names of
features such as `say.V|clause` with a number; no sentence of the corpus is.

The model is a logistic regression over the features of a draft (reportedly.layers.claims.features), fitted by AdaGrad
with a ridge and a lasso. Deterministic: the order of the examples comes from SEED. It takes about 5 minutes for 840
reports, nearly all of it the parse.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from math import exp, sqrt
from pathlib import Path
from typing import Any

from reportedly.knowledge.claim_weights import WEIGHTS
from reportedly.knowledge.weights import BASE
from reportedly.layers.claims.draft import Range
from reportedly.layers.claims.drafting import drafts_of
from reportedly.layers.claims.features import features
from reportedly.layers.claims.quotes import Quotes
from reportedly.layers.claims.spans import finish
from reportedly.model import Report, Span
from reportedly.text import Parsed, parse
from training.fitting import write_one

SEED = 7
EPOCHS, STEP = 8, 0.1
RIDGE, LASSO = 3.0, 0.7  # of 0, 0.5, 2, 3, 5 and 0, 0.5, 0.7, 1, 2: best content F1 on 250 held-out reports of the training part
FEWEST = 4  # examples that must show a feature
LEAST = 0.1  # log-odds; smaller weights are left out: F1 stays within 0.002
SAME = 0.5  # share of the larger span from which a draft is an annotated attribution, as the scorer has it

Example = tuple[list[str], int]


def main(gold: Path, out: Path) -> None:
    """Parse the reports, gather the examples, fit, write."""
    rows = polnear(gold)
    parses = parse((report for _, report in rows), fast=True)
    found = [e for (row, _), parsed in zip(rows, parses, strict=True) for e in examples(row, parsed)]
    weights = fit(found)
    write_one(weights, out)
    print(f"{len(found)} drafts, {sum(y for _, y in found)} of them attributions; {len(weights)} weights in {out}")


def polnear(gold: Path) -> list[tuple[dict[str, Any], Report]]:
    """The rows of the annotated file, each with its report."""
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return [(r, Report(id=r["id"], text=r["text"], format="jsonl", body=Span(0, len(r["text"])))) for r in rows]


def examples(row: dict[str, Any], parsed: Parsed) -> Iterator[Example]:
    """The drafts of a report and whether they are attributions; those within an attribution say nothing, for none is marked there."""
    quotes = Quotes(parsed)
    gold = [(annotated_words(parsed, a["content"]), marked_tokens(parsed, a["cue"])) for a in row["attributions"]]
    for draft in drafts_of(parsed, quotes):
        pieces = finish(parsed.tokens, quotes, draft.content, draft.head)
        if not pieces:
            continue
        words, cue = covered(parsed, pieces), set(range(draft.cue[0], draft.cue[1] + 1)) | {draft.head}
        right = any(share(content, words) >= SAME and cue & marked for content, marked in gold)
        if right or not any(draft.head in content for content, _ in gold):
            yield features(parsed.tokens, quotes, draft), int(right)


def marked_tokens(parsed: Parsed, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The tokens within annotated spans."""
    return {t.i for start, end in spans or () for t in parsed.tokens_in(Span(start, end))}


def annotated_words(parsed: Parsed, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The words within annotated spans, marks left out."""
    return {i for i in marked_tokens(parsed, spans) if parsed.tokens[i].pos not in ("PUNCT", "SPACE", "SYM")}


def covered(parsed: Parsed, pieces: tuple[Range, ...]) -> set[int]:
    """The words of token ranges, marks left out."""
    return {i for a, b in pieces for i in range(a, b + 1) if parsed.tokens[i].pos not in ("PUNCT", "SPACE", "SYM")}


def share(one: set[int], other: set[int]) -> float:
    """Words in common over those of the larger set."""
    return len(one & other) / max(len(one), len(other)) if one and other else 0.0


def fit(found: list[Example]) -> dict[str, float]:
    """Weights by feature, and that of the base."""
    count = Counter(name for names, _ in found for name in set(names))
    kept = sorted(name for name, n in count.items() if n >= FEWEST)
    index = {name: i for i, name in enumerate(kept)}
    rows = [([index[name] for name in sorted(set(names)) if name in index], y) for names, y in found]
    base, weights = _descend(rows, [count[name] for name in kept])
    return {BASE: base} | {name: w for name, w in zip(kept, weights, strict=True) if abs(w) >= LEAST}


def _descend(rows: list[tuple[list[int], int]], counts: list[int]) -> tuple[float, list[float]]:
    """AdaGrad over the examples; each feature's penalties are shared out over the examples that show it."""
    weights, squares = [0.0] * len(counts), [1.0] * len(counts)
    ridge, lasso = [RIDGE / n for n in counts], [LASSO / n for n in counts]
    base, base_squares = 0.0, 1.0
    order = random.Random(SEED)  # noqa: S311 - a fixed order, no secret
    for _ in range(EPOCHS):
        order.shuffle(rows)
        for shown, y in rows:
            z = base + sum(weights[i] for i in shown)
            error = (1 / (1 + exp(-z)) if z > -30 else 0.0) - y
            base_squares += error * error
            base -= STEP * error / sqrt(base_squares)
            for i in shown:
                slope = error + ridge[i] * weights[i]
                squares[i] += slope * slope
                step = STEP / sqrt(squares[i])
                weights[i] = _towards_zero(weights[i] - step * slope, step * lasso[i])
    return base, weights


def _towards_zero(weight: float, by: float) -> float:
    return weight - by if weight > by else weight + by if weight < -by else 0.0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, metavar="POLNEAR.jsonl.gz")
    parser.add_argument("out", type=Path, nargs="?", default=WEIGHTS, metavar="OUT.csv")
    options = parser.parse_args()
    main(options.gold, options.out)
