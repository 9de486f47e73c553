"""What is asked of a tree of HTML or XML: names that can be asked for, and where its articles stand in the file's bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAME = re.compile(r"(?:\{[^{}]*\})?[A-Za-z_][\w.\-]*")


def sound(root: _Element) -> _Element:
    """The tree with every element whose name is none (word processors write <o:p>, broken files worse) as one that says nothing."""
    for element in root.iter("*"):
        if not _NAME.fullmatch(element.tag):
            element.tag = "span"
    return root


def stretches(raw: bytes, start: re.Pattern[bytes], count: int) -> list[tuple[int, int] | None]:
    """From each start to the next; unknown where the file has not as many starts as articles were found."""
    at = [m.start() for m in start.finditer(raw)]
    if not at or len(at) != count:
        return [None] * count
    return list(zip(at, [*at[1:], len(raw)], strict=True))
