"""Cut annotated reports into the windows that the encoder learns from, with the labels of their tokens.

usage: python training/encoder/examples.py GOLD OUT.jsonl.gz     (in the project's own environment)

GOLD is a folder with claims/polnear.train.jsonl.gz (rows {id, text, attributions: [{source, cue, content: [[start, end], ...]}]}),
claims/anonymous.dev.jsonl.gz (rows {id, text, anonymity_markers}) and what event_sets.py reads; the passages, the event sentences
and the development half of our own corpus are added.

A row of OUT is {report, pieces, firsts, quotes, cue, outer, cues, pairs, claims, stances, kinds, disputes}: word pieces; for
each token the place of its first piece, whether it is a double quotation mark, its cue label and its outer label; the first
and last token of each cue, and for each cue a label a token; the name of its claim, its stance and the kind of its source ("" where
the set has none); the disputes of the whole report as [one claim, another, kind].
PolNeAR marks outermost attributions alone, so what stands within one counts for no cue label.

Of actors a row has {mentions, whose, roles, uses}: the first and last token of each mention, and for each a label a token, 1 where another
mention of the same actor stands and 2 where its country is named; its sectors; names of places, and whether they are meant as such.

Of events a row has {types, triggers, modes, states, sides, dyads, certain}: for each token the type of the event that it names, null
where the set does not say; the tokens that name one, its mode, status, and a label a token; two lists of tokens and the types between
them; a token and its certainty.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from actor_sets import actor_sets, of_report
from annotated import Annotated, Happening, Marked, Spans, report_of, rows_of, spans_of
from event_sets import event_sets

from corpus import annotations, passages
from reportedly import api
from reportedly.layers.actors.homes import home_words
from reportedly.layers.actors.nations import nations
from reportedly.model import Span
from reportedly.text import Parsed, parse
from reportedly.text.pieces import Window, windows
from training.own_corpus import facts_before

IGNORED = -100  # a label that counts for nothing
BEGINS, GOES_ON = 1, 2  # of a token within a cue
OUTER = {"source": (1, 2), "content": (3, 4)}  # first and further tokens of an outermost claim's parts


def main(gold: Path, out: Path) -> None:
    """Parse, cut, label, write."""
    claims = (polnear(gold / "claims/polnear.train.jsonl.gz"), anonymous(gold / "claims/anonymous.dev.jsonl.gz"), own(), short())
    found = [*(a for s in claims for a in s), *event_sets(gold), *actor_sets()]
    count = 0
    with gzip.open(out, "wt", encoding="utf-8") as lines:
        for annotated, parsed in zip(found, parse((a.report for a in found), fast=True), strict=True):
            for window in windows(parsed):
                lines.write(json.dumps(row(annotated, parsed, window)) + "\n")
                count += 1
    print(f"{count} windows of {len(found)} reports in {out}")


def polnear(path: Path) -> Iterator[Annotated]:
    """Reports whose outermost attributions are marked."""
    for r in rows_of(path):
        marked = [Marked(*(spans_of(a.get(k)) for k in ("source", "cue", "content"))) for a in r["attributions"]]
        yield Annotated(report_of(r["id"], r["text"]), marked)


def anonymous(path: Path) -> Iterator[Annotated]:
    """Snippets of which only the source is marked."""
    for r in rows_of(path):
        yield Annotated(report_of(r["id"], r["text"]), [], sources=spans_of(r["anonymity_markers"]))


def own() -> Iterator[Annotated]:
    """The development half of our own corpus."""
    for name in annotations.development():
        (received,) = api.open_source(annotations.ROOT / "reports" / f"{name}.txt")
        gold = annotations.load(name)
        annotated = _annotated(received.report, gold, happenings=_happenings(gold))
        annotated.actors, annotated.uses = of_report(gold)
        yield annotated


def short() -> Iterator[Annotated]:
    """The passages of our own corpus."""
    for name, passage in passages.all_passages():
        yield _annotated(report_of(name, passage["text"]), passage)


def _annotated(report: Any, gold: dict[str, Any], happenings: list[Happening] | None = None) -> Annotated:
    via = {c["id"]: c.get("via") for c in gold["claims"]}
    parts = ("source", "cue", "content")
    marked = [
        Marked(*(spans_of(c.get(f"{k}_spans")) for k in parts), _depth(via, c["id"]), c["id"], c["stance"], c["kind"])
        for c in gold["claims"]
    ]
    disputes = [(row["claims"][0], other, row["kind"]) for row in gold.get("disputes") or [] for other in row["claims"][1:]]
    return Annotated(report, marked, nested=True, disputes=disputes, happenings=happenings)


def _depth(via: dict[str, str | None], claim: str) -> int:
    outer = via[claim]
    return 0 if outer is None else 1 + _depth(via, outer)


def _happenings(gold: dict[str, Any]) -> list[Happening]:
    """The events of a report; their sides are all mentions of whoever took part."""
    mentions = {a["id"]: [s for m in a["mentions"] for s in spans_of(m["spans"])] for a in gold["actors"]}

    def of(event: dict[str, Any], side: str) -> Spans:
        return [s for who in event.get(side) or [] for s in mentions.get(who, [])]

    return [
        Happening(spans_of(e["trigger_spans"]), e["type"], e.get("mode") or "", e["status"], of(e, "actor"), of(e, "recipient"))
        for e in gold["events"]
    ]


class Cut:
    """A window of a report: where its tokens stand in it."""

    def __init__(self, parsed: Parsed, window: Window) -> None:
        self.parsed, self.window = parsed, window
        self.place = {t: k for k, t in enumerate(window.tokens)}
        self.size = len(self.place)

    def within(self, spans: Spans) -> list[int]:
        """The places of the tokens that touch the spans."""
        return sorted({self.place[t.i] for s, e in spans for t in _touching(self.parsed, s, e) if t.i in self.place})

    def parts(self, first: list[int], second: list[int]) -> list[int]:
        """A label a token: 1 in the one part, 2 in the other, which yields to the first."""
        return [1 if k in first else 2 if k in second else 0 for k in range(self.size)]


def row(annotated: Annotated, parsed: Parsed, window: Window) -> dict[str, Any]:
    """A window with its labels; the places in it are those of the window's tokens."""
    cut = Cut(parsed, window)
    shown = {
        "report": parsed.report.id,
        "pieces": window.pieces,
        "firsts": window.firsts,
        "quotes": [int(parsed.tokens[t].text == '"') for t in window.tokens],
    }
    return shown | claim_labels(annotated, cut) | event_labels(annotated, cut) | actor_labels(annotated, cut)


