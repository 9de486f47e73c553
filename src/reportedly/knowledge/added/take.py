"""Files of a user's own actors: which format one has, what it holds, and keeping it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from reportedly.errors import InputError
from reportedly.formats.decode import decode
from reportedly.knowledge.added import petrarch, sheets, store, wikidata
from reportedly.knowledge.added.entry import Entry, Taken
from reportedly.knowledge.naming import key
from reportedly.model import ActorKind, Record

LARGEST = 200_000_000  # bytes: more is a dump of Wikidata, whose actors would slow every report; an extract is meant


class Format(Record, frozen=True, kw_only=True):
    """One way to write actors down, told by what stands in the file."""

    name: str
    sniff: Callable[[str], bool]
    read: Callable[[str, str], Taken]


FORMATS = (
    Format(name="Wikidata extract", sniff=wikidata.sniff, read=wikidata.read),
    Format(name="table", sniff=sheets.sniff, read=sheets.read),
    Format(name="PETRARCH dictionary", sniff=petrarch.sniff, read=petrarch.read),
)


def take(path: Path) -> tuple[Taken, store.Batch]:
    """What a file holds, and what is to be kept of it. InputError where it cannot be read, or its format is unknown."""
    raw = _bytes(path)
    decoded = decode(raw, path.name, "A table, a PETRARCH dictionary or JSON is expected.")
    text = decoded.text
    if not text.strip():
        raise InputError(f"{path} is empty. Name a file that holds actors.")
    found = next((f for f in FORMATS if f.sniff(text.removeprefix("\ufeff"))), None)
    if found is None:
        raise InputError(
            f"{path} has no format that is known: it is no table with a column `name`, no PETRARCH dictionary with codes in brackets, "
            f"and no JSON of Wikidata. See docs/how-to/own-actors.md."
        )
    taken = found.read(text.removeprefix("\ufeff"), path.name)
    entries, mixed = timeless(taken.entries)
    notes = (*(p.message for p in decoded.problems), *taken.notes, *((_MIXED.format(mixed),) if mixed else ()))
    batch = store.Batch(source=str(path.resolve()), digest=sha256(raw).hexdigest(), format=found.name, added=_now(), entries=entries)
    return msgspec.structs.replace(taken, entries=entries, notes=notes), batch


def add(path: Path) -> tuple[Taken, store.Batch]:
    """Keep the actors of a file, where it holds any."""
    taken, batch = take(path)
    if taken.entries:
        store.put(batch)
    return taken, batch


_MIXED = "organisations and groups with days, kept with what holds at all times, because they are read without days: {}"


def timeless(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], int]:
    """Organisations and groups without days, and how many had any.

    They are looked up without a day. Of one with several terms stays what all of them share; roles that only held until a day go.
    """
    terms: defaultdict[tuple[ActorKind, str], list[Entry]] = defaultdict(list)
    for number, entry in enumerate(entries):
        terms[entry.kind, str(number) if entry.kind is ActorKind.PERSON else key(entry.name)].append(entry)
    dated = [ones for ones in terms.values() if ones[0].kind is not ActorKind.PERSON and any(e.start or e.end for e in ones)]
    merged = {id(ones): [_shared(ones)] for ones in dated}
    return tuple(entry for ones in terms.values() for entry in merged.get(id(ones), ones)), len(dated)


def _shared(terms: list[Entry]) -> Entry:
    ended = all(term.end for term in terms)
    roles = () if ended else tuple(r for r in terms[-1].roles if all(r in term.roles for term in terms))
    country = terms[-1].country if len({term.country for term in terms}) == 1 else None
    names = tuple(dict.fromkeys(name for term in terms for name in term.names))
    return msgspec.structs.replace(terms[-1], names=names, roles=roles, country=country, start=None, end=None)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError(f"{path} is a folder. Name one file of it at a time.")
        if path.exists() and not path.is_file():
            raise InputError(f"{path} is no file that can be read again. Save what it gives to a file, and add that.")
        if (size := path.stat().st_size) > LARGEST:
            large = f"{size / 1e6:,.0f} MB, more than {LARGEST / 1e6:,.0f}"
            raise InputError(f"{path} has {large}. Split it, or cut out the actors that you need.")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or error
        raise InputError(f"{path} cannot be read: {told}. Check the path and its permissions.") from error


def _now() -> str:
    return datetime.now(tz=UTC).isoformat(timespec="seconds")
