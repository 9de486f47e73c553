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
        return 100 * len(self.events) / max(1, self.sentences)


def traps(*, fast: bool = False, rare: bool = False) -> Traps:
    """Read all of them with the rules alone where `fast`; else by both, of the quiet sentences those that no model has learned from.

    With `rare`, the pairs of rare words instead, and no quiet sentences.
    """
    told = pairs.rare() if rare else pairs.pairs()
    sentences = [] if rare else pairs.quiet() if fast else pairs.quiet()[:: pairs.HELD_OUT]
    asserted, other = (list(read(texts, fast=fast)) for texts in ([p.asserted for p in told], [p.other for p in told]))
    return Traps(
        pairs=len(told),
        found=sum(_real(reading, p.type) for p, reading in zip(told, asserted, strict=True)),
        kept=sum(any(e.type == p.type and e.status == p.status for e in r.events) for p, r in zip(told, other, strict=True)),
        sentences=len(sentences),
        given_as_happened=[f"{p.type} ({p.how}): {p.other}" for p, reading in zip(told, other, strict=True) if _real(reading, p.type)],
        events=[f"{e.type} {e.trigger.text}: {reading.report.text}" for reading in read(sentences, fast=fast) for e in reading.events],
    )


def read(texts: Iterable[str], *, fast: bool = True) -> Iterator[Reading]:
    """The Readings of texts, by default with the rules alone."""
    reports = (Report(id=str(n), text=t, format="plain", body=Span(0, len(t))) for n, t in enumerate(texts))
    return read_reports((Received(report=r) for r in reports), fast=fast)


def _real(reading: Reading, kind: str) -> bool:
    return any(e.type == kind and e.status in REAL for e in reading.events)


def lines(both: Traps, rules: Traps) -> Iterator[str]:
    """The figures as Markdown."""
    yield "| measure | reached | with the rules alone | limit |\n| --- | --- | --- | --- |"
    rows = (
        (f"asserted events found, typed and as happened, of {both.pairs}", both.found / both.pairs, rules.found / rules.pairs, ""),
        ("denied, planned, supposed or feared ones given as happened", both.false_share, rules.false_share, "0.01"),
        ("of these, found with their own status", both.kept / both.pairs, rules.kept / rules.pairs, ""),
    )
    yield from (f"| {name} | {a:.3f} | {b:.3f} | {limit} |" for name, a, b, limit in rows)
    rare, rare_rules = traps(rare=True), traps(rare=True, fast=True)
    yield f"| the same of {rare.pairs} with rare words for it | {rare.false_share:.3f} | {rare_rules.false_share:.3f} | 0.01 |"
    quiet = f"events in 100 sentences of local news without any, of {both.sentences} (the rules alone: {rules.sentences})"
    yield f"| {quiet} | {both.per_hundred:.1f} | {rules.per_hundred:.1f} | 6 |"


def main(arguments: list[str]) -> int:
    found = traps()
    print("\n".join(lines(found, traps(fast=True))))
    if "--misses" in arguments:
        print("\n".join([*found.given_as_happened, *found.events]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
