"""Cut annotated reports into the windows that the encoder learns from, with the labels of their tokens.

usage: python training/encoder/examples.py GOLD OUT.jsonl.gz     (in the project's own environment)

GOLD is a folder with claims/polnear.train.jsonl.gz (rows {id, text, attributions: [{source, cue, content: [[start, end], ...]}]})
and claims/anonymous.dev.jsonl.gz (rows {id, text, anonymity_markers}); the passages and the development half of our own
corpus are added.

A row of OUT is {report, pieces, firsts, quotes, cue, outer, cues, pairs, claims, stances, kinds, disputes}: word pieces; for
each token the place of its first piece, whether it is a double quotation mark, its cue label and its outer label; the first
and last token of each cue, and for each cue a label a token; the name of its claim, its stance and the kind of its source ("" where
the set has none); the disputes of the whole report as [one claim, another, kind].
PolNeAR marks outermost attributions alone, so what stands within one counts for no cue label.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus import annotations, passages
from reportedly import api
from reportedly.model import Report, Span
from reportedly.text import Parsed, parse
from reportedly.text.pieces import Window, windows

Spans = list[tuple[int, int]]
IGNORED = -100  # a label that counts for nothing
NONE, SOURCE, CONTENT = 0, 1, 2  # of a token, to a cue
BEGINS, GOES_ON = 1, 2  # of a token within a cue
OUTER = {"source": (1, 2), "content": (3, 4)}  # first and further tokens of an outermost claim's parts


@dataclass
class Marked:
    """An attribution: offsets of its parts; `depth` 0 for the outermost."""

    source: Spans
    cue: Spans
    content: Spans
    depth: int = 0
    name: str = ""
    stance: str = ""
    kind: str = ""


@dataclass
class Annotated:
    """A report with its attributions; `nested` where every depth is marked, `sources` where nothing but sources is."""

    report: Report
    marked: list[Marked] = field(default_factory=list)
    nested: bool = False
    sources: Spans = field(default_factory=list)
    disputes: list[tuple[str, str, str]] = field(default_factory=list)


def main(gold: Path, out: Path) -> None:
    """Parse, cut, label, write."""
    found = [*polnear(gold / "claims/polnear.train.jsonl.gz"), *anonymous(gold / "claims/anonymous.dev.jsonl.gz"), *own(), *short()]
    count = 0
    with gzip.open(out, "wt", encoding="utf-8") as lines:
        for annotated, parsed in zip(found, parse(a.report for a in found), strict=True):
            for window in windows(parsed):
                lines.write(json.dumps(row(annotated, parsed, window)) + "\n")
                count += 1
    print(f"{count} windows of {len(found)} reports in {out}")


def polnear(path: Path) -> Iterator[Annotated]:
    """Reports whose outermost attributions are marked."""
    for r in _rows(path):
        yield Annotated(_report(r), [Marked(*(_spans(a.get(k)) for k in ("source", "cue", "content"))) for a in r["attributions"]])


def anonymous(path: Path) -> Iterator[Annotated]:
    """Snippets of which only the source is marked."""
    for r in _rows(path):
        yield Annotated(_report(r), sources=_spans(r["anonymity_markers"]))


def own() -> Iterator[Annotated]:
    """The development half of our own corpus."""
    for name in annotations.development():
        (received,) = api.open_source(annotations.ROOT / "reports" / f"{name}.txt")
        yield _annotated(received.report, annotations.load(name))


def short() -> Iterator[Annotated]:
    """The passages of our own corpus."""
    for name, passage in passages.all_passages():
        yield _annotated(_report({"id": name, "text": passage["text"]}), passage)


def _annotated(report: Report, gold: dict[str, Any]) -> Annotated:
    via = {c["id"]: c.get("via") for c in gold["claims"]}
    parts = ("source", "cue", "content")
    marked = [
        Marked(*(_spans(c.get(f"{k}_spans")) for k in parts), _depth(via, c["id"]), c["id"], c["stance"], c["kind"]) for c in gold["claims"]
    ]
    disputes = [(row["claims"][0], other, row["kind"]) for row in gold.get("disputes") or [] for other in row["claims"][1:]]
    return Annotated(report, marked, nested=True, disputes=disputes)


def _depth(via: dict[str, str | None], claim: str) -> int:
    outer = via[claim]
    return 0 if outer is None else 1 + _depth(via, outer)


def _rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _report(r: dict[str, Any]) -> Report:
    return Report(id=r["id"], text=r["text"], format="jsonl", body=Span(0, len(r["text"])))


def _spans(said: Any) -> Spans:
    return [(s, e) for s, e in said or []]


def row(annotated: Annotated, parsed: Parsed, window: Window) -> dict[str, Any]:
    """A window with its labels; the places in `cues` and `pairs` are those of the window's tokens."""
    place = {t: k for k, t in enumerate(window.tokens)}
    n = len(place)

    def within(spans: Spans) -> list[int]:
        found = {place[t.i] for s, e in spans for t in _touching(parsed, s, e) if t.i in place}
        return sorted(found)

    cue, outer = [0] * n, [0] * n
    cues: list[tuple[int, int]] = []
    pairs: list[list[int]] = []
    told: list[Marked] = []
    if annotated.sources:
        cue, outer = [IGNORED] * n, [IGNORED] * n
        _mark(outer, within(annotated.sources), *OUTER["source"])
    if not annotated.nested:
        for k in within([s for m in annotated.marked for s in m.content]):
            cue[k] = IGNORED
    for m in sorted(annotated.marked, key=lambda m: -m.depth):
        source, at, content = within(m.source), within(m.cue), within(m.content)
        if m.depth == 0:
            _mark(outer, content, *OUTER["content"])
            _mark(outer, source, *OUTER["source"])
        if at:
            _mark(cue, at, BEGINS, GOES_ON)
            cues.append((at[0], at[-1]))
            told.append(m)
            pairs.append([SOURCE if k in source else CONTENT if k in content else NONE for k in range(n)])
    return {
        "report": parsed.report.id,
        "pieces": window.pieces,
        "firsts": window.firsts,
        "quotes": [int(parsed.tokens[t].text == '"') for t in window.tokens],
        "cue": cue,
        "outer": outer,
        "cues": cues,
        "pairs": pairs,
        "claims": [m.name for m in told],
        "stances": [m.stance for m in told],
        "kinds": [m.kind for m in told],
        "disputes": annotated.disputes,
    }


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
