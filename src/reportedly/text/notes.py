"""What the layers note down of their reasons, by where in the text; kept only where somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model import Record, Span


class Note(Record, frozen=True, kw_only=True):
    """Why something at an offset is as it is: what the note is about ("status", "country"), and the reason in words."""

    at: int
    about: str
    because: str


class Notes:
    """The notes on one report, in the order in which they were made."""

    def __init__(self) -> None:
        self._notes: dict[Note, None] = {}

    def add(self, at: int, about: str, because: str) -> None:
        """Note a reason down; the same twice is one."""
        self._notes[Note(at=at, about=about, because=because)] = None

    def within(self, spans: Iterable[Span], *about: str) -> list[Note]:
        """The notes about such matters that stand within one of the spans."""
        held = [*spans]
        return [n for n in self._notes if n.about in about and any(s.start <= n.at < s.end for s in held)]
