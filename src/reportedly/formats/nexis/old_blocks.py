"""The blocks of the old layout: lines without a blank line between them, and the field that a block may begin with."""

from __future__ import annotations

from reportedly.formats.nexis import labels
from reportedly.model import Record

LEAD = ("highlight",)


class Block(Record, frozen=True, kw_only=True):
    """Lines without a blank line between them: where they stand, and whether they are set in the middle."""

    lines: tuple[str, ...]
    centered: bool = False
    start: int = 0
    end: int = 0


class Field(Record, frozen=True, kw_only=True):
    """A field's value, and the block and character in which it begins."""

    value: str
    block: int
    at: int = 0


def field_of(block: Block) -> str | None:
    """The field of the label that a block begins with: "" where the label is not known, None where there is no label."""
    label = labels.old_label(block.lines[0])
    return label[1] if label else None


def words_of(block: Block, skip: int = 0) -> str:
    """A block's lines, less characters at the start."""
    return "\n".join((block.lines[0][skip:], *block.lines[1:]))
