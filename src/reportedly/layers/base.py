"""What a layer is: a named function from a parsed report and the facts so far to more facts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from reportedly.model import Actor, Claim, Dispute, Event, Mention, Place, Predicate, Record, Relation, Span, Time
from reportedly.text import Parsed


class Facts(Record, frozen=True, kw_only=True, dict=True, gc=True):
    """What the layers have found so far; `msgspec.structs.replace(facts, claims=...)` adds to it."""

    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    def actor(self, actor_id: str | None) -> Actor | None:
        """The actor of that id."""
        return self._by_id.get(actor_id or "")

    def claim(self, claim_id: str | None) -> Claim | None:
        """The claim of that id."""
        return self._claims_by_id.get(claim_id or "")

    def mention_at(self, offset: int) -> tuple[Actor, Mention] | None:
        """The innermost mention that covers a received offset, with its actor."""
        best: tuple[Actor, Mention] | None = None
        starts, rows = self._mentions
        for k in range(bisect_right(starts, offset) - 1, max(-1, bisect_right(starts, offset) - 12), -1):
            actor, m = rows[k]
            if offset < m.end and (best is None or m.end - m.start < best[1].end - best[1].start):
                best = (actor, m)
        return best

    def mentions_in(self, span: Span) -> list[tuple[Actor, Mention]]:
        """The mentions that begin within a span, in reading order."""
        starts, rows = self._mentions
        first = bisect_right(starts, span.start - 1)
        return [rows[k] for k in range(first, bisect_right(starts, span.end - 1)) if rows[k][1].end <= span.end]

    @cached_property
    def _by_id(self) -> dict[str, Actor]:
        return {a.id: a for a in self.actors}

    @cached_property
    def _claims_by_id(self) -> dict[str, Claim]:
        return {c.id: c for c in self.claims}

    @cached_property
    def _mentions(self) -> tuple[list[int], list[tuple[Actor, Mention]]]:
        rows = sorted(((a, m) for a in self.actors for m in a.mentions), key=lambda row: (row[1].start, -row[1].end))
        return [m.start for _, m in rows], rows


class Layer(Record, frozen=True, kw_only=True):
    """One stage: what it is called, what facts it needs, what it gives, and the function that does it."""

    name: str
    version: str
    requires: frozenset[str]
    provides: frozenset[str]
    run: Callable[[Parsed, Facts], Facts]
