"""Measure the layers on the development sets and write the figures down beside the peers'.

usage: python -m bench.accuracy [--gold FOLDER] [--only NAME ...]

The sets are not part of the project: where the folder (by default ../shared) is absent, this says so and does nothing.
Each set is read as JSON Lines by the product itself, and scored by the scorer that comes with the set.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bench.corpus_scores import score_all
from bench.gold import HELD_OUT, absent, parser_of, path_of, rows
from bench.results import write_down
from corpus import annotations
from reportedly import api
from reportedly.model import Reading

DATE_FIELDS = ("dct", "date")


class Set(NamedTuple):
    """A development set: its file, how it is scored, what peers reach on it, and how far our layers have seen it."""

    name: str
    scorer: tuple[str, ...]
    rows: tuple[str, ...]
    peers: str
    seen: str = "looked at for errors, nothing fitted on it"
    predicates: bool = False
    every: int = 1  # one text in so many is measured: those that the encoder did not learn from
    nominals: bool = False  # whether the scorer, which counts names alone, is shown every mention of an actor as one


SETS = (
    Set(
        "claims/polnear.dev",
        ("claims.py",),
        (
            "content",
            "content exact",
            "source",
            "cue",
            "linked",
            "content tokens",
            "speech content",
            "speech linked",
            "other content",
            "other linked",
        ),
        "on the sibling test set: GenderGapTracker content 0.51, linked 0.42; Citron retrained 0.63, 0.54; two people 0.80, 0.74",
        "weights and encoder fitted on the train set; thresholds and constants of how both are joined chosen here; errors looked at",
    ),
    Set(
        "events/plover.dev",
        ("events.py", "pairs"),
        ("linked", "typed", "class", "label"),
        "UniversalPetrarch: label 0.51",
        "its sentences were read while the lexicon was written; every fifth is measured, the encoder learned from the others",
        every=HELD_OUT,
    ),
    Set(
        "events/headlines.dev",
        ("events.py", "triples"),
        ("linked", "typed", "typed, no statements", "label, no statements"),
        "UniversalPetrarch: label 0.34, without statements 0.25",
        "a part was read while the lexicon was written; every fifth is measured, the encoder learned from the others",
        every=HELD_OUT,
    ),
    Set(
        "times/timebank.dev",
        ("marks.py", "times"),
        ("relaxed", "strict", "type", "value"),
        "HeidelTime on its sibling set: relaxed 0.91, value 0.78",
        "rules were mended on its errors",
    ),
    Set(
        "times/wikiwars.dev",
        ("marks.py", "times"),
        ("relaxed", "strict", "type", "value"),
        "HeidelTime: relaxed 0.92, value 0.83",
        "two constants chosen on it",
    ),
    Set(
        "places/lgl.dev",
        ("marks.py", "places"),
        ("toponym", "within 161 km", "same id"),
        "spaCy alone: toponym 0.70 to 0.75; population baseline 0.57 with true names",
        "weights chosen on a third of it",
    ),
    Set(
        "places/trnews.dev",
        ("marks.py", "places"),
        ("toponym", "within 161 km", "same id"),
        "spaCy alone: toponym 0.83; population baseline 0.77 with true names",
        "weights chosen on it",
    ),
    Set("chains/gap.dev", ("chains.py",), (), "NeuralCoref: F1 0.53", "the weights of pronouns are fitted on it"),
    Set("names/re3d.dev", ("marks.py", "names"), ("span", "typed"), "spaCy alone: span 0.51, typed 0.38"),
    Set(
        "names/re3d.dev",
        ("marks.py", "names"),
        ("span", "typed"),
        "none. The gold holds nominals and pronouns, of which the scorer takes none from a Reading: here it is shown all of them",
        nominals=True,
    ),
    Set(
        "status/uw.dev",
        ("status.py",),
        (),
        "always certain: MAE 0.78; a window of negation and modals: 0.69, r 0.56",
        "the rules' certainties fitted on 3,000 of its 12,780 rows; every fifth sentence is measured, the encoder learned from the others, "
        "and a sum of eight clues was fitted on those measured, and of 141 nouns taken for predicates half were found among these",
        predicates=True,
        every=HELD_OUT,
    ),
)


def as_input(row: dict[str, Any]) -> str:
    """A gold row as a line of the product's own input."""
    published = next((row[f] for f in DATE_FIELDS if row.get(f)), None)
    return json.dumps({"id": row["id"], "text": row["text"], "published": published}, ensure_ascii=False)


