"""Fit the weights by which a pronoun finds whom it stands for, from GAP and our own annotated reports.

usage: python -m training.fit_pronouns GAP.jsonl.gz [OUT.csv]

GAP (Webster et al. 2018, Apache-2.0; rows {id, text, pronoun, a, b}) says of one pronoun a row which of two names it stands for, the
corpus reports for development of every pronoun. Of the mentions that a pronoun may take up, and nobody, the softmax of the weighted
clues of `reportedly.layers.actors.offers` gives the likeliest. What a pronoun may take up depends on those before it, so the fit is
made in ROUNDS. Deterministic; takes about four minutes.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from reportedly.knowledge import pronoun_weights as table
from reportedly.knowledge.weights import Weights
from reportedly.layers import actors
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import Found
from reportedly.layers.actors.history import History, model_of
from reportedly.layers.actors.offers import NOBODY_MEANT, Offer, likeliest
from reportedly.layers.base import Facts
from reportedly.model import Report, Span
from reportedly.text import Parsed, parse
from training.fitting import Group, softmax, write
from training.own_corpus import facts_before, parsed_with_gold, reports

ROUNDS = 2
FIRST = {"nobody": -2.0, "rank": -1.0, "subject": 1.0, "speaker": 1.0, "back 1": -1.0, "back 2": -2.0, "back 3": -3.0}

Spans = list[tuple[int, int]]
Rights = Callable[
    [int], "tuple[Spans, Spans] | None"
]  # of a pronoun's offset: whom it stands for, and whom it does not; None where unknown
Case = tuple[Parsed, Rights]


def main(gap: Path, out: Path) -> None:
    """Read, fit, write."""
    cases = [*gap_cases(gap), *own_cases()]
    prepared = [(parsed, rights, facts_before(parsed, "actors")) for parsed, rights in cases]
    weights = {model: dict(FIRST) for model in table.MODELS}
    for _ in range(ROUNDS):
        groups: dict[str, list[Group]] = {model: [] for model in table.MODELS}
        for parsed, rights, facts in prepared:
            for model, group in groups_of(parsed, rights, facts, weights):
                groups[model].append(group)
        weights = {model: softmax(found) for model, found in groups.items()}
    write(weights, out)
    print(", ".join(f"{len(found)} pronouns of the model {model}" for model, found in groups.items()), "in", out)


def gap_cases(path: Path) -> Iterator[Case]:
    """The rows of GAP: one pronoun each."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    for row, parsed in zip(rows, parse([_report(r) for r in rows], fast=True), strict=True):
        yield parsed, gap_rights(row)


def _report(row: dict[str, Any]) -> Report:
    return Report(id=row["id"], text=row["text"], format="jsonl", body=Span(0, len(row["text"])))


def gap_rights(row: dict[str, Any]) -> Rights:
    """Of the row's pronoun the name that it stands for; unknown where it is neither of the two."""
    names = [((n["start"], n["start"] + len(n["text"])), n["coref"]) for n in (row["a"], row["b"])]
    right, wrong = [s for s, is_it in names if is_it], [s for s, is_it in names if not is_it]
    return lambda at: (right, wrong) if at == row["pronoun"]["start"] and right else None


def own_cases() -> Iterator[Case]:
    """Our own reports for development: every pronoun, annotated or not."""
    for parsed, gold in parsed_with_gold(reports(), fast=True):
        yield parsed, own_rights(gold)


def own_rights(gold: dict[str, Any]) -> Rights:
    """Of a pronoun all other mentions of the annotated actor whose mention it is; nobody where it is none's."""
    said = [[(s, e) for m in a["mentions"] for s, e in m["spans"]] for a in gold.get("actors") or []]

    def rights(at: int) -> tuple[Spans, Spans] | None:
        mine = next((spans for spans in said if any(s <= at < e for s, e in spans)), [])
        return [s for s in mine if not s[0] <= at < s[1]], [s for spans in said for s in spans if spans is not mine]

    return rights


def groups_of(parsed: Parsed, rights: Rights, facts: Facts, weights: dict[str, Weights]) -> Iterator[tuple[str, Group]]:
    """For each pronoun of which it is known whom it stands for, the clues of all offers and of nobody, and which are right."""
    for found, offers in recorded(parsed, facts, weights):
        known = rights(parsed.tokens[found.head].start)
        if known is None:
            continue
        right = {n for n, o in enumerate(offers) if _is_one_of(parsed, o, known[0])}
        if not known[0]:
            right = {len(offers)}
        if right:
            yield model_of(found), ([*(o.clues for o in offers), NOBODY_MEANT], right)


def recorded(parsed: Parsed, facts: Facts, weights: dict[str, Weights]) -> list[tuple[Found, list[Offer]]]:
    """Every pronoun of a report with what it may take up, while the weights decide."""
    seen: list[tuple[Found, list[Offer]]] = []

    def antecedent(history: History, pronoun: Found, named: dict[int, Entity]) -> Entity | None:
        offers = history.offers(pronoun, named)
        seen.append((pronoun, offers))
        return likeliest(weights[model_of(pronoun)], offers)

    with mock.patch.object(History, "antecedent", antecedent):
        actors.LAYER.run(parsed, facts)
    return seen


def _is_one_of(parsed: Parsed, offer: Offer, spans: Spans) -> bool:
    """Whether what is offered, or an earlier or later mention of its actor, touches one of the spans."""
    mentions = [offer.spoken.found, *(offer.spoken.entity.mentions if offer.spoken.entity else ())]
    places = [(parsed.tokens[m.first].start, parsed.tokens[m.last].end) for m in mentions]
    return any(s < end and start < e for s, e in spans for start, end in places)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else table.WEIGHTS)
