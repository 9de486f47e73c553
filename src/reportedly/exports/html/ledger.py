"""The ledger beside the report: disputes, claims, events along a timeline, relations, actors, places."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from reportedly.exports import phrases as say
from reportedly.exports.html.marks import tone
from reportedly.model import Claim, Dispute, Event, Reading


def row(facts: str, inner: str, look: str = "") -> str:
    """One line of the ledger: hover, focus or press it to see its words in the report."""
    return f'<li class="row {look}" data-facts="{facts}" tabindex="0">{inner}</li>'


def section(key: str, title: str, rows: Iterable[str], note: str = "") -> str:
    """A titled list; nothing where there are no rows."""
    found = list(rows)
    if not found:
        return ""
    head = f'<h2>{escape(title)} <small>{len(found)}</small></h2>{f"<p class=note>{escape(note)}</p>" if note else ""}'
    return f'<section class="{key}">{head}<ul>{"".join(found)}</ul></section>'


def ledger(reading: Reading) -> str:
    """All sections in the order in which an analyst asks."""
    return "".join(
        (
            section("disputes", "Disputes", (_dispute(reading, d) for d in reading.disputes)),
            section("claims", "Claims", _claims(reading), "who says so, how they are sourced, and what they say"),
            section("relations", "Relations", (_relation(reading, n) for n in range(len(reading.relations)))),
            section("actors", "Actors", _actors(reading)),
            section("places", "Places", _places(reading)),
            section("problems", "Problems", (f'<li class="row"><b>{escape(p.code)}</b> {escape(p.message)}</li>' for p in reading.problems)),
        )
    )


def _dispute(reading: Reading, dispute: Dispute) -> str:
    by_id = {c.id: c for c in reading.claims}
    sides = "".join(f'<p class="{tone(by_id[i])}-line">{_voice(reading, by_id[i])}</p>' for i in dispute.claims if i in by_id)
    return row(" ".join(dispute.claims), f"<b class={dispute.kind}>{dispute.kind}</b> <i>over {escape(say.clip(dispute.about, 110))}</i>{sides}")


def _voice(reading: Reading, claim: Claim) -> str:
    """Source, stance, content."""
    stance = f'<em class="{tone(claim)}">{escape(say.STANCE_VERB[claim.stance])}</em>'
    return f"<b>{escape(say.source(reading, claim))}</b> {stance} {escape(say.clip(claim.content.text, 220))}"


def _claims(reading: Reading) -> Iterable[str]:
    depth: dict[str, int] = {}
    for c in reading.claims:
        depth[c.id] = min(depth.get(c.via or "", -1) + 1, 3)
        via = f" · via {c.via}" if c.via else ""
        yield row(c.id, f"{_voice(reading, c)}<small>{escape(say.sourcing(c))}{via}</small>", f"nested-{depth[c.id]}")


def timeline(reading: Reading) -> str:
    """The events in time order, one list a day or span of days."""
    days = groupby(say.in_time_order(reading), key=say.when)
    parts = "".join(f"<li><time>{escape(when) or 'no day given'}</time><ul>{''.join(_event(reading, e) for e in events)}</ul></li>" for when, events in days)
    count = len(reading.events)
    return f'<section class="events"><h2>Events <small>{count}</small></h2><ol class="timeline">{parts}</ol></section>' if parts else ""


def _event(reading: Reading, event: Event) -> str:
    sides = escape(say.side(reading, event.actor) or "?")
    if event.recipient:
        sides += f" → {escape(say.side(reading, event.recipient))}"
    notes = [event.cameo and f"CAMEO {event.cameo}", say.figures(event), f"according to {say.voices(reading, event)}"]
    status = f'<em class="status {event.status.value.replace(" ", "-")}">{say.STATUS_SIGN[event.status]} {event.status}</em>'
    return row(event.id, f"{status} <b>{sides}</b> {escape(say.deed(event))}<small>{escape(' · '.join(n for n in notes if n))}</small>")


def _relation(reading: Reading, n: int) -> str:
    r = reading.relations[n]
    ended = "" if r.end is None else f" until {r.end}"
    return row(r.id, f"<b>{escape(say.side(reading, r.subject))}</b> {r.type} <b>{escape(say.side(reading, r.object))}</b><small>{r.status}{ended}</small>")


def _actors(reading: Reading) -> Iterable[str]:
    for a in sorted(reading.actors, key=lambda a: (-len(a.mentions), a.id)):
        yield row(a.id, f"<b>{escape(a.name)}</b> <small>{a.kind} · {escape(say.introduction(a))} · {len(a.mentions)}×</small>")


def _places(reading: Reading) -> Iterable[str]:
    names: dict[tuple[str, str | None], list[str]] = {}
    for p in reading.places:
        if p.use == "literal":
            names.setdefault((p.name, p.country), []).append(p.id)
    where = {p.id: f"{p.lat:.2f}, {p.lon:.2f}" for p in reading.places if p.lat is not None and p.lon is not None}
    for (name, country), ids in names.items():
        yield row(" ".join(ids), f"<b>{escape(name)}</b> <small>{escape(' · '.join(x for x in (country, where.get(ids[0])) if x))}</small>")
