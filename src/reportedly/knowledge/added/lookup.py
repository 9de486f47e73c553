"""Looking names up in several tables at once: what was added last wins, across persons and organisations too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from reportedly.knowledge.added.entry import Entry
from reportedly.knowledge.added.store import Batch
from reportedly.knowledge.known import Known
from reportedly.knowledge.naming import fold, key
from reportedly.model import ActorKind


class Added[T]:
    """What one file gives to a table; `hidden` are the names that it gives to actors of the other sort, as keys."""

    def __init__(self, found: Sequence[T], hidden: Iterable[str] = ()) -> None:
        self.found, self.hidden = found, hidden

    @classmethod
    def of(cls, batch: Batch, kinds: frozenset[ActorKind], record: Callable[[Entry], T]) -> Added[T]:
        """The actors of some kinds. A person of the same name as an organisation known before takes its place, and the reverse."""
        found = [record(entry) for entry in batch.entries if entry.kind in kinds]
        return cls(found, [key(entry.name) for entry in batch.entries if entry.kind not in kinds])


class Names[T]:
    """One table by names; every look-up is a dict access."""

    def __init__(self, table: Added[T], names: Callable[[T], Iterable[str]]) -> None:
        found: defaultdict[str, list[T]] = defaultdict(list)
        for one in table.found:
            for name in names(one):
                found[name].append(one)
        self._found = {name: tuple(ones) for name, ones in found.items()} | dict.fromkeys(set(table.hidden) - set(found), ())

    def get(self, name: str) -> tuple[T, ...] | None:
        """All that bear the name; () where it belongs to an actor of the other sort, None where it is unknown."""
        found = self._found.get(key(name))
        return self._found.get(fold(name)) if found is None and name.isupper() else found


def bearers[T](tables: Iterable[Names[T] | Known[T]], name: str) -> list[tuple[T, ...]]:
    """Those that bear a name, table by table, the latest first, down to the one that gives it to the other sort."""
    found: list[tuple[T, ...]] = []
    for table in tables:
        ones = table.get(name)
        if ones == ():
            break
        if ones:
            found.append(ones)
    return found
