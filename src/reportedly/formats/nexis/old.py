"""The layout of LexisNexis before Nexis Uni, whether it comes as text or as HTML.

document := counter, then in any order that sources use: copyright, publication, date, headline, fields ("LÄNGE: 306 Wörter"); then prose;
then the fields below it.
"""

from __future__ import annotations

import re

import msgspec

from reportedly.formats.compose import Article
from reportedly.formats.nexis import gathered, labels, old_below
from reportedly.formats.nexis.corrected import is_appended
from reportedly.formats.nexis.fields import word_count
from reportedly.formats.nexis.old_blocks import LEAD, Block, Field, field_of, words_of
from reportedly.formats.nexis.when import dated, edition
from reportedly.formats.tidy import tidy

NEAR = 4  # blocks within which the label of the text follows a field that is not known
LONGEST_BYLINE = 6  # words of a byline without its label
WRAPPED = 60  # characters; a copyright line that is as long goes on in the next
_GOES_ON = re.compile(r"(?:,|&|\b(?:and|of|for|the|und|et|All|von|de))$")
_ADDRESS = re.compile(r"https?://\S+$")


class Layout(gathered.Gathered, kw_only=True):
    """Where the parts of a document stand, as numbers of blocks, and what is said around its prose."""

    tail: int
    body: int = -1
    body_at: int = 0  # characters of the first block's first line before the prose
    headline: int = -1
    headline_at: int = 0
    byline: str | None = None
    measured: bool = False  # whether section or length are known, after which no headline comes without its label
    fields: dict[str, Field] = msgspec.field(default_factory=dict)

    def value(self, field: str) -> str:
        """A field's words on one line; "" where there is none."""
        return tidy(self.fields[field].value) if field in self.fields else ""


def read(blocks: list[Block]) -> Layout:
    """The parts of one document, counter left out."""
    found = Layout(tail=old_below.begin(blocks))
    below, found.copyright = old_below.read(blocks, found.tail)
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


def article(found: Layout, *, headline: str | None, subheadline: str | None, paragraphs: tuple[str, ...] = ()) -> Article:
    """The article, given the words that stand in blocks."""
    return gathered.article(
        found,
        headline=headline,
        subheadline=subheadline,
        paragraphs=paragraphs,
        byline=found.value("byline") or found.byline or "",
        section=found.value("section") or found.value("show"),
    )


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
    value = words_of(blocks[n], at).strip()
    if field == "body":
        return _body(found, blocks, n, at if value else -1)
    found.measured = found.measured or field in ("section", "length")
    if field == "headline" and value:
        found.headline, found.headline_at = n, at
    elif field in LEAD and not value and n + 1 < len(blocks):
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
    after = (k for k in range(n + 1, len(blocks)) if field_of(blocks[k]) == "body")
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
    found.appended = found.appended or is_appended(lines)
    named = edition(line.strip(" ;\t") for line in (day[1], *lines[1:]))
    found.published, found.edition = day[0], found.edition or named or None


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
    elif unknown and any(field_of(block) == "body" for block in blocks[n + 1 : n + 1 + NEAR]):
        return n + 1  # who the author is, above the label of the text
    else:
        found.body = n
    return n + 1


def _is_byline(words: str) -> bool:
    return len(words.split()) <= LONGEST_BYLINE and not words.endswith((".", "?", "!", ":"))


def _labels_follow(blocks: list[Block], n: int) -> bool:
    """Whether the next block is a field that stands above the text."""
    return n + 1 < len(blocks) and (field_of(blocks[n + 1]) or "body") not in ("body", *labels.AFTER)
