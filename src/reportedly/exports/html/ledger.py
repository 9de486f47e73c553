"""The ledger beside the report: disputes, claims, relations, actors, places and times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.exports import phrases as say
from reportedly.exports.html.marks import shown, slug, tone
from reportedly.exports.verbs import verb
from reportedly.model import Claim, DisputeKind, PlaceUse, Reading, Record, Relation, Status

DEEPEST = 3  # nested claims are set in this far and no further


class Desk(Record, frozen=True, kw_only=True):
    """What every part of an article needs: the Reading, the prefix of its ids, the facts that its text shows, the level of its headings."""

    reading: Reading
    prefix: str
    found: frozenset[str]
    level: int = 2


def section(desk: Desk, key: str, title: str, body: str, count: int | None = None, note: str = "") -> str:
    """A titled part of an article; nothing where it is empty."""
    if not body:
        return ""
    name = f"{desk.prefix}{key}"
    number = "" if count is None else f" <small>{count}</small>"
    head = f'<h{desk.level} id="{name}-title">{title}{number}</h{desk.level}>' + (f'<p class="note">{shown(note)}</p>' if note else "")
    return f'<section class="{key}" id="{name}" aria-labelledby="{name}-title">{head}{body}</section>\n'


def rows(found: Iterable[str]) -> str:
    """Rows as a list; nothing where there are none."""
    inner = "".join(found)
    return f'<ul role="list">{inner}</ul>' if inner else ""


def row(desk: Desk, fact: str, inner: str, look: str = "", *, lights: str = "", label: str | None = None, anchor: bool = True) -> str:
    """A line that stands for a fact: hover it, or focus or press its link, to see its words in the report.

    `lights` names what else is lit with it: "c2/source" is the source of claim c2. A fact has one row with an `anchor`.
    """
    name = shown(fact if label is None else label)
    link = (
        f'<a class="to" href="#{shown(desk.prefix + fact)}-at" aria-label="{name}: show in the report">{name}</a>'
        if fact in desk.found
        else f'<span class="to">{name}</span>'
    )
    at = f' id="{shown(desk.prefix + fact)}"' if anchor else ""
    tokens = shown(f"{fact} {lights}".strip())
    return f'<li class="row {look}"{at} data-own="{shown(fact)}" data-f="{tokens}" tabindex="-1">{link}<div>{inner}</div></li>\n'


def quoted(words: str, most: int = 320) -> str:
    """The report's words, kept apart from ours whatever their direction."""
    return f"<bdi>{shown(say.clip(words, most))}</bdi>"


def named(words: str) -> str:
    """A name, kept apart likewise."""
    return f"<b><bdi>{shown(words)}</bdi></b>"


def ledger(desk: Desk) -> str:
    """All sections in the order in which an analyst asks."""
    reading = desk.reading
    disputes = "".join(_quarrel(desk, q) for q in say.quarrels(reading))
    parts = (
        section(
            desk,
            "disputes",
            "Disputes",
            disputes,
            len(reading.disputes),
            "what is claimed, and who denies it, contradicts it or would not answer",
        ),
        section(desk, "claims", "Claims", rows(_claims(desk)), len(reading.claims), "who says so, how it is sourced, and what is said"),
        section(desk, "relations", "Relations", rows(_relation(desk, r) for r in reading.relations), len(reading.relations)),
        section(desk, "actors", "Actors", rows(_actors(desk)), len(reading.actors)),
        section(desk, "places", "Places", rows(_places(desk))),
        section(desk, "times", "Times", rows(_times(desk))),
        section(desk, "problems", "Problems", rows(_problems(reading)), len(reading.problems), "what could not be read as it should"),
    )
    return "".join(parts)


def _voice(desk: Desk, claim: Claim) -> str:
    """Source and verb, with a sign where the verb's colour matters."""
    sign = say.STANCE_SIGN.get(claim.stance, "")
    mark = f'<i aria-hidden="true">{sign}</i> ' if sign else ""
    return f'{named(say.source(desk.reading, claim))} <em class="{tone(claim)}">{mark}{shown(verb(claim))}</em>'


