"""RTF files of Nexis Uni and Lexis Advance; and of LexisNexis before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.errors import InputError
from reportedly.formats.base import File, Found
from reportedly.formats.documents import rich
from reportedly.formats.nexis import flat, labels, uni_files
from reportedly.formats.nexis.uni_lines import Line, Mark, mark_of

NAME = "nexis-rtf"
SAMPLE = 8 * 2**20  # bytes in which the vendor's marks are looked for; its logo alone is some 30 kB
_PIECE = 2**18
_ENDS = re.compile("|".join(re.escape(words) for words in sorted(labels.END)).encode("latin-1", "ignore"), re.I)
_FIELDS = re.compile(rb"Load-Date|Job Number|Length:|nge:|Longueur|Lengte:|Longitud:|LENGTH:|LONGUEUR:|LENGTE:|NGE:")
_BODIES, _DOCUMENTS = re.compile(rb"\\bkmkstart Body\b"), re.compile(rb"\\bkmkstart Bookmark_1\b")
_COUNTER = re.compile(rb"\b\d{1,6} (?:of|von|de|van) \d{1,6} DO[CK]UMENT[A-Z]{0,2}\b")
_STARTS = re.compile(rb"\{\\\*\\bkmkstart ([A-Za-z]{1,30}(?:_\d{1,6})?)\}")
_SIGNS = {Mark.DOCUMENT: "\x01", Mark.BODY: "\x02", Mark.BELOW: "\x03"}  # stand for bookmarks while the RTF is read
_MARKS = {sign: mark for mark, sign in _SIGNS.items()}
_SIGN = re.compile("[\x01\x02\x03]")
_CELL = re.compile(r"\s*\|\s*(?:\|\s*)*")


def sniff(file: File) -> float:
    """Certain where end lines or the vendor's bookmarks stand beside its fields."""
    if not rich.is_rich(file):
        return 0.0
    kinds = {"end": _ENDS, "body": _BODIES, "document": _DOCUMENTS, "field": _FIELDS, "counter": _COUNTER}
    found: set[str] = set()
    before = b""
    with file.open() as stream:
        for _ in range(SAMPLE // _PIECE):
            piece = stream.read(_PIECE)
            found |= {kind for kind, form in kinds.items() if kind not in found and form.search(before + piece)}
            if ("field" in found and len(found) > 1) or {"body", "document"} <= found:
                return 0.95
            if not piece:
                break
            before = piece[-200:]
    return 0.0


def read(file: File) -> Iterator[Found]:
    """The articles of a file in order. InputError where it is broken."""
    try:
        text = _joined(rich.text_of(_marked(file)))
    except TypeError as e:  # the RTF library's answer to a control word without its number
        raise InputError(f"{file.name} begins as RTF and is broken. Open it in a word processor and save it again.") from e
    lines = text.split("\n")
    if flat.is_old(lines):
        yield from flat.read((_SIGN.sub("", line) for line in lines), NAME)
    else:
        yield from uni_files.read(list(_lines(lines)), file.name, NAME)


def _marked(file: File) -> File:
    """The file with signs for its bookmarks, which are the same in all languages, and without the addresses of its links."""
    raw = file.whole().translate(None, b"\x01\x02\x03")
    # The RTF library's search for links takes time that grows with the square of their number; under this name it does not see them.
    raw = _STARTS.sub(_sign, raw).replace(b"\\fldinst", b"\\fldtype")
    return File.of(raw, file.name)


def _sign(m: re.Match[bytes]) -> bytes:
    mark = mark_of(m[1].decode("ascii"))
    return _SIGNS[mark].encode() if mark else b""


def _joined(text: str) -> str:
    """The text with the halves of characters beyond the basic plane put together."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _lines(lines: list[str]) -> Iterator[Line]:
    """The lines with words or a bookmark; cells of a table apart by " | "."""
    for line in lines:
        marks = [_MARKS[sign] for sign in _SIGN.findall(line)]
        words = _SIGN.sub("", line).strip()
        if words.endswith("|"):
            words = _CELL.sub(" | ", words).strip(" |")
        if words or marks:
            yield Line(text=words, mark=marks[0] if marks else None)
