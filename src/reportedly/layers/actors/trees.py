"""A sentence under other governors: its tokens with what follows from them for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from reportedly.text.parsed import Token


def governed(words: Sequence[Token], head: Mapping[int, int], dep: Mapping[int, str]) -> list[Token]:
    """The tokens of a sentence with governors and labels as given, by index, and as they were where none is given."""
    heads = {t.i: head.get(t.i, t.head) for t in words}
    kids: dict[int, list[int]] = {k: [] for k in heads}
    for k, above in heads.items():
        if above != k:
            kids[above].append(k)
    edges = {k: _edges(k, kids) for k in heads}
    return [
        replace(t, head=heads[t.i], dep=dep.get(t.i, t.dep), kids=tuple(kids[t.i]), left=edges[t.i][0], right=edges[t.i][1]) for t in words
    ]


def _edges(top: int, kids: Mapping[int, list[int]]) -> tuple[int, int]:
    """The first and the last token under one, itself included."""
    below, waiting = {top}, [top]
    while waiting:
        new = [k for k in kids[waiting.pop()] if k not in below]
        below.update(new)
        waiting += new
    return min(below), max(below)
