"""What stands below the prose of a Nexis Uni document: where it begins, and its fields."""

from __future__ import annotations

from reportedly.formats.nexis import labels
from reportedly.formats.nexis.uni_lines import Line, Mark
from reportedly.formats.nexis.when import dated


def begin(lines: list[Line], body: int) -> int:
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


def read(lines: list[Line], above: dict[str, str]) -> dict[str, str]:
    """The fields below the text, beside those above it; a line without a label goes on with the heading or the field before it."""
    found = dict(above)
    last = ""
    for line in lines:
        field, value = _field(line)
        words = labels.bare(line.text)
        if field:
            last = field
            found.setdefault(field, value)
        elif labels.FIELDS.get(words) in labels.OPEN:
            last = labels.FIELDS[words]
            found.setdefault(last, "")
        elif words in labels.CLASSIFICATION:
            last = ""
        elif last in labels.OPEN:
            found[last] += f"\n{line.text.strip()}"
    return found
