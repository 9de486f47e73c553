"""The layout of LexisNexis before Nexis Uni, whether it comes as text or as HTML.

document := counter, then in any order that sources use: copyright, publication, date, headline, fields ("LÄNGE: 306 Wörter"); then prose;
then the fields below it, which are found from the end upwards, since some sources write section and length there.
"""

from __future__ import annotations

import re
from datetime import date

import msgspec

from reportedly.formats.nexis import labels
from reportedly.formats.nexis.corrected import APPENDED
from reportedly.formats.nexis.fields import word_count
from reportedly.formats.nexis.when import clock, dated, is_weekday
from reportedly.formats.tidy import tidy
from reportedly.model import Record

FARTHEST = 8  # blocks that a caption or a correction below the text runs over; the samples had at most 2
NEAR = 4  # blocks within which the label of the text follows a field that is not known
LONGEST_BYLINE = 6  # words of a byline without its label
WRAPPED = 60  # characters; a copyright line that is as long goes on in the next
_GOES_ON = re.compile(r"(?:,|&|\b(?:and|of|for|the|und|et|All|von|de))$")
_ADDRESS = re.compile(r"https?://\S+$")
_APPENDED = re.compile(r"correction appended", re.I)
_LEAD = ("highlight",)


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


class Layout(msgspec.Struct):
    """Where the parts of a document stand, as numbers of blocks."""

    tail: int
    body: int = -1
    body_at: int = 0  # characters of the first block's first line before the prose
    headline: int = -1
    headline_at: int = 0
    publisher: str | None = None
    published: date | None = None
    edition: str | None = None
    copyright: str | None = None
    url: str | None = None
    byline: str | None = None
    appended: bool = False
    measured: bool = False  # whether section or length are known, after which no headline comes without its label
    fields: dict[str, Field] = msgspec.field(default_factory=dict)
    breaks: list[int] = msgspec.field(default_factory=list)

    def value(self, field: str) -> str:
        """A field's words on one line; "" where there is none."""
        return tidy(self.fields[field].value) if field in self.fields else ""


def read(blocks: list[Block]) -> Layout:
    """The parts of one document, counter left out."""
    found = Layout(tail=_tail(blocks))
    below = _below(found, blocks)
    _above(found, blocks[: found.tail])
    for name, field in below.items():
        found.fields.setdefault(name, field)
    if found.body < 0 and "correction" in found.fields:  # a column of corrections: the correction is the article
        field = found.fields.pop("correction")
        found.body, found.body_at, found.tail = field.block, field.at, field.block + 1
    return found


def is_empty(found: Layout) -> bool:
    """Whether a document holds no article: neither prose nor headline."""
    return found.body < 0 and found.headline < 0 and not found.fields


def correction(found: Layout) -> str:
    """The words of a correction that the publication made to the article, or that it made one; "" where it made none."""
    return found.value("correction") or (APPENDED if found.appended else "")


def _tail(blocks: list[Block]) -> int:
    """The first block below the prose, looked for from the end upwards."""
    n = len(blocks)
    while n and (_closes(blocks[n - 1]) or _sandwiched(blocks, n - 1)):
        n -= 1
        if not n or _closes(blocks[n - 1]) or _sandwiched(blocks, n - 1):
            continue
        n = _opener(blocks, n)
    return n


def _field_of(block: Block) -> str | None:
    label = labels.old_label(block.lines[0])
    return label[1] if label else None


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
    return n > 0 and _field_of(blocks[n]) == "" and _field_of(blocks[n - 1]) in labels.AFTER


def _opener(blocks: list[Block], n: int) -> int:
    """Where a field with several paragraphs begins, the last of which is the block before the n-th; n where there is none."""
    for k in range(n - 1, max(-1, n - 1 - FARTHEST), -1):
        field = _field_of(blocks[k])
        empty_lead = field in _LEAD and k > 0 and _field_of(blocks[k - 1]) in labels.AFTER
        if field in labels.OPEN or empty_lead:
            return k
    return n


def _below(found: Layout, blocks: list[Block]) -> dict[str, Field]:
    """The fields below the prose; a block without a label goes on with the field before it."""
    fields: dict[str, Field] = {}
    last = ""
    for n, block in enumerate(blocks[found.tail :], found.tail):
        if labels.is_copyright(block.lines[0]):
            found.copyright, last = found.copyright or tidy(" ".join(block.lines)), "copyright"
        elif label := labels.old_label(block.lines[0]):
            last = label[1]
            fields.setdefault(last, Field(value=_value(block, label[2]), block=n, at=label[2]))
        elif last in fields and last in (*labels.OPEN, *_LEAD):
            old = fields[last]
            more = " ".join(block.lines)
            at = (n, 0) if not old.value.strip() else (old.block, old.at)
            fields[last] = Field(value=f"{old.value} {more}", block=at[0], at=at[1])
    fields.pop("", None)
    return fields


def _value(block: Block, start: int) -> str:
    return "\n".join((block.lines[0][start:], *block.lines[1:])).strip()


def _above(found: Layout, blocks: list[Block]) -> None:
    """Read the blocks above the tail in order, until the prose begins."""
    n = 0
    while n < len(blocks) and found.body < 0:
        n = _take(found, blocks, n)


