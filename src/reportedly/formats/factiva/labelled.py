"""The labelled Factiva layout: every field under its two- or three-letter code.

A line of prose may be "IN" or begin with "RE"; so a code opens a field only where it stands alone above a line that is
not blank (or is set off by a tab or two spaces, in exports that write it so), where the parts of an article (header,
text, codes) allow it, and where its value looks as that field's does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.formats import compose
from reportedly.formats import header as hd
from reportedly.formats.base import Received, fingerprint, problem
from reportedly.formats.dateline import dateline
from reportedly.formats.factiva import correction
from reportedly.formats.factiva.fields import CODES, RANK, TEXT, Fields, described
from reportedly.formats.tail import peel
from reportedly.formats.tidy import strip
from reportedly.model import Record, Report, Span

NAME = "factiva-labelled"
_FIELD = re.compile(rf"^[ \t\f]{{0,6}}({'|'.join(RANK)})(?:[ \t]*\r?\n(?=[ \t]*\S)|(?:\t|[ \t]{{2,}})(?=\S))", re.M)
_NUMBER = re.compile(r"(?:Document|Dokument|Documento)?\s*([0-9A-Za-z]{8}\d{8}[0-9A-Za-z]{9})\b")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_CODED = re.compile(r"[\w.]+ :(?: |$)")  # "gvio : Military Action | gdip : International Relations"
_MOST_ABOVE = ("CLM", "SE", "HD", "BY", "CR", "WC")  # what may stand above the date
SAMPLE = 200_000  # characters looked at to tell the layout


class Field(Record, frozen=True, kw_only=True):
    """A field of one article: its code, where its label stands and where its value."""

    code: str
    label: Span
    value: Span


def sniff(text: str) -> float:
    """Certain where headline, word count and date stand as labels; likely where the text begins with a label, or has some."""
    if "HD" not in text[:SAMPLE]:  # much cheaper than to look for all of them
        return 0.0
    marks = list(_FIELD.finditer(text[:SAMPLE]))
    codes = {m[1] for m in marks}
    if {"HD", "WC", "PD"} <= codes or ("HD" in codes and len(codes & {"WC", "PD", "SN", "LP", "AN"}) > 2):
        return 0.97
    opens = bool(marks) and marks[0][1] in ("CLM", "SE", "HD") and not text[: marks[0].start()].strip("\ufeff \t\r\n\f")
    return 0.7 if opens and "HD" in codes and len(codes) > 2 else 0.3 if {"HD", "LP"} <= codes else 0.0


def read(text: str) -> Iterator[Received]:
    """The articles of an export in order."""
    starts = _article_starts(text)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield _article(text[start:end])


def fields(text: str) -> Iterator[Fields]:
    """The articles of such a text as fields, for files in which this layout stands as a table."""
    starts = _article_starts(text)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        one = text[start:end]
        said = {f.code: f.value.of(one) for f in _fields(one)}
        prose = [p for code in TEXT if code in said for p in _BLANK_LINE.split(said[code])]
        yield Fields(said=said, paragraphs=tuple(prose), number=number_in(said.get("AN", "")))


def _article_starts(text: str) -> list[int]:
    """Where each article begins: at the first label, and then at every label that opens a header anew."""
    marks = list(_FIELD.finditer(text))
    starts: list[int] = []
    closed = True
    for n, m in enumerate(marks):
        if m[1] in ("CLM", "SE", "HD") and (closed or _opens_header([x[1] for x in marks[n : n + 7]])):
            starts.append(n)
            closed = False
        elif m[1] in TEXT + CODES:
            closed = closed or (m[1] == "AN" and bool(_NUMBER.match(text, m.end())))
    return [marks[n].start() for n in _without_doubles(starts, [m[1] for m in marks])]


def _opens_header(codes: list[str]) -> bool:
    """Whether these codes run from a section or headline to a date, as at the head of an article that follows one cut off."""
    if "HD" not in codes or "PD" not in codes:
        return False
    above = codes[: codes.index("PD")]
    return "WC" in above and all(c in _MOST_ABOVE for c in above) and len(set(above)) == len(above)


def _without_doubles(starts: list[int], codes: list[str]) -> list[int]:
    """The starts, but for those that stand in the header of the article before (SE, then HD)."""
    kept: list[int] = []
    for n in starts:
        if not kept or any(code not in ("CLM", "SE") for code in codes[kept[-1] : n]):
            kept.append(n)
    return kept


def _fields(text: str) -> list[Field]:
    """The fields of one article; a code that cannot stand where it does is prose."""
    marks = list(_FIELD.finditer(text))
    alone = bool(marks) and marks[0].group().endswith("\n")
    marks = [m for m in marks if m.group().endswith("\n") or not alone]
    kept: list[re.Match[str]] = []
    for m in marks:
        rank, last = RANK[m[1]], RANK[kept[-1][1]] if kept else 0
        seen = any(k[1] == m[1] for k in kept)
        if not seen and (rank > last or rank == last == 0) and plausible(m[1], text, m.end()):
            kept.append(m)
    ends = [*(m.start() for m in kept[1:]), len(text)]
    return [Field(code=m[1], label=Span(m.start(), m.end()), value=strip(text, m.end(), end)) for m, end in zip(kept, ends, strict=True)]


def plausible(code: str, text: str, at: int) -> bool:
    """Whether what stands under a label looks as that field's value does."""
    line = text[at : at + 400].lstrip().split("\n", 1)[0]
    if code in ("CO", "IN", "NS", "RE"):
        return bool(_CODED.match(line))
    return code != "AN" or bool(_NUMBER.match(line)) or not text[at + len(line) :].strip()


def _article(text: str) -> Received:
    found = {f.code: f for f in _fields(text)}
    said = {code: f.value.of(text) for code, f in found.items()}
    number = number_in(said.get("AN", ""))
    body, breaks = _body(found, len(text))
    tail = peel(text, body.start, body.end, said.get("PUB"), said.get("SN"), said.get("CY"), *(b.of(text).strip() for b in breaks))
    head = hd.headline(text, found["HD"].value) if "HD" in found else hd.Headline()
    article = described(Fields(said=said, number=number), head)
    report = Report(
        id=number or fingerprint(text),
        text=text,
        format=NAME,
        body=Span(body.start, tail.end),
        breaks=tuple(b for b in breaks if b.end <= tail.end),
        headline=head.words,
        subheadline=head.deck,
        headline_at=head.at,
        subheadline_at=head.deck_at,
        contributors=tail.contributors,
        dateline=dateline(text[body.start : body.start + 200]),
        publisher=article.publisher,
        accession=number,
    )
    bare = not report.body.of(text).strip()
    lost = (problem("no-body", "The article has no LP or TD field. Export it with full text."),) if bare else ()
    noted = correction.told(text, report.body, said.get("HD"), found["CX"].value if "CX" in found else None)
    return Received(report=compose.described(report, article), problems=(*article.problems, *lost, *noted))


def number_in(words: str) -> str | None:
    """The accession number in the words of an AN field."""
    return m[1] if (m := _NUMBER.match(words)) else None


def _body(fields: dict[str, Field], end: int) -> tuple[Span, tuple[Span, ...]]:
    """Where the prose stands (LP and TD together), and the label between them."""
    parts = [fields[c] for c in TEXT if c in fields]
    if not parts:
        return Span(end, end), ()
    labels = tuple(f.label for f in parts[1:])
    return Span(parts[0].value.start, parts[-1].value.end), labels
