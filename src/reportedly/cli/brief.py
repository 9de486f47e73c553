"""The brief: what a person reads in the terminal."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from itertools import groupby
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.exports import phrases as say
from reportedly.exports.figures import figures
from reportedly.exports.verbs import colon, verb
from reportedly.model import SILENCES, Claim, DisputeKind, Event, Reading, Relation, Stance, Status

PAGE_WIDTH = 110  # columns where no terminal tells its width
WIDEST = 140  # longer lines are hard to read
MOST_ACTORS = 24  # beyond so many, actors mentioned once are only counted

_STANCE_STYLE = {Stance.DENIES: "bold red", Stance.ASSERTS: "green", Stance.RELAYS: "green"} | dict.fromkeys(SILENCES, "yellow")
_STATUS_STYLE = {Status.HAPPENED: "green", Status.ONGOING: "green", Status.DENIED: "red", Status.DID_NOT_HAPPEN: "red"}


def brief(reading: Reading, stream: TextIO | None = None) -> str:
    """The brief of one Reading, coloured where `stream` is a terminal."""
    terminal = stream is not None and stream.isatty()
    width = min(shutil.get_terminal_size((PAGE_WIDTH, 24)).columns, WIDEST) if terminal else PAGE_WIDTH
    return render(reading, width, colour=terminal)


def render(reading: Reading, width: int, *, colour: bool) -> str:
    """The brief of one Reading, so many columns wide."""
    sink = io.StringIO()
    console = Console(
        file=sink, width=width, force_terminal=colour, color_system="auto" if colour else None, highlight=False, emoji=False, markup=False
    )
    _head(console, reading)
    parts = {
        "Events": _events(reading, width),
        "Disputes": _disputes(reading),
        "Claims": _claims(reading),
        "Relations": _relations(reading),
        "Actors": _actors(reading),
        "Problems": _problems(reading),
    }
    for title, rows in parts.items():
        if rows.row_count:
            console.print(_text(f"\n{title}", "bold"))
            console.print(Padding(rows, (0, 0, 0, 2)))
    if not any(rows.row_count for rows in parts.values()):
        console.print("\nNo claim, event, relation or actor was found in this report.")
    console.print()
    return sink.getvalue() if colour else "\n".join(line.rstrip() for line in sink.getvalue().split("\n"))


def _text(words: str, style: str = "") -> Text:
    """Words as they may reach a terminal: nothing in a report can steer it."""
    return Text("\n".join(say.clean(line) for line in words.split("\n")), style=style)


def _line(*parts: tuple[str, str] | str) -> Text:
    """Words, each with its style, with a space between."""
    pairs = [p if isinstance(p, tuple) else (p, "") for p in parts]
    return Text(" ").join(_text(words, style) for words, style in pairs if words)


def _stack(*lines: Text) -> Text:
    return Text("\n").join(line for line in lines if line)


def _head(console: Console, reading: Reading) -> None:
    report = reading.report
    console.print(_text(say.heading(report), "bold"))
    if report.subheadline:
        console.print(_text(report.subheadline, "italic"))
    console.print(_text(say.imprint(report), "dim"))


def _table(*columns: int) -> Table:
    """A table without lines, its columns at least so wide; the last takes the rest of the width."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    for n, width in enumerate(columns):
        last = n == len(columns) - 1
        table.add_column(ratio=1 if last else None, min_width=width or None, overflow="fold", no_wrap=not last)
    return table


def _events(reading: Reading, width: int) -> Table:
    """When, the status, and then who did what to whom, the words that say so, and on whose word."""
    table = _table(0, 0, 0)
    for when, events in groupby(say.in_time_order(reading), key=say.when):
        for n, e in enumerate(events):
            status = _text(f"{say.STATUS_SIGN[e.status]} {e.status}", _STATUS_STYLE.get(e.status, "yellow"))
            table.add_row(_text((when or "no day given") if n == 0 else "", "bold" if when else "dim"), status, _event(reading, e, width))
    return table


def _event(reading: Reading, event: Event, width: int) -> Text:
    one, other = say.sides(reading, event)
    before, word, after = say.excerpt(event, max(int(1.6 * (width - 40)), 90))
    words = Text.assemble((before, ""), (word, "underline"), (after, ""))
    notes = [f"according to {say.voices(reading, event)}" if event.claims else "", figures(event), say.undated(reading, event)]
    return _stack(
        _line((f"{one} → {other}" if other else one, "bold"), (f"[{say.deed(event)}]", "cyan")),
        words,
        _text(" · ".join(n for n in notes if n), "dim"),
    )


