"""Bytes -> Reports. Plain tables list the formats; the content itself decides which is used, never the file's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from reportedly.errors import InputError
from reportedly.formats import archives, documents, europresse, factiva, nexis, plain, proquest, tables, web, wires
from reportedly.formats.archives.gzip import NAME as GZIP
from reportedly.formats.base import (
    SURE,
    Container,
    File,
    FileFormat,
    Format,
    Found,
    PassedOver,
    Received,
    content_mark,
    dated,
    passed_over,
    problem,
)
from reportedly.formats.decode import Decoded, decode
from reportedly.formats.language import language_of
from reportedly.formats.tables import Mapping
from reportedly.formats.tidy import level
from reportedly.model import Problem

_FAMILIES = (factiva, nexis, proquest, europresse, wires, web, documents, tables, archives)
FORMATS: tuple[Format, ...] = (
    *(f for family in _FAMILIES for f in family.TEXT_FORMATS),
    Format(name=plain.NAME, sniff=plain.sniff, read=plain.read),
)
FILE_FORMATS: tuple[FileFormat, ...] = tuple(f for family in _FAMILIES for f in family.FILE_FORMATS)
CONTAINERS: tuple[Container, ...] = tuple(c for family in _FAMILIES for c in family.CONTAINERS)
_OF_FILES: tuple[FileFormat | Container, ...] = (*FILE_FORMATS, *CONTAINERS)
CERTAIN = 0.95
DEEPEST = 3  # containers within one another that are opened
_MARKUP = re.compile(r"<(?:!doctype|html|\?xml|[a-z][\w.:-]*[\s>])", re.I)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]*")
_CONTROL = bytes(b for b in range(128) if b < 9 or 13 < b < 32 or b == 127)

__all__ = ["CONTAINERS", "FILE_FORMATS", "FORMATS", "Container", "File", "FileFormat", "Format", "Found", "PassedOver", "Received"]
__all__ += ["Mapping", "Told", "find", "format_of", "place_of", "receive"]


type Told = Callable[[PassedOver], None]


def receive(
    raw: bytes | str | File, name: str = "the text", published: date | None = None, told: Told | None = None, columns: Mapping | None = None
) -> Iterator[Received]:
    """The reports in one file or text, in order.

    `name` is what error messages call it; `published` dates the reports that state no date; `told` is called with every part that
    gave no report; `columns` says which column of a table holds what. InputError where nothing can be read: empty, binary, markup of
    no known kind.
    """
    first: PassedOver | None = None
    several = False
    for found in find(raw, name, published, columns):
        if isinstance(found, Received):
            several = True
            yield found
        else:
            first = first or found
            if told is not None:
                told(found)
    if first is not None and not several:
        called = raw.name if isinstance(raw, File) else name
        why = f" {place_of(first)}: {first.problem.message}" if told is None else ""  # else it was told already
        raise InputError(f"No report was found in {called}.{why}")


def place_of(found: PassedOver) -> str:
    """Where it stands: "record 12 in news.warc"."""
    return " in ".join(part for part in (found.where, found.member) if part)


def find(raw: bytes | str | File, name: str = "the text", published: date | None = None, columns: Mapping | None = None) -> Iterator[Found]:
    """The same, with what was passed over and why."""
    odd: list[Problem] = []
    if isinstance(raw, str):
        raw, odd = _encodable(raw)
    file = raw if isinstance(raw, File) else File.of(raw, name)
    for found in _within(file, 0, columns):
        yield _finished(found, odd, published) if isinstance(found, Received) else found


def format_of(file: File) -> FileFormat | Container | None:
    """The format of markup or bytes that a file has; None where it is read as text."""
    surest, chosen = SURE, None
    for one in _OF_FILES:
        sure = one.sniff(file)
        if sure > surest:
            surest, chosen = sure, one
    return chosen


def _within(file: File, depth: int, columns: Mapping | None) -> Iterator[Found]:
    chosen = format_of(file)
    if columns is not None and (chosen in tables.FILE_FORMATS or chosen is None and tables.asked(file, columns)):
        yield from tables.read(file, columns)
    elif isinstance(chosen, FileFormat):
        yield from (_placed(found, file) for found in chosen.read(file))
    elif chosen is None:
        yield from _as_text(file)
    elif depth >= DEEPEST:
        yield passed_over(file.name, "too-deep", f"It lies within {depth} archives, which is deeper than is looked. Unpack it.")
    else:
        yield from _members(chosen, file, depth, columns)


def _placed(found: Found, file: File) -> Found:
    """A report whose format tells no finer place stands in the whole of its file."""
    if not isinstance(found, Received) or found.report.byte_range is not None or file.size is None:
        return found
    return msgspec.structs.replace(found, report=msgspec.structs.replace(found.report, byte_range=(0, file.size)))


def _members(container: Container, file: File, depth: int, columns: Mapping | None) -> Iterator[Found]:
    """What the files within a container hold; one that cannot be read does not stop the others."""
    for member in container.members(file):
        if isinstance(member, PassedOver):
            yield member
            continue
        path = member.name
        try:
            for found in _within(member, depth + 1, columns):
                yield _in_member(found, path, inner_alone=container.name == GZIP)
        except InputError as e:
            yield msgspec.structs.replace(passed_over("file", "not-read", str(e)), member=path)


def _in_member(found: Found, path: str, *, inner_alone: bool) -> Found:
    """What stands in a member of an archive, with its path, through archives within archives; of a packed archive the inner path alone."""
    inner = found.report.member if isinstance(found, Received) else found.member
    whole = path if inner is None else inner if inner_alone else f"{path}/{inner}"
    if isinstance(found, Received):
        return msgspec.structs.replace(found, report=msgspec.structs.replace(found.report, member=whole))
    return msgspec.structs.replace(found, member=whole)


def _finished(received: Received, odd: list[Problem], published: date | None) -> Received:
    """The report dated, marked by its content, in the language of its words, and with what was odd about its text."""
    report = received.report
    language = language_of(report.body.of(report.text), report.language)
    told = (*received.problems, *odd, *_control(received), *_mislabelled(report.language, language))
    marked = msgspec.structs.replace(report, fingerprint=content_mark(report), language=language)
    return dated(msgspec.structs.replace(received, report=marked, problems=told), published)


def _mislabelled(label: str | None, found: str | None) -> list[Problem]:
    if label is None or label == found:
        return []
    return [problem("language-label", f"The export says that the language is {label}; the words are {found}, which was taken.")]


def _as_text(file: File) -> Iterator[Received]:
    """The reports of a file of text. InputError where it is none."""
    decoded = Decoded(text=file.text) if file.text is not None else decode(file.whole(), file.name)
    text = decoded.text
    if _BLANK.fullmatch(text):
        raise InputError(f"{file.name} is empty. Check that it was saved or downloaded whole.")
    if _MARKUP.match(text.lstrip("\ufeff \t\r\n")[:1000]):
        raise InputError(f"{file.name} is markup of no kind that is known. Save the report as plain text or as a web page, and read that.")
    levelled = level(text)
    best = _likeliest(text, levelled)
    for received in best.read(text) if best.verbatim else _as_received(best.read(levelled), levelled, decoded):
        yield msgspec.structs.replace(received, problems=(*received.problems, *decoded.problems))


def _likeliest(text: str, levelled: str) -> Format:
    """The text format that is surest; none is asked after one that is certain."""
    surest, chosen = -1.0, FORMATS[-1]
    for one in FORMATS:
        sure = one.sniff(text if one.verbatim else levelled)
        if sure > surest:
            surest, chosen = sure, one
        if sure >= CERTAIN:
            break
    return chosen


def _as_received(found: Iterator[Received], levelled: str, decoded: Decoded) -> Iterator[Received]:
    """The reports of a levelled text, each with its stretch of the text as received and of the file's bytes."""
    text, at, reached, passed = decoded.text, 0, 0, decoded.before
    for received in found:
        at = levelled.index(received.report.text, reached)
        end = at + len(received.report.text)
        start = passed + _bytes(text[reached:at], decoded)
        passed = start + _bytes(text[at:end], decoded)
        report = msgspec.structs.replace(received.report, text=text[at:end], byte_range=(start, passed))
        yield msgspec.structs.replace(received, report=report)
        reached = end


def _bytes(words: str, decoded: Decoded) -> int:
    return len(words.encode(decoded.encoding, "replace"))


def _encodable(text: str) -> tuple[str, list[Problem]]:
    """The text without lone surrogates, which no encoding can hold; each becomes U+FFFD, so offsets stay."""
    if text.isascii() or not _SURROGATE.search(text):
        return text, []
    told = problem("surrogates", "Some characters are broken and were replaced by U+FFFD. Save the text as UTF-8.")
    return _SURROGATE.sub("\ufffd", text), [told]


def _control(received: Received) -> list[Problem]:
    body = received.report.body.of(received.report.text).encode()
    found = len(body) - len(body.translate(None, _CONTROL))
    if not found:
        return []
    return [problem("control-characters", f"The text holds {found} control characters; they were read as spaces.")]
