"""ProQuest: what its exports leave out, add, break and betray."""

import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.formats import File, Received, find, format_of, receive
from reportedly.formats.proquest import html
from reportedly.formats.proquest import text as txt
from reportedly.formats.proquest.addresses import address, scrubbed

GOLDEN = Path(__file__).parent / "golden"
EXPORTS = sorted(p for kind in ("proquest-txt", "proquest-html", "proquest-eml") for p in (GOLDEN / kind).glob("*") if p.suffix != ".yaml")
RULE = "_" * 60
TAIL = (
    "Title: {title}\n\nPublication title: Selby Courier; Port Selby\n\nPublication year: 2023\n\nPublication date: {day}\n\n"
    "Language of publication: English\n\nProQuest document ID: 3999000009\n\nDocument URL: {url}\n\nDatabase: Newsstream\n\n"
)
OPEN = "https://www.proquest.com/newspapers/x/docview/3999000009/se-2"


def record(text, title="Dam fails", day="Mar 10, 2023", url=OPEN, head="", tail=TAIL):
    return f"{RULE}\n\n{title}\n\n{url}\n\n{head}Full text: {text}\n\n" + tail.format(title=title, day=day, url=url)


def only(raw):
    (got,) = receive(raw)
    return got.report


def body(report):
    return report.body.of(report.text)


def page(text, title="Dam fails", author="", fields=(("Publication date", "Mar 10, 2023"),)):
    said = "".join(f"<p style='x'><strong>{name}: </strong>{value}</p>" for name, value in fields)
    return (
        f'<div><a name="DocID_MSTAR_3999000009"></a><p style="font-weight:bold">{title}</p><p><strong>Author:  </strong>{author}</p>'
        f'<p><a href="{OPEN}?accountid=90001">ProQuest document link</a></p>'
        f'<p><strong>Full text: </strong><text wordcount="9">{text}</text></p>'
        f"{said}<p><strong>Publication title: </strong>Selby Courier; Port Selby</p>"
        "<p><strong>ProQuest document ID: </strong>3999000009</p><p><strong>Database: </strong>Newsstream</p></div>"
    )


@pytest.mark.parametrize("export", EXPORTS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_an_export_is_known_by_what_is_in_it(export):
    raw = export.read_bytes()
    assert format_of(File.of(raw, "export")).name == export.parent.name
    assert {f.report.format for f in find(raw) if isinstance(f, Received)} == {export.parent.name}


@pytest.mark.parametrize("export", EXPORTS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_nothing_of_the_library_and_its_account_is_stored(export):
    stored = msgspec.json.encode(list(find(export.read_bytes()))).lower()
    for secret in (b"90001", b"example-library", b"accountid", b"jsessionid", b"proxy"):
        assert secret not in stored


def test_text_at_hand_is_read_as_the_file_is():
    text = (GOLDEN / "proquest-txt" / "before-2012.txt").read_text()
    from_file = [f.report for f in receive(text.encode())]
    at_hand = [f.report for f in receive(text)]
    for reports in zip(from_file, at_hand, strict=True):
        assert len({msgspec.json.encode(msgspec.structs.replace(r, byte_range=None)) for r in reports}) == 1
    assert all(a.byte_range[1] <= b.byte_range[0] for a, b in pairwise(from_file))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_each_record_knows_its_bytes(encoding):
    raw = (record("Élan, he said.", "L’été") + record("Second — text.", "Zweites")).encode(encoding)
    reports = [f.report for f in receive(raw)]
    assert [r.headline for r in reports] == ["L’été", "Zweites"]
    for report in reports:
        start, end = report.byte_range
        plain = "utf-8" if encoding == "utf-8-sig" else "utf-16-le" if encoding == "utf-16" else encoding
        assert raw[start:end].decode(plain).startswith(report.headline)
        assert raw[start:end].decode(plain).endswith("Newsstream")


# A field's name at the start of a line of prose opened a field in pq_parser.
@pytest.mark.parametrize("name", ["Location", "Section", "Subject", "Title", "Publisher", "Copyright", "Database", "Abstract", "Full text"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_fields_name_in_prose_opens_no_field(name, gap):
    got = only(record(f"The dam failed.{gap}{name}: that was all he said.{gap}Nobody was hurt."))
    assert body(got).split("\n\n") == ["The dam failed.", f"{name}: that was all he said.", "Nobody was hurt."]
    assert (got.headline, got.publisher, got.section) == ("Dam fails", "Selby Courier", None)


# importProquest knew "Full text" and "Full Text", and lost an article with neither.
@pytest.mark.parametrize("name", ["Full text", "Full Text", "FULL TEXT", "Fulltext", "Full text (ENGLISH)"])
def test_the_text_is_found_under_every_spelling(name):
    assert body(only(record("The dam failed.").replace("Full text", name))) == "The dam failed."


def test_corrections_are_kept():
    text = "CORRECTION: SEE CORRECTION APPENDED; The dam held.\nThe dam failed."
    assert body(only(record(text))).startswith("CORRECTION: SEE CORRECTION APPENDED; The dam held.")
    assert body(only(page("<p>CORRECTION: The dam held.</p><p>The dam failed.</p>"))).startswith("CORRECTION: The dam held.")


@pytest.mark.parametrize(
    "tail",
    [
        "CAPTION: The dam.",
        "Illustration\nCaption: The dam.",
        "Photograph\nThe dam.",
        "\nCREDIT: Selby Courier",
        "a.b@courier.example",
        "--",
        "This article originally appeared in The Courier.",
    ],
)
def test_captions_and_what_stands_below_the_prose_are_none(tail):
    assert body(only(record(f"The dam failed.\nNobody was hurt.\n{tail}"))).endswith("Nobody was hurt.")


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Wren, Tomas", ("Tomas Wren",)),
        ("Wren, Tomas; Tarle, Ines", ("Tomas Wren", "Ines Tarle")),
        ("WREN, TOMAS", ("Tomas Wren",)),
        ("Wren, Tomas, Jr", ("Tomas Wren Jr",)),
        ("Ana Maria Wren", ("Ana Maria Wren",)),
        ("Tomas Wren, Staff Writer", ("Tomas Wren",)),
        ("Tomas Wren, Selby Courier", ("Tomas Wren",)),
        ("By Tomas Wren and Ines Tarle", ("Tomas Wren", "Ines Tarle")),
        ("The Northern Press", ("The Northern Press",)),
        ("Anonymous", ()),
    ],
)
def test_authors_are_named_as_they_are_said(said, names):
    assert only(record("The dam failed.", head=f"Author: {said}\n\n")).authors == names


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("May 8, 2010", date(2010, 5, 8)),
        ("Mar 10, 2022", date(2022, 3, 10)),
        ("Mar 1, 2022", date(2022, 3, 1)),
        ("08 May 2010", date(2010, 5, 8)),
        ("2010-05-08", date(2010, 5, 8)),
        ("Jan 11, 2 009", date(2009, 1, 11)),
        ("J an 11, 2009", date(2009, 1, 11)),
        ("May 2010", None),
        ("Summer 2010", None),
        ("Feb 30, 2010", None),
    ],
)
def test_days_are_read_and_none_is_made_up(said, day):
    (got,) = receive(record("The dam failed.", day=said))
    assert got.report.published == day
    assert ("date-unread" in [p.code for p in got.problems]) == (day is None)


