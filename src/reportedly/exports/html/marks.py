"""The report's text cut at every edge of evidence, so that overlapping facts need no nested markup."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from reportedly.exports import phrases as say
from reportedly.exports.verbs import verb
from reportedly.model import SILENCES, Claim, Event, Mention, Participant, Reading, Record, Span, Stance, Words
from reportedly.text.paragraphs import paragraphs

_TONE = {Stance.DENIES: "denies", Stance.ASSERTS: "asserts", Stance.RELAYS: "asserts"} | dict.fromkeys(SILENCES, "silent")
# What an HTML parser drops or changes, and what UTF-8 cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class Mark(Record, frozen=True, kw_only=True):
    """A stretch of text that proves a fact: whose (its id), as what (its role), and how it looks (CSS classes).

    `size` is the length of all the words that it is a piece of: where marks overlap, the smallest is the most specific.
    """

    span: Span
    fact: str
    role: str
    look: str
    size: int


def shown(words: str) -> str:
    """Words as HTML; what no page can hold is shown as a replacement character."""
    return escape(_UNWRITABLE.sub("\ufffd", words))


def tone(claim: Claim) -> str:
    """How a claim looks: asserts, denies, silent, or wants for wishes, requests and expectations."""
    return _TONE.get(claim.stance, "wants")


def marks(reading: Reading) -> Iterator[Mark]:
    """Every mark of a Reading, layer by layer."""
    for c in reading.claims:
        yield from _of(c.content, c.id, "content", f"said-{tone(c)}")
        yield from _of(c.source, c.id, "source", "source")
        yield from _of(c.cue, c.id, "cue", f"cue cue-{tone(c)}")
    for e in reading.events:
        yield from _event(e)
    for a in reading.actors:
        for m in a.mentions:
            yield from _of(m, a.id, "mention", "actor")
    for p in reading.places:
        yield from _of(p, p.id, "place", "place")
    for t in reading.times:
        yield from _of(t, t.id, "time", "time")
    for r in reading.relations:
        yield from _of(r.evidence, r.id, "relation", "relation")
        yield from _parts(r.id, r.subject, r.object)


def _event(event: Event) -> Iterator[Mark]:
    yield from _of(event.trigger, event.id, "trigger", f"event {slug(event.status)}")
    yield from _of(event.evidence, event.id, "evidence", "")
    yield from _parts(event.id, event.actor, event.recipient, *event.figures)


def _parts(fact: str, *parts: Participant | Words | None) -> Iterator[Mark]:
    """Who and how many; seen only while their fact is lit."""
    for part in parts:
        if part is not None:
            yield from _of(part, fact, "part", "")


def _of(words: Words | Mention, fact: str, role: str, look: str) -> Iterator[Mark]:
    spans = words.spans if isinstance(words, Words) else (words.span,)
    size = sum(s.end - s.start for s in spans)
    return (Mark(span=s, fact=fact, role=role, look=look, size=size) for s in spans if s.start < s.end)


def slug(words: str) -> str:
    """A name that can stand in a class list."""
    return words.replace(" ", "-")


class Text:
    """A report's text with its evidence. `found` holds the facts that have been shown, so that others need not link to them."""

    def __init__(self, reading: Reading, prefix: str) -> None:
        self.prefix = prefix
        self._report = reading.report
        self._claims = {c.id: c for c in reading.claims}
        self._names = {c.id: f"claim {c.id}: {say.source(reading, c)} {verb(c)}" for c in reading.claims}
        self._cuts, self._held = _sweep(sorted(marks(reading), key=lambda m: m.size))
        self.found: set[str] = set()

    def headline(self) -> str:
        """The headline, marked where it stands in the text."""
        return self._line(say.heading(self._report), self._report.headline_at)

    def deck(self) -> str:
        """The subheadline, marked where it stands in the text."""
        return self._line(self._report.subheadline or "", self._report.subheadline_at)

    def _line(self, words: str, at: Span | None) -> str:
        """Words as marked text where they stand in the report verbatim, otherwise as they are."""
        if at is None:
            letters = r"\s+".join(re.escape(w) for w in words.split())
            m = re.compile(letters).search(self._report.text, 0, self._report.body.start) if letters else None
            at = Span(*m.span()) if m else None
        return self._stretch(at) if at else shown(words)

    def body(self) -> Iterator[str]:
        """The paragraphs of the body."""
        report = self._report
        for p in paragraphs(report.text, report.body, tuple(b for b in report.breaks if report.body.holds(b))):
            yield f'<p dir="auto">{self._stretch(p)}</p>\n'

    def _stretch(self, stretch: Span) -> str:
        at = bisect_right(self._cuts, stretch.start)
        edges = [stretch.start]
        while at < len(self._cuts) and self._cuts[at] < stretch.end:
            edges.append(self._cuts[at])
            at += 1
        return "".join(self._piece(Span(a, b)) for a, b in pairwise([*edges, stretch.end]))

    def _piece(self, span: Span) -> str:
        held = self._held[bisect_right(self._cuts, span.start) - 1] if self._cuts and span.start >= self._cuts[0] else ()
        words = shown(span.of(self._report.text))
        if not held:
            return words
        anchors = "".join(self._anchor(m) for m in held)
        roles: dict[str, str] = {}
        for m in held:
            roles.setdefault(m.fact, m.role)
        facts = " ".join(f"{fact}/{role}" for fact, role in roles.items())
        looks = _looks(held)
        return f'{anchors}<span{f' class="{looks}"' if looks else ""} data-f="{escape(facts)}">{words}</span>'

    def _anchor(self, mark: Mark) -> str:
        """Where the ledger's link to a fact leads: a numbered reference for a claim, an invisible place for any other."""
        claim = self._claims.get(mark.fact)
        if mark.fact in self.found or mark.role in ("evidence", "part") or (claim and claim.content.spans and mark.role != "content"):
            return ""
        self.found.add(mark.fact)
        at = f'id="{escape(f"{self.prefix}{mark.fact}")}-at"'
        if not claim:
            return f"<a {at}></a>"
        link, name = escape(f"{self.prefix}{mark.fact}"), shown(self._names[mark.fact])
        return f'<a {at} class="ref cue-{tone(claim)}" href="#{link}" data-ref="{escape(claim.id)}" aria-label="{name}"></a>'


def _looks(held: tuple[Mark, ...]) -> str:
    """The classes of a piece: of several claims the most specific shows, of everything else all."""
    said = next((m.look for m in held if m.role == "content"), "")
    return " ".join(dict.fromkeys(look for look in (said, *(m.look for m in held if m.role != "content")) if look))


def _sweep(found: list[Mark]) -> tuple[list[int], list[tuple[Mark, ...]]]:
    """Every edge of a mark, and the marks that hold the text from there to the next edge, in the order given."""
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    for n, m in enumerate(found):
        opens.setdefault(m.span.start, []).append(n)
        closes.setdefault(m.span.end, []).append(n)
    cuts = sorted({*opens, *closes})
    held: list[tuple[Mark, ...]] = []
    now: set[int] = set()
    for cut in cuts:
        now.difference_update(closes.get(cut, ()))
        now.update(opens.get(cut, ()))
        held.append(tuple(found[n] for n in sorted(now)))
    return cuts, held
