"""What stands below the prose in the old layout: found from the end upwards, since some sources write section and length there."""

from __future__ import annotations

from reportedly.formats.nexis import labels
from reportedly.formats.nexis.old_blocks import LEAD, Block, Field, field_of, words_of
from reportedly.formats.nexis.when import dated
from reportedly.formats.tidy import tidy

FARTHEST = 8  # blocks that a caption or a correction below the text runs over; the samples had at most 2


def begin(blocks: list[Block]) -> int:
    """The first block below the prose, looked for from the end upwards."""
    n = len(blocks)
    while n and (_closes(blocks[n - 1]) or _sandwiched(blocks, n - 1)):
        n -= 1
        if not n or _closes(blocks[n - 1]) or _sandwiched(blocks, n - 1):
            continue
        n = _opener(blocks, n)
    return n


def _closes(block: Block) -> bool:
    label = labels.old_label(block.lines[0])
    field = label[1] if label else None
    if label and field == "loaded" and not dated(block.lines[0][label[2] :].strip()):
        return False
    return labels.is_copyright(block.lines[0]) or bool(field and field != "body") or _is_rights(block)


def _is_rights(block: Block) -> bool:
    return block.centered and all(labels.RIGHTS.search(line) and len(line.split()) < 8 for line in block.lines)


def _sandwiched(blocks: list[Block], n: int) -> bool:
    """An unknown label among fields that stand below the text."""
    return n > 0 and field_of(blocks[n]) == "" and field_of(blocks[n - 1]) in labels.AFTER


def _opener(blocks: list[Block], n: int) -> int:
    """Where a field with several paragraphs begins, the last of which is the block before the n-th; n where there is none."""
    for k in range(n - 1, max(-1, n - 1 - FARTHEST), -1):
        field = field_of(blocks[k])
        empty_lead = field in LEAD and k > 0 and field_of(blocks[k - 1]) in labels.AFTER
        if field in labels.OPEN or empty_lead:
            return k
    return n


def read(blocks: list[Block], start: int) -> tuple[dict[str, Field], str | None]:
    """The fields and the copyright line from block `start` on; a block without a label goes on with the field before it."""
    fields: dict[str, Field] = {}
    rights: str | None = None
    last = ""
    for n, block in enumerate(blocks[start:], start):
        if labels.is_copyright(block.lines[0]):
            rights, last = rights or tidy(" ".join(block.lines)), "copyright"
        elif label := labels.old_label(block.lines[0]):
            last = label[1]
            fields.setdefault(last, Field(value=words_of(block, label[2]).strip(), block=n, at=label[2]))
        elif last in fields and last in (*labels.OPEN, *LEAD):
            fields[last] = _longer(fields[last], block, n)
    fields.pop("", None)
    return fields, rights


def _longer(field: Field, block: Block, n: int) -> Field:
    """A field with the words of the n-th block too, in which it begins where its label stood alone."""
    begun, at = (field.block, field.at) if field.value.strip() else (n, 0)
    return Field(value=f"{field.value} {' '.join(block.lines)}", block=begun, at=at)