@pytest.mark.parametrize(
    ("said", "publisher", "edition"),
    [
        ("Selby Courier; Port Selby, Mass.", "Selby Courier", None),
        ("Selby Courier,  Late Edition (East Coast); Port Selby", "Selby Courier", "Late Edition (East Coast)"),
        ("Selby Courier (Online); Port Selby", "Selby Courier (Online)", None),
        ("Selby Courier", "Selby Courier", None),
    ],
)
def test_the_publisher_is_the_newspaper(said, publisher, edition):
    got = only(record("The dam failed.").replace("Selby Courier; Port Selby", said))
    assert (got.publisher, got.edition) == (publisher, edition)


def test_fields_whose_spaces_were_lost_are_read():
    lost = record("The dam failed.").replace("Publication title", "Publicationtitle").replace("Publication date", "Publicationdate")
    got = only(lost)
    assert (got.publisher, got.published) == ("Selby Courier", date(2023, 3, 10))


def test_an_abstract_stands_in_for_a_text_and_is_marked():
    raw = record("Not available", head="Abstract: The dam failed on Friday.\n\n")
    (got,) = receive(raw)
    assert (body(got.report), got.report.partial) == ("The dam failed on Friday.", True)
    assert "abstract-only" in [p.code for p in got.problems]


def test_a_record_without_text_is_told():
    (got,) = receive(record("", head="Abstract: None available.\n\n"))
    assert (body(got.report), got.report.headline) == ("", "Dam fails")
    assert "no-body" in [p.code for p in got.problems]


def test_a_line_of_underscores_in_the_text_does_not_end_it():
    got = [f.report for f in receive(record(f"The dam failed.\n{RULE}\nNobody was hurt.") + record("A storm came.", "Storm"))]
    assert [r.headline for r in got] == ["Dam fails", "Storm"]
    assert body(got[0]).startswith("The dam failed.")
    assert body(got[0]).endswith("Nobody was hurt.")


def test_documents_that_the_file_promises_and_lacks_are_told():
    found = list(find(record("The dam failed.").replace("\n\nDam fails", "\n\nDocument 1 of 7\n\nDam fails", 1)))
    assert found[0].report.headline == "Dam fails"
    raw = record("The dam failed.").replace("\n\nDam fails", "\n\nDocument 1 of 7\n\nDam fails", 1).encode()
    assert [f.problem.code for f in find(raw) if not isinstance(f, Received)] == ["fewer-documents"]


