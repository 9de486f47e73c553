"""The development sets, which are not part of the project: where they lie, and what is said where they do not."""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HELD_OUT = 5  # of sets that the encoder learned from one text in so many is kept from it, as in training/encoder/train.py
# The PLOVER types of CAMEO's roots; a statement (01) is none. 08 is a concession made in words or in deeds.
ROOTS: dict[str, tuple[str, ...]] = {
    "02": ("REQUEST",), "03": ("AGREE",), "04": ("CONSULT",), "05": ("SUPPORT",), "06": ("COOPERATE",), "07": ("AID",),
    "08": ("CONCEDE", "RETREAT"), "09": ("ACCUSE",), "10": ("REQUEST",), "11": ("ACCUSE",), "12": ("REJECT",), "13": ("THREATEN",),
    "14": ("PROTEST",), "15": ("MOBILIZE",), "16": ("SANCTION",), "17": ("COERCE",), "18": ("ASSAULT",), "19": ("ASSAULT",),
    "20": ("ASSAULT",),
}  # fmt: skip


def parser_of(about: str | None) -> argparse.ArgumentParser:
    """A parser of arguments that knows --gold and --write."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--gold", type=Path, default=Path(__file__).parent.parent.parent / "shared", help="the folder that holds gold/ and score/"
    )
    parser.add_argument("--write", action="store_true", help="write the figures down in RESULTS.md")
    return parser


def absent(folder: Path) -> bool:
    """Whether the sets are not there, which is said then."""
    if (folder / "gold").is_dir():
        return False
    print(f"The development sets are not here ({folder}); nothing was measured. Name their folder with --gold.")
    return True


def path_of(folder: Path, name: str) -> Path:
    """The file of a set."""
    return folder / "gold" / f"{name}.jsonl.gz"


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
