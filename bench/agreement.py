"""How far two readings of one report agree: our gold, and a second reading made without sight of it.

usage: python -m bench.agreement

The second readings (corpus/second/) hold claims and disputes. They are scored as the product is (bench/corpus_scores.py), the gold
being taken for right: what comes out is what a second careful reader reaches.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from types import SimpleNamespace
from typing import Any

import yaml

from bench.corpus_scores import Row, Tally, Tokens, score_claims, table
from corpus import annotations

SECOND = annotations.ROOT / "second"


def second_reading(name: str) -> Any:
    """The second reading of a report, in the shape of a Reading's claims and disputes. GoldError where its words are not in the report."""
    text = annotations.report_text(name)
    rows = yaml.safe_load((SECOND / f"{name}.yaml").read_text(encoding="utf-8"))
    claims = [_claim(text, row) for row in rows["claims"]]
    disputes = [SimpleNamespace(kind=SimpleNamespace(value=d["kind"]), claims=d["claims"]) for d in rows.get("disputes") or []]
    return SimpleNamespace(claims=claims, disputes=disputes)


def _claim(text: str, row: Row) -> Any:
    def words(field: str) -> Any:
        said = row.get(field)
        phrases = [] if said is None else [said] if isinstance(said, str) else said
        spans = [SimpleNamespace(start=s, end=e) for phrase in phrases for s, e in annotations.locate(text, phrase)]
        return SimpleNamespace(spans=spans, kind=row["kind"])

    return SimpleNamespace(**row | {part: words(part) for part in ("source", "cue", "content")})


def names() -> list[str]:
    """The reports that were read twice."""
    return sorted(p.stem for p in SECOND.glob("*.yaml"))


def agree() -> dict[str, Tally]:
    """The scores of the second readings against the gold."""
    tally: dict[str, Tally] = defaultdict(Tally)
    for name in names():
        gold = annotations.load(name)
        score_claims(gold, second_reading(name), Tokens(gold["text"]), tally)
    return tally


def main() -> int:
    """Print the agreement."""
    print(f"{len(names())} reports read twice; precision and recall take the first reading for right\n\n{table(agree())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
