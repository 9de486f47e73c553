"""How often an event is given that is none: minimal pairs in which it did not happen, and local news in which there is none.

usage: python -m bench.event_traps [--misses]     with --misses, print the sentences that went wrong
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import msgspec

from corpus import pairs
from reportedly.formats import Received
from reportedly.model import Reading, Report, Span, Status
from reportedly.reader import read_reports

REAL = frozenset({Status.HAPPENED, Status.ONGOING})


class Traps(msgspec.Struct, frozen=True):
    """What came of the pairs and of the quiet sentences; the last two fields hold what went wrong."""

    pairs: int
    found: int  # asserted events that are there, of their type and as happened
    kept: int  # others that are there, of their type, with their own status
    sentences: int
    given_as_happened: list[str]
    events: list[str]

    @property
    def false_share(self) -> float:
        """The share of the pairs whose other sentence gives the event as happened."""
        return len(self.given_as_happened) / self.pairs

    @property
    def per_hundred(self) -> float:
        """Events in a hundred quiet sentences."""
        return 100 * len(self.events) / self.sentences


def traps() -> Traps:
    """Read all of them with the rules alone: status and events do not hang on the encoder."""
    told, sentences = pairs.pairs(), pairs.quiet()
    asserted, other = list(read(p.asserted for p in told)), list(read(p.other for p in told))
    return Traps(
        pairs=len(told),
        found=sum(_real(reading, p.type) for p, reading in zip(told, asserted, strict=True)),
        kept=sum(any(e.type == p.type and e.status == p.status for e in r.events) for p, r in zip(told, other, strict=True)),
        sentences=len(sentences),
        given_as_happened=[f"{p.type} ({p.how}): {p.other}" for p, reading in zip(told, other, strict=True) if _real(reading, p.type)],
        events=[f"{e.type} {e.trigger.text}: {reading.report.text}" for reading in read(sentences) for e in reading.events],
    )


def read(texts: Iterable[str]) -> Iterator[Reading]:
    """The Readings of texts."""
    reports = (Report(id=str(n), text=t, format="plain", body=Span(0, len(t))) for n, t in enumerate(texts))
    return read_reports((Received(report=r) for r in reports), fast=True)


def _real(reading: Reading, kind: str) -> bool:
    return any(e.type == kind and e.status in REAL for e in reading.events)


def lines(found: Traps) -> Iterator[str]:
    """The figures as Markdown."""
    yield "| measure | reached | limit |\n| --- | --- | --- |"
    yield f"| asserted events found, typed and as happened, of {found.pairs} | {found.found / found.pairs:.3f} | |"
    yield f"| denied, planned, supposed or feared ones given as happened | {found.false_share:.3f} | 0.01 |"
    yield f"| of these, found with their own status | {found.kept / found.pairs:.3f} | |"
    yield f"| events in 100 sentences of local news without any, of {found.sentences} | {found.per_hundred:.1f} | 6 |"


def main(arguments: list[str]) -> int:
    found = traps()
    print("\n".join(lines(found)))
    if "--misses" in arguments:
        print("\n".join([*found.given_as_happened, *found.events]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
