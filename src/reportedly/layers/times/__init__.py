"""The times of a report: dates, times of day, durations and sets, with their TIMEX3 values and the days they cover.

Relative times are counted from the day of publication. In a history, which names many years and hardly a "today" or "Monday", bare
dates are counted from the date last spoken of. Without a day of publication values stay partial ("XXXX-03-05") unless a full date
stands near the head.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from reportedly.layers.base import Facts, Layer
from reportedly.layers.times.anchors import day_at_head, is_history, tense_at
from reportedly.layers.times.builders import build
from reportedly.layers.times.expressions import Duration, Expression, Fixed, Repeated
from reportedly.layers.times.grammar import matches
from reportedly.layers.times.joining import joined
from reportedly.layers.times.lexicon import spell
from reportedly.layers.times.resolving import Resolver
from reportedly.layers.times.tails import with_tails
from reportedly.model import Time, words_of
from reportedly.text import Parsed


def expressions(parsed: Parsed) -> list[Expression]:
    """The time expressions of a report in reading order, not yet tied to a calendar."""
    spelling = spell(parsed)
    found = matches(spelling, lambda match: build(parsed, match, spelling.phrases))
    return with_tails(parsed, joined(parsed, found))


def _times(parsed: Parsed) -> Iterator[Time]:
    found = expressions(parsed)
    published = parsed.report.published
    history = is_history(found)
    anchor = published or (None if history else day_at_head(parsed, found))
    resolver = Resolver(parsed, anchor, history)
    for e in found:
        value = resolver.resolve(e)
        if value is None:
            continue
        words = parsed.words((e.first, e.last)) if e.span is None else words_of(parsed.text, e.span)
        if parsed.notes is not None:
            parsed.notes.add(words.spans[0].start, "time", _reason(parsed, e, anchor, history))
        yield Time(
            id="", spans=words.spans, text=words.text, type=value.type, value=value.value, start=value.start, end=value.end
        )  # fmt: skip


def _reason(parsed: Parsed, e: Expression, anchor: date | None, history: bool) -> str:
    """How an expression was read and what it was counted from."""
    said = ", ".join(f"{name} {value}" for name, value in e.meaning._asdict().items() if value is not None)
    tense = tense_at(parsed, parsed.tokens[e.first])
    counted = (
        "the date last spoken of, since the report is a history" if history
        else f"{anchor}, the day of publication" if anchor and anchor == parsed.report.published
        else f"{anchor}, the full date at the head of the report" if anchor
        else "no day: the report tells none"
    )  # fmt: skip
    within = " within a longer expression" if e.scope is not None else ""
    if isinstance(e.meaning, Repeated | Fixed) or (isinstance(e.meaning, Duration) and not e.meaning.sign):
        return f"read as {type(e.meaning).__name__.lower()} ({said})"
    return f"read as {type(e.meaning).__name__.lower()} ({said}){within}; counted from {counted}; tense of its clause: {tense.value}"


def _run(parsed: Parsed, facts: Facts) -> Facts:
    times = tuple(msgspec.structs.replace(t, id=f"t{n}") for n, t in enumerate(_times(parsed), 1))
    return msgspec.structs.replace(facts, times=times)


LAYER = Layer(name="times", version="1", requires=frozenset(), provides=frozenset({"times"}), run=_run)