def claim_labels(annotated: Annotated, cut: Cut) -> dict[str, Any]:
    """The labels of cues and claims."""
    silent = annotated.sources or annotated.marked is None
    cue, outer = [IGNORED if silent else 0] * cut.size, [IGNORED if silent else 0] * cut.size
    cues: list[tuple[int, int]] = []
    pairs: list[list[int]] = []
    told: list[Marked] = []
    marked = annotated.marked or []
    _mark(outer, cut.within(annotated.sources), *OUTER["source"])
    if not annotated.nested:
        for k in cut.within([s for m in marked for s in m.content]):
            cue[k] = IGNORED
    for m in sorted(marked, key=lambda m: -m.depth):
        source, at, content = (cut.within(part) for part in (m.source, m.cue, m.content))
        if m.depth == 0:
            _mark(outer, content, *OUTER["content"])
            _mark(outer, source, *OUTER["source"])
        if at:
            _mark(cue, at, BEGINS, GOES_ON)
            cues.append((at[0], at[-1]))
            told.append(m)
            pairs.append(cut.parts(source, content))
    return {
        "cue": cue,
        "outer": outer,
        "cues": cues,
        "pairs": pairs,
        "claims": [m.name for m in told],
        "stances": [m.stance for m in told],
        "kinds": [m.kind for m in told],
        "disputes": annotated.disputes,
    }


def event_labels(annotated: Annotated, cut: Cut) -> dict[str, Any]:
    """The labels of events, of their sides and of certainty."""
    types: list[str | None] = [None if annotated.happenings is None else ""] * cut.size
    found: dict[int, Happening] = {}
    for h in annotated.happenings or []:
        for k in cut.within(h.trigger)[:1]:
            found.setdefault(k, h)
            types[k] = h.type
    return {
        "types": types,
        "triggers": list(found),
        "modes": [h.mode for h in found.values()],
        "states": [h.status for h in found.values()],
        "sides": [cut.parts(*_sides(h, k, cut)) for k, h in found.items()],
        "dyads": [[cut.within(a), cut.within(b), kinds] for a, b, kinds in annotated.dyads if cut.within(a) and cut.within(b)],
        "certain": [(at[0], value) for span, value in annotated.certain if (at := cut.within([span]))],
    }


def actor_labels(annotated: Annotated, cut: Cut) -> dict[str, Any]:
    """The labels of mentions, of what tells their country and of what else names the same, of sectors, and of names of places."""
    found: list[tuple[int, int]] = []
    whose: list[list[int]] = []
    roles: list[list[str]] = []
    lands = home_words(cut.parsed, nations(cut.parsed), facts_before(cut.parsed, "actors").places) if annotated.actors else {}
    for actor in annotated.actors:
        places = {span: at for span in actor.mentions if (at := cut.within([span]))}
        homes = {cut.place[i] for i, code in lands.items() if code == actor.country and i in cut.place}
        for span, at in places.items():
            others = {k for other, ks in places.items() if other != span for k in ks} - homes - {*at}
            found.append((at[0], at[-1]))
            whose.append(cut.parts(sorted(others), sorted(homes)))
            roles.append(actor.roles)
    uses = [(at[0], int(literal)) for span, literal in annotated.uses if (at := cut.within([span]))]
    return {"mentions": found, "whose": whose, "roles": roles, "uses": uses}


def _sides(happening: Happening, trigger: int, cut: Cut) -> tuple[list[int], list[int]]:
    """Actor and recipient where they stand in the trigger's sentence."""
    sentence = cut.parsed.tokens[cut.window.tokens[trigger]].sent

    def near(spans: Spans) -> list[int]:
        return [k for k in cut.within(spans) if k != trigger and cut.parsed.tokens[cut.window.tokens[k]].sent == sentence]

    return near(happening.actor), near(happening.recipient)


def _touching(parsed: Parsed, start: int, end: int) -> Iterable[Any]:
    first = parsed.token_at(start)
    found = parsed.tokens_in(Span(start, end))
    return found if first is None or (found and found[0].i == first.i) else (first, *found)


def _mark(labels: list[int], at: list[int], begins: int, goes_on: int) -> None:
    """Label the tokens of a part; each unbroken run begins anew."""
    before = -2
    for k in at:
        labels[k] = goes_on if k == before + 1 else begins
        before = k


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
