"""How many threads numpy's algebra may use."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from contextlib import AbstractContextManager


def one_thread() -> AbstractContextManager[Any]:
    """While it is open numpy's algebra keeps to one thread: more cost more than they save, and sums come out the same on every machine."""
    found: AbstractContextManager[Any] = _controller().limit(limits=1)
    return found


@cache
def _controller() -> Any:
    from threadpoolctl import ThreadpoolController  # looks at what is loaded: after numpy

    return ThreadpoolController()
