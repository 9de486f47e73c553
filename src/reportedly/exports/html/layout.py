"""Where the actors of a network stand and how wide their names are: spread by force, then moved apart until nothing overlaps."""

from __future__ import annotations

from itertools import combinations, pairwise
from unicodedata import combining, east_asian_width

from reportedly.exports import phrases as say
from reportedly.model import Record

WIDTH = 860
SHORTEST, TALLEST, ROW = 250, 720, 36  # heights of the drawing, and how much one more actor adds
LINE, MOST_LINES, LETTERS = 15, 2, 22  # a name is set in at most two lines of about 22 letters
LETTER, WIDE_LETTER = 7.3, 13.5  # widths at 12.5 px in the widest of common sans faces (DejaVu Sans), so that no name leaves its box
GAP_X, GAP_Y = 78, 50  # between two boxes, so that a line and its words can be seen
SEEDS = 6  # of the layouts that are tried; the one with the fewest crossings is drawn
STEPS = 160  # of moving apart at most; 18 actors need about 60


class Box(Record, frozen=True, kw_only=True):
    """A name in its box, by its centre."""

    lines: tuple[str, ...]
    width: float
    height: float
    x: float = 0.0
    y: float = 0.0


def box(name: str) -> Box:
    """A name on one or two lines, and the box that holds it."""
    lines = _wrap(say.clip(name, MOST_LINES * LETTERS - 4))
    return Box(lines=lines, width=max(_width(line) for line in lines) + 22, height=LINE * len(lines) + 11)


def _wrap(name: str) -> tuple[str, ...]:
    if len(name) <= LETTERS or " " not in name:
        return (say.clip(name, LETTERS),)
    spaces = [n for n, letter in enumerate(name) if letter == " "]
    cut = min(spaces, key=lambda n: abs(n - len(name) / 2))
    return tuple(say.clip(part, LETTERS + 6) for part in (name[:cut], name[cut + 1 :]))


def _width(line: str) -> float:
    return sum(0 if combining(c) else WIDE_LETTER if east_asian_width(c) in "WF" else LETTER for c in line)


def height_for(count: int) -> int:
    """How tall a drawing of so many actors is."""
    return min(SHORTEST + ROW * max(count - 4, 0), TALLEST)


def arrange(boxes: dict[str, Box], pairs: list[tuple[str, str]]) -> dict[str, Box]:
    """The boxes with their places; always the same for the same actors and ties."""
    tries = [_try(boxes, pairs, seed) for seed in range(SEEDS)]
    return min(tries, key=lambda placed: _cost(placed, pairs))


def _try(boxes: dict[str, Box], pairs: list[tuple[str, str]], seed: int) -> dict[str, Box]:
    import networkx as nx  # noqa: PLC0415

    graph = nx.Graph()
    graph.add_nodes_from(boxes)
    graph.add_edges_from(pairs)
    hubs = [max(part, key=lambda i: (graph.degree(i), i)) for part in nx.connected_components(graph)]
    graph.add_edges_from(pairwise(hubs), weight=0.2)  # holds unconnected parts near each other
    spread = nx.spring_layout(graph, k=2.4 / len(graph) ** 0.5, iterations=70, seed=seed)
    height = height_for(len(boxes))
    xs, ys = (_even({i: float(p[axis]) for i, p in spread.items()}) for axis in (0, 1))
    places = {i: [b.width / 2 + xs[i] * (WIDTH - b.width), b.height / 2 + ys[i] * (height - b.height)] for i, b in boxes.items()}
    _part(boxes, places, height)
    return {
        i: Box(lines=b.lines, width=b.width, height=b.height, x=round(places[i][0], 1), y=round(places[i][1], 1)) for i, b in boxes.items()
    }


def _even(values: dict[str, float]) -> dict[str, float]:
    """Values brought to 0 .. 1, more by rank than by size, so that the drawing is filled."""
    low, high = min(values.values()), max(values.values())
    ranks = {i: n / max(len(values) - 1, 1) for n, i in enumerate(sorted(values, key=lambda i: (values[i], i)))}
    return {i: 0.35 * ((v - low) / (high - low) if high > low else 0.5) + 0.65 * ranks[i] for i, v in values.items()}


def _part(boxes: dict[str, Box], places: dict[str, list[float]], height: float) -> None:
    """Move boxes apart along the axis on which they overlap least, and back into the drawing."""
    for _ in range(STEPS):
        moved = False
        for a, b in combinations(boxes, 2):
            dx, dy = places[b][0] - places[a][0], places[b][1] - places[a][1]
            over_x = (boxes[a].width + boxes[b].width) / 2 + GAP_X - abs(dx)
            over_y = (boxes[a].height + boxes[b].height) / 2 + GAP_Y - abs(dy)
            if over_x <= 0 or over_y <= 0:
                continue
            moved = True
            axis, over, way = (1, over_y, dy) if over_y < over_x else (0, over_x, dx)
            step = (over / 2 + 0.5) * (1 if way >= 0 else -1)
            places[a][axis] -= step
            places[b][axis] += step
        for i, own in boxes.items():
            places[i][0] = min(max(places[i][0], own.width / 2 + 4), WIDTH - own.width / 2 - 4)
            places[i][1] = min(max(places[i][1], own.height / 2 + 4), height - own.height / 2 - 4)
        if not moved:
            return


def _cost(placed: dict[str, Box], pairs: list[tuple[str, str]]) -> float:
    """What makes a drawing hard to read: boxes on each other, lines through boxes, lines across lines, long lines."""
    cost = 100.0 * sum(overlap(a, b) for a, b in combinations(placed.values(), 2))
    lines = [(placed[a], placed[b]) for a, b in pairs]
    for a, b in lines:
        cost += 3 * sum(_through(a, b, c) for c in placed.values() if c is not a and c is not b)
        cost += (abs(a.x - b.x) + abs(a.y - b.y)) / 1000
    return cost + sum(_cross(*one, *other) for one, other in combinations(lines, 2))


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes share ground."""
    return abs(a.x - b.x) < (a.width + b.width) / 2 and abs(a.y - b.y) < (a.height + b.height) / 2


def _through(a: Box, b: Box, c: Box) -> bool:
    """Whether the line from a to b runs through c, told at eleven points."""
    steps = [n / 12 for n in range(1, 12)]
    return any(abs(a.x + t * (b.x - a.x) - c.x) < c.width / 2 and abs(a.y + t * (b.y - a.y) - c.y) < c.height / 2 for t in steps)


def _cross(a: Box, b: Box, c: Box, d: Box) -> bool:
    """Whether the lines a-b and c-d cross; lines that meet at a box do not."""
    if {id(a), id(b)} & {id(c), id(d)}:
        return False

    def turn(p: Box, q: Box, r: Box) -> bool:
        return (r.y - p.y) * (q.x - p.x) > (q.y - p.y) * (r.x - p.x)

    return turn(a, c, d) != turn(b, c, d) and turn(a, b, c) != turn(a, b, d)
