"""Whether a name of a place is meant as one or stands for those who rule there: our own minimal pairs.

usage: python -m bench.metonyms [--misses] [--write]     with --misses, print the sentences that went wrong
"""

from __future__ import annotations

import sys

import msgspec

from bench.event_traps import read
from bench.results import write_down
from corpus import pairs
from reportedly.model import PlaceUse, Reading


class Found(msgspec.Struct, frozen=True):
    """How many sentences there are, and those in which the name was taken for the other."""

    sentences: int
    wrong: list[str]

    @property
    def share(self) -> float:
        """The share of sentences that came out right."""
        return 1 - len(self.wrong) / self.sentences


def score(*, fast: bool = False) -> Found:
    """Read the pairs that no model has learned from, with the rules alone where `fast`."""
    kept = pairs.metonyms()[:: pairs.HELD_OUT]
    told = [(m.name, text, use) for m in kept for text, use in ((m.place, PlaceUse.LITERAL), (m.actor, None))]
    readings = read((text for _, text, _ in told), fast=fast)
    wrong = [
        f"{name} is {'a place' if use else 'no place'}: {text}"
        for (name, text, use), reading in zip(told, readings, strict=True)
        if (_use(reading, text.index(name), name) is PlaceUse.LITERAL) != (use is PlaceUse.LITERAL)
    ]
    return Found(len(told), wrong)


def _use(reading: Reading, start: int, name: str) -> PlaceUse | None:
    return next((p.use for p in reading.places for s in p.spans if s.start < start + len(name) and start < s.end), None)


def main(arguments: list[str]) -> int:
    both, rules = score(), score(fast=True)
    if "--misses" in arguments:
        print("\n".join(both.wrong))
    told = (
        f"{both.share:.3f} of {both.sentences} sentences in {both.sentences // 2} minimal pairs held out (0.93); "
        f"with the rules alone {rules.share:.3f}"
    )
    print(told)
    if "--write" in arguments:
        write_down("metonyms", ["", told, ""])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
