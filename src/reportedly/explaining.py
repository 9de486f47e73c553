"""Why a Reading says what it says: for one of its facts, the reasons that the layers note down while they read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.errors import InputError
from reportedly.formats import Received
from reportedly.model import Actor, Claim, Dispute, Event, Place, Reading, Record, Relation, Span, Time
from reportedly.reader import read_parsed
from reportedly.text import parse
from reportedly.text.notes import Notes

type Fact = Event | Claim | Relation | Dispute | Actor | Place | Time

# What the notes on each sort of fact are called.
_ABOUT: dict[type, tuple[str, ...]] = {
    Event: ("event", "status"),
    Claim: ("claim", "stance"),
    Relation: ("relation",),
    Dispute: ("dispute",),
    Actor: ("mention", "actor"),
    Place: ("place",),
    Time: ("time",),
}


class Reason(Record, frozen=True, kw_only=True):
    """One step: what it decided (event, status, claim, stance, ...), the word it stands at, and why."""

    about: str
    word: str
    because: str


class Explanation(Record, frozen=True, kw_only=True):
    """A fact of a Reading with its reasons, in the order in which they were decided."""

    fact: Fact
    reasons: tuple[Reason, ...]


def read_noting(received: Iterable[Received], *, fast: bool = False) -> Iterator[tuple[Reading, Notes]]:
    """One Reading a report, in order, each with the notes that its layers took. Errors as those of `reader.read_reports`."""
    for one in received:
        notes = Notes()
        for parsed in parse([one.report], fast=fast):
            yield read_parsed(parsed.noting(notes), one), notes


def facts(reading: Reading) -> list[Fact]:
    """All facts of a Reading that have an id, kind by kind."""
    kinds = (reading.events, reading.claims, reading.disputes, reading.relations, reading.actors, reading.places, reading.times)
    return [fact for kind in kinds for fact in kind]


def explain(reading: Reading, notes: Notes, fact_id: str) -> Explanation:
    """Why the fact of that id (e1, c2, d1, r1, a3, p4, t5) is as it is. InputError where the Reading has none such."""
    fact = next((f for f in facts(reading) if f.id == fact_id), None)
    if fact is None:
        raise InputError(f"the report has no {fact_id!r}. It has {_known(reading) or 'no facts'}.")
    text = reading.report.text
    found = notes.within(_where(reading, fact), *_ABOUT[type(fact)])
    if isinstance(fact, Actor):
        found = [n for n in found if _innermost(reading, n.at) is fact]
    return Explanation(fact=fact, reasons=tuple(Reason(about=n.about, word=_word(text, n.at), because=n.because) for n in found))


def _known(reading: Reading) -> str:
    """The first and the last id of each kind."""
    letters: dict[str, list[str]] = {}
    for fact in facts(reading):
        letters.setdefault(fact.id[0], []).append(fact.id)
    return ", ".join(ids[0] if len(ids) == 1 else f"{ids[0]} to {ids[-1]}" for ids in letters.values())


def _where(reading: Reading, fact: Fact) -> tuple[Span, ...]:
    """The stretches of text that the notes on a fact stand in."""
    match fact:
        case Event():
            return fact.trigger.spans
        case Claim():
            return fact.cue.spans or fact.content.spans
        case Relation():
            return fact.evidence.spans
        case Actor():
            return tuple(m.span for m in fact.mentions)
        case Dispute():
            sides = [c for c in reading.claims if c.id == fact.claims[0]]
            return tuple(s for c in sides for s in c.cue.spans or c.content.spans)
        case _:
            return fact.spans


def _innermost(reading: Reading, at: int) -> Actor | None:
    """The actor of the shortest mention about an offset: in "Kenya's president" the word "Kenya's" is of the country."""
    about = ((m.end - m.start, n, a) for n, a in enumerate(reading.actors) for m in a.mentions if m.start <= at < m.end)
    return min(about, default=(0, 0, None), key=lambda row: row[:2])[2]


def _word(text: str, at: int) -> str:
    """The word that begins at an offset, without the marks about it."""
    word = text[at : at + 80].split(maxsplit=1)[0] if at < len(text) else ""
    return word.strip(".,;:\"“”'‘’()")
