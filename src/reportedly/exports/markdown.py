"""A Reading as Markdown: the brief for notes and tickets. Text from the report is escaped, so it can never become markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.exports import phrases as say
from reportedly.exports.figures import figures
from reportedly.exports.verbs import colon, verb
from reportedly.model import Claim, PlaceUse, Reading

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~!&$^]|:(?=//)|@|(?<=www)\.")  # with what GitHub adds: links, footnotes, formulas, mentions
_OPENER = re.compile(r"(?:[-+]|\d{1,9}[.)])(?=\s|$)|-{2,}|=+")  # what makes a list or a rule where it opens a line


def markdown(reading: Reading) -> str:
    """The Reading as one Markdown document, ended by a line break."""
    parts = (_head, _events, _disputes, _claims, _relations, _actors, _places, _problems)
    return "\n".join(line for part in parts for line in part(reading)) + "\n"


def plain(words: str) -> str:
    """Words on one line with every mark of Markdown escaped."""
    line = _MARKUP.sub(r"\\\g<0>", say.clean(words))
    opener = _OPENER.match(line)
    return f"{line[: opener.end() - 1]}\\{line[opener.end() - 1 :]}" if opener else line


def _head(reading: Reading) -> Iterator[str]:
    yield f"# {plain(say.heading(reading.report))}"
    if reading.report.subheadline:
        yield f"\n*{plain(reading.report.subheadline)}*"
    yield f"\n{plain(say.imprint(reading.report))}"


def _table(title: str, columns: str, rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    if not rows:
        return
    names = columns.split("|")
    yield f"\n## {title}\n"
    yield "| " + " | ".join(names) + " |"
    yield "|" + " --- |" * len(names)
    for row in rows:
        yield "| " + " | ".join(plain(cell) for cell in row) + " |"


def _events(reading: Reading) -> Iterator[str]:
    rows = [
        (
            say.when(e),
            f"{say.STATUS_SIGN[e.status]} {e.status}",
            say.deed(e),
            e.cameo or "",
            *say.sides(reading, e),
            figures(e),
            say.voices(reading, e),
            say.clip(e.evidence.text),
        )
        for e in say.in_time_order(reading)
    ]
    yield from _table("Events", "when|status|type|CAMEO|actor|recipient|figures|according to|evidence", rows)


def _disputes(reading: Reading) -> Iterator[str]:
    """Each disputed claim, and under it the answers to it."""
    if reading.disputes:
        yield "\n## Disputes\n"
    for quarrel in say.quarrels(reading):
        yield from (f"- {_told(reading, c)}" for c in quarrel.claims)
        if not quarrel.claims:
            yield "- asked, without an answer"
        yield from (f"  - *{kind}* {_told(reading, c)}" for kind, c in quarrel.answers)


def _told(reading: Reading, claim: Claim) -> str:
    return f"**{plain(say.source(reading, claim))}** {plain(verb(claim))}{colon(claim)} {plain(claim.content.text)} ({plain(claim.id)})"


def _claims(reading: Reading) -> Iterator[str]:
    rows = [(c.id, c.via or "", say.source(reading, c), say.sourcing(c), verb(c), c.content.text) for c in reading.claims]
    yield from _table("Claims", "id|within|source|sourcing|stance|content", rows)


def _relations(reading: Reading) -> Iterator[str]:
    rows = [(*_ends(reading, n), r.status, say.voices(reading, r), r.evidence.text) for n, r in enumerate(reading.relations)]
    yield from _table("Relations", "subject|relation|object|status|according to|evidence", rows)


def _ends(reading: Reading, number: int) -> tuple[str, str, str]:
    relation = reading.relations[number]
    one, other = say.sides(reading, relation)
    return one, relation.type, other


def _actors(reading: Reading) -> Iterator[str]:
    rows = [(a.name, a.kind, a.country or "", " ".join(a.roles), a.description or "", str(len(a.mentions))) for a in reading.actors]
    yield from _table("Actors", "name|kind|country|roles|description|mentions", rows)


def _places(reading: Reading) -> Iterator[str]:
    rows = [
        (p.name, p.country or "", f"{p.lat:.2f}, {p.lon:.2f}" if p.lat is not None and p.lon is not None else "", p.text)
        for p in reading.places
        if p.use == PlaceUse.LITERAL
    ]
    yield from _table("Places", "name|country|latitude, longitude|words", rows)


def _problems(reading: Reading) -> Iterator[str]:
    yield from _table("Problems", "code|message", [(p.code, p.message) for p in reading.problems])
