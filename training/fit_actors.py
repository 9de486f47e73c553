"""Fit how the rules' word on actors and places and the encoder's are weighed against each other.

usage: python -m training.fit_actors [OUT.csv]      (in the project's own environment, after the encoder is in its place)

Whether a name is meant as a place is fitted on what training/encoder/train.py held out: every fifth pair of places and governments,
every fourth report for development. Whose country is which is fitted on the other actor passages and reports, so that both can be
measured on those held out: the encoder is hardly surer of the countries that it has learned from (right for 51% of actors, and 48%).
An actor that is found is the annotated one whose mentions it shares most. Deterministic, about two minutes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.corpus_scores import Tokens, pair, share
from corpus import actors as passages
from corpus import pairs
from reportedly.formats.dateline import dateline
from reportedly.knowledge.acting_weights import WEIGHTS
from reportedly.layers.actors import entities_of, hearing
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.hearing import BODIES, HOMELESS, Hearing
from reportedly.layers.metonymy import by_rules, by_word, meant, use_clues
from reportedly.model import Report, Span
from reportedly.text import Parsed, parse
from training.fitting import Clues, Group, logistic, softmax, write
from training.own_corpus import REPORTS, Gold, facts_before, parsed_with_gold, reports

HOME_RIDGE = 5.0  # of 2, 5, 15: most countries right, each fifth of the passages and reports left out in turn
HELD_OUT = 5  # one passage in so many, as in training/encoder/train.py


def main(out: Path) -> None:
    """Read what was held out, fit, write."""
    homes: list[Group] = []
    uses = [*of_pairs()]
    for parsed, gold in parsed_with_gold(reports()[::REPORTS]):
        uses += of_places(parsed, gold)
    for parsed, gold in learned():
        for entity, said, heard in matched(parsed, gold):
            if entity.country in BODIES or said.get("country") in BODIES:
                continue
            shown = heard.homes(entity)
            homes.append((list(shown.values()), {n for n, code in enumerate(shown) if code == (said.get("country") or HOMELESS)}))
    fitted = {"use": logistic(uses), "home": softmax([g for g in homes if g[1]], HOME_RIDGE)}
    write(fitted, out)
    print(f"{len(uses)} names of places, {len(homes)} actors in {out}")


def learned() -> Iterator[tuple[Parsed, Gold]]:
    """The reports and passages that are not held out, with their annotated actors."""
    short = [(f"p{n}", passage) for n, passage in enumerate(passages.all_passages()) if n % HELD_OUT]
    rows = [(_report(name, p.text), as_gold(p)) for name, p in short]
    yield from parsed_with_gold([*(row for n, row in enumerate(reports()) if n % REPORTS), *rows])


def _report(name: str, text: str) -> Report:
    return Report(id=name, text=text, format="plain", body=Span(0, len(text)), dateline=dateline(text))


def as_gold(passage: passages.Passage) -> Gold:
    """A passage as the reports are annotated."""
    actors = [{"country": a.country, "roles": a.roles, "mentions": [{"spans": [span]} for span in a.mentions]} for a in passage.actors]
    return {"actors": actors, "places": []}


def matched(parsed: Parsed, gold: Gold) -> Iterator[tuple[Entity, Gold, Hearing]]:
    """The actors that are found, each with the annotated one that most of its mentions are of."""
    facts = facts_before(parsed, "actors")
    entities, named = entities_of(parsed, facts)
    heard = hearing(parsed, facts, named)
    tokens = Tokens(parsed.text)
    want = [(tokens.ids(m["spans"]), a) for a in gold["actors"] for m in a["mentions"]]
    have = [(tokens.ids([(s.start, s.end)]), e) for e in entities for m in e.mentions for s in [parsed.span(m.first, m.last)]]
    votes: dict[int, list[int]] = {}
    for i, j in pair(want, have, lambda g, f: share(g[0], f[0])):
        votes.setdefault(entities.index(have[j][1]), []).append(gold["actors"].index(want[i][1]))
    for n, ballots in votes.items():
        yield entities[n], gold["actors"][max(set(ballots), key=ballots.count)], heard


def of_pairs() -> Iterator[tuple[Clues, bool]]:
    """The pairs of places and governments."""
    told = [(m.name, text, literal) for m in pairs.metonyms()[:: pairs.HELD_OUT] for text, literal in ((m.place, True), (m.actor, False))]
    reports_ = (Report(id=str(n), text=text, format="plain", body=Span(0, len(text))) for n, (_, text, _) in enumerate(told))
    for parsed, (name, text, literal) in zip(parse(reports_), told, strict=True):
        yield from _use(parsed, (text.index(name), text.index(name) + len(name)), literal=literal)


def of_places(parsed: Parsed, gold: Gold) -> Iterator[tuple[Clues, bool]]:
    """The names of places in a report."""
    for place in gold["places"]:
        for span in place["at_spans"]:
            yield from _use(parsed, span, literal=place["use"] == "literal")


def _use(parsed: Parsed, span: tuple[int, int], *, literal: bool) -> Iterator[tuple[Clues, bool]]:
    inside = parsed.tokens_in(Span(*span))
    heard = meant(parsed, inside[0].i) if inside else None
    if heard is not None:
        first, last = inside[0].i, inside[-1].i
        yield use_clues(ruled=by_rules(parsed, first, last), heard=heard, word=by_word(parsed, first, last)), literal


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else WEIGHTS)
