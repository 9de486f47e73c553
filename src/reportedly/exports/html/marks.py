"""The report's text cut at every edge of evidence, so that overlapping facts need no nested markup."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from reportedly.model import SILENCES, Claim, Reading, Record, Span, Stance, Words

_TONE = {Stance.DENIES: "denies", Stance.ASSERTS: "asserts", Stance.RELAYS: "asserts"} | dict.fromkeys(SILENCES, "silent")


class Mark(Record, frozen=True, kw_only=True):
    """A stretch of text that proves a fact: whose (its id) and as what (the CSS class)."""

    span: Span
    fact: str
    look: str


def tone(claim: Claim) -> str:
    """The CSS class of a claim's stance: asserts, denies, silent, or wants for wishes, requests and expectations."""
    return _TONE.get(claim.stance, "wants")


def marks(reading: Reading) -> list[Mark]:
    """Every mark of a Reading, layer by layer."""
    found: list[Mark] = []

    def add(words: Words, fact: str, look: str) -> None:
        found.extend(Mark(span=s, fact=fact, look=look) for s in words.spans)

    for c in reading.claims:
        add(c.content, c.id, f"claim {tone(c)}")
        add(c.source, c.id, "source")
        add(c.cue, c.id, "cue")
    for e in reading.events:
        add(e.trigger, e.id, "event")
    for a in reading.actors:
        found.extend(Mark(span=m.span, fact=a.id, look="actor") for m in a.mentions)
    for p in reading.places:
        add(p, p.id, "place")
    for t in reading.times:
        add(t, t.id, "time")
    for r in reading.relations:
        add(r.evidence, r.id, "relation")
    return found


def paragraphs(reading: Reading) -> Iterator[str]:
    """The body's paragraphs as HTML, every stretch of evidence a span that names its facts."""
    report = reading.report
    edges = _Edges(marks(reading))
    at = report.body.start
    for line in report.body.of(report.text).splitlines(keepends=True):
        stretch = Span(at, at + len(line.rstrip("\r\n")))
        at += len(line)
        label = any(b.overlaps(stretch) for b in report.breaks)
        if line.strip() and not label:
            yield "<p>" + "".join(_piece(report.text, a, b, held) for a, b, held in edges.pieces(stretch)) + "</p>"


class _Edges:
    """The marks in the order of their edges, swept once along the text."""

    def __init__(self, found: list[Mark]) -> None:
        self._opens: dict[int, list[Mark]] = {}
        self._closes: dict[int, list[Mark]] = {}
        for m in found:
            if m.span.start < m.span.end:
                self._opens.setdefault(m.span.start, []).append(m)
                self._closes.setdefault(m.span.end, []).append(m)
        self._cuts = sorted({*self._opens, *self._closes})
        self._next = 0
        self._open: list[Mark] = []

    def pieces(self, stretch: Span) -> Iterator[tuple[int, int, list[Mark]]]:
        """The pieces of a stretch that share the same marks; stretches must come in reading order."""
        at = stretch.start
        while self._next < len(self._cuts) and self._cuts[self._next] < stretch.end:
            cut = self._cuts[self._next]
            if cut > at:
                yield at, cut, list(self._open)
                at = cut
            self._open = [m for m in self._open if m not in self._closes.get(cut, ())] + self._opens.get(cut, [])
            self._next += 1
        if at < stretch.end:
            yield at, stretch.end, list(self._open)


def _piece(text: str, start: int, end: int, held: list[Mark]) -> str:
    words = escape(text[start:end])
    if not held:
        return words
    facts = " ".join(dict.fromkeys(m.fact for m in held))
    looks = " ".join(dict.fromkeys(look for m in held for look in m.look.split()))
    return f'<span class="{looks}" data-facts="{facts}">{words}</span>'
