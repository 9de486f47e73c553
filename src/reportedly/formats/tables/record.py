"""A row of a table or a record of JSON -> Report."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from reportedly.errors import InputError
from reportedly.formats.base import Found, Received, fingerprint, passed_over, problem
from reportedly.formats.compose import Article, compose
from reportedly.formats.dateline import dateline
from reportedly.formats.dates import language_code
from reportedly.formats.header import authors, word_count
from reportedly.formats.markup import blocks, html_root
from reportedly.formats.tables.columns import Columns
from reportedly.formats.tables.dates import day_of, is_open
from reportedly.model import Problem, Record, Report, Span

type Row = dict[str, object]

_NOTHING = frozenset(["", "NaN", "nan", "NA", "N/A", "n/a", "None", "null", "NULL", "\\N", "NaT", "<NA>"])
_MARKUP = re.compile(r"</?(?:p|div|br|a|span|strong|em|b|i|h[1-6]|ul|li|img)(?:\s[^<>]{0,300})?/?>", re.I)
_CUT = re.compile(r"\s*(?:\u2026|\.\.\.)?\s*\[\+\d+ chars\]\s*$")  # how NewsAPI ends the beginning that it gives
HARMFUL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")  # which may stand in no name of an element
LONGEST_CUT = 40  # characters of that ending
LONGEST_BYLINE = 2000  # characters; what is longer is no byline
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CODE = re.compile(r"([a-z]{2,3})(?:[-_]\w{2,8})*", re.I)
_LIST = re.compile(r"\[\s*(['\"]).*\1\s*\]", re.S)  # "['Awa Jobe', 'Chan Dara']", as pandas writes lists
_WITH = re.compile(r"(?:^|\s)(?:[Aa]vec|[Mm]it|[Cc]on|[Cc]om|[Mm]et)\s+(?=[A-Z\u00c0-\u00de])")  # "avec Reuters"
_QUOTED = re.compile(r"'([^']{1,200})'|\"([^\"]{1,200})\"")
_ISO3 = {"eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "ita": "it", "por": "pt", "nld": "nl", "dut": "nl"}


class Place(Record, frozen=True, kw_only=True):
    """Where a row stands: what messages call it ("row 12"), and its bytes."""

    where: str
    byte_range: tuple[int, int] | None = None


def found_in(row: Row, place: Place, columns: Columns, day_first: bool | None, name: str, problems: tuple[Problem, ...] = ()) -> Found:
    """The report that a row is; passed over where it has no text."""
    field = {f: row.get(column) for f, column in columns.of.items()}
    prose, partial = _prose(field)
    if not prose:
        return passed_over(place.where, "no-text", f"The {place.where} has no text, so it gives no report. {_first(problems)}".rstrip())
    headline = _words(field.get("headline"))
    article = Article(
        headline=_plain(headline),
        subheadline=_plain(_words(field.get("subheadline"))),
        paragraphs=_without(prose, headline),
        section=_words(field.get("section")),
        authors=names(field.get("authors")),
        published=day_of(field.get("published"), day_first),
        publisher=_words(field.get("publisher")),
        edition=_words(field.get("edition")),
        page=_words(field.get("page")),
        language=language(field.get("language")),
        word_count=_count(field.get("word_count")),
        copyright=_words(field.get("copyright")),
        url=_words(field.get("url")),
        id=_words(field.get("id")),
        partial=partial,
        byte_range=place.byte_range,
        problems=(*problems, *_told(place, field, day_first)),
    )
    return compose(article, name)


def as_given(row: Row, place: Place, columns: Columns, day_first: bool | None, name: str, problems: tuple[Problem, ...] = ()) -> Received:
    """The report of a record with our own key `text`: those very words, so that offsets into them hold."""
    field = {f: row.get(column) for f, column in columns.of.items()}
    text = sound(str(row["text"]))
    where = place.where[:1].upper() + place.where[1:]
    report = Report(
        id=sound(str(field["id"])) if _has_id(field) else fingerprint(text),
        text=text,
        format=name,
        body=Span(0, len(text)),
        headline=_string(field.get("headline")),
        subheadline=_string(field.get("subheadline")),
        section=_string(field.get("section")),
        authors=names(field.get("authors")),
        published=day_of(field.get("published"), day_first),
        publisher=_words(field.get("publisher")),
        language=language(field.get("language")),
        url=_string(field.get("url")),
        dateline=dateline(text[:200]),
        byte_range=place.byte_range,
    )
    return Received(report=report, problems=(*problems, *_own_problems(where, row, field), *_told(place, field, day_first)))


def _own_problems(where: str, row: Row, field: dict[str, object]) -> Iterator[Problem]:
    if not str(row["text"]).strip():
        yield problem("no-body", f"{where} has an empty text. Give it the report's words, or remove it.")
    if not _has_id(field):
        yield problem("no-id", f"{where} has no id; it was named after its text.")
    for key in ("headline", "publisher", "url"):
        if field.get(key) is not None and not isinstance(field[key], str):
            yield problem("field-unread", f"{where}: {key} is no string and was left out. Write it in quotation marks.")
    if any(isinstance(v, str) and _SURROGATE.search(v) for v in row.values()):
        yield problem("surrogates", f"{where} holds broken characters, which were replaced by U+FFFD. Write the file as UTF-8.")


def _told(place: Place, field: dict[str, object], day_first: bool | None) -> Iterator[Problem]:
    """What is wrong with the date of a row."""
    given = field.get("published")
    if given is None or str(given).strip() in _NOTHING or day_of(given, day_first) is not None:
        return
    shown = repr(str(given).strip()[:40])
    if is_open(given):
        yield problem(
            "date-open", f"The {place.where}: in {shown} day and month could be either. Give --columns dates=day-first or month-first."
        )
    else:
        yield problem("date-unread", f"The {place.where}: {shown} is no date that is known. Write it as YYYY-MM-DD.")


def _has_id(field: dict[str, object]) -> bool:
    """Whether the id is one: a string that is not blank, or a number."""
    given = field.get("id")
    if isinstance(given, str):
        return bool(given.strip())
    return isinstance(given, int | float) and not isinstance(given, bool) and math.isfinite(given)


def _prose(field: dict[str, object]) -> tuple[tuple[str, ...], bool]:
    """The paragraphs, and whether they are only a summary or a beginning; a summary is read where there is no text."""
    if (text := _words(field.get("text"))) is not None:
        cut = _CUT.search(text, max(0, len(text) - LONGEST_CUT))
        return _paragraphs(text[: cut.start()] if cut else text), cut is not None
    summary = _words(field.get("summary"))
    return (_paragraphs(summary), True) if summary is not None else ((), False)


def _paragraphs(text: str) -> tuple[str, ...]:
    if _MARKUP.search(text):
        try:
            return tuple(blocks(html_root(HARMFUL.sub(" ", text).encode("utf-8", "replace"), "the text", "utf-8")))
        except InputError:
            return ()
    return tuple(
        part for part in re.split(r"\n\s*\n" if "\n\n" in text.replace("\r", "") else r"\n", text.replace("\r\n", "\n")) if part.strip()
    )


def _plain(words: str | None) -> str | None:
    """A headline without markup."""
    return " ".join(_paragraphs(words)) or None if words and _MARKUP.search(words) else words


def _without(prose: tuple[str, ...], headline: str | None) -> tuple[str, ...]:
    """The paragraphs without the headline that some tables repeat above them."""
    return prose[1:] if headline and len(prose) > 1 and " ".join(prose[0].split()) == " ".join(headline.split()) else prose


def names(value: object) -> tuple[str, ...]:
    """The authors in a cell: a byline, a list, or a list that was written down as Python writes it."""
    if isinstance(value, list | tuple):
        return tuple(n for one in value for n in names(_inner(one)))
    line = _words(value)
    if line is None:
        return ()
    if len(line) <= LONGEST_BYLINE and _LIST.fullmatch(line):
        return tuple(n for m in _QUOTED.finditer(line) for n in authors(m[1] or m[2]))
    return authors(_WITH.sub("; ", line).strip("; ")) if len(line) <= LONGEST_BYLINE else ()


def _inner(value: object) -> object:
    return value.get("name") if isinstance(value, dict) else value


def language(value: object) -> str | None:
    """ISO 639-1 of "en", "en-US", "eng", "English"."""
    words = _words(value)
    if words is None:
        return None
    if m := _CODE.fullmatch(words):
        code = m[1].lower()
        return code if len(code) == 2 else _ISO3.get(code)
    return language_code(words)


def _count(value: object) -> int | None:
    words = _words(value)
    if words is None or len(words) > 20:
        return None
    plain = words.removesuffix(".0")
    return int(plain) if plain.isascii() and plain.isdigit() else word_count(words)


def _string(value: object) -> str | None:
    return sound(value) if isinstance(value, str) and value.strip() else None


def _words(value: object) -> str | None:
    """What a cell says; None where it is blank or stands for nothing."""
    if value is None or isinstance(value, bool | dict) or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, list | tuple):
        value = "\n\n".join(w for one in value if (w := _words(_inner(one))))
    words = sound(value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)).strip()
    return None if words in _NOTHING else words


def sound(words: str) -> str:
    """The words without lone surrogates, which no encoding can hold."""
    return _SURROGATE.sub("\ufffd", words)


def _first(problems: tuple[Problem, ...]) -> str:
    return problems[0].message if problems else ""


class Given(Record, frozen=True, kw_only=True):
    """A row as it was found; None with its line where it is no row at all, and the problems say why."""

    row: Row | None
    place: Place
    line: str = ""
    problems: tuple[Problem, ...] = ()


def dates_in(rows: list[Row], columns: Columns) -> list[object]:
    """The publication dates of some rows, as they stand there."""
    column = columns.of.get("published")
    return [row[column] for row in rows if column in row] if column else []
