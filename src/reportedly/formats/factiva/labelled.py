"""The labelled Factiva layout: every field under its two- or three-letter code.

A line of prose may be "IN" or begin with "RE"; so a code opens a field only where it stands alone above a line that is
not blank (or is set off by a tab or two spaces, in exports that write it so), where the parts of an article (header,
text, codes) allow it, and where its value looks as that field's does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.formats.base import Received, fingerprint, problem
from reportedly.formats.dateline import dateline
from reportedly.formats.dates import header_date, language_code
from reportedly.formats.factiva import accession as an
from reportedly.formats.factiva import header as hd
from reportedly.formats.tail import peel
from reportedly.formats.tidy import strip, tidy
from reportedly.model import Problem, Record, Report, Span

NAME = "factiva-labelled"
HEADER = "CLM SE HD BY CR WC PD ET SN SC NGC GC ED PG VOL LA CY CX".split()  # in any order, each once
TEXT = "LP TD".split()
CODES = "CT RF ART CO IN NS RE IPC IPD PUB AN".split()  # in this order
_RANK = dict.fromkeys(HEADER, 0) | {code: n for n, code in enumerate(TEXT + CODES, 1)}
_FIELD = re.compile(rf"^[ \t\f]{{0,6}}({'|'.join(_RANK)})(?:[ \t]*\r?\n(?=[ \t]*\S)|(?:\t|[ \t]{{2,}})(?=\S))", re.M)
_NUMBER = re.compile(r"(?:Document|Dokument|Documento)?\s*([0-9A-Za-z]{8}\d{8}[0-9A-Za-z]{9})\b")
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


def _article_starts(text: str) -> list[int]:
    """Where each article begins: at the first label, and then at every label that opens a header anew."""
    marks = list(_FIELD.finditer(text))
    starts: list[int] = []
    closed = True
    for n, m in enumerate(marks):
        if m[1] in ("CLM", "SE", "HD") and (closed or _opens_header([x[1] for x in marks[n : n + 7]])):
            starts.append(m.start())
            closed = False
        elif m[1] in TEXT + CODES:
            closed = closed or (m[1] == "AN" and bool(_NUMBER.match(text, m.end())))
    return _without_doubles(starts, marks)


def _opens_header(codes: list[str]) -> bool:
    """Whether these codes run from a section or headline to a date, as at the head of an article that follows one cut off."""
    if "HD" not in codes or "PD" not in codes:
        return False
    above = codes[: codes.index("PD")]
    return "WC" in above and all(c in _MOST_ABOVE for c in above) and len(set(above)) == len(above)


def _without_doubles(starts: list[int], marks: list[re.Match[str]]) -> list[int]:
    """The starts, but for those that stand in the header of the article before (SE, then HD)."""
    kept: list[int] = []
    for start in starts:
        between = {m[1] for m in marks if kept and kept[-1] <= m.start() < start}
        if not kept or not between <= {"CLM", "SE"}:
            kept.append(start)
    return kept


def _fields(text: str) -> list[Field]:
    """The fields of one article; a code that cannot stand where it does is prose."""
    marks = list(_FIELD.finditer(text))
    alone = bool(marks) and marks[0].group().endswith("\n")
    marks = [m for m in marks if m.group().endswith("\n") or not alone]
    kept: list[re.Match[str]] = []
    for m in marks:
        rank, last = _RANK[m[1]], _RANK[kept[-1][1]] if kept else 0
        seen = any(k[1] == m[1] for k in kept)
        if not seen and (rank > last or rank == last == 0) and _plausible(m[1], text, m.end()):
            kept.append(m)
    ends = [*(m.start() for m in kept[1:]), len(text)]
    return [Field(code=m[1], label=Span(m.start(), m.end()), value=strip(text, m.end(), end)) for m, end in zip(kept, ends, strict=True)]


def _plausible(code: str, text: str, at: int) -> bool:
    """Whether what stands under a label looks as that field's value does."""
    line = text[at : at + 400].lstrip().split("\n", 1)[0]
    if code in ("CO", "IN", "NS", "RE"):
        return bool(_CODED.match(line))
    return code != "AN" or bool(_NUMBER.match(line)) or not text[at + len(line) :].strip()


def _article(text: str) -> Received:
    fields = {f.code: f for f in _fields(text)}
    said = {code: f.value.of(text) for code, f in fields.items()}
    number = m[1] if (m := _NUMBER.match(said.get("AN", ""))) else None
    body, breaks = _body(fields, len(text))
    tail = peel(text, body.start, body.end, said.get("PUB"), said.get("SN"), said.get("CY"), *(b.of(text).strip() for b in breaks))
    head = hd.headline(text, fields["HD"].value) if "HD" in fields else hd.Headline()
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
        section=_join(said.get("SE"), said.get("CLM")) or head.kicker,
        authors=hd.authors(said["BY"]) if "BY" in said else (),
        contributors=tail.contributors,
        dateline=dateline(text[body.start : body.start + 200]),
        published=header_date(said.get("PD", "")) or (an.published(number) if number else None),
        publisher=tidy(said["SN"]) if "SN" in said else None,
        publisher_code=said.get("SC"),
        edition=tidy(said["ED"]) if "ED" in said else hd.edition_in(said.get("SN")),
        page=said.get("PG"),
        language=language_code(said.get("LA", "")),
        word_count=hd.word_count(said.get("WC", "")),
        copyright=tidy(said["CY"]) if "CY" in said else None,
        accession=number,
    )
    return Received(report=report, problems=tuple(_problems(report, said)))


def _join(*parts: str | None) -> str | None:
    return " / ".join(tidy(p) for p in parts if p) or None


def _body(fields: dict[str, Field], end: int) -> tuple[Span, tuple[Span, ...]]:
    """Where the prose stands (LP and TD together), and the label between them."""
    parts = [fields[c] for c in TEXT if c in fields]
    if not parts:
        return Span(end, end), ()
    labels = tuple(f.label for f in parts[1:])
    return Span(parts[0].value.start, parts[-1].value.end), labels


def _problems(report: Report, said: dict[str, str]) -> Iterator[Problem]:
    stated = header_date(said.get("PD", ""))
    if report.accession:
        yield from an.conflicts(report.accession, report.publisher_code, stated)
    else:
        yield problem("cut-off", f"The article has no AN field: the export was cut off or edited. {an.AGAIN}")
    if stated is None and report.published:
        yield an.dated_by(report.published)
    elif "PD" in said and stated is None:
        yield problem("date-unread", f"The publication date {said['PD'][:40]!r} could not be read. Give it with --published YYYY-MM-DD.")
    if not report.body.of(report.text).strip():
        yield problem("no-body", "The article has no LP or TD field. Export it with full text.")
