"""A Reading in words: the short phrases that every printed form shares."""

from __future__ import annotations

import re
from datetime import date, timedelta

from reportedly.model import (
    SILENCES,
    Actor,
    Claim,
    Dispute,
    DisputeKind,
    Event,
    MentionForm,
    Participant,
    Reading,
    Record,
    Relation,
    Report,
    SourceKind,
    Stance,
    Status,
)

# Signs that tell status and stance without colour; the word always stands near them.
STATUS_SIGN = {
    Status.HAPPENED: "●", Status.ONGOING: "◐", Status.PLANNED: "◇", Status.EXPECTED: "◇", Status.REQUESTED: "?", Status.POSSIBLE: "?",
    Status.CONDITIONAL: "?", Status.DENIED: "✗", Status.DID_NOT_HAPPEN: "✗",
}  # fmt: skip
STANCE_SIGN = {Stance.DENIES: "✗"} | dict.fromkeys(SILENCES, "–")
DISPUTE_SIGN = {DisputeKind.DENIES: "✗", DisputeKind.CONTRADICTS: "≠", DisputeKind.UNANSWERED: "–"}

OPENING, MOST_OPENING = 400, 80  # characters looked at for a report without a headline, and shown
_OPENERS = frozenset("A An The One Two Three Four Five Six Several Some Many Both Other Another His Her Its Their".split())
_MADE_UP = re.compile(r"r-[0-9a-f]{16}")  # an id that only marks the text
# Controls would steer a terminal, lone surrogates cannot be written, and marks of direction would reorder the words beside them.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Quarrel(Record, frozen=True, kw_only=True):
    """What was claimed, and every answer to it, each with how it stands to the claim; no claims where nothing is known but the silence."""

    claims: tuple[Claim, ...]
    answers: tuple[tuple[DisputeKind, Claim], ...]


def clean(words: str) -> str:
    """Words on one line, without characters that are no text."""
    return " ".join(_UNSEEN.sub("", words).split())


def clip(words: str, most: int = 160) -> str:
    """Words on one line, cut at a word where they are longer than `most` characters."""
    line = clean(words)
    return line if len(line) <= most else line[: line.rfind(" ", 0, most) if " " in line[:most] else most].rstrip(" ,;:") + " …"


def heading(report: Report) -> str:
    """The headline; where it has none the report's id, or the first words where that says nothing to anybody."""
    opening = report.text[report.body.start : min(report.body.end, report.body.start + OPENING)]
    first = clip(opening, MOST_OPENING) if _MADE_UP.fullmatch(report.id) else ""
    return clean(report.headline or "") or first or f"Report {clean(report.id)}"


def imprint(report: Report) -> str:
    """Publisher, day, page, authors, dateline and length, as far as they are known."""
    parts = [
        report.publisher, day(report.published) if report.published else "no date", f"page {report.page}" if report.page else None,
        ", ".join(report.authors) or None, report.dateline, f"{report.word_count:,} words" if report.word_count else None,
    ]  # fmt: skip
    return " · ".join(clean(p) for p in parts if p)


def tally(count: int, noun: str) -> str:
    """1 claim, 2 claims."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def side(reading: Reading, part: Participant | None) -> str:
    """Who a participant is: the names of its actors, else its words."""
    if part is None:
        return ""
    names = [clean(a.name) for a in reading.actors if a.id in part.ids]
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names) if names else clip(part.text, 60)


def sides(reading: Reading, fact: Event | Relation) -> tuple[str, str]:
    """Who does it and to whom; "?" where the report does not say who, "" where it is done to nobody."""
    one, other = (fact.actor, fact.recipient) if isinstance(fact, Event) else (fact.subject, fact.object)
    return side(reading, one) or "?", side(reading, other)


def source(reading: Reading, claim: Claim) -> str:
    """Who makes a claim: the name of a named source; for any other the report's words, and never a mere pronoun."""
    if not claim.source.spans:
        return "the report" if claim.source.kind == SourceKind.AUTHOR else f"unnamed {claim.source.kind}"
    actor = next((a for a in reading.actors if a.id == claim.source.actor), None)
    if actor is None:
        return clip(claim.source.text, 80)
    forms = {m.form for m in actor.mentions}
    if not claim.source.anonymous and forms & {MentionForm.NAME, MentionForm.METONYM}:
        return clean(actor.name)
    first = claim.source.spans[0]
    pronoun = any(m.form == MentionForm.PRONOUN and m.start <= first.start and first.end <= m.end for m in actor.mentions)
    return clip(next((m.text for m in actor.mentions if m.form != MentionForm.PRONOUN), actor.name) if pronoun else claim.source.text, 80)


def sourcing(claim: Claim) -> str:
    """How a claim is sourced: kind of source and manner."""
    hidden = "anonymous, " if claim.source.anonymous and "anonymous" not in claim.source.kind else ""
    return f"{hidden}{claim.source.kind}" + ("" if claim.stance in SILENCES else f", {claim.manner}")


