"""The actors of a Reading drawn as a network: who did what to whom, and what ties them."""

from __future__ import annotations

from itertools import combinations, product

from reportedly.exports import phrases as say
from reportedly.exports.html.layout import LINE, WIDTH, Box, arrange, box, height_for, overlap
from reportedly.exports.html.ledger import Desk
from reportedly.exports.html.marks import shown
from reportedly.model import Actor, Event, EventType, Reading, Record, Relation, RelationType, Status

MOST_ACTORS = 18  # more cannot be told apart at this size; the most mentioned are kept
BEND = 20  # how far the ties between the same two actors curve apart
LABEL_LETTER, LABEL_LINE = 5.9, 13  # size of a tie's words at 10 px

_CONFLICT = frozenset(
    {
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.PROTEST,
        EventType.SANCTION,
        EventType.MOBILIZE,
        EventType.COERCE,
        EventType.ASSAULT,
    }
)
_HOSTILE = frozenset({RelationType.OPPOSES, RelationType.AT_WAR_WITH, RelationType.RIVAL_OF, RelationType.SANCTIONS})
_MUTUAL = frozenset({RelationType.ALLIED_WITH, RelationType.AT_WAR_WITH, RelationType.RIVAL_OF, RelationType.FAMILY_OF, RelationType.KNOWS})
_SHADE = {Status.HAPPENED: "real", Status.ONGOING: "real", Status.DENIED: "denied", Status.DID_NOT_HAPPEN: "denied"}  # any other: "open"


class Tie(Record, frozen=True, kw_only=True):
    """One line of the drawing. `directed` ties run from one to the other and end in an arrow."""

    one: str
    other: str
    directed: bool
    look: str
    facts: tuple[Event | Relation, ...]


class Point(Record, frozen=True, kw_only=True):
    x: float
    y: float


def network(desk: Desk) -> str:
    """The drawing with its legend; an empty string where no two actors are tied."""
    reading = desk.reading
    kept, tied = _actors(reading)
    ties = _ties(reading, {a.id for a in kept})
    if not ties:
        return ""
    placed = arrange({a.id: box(a.name) for a in kept}, sorted({(t.one, t.other) for t in ties}))
    height = height_for(len(placed))
    lines = _lines(reading, ties, placed)
    nodes = "".join(_node(desk, a, placed[a.id]) for a in kept)
    name = f"{desk.prefix}network-title"
    drawing = f'<svg viewBox="0 0 {WIDTH} {height}" role="group" aria-labelledby="{name}"><g aria-hidden="true">{lines}</g>{nodes}</svg>'
    left = f'<p class="note">The {len(kept)} most mentioned of {tied} actors with ties are drawn.</p>' if tied > len(kept) else ""
    return f'<div class="drawing" tabindex="0" role="region" aria-labelledby="{name}">{drawing}</div>{left}{_legend(ties)}'


def _actors(reading: Reading) -> tuple[list[Actor], int]:
    """The most mentioned actors that have ties, and how many have ties at all."""
    facts = _facts(reading)
    wanted = {i for f in facts for pair in _pairs(reading, f) for i in pair}
    ranked = sorted((a for a in reading.actors if a.id in wanted), key=lambda a: (-len(a.mentions), a.id))
    kept = {a.id for a in ranked[:MOST_ACTORS]}
    alive = {i for f in facts for pair in _pairs(reading, f) if kept.issuperset(pair) for i in pair}
    return [a for a in ranked if a.id in alive], len(ranked)


def _facts(reading: Reading) -> list[Event | Relation]:
    return [*reading.events, *reading.relations]


def _pairs(reading: Reading, fact: Event | Relation) -> list[tuple[str, str]]:
    """Which actors a fact ties: each of one side with each of the other, or all of the only side."""
    known = {a.id for a in reading.actors}
    left, right = (fact.actor, fact.recipient) if isinstance(fact, Event) else (fact.subject, fact.object)
    ones, others = [[i for i in part.ids if i in known] if part else [] for part in (left, right)]
    found = list(product(ones, others)) if right is not None else list(combinations(ones, 2))
    return [(a, b) for a, b in dict.fromkeys(found) if a != b]


def _ties(reading: Reading, kept: set[str]) -> list[Tie]:
    """Facts that tie the same two the same way are one line."""
    grouped: dict[tuple[str, str, bool, str], list[Event | Relation]] = {}
    for fact in _facts(reading):
        directed = fact.recipient is not None if isinstance(fact, Event) else fact.type not in _MUTUAL
        for a, b in _pairs(reading, fact):
            if {a, b} <= kept:
                one, other = (a, b) if directed else sorted((a, b))
                grouped.setdefault((one, other, directed, _look(fact)), []).append(fact)
    return [Tie(one=a, other=b, directed=d, look=look, facts=tuple(facts)) for (a, b, d, look), facts in grouped.items()]


def _look(fact: Event | Relation) -> str:
    """Colour by cooperation or conflict, line by status, weight by whether it lasts."""
    hostile = fact.type in _CONFLICT if isinstance(fact, Event) else fact.type in _HOSTILE
    shade = _SHADE.get(fact.status, "open")
    return f"{'hostile' if hostile else 'friendly'} {shade}{' lasting' if isinstance(fact, Relation) else ''}"


def _words(reading: Reading, fact: Event | Relation) -> str:
    one, other = say.sides(reading, fact)
    if isinstance(fact, Event):
        return f"{one}{f' → {other}' if other else ''}: {say.deed(fact)} ({fact.status})"
    return f"{one} {fact.type} {other}"


