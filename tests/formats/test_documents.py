"""PDF, Word, RTF and mail: one article a document, headlines by layout, what locked, scanned and broken files are told."""

import io
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.formats import File, PassedOver, Received, find, format_of
from tests.formats.golden.make_documents import column, docx, p, pdf

GOLDEN = Path(__file__).parent / "golden"
PROSE = ["A ferry sank on Monday off Kantaba, the harbour authority said, and nobody was", "hurt. The mayor thanked the fishermen."]


def report(raw):
    (got,) = (f for f in find(raw) if isinstance(f, Received))
    return got.report


def codes(raw):
    (got,) = (f for f in find(raw) if isinstance(f, Received))
    return [q.code for q in got.problems]


def body(found):
    return found.body.of(found.text)


def refusal(raw, name="the-file"):
    with pytest.raises(InputError) as told:
        list(find(raw, name))
    assert name in str(told.value)
    return str(told.value)


def name_of(raw):
    found = format_of(File.of(raw, "x"))
    return found.name if found else None


# PDF


def test_a_page_without_text_is_told_as_a_scan():
    assert "no text" in refusal(pdf([[], []]))
    assert "pages-without-text" in codes(pdf([column(PROSE, 700), []]))


def test_a_locked_pdf_says_so():
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([column(PROSE, 700)]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert "password" in refusal(out.getvalue())


def test_a_pdf_locked_only_against_printing_is_read():
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([column(PROSE, 700)]))))
    writer.encrypt("", "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert body(report(out.getvalue())).startswith("A ferry sank")


def test_a_broken_pdf_says_so():
    assert "broken" in refusal(b"%PDF-1.4\nnothing")


def test_without_pypdf_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert "pip install 'reportedly[pdf]'" in refusal(pdf([column(PROSE, 700)]))


def test_headline_by_its_size_ends_like_a_sentence():
    page = [(20, 60, 780, "\u201cWe will not go.\u201d"), (20, 60, 755, "Ferrymen stay."), *column(PROSE, 700)]
    found = report(pdf([page]))
    assert found.headline == "\u201cWe will not go.\u201d Ferrymen stay."
    assert body(found) == " ".join(PROSE)


def test_newspaper_name_section_and_date_above_the_headline():
    page = [
        (10, 60, 800, "The River Post"),
        (10, 60, 785, "7 May 2019"),
        (20, 60, 750, "Ferry sinks off Kantaba in calm weather"),
        *column(PROSE, 700),
    ]
    found = report(pdf([page]))
    assert (found.headline, found.published) == ("Ferry sinks off Kantaba in calm weather", date(2019, 5, 7))
    assert found.publisher == "The River Post"
    assert body(found) == " ".join(PROSE)


def test_hyphens_at_line_ends_are_mended_but_for_compounds():
    lines = [
        "The long-term plan of the har-",
        "bour was a long-",
        "term success for the people of the town, and nobody minded the cost of it, said Ndow.",
    ]
    assert "harbour was a long-term success" in body(report(pdf([column(lines, 700)])))


def test_running_heads_and_page_numbers_are_no_prose():
    pages = [
        [
            (9, 60, 810, "The River Post"),
            *column([f"Sentence {n} goes on over many words and ends in the middle of a", "line."], 700),
            (9, 300, 20, f"- {n} -"),
        ]
        for n in range(1, 5)
    ]
    assert "River Post" not in report(pdf(pages)).text
    assert "- 2 -" not in report(pdf(pages)).text


def test_a_sentence_goes_on_over_the_page():
    first = column(["The minister said on Tuesday that the treaty, which both sides had signed in the"], 700)
    second = column(["spring, was void."], 780)
    assert body(report(pdf([first, second]))).endswith("signed in the spring, was void.")


# Word


def styled(*paragraphs):
    return docx("".join(p(words, style) for words, style in paragraphs))


def test_a_word_document_without_styles_is_read_as_plain_text():
    found = report(
        styled(("Ferry sinks off Kantaba", ""), ("By Awa Jobe", ""), ("7 May 2019", ""), ("A ferry sank.", ""), ("None died.", ""))
    )
    assert (found.headline, found.authors, found.published) == ("Ferry sinks off Kantaba", ("Awa Jobe",), date(2019, 5, 7))
    assert body(found) == "A ferry sank.\n\nNone died."


def test_a_word_document_without_words_is_told():
    assert codes(docx("<w:p/>")) == ["no-body"] or "no-date" in codes(docx("<w:p/>"))


def test_workbooks_and_slides_are_no_word_documents():
    for part in ("xl/workbook.xml", "ppt/presentation.xml"):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr(part, "<x/>")
        (told,) = find(out.getvalue())
        assert isinstance(told, PassedOver)
        assert "Save" in told.problem.message


def test_a_broken_word_document_says_so():
    raw = (GOLDEN / "docx" / "styled.docx").read_bytes()
    assert "broken" in refusal(raw[: len(raw) // 2])


def test_text_boxes_are_read_once():
    box = '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    box += '<mc:Choice Requires="x"><w:txbxContent>'
    box += f"{p('In a box.')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{p('In a box.')}</w:txbxContent></mc:Fallback>"
    box += "</mc:AlternateContent>"
    raw = docx(f"<w:p><w:r><w:t>The ferry sank.</w:t>{box}</w:r></w:p>{p('None died.')}")
    assert body(report(raw)) == "The ferry sank.\n\nIn a box.\n\nNone died."


# RTF


def rtf(*lines, info=""):
    return b"{\\rtf1\\ansi\\ansicpg1252 " + info.encode() + b"".join(line.encode("ascii") + b"\\par\n" for line in lines) + b"}"


def test_an_rtf_article():
    found = report(
        rtf(
            "Ferry sinks off Kantaba",
            "",
            "By Awa Jobe",
            "7 May 2019",
            "",
            "A ferry sank in S\\'e3o Brito.",
            "",
            "\\u8220?None died.\\u8221?",
        )
    )
    assert (found.headline, found.authors, found.published) == ("Ferry sinks off Kantaba", ("Awa Jobe",), date(2019, 5, 7))
    assert body(found) == "A ferry sank in S\u00e3o Brito.\n\n\u201cNone died.\u201d"


def test_a_table_in_rtf_keeps_its_cells():
    rows = "{\\trowd Province\\cell Dead\\cell\\row}{\\trowd Upper Sava\\cell 12\\cell\\row}"
    assert "Upper Sava|12" in body(report(rtf("The flood killed twelve.", rows, "The search goes on."))).replace(" ", " ")


def test_an_empty_rtf_is_told():
    assert "without text" in refusal(b"{\\rtf1\\ansi }")


# Mail


def mail(body_, **fields):
    head = {
        "From": "Awa Jobe <a@b.example>",
        "To": "x@y.example",
        "Subject": "Ferry sinks off Kantaba",
        "Date": "Tue, 7 May 2019 23:30:00 -0500",
    }
    head |= {k.replace("_", "-"): v for k, v in fields.items()}
    return ("".join(f"{k}: {v}\n" for k, v in head.items() if v) + "\n" + body_).encode()


@pytest.mark.parametrize(
    ("sender", "authors", "publisher"),
    [
        ("Awa Jobe <awa@river-post.example>", ("Awa Jobe",), None),
        ("The River Post <newsletter@river-post.example>", (), "The River Post"),
        ("Awa Jobe at The River Post <awa@river-post.example>", ("Awa Jobe",), "The River Post"),
        ("Awa Jobe via River List <a@b.example>", ("Awa Jobe",), "River List"),
        ("desk@river-post.example", (), "river-post.example"),
        ('"Jobe" <x@y.example>', (), "Jobe"),
    ],
)
def test_a_sender_is_an_author_or_a_house(sender, authors, publisher):
    found = report(mail("A ferry sank on Monday.\n", From=sender))
    assert (found.authors, found.publisher) == (authors, publisher)


def test_the_day_of_a_mail_is_that_of_its_own_zone():
    assert report(mail("A ferry sank on Monday.\n")).published == date(2019, 5, 7)


def test_a_byline_in_the_mail_goes_before_the_sender():
    assert report(mail("By Lamin Sarr\n\nA ferry sank.\n")).authors == ("Lamin Sarr",)


@pytest.mark.parametrize("subject", ["Fwd: Ferry sinks", "FW: Re: Ferry sinks", "WG: Ferry sinks", "=?utf-8?b?RmVycnkgc2lua3M=?="])
def test_subjects(subject):
    assert report(mail("A ferry sank.\n", Subject=subject)).headline == "Ferry sinks"


def test_a_mail_without_a_subject():
    found = report(mail("A ferry sank on Monday off Kantaba.\n", Subject=""))
    assert (found.headline, body(found)) == (None, "A ferry sank on Monday off Kantaba.")


def test_a_subject_repeated_in_the_text_stands_once():
    assert body(report(mail("Ferry sinks off Kantaba\n\nA ferry sank.\n"))) == "A ferry sank."


def test_a_mail_without_words_names_its_attachment():
    raw = mail(
        '--b\nContent-Type: application/pdf; name="a.pdf"\nContent-Disposition: attachment; filename="a.pdf"\n\nx\n--b--\n',
        MIME_Version="1.0",
        Content_Type="multipart/mixed; boundary=b",
    )
    assert "'a.pdf'" in refusal(raw)


@pytest.mark.parametrize("charset", ["no-such-charset", "utf-8", "us-ascii"])
def test_a_mail_in_another_encoding_than_it_says(charset):
    raw = mail("L'\u00e9t\u00e9 est fini.\n", Content_Type=f"text/plain; charset={charset}").decode().encode("cp1252")
    assert body(report(raw)) == "L'\u00e9t\u00e9 est fini."


@pytest.mark.parametrize(
    "raw", [b"From: the mayor\n\nA ferry sank.", b"Note: a\nSubject: b\n\nA ferry sank.", b"He left.", b"FROM THE MAYOR: He left: today.\n"]
)
def test_prose_with_colons_is_no_mail(raw):
    assert name_of(raw) is None


DOCUMENTS = [q for kind in ("pdf", "docx", "rtf", "eml") for q in sorted((GOLDEN / kind).glob("*.*")) if q.suffix != ".yaml"]


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_a_broken_document_is_read_or_refused(data):
    raw = data.draw(st.sampled_from(DOCUMENTS)).read_bytes()
    at = data.draw(st.integers(0, len(raw)))
    raw = raw[: data.draw(st.integers(at, len(raw)))]
    raw = raw[:at] + data.draw(st.binary(max_size=8)) + raw[at:]
    try:
        found = list(find(raw, "document"))
    except InputError:
        return
    assert all(f.problem.message if isinstance(f, PassedOver) else f.report.text is not None for f in found)


def test_a_page_of_more_pieces_than_are_read_is_cut_and_told(monkeypatch):
    monkeypatch.setattr("reportedly.formats.documents.pdf.MOST_PIECES", 3)
    raw = pdf([column(PROSE * 9, 780), column(PROSE, 700)])
    assert "page-too-full" in codes(raw)
    monkeypatch.setattr("reportedly.formats.documents.pdf.MOST_FULL", 1)
    assert "too-many-pages" in codes(raw)


def test_addresses_of_links_and_tables_of_fonts_in_rtf():
    link = '{\\field{\\*\\fldinst{HYPERLINK "https://a.example/1"}}{\\fldrslt the bulletin}}'
    assert body(report(rtf(f"He read {link} and left."))) == "He read the bulletin and left."
    assert "fonts" in refusal(b"{\\rtf1{\\fonttbl" + b"\\f1 " * 50_000 + b"} A ferry sank.}")


def test_signs_beyond_the_basic_plane_in_rtf():
    assert body(report(rtf("A ferry sank \\u-10179?\\u-8704? on Monday."))) == "A ferry sank \U0001f600 on Monday."
