"""One record of a web archive: the page in it, or what it is instead; what needs no telling one by one is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import msgspec

from reportedly.formats.base import Found, PassedOver, Received, passed_over, problem
from reportedly.formats.web import page
from reportedly.formats.web.day import day_in
from reportedly.formats.web.http import HEADER, Answer, answer, body_of, charset_in
from reportedly.model import Record

_HTML = frozenset({"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"})
_UNSAID = frozenset({"", "unk", "no-type", "application/octet-stream", "application/http"})
_OK = frozenset({200, 203})
LARGEST = 20_000_000  # bytes of a record that are held; trafilatura's own limit for a download
NAMED = 5  # kinds of content or status that a summary names


class Capture(Record, frozen=True, kw_only=True):
    """A record: its number in the file, its address, when it was taken, its bytes one stretch after another, how many there should be."""

    number: int
    uri: str | None
    captured: str | None
    take: Callable[[int], bytes]
    length: int
    http: bool = True
    content_type: str = ""
    truncated: str | None = None

    @property
    def where(self) -> str:
        return f"record {self.number}" + (f" ({self.uri})" if self.uri else "")


class Tally:
    """Records that hold no page, by kind: `status`, `type`, and kinds of record."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self.statuses: Counter[str] = Counter()
        self.types: Counter[str] = Counter()

    def told(self) -> Iterator[PassedOver]:
        """One line for each kind."""
        if n := self.kinds["revisit"]:
            yield passed_over(
                _records(n), "revisit", "Pages that were unchanged since an earlier capture, whose words are not stored again."
            )
        if n := self.statuses.total():
            yield passed_over(_records(n), "http-status", f"Answers that hold no page: {_named(self.statuses, 'status ')}.")
        if n := self.types.total():
            yield passed_over(_records(n), "not-html", f"No web pages: {_named(self.types)}. Read files of these kinds by themselves.")
        if n := self.kinds["conversion"]:
            yield passed_over(
                _records(n), "conversion", "Texts made from pages, menus and all. Read the WARC file that they were made from."
            )
        if n := self.kinds["continuation"]:
            yield passed_over(_records(n), "continuation", "Parts of records that were split over several files.")


def _records(n: int) -> str:
    return "1 record" if n == 1 else f"{n:,} records"


def _named(counted: Counter[str], before: str = "") -> str:
    named = [f"{n} {before}{kind}" for kind, n in counted.most_common(NAMED)]
    rest = counted.total() - sum(n for _, n in counted.most_common(NAMED))
    return ", ".join([*named, *([f"{rest} others"] if rest else [])])


def found_in(capture: Capture, tally: Tally, name: str) -> Found | None:
    """The report of a record, or why there is none; None where it is counted in the tally."""
    head = _taken(capture, HEADER)
    if not head:
        return _cut(capture) if capture.length else None
    told = answer(head) if capture.http else None
    if told is None:
        told = Answer(status=200, fields={"content-type": capture.content_type}, body=0)
    if told.status not in _OK:
        tally.statuses[str(told.status)] += 1
        return None
    if not _is_page(told.type, head[told.body :]):
        tally.types[told.type or "unknown"] += 1
        return None
    return _page(capture, told, head, name)


def _page(capture: Capture, told: Answer, head: bytes, name: str) -> Found:
    if capture.length > LARGEST:
        return passed_over(capture.where, "too-large", f"The record has over {LARGEST // 1_000_000} MB, which no article has.")
    block = head + _taken(capture, LARGEST)
    if len(block) < capture.length:
        return _cut(capture)
    body, whole = body_of(block[told.body :], told.fields, page.LARGEST)
    if not body.strip():
        return passed_over(capture.where, "no-article", "The record holds no words, or they cannot be decompressed.")
    found = page.article_of(body, capture.uri, told.charset or charset_in(capture.content_type), name)
    return _told(found, capture, whole and not capture.truncated)


def _told(found: Found, capture: Capture, whole: bool) -> Found:
    """With the record's place; a page that the archive cut off is partial; the day of capture is told and not taken for another."""
    if isinstance(found, PassedOver):
        return msgspec.structs.replace(found, where=capture.where)
    report, problems = found.report, list(found.problems)
    if not whole:
        problems.append(problem("truncated", "The archive holds only the beginning of the page. Look for another capture of it."))
        report = msgspec.structs.replace(report, partial=True)
    if report.published is None and (day := day_in(capture.captured)):
        problems.append(problem("capture-date", f"The page states no date of publication; it was captured on {day.isoformat()}."))
    return Received(report=report, problems=tuple(problems))


def _cut(capture: Capture) -> PassedOver:
    return passed_over(capture.where, "truncated", "The record ends before its stated length: the file was cut off. Get it again.")


def _is_page(kind: str, body: bytes) -> bool:
    if kind in _HTML:
        return True
    start = body[:1000].lstrip().lower()
    return kind in _UNSAID and (start.startswith((b"<!doctype html", b"<html")) or b"<html" in start)


def _taken(capture: Capture, most: int) -> bytes:
    parts: list[bytes] = []
    while most > 0 and (part := capture.take(most)):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)