def test_contents_and_contacts_are_no_articles():
    contents = "Table of contents\n\n1. Dam fails ... 1\n\n"
    contact = f"{RULE}\n\nContact us at: http://www.proquest.com/go/contactsupport\n\nCopyright © 2013 ProQuest LLC.\n"
    (got,) = find((contents + record("The dam failed.") + contact).encode())
    assert got.report.headline == "Dam fails"
    stray = f"{RULE}\n\nA note of somebody's own, without any field.\n"
    found = list(find((record("The dam failed.") + stray).encode()))
    assert [f.problem.code for f in found if not isinstance(f, Received)] == ["no-article"]


def test_a_file_that_breaks_off_says_so():
    whole = record("The dam failed.", "First") + record("The storm came over the hills and the", "Second")
    *_, last = receive(whole[: whole.index("and the") + 7].encode())
    assert body(last.report) == "The storm came over the hills and the"
    assert "cut-off" in [p.code for p in last.problems]


def test_bold_words_in_the_text_of_a_page_open_no_field():
    got = only(page("<p>The dam failed.</p><p><strong>Section:</strong> a word.</p><p><b>Title: </b>none.</p>"))
    assert body(got).split("\n\n") == ["The dam failed.", "Section: a word.", "Title: none."]
    assert (got.word_count, got.section) == (9, None)


def test_a_page_with_a_broken_link_loses_nothing():
    broken = page("<p>The dam failed.</p>").replace(f'{OPEN}?accountid=90001">', f"{OPEN}?accountid=90001>")
    both = [f.report for f in receive(broken + page("<p>A storm came.</p>", "Storm"))]
    assert [r.headline for r in both] == ["Dam fails", "Storm"]
    assert [body(r) for r in both] == ["The dam failed.", "A storm came."]


def test_a_page_stated_in_another_encoding_is_read():
    raw = page("<p>L’été à Nîmes.</p>")
    stated = '<html><head><meta charset="iso-8859-1"></head><body>' + raw
    for encoding in ("utf-8", "cp1252"):
        assert body(only(stated.encode(encoding))) == "L’été à Nîmes."


def test_a_message_of_text_alone_and_one_with_a_file_attached():
    head = "From: noreply@proquest.com\nSubject: Your ProQuest Research\nMIME-Version: 1.0\n"
    text = record("The dam failed.")
    plain = head + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text
    assert body(only(plain.encode())) == "The dam failed."
    part = "--b\nContent-Type: text/plain; charset=utf-8\n{0}\n{1}\n"
    pdf = "--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=dam.pdf\n\nJVBERi0=\n"
    mixed = head + 'Content-Type: multipart/mixed; boundary="b"\n\n' + part.format("", text) + pdf + "--b--\n"
    found = list(find(mixed.encode()))
    assert [f.report.headline for f in found if isinstance(f, Received)] == ["Dam fails"]
    assert [f.problem.code for f in found if not isinstance(f, Received)] == ["attachment"]


def test_a_message_without_articles_is_refused_with_its_reason():
    link = "From: noreply@proquest.com\nSubject: Your link\nMIME-Version: 1.0\nContent-Type: text/plain\n\nSee the page.\n"
    with pytest.raises(InputError, match="No report was found"):
        list(receive(link.encode()))


@pytest.mark.parametrize(
    "raw",
    [
        b"From: a@b.example\nSubject: lunch\nMIME-Version: 1.0\nContent-Type: text/plain\n\nProQuest is down today.\n",
        b"<html><body><p>ProQuest LLC said on Monday that it would buy a rival.</p></body></html>",
        b"ProQuest buys a rival\n\nBy Ana Wren\n7 May 2019\n\nProQuest LLC, at proquest.com, said so.\n",
        f"A headline\n{RULE}\n\nFull text: the phrase is used by many.\n".encode(),
    ],
)
def test_what_only_speaks_of_the_vendor_is_left_to_others(raw):
    chosen = format_of(File.of(raw, "x"))
    assert chosen is None or not chosen.name.startswith("proquest")


