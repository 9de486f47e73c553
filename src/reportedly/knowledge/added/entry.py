"""What is known of an actor that a user added, and what of a file was passed over."""

from __future__ import annotations

from datetime import date

from reportedly.model import ActorKind, Record


class Entry(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One actor, or one term of a person: `country` is alpha-3, IGO, NGO or None; `start` and `end` None where open."""

    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    country: str | None = None
    roles: tuple[str, ...] = ()
    gender: str = ""
    office: str = ""
    start: date | None = None
    end: date | None = None
    wikidata: str | None = None


class Skipped(Record, frozen=True, kw_only=True):
    """A line or row that was passed over: where it stands and why."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.reason}"


class Taken(Record, frozen=True, kw_only=True):
    """What a file holds: the actors, what was passed over, and notes on what was left out of the actors kept."""

    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...] = ()


class Wrong(ValueError):  # noqa: N818 - the reason why one row is passed over; it never leaves this folder
    """Why a row cannot be taken."""
