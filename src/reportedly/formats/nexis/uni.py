"""A document of Nexis Uni, whether it comes as DOCX, RTF or text.

document := title publication date [edition] [copyright] fields "Body" prose [fields] "End of Document". The headings are in the
language of the interface; in DOCX and RTF bookmarks stand beside them, which are the same in all languages.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

import msgspec

from reportedly.formats.compose import Article
from reportedly.formats.nexis import fields as fd
from reportedly.formats.nexis import labels
from reportedly.formats.nexis.corrected import APPENDED
from reportedly.formats.nexis.when import clock, dated, is_weekday
from reportedly.formats.tidy import tidy
from reportedly.model import Record

DATE_WITHIN = 6  # lines from the title; the samples have it in the third
LONGEST_EDITION = 12  # words; a longer line under the date is no edition
LONGEST_NAME = 20  # words of a publication's name
_APPENDED = re.compile(r"correction appended", re.I)
_HARD = re.compile(r"(?<=[^\s;]);(?=[^\s;\d])")  # a headline's line break, which the export drops
_PLACED = re.compile(r"(?<=[^\s(])\((?=[A-Z])")  # "The Courier(London)"


class Mark(StrEnum):
    """What a bookmark says of the line that it stands at or before."""

    DOCUMENT = "document"
    BODY = "body"
    BELOW = "below"


class Line(Record, frozen=True, kw_only=True):
    """A paragraph that is not blank; `bold` is None where the file does not tell. `start` and `end` are where it stands in a text."""

    text: str
    bold: bool | None = None
    mark: Mark | None = None
    start: int = 0
    end: int = 0


class Document(msgspec.Struct):
    """One document taken apart. Lines of prose are kept as such, since a text knows where they stand."""

    title: Line | None = None
    publisher: str | None = None
    published: date | None = None
    edition: str | None = None
    copyright: str | None = None
    fields: dict[str, str] = msgspec.field(default_factory=dict)
    prose: list[Line] = msgspec.field(default_factory=list)
    appended: bool = False


def mark_of(bookmark: str) -> Mark | None:
    """What the vendor's bookmark of that name marks: "Bookmark_1", "Body", "Body_0", "Classification"."""
    m = re.fullmatch(r"([A-Za-z]+?)(?:_\d+)?", bookmark)
    return {"Bookmark": Mark.DOCUMENT, "Body": Mark.BODY, "Classification": Mark.BELOW}.get(m[1]) if m else None


def is_field(line: Line) -> bool:
    """Whether a line is a field that an article has and a cover page has not."""
    label = labels.uni_label(line.text)
    return bool(label and label[1] in ("length", "byline", "section", "highlight"))


def is_body(line: Line) -> bool:
    """Whether a line is the heading of the text: by its bookmark, or by its words where they stand alone."""
    return line.mark is Mark.BODY or (line.bold is not False and labels.bare(line.text) in labels.BODY)


def parse(lines: list[Line]) -> Document:
    """The parts of one document."""
    found = Document()
    n = _masthead(found, lines)
    heading = next((k for k in range(n, len(lines)) if is_body(lines[k])), None)
    body = _fields(found, lines, n, heading)
    below = _below(lines, body)
    found.prose = lines[body:below]
    _last_fields(found, lines[below:])
    return found


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
    found.appended = any(_APPENDED.search(part) for part in parts)
    kept = [p for p in parts if p and not clock(p) and not is_weekday(p) and not _APPENDED.search(p)]
    found.edition = tidy("; ".join(kept)) or None
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


def _below(lines: list[Line], body: int) -> int:
    """The first line below the prose that is a heading or a field."""
    closing = _closing(lines, body)
    loaded = max((n for n in range(body, len(lines)) if _is_load_date(lines[n])), default=-1)
    for n in range(body, len(lines)):
        field = _field(lines[n])[0]
        last = field in labels.AFTER and lines[n].bold is not False and n >= closing
        last = last or (n == len(lines) - 1 and _is_dated_field(lines[n]))
        if lines[n].mark is Mark.BELOW or last or _is_load_date(lines[n]) or _is_heading(lines, n, max(loaded, closing)):
            return n
    return len(lines)


def _closing(lines: list[Line], body: int) -> int:
    """The first line from which on there are only fields and headings."""
    n = len(lines)
    while n > body and (_field(lines[n - 1])[0] or _is_heading_word(lines[n - 1])):
        n -= 1
    return n


def _is_load_date(line: Line) -> bool:
    """Whether a line is the field that stands below every text, with a date in it."""
    field, value = _field(line)
    return field == "loaded" and dated(value) is not None


def _is_dated_field(line: Line) -> bool:
    """Whether a line is a label and a date, as the load date is in a language that is not known."""
    label = labels.uni_label(line.text)
    return label is not None and dated(line.text.strip()[label[2] :]) is not None


def _is_heading(lines: list[Line], n: int, fields: int) -> bool:
    """Whether a line is a heading below the text: "Classification" above a field, "Graphic" or "Correction" where fields come after it."""
    words = labels.bare(lines[n].text)
    if lines[n].bold is False:
        return False
    if words in labels.CLASSIFICATION:
        return n + 1 < len(lines) and labels.uni_label(lines[n + 1].text) is not None
    return labels.FIELDS.get(words) in labels.OPEN and (lines[n].bold is True or n < fields < len(lines))


def _field(line: Line) -> tuple[str, str]:
    label = labels.uni_label(line.text)
    return (label[1], line.text.strip()[label[2] :].strip()) if label else ("", "")


def _is_heading_word(line: Line) -> bool:
    words = labels.bare(line.text)
    return words in labels.CLASSIFICATION or labels.FIELDS.get(words) in labels.OPEN


def _last_fields(found: Document, lines: list[Line]) -> None:
    """The fields below the text; a line without a label goes on with the heading or the field before it."""
    last = ""
    for line in lines:
        field, value = _field(line)
        words = labels.bare(line.text)
        if field:
            last = field
            found.fields.setdefault(field, value)
        elif labels.FIELDS.get(words) in labels.OPEN:
            last = labels.FIELDS[words]
            found.fields.setdefault(last, "")
        elif words in labels.CLASSIFICATION:
            last = ""
        elif last in labels.OPEN:
            found.fields[last] += f"\n{line.text.strip()}"


def article(found: Document) -> Article:
    """The article that a document gives."""
    said = {field: tidy(words) for field, words in found.fields.items()}
    byline, merged = fd.byline_alone(said.get("byline", ""))
    authors, contributors = fd.authors(byline)
    section, page = fd.section_and_page(said.get("section", ""))
    return Article(
        headline=headline(found),
        subheadline=said.get("highlight") or merged or None,
        paragraphs=tuple(line.text for line in found.prose),
        section=section,
        authors=authors,
        contributors=contributors,
        dateline=said.get("dateline") or None,
        published=found.published,
        publisher=found.publisher,
        publisher_code=said.get("journal") or None,
        edition=found.edition,
        page=page,
        language=fd.language(said.get("language", "")),
        word_count=fd.word_count(said.get("length", "")),
        copyright=found.copyright,
        url=said.get("url", "").replace(" ", "") or None,
    )


def correction(found: Document) -> str:
    """The words of a correction that the publication made to the article, or that it made one; "" where it made none."""
    return tidy(found.fields.get("correction", "")) or (APPENDED if found.appended else "")


def headline(found: Document) -> str | None:
    """The title on one line; None for "No Headline In Original"."""
    words = tidy(_HARD.sub("; ", found.title.text)) if found.title else ""
    return None if re.fullmatch(r"no headline(?: in original)?", words, re.I) else words or None
