"""The story's present: when an event happened for which its sentence names no time.

A report tells of the days from the first one that its lead names (else that of publication) to its publication; what happened or
goes on without a time of its own did so then. What is told as background did not: in the past perfect, or after an older time in
the paragraph.
"""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from reportedly.layers.base import Facts
from reportedly.layers.events.attributing import REAL
from reportedly.layers.events.placing import VERBAL
from reportedly.model import Event, EventTime, Time
from reportedly.text import Parsed, Token

LEAD = 3  # sentences of the body in which the day of the story is named; 43 of 49 reports of the corpus name it in the first two
RECENT = timedelta(days=10)  # what is older is no day of this story


def dated(events: list[Event], parsed: Parsed, facts: Facts) -> list[Event]:
    """The events; those that happened at no stated time are put into the story's present, unless publication is unknown."""
    published = parsed.report.published
    if published is None:
        return events
    days = _days(parsed, facts.times)
    story = EventTime(start=_story(parsed, days, published), end=published)
    return [_placed(e, parsed, days, story) for e in events]


def _days(parsed: Parsed, times: tuple[Time, ...]) -> list[tuple[Token, Time]]:
    """The times with known days, each with its first token, in reading order."""
    found = [(token, t) for t in times if t.start is not None and t.spans and (token := parsed.token_at(t.spans[0].start)) is not None]
    return sorted(found, key=lambda row: row[0].i)


def _story(parsed: Parsed, days: list[tuple[Token, Time]], published: date) -> date:
    """The first recent day that the lead names, else the day of publication."""
    first = next((s.i for s in parsed.sentences if s.para >= parsed.headings), 0)
    for token, time in days:
        day = time.start
        if first <= token.sent < first + LEAD and day is not None and day == time.end and published - RECENT <= day <= published:
            return day
    return published


def _placed(event: Event, parsed: Parsed, days: list[tuple[Token, Time]], story: EventTime) -> Event:
    trigger = parsed.token_at(event.trigger.spans[0].start)
    if event.time is not None or event.status not in REAL or trigger is None or _background(trigger, parsed, days, story):
        return event
    if parsed.notes is not None:
        told = f"time: none in its sentence, so the story's present, {story.start} to {story.end}"
        parsed.notes.add(trigger.start, "event", told)
    return msgspec.structs.replace(event, time=story)


def _background(trigger: Token, parsed: Parsed, days: list[tuple[Token, Time]], story: EventTime) -> bool:
    """Whether an event is told as history: in the past perfect, or with an older time in its sentence or before it in its paragraph."""
    verb = trigger if trigger.pos in VERBAL else next((t for t in parsed.ancestors(trigger) if t.pos in VERBAL), None)
    if verb is not None and any(k.lower in {"had", "'d"} and verb.tag == "VBN" for k in parsed.children(verb, "aux")):
        return True
    near = (t for token, t in days if token.para == trigger.para and (token.i < trigger.i or token.sent == trigger.sent))
    return any(t.end is not None and story.start is not None and t.end < story.start - RECENT for t in near)
