"""Several versions of one item in a file: only the last holds, and one that was withdrawn takes the earlier with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.formats.base import Found, PassedOver, Received, passed_over
from reportedly.model import Record

GONE = frozenset({"canceled", "cancelled", "withheld", "killed"})


class Sent(Record, frozen=True, kw_only=True):
    """An item as it was sent: `key` is the same in all its versions, None where it has no name."""

    where: str
    key: str | None
    version: int
    found: tuple[Found, ...]
    withdrawn: bool = False


def withdrawn(where: str) -> PassedOver:
    return passed_over(where, "withdrawn", "The agency withdrew this item. Do not use it, nor earlier copies of it.")


def settled(sent: Sequence[Sent]) -> Iterator[Found]:
    """What holds of each item, in the order of the file; what was superseded or withdrawn is told."""
    last: dict[str, Sent] = {}
    for item in sent:
        if item.key and _counts(item) and (item.key not in last or item.version >= last[item.key].version):
            last[item.key] = item
    for item in sent:
        holds = last.get(item.key or "", item)
        if holds is item or item.withdrawn or (not _counts(item)):
            yield from item.found
        elif holds.withdrawn:
            yield withdrawn(item.where)
        else:
            told = f"Version {holds.version}, in the same file, takes the place of this version {item.version}."
            yield passed_over(item.where, "superseded", told)


def _counts(item: Sent) -> bool:
    return item.withdrawn or any(isinstance(found, Received) for found in item.found)


def number(version: str | None) -> int:
    """A version's number; 0 where it states none."""
    digits = "".join(c for c in version or "" if c in "0123456789")
    return int(digits[:30]) if digits else 0
