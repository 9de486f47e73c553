"""A Reading as Markdown: the brief for notes and tickets. Text from the report is escaped, so it can never become markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.exports import phrases as say
from reportedly.model import Reading

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def markdown(reading: Reading) -> str:
    """The Reading as one Markdown document, ended by a line break."""
    return "\n".join([*_head(reading), *_claims(reading), *_disputes(reading), *_events(reading), *_relations(reading), *_problems(reading), ""])


def plain(words: str) -> str:
    """Words on one line with every mark of Markdown escaped."""
    return _MARKUP.sub(r"\\\1", " ".join(words.split()))


def _head(reading: Reading) -> Iterator[str]:
    yield f"# {plain(say.heading(reading.report))}"
    if reading.report.subheadline:
        yield f"\n*{plain(reading.report.subheadline)}*"
    yield f"\n{plain(say.imprint(reading.report))}"


def _table(title: str, columns: str, rows: list[tuple[str, ...]]) -> Iterator[str]:
    if not rows:
        return
    names = columns.split("|")
    yield f"\n## {title}\n"
    yield "| " + " | ".join(names) + " |"
    yield "|" + " --- |" * len(names)
    for row in rows:
        yield "| " + " | ".join(plain(cell) for cell in row) + " |"


def _claims(reading: Reading) -> Iterator[str]:
    rows = [(c.id + (f" via {c.via}" if c.via else ""), say.source(reading, c), c.source.kind, say.STANCE_VERB[c.stance], c.content.text) for c in reading.claims]
    yield from _table("Claims", "id|source|kind|stance|content", rows)


def _disputes(reading: Reading) -> Iterator[str]:
    yield from _table("Disputes", "kind|claims|about", [(d.kind, ", ".join(d.claims), d.about) for d in reading.disputes])


def _events(reading: Reading) -> Iterator[str]:
    rows = [
        (say.when(e), e.status, say.deed(e), e.cameo or "", say.side(reading, e.actor), say.side(reading, e.recipient), say.voices(reading, e), say.clip(e.evidence.text))
        for e in say.in_time_order(reading)
    ]
    yield from _table("Events", "when|status|type|CAMEO|actor|recipient|according to|evidence", rows)


def _relations(reading: Reading) -> Iterator[str]:
    rows = [(say.side(reading, r.subject), r.type, say.side(reading, r.object), r.status, r.evidence.text) for r in reading.relations]
    yield from _table("Relations", "subject|relation|object|status|evidence", rows)


def _problems(reading: Reading) -> Iterator[str]:
    yield from _table("Problems", "code|message", [(p.code, p.message) for p in reading.problems])
