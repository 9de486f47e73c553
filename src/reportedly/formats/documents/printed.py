"""From the lines of printed pages to paragraphs: running heads and page numbers taken off, hyphens mended, lines joined."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from reportedly.formats.documents.prose import Parts, is_imprint, may_stand_above
from reportedly.model import Record

EDGE = 2  # lines at the top and foot of a page that may be running heads
LARGER = 1.15  # times the size of the prose: a headline; newspapers set them from 1.3 on, browsers from 1.5 on
DECK = 1.05
GAP = 1.35  # times the usual distance of lines: a new paragraph
FARTHEST = 60  # points; lines farther apart do not follow one another
SHORT = 0.75  # of the length of full lines: the last of a paragraph
LEAST_LINE = 20  # characters of a line that a sentence may run on from
LONGEST_HEADLINE = 300  # characters
_NUMBER = re.compile(
    r"[-\u2013\u2014\s]*(?:(?:page|seite|p\u00e1gina|pagina|p\.|s\.)\s*)?"
    r"\d{1,4}(?:\s*(?:/|of|von|de|sur|di|van)\s*\d{1,4})?[-\u2013\u2014\s]*",
    re.I,
)
_ADDRESS = re.compile(r"(https?://\S+)(?:\s+(?:page\s+)?\d+\s*(?:/|of)\s*\d+)?", re.I)  # at the foot of a web page that was printed
_PRINTED_ON = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}\b.*")  # at its top
_ENDED = re.compile(r"[.!?:\u2026][\"'\u201d\u2019\u00bb)\]]*$")
_BROKEN = re.compile(r"[^\W\d_]-$")
_LIGATURES = str.maketrans(dict(zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", "ff fi fl ffi ffl st st".split(), strict=True)))
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")


class Line(Record, frozen=True, kw_only=True):
    """A printed line: its words, where it begins (points from left and foot; None where that is not known), and its letters' size."""

    text: str
    x: float = 0.0
    y: float | None = None
    size: float = 0.0


type Page = list[Line]


def without_heads(pages: list[Page]) -> tuple[list[Page], str | None]:
    """The pages without running heads, page numbers and what a browser prints on them; and the address among these."""
    often = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    running = {key for key, count in often.items() if count > 1 and count * 2 >= len(pages)}
    address = next((m[1] for page in pages for line in _edges(page) if (m := _ADDRESS.fullmatch(line.text))), None)
    return [_trimmed(page, running) for page in pages], address


def _edges(page: Page) -> list[Line]:
    return page[:EDGE] + page[max(EDGE, len(page) - EDGE) :]


def _trimmed(page: Page, running: set[str]) -> Page:
    first, last = 0, len(page)
    while first < min(EDGE, last) and _is_head(page[first], running):
        first += 1
    while last > max(first, len(page) - EDGE) and _is_head(page[last - 1], running):
        last -= 1
    return page[first:last]


def _is_head(line: Line, running: set[str]) -> bool:
    shaped = (_NUMBER, _ADDRESS, _PRINTED_ON)
    return _key(line) in running or any(shape.fullmatch(line.text) for shape in shaped)


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.casefold().split()))


def as_text(pages: list[Page]) -> str:
    """The lines as they stand, a blank line where paragraphs are apart."""
    leading = _leading([line for page in pages for line in page])
    out: list[str] = []
    for page in pages:
        for n, line in enumerate(page):
            if n and _apart(page[n - 1], line, leading):
                out.append("")
            out.append(line.text)
        out.append("")
    return "\n".join(out)


def parts_of(pages: list[Page]) -> Parts:
    """The paragraphs, and which of them the size of the letters marks as headline and deck."""
    found = _paragraphs([line for page in pages for line in page])
    if not found:
        return Parts(paragraphs=())
    usual = _usual_size([line for lines in found for line in lines])
    words = tuple(_joined(lines) for lines in found)
    sizes = [max(line.size for line in lines) for lines in found]
    head = _headline(words, sizes, usual)
    deck = None
    if head is not None and head + 2 < len(words) and sizes[head + 1] >= DECK * usual and sizes[head + 1] < sizes[head]:
        deck = head + 1 if len(words[head + 1]) <= LONGEST_HEADLINE and not is_imprint(words[head + 1]) else None
    return Parts(paragraphs=words, headline=head, deck=deck)


