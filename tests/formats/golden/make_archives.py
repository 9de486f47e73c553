"""Makes the golden archives, byte for byte the same each time: `python tests/formats/golden/make_archives.py`. Invented articles."""

import gzip
import io
import tarfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HERE = Path(__file__).parent
FERRY = "Ferry sinks off Kantaba\n\nBy Awa Jobe\nThe River Post\n7 May 2019\n\nA ferry sank on Monday.\n\nNobody was hurt.\n"
UNION = "id,headline,published,publisher,text\nu-1,Union strikes,2019-05-08,The River Post,The union called a strike.\n"
TROOPS = '{"id": "t-1", "text": "The troops left.", "published": "2022-03-01"}\n'
TROOPS += '{"id": "t-2", "text": "They came back.", "published": "2022-03-02"}\n'


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, words in files.items():
            archive.writestr(ZipInfo(name, (2020, 1, 1, 0, 0, 0)), words, ZIP_DEFLATED)
    return out.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, words in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(words)
            archive.addfile(info, io.BytesIO(words))
    return out.getvalue()


def damaged(packed: bytes, words: bytes) -> bytes:
    """The archive with the packed bytes of one member spoilt."""
    at = packed.index(words) + len(words) + 4
    return packed[:at] + bytes(b ^ 0xFF for b in packed[at : at + 12]) + packed[at + 12 :]


if __name__ == "__main__":
    files = {
        "exports/b-union.csv": UNION.encode(),
        "exports/a-ferry.txt": FERRY.encode(),
        "exports/": b"",
        "__MACOSX/exports/._a-ferry.txt": b"\0\5\x16\7",
        ".hidden.txt": b"Not for reading.",
        "../c-troops.jsonl": TROOPS.encode(),
        "photo.png": b"\x89PNG\r\n\x1a\n" + bytes(40),
        "inner.zip": zipped({"d-ferry.txt": FERRY.replace("Kantaba", "Juffure").encode()}),
    }
    made = {
        "zip/mixed.zip": zipped(files),
        "zip/damaged.zip": damaged(zipped({"a.txt": FERRY.encode(), "b.txt": FERRY.replace("Kantaba", "Juffure").encode()}), b"a.txt"),
        "zip/workbook.zip": zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}),
        "gzip/troops.jsonl.gz": gzip.compress(TROOPS.encode(), mtime=0),
        "gzip/cut-off.jsonl.gz": gzip.compress((TROOPS + TROOPS.replace("t-", "v-")).encode(), mtime=0)[:-14],
        "gzip/folder.tar.gz": gzip.compress(tarred({"a/ferry.txt": FERRY.encode(), "a/union.csv": UNION.encode()}), mtime=0),
        "tar/folder.tar": tarred({"a/ferry.txt": FERRY.encode(), "a/.DS_Store": b"x", "a/union.csv": UNION.encode()}),
    }
    for path, raw in made.items():
        (HERE / path).parent.mkdir(exist_ok=True)
        (HERE / path).write_bytes(raw)
