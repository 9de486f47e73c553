"""Hostile input of every format: nothing but InputError, within a time, without a file or the network, and a word on what happened."""

import builtins
import gzip
import io
import os
import socket
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.formats import File, PassedOver, Received, find

GOLDEN = sorted(p for p in (Path(__file__).parent / "golden").glob("*/*.*") if not p.name.endswith(".yaml"))
LONGEST = 20  # seconds for any one file
SMALL = 200_000  # bytes of a golden file that is mutated


def found(raw: bytes | str, name: str = "hostile") -> list[Received | PassedOver]:
    """What is found, in time; nothing where it is refused."""
    start = time.monotonic()
    try:
        got = list(find(raw, name))
    except InputError as e:
        assert len(str(e)) > 20  # noqa: PT017
        got = []
    assert time.monotonic() - start < LONGEST
    for one in got:
        if isinstance(one, Received):
            one.report.text.encode()
            one.report.body.of(one.report.text)
        else:
            assert len(one.problem.message) > 20
    return got


def told(raw: bytes) -> list[str]:
    return [one.problem.code for one in found(raw) if isinstance(one, PassedOver)]


@pytest.fixture
def shut(monkeypatch):
    """No socket may be made, and no file opened that is no code."""

    def refuse(*given, **_):
        raise AssertionError(f"reached for {given}")

    opened = builtins.open

    def only_code(name, *given, **named):
        if isinstance(name, str | os.PathLike) and ("site-packages" in str(name) or str(name).endswith((".py", ".pyc", ".so"))):
            return opened(name, *given, **named)
        raise AssertionError(f"opened {name}")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(builtins, "open", only_code)
    monkeypatch.setattr(io, "open", only_code)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600))
def test_random_bytes(raw):
    found(raw)


MAGICS = [
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08\x00",
    b"{\\rtf1 ",
    b"PAR1",
    b"WARC/1.0\r\n",
    b"<html>",
    b"<?xml version='1.0'?>",
    b"BZh9",
]
MAGICS += [
    b"From: a@b.example\nSubject: x\nDate: y\n\n",
    b"title,text\n",
    b'[{"text": ',
    b'{"title": ',
    b"\xfd7zXZ\x00",
    b"<rss><channel>",
    b"ZCZC",
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(MAGICS), st.binary(max_size=400))
def test_random_bytes_after_every_mark(magic, raw):
    found(magic + raw)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_golden_files_truncated_and_mutated(data):
    path = data.draw(st.sampled_from(GOLDEN))
    raw = path.read_bytes()[:SMALL]
    end = data.draw(st.integers(0, len(raw)))
    changes = data.draw(st.lists(st.tuples(st.integers(0, max(end - 1, 0)), st.binary(min_size=1, max_size=6)), max_size=4))
    mutated = bytearray(raw[:end])
    for at, bytes_ in changes:
        mutated[at : at + len(bytes_)] = bytes_
    found(bytes(mutated), path.name)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: f"{p.parent.name}-{p.name}")
def test_golden_files_cut_in_half(path):
    raw = path.read_bytes()
    for end in (len(raw) // 2, len(raw) - 1, 40):
        found(raw[:end], path.name)


def zipped(name: str, raw: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, raw)
    return out.getvalue()


def test_archives_a_hundred_deep():
    raw = b"A ferry sank."
    for n in range(100):
        raw = zipped(f"{n}.zip", raw)
    assert told(raw) == ["too-deep"]
    raw = b"A ferry sank."
    for _ in range(100):
        raw = gzip.compress(raw)
    assert told(raw) == ["too-deep"]


def test_a_zip_bomb():
    bomb = zipped("bomb.txt", bytes(300 * 2**20))
    assert len(bomb) < 400_000
    assert told(bomb) == ["too-large"]


def test_a_zip_bomb_that_lies_about_its_size():
    bomb = bytearray(zipped("bomb.txt", bytes(200 * 2**20)))
    at = bomb.rindex(b"PK\x01\x02")
    bomb[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    assert told(bytes(bomb)) in (["not-read"], ["cut-off"], ["not-read", "cut-off"])


def test_a_zip_of_many_bombs():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(90):
            archive.writestr(f"{n}.txt", bytes(7 * 2**20))
    assert "too-large" in told(out.getvalue())


def test_a_gzip_bomb():
    bomb = gzip.compress(bytes(400 * 2**20))
    assert told(bomb) == ["not-read"]
    assert told(gzip.compress(bomb)) == ["not-read"]


def test_a_word_bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:p>" * (20 * 2**20))
    with pytest.raises(InputError, match="larger than"):
        list(find(out.getvalue(), "bomb.docx"))


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
ENTITIES = [
    f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]><rss><channel><item><title>&l11;</title></item></channel></rss>',
    (
        '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><head><title>A</title></head><body><body.content>'
        "<p>&x;</p></body.content></body></nitf>"
    ),
    (
        '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://example.invalid/rss.dtd" [<!ENTITY x SYSTEM "http://example.invalid/x">]>'
        '<rss version="2.0"><channel><item><title>&x;</title><description>&x;</description></item></channel></rss>'
    ),
    (
        '<?xml version="1.0"?><!DOCTYPE newsItem [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><newsItem '
        'xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><inlineXML>&p;</inlineXML></contentSet></newsItem>'
    ),
    '<html xmlns:xi="http://www.w3.org/2001/XInclude"><body><xi:include href="file:///etc/passwd" parse="text"/><p>Ferry</p></body></html>',
    '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; A ferry sank on Monday off Kantaba.</p></body></html>',
]


@pytest.mark.parametrize("raw", ENTITIES)
def test_entities_are_not_followed(raw, shut):
    for one in found(raw.encode()):
        said = one.report.text if isinstance(one, Received) else one.problem.message
        assert "root:" not in said
        assert len(said) < 10_000


def word_with(document: str) -> bytes:
    source = Path(__file__).parent / "golden" / "docx" / "styled.docx"
    out = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, document if name == "word/document.xml" else old.read(name))
    return out.getvalue()


