"""Text exports of LexisNexis before Nexis Uni: "1 of 10 DOCUMENTS", lines set in the middle, fields in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from reportedly.formats.base import Received, problem
from reportedly.formats.nexis import in_text, labels, old
from reportedly.formats.nexis.old_blocks import Block
from reportedly.formats.tidy import strip, tidy
from reportedly.model import Problem, Record, Span

NAME = "nexis-txt"
SAMPLE = 200_000  # characters looked at to tell the layout
PAGE = 80  # characters of a line, in the middle of which publication, date and copyright are set
ASIDE = 4  # characters that they may stand off the middle
_LINE = re.compile(r"[^\n]*\n?")
_COVER = re.compile(
    r"[ \t]*(?:Download Request|Print Request|Time [Oo]f Request|Printopdracht|Tijdstip|Downloadopdracht|Ausgabeauftrag"
    r"|Zeit der Anforderung|Druckauftrag|Demande d'impression|Demande de t[ée]l[ée]chargement|Date de la demande|Heure de la demande"
    r"|Send To|Senden an|Envoyer|Verzenden)"
    r"[^\n:]*:"
)
_COVER_ENDS = re.compile(r"^[ \t]*(?:Project ID|Projekt-?ID|Projekt|Projectnummer|ID projet|N° de projet)[^\n:]*:[^\n]*\n", re.M)
_ORDERED = re.compile(r"(?<=[: ])(\d{1,6})-(\d{1,6})\s*$")  # "Selected Items: 1-10"
COVER = 5000  # characters of a cover page that are looked at


class _Stretch(Record, frozen=True, kw_only=True):
    """Where one document stands in the text, and its number as the counter gives it."""

    start: int
    top: int
    end: int
    number: str | None = None


def sniff(text: str) -> float:
    """Certain where a counter stands above a field; likely where fields stand above and below prose, without a counter."""
    sample = text[:SAMPLE]
    known = {label[1] for line in sample.splitlines() if (label := labels.old_label(line)) and label[1]}
    if labels.COUNTER.search(sample):
        return 0.96 if known else 0.6
    below = known & {"loaded", "language", "graphic", "journal", "other"}
    return 0.9 if "length" in known and below else 0.0


def read(text: str) -> Iterator[Received]:
    """The articles of an export in order. Of documents without an article the one after them tells. InputError where none holds any."""
    nothing = "The text is a LexisNexis export, and no document in it holds an article. Export it again, with full text."
    return in_text.beside(_found(text), nothing)


def _found(text: str) -> Iterator[Received | Problem]:
    stretches = list(_stretches(text))
    for stretch in stretches:
        yield _article(text, stretch) or _empty(stretch)
    yield from _miscounted(text, stretches)


def _empty(stretch: _Stretch) -> Problem:
    number = f"Document {stretch.number}" if stretch.number else "A document"
    return problem("document-empty", f"{number} beside this one holds no article, only copyright lines. Look it up in LexisNexis.")


def _miscounted(text: str, stretches: list[_Stretch]) -> list[Problem]:
    """What is told where the cover page orders another number of documents than the text holds."""
    lines = (line for line in text[: min(COVER, stretches[0].start)].splitlines() if _COVER.match(line))
    m = next((m for line in lines if (m := _ORDERED.search(line))), None)
    ordered = int(m[2]) - int(m[1]) + 1 if m else 0
    if not stretches[0].number or ordered in (0, len(stretches)):
        return []
    words = f"The cover page says {ordered} documents, the text holds {len(stretches)}. Export it again to be sure that none is missing."
    return [problem("count-differs", words)]


def _stretches(text: str) -> Iterator[_Stretch]:
    """Where each document stands: from its counter to the next; the whole text under the cover page where there is no counter."""
    counters = list(labels.COUNTER.finditer(text))
    if not counters:
        start = _under_cover(text)
        yield _Stretch(start=start, top=start, end=len(text))
    ends = [*(m.start() for m in counters[1:]), len(text)]
    for m, end in zip(counters, ends, strict=bool(counters)):
        yield _Stretch(start=m.start(), top=m.end(), end=end, number=m[1] or m[3])


def _under_cover(text: str) -> int:
    """Where the only document begins, under a cover page if there is one."""
    start = len(text) - len(text.lstrip())
    if not _COVER.match(text, start):
        return 0
    end = _COVER_ENDS.search(text, start, start + COVER)
    return end.end() if end else start


def blocks(text: str, start: int, end: int) -> list[Block]:
    """The lines of text[start:end], those without a blank line between them together."""
    found: list[Block] = []
    held: list[tuple[int, int]] = []
    for m in _LINE.finditer(text, start, end):
        if m.group().strip():
            held.append((m.start(), m.end()))
        elif held:
            found.append(_block(text, held))
            held = []
        if not m.group():
            break
    return found


def _block(text: str, held: list[tuple[int, int]]) -> Block:
    lines = tuple(text[a:b].rstrip() for a, b in held)
    whole = strip(text, held[0][0], held[-1][1])
    middle = all(_is_middle(line) for line in lines) and any(line[:2] == "  " for line in lines)
    return Block(lines=lines, centered=middle, start=whole.start, end=whole.end)


def _is_middle(line: str) -> bool:
    bare = line.strip()
    return abs(len(line) - len(line.lstrip()) - (PAGE - len(bare)) / 2) <= ASIDE


def _article(text: str, stretch: _Stretch) -> Received | None:
    """The report of one document; None where it holds no article."""
    found = blocks(text, stretch.top, stretch.end)
    layout = old.read(found)
    if old.is_empty(layout):
        return None
    return _report(text[stretch.start : stretch.end], [_moved(b, stretch.start) for b in found], layout)


def _moved(block: Block, by: int) -> Block:
    return msgspec.structs.replace(block, start=block.start - by, end=block.end - by)


def _at(text: str, found: list[Block], block: int, skip: int) -> Span:
    """Where a block's words stand, less the label before them."""
    span = Span(found[block].start, found[block].end)
    lead = len(found[block].lines[0]) - len(found[block].lines[0].lstrip())
    return strip(text, span.start + max(0, skip - lead), span.end) if skip else span


def _prose(text: str, found: list[Block], layout: old.Layout) -> Span:
    if layout.body < 0:
        return Span(len(text), len(text))
    start = _at(text, found, layout.body, layout.body_at).start
    return Span(start, max(start, found[layout.tail - 1].end))


def _report(text: str, found: list[Block], layout: old.Layout) -> Received:
    head = _at(text, found, layout.headline, layout.headline_at) if layout.headline >= 0 else None
    deck = _stretch(text, found, layout, "highlight")
    article = old.article(layout, headline=tidy(head.of(text)) if head else None, subheadline=tidy(deck.of(text)) if deck else None)
    places = in_text.Places(prose=_prose(text, found, layout), headline=head, subheadline=deck)
    report = in_text.report(text, article, places, NAME)
    prose = bool(report.body.of(text).strip())
    return in_text.received(report, layout.correction(), _stretch(text, found, layout, "correction"), prose=prose)


def _stretch(text: str, found: list[Block], layout: old.Layout, name: str) -> Span | None:
    """Where a field's value stands; it may run over several blocks."""
    field = layout.fields.get(name)
    if field is None or not field.value.strip():
        return None
    start = _at(text, found, field.block, field.at).start
    size = len("".join(field.value.split()))
    for block in found[field.block :]:
        if len("".join(text[start : block.end].split())) >= size:
            return strip(text, start, block.end)
    return None
