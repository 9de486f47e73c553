"""ZIP, gzip and tar: members read one by one, bounded, and what is broken, locked or foreign told."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.formats import File, PassedOver, Received, find, format_of, receive
from reportedly.formats.archives import guarded
from reportedly.formats.archives import zip as zipped_archives
from tests.formats.golden.make_archives import FERRY, TROOPS, tarred, zipped

GOLDEN = Path(__file__).parent / "golden"


def told(raw, name="archive"):
    """What is found: format and member of each report, code and member of what is passed over."""
    return [(f.report.format, f.report.member) if isinstance(f, Received) else (f.problem.code, f.member) for f in find(raw, name)]


def test_members_come_in_the_order_of_their_names():
    raw = zipped({"b.txt": FERRY.encode(), "a.txt": FERRY.encode(), "c/d.txt": FERRY.encode()})
    assert told(raw) == [("plain", "a.txt"), ("plain", "b.txt"), ("plain", "c/d.txt")]


def test_an_empty_archive_is_told():
    assert told(zipped({})) == [("no-members", None)]
    assert told(zipped({".hidden": b"x", "__MACOSX/a": b"y", "a/": b""})) == [("no-members", None)]
    with pytest.raises(InputError, match="without files"):
        list(receive(zipped({})))


def test_a_member_that_is_no_report_does_not_stop_the_others():
    raw = zipped({"a.png": b"\x89PNG\r\n", "b.txt": b"", "c.txt": FERRY.encode()})
    assert told(raw) == [("not-read", "a.png"), ("not-read", "b.txt"), ("plain", "c.txt")]


def locked():
    """A ZIP whose member says that it is encrypted."""
    raw = bytearray(zipped({"a.txt": FERRY.encode(), "b.txt": FERRY.encode()}))
    raw[raw.index(b"PK\x03\x04") + 6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def test_a_locked_member_is_told():
    assert told(locked()) == [("locked", "a.txt"), ("plain", "b.txt")]


def test_an_unknown_way_of_packing_is_told():
    raw = bytearray(zipped({"a.txt": FERRY.encode(), "b.txt": FERRY.encode()}))
    raw[raw.index(b"PK\x01\x02") + 10] = 99
    raw[raw.index(b"PK\x03\x04") + 8] = 99
    assert told(bytes(raw)) == [("not-read", "a.txt"), ("plain", "b.txt")]


def test_a_wrong_checksum_is_told_and_what_stands_there_is_read_or_not():
    raw = bytearray(zipped({"a.txt": FERRY.encode() * 9000, "b.txt": FERRY.encode()}))
    raw[raw.index(b"PK\x01\x02") + 16] ^= 1
    found = told(bytes(raw))
    assert ("plain", "b.txt") in found
    assert any(member == "a.txt" and code in ("cut-off", "not-read") for code, member in found)


def test_a_zip_that_was_cut_off_says_so():
    raw = zipped({"a.txt": FERRY.encode()})
    with pytest.raises(InputError, match="broken"):
        list(find(raw[:-30], "cut.zip"))


def test_more_members_than_are_read(monkeypatch):
    monkeypatch.setattr(zipped_archives, "MOST_MEMBERS", 2)
    assert told(zipped({f"{n}.txt": FERRY.encode() for n in range(5)}))[2:] == [("too-large", None)]


def test_a_list_of_members_beyond_measure(monkeypatch):
    monkeypatch.setattr(zipped_archives, "LARGEST_LIST", 100)
    with pytest.raises(InputError, match="more files"):
        list(find(zipped({f"{n}.txt": b"x" for n in range(5)}), "many.zip"))


def test_a_larger_member_than_is_read(monkeypatch):
    monkeypatch.setattr(zipped_archives, "LARGEST", 50)
    assert told(zipped({"a.txt": FERRY.encode(), "b.txt": b"A ferry sank."})) == [("too-large", "a.txt"), ("plain", "b.txt")]


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}, "Excel"),
        ({"[Content_Types].xml": b"x", "ppt/slides.xml": b"x"}, "PowerPoint"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text"}, "OpenDocument"),
        ({"mimetype": b"application/epub+zip"}, "EPUB"),
    ],
)
def test_documents_that_are_zips_inside_are_named(files, says):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    with pytest.raises(InputError, match=says):
        list(receive(out.getvalue(), "x"))


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_one_packed_file(pack):
    assert told(pack(TROOPS.encode()), "folder/troops.jsonl.gz") == [("jsonl", "troops.jsonl")] * 2


@pytest.mark.parametrize(
    ("name", "inner"), [("a.txt.gz", "a.txt"), ("a.GZ", "a"), ("a", "a"), (".gz", ".gz"), ("x/y.tgz", "y.tar"), ("a.bz2", "a")]
)
def test_the_name_of_a_packed_file(name, inner):
    (got,) = (f for f in find(gzip.compress(FERRY.encode()), name) if isinstance(f, Received))
    assert got.report.member == inner


def test_gzip_in_several_pieces_and_with_bytes_after_it():
    raw = gzip.compress(TROOPS.encode()) + gzip.compress(TROOPS.replace("t-", "u-").encode())
    assert len(told(raw)) == 4
    assert told(gzip.compress(TROOPS.encode()) + b"more")[-1][0] == "cut-off"
    assert len(told(gzip.compress(TROOPS.encode()) + bytes(100))) == 2


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_what_stands_before_the_cut_is_read_and_told(pack):
    rows = "".join(
        f'{{"id": "{n}", "text": "He left {n * 7919 % 10007} times, and came back {n * n % 9973} times."}}\n' for n in range(40_000)
    )
    raw = pack(rows.encode())
    found = list(find(raw[: len(raw) * 3 // 4], "x.gz"))
    whole = [f for f in found if isinstance(f, Received) and not f.problems[:-1]]
    assert found[-1].problem.code == "cut-off"
    assert len(whole) > 10_000 or pack is lzma.compress


def test_a_tar_and_a_packed_tar():
    raw = tarred({"b/ferry.txt": FERRY.encode(), "a.jsonl": TROOPS.encode()})
    wanted = [("plain", "b/ferry.txt"), ("jsonl", "a.jsonl"), ("jsonl", "a.jsonl")]
    assert told(raw) == wanted
    assert told(gzip.compress(raw), "x.tar.gz") == wanted
    assert told(raw[:1100])[-1][0] == "cut-off"


def test_links_in_a_tar_are_not_followed():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("a.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        info = tarfile.TarInfo("/abs/../b.txt")
        info.size = len(FERRY)
        archive.addfile(info, io.BytesIO(FERRY.encode()))
    assert told(out.getvalue()) == [("plain", "/abs/../b.txt")]


def test_a_large_member_of_a_tar_is_reached_anew(monkeypatch):
    monkeypatch.setattr("reportedly.formats.archives.tar.HELD", 10)
    raw = tarred({"a.txt": FERRY.encode(), "b.jsonl": TROOPS.encode()})
    wanted = [("plain", "a.txt"), ("jsonl", "b.jsonl"), ("jsonl", "b.jsonl")]
    assert told(raw) == wanted
    assert told(gzip.compress(raw)) == wanted


def test_a_web_archive_goes_to_its_own_reader():
    for path in sorted((GOLDEN / "warc").glob("*.gz")):
        found = format_of(File.at(path))
        assert found is not None
        assert found.name != "gzip"


def test_a_member_streams(monkeypatch):
    """A member is not unpacked whole before its first report."""
    rows = b'{"id": "a", "text": "He left."}\n' * 200_000
    given_ = 0
    real = guarded.Guarded.readinto

    def counted(self, buffer):
        nonlocal given_
        got = real(self, buffer)
        given_ += got
        return got

    monkeypatch.setattr(guarded.Guarded, "readinto", counted)
    monkeypatch.setattr(guarded, "MOST_RATIO", 10_000)
    stream = find(gzip.compress(rows), "x.jsonl.gz")
    next(stream)
    stream.close()
    assert given_ < len(rows) / 10


PACKED = [p for kind in ("zip", "gzip", "tar") for p in sorted((GOLDEN / kind).glob("*.*")) if p.suffix != ".yaml"]


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_a_broken_archive_is_read_or_refused(data):
    raw = data.draw(st.sampled_from(PACKED)).read_bytes()
    at = data.draw(st.integers(0, len(raw)))
    raw = raw[: data.draw(st.integers(at, len(raw)))]
    raw = raw[:at] + data.draw(st.binary(max_size=8)) + raw[at:]
    try:
        found = list(find(raw, "archive"))
    except InputError:
        return
    assert all(f.problem.message if isinstance(f, PassedOver) else f.report.text is not None for f in found)
