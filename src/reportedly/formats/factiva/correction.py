"""Articles that correct an earlier one: the words that say so, kept and told."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from reportedly.formats.base import Received, problem
from reportedly.formats.tidy import tidy
from reportedly.model import Problem, Span

CODE = "correction"
SHOWN = 80  # characters of the correction that the message repeats
_VERB = (
    r"(?:Corrects|Corrected|Correcting|Korrigiert|Berichtigt|Corrige|Rectifie|Rectifica|Corregido|Rettifica|Corregge|Retifica|"
    r"Corrigeert|Rectificeert)"
)
_NOUN = (
    r"(?:Corrections?(?: (?:&|and) (?:Amplifications?|Clarifications?))?|Berichtigung|Korrektur|Rectificatif|Correctif|Errat(?:um|a)|"
    r"Correcci[\u00f3o]n|Fe de erratas|Rettifica|Correzione|Corre[\u00e7c][\u00e3a]o|Rectificatie|Correctie)"
)
# "(Corrects name in paragraph 2)", "Corrects date of sinking", "Correction: ...", "Corrections & Amplifications" alone
_NOTE = rf"[ \t]*(?:[(\[]{_VERB}\b|Corrects\s|(?i:{_NOUN})[ \t]*(?::|--|\u2014|$)|Corrections (?:&|and) Amplifications\b)[^\n]*"
_FIRST = re.compile(_NOTE, re.M)
_LATER = re.compile("\n" + _NOTE, re.M)  # thrice as fast as with the beginnings of all lines
_HEADLINE = re.compile(r"\s*(?:CORRECTED|CORRECTION|CORRECTIF|RECTIFICATIF|KORREKTUR|BERICHTIGUNG|CORRECCI[\u00d3O]N|RETTIFICA)\b")


def told(text: str, body: Span, headline: str | None = None, note: Span | None = None) -> Iterator[Problem]:
    """A Problem where an article says that it corrects an earlier one: in its CX field (`note`), its text, or its headline."""
    if note is not None and note.start < note.end:
        yield _problem(note.of(text), note)
    elif m := _FIRST.match(text, body.start, body.end) or _LATER.search(text, body.start, body.end):
        start = m.start() + m.group().startswith("\n")
        yield _problem(text[start : m.end()], Span(start, m.end()))
    elif headline and _HEADLINE.match(headline):
        yield _problem(headline)


def says_so(words: str) -> bool:
    """Whether a paragraph is a note that something is corrected."""
    return _FIRST.match(words) is not None


def kept(received: Received, headline: str | None, note: str | None) -> Received:
    """A composed report with the words of its CX field under its body, and what is told of them."""
    report, at = received.report, None
    if note and (words := tidy(note)):
        at = Span(len(report.text) + 2, len(report.text) + 2 + len(words))
        report = msgspec.structs.replace(report, text=f"{report.text}\n\n{words}")
    found = tuple(told(report.text, report.body, headline, at))
    return msgspec.structs.replace(received, report=report, problems=(*received.problems, *found))


def _problem(words: str, *spans: Span) -> Problem:
    shown = tidy(words)[:SHOWN]
    return problem(CODE, f"The article corrects an earlier one ({shown!r}). Look for that one, and do not count what it got wrong.", *spans)
