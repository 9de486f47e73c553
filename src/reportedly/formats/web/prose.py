"""The prose of a page: what trafilatura finds, without the headline, bylines and notices that stand about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.formats import header as hd
from reportedly.formats.tidy import tidy
from reportedly.formats.web.day import day_in
from reportedly.formats.web.notices import DATED, INVITATION, LABEL, is_paywall
from reportedly.model import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

_DENSE = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")  # Chinese, Japanese, Korean
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_OPEN = re.compile(r"\[(?:\u2026|\.\.\.)\]\s*$")
TOP = 5  # paragraphs in which headline, byline and date may be repeated before the prose
LAST = 4  # paragraphs in which a notice that the rest is paid for may stand
LINE = 120  # characters of the longest byline, date or label
TITLE = 400  # characters of the longest headline
INVITE = 300  # characters of the longest invitation to read, follow or subscribe


class Prose(Record, frozen=True, kw_only=True):
    """The paragraphs of a page, how many are headings, whether the page says that there is more, and the lines of byline and date above."""

    paragraphs: tuple[str, ...] = ()
    headings: int = 0
    cut: bool = False
    above: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Characters, those of scripts without spaces counted threefold: they say as much as three letters."""
        return sum(len(p) + 2 * len(_DENSE.findall(p)) for p in self.paragraphs)

    @property
    def words(self) -> int:
        return sum(len(p.split()) for p in self.paragraphs)


def prose(body: _Element, *above: str | None) -> Prose:
    """The prose of trafilatura's result; `above` are lines known to stand over it: headline, title, deck."""
    known = {_bare(line) for line in above if line}
    parts = [(words, element.tag == "head") for element in _without_boxes(body) for words in _parts(element) if not _is_label(words)]
    credits_ = tuple(line for line, _ in parts[:TOP] if _is_credit(line))
    top = [part for part in parts[:TOP] if not (part[0] in credits_ or (len(part[0]) < TITLE and _bare(part[0]) in known))]
    # A heading that repeats the headline with its kicker or its mark of emphasis.
    while top and top[0][1] and any(len(k) > 10 and (k in (b := _bare(top[0][0])) or (b and b in k)) for k in known):
        top.pop(0)
    parts = top + parts[TOP:]
    notices = {words for words, _ in parts[-LAST:] if is_paywall(words)}
    parts = [part for part in parts if part[0] not in notices]
    while parts and (parts[-1][1] or (len(parts[-1][0]) < INVITE and INVITATION.fullmatch(parts[-1][0]))):
        parts.pop()  # an invitation, or a heading with nothing under it
    kept = tuple(words for words, _ in parts)
    cut = bool(notices) or bool(kept and _OPEN.search(kept[-1], max(0, len(kept[-1]) - 20)))
    return Prose(paragraphs=kept, headings=sum(h for _, h in parts), cut=cut, above=credits_)


def _without_boxes(body: _Element) -> list[_Element]:
    """The elements of the result without the tables above its first paragraph: boxes of facts, or a notice about the page."""
    elements = list(body)
    first = next((n for n, e in enumerate(elements) if e.tag in ("p", "quote", "list")), 0)
    return [e for n, e in enumerate(elements) if n >= first or e.tag != "table"]


def _parts(element: _Element) -> list[str]:
    """The paragraphs in one element of the result: a list gives one for each entry, a table one for each row."""
    if not isinstance(element.tag, str):
        return []
    if element.tag == "table":
        rows = (" | ".join(w for cell in row.iter("cell") if (w := tidy("".join(cell.itertext())))) for row in element.iter("row"))
        return [row for row in rows if row]
    for inner in element.iterdescendants("lb", "p", "item", "quote", "row", "head"):
        inner.text = ("\n" if inner.tag == "lb" else "\n\n") + (inner.text or "")
    text = "".join(element.itertext())
    return [words for part in (_BLANK_LINE.split(text) if "\n" in text else (text,)) if (words := _lines(part))]


def _lines(part: str) -> str:
    if "\n" not in part:
        return " ".join(part.split())
    return "\n".join(line for cut in part.splitlines() if (line := " ".join(cut.split())))


def _is_label(words: str) -> bool:
    return len(words) < LINE and LABEL.fullmatch(words) is not None


def _is_credit(words: str) -> bool:
    """Whether a line above the prose is a byline or a date."""
    if len(words) > LINE or words.endswith("."):
        return False
    dated = DATED.fullmatch(words) is not None and any(c.isdigit() for c in words)
    return dated or day_in(words) is not None or hd.has_byline_prefix(words)


def _bare(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()