@pytest.mark.parametrize(
    "proxied",
    [
        "https://www.proquest.com/docview/39/se-2?accountid=90001",
        "https://www.proquest.com/docview/39/se-2?accountid=900 01",
        "https://www.proquest.com/doc view/39/se-2?acco untid=90001",
        "https://libproxy.uni.example/login?url=https://www.proquest.com/docview/39/se-2?accountid=90001",
        "https://login.proxy.uni.example/login?qurl=https%3A%2F%2Fwww.proquest.com%2Fdocview%2F39%2Fse-2%3Faccountid%3D90001",
        "https://go.openathens.net/redirector/uni.example?url=https%3A%2F%2Fwww.proquest.com%2Fdocview%2F39%2Fse-2%3Faccountid%3D90001",
        "http://www.proquest.com.ezproxy.uni.example:2048/docview/39/se-2?accountid=90001&groupid=7",
        "https://www-proquest-com.ezproxy.uni.example/docview/39/se-2?accountid=90001",
        "https://www-proquest-com-s.webvpn.uni.example/docview/39/se-2",
        "http://0-www.proquest.com.catalog.uni.example/docview/39/se-2;jsessionid=ABC.1?accountid=90001",
    ],
)
def test_addresses_become_those_that_anybody_may_use(proxied):
    assert address(proxied).removeprefix("https").removeprefix("http") == "://www.proquest.com/docview/39/se-2"
    assert only(record("The dam failed.", url=proxied)).url.endswith("www.proquest.com/docview/39/se-2")


def test_other_addresses_and_words_stay_as_they_are():
    for words in (
        "See https://www.courier.example/a?b=1&c=2 and https://www.proquest.com/docview/39.",
        "He called it a proxy war; the account id was lost. Section 4; id=7?",
        "https://www.youtube.com/watch?v=1",
    ):
        assert scrubbed(words) == words


NAMES = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=9).map(lambda s: f"zq{s}")
ACCOUNTS = st.integers(10_000, 9_999_999).map(lambda n: f"77{n}")
SHAPES = st.sampled_from(
    [
        "https://www.proquest.com/docview/39?accountid={a}",
        "https://search.proquest.com.ezproxy.{n}.edu/docview/39?accountid={a}",
        "https://search.proquest.com.proxy.library.{n}.edu/docview/39?pq-origsite=x&accountid={a}",
        "https://search-proquest-com.libproxy.{n}.ac.uk/docview/39?AccountId={a}&x=1",
        "https://ezproxy.{n}.edu/login?url=https://search.proquest.com/docview/39?accountid={a}",
        "https://ezproxy.{n}.edu/login?url=https://www-proquest-com.ezproxy.{n}.edu/docview/39%3Faccountid%3D{a}",
        "http://0-search.proquest.com.{n}.example.edu/docview/39;jsessionid={a}.x?accountid={a}",
        "https://www.courier.com.ezproxy.{n}.edu/page?accountid={a}",
    ]
)
PLACES = st.sampled_from(["text", "abstract", "url", "copyright", "title", "author"])


@settings(max_examples=150, deadline=None)
@given(NAMES, ACCOUNTS, SHAPES, PLACES, st.booleans())
def test_no_library_and_no_account_is_stored_wherever_its_address_stands(name, account, shape, place, as_page):
    proxied = shape.format(n=name, a=account)
    text = f"The dam failed, see {proxied} for more." if place == "text" else "The dam failed."
    title = f"Dam {proxied}" if place == "title" else "Dam fails"
    head = f"Abstract: See {proxied} now.\n\n" if place == "abstract" else f"Author: {proxied}\n\n" if place == "author" else ""
    tail = TAIL.replace("Database:", f"Copyright: Courier {proxied}\n\nDatabase:") if place == "copyright" else TAIL
    raw = record(text, title, url=proxied, head=head, tail=tail)
    if as_page:
        raw = page(f"<p>{text}</p>", title, head, (("Copyright", proxied),))
    for given_as in (raw, raw.encode()):
        stored = msgspec.json.encode(list(find(given_as))).decode().lower()
        assert name not in stored
        assert account not in stored


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(EXPORTS), st.data())
def test_broken_exports_are_read_or_refused(export, data):
    raw = export.read_bytes()
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    broken = data.draw(st.sampled_from([raw[start:end], raw[:start], raw[:start] + raw[end:], raw[:start] + b'<"\xff\x00' + raw[start:]]))
    try:
        for got in receive(broken):
            assert body(got.report) is not None
    except InputError:
        pass


@pytest.mark.parametrize(
    "text",
    [
        " " * 300_000,
        "a.com." * 60_000,
        "https://" + "a.com." * 60_000,
        "https://" + "a-com-" * 60_000,
        "https://" * 40_000,
        "https://a.b/?" + "a&" * 100_000,
        "proquest-" * 40_000,
        "Subject: x\n\n" * 20_000,
        f"{RULE}\n" * 5_000,
        "x, " * 100_000,
        "accountid=" * 30_000,
    ],
)
def test_long_lines_cost_no_more_than_their_length(text):
    start = time.process_time()
    assert list(txt.read_file(File.of(record(text, head=f"Author: {text}\n\n", day=text).encode(), "x")))
    assert list(html.read_file(File.of(page(f"<p>{text}</p>", text).encode(), "x")))
    assert time.process_time() - start < 5
