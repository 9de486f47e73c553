"""The events of a Reading along time, with the day of the report between what it looks back on and what it looks ahead to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from reportedly.exports import phrases as say
from reportedly.exports.figures import figures
from reportedly.exports.html.ledger import Desk, named, row, rows
from reportedly.exports.html.marks import shown, slug
from reportedly.model import Event

EXCERPT = 200  # characters of evidence around a trigger


def timeline(desk: Desk) -> str:
    """One entry a day or span of days, earliest first, undated events last."""
    stops = list(_stops(desk))
    published = desk.reading.report.published
    if published and stops:
        ahead = next((n for n, (start, _) in enumerate(stops) if start is None or start > published), len(stops))
        stamp = f'<time datetime="{published}">{say.days(published, published)}</time>'
        stops.insert(ahead, (published, f'<li class="today">{stamp}<p>the report is published</p></li>'))
    return f'<ol class="line" role="list">{"".join(stop for _, stop in stops)}</ol>' if stops else ""


def _stops(desk: Desk) -> Iterator[tuple[date | None, str]]:
    for when, group in groupby(say.in_time_order(desk.reading), key=say.when):
        events = list(group)
        start = (events[0].time.start or events[0].time.end) if events[0].time else None
        stamp = f'<time datetime="{start}">{when}</time>' if when else "<span class=undated>no day given</span>"
        yield start, f"<li>{stamp}{rows(_event(desk, e) for e in events)}</li>"


def _event(desk: Desk, event: Event) -> str:
    one, other = say.sides(desk.reading, event)
    arrow = f' <span aria-label="to">→</span> {named(other)}' if other else ""
    status = f'<em class="status {slug(event.status)}"><i aria-hidden="true">{say.STATUS_SIGN[event.status]}</i> {event.status}</em>'
    before, word, after = (shown(part) for part in say.excerpt(event, EXCERPT))
    voices = f"according to {say.voices(desk.reading, event)}" if event.claims else ""
    notes = " · ".join(shown(n) for n in (voices, figures(event), say.undated(desk.reading, event)) if n)
    code = shown(
        " ".join([say.deed(event), *([f"· {event.cameo}"] if event.cameo else []), *(f"· {c.replace('_', ' ')}" for c in event.contexts)])
    )
    inner = (
        f'{status}<div class="deed"><p>{named(one)}{arrow} <span class="code">{code}</span></p>'
        f'<p class="words"><bdi>{before}<mark>{word}</mark>{after}</bdi></p>{f"<small>{notes}</small>" if notes else ""}</div>'
    )
    return row(desk, event.id, inner, slug(event.status), lights=_lights(event))


def _lights(event: Event) -> str:
    """The sources of its claims, its time and its place are lit with an event."""
    time = event.time.id if event.time else None
    return " ".join([*(f"{c}/source" for c in event.claims), *(i for i in (time, event.place) if i)])
