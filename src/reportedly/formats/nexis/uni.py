"""A document of Nexis Uni, whether it comes as DOCX, RTF or text.

document := title publication date [edition] [copyright] fields "Body" prose [fields] "End of Document". The headings are in the
language of the interface; in DOCX and RTF bookmarks stand beside them, which are the same in all languages.
"""

from __future__ import annotations

import re

import msgspec

from reportedly.formats.compose import Article
from reportedly.formats.nexis import gathered, labels, uni_below
from reportedly.formats.nexis.corrected import is_appended
from reportedly.formats.nexis.fields import byline_alone
from reportedly.formats.nexis.uni_lines import Line, is_body, is_field
from reportedly.formats.nexis.when import dated, edition
from reportedly.formats.tidy import tidy

DATE_WITHIN = 6  # lines from the title; the samples have it in the third
LONGEST_EDITION = 12  # words; a longer line under the date is no edition
LONGEST_NAME = 20  # words of a publication's name
_HARD = re.compile(r"(?<=[^\s;]);(?=[^\s;\d])")  # a headline's line break, which the export drops
_PLACED = re.compile(r"(?<=[^\s(])\((?=[A-Z])")  # "The Courier(London)"


class Document(gathered.Gathered, kw_only=True):
    """One document taken apart. Lines of prose are kept as such, since a text knows where they stand."""

    title: Line | None = None
    fields: dict[str, str] = msgspec.field(default_factory=dict)
    prose: list[Line] = msgspec.field(default_factory=list)

    def value(self, field: str) -> str:
        """A field's words on one line; "" where there is none."""
        return tidy(self.fields.get(field, ""))


def parse(lines: list[Line]) -> Document:
    """The parts of one document."""
    found = Document()
    n = _masthead(found, lines)
    heading = next((k for k in range(n, len(lines)) if is_body(lines[k])), None)
    body = _fields(found, lines, n, heading)
    below = uni_below.begin(lines, body)
    found.prose = lines[body:below]
    found.fields = uni_below.read(lines[below:], found.fields)
    return found


def is_empty(found: Document) -> bool:
    """Whether a document holds no article: no prose, and no date with fields."""
    return not found.prose and (found.published is None or not found.fields)


def _masthead(found: Document, lines: list[Line]) -> int:
    """Title, publication, date and edition; the number of the line after them."""
    top = next((n for n in range(min(DATE_WITHIN, len(lines))) if is_body(lines[n]) or is_field(lines[n])), DATE_WITHIN)
    day = next((n for n, line in enumerate(lines[:top]) if dated(line.text)), None)
    if day == 1 and len(lines[0].text.split()) <= LONGEST_NAME:
        found.publisher = _publisher(lines[0].text)
    elif day != 0:
        found.title = lines[0] if lines and top else None
        second = lines[1].text if len(lines) > 1 and top > 1 else ""
        found.publisher = _publisher(second) if second and not labels.is_copyright(second) else None
    if day is None:
        return min(2 if found.publisher else 1, top, len(lines))
    return _edition(found, lines, day)


def _publisher(words: str) -> str:
    return tidy(_PLACED.sub(" (", words))


def _edition(found: Document, lines: list[Line], day: int) -> int:
    """The date, and the edition in its line or in the short lines under it."""
    parts: list[str] = []
    if first := dated(lines[day].text):
        found.published = first[0]
        parts.append(first[1])
    n = day + 1
    while n < len(lines) and _is_edition(lines[n]):
        parts.append(lines[n].text.strip())
        n += 1
    found.appended = is_appended(parts)
    found.edition = tidy(edition(parts)) or None
    return n


def _is_edition(line: Line) -> bool:
    words = line.text
    if labels.is_copyright(words) or labels.uni_label(words) or is_body(line) or line.mark is not None:
        return False
    return len(words.split()) <= LONGEST_EDITION and not words.rstrip().endswith((".", "!", "?", "\u201d", '"'))


def _fields(found: Document, lines: list[Line], n: int, heading: int | None) -> int:
    """The copyright line and the fields above the text; the number of the text's first line.

    A line without a label goes on with the field before it.
    """
    last = ""
    for k in range(n, len(lines) if heading is None else heading):
        words = lines[k].text.strip()
        label = labels.uni_label(words)
        if labels.is_copyright(words) and "length" not in found.fields:
            found.copyright, last = found.copyright or tidy(words), ""
        elif label and _is_label(lines[k], label, heading):
            last = label[1]
            found.fields.setdefault(last, words[label[2] :].strip())
        elif heading is None:
            return k
        elif last in found.fields:
            found.fields[last] += f"\n{words}"
    return len(lines) if heading is None else heading + 1


def _is_label(line: Line, label: tuple[str, str, int], heading: int | None) -> bool:
    """Above the heading of the text every label is one; without the heading only those that are known."""
    return heading is not None or bool(label[1] and label[1] != "body" and line.bold is not False)


def article(found: Document) -> Article:
    """The article that a document gives."""
    byline, merged = byline_alone(found.value("byline"))
    return gathered.article(
        found,
        headline=headline(found),
        subheadline=found.value("highlight") or merged or None,
        paragraphs=tuple(line.text for line in found.prose),
        byline=byline,
        section=found.value("section"),
    )


def headline(found: Document) -> str | None:
    """The title on one line; None for "No Headline In Original"."""
    words = tidy(_HARD.sub("; ", found.title.text)) if found.title else ""
    return None if re.fullmatch(r"no headline(?: in original)?", words, re.I) else words or None
