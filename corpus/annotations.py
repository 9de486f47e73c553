"""Read the annotated corpus: reports, and gold whose quoted phrases are resolved to spans.

usage: python corpus/annotations.py [NAME ...]     check the corpus (or the named reports)
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent
APART = ("e-", "f-", "g-", "h-")
Spans = list[tuple[int, int]]

# The vocabularies of the contract; the tests check that they equal those of reportedly.model.
STANCES = """asserts|denies|believes|desires|expects|requests|proposes|warns|asks|relays|declines to comment
did not respond|unreachable""".replace("\n", "|").split("|")
SOURCE_KINDS = """named official|anonymous official|named person|anonymous person|organisation|government|document
media|public|author""".replace("\n", "|").split("|")
STATUSES = "happened|ongoing|planned|expected|requested|possible|conditional|denied|did not happen".split("|")
EVENT_TYPES = """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST
SANCTION MOBILIZE COERCE ASSAULT""".split()
RELATIONS = """supports|opposes|allied with|at war with|leads|member of|part of|represents|controls|located in|rival of
sanctions|family of|knows""".replace("\n", "|").split("|")
ROLES = """GOV MIL REB OPP PTY SPY JUD LEG COP PRM UAF UNK AGR BUS CVL CRM EDU ELI JRN LAB MED REF PRE REL SOC
IGO NGO MED""".split()
FIELDS: dict[str, dict[str, list[str]]] = {
    "actors": {"kind": ["person", "organisation", "country", "group", "population"]},
    "claims": {"stance": STANCES, "kind": SOURCE_KINDS, "manner": ["direct", "indirect", "mixed"]},
    "events": {"type": EVENT_TYPES, "status": STATUSES},
    "relations": {"type": RELATIONS, "status": STATUSES},
    "times": {"type": ["DATE", "TIME", "DURATION", "SET"]},
    "places": {"use": ["literal", "associative"]},
    "disputes": {"kind": ["denies", "contradicts", "unanswered"]},
}
FIGURES = ["dead", "injured", "arrested", "displaced", "present", "money", "other"]
LOCATORS = {"claims": ["source", "cue", "content"], "events": ["trigger"], "relations": ["evidence"], "times": ["at"], "places": ["at"]}


class GoldError(ValueError):
    """An annotation that does not fit its report; the message says which and why."""


def locate(text: str, phrase: str) -> Spans:
    """The span or spans that a locator names; GoldError where its words are absent or not unique."""
    plain = re.sub(r"[{}]", "", phrase)
    pattern = r"\s+".join(re.escape(w) for w in plain.split())
    hits = [m.start() for m in re.finditer(f"(?=({pattern}))", text)]
    if len(hits) != 1:
        raise GoldError(f"{phrase!r} occurs {len(hits)} times")
    pieces = re.findall(r"\{([^{}]*)\}", phrase) or [plain]
    return [_piece(text, phrase, i, hits[0]) for i in range(len(pieces))]


def _piece(text: str, phrase: str, number: int, at: int) -> tuple[int, int]:
    """The span of one braced piece of a locator that begins at `at`; the walk counts words, so line breaks do not matter."""
    parts = re.split(r"[{}]", phrase)
    if len(parts) == 1:
        parts = ["", phrase, ""]
    before = "".join(parts[: 2 * number + 1])
    piece = parts[2 * number + 1]
    start = _walk(text, at, before)
    return start, _walk(text, start, piece)


def _walk(text: str, at: int, words: str) -> int:
    """The offset in text after `words`, white space counting as any run of white space."""
    m = re.compile(r"\s+".join(re.escape(w) for w in re.split(r"\s+", words))).match(text, at)
    if m is None:
        raise GoldError(f"cannot place {words!r} at {at}")
    return m.end()


def report_text(name: str) -> str:
    """The text of a report as received."""
    return (ROOT / "reports" / f"{name}.txt").read_text(encoding="utf-8")


def load(name: str) -> dict[str, Any]:
    """The gold of one report: as in the file, with `spans` put beside every locator."""
    text = report_text(name)
    gold: dict[str, Any] = yaml.safe_load((ROOT / "gold" / f"{name}.yaml").read_text(encoding="utf-8"))
    faults: list[str] = []
    for section, rows in gold.items():
        if section == "report":
            continue
        for row in rows or []:
            _resolve(text, section, row, faults)
    _check_ids(gold, faults)
    if faults:
        raise GoldError("\n".join(f"{name}: {f}" for f in faults))
    return gold | {"text": text, "name": name}


def _resolve(text: str, section: str, row: dict[str, Any], faults: list[str]) -> None:
    label = f"{section} {row.get('id', row)}"

    def place(phrase: str) -> Spans:
        try:
            return locate(text, phrase)
        except GoldError as e:
            faults.append(f"{label}: {e}")
            return []

    for field in LOCATORS.get(section, []):
        if (said := row.get(field)) is not None:
            row[f"{field}_spans"] = [s for phrase in ([said] if isinstance(said, str) else said) for s in place(phrase)]
    if section == "actors":
        row["mentions"] = [{"form": form, "spans": place(phrase)} for form, phrase in row["mentions"]]
        faults += [f"{label}: unknown role {r}" for r in row.get("roles", []) if r not in ROLES]
    for figure in row.get("figures", []):
        figure["spans"] = place(figure["at"])
        if figure["kind"] not in FIGURES:
            faults.append(f"{label}: unknown figure {figure['kind']}")
    for field, allowed in FIELDS.get(section, {}).items():
        if row.get(field) not in allowed:
            faults.append(f"{label}: {field} is {row.get(field)!r}")


def _check_ids(gold: dict[str, Any], faults: list[str]) -> None:
    known = {section: {row.get("id") for row in rows or []} for section, rows in gold.items() if section != "report"}
    refs = {
        "claims": [("actor", "actors"), ("via", "claims")],
        "events": [("actor", "actors"), ("recipient", "actors"), ("claims", "claims"), ("time", "times"), ("place", "places")],
        "relations": [("subject", "actors"), ("object", "actors")],
        "disputes": [("claims", "claims")],
    }
    for section, pairs in refs.items():
        for row in gold.get(section) or []:
            for field, target in pairs:
                said = row.get(field) or []
                faults += [
                    f"{section} {row.get('id', row)}: {field} names {ref}, which is not in {target}"
                    for ref in ([said] if isinstance(said, str) else said)
                    if ref not in known.get(target, set())
                ]


def names() -> list[str]:
    """The names of all annotated reports, sorted."""
    return sorted(p.stem for p in (ROOT / "gold").glob("*.yaml"))


def development() -> list[str]:
    """The reports that the layers may be tuned to."""
    return [n for n in names() if not n.startswith(APART)]


def apart() -> list[str]:
    """The reports that are measured and never tuned to, nor looked at for errors."""
    return [n for n in names() if n.startswith(APART)]


def checked(files: Iterable[Path], load: Callable[[Path], list[dict[str, Any]]], within: str) -> tuple[int, int, int]:
    """Load files of rows, print what does not fit; the rows, what stands in their field `within`, and the files with faults, counted."""
    rows = parts = bad = 0
    for path in files:
        try:
            found = load(path)
        except GoldError as e:
            print(e)
            bad += 1
            continue
        rows += len(found)
        parts += sum(len(row[within]) for row in found)
    return rows, parts, bad


def main(wanted: list[str]) -> int:
    """Check the named reports, or all; print every fault and the counts; 1 when there is a fault."""
    faults, counts = 0, dict.fromkeys(FIELDS, 0)
    for name in wanted or names():
        try:
            gold = load(name)
        except (GoldError, OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as e:
            faults += 1
            print(f"{name}: {e}")
            continue
        for section in counts:
            counts[section] += len(gold.get(section) or [])
    print(f"{len(wanted or names())} reports, {faults} with faults;", ", ".join(f"{n} {k}" for k, n in counts.items()))
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
