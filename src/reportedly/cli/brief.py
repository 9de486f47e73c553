"""The brief: what a person reads in the terminal."""

from __future__ import annotations

import io
import shutil
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.exports import phrases as say
from reportedly.model import SILENCES, Claim, Dispute, Reading, Stance, Status

PAGE_WIDTH = 110  # columns where no terminal tells its width
MOST_ACTORS = 24  # actors mentioned once are left out beyond this many

_STANCE_STYLE = {Stance.DENIES: "bold red", Stance.ASSERTS: "green"} | dict.fromkeys(SILENCES, "yellow")
_STATUS_STYLE = {Status.HAPPENED: "green", Status.ONGOING: "green", Status.DENIED: "red", Status.DID_NOT_HAPPEN: "red"}


def brief(reading: Reading, stream: TextIO | None = None) -> str:
    """The brief of one Reading, coloured where `stream` is a terminal."""
    terminal = stream is not None and stream.isatty()
    width = min(shutil.get_terminal_size((PAGE_WIDTH, 24)).columns, 140) if terminal else PAGE_WIDTH
    sink = io.StringIO()
    console = Console(file=sink, width=width, force_terminal=terminal, color_system="auto" if terminal else None, highlight=False, emoji=False, markup=False)
    _head(console, reading)
    for title, rows in (
        ("Actors", _actors(reading)), ("Claims", _claims(reading)), ("Disputes", _disputes(reading)), ("Events", _events(reading)),
        ("Relations", _relations(reading)), ("Problems", _problems(reading)),
    ):  # fmt: skip
        if rows is not None and rows.row_count:
            console.print(Text(f"\n{title}", style="bold"))
            console.print(Padding(rows, (0, 0, 0, 2)))
    console.print()
    return sink.getvalue() if terminal else "\n".join(line.rstrip() for line in sink.getvalue().split("\n"))


def _head(console: Console, reading: Reading) -> None:
    report = reading.report
    console.print(Text(say.heading(report), style="bold"))
    if report.subheadline:
        console.print(Text(report.subheadline, style="italic"))
    console.print(Text(say.imprint(report), style="dim"))


def _table(*ratios: int | None) -> Table:
    """A table without lines; a column with a ratio takes its share of the width, others what they need."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), expand=any(ratios))
    for ratio in ratios:
        table.add_column(ratio=ratio, overflow="fold")
    return table


def _actors(reading: Reading) -> Table:
    table = _table(2, None, 3, None)
    shown = reading.actors
    if len(shown) > MOST_ACTORS:
        shown = tuple(a for a in shown if len(a.mentions) > 1) or shown
    for a in shown:
        table.add_row(Text(a.name), Text(a.kind, style="dim"), Text(say.introduction(a), style="dim"), Text(f"×{len(a.mentions)}", style="dim"))
    if left := len(reading.actors) - len(shown):
        table.add_row(Text(f"and {left} more, each mentioned once", style="dim"))
    return table


def _claims(reading: Reading) -> Table:
    table = _table(None, 3, None, 6)
    depth: dict[str, int] = {}
    for c in reading.claims:
        depth[c.id] = depth.get(c.via or "", -1) + 1
        who = Text("  " * depth[c.id] + ("↳ " if depth[c.id] else "") + say.source(reading, c))
        who.append(f"\n{'  ' * depth[c.id]}{c.source.kind}", style="dim")
        table.add_row(Text(c.id, style="dim"), who, Text(say.STANCE_VERB[c.stance], style=_STANCE_STYLE.get(c.stance, "cyan")), _said(c))
    return table


def _said(claim: Claim) -> Text:
    """The content; after a silence, what was asked."""
    return Text(say.clip(claim.content.text, 240), style="dim" if claim.stance in SILENCES else "")


def _disputes(reading: Reading) -> Table:
    table = _table(None, 1)
    by_id = {c.id: c for c in reading.claims}
    for d in reading.disputes:
        table.add_row(Text(d.kind, style="bold red" if d.kind == "denies" else "yellow"), _dispute(reading, d, by_id))
    return table


def _dispute(reading: Reading, dispute: Dispute, by_id: dict[str, Claim]) -> Text:
    lines = [f"over {say.clip(dispute.about, 120)}"]
    lines += [f"{c.id}  {say.source(reading, c)} {say.STANCE_VERB[c.stance]}: {say.clip(c.content.text)}" for i in dispute.claims if (c := by_id.get(i))]
    return Text("\n".join(lines))


def _events(reading: Reading) -> Table:
    table = _table(None, None, None, 3, 3)
    for e in say.in_time_order(reading):
        status = Text(f"{say.STATUS_SIGN[e.status]} {e.status}", style=_STATUS_STYLE.get(e.status, "yellow"))
        sides = say.side(reading, e.actor) or "?"
        if e.recipient is not None:
            sides += f" → {say.side(reading, e.recipient)}"
        what = Text(say.clip(e.evidence.text, 140))
        if note := " · ".join(p for p in (say.figures(e), f"says {say.voices(reading, e)}" if e.claims else "") if p):
            what.append(f"\n{note}", style="dim")
        table.add_row(Text(say.when(e), style="dim"), status, Text(say.deed(e)), Text(sides), what)
    return table


def _relations(reading: Reading) -> Table:
    table = _table(2, None, 2, 3)
    for r in reading.relations:
        verb = Text(str(r.type) if r.status == Status.HAPPENED or r.status == Status.ONGOING else f"{r.type} ({r.status})", style="cyan")
        table.add_row(Text(say.side(reading, r.subject)), verb, Text(say.side(reading, r.object)), Text(say.clip(r.evidence.text, 100), style="dim"))
    return table


def _problems(reading: Reading) -> Table:
    table = _table(None, 1)
    for p in reading.problems:
        table.add_row(Text(p.code, style="yellow"), Text(p.message))
    return table