def test_entities_in_a_word_document_are_not_followed():
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    told_by = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    raw = word_with(f"{told_by}<w:document {w}><w:body><w:p><w:r><w:t>&x; A ferry sank.</w:t></w:r></w:p></w:body></w:document>")
    assert all("root:" not in one.report.text for one in found(raw) if isinstance(one, Received))


def test_rich_text_of_100_000_nested_groups():
    found(b"{\\rtf1 " + b"{" * 100_000 + b"A ferry sank." + b"}" * 100_001)
    found(b"{\\rtf1 " + b"{\\b " * 100_000)


def test_a_web_page_of_one_line_of_20_megabytes():
    found(b"<html><body><p>" + b"A ferry sank on Monday. " * (20 * 2**20 // 24) + b"</p></body></html>")


def test_a_web_page_nested_100_000_deep():
    found(b"<html><body>" + b"<div>" * 100_000 + b"A ferry sank on Monday.")
    found(b"<?xml version='1.0'?>" + b"<a>" * 100_000)


def test_json_nested_beyond_all_measure():
    found(b"[" * 1_000_000)
    found(b'{"articles":' * 100_000)
    found(b'[{"text": "He left."},' + b"[" * 100_000)


@pytest.mark.parametrize(
    "raw",
    [
        b'title,text\n"' + b"a,b\n" * 20_000,
        b"title,text\n" + b'"x,' * 300_000,
        b"title,text\n" + b'a,"b\n' * 100_000,
        b"a,b,c\n" + b"," * 2_000_000,
        b"title,text\na," + b" " * 4_000_000 + b"[+1 chars]x",
        b"From: a@b.example\nSubject: " + b"=?utf-8?q?" * 20_000 + b"\nDate: x\nTo: y\n\nHe left.",
        b"From: a@b.example\nTo: b\nSubject: c\nContent-Type: multipart/mixed; boundary=x\n\n"
        + b"".join(b"--x%d\nContent-Type: multipart/mixed; boundary=x%d\n\n" % (n, n + 1) for n in range(2000)),
        b"From: a@b.example\nTo: b\nSubject: c\n\n" + b">" * 1_000_000,
        b"%PDF-1.4\n" + b"1 0 obj\n<< /Kids [1 0 R] >>\nendobj\n" * 5000,
        b"%PDF-1.4\n" + b"[" * 200_000,
        b"{\\rtf1 " + b"\\'e9" * 500_000 + b"}",
        b"{\\rtf1 " + b'{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt x ' * 3000,
        b"He left. " * 400_000,
        b"(((((" * 200_000,
        b"By " * 300_000,
    ],
    ids=range(15),
)
def test_long_runs(raw):
    found(raw)


def test_a_member_may_have_any_name(shut):
    for name in ("../../etc/passwd", "/etc/passwd", "C:\\windows\\x.txt", "a\x1b[2Jb.txt", "\u202etxt.exe", "x" * 3000):
        (one,) = found(zipped(name, b"Ferry sinks\n\nBy Awa Jobe\n7 May 2019\n\nA ferry sank on Monday."))
        assert isinstance(one, Received)
        assert one.report.member is not None
        assert one.report.member.isprintable()


def test_text_exports_do_not_reach_for_files_or_the_network(shut):
    for raw in (b"A ferry sank on Monday.", b"title,text\nFerry sinks,A ferry sank.\n", b'{"id": "a", "text": "He left."}'):
        assert found(raw)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: f"{p.parent.name}-{p.name}")
def test_no_golden_file_reaches_for_the_network(path, monkeypatch):
    def refuse(*given, **_):
        raise AssertionError(f"reached for {given}")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    found(path.read_bytes(), path.name)
    assert File.at(path).size == path.stat().st_size
