"""Keep the output and the figures in README.md what the product really gives.

usage: python docs/readme_output.py [--check]

Writes them anew; with --check, only says whether they are right. The figures are taken from bench/RESULTS.md.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from reportedly import api
from reportedly.cli.brief import brief

ROOT = Path(__file__).parent.parent
SAMPLE = "corpus/reports/a-harbour-visit.txt"
FIGURES = (
    ("claims/polnear.dev", "content", "claims: content found (F1)", "0.63 (Citron, retrained)"),
    ("claims/polnear.dev", "linked", "claims: content and its source (F1)", "0.54 (Citron, retrained)"),
    ("events/plover.dev", "label", "event types, whoever the actors (F1)", "0.51 (UniversalPetrarch)"),
    ("events/plover.dev", "typed", "event types between the right two actors (F1)", "none published"),
    ("times/timebank.dev", "value", "times with the right value (F1)", "0.78 (HeidelTime, sibling set)"),
    ("places/lgl.dev", "toponym", "place names found (F1)", "0.75 (spaCy)"),
)


def excerpt(words: str) -> str:
    """The brief's heading, events and disputes."""
    return words.split("\nClaims\n", maxsplit=1)[0].rstrip()


def figures() -> str:
    """The table of figures, from RESULTS.md."""
    results = (ROOT / "bench" / "RESULTS.md").read_text(encoding="utf-8")
    rows = ["| | reportedly | best peer offline |", "| --- | --- | --- |"]
    for name, measure, title, peer in FIGURES:
        section = results.partition(f"### {name}\n")[2].partition("\n### ")[0]
        found = re.search(rf"^\| {re.escape(measure)} \|.*\| ([\d.]+) \|$", section, re.M)
        rows.append(f"| {title} | {float(found[1]):.2f} | {peer} |" if found else f"| {title} | not measured | {peer} |")
    return "\n".join(rows)


def filled(page: str) -> str:
    """README.md with output and figures put in."""
    shown = f"```console\n$ reportedly read {SAMPLE}\n{excerpt(brief(api.read(ROOT / SAMPLE)))}\n```"
    for mark, words in (("brief", shown), ("figures", figures())):
        page = re.sub(rf"(<!-- {mark} -->\n).*?(<!-- /{mark} -->)", lambda m, w=words: f"{m[1]}{w}\n{m[2]}", page, flags=re.S)
    return page


def main() -> int:
    """Write or check; 1 where the check fails."""
    path = ROOT / "README.md"
    page = path.read_text(encoding="utf-8")
    right = filled(page)
    if "--check" in sys.argv:
        print("README.md shows what the product prints" if page == right else "README.md is out of date: run `make readme`")
        return int(page != right)
    path.write_text(right, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
