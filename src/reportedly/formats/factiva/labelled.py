"""The labelled Factiva layout: every field under its two- or three-letter code, in the vendor's order.

A line of prose may begin with "IN" or "RE"; so a code opens a field only where it stands alone on its line (or is set
off by two spaces, in exports that write it so) and where the vendor's order allows it.
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
ORDER = "CLM SE HD BY CR WC PD ET SN SC NGC GC ED PG VOL LA CY CX LP TD CT RF ART CO IN NS RE IPC IPD PUB AN".split()
_RANK = {code: n for n, code in enumerate(ORDER)}
_FIELD = re.compile(rf"^[ \t\f]{{0,6}}({'|'.join(ORDER)})(?:[ \t]*\r?$|[ \t]{{2,}}(?=\S))", re.M)
_NUMBER = re.compile(r"(?:Document|Dokument|Documento)?\s*([0-9A-Za-z]{25})\b")


class Field(Record, frozen=True, kw_only=True):
    """A field of one article: its code, where its label stands and where its value."""

    code: str
    label: Span
    value: Span


def sniff(text: str) -> float:
    """Certain where HD, WC and PD stand as labels in this order."""
    codes = [m[1] for m in _FIELD.finditer(text[:200_000])]
    wanted = iter(codes)
    return 0.97 if all(code in wanted for code in ("HD", "WC", "PD")) else 0.3 if {"HD", "LP"} <= set(codes) else 0.0


def read(text: str) -> Iterator[Received]:
    """The articles of an export in order."""
    starts = _article_starts(text)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield _article(text[start:end])


def _article_starts(text: str) -> list[int]:
    """Where each article begins: at the first label after an accession number."""
    starts: list[int] = []
    open_article = False
    for m in _FIELD.finditer(text):
        if not open_article and m[1] in ("CLM", "SE", "HD"):
            starts.append(m.start())
            open_article = True
        elif m[1] == "AN":
            open_article = False
    return starts


def _fields(text: str) -> list[Field]:
    """The fields of one article; a code out of the vendor's order is prose."""
    marks: list[re.Match[str]] = []
    alone = True
    for m in _FIELD.finditer(text):
        if not marks:
            alone = text[m.end() : m.end() + 1] in ("", "\n", "\r")
        stands_alone = text[m.end() : m.end() + 1] in ("", "\n", "\r")
        in_order = not marks or _RANK[m[1]] > _RANK[marks[-1][1]]
        if in_order and (stands_alone or not alone):
            marks.append(m)
    ends = [*(m.start() for m in marks[1:]), len(text)]
    return [Field(code=m[1], label=Span(m.start(), m.end()), value=strip(text, m.end(), end)) for m, end in zip(marks, ends, strict=True)]


def _article(text: str) -> Received:
    fields = {f.code: f for f in _fields(text)}
    said = {code: f.value.of(text) for code, f in fields.items()}
    number = m[1] if (m := _NUMBER.match(said.get("AN", ""))) else None
    body, breaks = _body(fields, len(text))
    tail = peel(text, body.start, body.end, said.get("PUB"), said.get("SN"), *(b.of(text).strip() for b in breaks))
    head = hd.headline(text, fields["HD"].value) if "HD" in fields else hd.Headline()
    report = Report(
        id=number or fingerprint(text), text=text, format=NAME, body=Span(body.start, tail.end), breaks=tuple(b for b in breaks if b.end <= tail.end),
        headline=head.words, subheadline=head.deck, headline_at=head.at, subheadline_at=head.deck_at,
        section=_join(said.get("SE"), said.get("CLM")) or head.kicker,
        authors=hd.authors(said["BY"]) if "BY" in said else (), contributors=tail.contributors,
        dateline=dateline(text[body.start : body.start + 200]), published=header_date(said.get("PD", "")),
        publisher=tidy(said["SN"]) if "SN" in said else None, publisher_code=said.get("SC"),
        edition=tidy(said["ED"]) if "ED" in said else hd.edition_in(said.get("SN")), page=said.get("PG"),
        language=language_code(said.get("LA", "")), word_count=hd.word_count(said.get("WC", "")),
        copyright=tidy(said["CY"]) if "CY" in said else None, accession=number,
    )  # fmt: skip
    return Received(report=report, problems=tuple(_problems(report, said)))


def _join(*parts: str | None) -> str | None:
    return " / ".join(tidy(p) for p in parts if p) or None


def _body(fields: dict[str, Field], end: int) -> tuple[Span, tuple[Span, ...]]:
    """Where the prose stands (LP and TD together), and the label between them."""
    parts = [fields[c] for c in ("LP", "TD") if c in fields]
    if not parts:
        return Span(end, end), ()
    labels = tuple(f.label for f in parts[1:])
    return Span(parts[0].value.start, parts[-1].value.end), labels


def _problems(report: Report, said: dict[str, str]) -> Iterator[Problem]:
    if report.accession:
        yield from an.conflicts(report.accession, report.publisher_code, report.published)
    else:
        yield problem("cut-off", "The article has no AN field: the export was cut off or edited. Export it again to be sure that nothing is missing.")
    if "PD" in said and report.published is None:
        yield problem("date-unread", f"The publication date {said['PD']!r} could not be read. Give it with --published YYYY-MM-DD.")
    if not report.body.of(report.text).strip():
        yield problem("no-body", "The article has no LP or TD field. Export it with full text.")