def _disputes(reading: Reading) -> Table:
    """What is claimed, and under it who denies it, contradicts it or would not answer."""
    table = _table(0, 0)
    for quarrel in say.quarrels(reading):
        for c in quarrel.claims:
            table.add_row(_text(c.id, "dim"), _told(reading, c))
        if not quarrel.claims:
            table.add_row(Text(""), Text("asked, without an answer", style="dim"))
        for kind, c in quarrel.answers:
            table.add_row(_text(c.id, "dim"), Padding(_answer(reading, kind, c), (0, 0, 0, 2)))
    return table


def _answer(reading: Reading, kind: DisputeKind, claim: Claim) -> Text:
    sign = Text(say.DISPUTE_SIGN[kind], style="yellow" if kind == DisputeKind.UNANSWERED else "bold red")
    return Text(" ").join([sign, *([Text("but")] if kind == DisputeKind.CONTRADICTS else []), _told(reading, claim)])


def _told(reading: Reading, claim: Claim) -> Text:
    """One sentence: who said what."""
    return Text.assemble(
        (say.source(reading, claim), "bold"),
        " ",
        (verb(claim), _STANCE_STYLE.get(claim.stance, "cyan")),
        colon(claim),
        " ",
        say.clip(claim.content.text, 240),
    )


def _claims(reading: Reading) -> Table:
    """Who said it and how it is sourced, and below what was said; nested claims are set in."""
    table = _table(0, 0)
    depth = say.depths(reading)
    for c in reading.claims:
        table.add_row(_text(c.id, "dim"), Padding(_claim(reading, c, nested=depth[c.id] > 0), (0, 0, 0, 3 * min(depth[c.id], 4))))
    return table


def _claim(reading: Reading, claim: Claim, *, nested: bool) -> Text:
    sourcing = Text(f"({say.sourcing(claim)})", style="magenta" if claim.source.anonymous else "dim")
    head = _line(
        "↳" if nested else "",
        (say.source(reading, claim), "bold"),
        (say.STANCE_SIGN.get(claim.stance, ""), _STANCE_STYLE.get(claim.stance, "")),
    )
    did = _text(verb(claim), _STANCE_STYLE.get(claim.stance, "cyan"))
    return _stack(
        Text(" ").join((head, did, sourcing)), _text(say.clip(claim.content.text, 280), "dim" if claim.stance in SILENCES else "")
    )


def _relations(reading: Reading) -> Table:
    table = _table(0)
    for r in reading.relations:
        one, other = say.sides(reading, r)
        table.add_row(_line((one, "bold"), (str(r.type), "cyan"), (other, "bold"), *_notes(r)))
    return table


def _notes(relation: Relation) -> Iterator[tuple[str, str]]:
    """The status where the tie is not simply there, until when it was, and the words that say so."""
    if relation.status not in (Status.HAPPENED, Status.ONGOING):
        yield f"{say.STATUS_SIGN[relation.status]} {relation.status}", _STATUS_STYLE.get(relation.status, "yellow")
    if relation.end:
        yield f"until {relation.end}", "yellow"
    yield f"“{say.clip(relation.evidence.text, 90)}”", "dim"


def _actors(reading: Reading) -> Table:
    shown = sorted(reading.actors, key=lambda a: -len(a.mentions))
    if len(shown) > MOST_ACTORS:
        shown = [a for a in shown if len(a.mentions) > 1] or shown
    table = _table(0, 0)
    for a in shown:
        table.add_row(
            _text(f"×{len(a.mentions)}", "dim"),
            _line((a.name, "bold"), (" · ".join(w for w in (f"· {a.kind}", say.introduction(a)) if w), "dim")),
        )
    if left := len(reading.actors) - len(shown):
        table.add_row(Text(""), _text(f"and {left} more, each mentioned once", "dim"))
    return table


def _problems(reading: Reading) -> Table:
    table = _table(0, 0)
    for p in reading.problems:
        table.add_row(_text(p.code, "yellow"), _text(p.message))
    return table
