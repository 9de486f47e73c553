"""Nexis Uni saved as plain text, as converters and copying make it: the layout of its Word files, a paragraph or a line each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.formats.base import Received, problem
from reportedly.formats.nexis import in_text, labels, uni, uni_files
from reportedly.formats.nexis.uni_lines import Line
from reportedly.formats.nexis.when import dated
from reportedly.formats.tidy import strip, tidy
from reportedly.model import Problem, Span

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
    """The articles in order. Of documents without an article the one after them tells. InputError where none holds any."""
    nothing = "The text is an export of Nexis Uni, and no document in it holds an article. Export it again, with full text."
    return in_text.beside(_found(text), nothing)


def _found(text: str) -> Iterator[Received | Problem]:
    listed = got = 0
    for held in uni_files.documents(list(_lines(text))):
        cover, rest = uni_files.split_cover(held, first=not got)
        listed, got = listed + uni_files.announced(cover), got + bool(rest)
        if rest:
            yield _article(text, rest) or problem("document-empty", f"Document {got} holds no article. Look it up in Nexis Uni.")
    if listed not in (0, got):
        yield uni_files.miscounted("the text", listed, got).problem


def _lines(text: str) -> Iterator[Line]:
    """The paragraphs of a text: cut at blank lines, and at every line that is a heading, a field or a date."""
    held: list[Span] = []
    for m in _LINE.finditer(text):
        if m.group().strip():
            held.append(strip(text, m.start(), m.end()))
        elif held:
            yield from _paragraphs(text, held)
            held = []


def _paragraphs(text: str, held: list[Span]) -> Iterator[Line]:
    alone = any(dated(span.of(text)) for span in held)
    cut: list[list[Span]] = []
    for span in held:
        if not cut or alone or _stands_alone(span.of(text)) or _stands_alone(cut[-1][-1].of(text), after=True):
            cut.append([])
        cut[-1].append(span)
    for spans in cut:
        start, end = spans[0].start, spans[-1].end
        yield Line(text=text[start:end].strip("*_# "), start=start, end=end)


def _stands_alone(line: str, *, after: bool = False) -> bool:
    """Whether a line begins a paragraph of its own; with `after` whether it also ends it."""
    words = labels.bare(line)
    if words in labels.END or words in labels.BODY or words in labels.CLASSIFICATION:
        return True
    return not after and (labels.uni_label(line) is not None or labels.is_copyright(line))


def _article(text: str, rest: list[Line]) -> Received | None:
    document = uni.parse(rest)
    if uni.is_empty(document):
        return None
    return _report(text[rest[0].start : rest[-1].end], rest[0].start, document)


def _report(text: str, moved: int, document: uni.Document) -> Received:
    article = uni.article(document)
    head = Span(document.title.start - moved, document.title.end - moved) if document.title and article.headline else None
    places = in_text.Places(
        prose=_prose(document, moved) or Span(len(text), len(text)),
        headline=head,
        subheadline=_stretch(text, head.end if head else 0, article.subheadline),
    )
    report = in_text.report(text, article, places, NAME)
    words = document.correction()
    return in_text.received(report, words, _stretch(text, report.body.end, words), prose=bool(document.prose))


def _prose(document: uni.Document, moved: int) -> Span | None:
    return Span(document.prose[0].start - moved, document.prose[-1].end - moved) if document.prose else None


def _stretch(text: str, start: int, words: str | None) -> Span | None:
    """Where a field's words stand from `start` on, which may be wrapped over several lines."""
    if not words:
        return None
    m = re.compile(r"\s+".join(re.escape(word) for word in words.split())).search(text, start)
    return Span(*m.span()) if m and tidy(m.group()) == words else None
