"""Read the passages: a few invented sentences each, annotated for claims alone, from which the learned layers are fitted.

usage: python corpus/passages.py [FILE.yaml ...]     check all passages, or those files
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

if __package__:
    from corpus.annotations import FIELDS, LOCATORS, GoldError, checked, locate
else:
    from annotations import FIELDS, LOCATORS, GoldError, checked, locate

FOLDER = Path(__file__).parent / "passages"


def load(path: Path) -> list[dict[str, Any]]:
    """The passages of a file: `text`, and `claims` with spans put beside every locator. GoldError names all that does not fit."""
    passages: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    faults: list[str] = []
    for n, passage in enumerate(passages):
        passage["text"] = passage["text"].strip()
        known = {c.get("id") for c in passage["claims"]}
        for claim in passage["claims"]:
            faults += [f"{path.name} passage {n + 1} {claim.get('id')}: {f}" for f in _resolve(passage["text"], claim, known)]
        faults += [f"{path.name} passage {n + 1}: {f}" for f in _unfit(passage, known)]
    if faults:
        raise GoldError("\n".join(faults))
    return passages


def _resolve(text: str, claim: dict[str, Any], known: set[str]) -> list[str]:
    faults = [f"{field} is {claim.get(field)!r}" for field in ("stance", "kind") if claim.get(field) not in FIELDS["claims"][field]]
    if claim.get("via") is not None and claim["via"] not in known:
        faults.append(f"via names {claim['via']}, which is not there")
    for field in LOCATORS["claims"]:
        said = claim.get(field)
        try:
            claim[f"{field}_spans"] = [s for phrase in ([said] if isinstance(said, str) else said or []) for s in locate(text, phrase)]
        except GoldError as e:
            faults.append(f"{field} {e}")
    return faults


def _unfit(passage: dict[str, Any], known: set[str]) -> list[str]:
    """What does not fit in the rows of `disputes`, which a passage may leave out."""
    faults = []
    for row in passage.setdefault("disputes", []):
        if row.get("kind") not in FIELDS["disputes"]["kind"]:
            faults.append(f"dispute of kind {row.get('kind')!r}")
        if len(set(row.get("claims", []))) < 2 or not known.issuperset(row["claims"]):
            faults.append(f"dispute between {row.get('claims')!r}")
    return faults


def all_passages() -> list[tuple[str, dict[str, Any]]]:
    """Every passage with its name, in the order of files and passages."""
    return [(f"{p.stem}-{n + 1}", row) for p in sorted(FOLDER.glob("*.yaml")) for n, row in enumerate(load(p))]


def main(files: list[str]) -> int:
    rows, parts, bad = checked([Path(f) for f in files] or sorted(FOLDER.glob("*.yaml")), load, "claims")
    print(f"{rows} passages, {parts} claims; {bad} files with faults")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
