"""The words of a Rich Text file (RTF)."""

from __future__ import annotations

from reportedly.errors import InputError
from reportedly.formats.base import File

MAGIC = b"{\\rtf"
DEEPEST = 2000  # groups within one another; word processors write some dozens


def is_rich(file: File) -> bool:
    """Whether a file's head is that of an RTF document."""
    return file.head.lstrip().startswith(MAGIC)


def text_of(file: File) -> str:
    """The words, a line a paragraph, cells of a table apart by "|". InputError where the file is broken or nests beyond all use."""
    from striprtf.striprtf import rtf_to_text

    raw = file.whole()
    if _depth(raw) > DEEPEST:
        raise InputError(f"{file.name} nests its groups over {DEEPEST} deep, as no word processor does. Save it again.")
    try:
        return str(rtf_to_text(raw.decode("latin-1"), errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, LookupError, RecursionError, UnicodeError) as e:
        raise InputError(
            f"{file.name} begins as RTF and is broken ({type(e).__name__}). Open it in a word processor and save it again."
        ) from e


def _depth(raw: bytes) -> int:
    deepest = depth = 0
    for byte in raw:
        if byte == 0x7B:
            depth += 1
            deepest = max(deepest, depth)
        elif byte == 0x7D:
            depth -= 1
    return deepest
