"""`reportedly knowledge`: a user's own actors, read by every later `read`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.read import complain

if TYPE_CHECKING:
    from reportedly.knowledge.added.entry import Entry, Taken
    from reportedly.knowledge.added.store import Batch

MOST_TOLD = 10  # lines passed over that are told one by one

knowledge = typer.Typer(
    name="knowledge",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Your own actors, known to every later reading: who they are, for which country, in which role, from when to when.",
)

_FILE_HELP = "A table (CSV) with a column `name`, a PETRARCH actor dictionary, or a JSON extract from Wikidata."
_DUMP_HELP = "Dumps as download.geonames.org offers them: allCountries.zip, LY.zip, or their texts."
_NAME_HELP = "A file as `reportedly knowledge list` names it, or the name of one actor."


@knowledge.command("add")
def add(file: Annotated[Path, typer.Argument(metavar="FILE", help=_FILE_HELP)]) -> None:
    """Add the actors of a file; the same file again replaces what it gave before."""
    with _told():
        from reportedly.knowledge.added import take

        taken, batch = take.add(file)
    for line in _answer(taken, batch):
        _say(line)
    if not taken.entries:
        complain(f"no actor could be read from {file}, and nothing was added. Mend the lines named above and add it again.")
        raise typer.Exit(1)


@knowledge.command("list")
def list_(actors: Annotated[bool, typer.Option("--actors", help="Name the actors of each file too.")] = False) -> None:
    """List the files that were added, oldest first: what was added later wins."""
    with _told():
        from reportedly.knowledge.added import store

        added, folder = store.batches(), store.folder()
    for batch in added:
        _say(f"{batch.label}: {_count(batch.entries)}, {batch.format}, added {batch.added[:10]} from {batch.source}")
        for line in _actors(batch.entries) if actors else ():
            _say(f"  {line}")
    for line in store.made_of().splitlines():
        _say(f"places from {line.rpartition(' ')[0]}")
    _say(
        f"Kept in {folder}"
        if added or store.made_of()
        else f"Nothing was added to {folder}. Add a file with: reportedly knowledge add FILE"
    )


@knowledge.command("remove")
def remove(name: Annotated[str, typer.Argument(metavar="NAME", help=_NAME_HELP)]) -> None:
    """Remove what a file gave, or one actor."""
    with _told():
        told = _removed(name)
    if not told:
        complain(f"{name!r} is neither a file nor an actor that was added. See them with: reportedly knowledge list --actors")
        raise typer.Exit(1)
    _say(told)


@knowledge.command("places")
def places(
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE...", help=_DUMP_HELP)] = None,
    drop: Annotated[bool, typer.Option("--remove", help="Go back to the gazetteer that comes with reportedly.")] = False,
) -> None:
    """Make a larger gazetteer from GeoNames dumps that you have downloaded; it is used from then on."""
    if bool(files) == drop:
        complain("name the dumps to read, such as allCountries.zip, or say --remove.")
        raise typer.Exit(2)
    with _told():
        from reportedly.knowledge.added import places as own

        if drop:
            there = own.remove()
            _say("The gazetteer that comes with reportedly is used again." if there else "There was no other gazetteer.")
            return
        made = own.add(files or [])
    rows = "row that is none of a dump" if made.broken == 1 else "rows that are none of a dump"
    _say(f"{made.places:,} places added; {made.passed:,} rows passed over as known or of no use here, {made.broken:,} {rows}.")
    _say(f"Kept in {made.path}")


def _removed(name: str) -> str:
    """What was removed, "" for nothing. InputError where several files bear the name."""
    from reportedly.errors import InputError
    from reportedly.knowledge.added import store
    from reportedly.knowledge.naming import key

    meant = [b for b in store.batches() if name in (b.source, b.label)]
    if len(meant) > 1 and not any(b.source == name for b in meant):
        raise InputError(f"{len(meant)} files of that name were added. Give the whole path: {' or '.join(b.source for b in meant)}")
    if meant:
        store.remove_files(lambda b: b in meant)
        return f"{meant[0].label} was removed: {_count(meant[0].entries)}."
    count = store.remove_entries(lambda e: key(e.name) == key(name))
    return f"{name} was removed." if count else ""


def _answer(taken: Taken, batch: Batch) -> Iterator[str]:
    lines = f"{len(taken.skipped)} {'line' if len(taken.skipped) == 1 else 'lines'}"
    yield f"{batch.label} ({batch.format}): {_count(taken.entries)} read, {lines} passed over."
    yield from (f"  {note}" for note in taken.notes)
    yield from (f"  {skipped}" for skipped in taken.skipped[:MOST_TOLD])
    if (more := len(taken.skipped) - MOST_TOLD) > 0:
        yield f"  and {more} more"


def _count(entries: Iterable[Entry]) -> str:
    """How many actors, each counted once however many terms it has."""
    names = {(e.kind == "person", e.name) for e in entries}
    people = sum(person for person, _ in names)
    return f"{len(names)} {'actor' if len(names) == 1 else 'actors'} ({people} {'person' if people == 1 else 'persons'})"


def _actors(entries: Iterable[Entry]) -> Iterator[str]:
    for e in entries:
        days = f"{e.start or ''} to {e.end or ''}".strip() if e.start or e.end else ""
        yield " · ".join(w for w in (e.name, str(e.kind), e.country or "", " ".join(e.roles), e.office, days) if w)


def _say(line: str) -> None:
    """Print a line; nothing in an added file can steer the terminal."""
    typer.echo("".join(c if c.isprintable() else " " for c in line))


@contextmanager
def _told() -> Iterator[None]:
    """Say what went wrong and exit: 1 where a file cannot be read, 2 where the folder cannot be."""
    from reportedly.errors import InputError, ReportedlyError

    try:
        yield
    except ReportedlyError as error:
        complain(str(error))
        raise typer.Exit(1 if isinstance(error, InputError) else 2) from error
