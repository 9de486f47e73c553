"""Report -> Reading: the layers in their order, in one plain table."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.metadata import version

import msgspec

from reportedly.formats import Received
from reportedly.knowledge.added import store
from reportedly.layers import actors, claims, disputes, events, places, relations, status, times
from reportedly.layers.base import Facts, Layer
from reportedly.model import Dispute, MadeBy, Problem, Reading
from reportedly.text import Parsed, parse
from reportedly.text.threads import one_thread

AHEAD = 2  # reports that are parsed before the first of them is read
PIPELINE: tuple[Layer, ...] = (
    times.LAYER,
    places.LAYER,
    actors.LAYER,
    claims.LAYER,
    disputes.LAYER,
    status.LAYER,
    events.LAYER,
    relations.LAYER,
)


class WiringError(Exception):
    """A layer needs facts that no layer before it gives, or two layers give the same."""


def check_wiring(layers: Iterable[Layer]) -> None:
    """WiringError unless every layer finds what it requires and no facts are given twice."""
    given: set[str] = set()
    for layer in layers:
        if missing := layer.requires - given:
            raise WiringError(f"the layer {layer.name!r} requires {', '.join(sorted(missing))}, which no layer before it provides")
        if twice := layer.provides & given:
            raise WiringError(f"the layer {layer.name!r} provides {', '.join(sorted(twice))}, which a layer before it provides already")
        given |= layer.provides


check_wiring(PIPELINE)


def read_reports(
    received: Iterable[Received], *, predicates: bool = False, fast: bool = False, layers: tuple[Layer, ...] = PIPELINE
) -> Iterator[Reading]:
    """One Reading a report, in order. With `predicates`, every clause head and its status is kept too; with `fast` rules alone read.

    ModelError where the language model cannot be loaded, KnowledgeError where what the user added cannot be; nothing else is
    raised, whatever the text.
    """
    store.fingerprint()  # here, where what is wrong with it is no fault of a layer
    pending: deque[Received] = deque()
    for parsed in _ahead(parse((r.report for r in _remember(received, pending)), fast=fast)):
        yield read_parsed(parsed, pending.popleft(), predicates=predicates, layers=layers)


def _ahead(reports: Iterable[Parsed]) -> Iterator[Parsed]:
    """The same reports; the encoder works in a thread of its own on those that come next. On two cores that saves a third of the time."""
    held: deque[Parsed] = deque()
    with ThreadPoolExecutor(1, "reportedly-encoder") as worker:
        for parsed in reports:
            held.append(parsed.ahead(worker))
            if len(held) > AHEAD:
                yield held.popleft()
        yield from held


def _remember(received: Iterable[Received], pending: deque[Received]) -> Iterator[Received]:
    for r in received:
        pending.append(r)
        yield r


def read_parsed(parsed: Parsed, received: Received, *, predicates: bool = False, layers: tuple[Layer, ...] = PIPELINE) -> Reading:
    """The Reading of one parsed report."""
    facts, failures = Facts(), list[Problem]()
    with one_thread():
        for layer in layers:
            try:
                facts = layer.run(parsed, facts)
            except Exception as e:
                failures.append(_failure(layer, e))
    return Reading(
        report=msgspec.structs.replace(parsed.report, language=parsed.report.language or ("en" if parsed.tokens else None)),
        actors=facts.actors,
        claims=facts.claims,
        events=facts.events,
        relations=facts.relations,
        times=facts.times,
        places=facts.places,
        disputes=tuple(_with_events(d, facts) for d in facts.disputes),
        problems=(*received.problems, *parsed.problems, *failures),
        made_by=_made_by(" + ".join(m for m in (parsed.model, parsed.encoder) if m), layers, store.fingerprint()),
        predicates=facts.predicates if predicates else msgspec.UNSET,
    )


def _failure(layer: Layer, error: Exception) -> Problem:
    """What a fault of ours costs this report; the other layers go on without the facts of this one."""
    told = f"The layer {layer.name!r} failed ({type(error).__name__}: {error}), so its facts are missing. Please report it with the text."
    return Problem(code="layer-failed", message=told)


def _with_events(dispute: Dispute, facts: Facts) -> Dispute:
    """The dispute with the events that its claims carry."""
    sides = set(dispute.claims)
    return msgspec.structs.replace(dispute, events=tuple(e.id for e in facts.events if sides & set(e.claims)))


@cache
def _made_by(model: str, layers: tuple[Layer, ...], added: str | None) -> MadeBy:
    versions = {layer.name: layer.version for layer in layers}
    return MadeBy(version=version("reportedly"), model=model, layers=versions, knowledge=added or msgspec.UNSET)
