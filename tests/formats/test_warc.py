"""Web archives: which records are read, which are counted, which are told one by one, and what damage does."""

import gzip
from pathlib import Path

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.formats import File, PassedOver, Received, find, format_of
from reportedly.formats.web.http import body_of

GOLDEN = Path(__file__).parent / "golden"
FILES = sorted(p for folder in ("warc", "arc") for p in (GOLDEN / folder).iterdir() if p.suffix != ".yaml")
MIXED = GOLDEN / "warc" / "mixed.warc.gz"
PAGE = (
    b'<!DOCTYPE html><html><head><meta property="og:type" content="article"><meta property="article:published_time" content="2031-05-14">'
    b"<title>Ferry talks resume</title></head><body><article><h1>Ferry talks resume</h1><p>The union denied the accusation on Tuesday, "
    b"and said that talks with the government would go on until both sides agreed.</p></article></body></html>"
)


def record(
    block: bytes, kind: str = "response", more: str = "", length: int | None = None, uri: str = "https://vardacourier.example/1"
) -> bytes:
    size = len(block) if length is None else length
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2031-05-16T10:00:00Z\r\n"
    return f"{head}{more}Content-Length: {size}\r\n\r\n".encode() + block + b"\r\n\r\n"


def answer(body: bytes = PAGE, fields: str = "Content-Type: text/html\r\n", status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\n{fields}\r\n".encode() + body


def split(raw: bytes) -> tuple[list[Received], list[PassedOver]]:
    found = list(find(raw))
    return [f for f in found if isinstance(f, Received)], [f for f in found if isinstance(f, PassedOver)]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_each_archive_is_taken_for_what_it_is(path):
    assert format_of(File.at(path)).name == path.parent.name


def test_a_report_knows_the_bytes_of_its_record():
    raw = MIXED.read_bytes()
    received, _ = split(raw)
    for found in received:
        start, end = found.report.byte_range
        stored = gzip.decompress(raw[start:end])
        assert stored.startswith(b"WARC/1.0\r\n")
        assert found.report.url.encode() in stored
        assert len(list(find(raw[start:end]))) == 1


def test_kinds_are_counted_and_pages_are_named():
    _, passed = split(MIXED.read_bytes())
    told = {p.problem.code: p for p in passed}
    assert told["no-article"].where == "record 10 (https://www.vardacourier.example/)"
    assert told["revisit"].where == "1 record"
    assert "1 status 404" in told["http-status"].problem.message
    assert "1 image/png" in told["not-html"].problem.message


def test_many_of_a_kind_are_one_line():
    raw = b"".join(record(answer(b"x", "Content-Type: image/gif\r\n")) for _ in range(500)) + record(answer())
    received, passed = split(raw)
    assert len(received) == 1
    assert [p.where for p in passed] == ["500 records"]


def test_the_day_of_capture_is_never_the_day_of_publication():
    received, _ = split(record(answer(PAGE.replace(b'<meta property="article:published_time" content="2031-05-14">', b""))))
    assert received[0].report.published is None
    assert [p.code for p in received[0].problems] == ["capture-date", "no-date"]
    assert "2031-05-16" in received[0].problems[0].message


def test_a_page_that_the_crawler_cut_off_is_partial():
    received, _ = split(record(answer(), more="WARC-Truncated: length\r\n"))
    assert received[0].report.partial
    assert [p.code for p in received[0].problems] == ["truncated"]


def test_a_record_shorter_than_it_says_is_told():
    received, passed = split(record(answer()) + record(answer(), length=len(answer()) + 5_000, uri="https://vardacourier.example/2"))
    assert len(received) == 1
    assert [(p.where, p.problem.code) for p in passed] == [("record 2 (https://vardacourier.example/2)", "truncated")]


def test_reading_goes_on_after_a_damaged_stretch():
    raw = record(answer()) + b"\0" * 3_000 + record(answer(), uri="https://vardacourier.example/2")
    received, passed = split(raw)
    assert [r.report.url for r in received] == ["https://vardacourier.example/1", "https://vardacourier.example/2"]
    assert [p.problem.code for p in passed] == ["damaged"]
    start, end = received[1].report.byte_range
    assert (start, end) == (len(raw) - len(record(answer(), uri="https://vardacourier.example/2")), len(raw))


def test_damage_within_a_compressed_page_is_told_once():
    member = gzip.compress(record(answer(PAGE + bytes(range(256)) * 300)), mtime=0)
    broken = member[:1_000] + bytes(60) + member[1_060:]
    whole = gzip.compress(record(answer()), mtime=0)
    received, passed = split(broken + whole)
    assert [p.problem.code for p in passed] == ["damaged"]
    assert received[-1].report.byte_range == (len(broken), len(broken) + len(whole))


def test_the_server_s_encoding_is_used():
    body = PAGE.replace(b"Ferry talks resume", "F\u00e4hrgespr\u00e4che in N\u00f6rdau".encode("cp1252"))
    received, _ = split(record(answer(body, "content-type: text/html; charset=ISO-8859-1\r\n")))
    assert received[0].report.headline == "F\u00e4hrgespr\u00e4che in N\u00f6rdau"


def test_a_page_without_a_type_is_known_by_its_first_words():
    received, _ = split(record(answer(fields="")))
    assert len(received) == 1


def test_addresses_in_brackets_are_read():
    received, _ = split(record(answer(), uri="<https://vardacourier.example/1>"))
    assert received[0].report.url == "https://vardacourier.example/1"


def test_a_text_made_from_a_page_is_no_page():
    _, passed = split(record(b"Home World Sport Ferry talks resume", "conversion", "Content-Type: text/plain\r\n"))
    assert [p.problem.code for p in passed] == ["conversion"]


MOST = 1_000


@pytest.mark.parametrize(
    ("raw", "fields"),
    [
        (PAGE, {}),
        (gzip.compress(PAGE), {"content-encoding": "gzip"}),
        (gzip.compress(PAGE[:100]) + gzip.compress(PAGE[100:]), {"content-encoding": "x-gzip"}),
        (brotli.compress(PAGE), {"content-encoding": "br"}),
        (b"%x\r\n" % len(PAGE) + PAGE + b"\r\n0\r\n\r\n", {"transfer-encoding": "chunked"}),
        (b"%x;a=b\n" % len(PAGE) + PAGE + b"\n0\n\n", {"transfer-encoding": "chunked"}),
        (PAGE, {"transfer-encoding": "chunked"}),
        (PAGE, {"content-encoding": "gzip"}),
        (PAGE, {"content-encoding": "br"}),
        (PAGE, {"content-encoding": "identity"}),
        (PAGE, {"content-encoding": "of its own"}),
    ],
)
def test_a_body_is_decoded_and_what_is_not_encoded_stays(raw, fields):
    assert body_of(raw, fields, MOST) == (PAGE, True)


def test_a_body_that_breaks_off_says_so():
    assert body_of(gzip.compress(PAGE)[:-30], {"content-encoding": "gzip"}, MOST)[1] is False
    assert body_of(brotli.compress(PAGE)[:-30], {"content-encoding": "br"}, MOST)[1] is False
    assert body_of(b"ff\r\nabc", {"transfer-encoding": "chunked"}, MOST) == (b"abc", False)


@pytest.mark.parametrize(("pack", "name"), [(gzip.compress, "gzip"), (brotli.compress, "br")])
def test_a_bomb_is_not_unpacked(pack, name):
    body, _ = body_of(pack(bytes(50_000_000)), {"content-encoding": name}, MOST)
    assert len(body) == MOST + 1


@given(st.sampled_from(FILES), st.integers(0, 5_000), st.integers(0, 600), st.binary(max_size=12))
@settings(max_examples=60, deadline=None)
def test_a_damaged_archive_never_raises_anything_else(path, start, length, put):
    raw = path.read_bytes()
    try:
        for found in find(raw[:start] + put + raw[start + length :]):
            assert isinstance(found, Received | PassedOver)
    except InputError:
        pass


@given(st.integers(200, 5_000))  # of fewer bytes nothing can be unpacked that would tell an archive
@settings(max_examples=40, deadline=None)
def test_a_truncated_archive_gives_what_is_whole(cut):
    raw = MIXED.read_bytes()
    whole, _ = split(raw)
    try:
        got = [r.report.url for r in split(raw[:cut])[0]]
    except InputError:
        return
    assert got == [r.report.url for r in whole][: len(got)]
    assert len(got) >= sum(r.report.byte_range[1] <= cut for r in whole)
