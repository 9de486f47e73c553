"""The folder of a user's own knowledge: one file for each file that was added, in the order of having been added.

It is $REPORTEDLY_KNOWLEDGE, else the folder that the system keeps for a user's files. The names of the files in it are made here, from a
number and a digest: nothing that stands in an added file becomes a path.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec
from platformdirs import user_data_path

from reportedly.errors import KnowledgeError
from reportedly.knowledge.added.entry import Entry
from reportedly.model import Record

SETTING = "REPORTEDLY_KNOWLEDGE"
ENDING = ".jsonl"
PLACES = "gazetteer.sqlite"  # the user's own, where there is one
MADE_OF = "gazetteer.txt"  # the dumps that it was made of, with their digests
SHORT = 12  # hexadecimal digits of a fingerprint: 48 bits tell a user's few files apart


class Batch(Record, frozen=True, kw_only=True):
    """What one file gave: `source` is its path, `digest` that of its bytes, `added` the time in UTC."""

    source: str
    digest: str
    format: str
    added: str
    entries: tuple[Entry, ...] = ()

    @property
    def label(self) -> str:
        """The name of the file that was added."""
        return Path(self.source).name


def folder() -> Path:
    """Where a user's knowledge is kept; it need not exist."""
    return Path(os.environ.get(SETTING) or user_data_path("reportedly", appauthor=False) / "knowledge")


def batches() -> tuple[Batch, ...]:
    """What was added, oldest first, read once. KnowledgeError where a file of the folder cannot be read."""
    return tuple(_kept().values())


@cache
def fingerprint() -> str | None:
    """A short mark of all that was added, the same wherever the same was added in the same order; None where nothing was."""
    digest = sha256()
    for batch in batches():
        digest.update(msgspec.json.encode(batch.entries))
    digest.update((places := made_of()).encode())
    return digest.hexdigest()[:SHORT] if batches() or places else None


def made_of() -> str:
    """The dumps of which the user's gazetteer was made, a line each; "" where there is none."""
    here = folder()
    try:
        return (here / MADE_OF).read_text(encoding="utf-8") if (here / PLACES).is_file() else ""
    except OSError as error:
        raise KnowledgeError(str(here), None, f"it cannot be read ({error.strerror or error}): check its permissions") from error


def forget() -> None:
    """Read the folder anew when it is next asked for."""
    _kept.cache_clear()
    fingerprint.cache_clear()


def put(batch: Batch) -> None:
    """Keep what a file gave, as the latest; what the same file, or a copy of it, gave before goes."""
    forget()
    earlier = [path for path, b in _kept().items() if b.source == batch.source or b.digest == batch.digest]
    number = max((int(path.name.partition("-")[0]) for path in _kept()), default=0) + 1
    _change(lambda: _write(folder() / f"{number:06}-{batch.digest[:SHORT]}{ENDING}", batch))
    _change(lambda: _delete(earlier))


def remove_files(batch_of: Callable[[Batch], bool]) -> int:
    """Forget whole files; how many there were."""
    forget()
    gone = [path for path, batch in _kept().items() if batch_of(batch)]
    _change(lambda: _delete(gone))
    return len(gone)


def remove_entries(entry_of: Callable[[Entry], bool]) -> int:
    """Forget single actors, in all files; how many entries there were."""
    forget()
    count = 0
    for path, batch in _kept().items():
        rest = tuple(e for e in batch.entries if not entry_of(e))
        count += len(batch.entries) - len(rest)
        if len(rest) < len(batch.entries):
            _change(lambda path=path, batch=batch, rest=rest: _rewrite(path, batch, rest))  # type: ignore[misc]
    return count


def _rewrite(path: Path, batch: Batch, rest: tuple[Entry, ...]) -> None:
    """Keep what is left of a file; nothing is kept of a file without actors."""
    if rest:
        _write(path, msgspec.structs.replace(batch, entries=rest))
    else:
        _delete([path])


def _change(change: Callable[[], None]) -> None:
    """Do what changes the folder, and forget what was read of it. KnowledgeError where it cannot be done."""
    try:
        change()
    except OSError as error:
        told = f"it cannot be changed ({error.strerror or error}): check its permissions, or name another folder in {SETTING}"
        raise KnowledgeError(str(folder()), None, told) from error
    finally:
        forget()


def _write(path: Path, batch: Batch) -> None:
    """The whole file or none: a header, and an actor a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    header = msgspec.structs.replace(batch, entries=())
    unfinished = path.with_suffix(f".{os.getpid()}.part")
    unfinished.write_bytes(msgspec.json.Encoder().encode_lines((header, *batch.entries)))
    unfinished.replace(path)


def _delete(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


@cache
def _kept() -> dict[Path, Batch]:
    """The files of the folder and what they hold, oldest first."""
    try:
        paths = sorted(path for path in folder().iterdir() if path.suffix == ENDING and path.name.partition("-")[0].isdecimal())
        return {path: _batch(path) for path in paths}
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise KnowledgeError(str(folder()), None, f"it cannot be read ({error.strerror or error}): check its permissions") from error


def _batch(path: Path) -> Batch:
    lines = path.read_bytes().splitlines()
    decoder, entries = msgspec.json.Decoder(Entry), list[Entry]()
    try:
        header = msgspec.json.decode(lines[0] if lines else b"", type=Batch)
        entries.extend(map(decoder.decode, lines[1:]))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        told = f"it is damaged ({error}): delete this file, and add again the one that it was made from"
        raise KnowledgeError(str(path), len(entries) + 2 if entries else None, told) from error
    return msgspec.structs.replace(header, entries=tuple(entries))