def _sourcing(claim: Claim) -> str:
    words = shown(say.sourcing(claim))
    return f'<strong class="anonymous">{words}</strong>' if claim.source.anonymous else words


def _quarrel(desk: Desk, quarrel: say.Quarrel) -> str:
    """What was claimed, and under it each answer; an answer lights the claim too."""
    met = " ".join(c.id for c in quarrel.claims)
    claimed = rows(row(desk, c.id, _said(desk, c), f"tone-{tone(c)}", anchor=False) for c in quarrel.claims)
    answers = rows(
        row(desk, c.id, _said(desk, c, against=kind == DisputeKind.CONTRADICTS), f"answer tone-{tone(c)}", lights=met, anchor=False)
        for kind, c in quarrel.answers
    )
    return f'<div class="quarrel">{claimed or "<p class=note>asked, without an answer</p>"}{answers}</div>\n'


def _said(desk: Desk, claim: Claim, *, against: bool = False) -> str:
    """Who says it, what is said and how it is sourced."""
    words = f'<p class="words">{quoted(claim.content.text)}</p>' if claim.content.text else ""
    return f"<p>{'≠ contradicts: ' if against else ''}{_voice(desk, claim)}</p>{words}<small>{_sourcing(claim)}</small>"


def _claims(desk: Desk) -> Iterator[str]:
    depth = say.depths(desk.reading)
    for c in desk.reading.claims:
        via = f"<small> · within {shown(c.via)}</small>" if c.via else ""
        yield row(desk, c.id, _said(desk, c) + via, f"tone-{tone(c)} nested-{min(depth[c.id], DEEPEST)}")


def _relation(desk: Desk, relation: Relation) -> str:
    one, other = say.sides(desk.reading, relation)
    span = " ".join(f"{word} {day}" for word, day in (("from", relation.start), ("until", relation.end)) if day)
    status = f"{say.STATUS_SIGN[relation.status]} {relation.status}" if relation.status != Status.ONGOING else ""
    voices = f"according to {say.voices(desk.reading, relation)}" if relation.claims else ""
    notes = " · ".join(shown(n) for n in (status, span, voices) if n)
    lights = " ".join(f"{c}/source" for c in relation.claims)
    return row(
        desk,
        relation.id,
        f"<p>{named(one)} {relation.type} {named(other)}</p>" + (f"<small>{notes}</small>" if notes else ""),
        slug(relation.status),
        lights=lights,
    )


def _actors(desk: Desk) -> Iterator[str]:
    for a in sorted(desk.reading.actors, key=lambda a: (-len(a.mentions), a.id)):
        notes = " · ".join(shown(n) for n in (a.kind, say.introduction(a), a.wikidata) if n)
        yield row(desk, a.id, f"{named(say.clean(a.name))} <small>{notes} · {say.tally(len(a.mentions), 'mention')}</small>", label="→")


def _places(desk: Desk) -> Iterator[str]:
    for p in desk.reading.places:
        if p.use == PlaceUse.LITERAL:
            where = (
                f"{abs(p.lat):.2f}° {'N' if p.lat >= 0 else 'S'}, {abs(p.lon):.2f}° {'E' if p.lon >= 0 else 'W'}"
                if p.lat is not None and p.lon is not None
                else ""
            )
            notes = " · ".join(shown(n) for n in (p.country, where) if n)
            yield row(desk, p.id, f"{named(say.clean(p.name))} <small>{notes}</small>", label="→")


def _times(desk: Desk) -> Iterator[str]:
    for t in desk.reading.times:
        days = say.days(t.start, t.end)
        yield row(desk, t.id, f"{quoted(t.text, 80)} <small>{shown(' · '.join(n for n in (days, t.value) if n))}</small>", label="→")


def _problems(reading: Reading) -> Iterator[str]:
    return (f'<li class="row"><span class="to">!</span><div><b>{shown(p.code)}</b> {shown(p.message)}</div></li>' for p in reading.problems)