def depths(reading: Reading) -> dict[str, int]:
    """How deep each claim is nested."""
    depth: dict[str, int] = {}
    for c in reading.claims:
        depth[c.id] = depth.get(c.via or "", -1) + 1
    return depth


def quarrels(reading: Reading) -> list[Quarrel]:
    """The disputes, gathered by what they are about: a denial, contradiction or silence is an answer to the claims after it."""
    by_id = {c.id: c for c in reading.claims}
    gathered: dict[tuple[str, ...], list[Dispute]] = {}
    for d in reading.disputes:
        gathered.setdefault(d.claims[1:], []).append(d)
    return [
        Quarrel(
            claims=tuple(by_id[i] for i in claims if i in by_id),
            answers=tuple((d.kind, by_id[i]) for d in group for i in d.claims[:1] if i in by_id),
        )
        for claims, group in gathered.items()
    ]


def deed(event: Event) -> str:
    """Type and mode of an event: "CONSULT visit"."""
    return f"{event.type} {event.mode}" if event.mode else str(event.type)


def excerpt(event: Event, most: int = 180) -> tuple[str, str, str]:
    """The evidence of an event around its trigger: the words before it, the trigger, the words after it."""
    at = next((s for s in event.evidence.spans if event.trigger.spans and s.holds(event.trigger.spans[0])), None)
    if at is None or len(event.evidence.spans) > 1:
        return clip(event.evidence.text, most), "", ""
    cut = event.trigger.spans[0]
    before, word, after = (
        event.evidence.text[i:j]
        for i, j in ((0, cut.start - at.start), (cut.start - at.start, cut.end - at.start), (cut.end - at.start, None))
    )
    room = most - len(word)
    head = _tail_of(before, max(room // 2, room - len(after)))
    return head, clean(word), (" " if after[:1].isspace() else "") + clip(after, room - len(head))


def _tail_of(words: str, most: int) -> str:
    """The last words that fit, with the white space that follows them."""
    line = clean(words)
    cut = len(line) - most
    kept = line if cut <= 0 else "… " + line[max(line.find(" ", cut) + 1, cut) :]
    return kept + (" " if words[-1:].isspace() and kept else "")


def day(value: date) -> str:
    """1 March 2017."""
    return f"{value.day} {value:%B} {value.year}"


def when(event: Event) -> str:
    """The days of an event, as far as they are known."""
    return days(event.time.start, event.time.end) if event.time else ""


def undated(reading: Reading, event: Event) -> str:
    """The report's own words for a time that could not be placed in the calendar."""
    words = next((t.text for t in reading.times if event.time and t.id == event.time.id), "")
    return f"time: “{clip(words, 60)}”" if words and not when(event) else ""


def days(start: date | None, end: date | None) -> str:
    """The days from start to end: "14 May 2019", "Apr 2019", "6–12 May 2019"; nothing where neither is known."""
    if start is None or end is None:
        return f"from {_short(start)}" if start else f"until {_short(end)}" if end else ""
    return _short(start) if start == end else _period(start, end)


def _short(value: date) -> str:
    return f"{value.day} {value:%b} {value.year}"


def _period(start: date, end: date) -> str:
    whole_months = start.day == 1 and end < date.max and (end + timedelta(days=1)).day == 1
    if whole_months and (start.month, end.month) == (1, 12):
        return _years(start.year, end.year)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start:%b} {start.year}" if whole_months else f"{start.day}–{_short(end)}"
    first, last = (f"{d:%b}" if whole_months else f"{d.day} {d:%b}" for d in (start, end))
    return f"{first} – {last} {end.year}" if start.year == end.year else f"{first} {start.year} – {last} {end.year}"


def _years(first: int, last: int) -> str:
    if first == last:
        return str(first)
    return f"{first}s" if first % 10 == 0 and last == first + 9 else f"{first}–{last}"


def in_time_order(reading: Reading) -> list[Event]:
    """The events, earliest first; those without a day last, in reading order."""

    def key(event: Event) -> tuple[bool, date, date, tuple[int, ...]]:
        start, end = (event.time.start, event.time.end) if event.time else (None, None)
        first, last = start or end or date.max, end or start or date.max
        return first == date.max, first, last, tuple(s.start for s in event.trigger.spans)

    return sorted(reading.events, key=key)


def voices(reading: Reading, fact: Event | Relation) -> str:
    """According to whom: the sources of the claims that carry it; the report itself where there are none."""
    by_id = {c.id: c for c in reading.claims}
    names = dict.fromkeys(_within(source(reading, by_id[c])) for c in fact.claims if c in by_id)
    return ", ".join(names) or "the report"


def _within(name: str) -> str:
    """A phrase that opened a sentence, as it stands within one."""
    return name[:1].lower() + name[1:] if name.split(" ", maxsplit=1)[0] in _OPENERS else name


def introduction(actor: Actor) -> str:
    """Country, roles and the words that introduce an actor."""
    codes = " ".join([*([actor.country] if actor.country else []), *actor.roles])
    words = clip(actor.description, 90) if actor.description else ""
    return " · ".join(p for p in (codes, "" if words == clean(actor.name) else words) if p)