def _take(found: Layout, blocks: list[Block], n: int) -> int:
    """Take in the n-th block; the number of the block to go on with."""
    block = blocks[n]
    label = labels.old_label(block.lines[0])
    if label and label[1] and label[1] not in labels.AFTER:  # "UPDATE: Ferry sinks" is a headline
        return _labelled(found, blocks, n, label)
    if labels.is_copyright(block.lines[0]) and not found.headline >= 0:
        return _credited(found, block, n)
    if found.publisher is None and (block.centered or not any(b.centered for b in blocks)):
        _published_by(found, block.lines)
    elif (found.published is None or block.centered) and dated(block.lines[0]):
        _dated(found, block.lines)
    elif not block.centered:
        return _plain(found, blocks, n, unknown=label is not None)
    return n + 1


def _labelled(found: Layout, blocks: list[Block], n: int, label: tuple[str, str, int]) -> int:
    _, field, at = label
    value = _value(blocks[n], at)
    if field == "body":
        return _body(found, blocks, n, at if value else -1)
    found.measured = found.measured or field in ("section", "length")
    if field == "headline" and value:
        found.headline, found.headline_at = n, at
    elif field in _LEAD and not value and n + 1 < len(blocks):
        return _led(found, blocks, n, field)
    found.fields.setdefault(field, Field(value=value, block=n, at=at))
    return n + 1


def _body(found: Layout, blocks: list[Block], n: int, at: int) -> int:
    """The prose begins in the block of its label where words stand after it, else in the next that has any."""
    if at >= 0:
        found.body, found.body_at = n, at
    elif n + 1 < len(blocks):
        found.body = n + 1
    return n + 1


def _led(found: Layout, blocks: list[Block], n: int, field: str) -> int:
    """A lead whose label stands alone: the blocks up to the label of the text; the next block where that has none."""
    after = (k for k in range(n + 1, len(blocks)) if _field_of(blocks[k]) == "body")
    end = next(after, n + 2)
    words = "\n".join(line for block in blocks[n + 1 : end] for line in block.lines)
    found.fields.setdefault(field, Field(value=words, block=n + 1))
    return end


def _credited(found: Layout, block: Block, n: int) -> int:
    """A copyright line, which may share its block with the publication and the date under it."""
    size = 1
    while size < len(block.lines) and _is_more(block.lines[size - 1], block.lines[size]):
        size += 1
    found.copyright = tidy(" ".join(block.lines[:size]))
    if rest := block.lines[size:]:
        _published_by(found, rest)
    return n + 1


def _is_more(line: str, after: str) -> bool:
    return len(line.strip()) >= WRAPPED or _GOES_ON.search(line.strip()) is not None or labels.RIGHTS.search(after) is not None


def _published_by(found: Layout, lines: tuple[str, ...]) -> None:
    """The publication's name, and the date where it stands right under it."""
    if dated(lines[0]):
        return _dated(found, lines)
    size = 1
    while size < len(lines) and _GOES_ON.search(lines[size - 1].strip()) and not dated(lines[size]):
        size += 1
    found.publisher = tidy(" ".join(lines[:size]))
    for n, line in enumerate(lines[size:], size):
        if dated(line):
            return _dated(found, lines[n:])
    return None


def _dated(found: Layout, lines: tuple[str, ...]) -> None:
    """The day, and the edition in the same line or the lines under it."""
    day = dated(lines[0])
    if day is None:
        return
    found.appended = found.appended or any(_APPENDED.search(line) for line in lines)
    rest = (line.strip(" ;\t") for line in (day[1], *lines[1:]) if not _APPENDED.search(line))
    edition = "; ".join(line for line in rest if line and not clock(line) and not is_weekday(line))
    found.published, found.edition = day[0], found.edition or edition or None


def _plain(found: Layout, blocks: list[Block], n: int, *, unknown: bool) -> int:
    """A block at the margin without a known label: address, length, headline, byline, or the first of the prose."""
    words = tidy(" ".join(blocks[n].lines))
    if _ADDRESS.fullmatch(address := "".join(line.strip() for line in blocks[n].lines)):
        found.url = found.url or address
    elif len(words) < 30 and word_count(words) is not None:
        found.fields.setdefault("length", Field(value=words, block=n))
        found.measured = True
    elif found.headline < 0 and not found.measured:
        found.headline = n
    elif not found.measured and (unknown or _is_byline(words)) and _labels_follow(blocks, n):
        found.byline = found.byline if unknown else words
    elif unknown and any(_field_of(block) == "body" for block in blocks[n + 1 : n + 1 + NEAR]):
        return n + 1  # who the author is, above the label of the text
    else:
        found.body = n
    return n + 1


def _is_byline(words: str) -> bool:
    return len(words.split()) <= LONGEST_BYLINE and not words.endswith((".", "?", "!", ":"))


def _labels_follow(blocks: list[Block], n: int) -> bool:
    """Whether the next block is a field that stands above the text."""
    return n + 1 < len(blocks) and (_field_of(blocks[n + 1]) or "body") not in ("body", *labels.AFTER)
