"""Bytes -> Reports. One plain table lists the formats; the text itself decides which is used, never the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from reportedly.errors import InputError
from reportedly.formats import jsonlines, plain
from reportedly.formats.base import Format, Received, dated, problem
from reportedly.formats.decode import decode
from reportedly.formats.factiva import labelled, unlabelled
from reportedly.formats.tidy import level
from reportedly.model import Problem

FORMATS = (
    Format(name=jsonlines.NAME, sniff=jsonlines.sniff, read=jsonlines.read, verbatim=True),
    Format(name=labelled.NAME, sniff=labelled.sniff, read=labelled.read),
    Format(name=unlabelled.NAME, sniff=unlabelled.sniff, read=unlabelled.read),
    Format(name=plain.NAME, sniff=plain.sniff, read=plain.read),
)
_MARKUP = re.compile(r"\s*(?:<!doctype html|<html|<\?xml|<rss|<feed)", re.I)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]*")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

__all__ = ["FORMATS", "Format", "Received", "receive"]


def receive(raw: bytes | str, name: str = "the text", published: date | None = None) -> Iterator[Received]:
    """The reports in one file or text, in order.

    `name` is what error messages call it; `published` dates the reports that state no date. InputError where
    nothing can be read: empty, binary, markup.
    """
    text, problems = (raw, []) if isinstance(raw, str) else decode(raw)
    if text is None:
        raise InputError(f"{name}: {problems[0].message}")
    if _BLANK.fullmatch(text):
        raise InputError(f"{name} is empty. Check that it was saved or downloaded whole.")
    if _MARKUP.match(text):
        raise InputError(f"{name} is a web page or XML, which is not read yet. Save the report as plain text and read that.")
    text, odd = _encodable(text)
    levelled = level(text)
    best = max(FORMATS, key=lambda f: f.sniff(text if f.verbatim else levelled))
    for received in best.read(text) if best.verbatim else _as_received(best.read(levelled), levelled, text):
        extra = (*problems, *odd, *_control(received))
        yield dated(msgspec.structs.replace(received, problems=(*received.problems, *extra)), published)


def _as_received(found: Iterator[Received], levelled: str, text: str) -> Iterator[Received]:
    """The reports of a levelled text, each with its stretch of the text as received."""
    at = 0
    for received in found:
        report = received.report
        at = levelled.index(report.text, at)
        end = at + len(report.text)
        yield received if levelled is text else msgspec.structs.replace(received, report=msgspec.structs.replace(report, text=text[at:end]))
        at = end


def _encodable(text: str) -> tuple[str, list[Problem]]:
    """The text without lone surrogates, which no encoding can hold; each becomes U+FFFD, so offsets stay."""
    if not _SURROGATE.search(text):
        return text, []
    told = problem("surrogates", "Some characters are broken and were replaced by U+FFFD. Save the text as UTF-8.")
    return _SURROGATE.sub("\ufffd", text), [told]


def _control(received: Received) -> list[Problem]:
    found = _CONTROL.findall(received.report.body.of(received.report.text))
    if not found:
        return []
    return [problem("control-characters", f"The text holds {len(found)} control characters; they were read as spaces.")]
