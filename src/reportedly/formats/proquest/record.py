"""A record taken apart: what stands above the text, the text, and the fields below it.

A line of prose may open with "Location:" or "Section:", so below the text a label opens a field only in the unbroken run of fields that
ends the record, and each label only once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.formats.proquest.labels import Label, label
from reportedly.model import Record

LEAST_FIELDS = 2  # firm labels from which a run is the record's own; prose was never seen with two
_COUNTER = re.compile(r"\s*(?:Documento?|Dokument)\s+(\d+)\s+(?:of|de|von|di|sur)\s+(\d+)\s*", re.I)
_LINK = re.compile(r"\s*(?:https?:|www\.|ProQuest document link|Enlace de documentos de ProQuest|Lien vers le document ProQuest)", re.I)


class Block(Record, frozen=True, kw_only=True):
    """A line, or a field with all its lines; `gap`: a blank line stands before it."""

    words: str
    label: Label | None = None
    gap: bool = False


class Parts(Record, frozen=True, kw_only=True):
    """What a record holds: the lines above its fields, its fields by name, and the paragraphs of its text.

    `whole` says whether the fields that end a record are there; `of` is how many records the file claims to hold.
    """

    above: tuple[str, ...]
    fields: dict[str, str]
    text: tuple[str, ...]
    whole: bool
    of: int | None = None

    def field(self, *names: str) -> str | None:
        """The first of these fields that says something."""
        return next((said for name in names if (said := self.fields.get(name))), None)


def blocks(chunks: Iterable[str]) -> list[Block]:
    """The blocks of a record, given as the stretches that stand between its blank lines."""
    found: list[Block] = []
    for chunk in chunks:
        lines = [line for line in chunk.split("\n") if line.strip()]
        opens = label(lines[0]) if lines else None
        if opens is None or opens.field == "text":
            found += [Block(words=line.strip(), label=label(line), gap=n == 0) for n, line in enumerate(lines)]
        else:
            found += _fields(lines)
    return found


def _fields(lines: list[str]) -> list[Block]:
    """A stretch that opens with a label: its other lines go on with the field above them, unless they open one too."""
    found: list[Block] = []
    for line in lines:
        opened = label(line)
        if opened is None:
            found[-1] = Block(words=f"{found[-1].words}\n{line.strip()}", label=found[-1].label, gap=found[-1].gap)
        else:
            found.append(Block(words=line.strip(), label=opened, gap=not found))
    return found


def parts(found: list[Block]) -> Parts:
    """A record's blocks by what they are."""
    top = next((n for n, b in enumerate(found) if b.label and b.label.field == "text"), None)
    start, end, whole = _run(found, -1 if top is None else top)
    head = found[:top] if top is not None else found[:start]
    above = [b.words for b in head if b.label is None]
    counters = [m for words in above if (m := _COUNTER.fullmatch(words))]
    return Parts(
        above=tuple(words for words in above if not _COUNTER.fullmatch(words) and not _LINK.match(words)),
        fields=_said(head) | _said(found[start:end]) | _links(head),
        text=_prose(found[top:start]) if top is not None else (),
        whole=whole,
        of=int(counters[0][2]) if counters and len(counters[0][2]) < 7 else None,
    )


def _run(found: list[Block], top: int) -> tuple[int, int, bool]:
    """Where the run of fields after the text begins and ends, and whether there is one."""
    last = next((n for n in range(len(found) - 1, top, -1) if (lb := found[n].label) and lb.firm), None)
    if last is None:
        return len(found), len(found), False
    start = _run_start(found, top, last)
    if sum(1 for b in found[start : last + 1] if b.label and b.label.firm) < LEAST_FIELDS:
        return len(found), len(found), False
    return start, last + 1, True


def _run_start(found: list[Block], top: int, last: int) -> int:
    """Backwards from the last field, until a line is none, comes twice, or lacks the blank line that the others have."""
    start, seen = last + 1, set[str]()
    while start - 1 > top:
        block = found[start - 1]
        if block.label is None:
            # The copyright is the one field that was seen to hold blank lines.
            before = found[start - 2].label if start - 2 > top else None
            if before is None or before.field != "copyright":
                break
        elif block.label.name in seen or (found[last].gap and not block.gap):
            break
        else:
            seen.add(block.label.name)
        start -= 1
    # The copyright follows other fields; where it seems to open the run, it is prose.
    while start < last and (found[start].label is None or (found[start + 1].label is None)):
        start += 1
    return start


def is_record(found: list[Block]) -> bool:
    """Whether the blocks are those of an article, and not of the file around it."""
    return has_text(found) or sum(1 for b in found if b.label and b.label.firm) >= LEAST_FIELDS


def has_text(found: list[Block]) -> bool:
    """Whether the text's own label is there."""
    return any(b.label and b.label.field == "text" for b in found)


def _said(found: list[Block]) -> dict[str, str]:
    """The fields by name, the first of each; words without a label go on with the field above them, but not with a counter or a link."""
    said: dict[str, str] = {}
    field: str | None = None
    for block in found:
        if block.label is not None:
            field = block.label.field if block.label.field not in said else None
            if field:
                said[field] = "\n".join([block.label.value, *block.words.split("\n")[1:]]).strip()
        elif field == "abstract":
            said[field] = f"{said[field]}\n{block.words}".strip()
    return said


def _links(head: list[Block]) -> dict[str, str]:
    link = next((b.words for b in head if b.label is None and b.words.startswith("http")), None)
    return {"link": link} if link else {}


def _prose(found: list[Block]) -> tuple[str, ...]:
    """The text's paragraphs: what stands after its label, and every block below, whatever it opens with."""
    first = found[0]
    value = first.label.value if first.label else first.words
    return tuple(words for words in (value, *(b.words for b in found[1:])) if words.strip())
