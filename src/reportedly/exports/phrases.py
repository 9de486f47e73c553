"""A Reading in words: the short phrases that every printed form shares."""

from __future__ import annotations

from datetime import date

from reportedly.model import Actor, Claim, Event, Participant, Reading, Relation, Report, Stance, Status

# What a stance is called between a source and its content.
STANCE_VERB = {
    Stance.ASSERTS: "says", Stance.DENIES: "denies", Stance.BELIEVES: "believes", Stance.DESIRES: "wants", Stance.EXPECTS: "expects",
    Stance.REQUESTS: "asks for", Stance.PROPOSES: "proposes", Stance.WARNS: "warns", Stance.ASKS: "asks", Stance.RELAYS: "quotes",
    Stance.DECLINES: "declines to comment", Stance.NO_ANSWER: "did not respond", Stance.UNREACHABLE: "could not be reached",
}  # fmt: skip
# A sign for a status where there is no room for the word; the word always stands near it.
STATUS_SIGN = {
    Status.HAPPENED: "●", Status.ONGOING: "◐", Status.PLANNED: "◇", Status.EXPECTED: "◇", Status.REQUESTED: "?", Status.POSSIBLE: "?",
    Status.CONDITIONAL: "?", Status.DENIED: "✗", Status.DID_NOT_HAPPEN: "✗",
}  # fmt: skip


def heading(report: Report) -> str:
    """The headline, or the report's id where it has none."""
    return report.headline or f"Report {report.id}"


def imprint(report: Report) -> str:
    """Publisher, day, page, authors, dateline and length, as far as they are known."""
    parts = [
        report.publisher, day(report.published) if report.published else "no date", f"page {report.page}" if report.page else None,
        ", ".join(report.authors) or None, report.dateline, f"{report.word_count:,} words" if report.word_count else None,
    ]  # fmt: skip
    return " · ".join(p for p in parts if p)


def day(value: date) -> str:
    """1 March 2017."""
    return f"{value.day} {value:%B %Y}"


def clip(words: str, most: int = 160) -> str:
    """Words on one line, cut at a word where they are longer than `most` characters."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: line.rfind(" ", 0, most) if " " in line[:most] else most].rstrip(" ,;:") + " …"


def side(reading: Reading, part: Participant | None) -> str:
    """Who a participant is: the names of its actors, else its words."""
    if part is None:
        return ""
    names = [a.name for a in reading.actors if a.id in part.ids]
    return " and ".join(names) if names else clip(part.text, 60)


def source(reading: Reading, claim: Claim) -> str:
    """Who makes a claim: the actor's name for a named one, the report's own words for any other."""
    actor = next((a for a in reading.actors if a.id == claim.source.actor), None)
    if not claim.source.spans:
        return "the report"
    named = actor is not None and not claim.source.anonymous and any(m.form in ("name", "metonym") for m in actor.mentions)
    return actor.name if actor and named else clip(claim.source.text, 80)


def sourcing(claim: Claim) -> str:
    """How a claim is sourced: kind of source and manner."""
    return f"{claim.source.kind}, {claim.manner}"


def deed(event: Event) -> str:
    """Type and mode of an event: "CONSULT visit"."""
    return f"{event.type} {event.mode}" if event.mode else str(event.type)


def when(event: Event) -> str:
    """The days of an event, as far as they are known."""
    if event.time is None or (event.time.start is None and event.time.end is None):
        return ""
    start, end = event.time.start, event.time.end
    if start == end or end is None or start is None:
        return str(start or end)
    if start.day == 1 and (end.year, end.month) == (start.year, start.month) and end.day > 27:
        return f"{start:%Y-%m}"
    return f"{start} to {end}"


def in_time_order(reading: Reading) -> list[Event]:
    """The events, earliest first; those without a day last, in reading order."""
    return sorted(reading.events, key=lambda e: (e.time is None or e.time.start is None, str(e.time.start if e.time else ""), e.trigger.spans))


def figures(event: Event) -> str:
    """The counts of an event: "12 dead, 30 to 40 injured"."""
    return ", ".join(f.text if f.low is None else f"{_count(f.low, f.high)} {f.kind}" for f in event.figures)


def _count(low: float, high: float | None) -> str:
    return f"{low:,.0f}" if high == low else f"at least {low:,.0f}" if high is None else f"{low:,.0f} to {high:,.0f}"


def voices(reading: Reading, event: Event | Relation) -> str:
    """According to whom: the sources of the claims that report it; the report itself where there are none."""
    by_id = {c.id: c for c in reading.claims}
    names = dict.fromkeys(source(reading, by_id[c]) for c in event.claims if c in by_id)
    return ", ".join(names) or "the report"


def introduction(actor: Actor) -> str:
    """Country, roles and the words that introduce an actor."""
    codes = " ".join([*([actor.country] if actor.country else []), *actor.roles])
    return " · ".join(p for p in (codes, clip(actor.description, 90) if actor.description else "") if p)