def _label(tie: Tie) -> str:
    """What the line says of itself: a sign where it is not real, and the kinds of its facts."""
    sign = "" if "real" in tie.look else say.STATUS_SIGN[tie.facts[0].status] + " "
    kinds = list(dict.fromkeys(say.deed(f) if isinstance(f, Event) else str(f.type) for f in tie.facts))
    return sign + kinds[0] + (f" +{len(kinds) - 1}" if len(kinds) > 1 else "")


def _lines(reading: Reading, ties: list[Tie], placed: dict[str, Box]) -> str:
    """Every tie as a curve with its words, where there is room for them."""
    beside: dict[tuple[str, ...], int] = {}
    taken = list(placed.values())
    drawn = []
    for tie in ties:
        pair = tuple(sorted((tie.one, tie.other)))
        beside[pair] = n = beside.get(pair, -1) + 1
        bend = BEND * ((n + 1) // 2) * (1 if n % 2 else -1) * (1 if tie.one == pair[0] else -1)
        drawn.append(_line(reading, tie, placed, bend, taken))
    return "".join(drawn)


def _line(reading: Reading, tie: Tie, placed: dict[str, Box], bend: float, taken: list[Box]) -> str:
    one, other = placed[tie.one], placed[tie.other]
    dx, dy = other.x - one.x, other.y - one.y
    length = max((dx * dx + dy * dy) ** 0.5, 1)
    middle = Point(x=(one.x + other.x) / 2 - dy / length * bend * 2, y=(one.y + other.y) / 2 + dx / length * bend * 2)
    start, tip = _border(one, middle, 3), _border(other, middle, 4)
    end = _border(other, middle, 11) if tie.directed else tip
    title = shown("; ".join(dict.fromkeys(_words(reading, f) for f in tie.facts)))
    head = f'<path class="head" d="{_arrow(middle, tip)}"/>' if tie.directed else ""
    curve = f"M{start.x:.1f} {start.y:.1f}Q{middle.x:.1f} {middle.y:.1f} {end.x:.1f} {end.y:.1f}"
    caption = _caption(tie, start, middle, end, taken)
    facts = shown(" ".join(f.id for f in tie.facts))
    return f'<g class="tie {tie.look}" data-own="{facts}"><title>{title}</title><path class="line" d="{curve}"/>{head}{caption}</g>'


def _border(of: Box, towards: Point, back: float) -> Point:
    """Where the line from a box to a point leaves the box, and some way further on."""
    dx, dy = towards.x - of.x, towards.y - of.y
    reach = min(of.width / 2 / abs(dx) if dx else 1e9, of.height / 2 / abs(dy) if dy else 1e9)
    reach = min(reach + back / max((dx * dx + dy * dy) ** 0.5, 1), 1)
    return Point(x=of.x + dx * reach, y=of.y + dy * reach)


def _arrow(from_: Point, to: Point) -> str:
    """A small triangle at the end of a line."""
    dx, dy = to.x - from_.x, to.y - from_.y
    length = max((dx * dx + dy * dy) ** 0.5, 1)
    ux, uy = dx / length, dy / length
    points = [(to.x, to.y), *((to.x - 9 * ux + side * 4.5 * uy, to.y - 9 * uy - side * 4.5 * ux) for side in (1, -1))]
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def _caption(tie: Tie, start: Point, middle: Point, end: Point, taken: list[Box]) -> str:
    """The words of a tie at the first place along it where they meet no name and no other words; nothing where there is none."""
    words = _label(tie)
    for t in (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74):
        x, y = ((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c for a, b, c in ((start.x, middle.x, end.x), (start.y, middle.y, end.y)))
        room = Box(lines=(words,), width=len(words) * LABEL_LETTER + 4, height=LABEL_LINE, x=x, y=y)
        inside = room.width / 2 <= x <= WIDTH - room.width / 2
        if inside and not any(overlap(room, other) for other in taken):
            taken.append(room)
            return f'<text class="caption" x="{x:.1f}" y="{y + 3.5:.1f}">{shown(words)}</text>'
    return ""


def _node(desk: Desk, actor: Actor, at: Box) -> str:
    """A name in its box, a link to its first mention."""
    kind = str(actor.kind)
    radius = at.height / 2 if kind == "person" else 3
    first = at.y - LINE * (len(at.lines) - 1) / 2 + 4.5
    lines = "".join(f'<text x="{at.x}" y="{first + n * LINE:.1f}">{shown(line)}</text>' for n, line in enumerate(at.lines))
    title = shown(" · ".join(w for w in (say.clean(actor.name), kind, say.introduction(actor)) if w))
    shape = (
        f'<rect x="{at.x - at.width / 2:.1f}" y="{at.y - at.height / 2:.1f}" width="{at.width:.1f}" height="{at.height}" rx="{radius}"/>'
    )
    drawn = f'<g class="node {kind}" data-own="{shown(actor.id)}"><title>{title}</title>{shape}{lines}</g>'
    return f'<a href="#{shown(desk.prefix + actor.id)}" aria-label="{title}">{drawn}</a>'


def _legend(ties: list[Tie]) -> str:
    """What the lines and boxes mean; lines that are not drawn are left out."""
    looks = " ".join(t.look for t in ties).split()
    lines = (
        ("friendly", "cooperation"),
        ("hostile", "conflict"),
        ("real", "happened or going on"),
        ("open", "planned, asked for, expected or possible"),
        ("denied", "denied or did not happen"),
        ("lasting", "lasting tie"),
    )
    keys = "".join(f'<li><span class="key {look}"></span>{words}</li>' for look, words in lines if look in looks)
    kinds = "".join(
        f'<li><span class="kind {kind}">{words}</span></li>'
        for kind, words in (("person", "person"), ("organisation", "organisation"), ("country", "country"), ("group", "group"))
    )
    return f'<ul class="keys" role="list">{keys}{kinds}</ul>'
