"""One event for what a report tells more than once: in the headline and the body, in two sentences, as an act and its toll."""

from __future__ import annotations

from datetime import date

import msgspec

from reportedly.knowledge.event_rows import event_classes
from reportedly.layers.events.draft import SAID, Draft
from reportedly.model import Event, EventType, FigureKind, Participant, Status

NEAR = 2  # sentences between an attack and its toll; in the corpus nine in ten stand within two
REAL = frozenset({Status.HAPPENED, Status.ONGOING})
OPEN = frozenset({Status.DENIED, Status.DID_NOT_HAPPEN, Status.CONDITIONAL})


def merged(rows: list[tuple[Draft, Event]], body: int) -> list[Event]:
    """One event for each happening, in reading order; `body` is the offset where the report's prose begins."""
    found: list[tuple[Draft, Event]] = []
    for draft, event in rows:
        for n, (told, earlier) in enumerate(found):
            headline = told.trigger.start < body <= draft.trigger.start
            if headline and _same_news(earlier, event, same_word=told.trigger.lemma == draft.trigger.lemma):
                found[n] = (draft, msgspec.structs.replace(joined(event, earlier), status=event.status))  # the body tells it better
                break
            if same_happening(earlier, event) or _toll(told, earlier, draft, event) or _bare(earlier, event):
                found[n] = (told, joined(earlier, event))
                break
        else:
            found.append((draft, event))
    events = [event for _, event in sorted(found, key=lambda row: row[0].trigger.i)]
    return [_disputed(event, events) for event in events]


def _disputed(event: Event, events: list[Event]) -> Event:
    """What only a source asserts and somebody denies is possible: the report does not commit to it."""
    if event.status not in REAL or not event.claims or event.type in SAID:
        return event
    denied = any(e.type is event.type and _gainsaid(e) and _alike(event, e) for e in events)
    return msgspec.structs.replace(event, status=Status.POSSIBLE) if denied else event


def _gainsaid(event: Event) -> bool:
    """Whether an event is one that somebody says there was not."""
    return event.status is Status.DENIED or (event.status is Status.DID_NOT_HAPPEN and bool(event.claims))


def _alike(event: Event, denial: Event) -> bool:
    """Whether a denial may be of that event: no side and no mode that speaks against it."""
    if event.mode and denial.mode and event.mode != denial.mode:
        return False
    sides = ((event.actor, denial.actor), (event.recipient, denial.recipient))
    return all(_same_side(a, b) for a, b in sides)


def _same_news(headline: Event, event: Event, *, same_word: bool) -> bool:
    """Whether a body event is what the headline tells: the same type with a side or a word in common."""
    if headline.type is not event.type or (headline.status in OPEN) != (event.status in OPEN):
        return False
    if _sides(headline) & _sides(event):
        return True
    return same_word or not (_sides(headline) and _sides(event))


def _sides(event: Event) -> set[str]:
    return {i for side in (event.actor, event.recipient) if side is not None for i in side.ids}


def _bare(earlier: Event, event: Event) -> bool:
    """Whether an event that names nobody takes up one told before: "The attack came at dawn"."""
    named = event.actor is not None or event.recipient is not None
    return not named and event.type is earlier.type and (event.status in OPEN) == (earlier.status in OPEN)


def _toll(told: Draft, earlier: Event, draft: Draft, event: Event) -> bool:
    """Whether an event without an actor is the toll of an attack told just before: "Two people were killed"."""
    if event.type is not EventType.ASSAULT or earlier.type is not EventType.ASSAULT or draft.trigger.lemma not in event_classes()["harm"]:
        return False
    if event.actor is not None and not _same_side(earlier.actor, event.actor):
        return False
    near = 0 <= draft.trigger.sent - told.trigger.sent <= NEAR
    return near and (earlier.status in OPEN) == (event.status in OPEN) and not _apart(earlier, event) and not _others_harmed(earlier, event)


def same_happening(a: Event, b: Event) -> bool:
    """Whether two events of one report are one: the same act by the same actor, nothing said against it."""
    if a.type is not b.type or (a.status is Status.DENIED) != (b.status is Status.DENIED):
        return False
    if (a.mode and b.mode and a.mode != b.mode) or _apart(a, b) or _others_harmed(a, b):
        return False
    if not _same_side(a.actor, b.actor) or not _same_side(a.recipient, b.recipient):
        return False
    same_victims = a.mode is not None and a.mode == b.mode and bool(a.recipient and b.recipient and a.recipient.id)
    return bool(a.actor and b.actor and a.actor.id) or same_victims or a.trigger.text.lower() == b.trigger.text.lower()


def _apart(a: Event, b: Event) -> bool:
    """Whether the two are put on different days."""
    return bool(_days(a) and _days(b) and _days(a) != _days(b))


def _others_harmed(a: Event, b: Event) -> bool:
    """Whether the two tell of different victims: others who are counted, each in another number."""
    if a.recipient is None or b.recipient is None or _same_side(a.recipient, b.recipient):
        return False
    counted, also = _counted(a), _counted(b)
    return bool(counted and also) and not counted & also


def _counted(event: Event) -> set[tuple[float | None, float | None]]:
    return {(f.low, f.high) for f in event.figures if f.kind is not FigureKind.MONEY}


def _days(event: Event) -> tuple[date | None, date | None] | None:
    return (event.time.start, event.time.end) if event.time is not None and event.time.start is not None else None


def _same_side(a: Participant | None, b: Participant | None) -> bool:
    if a is None or b is None:
        return True
    if a.ids and b.ids:
        return bool(set(a.ids) & set(b.ids))
    return a.text.lower() == b.text.lower()


def joined(a: Event, b: Event) -> Event:
    """The first event with what the second adds."""
    return msgspec.structs.replace(
        a,
        mode=a.mode or b.mode,
        status=b.status if a.status is Status.POSSIBLE and b.status in REAL else a.status,
        actor=_better(a.actor, b.actor),
        recipient=_better(a.recipient, b.recipient),
        time=a.time or b.time,
        place=a.place or b.place,
        figures=a.figures + tuple(f for f in b.figures if (f.kind, f.low, f.high) not in {(g.kind, g.low, g.high) for g in a.figures}),
        claims=tuple(dict.fromkeys(a.claims + b.claims)),
    )


def _better(a: Participant | None, b: Participant | None) -> Participant | None:
    """The first side, or the second where only that one is somebody known."""
    return b if a is None or (not a.ids and b is not None and b.ids) else a
