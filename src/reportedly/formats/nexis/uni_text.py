"""Nexis Uni saved as plain text, as converters and copying make it: the layout of its Word files, a paragraph or a line each."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from reportedly.errors import InputError
from reportedly.formats.base import Received, fingerprint, problem
from reportedly.formats.dateline import agency
from reportedly.formats.nexis import labels, uni, uni_files
from reportedly.formats.nexis.corrected import told
from reportedly.formats.nexis.old_text import opening_dateline
from reportedly.formats.nexis.when import dated
from reportedly.formats.tail import peel
from reportedly.formats.tidy import strip, tidy
from reportedly.model import Problem, Report, Span

NAME = "nexis-uni-txt"
SAMPLE = 400_000  # characters looked at to tell the layout; a live blog has 100,000
_LINE = re.compile(r"[^\n]*\n?")
_ENDS = re.compile(rf"^[ \t\f*_#]*(?:{'|'.join(re.escape(words) for words in sorted(labels.END))})[ \t*_]*\r?$", re.M | re.I)


def sniff(text: str) -> float:
    """Certain where an end line stands below fields of the vendor."""
    sample = text[:SAMPLE]
    if not _ENDS.search(sample):
        return 0.0
    fields = {label[1] for line in sample.splitlines() if (label := labels.uni_label(line))}
    return 0.95 if fields & {"length", "loaded"} else 0.0


def read(text: str) -> Iterator[Received]:
    """The articles in order. Of documents without an article the one before them tells. InputError where none holds any."""
    last: Received | None = None
    problems: list[Problem] = []
    listed = got = 0
    for held in uni_files.documents(list(_lines(text))):
        cover, rest = uni_files.split_cover(held, first=not got)
        listed, got = listed + uni_files.announced(cover), got + bool(rest)
        found = _article(text, rest) if rest else None
        if found is None:
            problems += [problem("document-empty", f"Document {got} holds no article. Look it up in Nexis Uni.")] if rest else []
            continue
        if last is not None:
            yield last
        last, problems = _with(found, problems), []
    if last is None:
        raise InputError("The text is an export of Nexis Uni, and no document in it holds an article. Export it again, with full text.")
    miscounted = [uni_files.miscounted("the text", listed, got).problem] if listed not in (0, got) else []
    yield _with(last, problems + miscounted)


def _with(received: Received, more: list[Problem]) -> Received:
    return msgspec.structs.replace(received, problems=(*received.problems, *more)) if more else received


def _lines(text: str) -> Iterator[uni.Line]:
    """The paragraphs of a text: cut at blank lines, and at every line that is a heading, a field or a date."""
    held: list[Span] = []
    for m in _LINE.finditer(text):
        if m.group().strip():
            held.append(strip(text, m.start(), m.end()))
        elif held:
            yield from _paragraphs(text, held)
            held = []


def _paragraphs(text: str, held: list[Span]) -> Iterator[uni.Line]:
    alone = any(dated(span.of(text)) for span in held)
    cut: list[list[Span]] = []
    for span in held:
        if not cut or alone or _stands_alone(span.of(text)) or _stands_alone(cut[-1][-1].of(text), after=True):
            cut.append([])
        cut[-1].append(span)
    for spans in cut:
        start, end = spans[0].start, spans[-1].end
        yield uni.Line(text=text[start:end].strip("*_# "), start=start, end=end)


def _stands_alone(line: str, *, after: bool = False) -> bool:
    """Whether a line begins a paragraph of its own; with `after` whether it also ends it."""
    words = labels.bare(line)
    if words in labels.END or words in labels.BODY or words in labels.CLASSIFICATION:
        return True
    return not after and (labels.uni_label(line) is not None or labels.is_copyright(line))


def _article(text: str, rest: list[uni.Line]) -> Received | None:
    document = uni.parse(rest)
    if not document.prose and (document.published is None or not document.fields):
        return None
    return _report(text[rest[0].start : rest[-1].end], rest[0].start, document)


def _report(text: str, moved: int, document: uni.Document) -> Received:
    article = uni.article(document)
    head = Span(document.title.start - moved, document.title.end - moved) if document.title and article.headline else None
    start = document.prose[0].start - moved if document.prose else len(text)
    end = document.prose[-1].end - moved if document.prose else len(text)
    tail = peel(text, start, end, article.publisher, article.copyright)
    deck = _stretch(text, head.end if head else 0, article.subheadline)
    placed = article.dateline or opening_dateline(text[start : start + 200])
    report = Report(
        id=fingerprint(text),
        text=text,
        format=NAME,
        body=Span(start, max(start, tail.end)),
        headline=article.headline,
        subheadline=article.subheadline,
        section=article.section,
        authors=article.authors,
        contributors=tuple(dict.fromkeys((*article.contributors, *tail.contributors))),
        dateline=placed,
        published=article.published,
        publisher=article.publisher or agency(placed),
        publisher_code=article.publisher_code,
        edition=article.edition,
        page=article.page,
        language=article.language,
        word_count=article.word_count,
        copyright=article.copyright,
        url=article.url,
        headline_at=head,
        subheadline_at=deck,
    )
    lost = () if document.prose else (problem("no-body", "No text was found under the headline. Export it with full text."),)
    words = uni.correction(document)
    fixed = (told(words, _stretch(text, report.body.end, words)),) if words else ()
    return Received(report=report, problems=(*fixed, *lost))


def _stretch(text: str, start: int, words: str | None) -> Span | None:
    """Where a field's words stand from `start` on, which may be wrapped over several lines."""
    if not words:
        return None
    m = re.compile(r"\s+".join(re.escape(word) for word in words.split())).search(text, start)
    return Span(*m.span()) if m and tidy(m.group()) == words else None
