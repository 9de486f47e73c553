"""The sets from which the encoder learns who actors are: our own passages with marked actors, and pairs of places and governments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotated import Acting, Annotated, report_of, spans_of

from corpus import actors, pairs


def actor_sets() -> Iterator[Annotated]:
    """All of them."""
    for n, passage in enumerate(actors.all_passages()):
        acting = [Acting(a.mentions, a.country, a.roles) for a in passage.actors]
        states = {s for a in passage.actors if a.kind == "country" for s in a.mentions}
        uses = [((s, e), False) for s, e in sorted(states) if passage.text[s].isupper() and "'" not in passage.text[s:e]]
        yield Annotated(report_of(f"actors-{n:04}", passage.text), actors=acting, uses=uses)
    for n, m in enumerate(pairs.metonyms()):
        for text, literal in ((m.place, True), (m.actor, False)):
            at = text.index(m.name)
            yield Annotated(report_of(f"metonyms-{n:04}", text), uses=[((at, at + len(m.name)), literal)])


def of_report(gold: dict[str, Any]) -> tuple[list[Acting], list[tuple[tuple[int, int], bool]]]:
    """The actors of one of our own reports, and the names of places that are meant as such or as governments."""
    acting = [
        Acting([s for m in a["mentions"] for s in spans_of(m["spans"])], a.get("country"), a.get("roles") or []) for a in gold["actors"]
    ]
    uses = [(s, p["use"] == "literal") for p in gold.get("places") or [] for s in spans_of(p["at_spans"])]
    return acting, uses
