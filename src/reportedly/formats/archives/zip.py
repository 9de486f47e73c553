"""ZIP: the files in it, in the order of their names; bounded in number, size and ratio; nothing is written to disk."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo

from reportedly.errors import InputError
from reportedly.formats.archives.guarded import BOMB, BROKEN, FREE, MOST_RATIO, Guard, buffered, is_hidden, label
from reportedly.formats.base import HEAD, LARGEST, File, PassedOver, passed_over
from reportedly.formats.seeking import seekable

NAME = "zip"
MAGICS = (b"PK\x03\x04", b"PK\x05\x06")  # the second of an empty one
MOST_MEMBERS = 100_000  # a folder of single articles has some thousands
MOST_UNPACKED = 64 * 2**30  # bytes of all members together
LARGEST_LIST = 64 * 2**20  # bytes of the list of members, about 100 each
AGAIN = "Unpack it with another program, or get it again."
_OTHERS = (  # other files that are ZIPs inside: the start of a member's name, what it is, what to do
    ("xl/", "an Excel workbook", "Save the sheet as CSV (UTF-8), and read that."),
    ("ppt/", "a PowerPoint presentation", "Save it as PDF or text, and read that."),
    ("word/", "a Word document that is broken or of an unknown kind", "Open it, save it as DOCX, and read that."),
)
_MIMETYPES = {
    b"application/vnd.oasis.opendocument.spreadsheet": ("an OpenDocument spreadsheet", "Save the sheet as CSV (UTF-8), and read that."),
    b"application/vnd.oasis.opendocument": ("an OpenDocument file (ODT)", "Save it as DOCX or RTF, and read that."),
    b"application/epub+zip": ("an electronic book (EPUB)", "Save its text as plain text, and read that."),
}
_END, _END_64, _LOCATOR_64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"


def sniff(file: File) -> float:
    """Likely for anything packed so; the formats that are ZIPs inside are surer of their own."""
    return 0.6 if file.head.startswith(MAGICS) else 0.0


def members(file: File) -> Iterator[File | PassedOver]:
    """The files in order of name; what cannot be read is told, and the others are read. InputError where the list itself is broken."""
    with seekable(file) as stream:
        archive = _archive(stream, file.name)
        with archive:
            if (other := _other(archive, file.head)) is not None:
                yield other
                return
            yield from _files(archive, file)


def _files(archive: ZipFile, file: File) -> Iterator[File | PassedOver]:
    listed = sorted((i for i in archive.infolist() if not i.is_dir() and not is_hidden(i.filename)), key=lambda i: i.filename)
    if not listed:
        yield passed_over("the archive", "no-members", f"{file.name} is a ZIP archive without files. Check that it was made whole.")
    unpacked, packed = 0, sum(i.compress_size for i in listed)
    for n, info in enumerate(listed):
        if n == MOST_MEMBERS or unpacked > min(MOST_UNPACKED, max(LARGEST, MOST_RATIO * packed)):
            said = f"{len(listed) - n} of {len(listed)} files were not read: the archive holds too many or too much. Split it."
            yield passed_over("the archive", "too-large", said)
            return
        unpacked += info.file_size
        yield from _member(archive, info)


def _member(archive: ZipFile, info: ZipInfo) -> Iterator[File | PassedOver]:
    name = label(info.filename)
    if (refused := _refused(info)) is not None:
        yield _told(name, *refused)
        return
    guard = Guard()

    def opened() -> BinaryIO:
        guard.flaw = None
        return buffered(archive.open(info), lambda: info.compress_size, guard)  # type: ignore[arg-type]

    try:
        with opened() as stream:
            head = stream.read(HEAD)
    except (*BROKEN, InputError) as e:
        yield _told(name, "not-read", f"The file cannot be unpacked ({' '.join(str(e).split())[:120]}). {AGAIN}")
        return
    flaw, guard.flaw = guard.flaw, None
    if flaw and not head:
        yield _told(name, "not-read", f"The file cannot be unpacked ({flaw}). {AGAIN}")
        return
    yield File(name=name, head=head, opener=opened, size=info.file_size)
    if flaw := guard.flaw or flaw:
        yield _told(name, "cut-off", f"The packed file is damaged ({flaw}); what stands before that was read. {AGAIN}")


def _refused(info: ZipInfo) -> tuple[str, str] | None:
    """Why a member is not unpacked at all."""
    if info.flag_bits & 1:
        return "locked", "The file is locked with a password. Unpack the archive, and read what it holds."
    if info.file_size > LARGEST:
        return "too-large", f"The file is larger than {LARGEST >> 20} MB. Unpack the archive, and read it by itself."
    if info.file_size > FREE and info.file_size > MOST_RATIO * max(info.compress_size, 1):
        return "too-large", BOMB
    return None


def _told(name: str, code: str, message: str) -> PassedOver:
    told = passed_over("file", code, message)
    return PassedOver(where=told.where, problem=told.problem, member=name)


def _archive(stream: BinaryIO, name: str) -> ZipFile:
    if (size := _list_size(stream)) is not None and size > LARGEST_LIST:
        raise InputError(f"{name} is a ZIP archive with a list of {size >> 20} MB, more files than are read at once. Split it.")
    stream.seek(0)
    try:
        return ZipFile(stream)
    except (*BROKEN, struct.error, KeyError, IndexError, OverflowError) as e:
        said = " ".join(str(e).split())[:120]
        raise InputError(f"{name} begins as a ZIP archive and is broken ({said}). Check that it was downloaded whole. {AGAIN}") from e


def _list_size(stream: BinaryIO) -> int | None:
    """How many bytes the list of members has, by the archive's last record."""
    end = stream.seek(0, 2)
    stream.seek(max(0, end - 66_000))  # the record, and the longest comment after it
    last = stream.read()
    at = last.rfind(_END)
    if at < 0 or len(last) < at + 16:
        return None
    size = int(struct.unpack_from("<L", last, at + 12)[0])
    if size == 0xFFFFFFFF and (far := last.rfind(_END_64)) >= 0 and _LOCATOR_64 in last[far:] and len(last) >= far + 48:
        return int(struct.unpack_from("<Q", last, far + 40)[0])
    return size


def _other(archive: ZipFile, head: bytes) -> PassedOver | None:
    """What the file is where it is no archive of files but a document of a program."""
    names = archive.namelist()
    if "[Content_Types].xml" in names:
        for start, what, advice in _OTHERS:
            if any(n.startswith(start) for n in names):
                return passed_over("file", "not-an-archive", f"This is {what}. {advice}")
    kind = head[38:120] if names[:1] == ["mimetype"] else b""
    told = next((told for mimetype, told in _MIMETYPES.items() if kind.startswith(mimetype)), None)
    return passed_over("file", "not-an-archive", f"This is {told[0]}. {told[1]}") if told else None
