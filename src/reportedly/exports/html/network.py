"""The actors of a Reading drawn as a network: who did what to whom, and what ties them."""

from __future__ import annotations

from html import escape

from reportedly.exports import phrases as say
from reportedly.model import Actor, Event, EventType, Participant, Reading, Record, Relation, RelationType, Status

WIDTH, HEIGHT, MARGIN = 860, 460, 70
MOST_ACTORS = 18  # more cannot be told apart at this size; the most mentioned are kept
SEED = 7  # of the layout, so that a report is always drawn the same way

_CONFLICT = frozenset(
    {EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT}
)
_HOSTILE = frozenset({RelationType.OPPOSES, RelationType.AT_WAR_WITH, RelationType.RIVAL_OF, RelationType.SANCTIONS})
_REAL = frozenset({Status.HAPPENED, Status.ONGOING})


class Tie(Record, frozen=True, kw_only=True):
    """One line of the drawing."""

    one: str
    other: str
    facts: tuple[str, ...]
    look: str
    words: str


def network(reading: Reading) -> str:
    """The drawing as SVG; an empty string where no two actors are tied."""
    ties = _ties(reading)
    if not ties:
        return ""
    places = _layout(ties)
    names = {a.id: a for a in reading.actors}
    lines = "".join(_line(t, places) for t in ties)
    nodes = "".join(_node(names[i], at) for i, at in places.items())
    return f'<svg class="network" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="Network of actors">{lines}{nodes}</svg>'


def _ties(reading: Reading) -> list[Tie]:
    """Ties between the most mentioned actors, one a pair and look."""
    tied = [(f, a, b) for f in (*reading.events, *reading.relations) for a, b in _pairs(f)]
    wanted = {i for _, a, b in tied for i in (a, b)}
    ranked = sorted((a for a in reading.actors if a.id in wanted), key=lambda a: (-len(a.mentions), a.id))
    kept = {a.id for a in ranked[:MOST_ACTORS]}
    grouped: dict[tuple[str, str, str], list[Event | Relation]] = {}
    for fact, a, b in tied:
        if {a, b} <= kept:
            grouped.setdefault((*sorted((a, b)), _look(fact)), []).append(fact)  # type: ignore[arg-type]
    return [
        Tie(one=a, other=b, look=look, facts=tuple(f.id for f in facts), words="; ".join(dict.fromkeys(_words(reading, f) for f in facts)))
        for (a, b, look), facts in grouped.items()
    ]


def _pairs(fact: Event | Relation) -> list[tuple[str, str]]:
    left, right = (fact.actor, fact.recipient) if isinstance(fact, Event) else (fact.subject, fact.object)
    if right is None:
        ids = left.ids if left else ()
        return [(a, b) for n, a in enumerate(ids) for b in ids[n + 1 :] if a != b]
    return [(a, b) for a in _ids(left) for b in _ids(right) if a != b]


def _ids(part: Participant | None) -> tuple[str, ...]:
    return part.ids if part else ()


def _look(fact: Event | Relation) -> str:
    """Colour by cooperation or conflict; dashed unless it is real."""
    hostile = fact.type in _CONFLICT if isinstance(fact, Event) else fact.type in _HOSTILE
    return ("hostile" if hostile else "friendly") + ("" if fact.status in _REAL else " unreal") + (" lasting" if isinstance(fact, Relation) else "")


def _words(reading: Reading, fact: Event | Relation) -> str:
    if isinstance(fact, Event):
        return f"{say.side(reading, fact.actor)} → {say.side(reading, fact.recipient) or '–'}: {say.deed(fact)} ({fact.status})"
    return f"{say.side(reading, fact.subject)} {fact.type} {say.side(reading, fact.object)}"


def _layout(ties: list[Tie]) -> dict[str, tuple[float, float]]:
    """Where each actor stands, in the order of ids."""
    import networkx as nx  # noqa: PLC0415

    graph = nx.Graph()
    graph.add_nodes_from(sorted({i for t in ties for i in (t.one, t.other)}))
    graph.add_edges_from((t.one, t.other) for t in ties)
    spread = nx.spring_layout(graph, k=2.2 / len(graph) ** 0.5, iterations=120, seed=SEED)
    xs, ys = [[float(p[k]) for p in spread.values()] for k in (0, 1)]
    return {i: (_scale(float(p[0]), xs, WIDTH), _scale(float(p[1]), ys, HEIGHT)) for i, p in spread.items()}


def _scale(value: float, values: list[float], size: int) -> float:
    low, high = min(values), max(values)
    return round(MARGIN + (size - 2 * MARGIN) * ((value - low) / (high - low) if high > low else 0.5), 1)


def _line(tie: Tie, places: dict[str, tuple[float, float]]) -> str:
    (x1, y1), (x2, y2) = places[tie.one], places[tie.other]
    bend = 14 if "lasting" in tie.look else -14 if "hostile" in tie.look else 0
    mx, my = (x1 + x2) / 2 + bend, (y1 + y2) / 2 - bend
    return (
        f'<path class="tie {tie.look}" data-facts="{" ".join(tie.facts)}" d="M{x1} {y1}Q{mx:.1f} {my:.1f} {x2} {y2}">'
        f"<title>{escape(tie.words)}</title></path>"
    )


def _node(actor: Actor, at: tuple[float, float]) -> str:
    radius = min(6 + len(actor.mentions), 16)
    name = escape(say.clip(actor.name, 26))
    return (
        f'<g class="node {actor.kind}" data-facts="{actor.id}" tabindex="0" transform="translate({at[0]} {at[1]})">'
        f'<circle r="{radius}"/><text y="{radius + 13}">{name}</text><title>{escape(actor.name)} {escape(say.introduction(actor))}</title></g>'
    )
