"""Articles of LexisNexis that come as text: their Reports, whose spans are stretches of it, and what is told of them and beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from reportedly.errors import InputError
from reportedly.formats.base import Received, fingerprint, problem
from reportedly.formats.compose import Article, described
from reportedly.formats.dateline import agency, dateline
from reportedly.formats.nexis.corrected import told
from reportedly.formats.tail import peel
from reportedly.model import Problem, Record, Report, Span

OPENING = 200  # characters of the prose in which its dateline stands


class Places(Record, frozen=True, kw_only=True):
    """Where the parts of an article stand in its text; `prose` with the credit lines at its end."""

    prose: Span
    headline: Span | None
    subheadline: Span | None


def beside(found: Iterable[Received | Problem], nothing: str) -> Iterator[Received]:
    """The reports in order, each with the problems since the one before it, the last also with those after it.

    InputError, which says `nothing`, where there is no report.
    """
    last: Received | None = None
    waiting: list[Problem] = []
    for one in found:
        if isinstance(one, Problem):
            waiting.append(one)
            continue
        if last is not None:
            yield last
        last, waiting = _with(one, waiting), []
    if last is None:
        raise InputError(nothing)
    yield _with(last, waiting)


def _with(received: Received, more: list[Problem]) -> Received:
    return msgspec.structs.replace(received, problems=(*received.problems, *more)) if more else received


def report(text: str, article: Article, places: Places, name: str) -> Report:
    """The Report of an article whose words stand in `text`; credit and copyright lines at the end are no part of the body."""
    start = places.prose.start
    tail = peel(text, start, places.prose.end, article.publisher, article.copyright)
    placed = article.dateline or opening_dateline(text[start : start + OPENING])
    found = Report(
        id=fingerprint(text),
        text=text,
        format=name,
        body=Span(start, max(start, tail.end)),
        headline=article.headline,
        subheadline=article.subheadline,
        contributors=tuple(dict.fromkeys((*article.contributors, *tail.contributors))),
        dateline=placed or None,
        publisher=article.publisher or agency(placed),
        headline_at=places.headline,
        subheadline_at=places.subheadline,
    )
    return described(found, article)


def opening_dateline(opening: str) -> str | None:
    """The dateline that the prose opens with; the words before a colon are a speaker or a catchword."""
    found = dateline(opening)
    return None if found and opening[len(found) :].lstrip().startswith(":") else found


def received(report: Report, correction: str, corrected_at: Span | None, *, prose: bool) -> Received:
    """The report with what is told of it: that it was corrected, that it has no prose."""
    fixed = (told(correction, corrected_at),) if correction else ()
    lost = () if prose else (problem("no-body", "No text was found under the headline. Export it with full text."),)
    return Received(report=report, problems=(*fixed, *lost))
