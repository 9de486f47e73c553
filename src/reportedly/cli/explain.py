"""`reportedly explain`: why a reading says what it says."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.read import as_day, complain

if TYPE_CHECKING:
    from reportedly.explaining import Explanation, Fact
    from reportedly.model import Reading
    from reportedly.text.notes import Notes

WIDTH = 100  # columns
MOST_NAMED = 20  # reports that an error names

_FACT_HELP = "What to explain: e1, c2, d1, r1, a3, p4 or t5. Without it, everything that can be explained is listed."
_REPORT_HELP = "Which report, by its id, where the file holds several."


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file with a report; - is standard input.")],
    fact: Annotated[str | None, typer.Argument(metavar="ID", help=_FACT_HELP)] = None,
    report: Annotated[str | None, typer.Option("--report", metavar="ID", help=_REPORT_HELP)] = None,
    published: Annotated[date | None, typer.Option(parser=as_day, metavar="DATE", help="Date of a report that states none.")] = None,
    fast: Annotated[bool, typer.Option("--fast", help="Leave the encoder out, as `read --fast` does.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the reasons as JSON.")] = False,
) -> None:
    """Say why: the words, rules, weights and other candidates behind one event, claim, dispute, relation, actor, place or time."""
    from reportedly.errors import ReportedlyError

    try:
        reading, notes = _chosen(file, report, published, fast)
        lines = _list(reading) if fact is None else _explained(reading, notes, fact, as_json)
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        for line in lines:
            typer.echo(line)
    except ReportedlyError as e:
        complain(str(e))
        raise typer.Exit(2) from e


def _chosen(file: str, report: str | None, published: date | None, fast: bool) -> tuple[Reading, Notes]:
    """The one report that is meant. InputError where there is none, or several and none was named."""
    from reportedly.api import open_source
    from reportedly.errors import InputError
    from reportedly.explaining import read_noting

    found = list(open_source(sys.stdin.buffer.read() if file == "-" else Path(file), published))
    named = [r for r in found if report is None or r.report.id == report]
    if not named:
        raise InputError(f"{file} holds no report {report!r}. It holds {_ids(r.report.id for r in found)}.")
    if len(named) > 1:
        raise InputError(f"{file} holds {len(named)} reports. Name one with --report: {_ids(r.report.id for r in named)}.")
    return next(read_noting(named, fast=fast))


def _ids(names: Iterator[str]) -> str:
    known = list(names)
    return ", ".join(known[:MOST_NAMED]) + (f" and {len(known) - MOST_NAMED} more" if len(known) > MOST_NAMED else "")


def _list(reading: Reading) -> Iterator[str]:
    from reportedly.explaining import facts

    return (f"{fact.id:>5}  {_title(reading, fact)}" for fact in facts(reading))


def _explained(reading: Reading, notes: Notes, fact: str, as_json: bool) -> Iterator[str]:
    from reportedly.explaining import explain as explained

    found = explained(reading, notes, fact)
    if as_json:
        import msgspec

        yield msgspec.json.format(msgspec.json.encode(found), indent=2).decode()
        return
    yield from _told(reading, found)


def _told(reading: Reading, found: Explanation) -> Iterator[str]:
    """The fact, and then each reason under what it is about."""
    from textwrap import wrap

    from reportedly.exports.phrases import clean

    yield from wrap(f"{found.fact.id}  {_title(reading, found.fact)}", WIDTH, subsequent_indent="    ")
    about = None
    for reason in found.reasons:
        if reason.about != about:
            about = reason.about
            yield f"\n{about}"
        yield from wrap(clean(f"{reason.word}: {reason.because}"), WIDTH, initial_indent="  ", subsequent_indent="      ")
    if not found.reasons:
        yield "  The layers took no note of it: it follows from the facts it names."


def _title(reading: Reading, fact: Fact) -> str:
    """A fact in one line."""
    from reportedly.exports import phrases as say
    from reportedly.exports.verbs import colon, verb
    from reportedly.model import Actor, Claim, Dispute, Event, Relation, Time

    match fact:
        case Event():
            one, other = say.sides(reading, fact)
            return f"{one}{' → ' if other else ''}{other} [{say.deed(fact)}], {fact.status}: “{say.clip(fact.evidence.text)}”"
        case Claim():
            return f"{say.source(reading, fact)} {verb(fact)}{colon(fact)} {say.clip(fact.content.text)} ({say.sourcing(fact)})"
        case Dispute():
            return f"{fact.kind}: {', '.join(fact.claims)}; about: {say.clip(fact.about)}"
        case Relation():
            one, other = say.sides(reading, fact)
            return f"{one} {fact.type} {other}, {fact.status}: “{say.clip(fact.evidence.text)}”"
        case Actor():
            told = (say.clip(fact.name), fact.kind, say.introduction(fact), say.tally(len(fact.mentions), "mention"))
            return " · ".join(w for w in told if w)
        case Time():
            return f"“{say.clip(fact.text)}”: {fact.type} {fact.value}" + (f", {fact.start} to {fact.end}" if fact.start else "")
        case _:
            where = f"{fact.lat:.2f}, {fact.lon:.2f}" if fact.lat is not None and fact.lon is not None else "not on the map"
            known = ", ".join(w for w in (fact.country, fact.feature, where) if w)
            return f"“{say.clip(fact.text)}”: {say.clip(fact.name)} ({known}), {fact.use}"
