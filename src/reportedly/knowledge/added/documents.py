"""The entity documents of a Wikidata extract, each with the line that it begins on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from reportedly.knowledge.organisations import WIKIDATA
from reportedly.model import Record

LANGUAGES = ("en", "mul", "en-gb", "en-us", "en-ca")  # `mul` is the label that all languages share

type Skip = Callable[[int, str], None]


class Document(Record, frozen=True, kw_only=True):
    """One entity; `claims` is what stands in it, unchecked."""

    line: int
    item: str
    label: str
    aliases: tuple[str, ...]
    claims: object


class _Wrapped(msgspec.Struct):
    entities: dict[str, msgspec.Raw] | None = None


def documents(text: str, skip: Skip) -> Iterator[Document]:
    """The documents of an array, of {"entities": ...} or of lines; `skip` is told of what is none."""
    raw = text.encode("utf-8", "replace")
    for line, one in _placed(raw) or _lines(raw):
        try:
            yield _document(line, msgspec.json.decode(one))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            skip(line, f"it is no JSON document ({error})")
        except TypeError:
            skip(line, "it is no entity document: a JSON object with labels is expected")


def _placed(raw: bytes) -> list[tuple[int, bytes]]:
    """The documents of a file that is one JSON value; [] where it is none, as with JSON Lines or a file that was cut off."""
    try:
        if raw.lstrip()[:1] == b"[":
            return list(_numbered(raw, msgspec.json.decode(raw, type=list[msgspec.Raw])))
        wrapped = msgspec.json.decode(raw, type=_Wrapped)
    except (msgspec.DecodeError, RecursionError):
        return []
    if wrapped.entities is None:
        return [(1, raw)]
    return list(_numbered(raw, wrapped.entities.values()))


def _numbered(raw: bytes, ones: Iterable[msgspec.Raw]) -> Iterator[tuple[int, bytes]]:
    """Each document with its line: they stand in the file in their order."""
    line, at = 1, 0
    for one in map(bytes, ones):
        found = max(raw.find(one, at), at)
        line += raw.count(b"\n", at, found)
        yield line, one
        line += one.count(b"\n")
        at = found + len(one)


def _lines(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """A document a line; brackets and commas between them are those of an array."""
    for line, words in enumerate(raw.split(b"\n"), 1):
        bare = words.strip().removeprefix(b"[").removesuffix(b",").strip()
        if bare not in (b"", b"]"):
            yield line, bare


def _document(line: int, read: object) -> Document:
    """TypeError where it is no object with labels."""
    if not isinstance(read, dict) or not isinstance(labels := read.get("labels"), dict):
        raise TypeError
    item = read.get("id")
    return Document(
        line=line,
        item=item if isinstance(item, str) and WIKIDATA.fullmatch(item) else "",
        label=next((words for tongue in LANGUAGES if (words := _words(labels.get(tongue)))), ""),
        aliases=_aliases(read.get("aliases")),
        claims=read.get("claims", read.get("statements")),
    )


def _aliases(read: object) -> tuple[str, ...]:
    """The English ones."""
    given = read.get("en") if isinstance(read, dict) else None
    ones = given if isinstance(given, list) else [given]
    return tuple(words for one in ones if (words := _words(one)))


def _words(read: object) -> str:
    """A text, or the value of {"language": ..., "value": ...}."""
    words = read.get("value") if isinstance(read, dict) else read
    return words if isinstance(words, str) else ""
