"""Read the event sentences: one or two sentences each, annotated for events alone, from which event layers can be fitted.

A row of `events/*.yaml` has `text`, `events` with trigger, type, mode, status, actor and recipient, and `other`: words that look like
events and are none of their own.

usage: python corpus/sentences.py [FILE.yaml ...]     check all, or those files
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

if __package__:
    from corpus.annotations import FIELDS, GoldError, checked, locate
else:
    from annotations import FIELDS, GoldError, checked, locate

ROOT = Path(__file__).parent
FOLDER = ROOT / "events"
HELD_OUT = 5  # one in so many is kept from the encoder
LOCATED = ("trigger", "actor", "recipient")


def load(path: Path) -> list[dict[str, Any]]:
    """The rows of a file, with spans put beside every locator. GoldError names all that does not fit."""
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    faults: list[str] = []
    for n, row in enumerate(rows, 1):
        for event in row["events"]:
            faults += [f"{path.name} row {n}: {f}" for f in _resolve(row["text"], event)]
        row["other_spans"] = [_located(row["text"], phrase, faults, f"{path.name} row {n}: other") for phrase in row.get("other") or []]
    if faults:
        raise GoldError("\n".join(faults))
    return rows


def _resolve(text: str, event: dict[str, Any]) -> list[str]:
    faults = [f"{field} is {event.get(field)!r}" for field in ("type", "status") if event.get(field) not in FIELDS["events"][field]]
    for field in LOCATED:
        said = event.get(field)
        phrases = [said] if isinstance(said, str) else said or []
        event[f"{field}_spans"] = [s for phrase in phrases for s in _located(text, phrase, faults, field)]
    return faults


def _located(text: str, phrase: str, faults: list[str], what: str) -> Any:
    try:
        return locate(text, phrase)
    except GoldError as e:
        faults.append(f"{what} {e}")
        return []


def all_sentences() -> list[dict[str, Any]]:
    """Every row, in the order of files and rows."""
    return [row for path in sorted(FOLDER.glob("*.yaml")) for row in load(path)]


def held_out() -> list[dict[str, Any]]:
    """The rows that no model has learned from."""
    return all_sentences()[::HELD_OUT]


def main(files: list[str]) -> int:
    rows, parts, bad = checked([Path(f) for f in files] or sorted(FOLDER.glob("*.yaml")), load, "events")
    print(f"{rows} rows, {parts} events; {bad} files with faults")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