def _headline(words: tuple[str, ...], sizes: list[float], usual: float) -> int | None:
    """The largest of the first paragraphs, where it is larger than the prose; a short one over a long one is the newspaper's name."""
    large = [n for n, size in enumerate(sizes[:8]) if size >= LARGER * usual]
    able = [n for n in large if len(words[n]) <= LONGEST_HEADLINE and may_stand_above(words[:n])]
    named = [n for n in able if len(words[n].split()) > 3] or able
    return max(named, key=lambda n: (sizes[n], -n), default=None)


def _usual_size(lines: list[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]


def _paragraphs(lines: list[Line]) -> list[list[Line]]:
    leading, full = _leading(lines), _full(lines)
    usual = _usual_size(lines) if lines else 0.0
    found: list[list[Line]] = []
    for n, line in enumerate(lines):
        if n and not _new(lines[n - 1], line, leading, 0.0 if line.size >= LARGER * usual else full):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _new(last: Line, line: Line, leading: float, full: float) -> bool:
    """Whether a line begins a paragraph; `full` is the length of full lines, 0 for headlines, which have none."""
    if abs(line.size - last.size) > 0.08 * max(line.size, last.size):
        return True
    if _apart(last, line, leading):
        return not _runs_on(last, line)
    if is_imprint(last.text) or is_imprint(line.text):
        return len(last.text) < SHORT * full
    ended = bool(_ENDED.search(last.text))
    indented = 4 < line.x - last.x < 45 and line.y is not None and last.y is not None and line.y < last.y
    return ended and (indented or len(last.text) < SHORT * full)


def _runs_on(last: Line, line: Line) -> bool:
    """Whether a sentence goes on over the foot of a column or page."""
    turned = last.y is None or line.y is None or line.y > last.y
    cut = line.text[:1].islower() or bool(_BROKEN.search(last.text))
    return turned and cut and not _ENDED.search(last.text) and len(last.text) >= LEAST_LINE


def _apart(last: Line, line: Line, leading: float) -> bool:
    """Whether a wider gap stands between two lines of a page, or a new column or page begins after an ended line."""
    if last.y is None or line.y is None:
        return False
    down = last.y - line.y
    if down < 0:
        return bool(_ENDED.search(last.text)) or not line.text[:1].islower()
    return leading > 0 and down > max(GAP * leading, 1.5 * max(line.size, last.size))


def _leading(lines: list[Line]) -> float:
    """The usual distance of lines within a paragraph: a quarter of them are as near or nearer, for gaps may be as many as lines."""
    usual = _usual_size(lines) if lines else 0.0
    prose = [line for line in lines if abs(line.size - usual) < 0.5]
    steps = sorted(a.y - b.y for a, b in pairwise(prose) if a.y is not None and b.y is not None and 0 < a.y - b.y < FARTHEST)
    return steps[len(steps) // 4] if steps else 0.0


def _full(lines: list[Line]) -> float:
    """The length of a full line: nine in ten are no longer."""
    lengths = sorted(len(line.text) for line in lines)
    return float(lengths[len(lengths) * 9 // 10]) if lengths else 0.0


def _joined(lines: list[Line]) -> str:
    """The words of a paragraph; a word cut at the end of a line is put together, unless it is written with a hyphen elsewhere."""
    whole = ""
    known = {m.group().casefold() for line in lines for m in _COMPOUND.finditer(line.text)}
    for line in lines:
        text = line.text.translate(_LIGATURES)
        if whole.endswith("\u00ad"):
            whole = whole[:-1] + text
        elif _BROKEN.search(whole) and text[:1].islower():
            compound = f"{whole.rsplit(None, 1)[-1]}{text.split(None, 1)[0].rstrip('.,;:')}".casefold()
            whole = whole + text if compound in known else whole[:-1] + text
        else:
            whole = f"{whole} {text}" if whole and not whole.endswith(("\u2014", "/")) else whole + text
    return whole.replace("\u00ad", "").strip()
