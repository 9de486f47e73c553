"""Fit how the rules' word on actors and places and the encoder's are weighed against each other.

usage: python -m training.fit_actors [OUT.csv]      (in the project's own environment, after the encoder is in its place)

Only what training/encoder/train.py held out is used: every fifth actor passage and pair of places and governments, every fourth report
for development. An actor that is found is the annotated one whose mentions it shares most. Deterministic, about a minute.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.corpus_scores import Tokens, pair, share
from corpus import actors as passages
from corpus import pairs
from reportedly.knowledge.acting_weights import WEIGHTS
from reportedly.layers.actors import entities_of
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.hearing import BODIES, HOMELESS, Hearing, home_clues
from reportedly.layers.actors.homes import home_words
from reportedly.layers.metonymy import by_rules, meant, use_clues
from reportedly.model import Report, Span
from reportedly.text import Parsed, parse
from training.fitting import Clues, Group, logistic, softmax, write
from training.own_corpus import REPORTS, Gold, facts_before, parsed_with_gold, reports

HELD_OUT = 5  # one passage in so many, as in training/encoder/train.py


def main(out: Path) -> None:
    """Read what was held out, fit, write."""
    homes: list[Group] = []
    uses = [*of_pairs()]
    for parsed, gold in held_out():
        uses += of_places(parsed, gold)
        for entity, said, hearing in matched(parsed, gold):
            if entity.country in BODIES:
                continue
            shown = home_clues(entity, hearing.countries(entity), long=hearing.long)
            homes.append((list(shown.values()), {n for n, code in enumerate(shown) if code == (said.get("country") or HOMELESS)}))
    fitted = {"use": logistic(uses), "home": softmax([g for g in homes if g[1]])}
    write(fitted, out)
    print(f"{len(uses)} names of places, {len(homes)} actors in {out}")


def held_out() -> Iterator[tuple[Parsed, Gold]]:
    """Reports and passages that the encoder did not see, with their annotated actors."""
    short = [(f"p{n}", passage) for n, passage in enumerate(passages.all_passages()[::HELD_OUT])]
    rows = [(Report(id=name, text=p.text, format="plain", body=Span(0, len(p.text))), as_gold(p)) for name, p in short]
    yield from parsed_with_gold([*reports()[::REPORTS], *rows])


def as_gold(passage: passages.Passage) -> Gold:
    """A passage as the reports are annotated."""
    actors = [{"country": a.country, "roles": a.roles, "mentions": [{"spans": [span]} for span in a.mentions]} for a in passage.actors]
    return {"actors": actors, "places": []}


def matched(parsed: Parsed, gold: Gold) -> Iterator[tuple[Entity, Gold, Hearing]]:
    """The actors that are found, each with the annotated one that most of its mentions are of."""
    facts = facts_before(parsed, "actors")
    entities, named = entities_of(parsed, facts)
    hearing = Hearing(parsed, home_words(parsed, named, facts.places))
    tokens = Tokens(parsed.text)
    want = [(tokens.ids(m["spans"]), a) for a in gold["actors"] for m in a["mentions"]]
    have = [(tokens.ids([(s.start, s.end)]), e) for e in entities for m in e.mentions for s in [parsed.span(m.first, m.last)]]
    votes: dict[int, list[int]] = {}
    for i, j in pair(want, have, lambda g, f: share(g[0], f[0])):
        votes.setdefault(entities.index(have[j][1]), []).append(gold["actors"].index(want[i][1]))
    for n, ballots in votes.items():
        yield entities[n], gold["actors"][max(set(ballots), key=ballots.count)], hearing


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
        yield use_clues(ruled=by_rules(parsed, inside[0].i, inside[-1].i), heard=heard), literal


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else WEIGHTS)
