"""Score Readings against our own corpus, layer by layer: precision, recall and F1, each with the definition it uses.

usage: python -m bench.corpus_scores [--floors]     print the scores; with --floors, write them down as the new floors
"""

from __future__ import annotations

import re
import sys
import tomllib
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from corpus import annotations
from reportedly import api
from reportedly.model import Reading, Status

FLOORS = Path(__file__).parent.parent / "corpus" / "floors.toml"
SLACK = 0.005  # a floor is the score less this, rounded down to 0.01: room for harmless differences between machines
NEAR_KM = 30.0  # a place counts as found where it lies this near to the annotated point
REAL = {Status.HAPPENED.value, Status.ONGOING.value}

Spans = list[tuple[int, int]]
Row = dict[str, Any]


class Tally:
    """True positives, found and gold, added up over reports."""

    def __init__(self) -> None:
        self.hit = self.found = self.gold = 0

    def add(self, hit: int, found: int, gold: int) -> None:
        self.hit, self.found, self.gold = self.hit + hit, self.found + found, self.gold + gold

    @property
    def precision(self) -> float:
        return self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


class Tokens:
    """The word tokens of a text; a span list becomes the set of their indices."""

    def __init__(self, text: str) -> None:
        found = [m.span() for m in re.finditer(r"\w+", text)]
        self._starts, self._ends = [s for s, _ in found], [e for _, e in found]

    def ids(self, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
        return frozenset(i for s, e in spans for i in range(bisect_right(self._ends, s), bisect_left(self._starts, e)))


def share(a: frozenset[int], b: frozenset[int]) -> float:
    """Shared tokens over those of the larger set."""
    return len(a & b) / max(len(a), len(b)) if a and b else 0.0


def pair(gold: list[Any], found: list[Any], score: Callable[[Any, Any], float], least: float = 0.5) -> list[tuple[int, int]]:
    """One-to-one pairs of indices, best first."""
    scored = sorted(((score(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    pairs, left, right = [], set(), set()
    for value, i, j in scored:
        if value >= least and value > 0 and -i not in left and -j not in right:
            pairs.append((-i, -j))
            left.add(-i)
            right.add(-j)
    return pairs


def score_all(names: list[str] | None = None) -> dict[str, Tally]:
    """The scores over the named reports, or over those for development."""
    tally: dict[str, Tally] = defaultdict(Tally)
    wanted = names or annotations.development()
    readings = api.read_all([annotations.ROOT / "reports" / f"{n}.txt" for n in wanted])
    for name, reading in zip(wanted, readings, strict=True):
        score_one(annotations.load(name), reading, tally)
    return tally


def score_one(gold: Row, reading: Reading, tally: dict[str, Tally]) -> None:
    """Add one report's scores."""
    tokens = Tokens(gold["text"])
    _header(gold["report"], reading, tally)
    _times(gold.get("times") or [], reading, tokens, tally)
    _places(gold.get("places") or [], reading, tokens, tally)
    actors = _actors(gold.get("actors") or [], reading, tokens, tally)
    score_claims(gold, reading, tokens, tally)
    _events(gold.get("events") or [], reading, tokens, tally, actors)
    _relations(gold.get("relations") or [], reading, tally, actors)


def score_claims(gold: Row, reading: Any, tokens: Tokens, tally: dict[str, Tally]) -> None:
    """Add one report's scores of claims and disputes; of `reading` only `claims` and `disputes` are looked at."""
    same = _claims(gold.get("claims") or [], reading, tokens, tally)
    _disputes(gold.get("disputes") or [], reading, tally, same)


def _spans(words: Any) -> Spans:
    return [(s.start, s.end) for s in words.spans]


def _header(gold: Row, reading: Reading, tally: dict[str, Tally]) -> None:
    text, report = reading.report.text, reading.report
    first, last = gold.get("body") or ("", "")
    right = {
        "body": " ".join(report.body.of(text).split()).startswith(" ".join(first.split()))
        and " ".join(report.body.of(text).split()).endswith(" ".join(last.split()))
    }
    for field, value in gold.items():
        if field != "body":
            have = getattr(report, field)
            right[field] = (list(have) == value) if isinstance(value, list) else str(have) == str(value)
    tally["header fields"].add(sum(right.values()), len(right), len(right))


def _times(gold: list[Row], reading: Reading, tokens: Tokens, tally: dict[str, Tally]) -> None:
    want = [(tokens.ids(g["at_spans"]), g) for g in gold]
    have = [(tokens.ids(_spans(t)), t) for t in reading.times]
    pairs = pair(want, have, lambda g, f: share(g[0], f[0]), 0.3)
    tally["times span"].add(len(pairs), len(have), len(want))
    tally["times value"].add(sum(str(want[i][1]["value"]) == have[j][1].value for i, j in pairs), len(have), len(want))


def _places(gold: list[Row], reading: Reading, tokens: Tokens, tally: dict[str, Tally]) -> None:
    want = [(tokens.ids([s]), g) for g in gold for s in g["at_spans"]]
    have = [(tokens.ids([s]), p) for p in reading.places for s in _spans(p)]
    pairs = pair(want, have, lambda g, f: share(g[0], f[0]), 0.3)
    tally["places toponym"].add(len(pairs), len(have), len(want))
    tally["places use"].add(sum(want[i][1]["use"] == have[j][1].use for i, j in pairs), len(have), len(want))
    tally["places located"].add(sum(_near(want[i][1], have[j][1]) for i, j in pairs), len(have), len(want))


def _near(gold: Row, place: Any) -> bool:
    """The same country for a country-sized place, else within NEAR_KM of the annotated point."""
    if gold.get("lat") is None or place.lat is None:
        return gold.get("country") == place.country
    a, b, c, d = (radians(float(x)) for x in (gold["lat"], gold["lon"], place.lat, place.lon))
    h = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    same_country = gold.get("country") == place.country and (place.feature or "").startswith(("PCL", "ADM", "RGN"))
    return same_country or 2 * 6371.0 * asin(min(1.0, sqrt(h))) <= NEAR_KM


def _actors(gold: list[Row], reading: Reading, tokens: Tokens, tally: dict[str, Tally]) -> dict[str, str]:
    """Scores mentions and clusters; returns which gold actor each found actor is."""
    want = [(tokens.ids(m["spans"]), g, m) for g in gold for m in g["mentions"]]
    have = [(tokens.ids([(m.start, m.end)]), a, m) for a in reading.actors for m in a.mentions]
    pairs = pair(want, have, lambda g, f: share(g[0], f[0]))
    tally["actors mention"].add(len(pairs), len(have), len(want))
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for i, j in pairs:
        votes[have[j][1].id][want[i][1]["id"]] += 1
    same = {found: c.most_common(1)[0][0] for found, c in votes.items()}
    tally["actors linked mention"].add(sum(same[have[j][1].id] == want[i][1]["id"] for i, j in pairs), len(have), len(want))
    by_id = {g["id"]: g for g in gold}
    found = {a.id: a for a in reading.actors}
    for field in ("country", "kind"):
        tally[f"actors {field}"].add(sum(getattr(found[f], field) == by_id[g].get(field) for f, g in same.items()), len(same), len(same))
    tally["actors roles"].add(sum(set(found[f].roles) == set(by_id[g].get("roles") or []) for f, g in same.items()), len(same), len(same))
    return same


def _claims(gold: list[Row], reading: Any, tokens: Tokens, tally: dict[str, Tally]) -> dict[str, str]:
    """Scores claims; returns which gold claim each found claim is."""
    want = [{k: tokens.ids(g.get(f"{k}_spans") or []) for k in ("source", "cue", "content")} | {"row": g} for g in gold]
    have = [{k: tokens.ids(_spans(getattr(c, k))) for k in ("source", "cue", "content")} | {"row": c} for c in reading.claims]

    def alike(g: Row, f: Row) -> float:
        empty = not g["content"] and not f["content"]  # a bare "would not comment"
        return (
            (share(g["cue"], f["cue"]) if empty else share(g["content"], f["content"]))
            + 0.01 * share(g["source"], f["source"])
            + 0.01 * share(g["cue"], f["cue"])
        )

    pairs = pair(want, have, alike)
    n, m = len(have), len(want)
    tally["claims content"].add(len(pairs), n, m)

    def agree(i: int, j: int, part: str) -> bool:
        a, b = want[i][part], have[j][part]
        return (not a and not b) or share(a, b) >= 0.5

    tally["claims linked"].add(sum(agree(i, j, "source") for i, j in pairs), n, m)
    tally["claims cue"].add(sum(agree(i, j, "cue") for i, j in pairs), n, m)
    for name, field in (("stance", "stance"), ("manner", "manner")):
        tally[f"claims {name} (of matched)"].add(
            sum(want[i]["row"][field] == getattr(have[j]["row"], field) for i, j in pairs), len(pairs), len(pairs)
        )
    tally["claims kind (of matched)"].add(
        sum(want[i]["row"]["kind"] == have[j]["row"].source.kind for i, j in pairs), len(pairs), len(pairs)
    )
    _stances(want, have, pairs, tally)
    same = {have[j]["row"].id: want[i]["row"]["id"] for i, j in pairs}
    nested = [g for g in gold if g.get("via")]
    hit = sum(same.get(have[j]["row"].via or "") == want[i]["row"]["via"] for i, j in pairs if want[i]["row"].get("via"))
    tally["claims nested"].add(hit, sum(c.via is not None for c in reading.claims), len(nested))
    return same


def _stances(want: list[Row], have: list[Row], pairs: list[tuple[int, int]], tally: dict[str, Tally]) -> None:
    """Denials and silences on their own: the stances that nobody else has."""
    silences = {"declines to comment", "did not respond", "unreachable"}
    for name, wanted in (("denials", {"denies"}), ("silences", silences)):
        hit = sum(want[i]["row"]["stance"] in wanted and have[j]["row"].stance == want[i]["row"]["stance"] for i, j in pairs)
        tally[f"claims {name}"].add(hit, sum(f["row"].stance in wanted for f in have), sum(g["row"]["stance"] in wanted for g in want))


def _events(gold: list[Row], reading: Reading, tokens: Tokens, tally: dict[str, Tally], actors: dict[str, str]) -> None:
    want = [(tokens.ids(g["trigger_spans"]), g) for g in gold]
    have = [(tokens.ids(_spans(e.trigger)), e) for e in reading.events]

    def score(g: Any, f: Any) -> float:
        return float(bool(g[0] & f[0])) + 0.1 * (g[1]["type"] == f[1].type)

    pairs = pair(want, have, score)
    n, m = len(have), len(want)
    tally["events trigger"].add(len(pairs), n, m)
    typed = [(i, j) for i, j in pairs if want[i][1]["type"] == have[j][1].type]
    tally["events typed"].add(len(typed), n, m)
    tally["events typed dyad"].add(sum(_dyad(want[i][1], have[j][1], actors) for i, j in typed), n, m)
    tally["events status (of matched)"].add(sum(want[i][1]["status"] == have[j][1].status for i, j in pairs), len(pairs), len(pairs))
    unreal = [(i, j) for i, j in pairs if want[i][1]["status"] not in REAL]
    kept = sum(have[j][1].status not in REAL for _, j in unreal)
    tally["events unreal kept unreal"].add(kept, len(unreal), len(unreal))


def _dyad(gold: Row, event: Any, actors: dict[str, str]) -> bool:
    def ids(part: Any) -> set[str]:
        return {actors.get(i, i) for i in part.ids} if part else set()

    left, right = ids(event.actor), ids(event.recipient)
    want_left, want_right = set(gold.get("actor") or []), set(gold.get("recipient") or [])
    if not want_left or not want_right:
        return left | right == want_left | want_right or bool(want_left | want_right) and want_left | want_right <= left | right
    return bool(left & want_left) and bool(right & want_right)


def _relations(gold: list[Row], reading: Reading, tally: dict[str, Tally], actors: dict[str, str]) -> None:
    mutual = {"allied with", "at war with", "rival of", "family of", "knows"}

    def keys(kind: str, one: str, other: str) -> tuple[str, frozenset[str] | tuple[str, str]]:
        return kind, frozenset((one, other)) if kind in mutual else (one, other)

    want = Counter(keys(g["type"], g["subject"], g["object"] or "a place") for g in gold)
    have = Counter(
        keys(r.type.value, actors.get(r.subject.id or "", "?"), actors.get(r.object.id or "", "?") if r.object.id else "a place")
        for r in reading.relations
    )
    tally["relations"].add(sum((want & have).values()), sum(have.values()), sum(want.values()))


def _disputes(gold: list[Row], reading: Any, tally: dict[str, Tally], claims: dict[str, str]) -> None:
    """A dispute of a denial with three claims counts as three: who stands against whom is what is found or missed."""
    want = {e for g in gold for e in _edges(g["kind"], g["claims"])}
    have = {e for d in reading.disputes for e in _edges(d.kind.value, [claims.get(c, c) for c in d.claims])}
    tally["disputes"].add(len(want & have), len(have), len(want))
    for kind in ("denies", "contradicts", "unanswered"):
        some, others = ({e for e in edges if e[0] == kind} for edges in (want, have))
        tally[f"disputes {kind}"].add(len(some & others), len(others), len(some))


def _edges(kind: str, claims: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each claim of a dispute against the first; a silence or a denial that meets nothing stands alone."""
    first, *others = claims
    for other in others:
        yield kind, tuple(sorted((first, other))) if kind == "contradicts" else (first, other)
    if not others:
        yield kind, (first,)


def floors() -> dict[str, float]:
    """The pinned floors: F1 by score."""
    return {k: float(v) for k, v in tomllib.loads(FLOORS.read_text(encoding="utf-8"))["f1"].items()}


def table(tally: dict[str, Tally]) -> str:
    """The scores as lines of text."""
    return "\n".join(
        f"{name:<28} P {t.precision:6.3f}  R {t.recall:6.3f}  F1 {t.f1:6.3f}   ({t.hit} of {t.found} found, {t.gold} gold)"
        for name, t in tally.items()
    )


def main(arguments: list[str]) -> int:
    """Print the scores, or write them down as floors."""
    tally = score_all([a for a in arguments if not a.startswith("-")] or None)
    print(table(tally))
    if "--floors" in arguments:
        rows = "\n".join(f'"{name}" = {int((t.f1 - SLACK) * 100) / 100:.2f}' for name, t in tally.items())
        FLOORS.write_text(
            f"# F1 on our own corpus below which no change may fall; lowering one needs a reason in the commit.\n[f1]\n{rows}\n",
            encoding="utf-8",
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