def measured(one: Set, path: Path) -> list[dict[str, Any]]:
    """The rows of a set that are measured; those that judge words of one text stay together."""
    found = list(rows(path))
    texts = [row["text"] if "start" in row else row["id"] for row in found]
    places = {text: n for n, text in enumerate(dict.fromkeys(texts))}
    return [row for row, text in zip(found, texts, strict=True) if places[text] % one.every == 0]


def measure(one: Set, shared: Path) -> dict[str, Any]:
    """Read a set and score it; a report that several rows are about is read once."""
    kept = measured(one, path_of(shared, one.name))
    lines = "\n".join({row["id"]: as_input(row) for row in kept}.values())
    with tempfile.TemporaryDirectory() as folder:
        gold, out = Path(folder) / "gold.jsonl", Path(folder) / "readings.jsonl"
        gold.write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")
        with out.open("w", encoding="utf-8") as found:
            for reading in api.read_all(lines.encode(), predicates=one.predicates):
                found.write((_all_as_names(reading) if one.nominals else reading.to_json()) + "\n")
        command = [sys.executable, one.scorer[0], *one.scorer[1:], str(gold), str(out), "--json"]
        printed = subprocess.run(command, cwd=shared / "score", capture_output=True, text=True, check=True).stdout
    return dict(json.loads(printed))


def _all_as_names(reading: Reading) -> str:
    """The Reading as JSON, with every mention of an actor marked as a name."""
    told = json.loads(reading.to_json())
    for mention in (m for actor in told["actors"] for m in actor["mentions"]):
        mention["form"] = "name"
    return json.dumps(told)


def lines_of(one: Set, result: dict[str, Any]) -> Iterator[str]:
    """The figures of one set as Markdown."""
    yield f"\n### {one.name}{', nominals and pronouns too' if one.nominals else ''}\n\nPeers: {one.peers}. Ours: {one.seen}.\n"
    if not one.rows:
        yield ", ".join(f"{k} {v}" for k, v in result.items())
        return
    yield "| measure | precision | recall | F1 |\n| --- | --- | --- | --- |"
    for name in one.rows:
        r = result[name]
        recall_alone = name.startswith(("speech", "other"))  # a found claim is of neither group
        yield (
            f"| {name} | | {r['recall']:.3f} | |"
            if recall_alone
            else f"| {name} | {r['precision']:.3f} | {r['recall']:.3f} | {r['f1']:.3f} |"
        )


def corpus_lines() -> Iterator[str]:
    """The figures on our own corpus as Markdown."""
    yield "\n### our own corpus\n\nEvery layer end to end; definitions in `bench/corpus_scores.py`. No peer reads these layers."
    halves = (
        ("for development", annotations.development()),
        ("kept apart: never tuned to, and looked at for errors in their headers alone", annotations.apart()),
    )
    for title, names in halves:
        yield f"\n{len(names)} reports {title}:\n"
        yield "| measure | precision | recall | F1 |\n| --- | --- | --- | --- |"
        for name, t in score_all(names).items():
            yield f"| {name} | {t.precision:.3f} | {t.recall:.3f} | {t.f1:.3f} |"


def main() -> int:
    """Measure all sets, or those named; print and write the figures down."""
    parser = parser_of(__doc__)
    parser.add_argument("--only", nargs="*", default=[])
    options = parser.parse_args()
    if absent(options.gold):
        return 0
    figures: list[str] = []
    for one in SETS:
        if not options.only or one.name in options.only:
            lines = list(lines_of(one, measure(one, options.gold)))
            print("\n".join(lines), flush=True)
            figures += lines
    if not options.only:
        figures += corpus_lines()
        write_down("accuracy", ["", *figures])
    return 0


if __name__ == "__main__":
    sys.exit(main())
