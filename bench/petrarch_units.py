"""How many of UniversalPetrarch's unit tests are answered: constructed sentences with one grammatical trap each.

usage: python -m bench.petrarch_units [--gold FOLDER] [--misses] [--write]

The CAMEO root of an answer is compared as the PLOVER type that it belongs to, so that what PLOVER calls otherwise is no miss:
artillery is an assault as an air raid is, and ties that are about to be restored are an agreement. Statements (01) are no events
there. Units that test invented entries of a dictionary (dates, synonym sets, nonsense verbs) ask for those entries, not for
grammar, and are left out. The countries are invented (Gondor, Eriador), so sides are not compared.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import Any

from bench.event_traps import read
from bench.gold import ROOTS, absent, parser_of, path_of, rows
from bench.results import write_down
from reportedly.model import Reading

SET = "events/petrarch_units.dev"
INVENTED = ("DATE", "SYNSET", "AGENT", "ERROR", "DISCARD", "TextCodes", "TABDEBUG", "VERB", "PATTERN", "ABOUT")
COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})  # in the future an AGREE


def wanted(row: dict[str, Any]) -> set[str]:
    """The types of a unit's answer, each once: both directions of a meeting are one event to us."""
    return {ROOTS[root][0] for e in row["events"] if (root := e["code"][:2]) in ROOTS}


def found(reading: Reading, want: set[str]) -> Counter[str]:
    """The types of our events, an agreement to do what is wanted taken for that."""
    future = next(iter(sorted(want & COOPERATIVE)), "AGREE")
    return Counter(future if e.type == "AGREE" and "AGREE" not in want else str(e.type) for e in reading.events)


def main() -> int:
    parser = parser_of(__doc__)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if absent(options.gold):
        return 0
    units = [row for row in rows(path_of(options.gold, SET)) if not row["id"].startswith(INVENTED)]
    said = right = asked = whole = 0
    for row, reading in zip(units, read((row["text"] for row in units), fast=False), strict=True):
        want = wanted(row)
        have = found(reading, want)
        right, asked, said = right + len(want & have.keys()), asked + len(want), said + len(have)
        whole += want == have.keys()
        if options.misses and want - have.keys():
            print(row["id"], sorted(want), sorted(have), row["text"], f"({row['comment']})", sep=" | ")
    told = (
        f"{len(units)} units: types found {right / asked:.3f} (0.80), right of those found {right / max(said, 1):.3f}, "
        f"units without a difference {whole / len(units):.3f}"
    )
    print(told)
    if options.write:
        write_down("units", ["", told, ""])
    return 0


if __name__ == "__main__":
    sys.exit(main())
