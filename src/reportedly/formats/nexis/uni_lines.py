"""The lines of a Nexis Uni file, with what its marks say of them: bookmarks and bold type, which are the same in all languages."""

from __future__ import annotations

import re
from enum import StrEnum

from reportedly.formats.nexis import labels
from reportedly.model import Record


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
