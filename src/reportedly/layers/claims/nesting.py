"""Which claim stands in which, and the order in which claims are told."""

from __future__ import annotations

from reportedly.layers.claims.weighing import Chosen
from reportedly.model import SILENCES


def outer_of(chosen: list[Chosen]) -> list[int | None]:
    """For each claim the index of the smallest other claim whose content holds its cue; None for the outermost."""
    holders: dict[int, list[int]] = {}
    for n, c in enumerate(chosen):
        for first, last in c.content:
            for i in range(first, last + 1):
                holders.setdefault(i, []).append(n)
    sizes = [sum(b - a for a, b in c.content) for c in chosen]
    out: list[int | None] = []
    for n, c in enumerate(chosen):
        around = [m for m in holders.get(c.draft.head, ()) if m != n and sizes[m] > sizes[n] or (m != n and sizes[m] == sizes[n] and m < n)]
        out.append(min(around, key=lambda m: (sizes[m], m)) if around else None)
    return out


def reading_order(chosen: list[Chosen]) -> list[Chosen]:
    """Claims by where their first words stand, the wider first."""
    return sorted(chosen, key=lambda c: (min(c.draft.cue[0], *(a for a, _ in c.content), c.draft.head), c.draft.head))


def without_doubles(chosen: list[Chosen]) -> list[Chosen]:
    """Of "rejected the suggestion that ..." read as verb and object and as a cue of two words, only one.

    The cue of two words where a clause says what was suggested, the verb and its object where only a phrase does.
    """
    verbs = {c.draft.head for c in chosen if c.draft.shape.startswith("object")}
    carried = {c.draft.cue[0] for c in chosen if " with " in c.draft.shape and not c.draft.shape.startswith("noun preposition")}
    return [
        c for c in chosen
        if not (c.draft.head in verbs and c.draft.head in carried)
        and not (c.draft.shape.startswith("noun preposition with") and c.draft.cue[0] in verbs)
    ]  # fmt: skip


def without_echoes(chosen: list[Chosen]) -> list[Chosen]:
    """The claims without those that only repeat what a silence was asked: "comment on", "questions about"."""
    within = {i: c.draft.speaker for c in chosen if c.stance in SILENCES for a, b in (c.draft.cue, *c.content) for i in range(a, b + 1)}
    return [
        c for c in chosen
        if c.stance in SILENCES or c.draft.head not in within or c.draft.speaker not in (-1, within[c.draft.head])
    ]  # fmt: skip
