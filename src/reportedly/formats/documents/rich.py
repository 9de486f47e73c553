"""The words of a Rich Text file (RTF)."""

from __future__ import annotations

import re

from reportedly.errors import InputError
from reportedly.formats.base import File

MAGIC = b"{\\rtf"
DEEPEST = 2000  # groups within one another; word processors write some dozens
LONGEST_FONTS = (
    32_768  # bytes of a line of the table of fonts, in which striprtf searches from each font to the line's end; usual are 6,000
)
_BRACES = re.compile(rb"\\[\\{}]|([{}])")
_FONTS = re.compile(rb"\{[^{}]{0,200}\\fonttbl")
SAVE_AGAIN = "Open it in a word processor and save it again."


def is_rich(file: File) -> bool:
    """Whether a file's head is that of an RTF document."""
    return file.head.lstrip().startswith(MAGIC)


def text_of(file: File) -> str:
    """The words, a line a paragraph, cells of a table apart by "|". InputError where the file is broken or nests beyond all use."""
    from striprtf.striprtf import rtf_to_text

    raw = file.whole()
    _check(raw, file.name)
    try:
        text = str(rtf_to_text(_without_targets(raw).decode("latin-1"), errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, LookupError, TypeError, OverflowError, RecursionError, UnicodeError) as e:
        raise InputError(f"{file.name} begins as RTF and is broken ({type(e).__name__}). {SAVE_AGAIN}") from e
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # RTF writes the halves of rare signs one by one


def _without_targets(raw: bytes) -> bytes:
    """The file without the addresses of its links: striprtf puts them among the words, and its search for them is quadratic."""
    return raw.replace(b"\\fldinst", b"\\fldtype")  # which it passes over


def _check(raw: bytes, name: str) -> None:
    """InputError where the file would keep the library busy beyond all use."""
    if _depth(raw) > DEEPEST:
        raise InputError(f"{name} nests its groups over {DEEPEST} deep, as no word processor does. {SAVE_AGAIN}")
    fonts = _FONTS.search(raw)
    if fonts and max(map(len, _font_table(raw, fonts.start()).split(b"\n"))) > LONGEST_FONTS:
        raise InputError(
            f"{name} has a table of fonts of over {LONGEST_FONTS >> 10} KB in one line, as no word processor does. {SAVE_AGAIN}"
        )


def _font_table(raw: bytes, start: int) -> bytes:
    depth = 0
    for m in re.compile(rb"[{}]").finditer(raw, start):  # as striprtf counts
        depth += 1 if m.group() == b"{" else -1
        if depth == 0:
            return raw[start : m.end()]
    return raw[start:]


def _depth(raw: bytes) -> int:
    deepest = depth = 0
    for m in _BRACES.finditer(raw):
        if m[1] == b"{":
            depth += 1
            deepest = max(deepest, depth)
        elif m[1]:
            depth -= 1
    return deepest
