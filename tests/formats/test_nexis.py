"""LexisNexis and Nexis Uni, with invented articles."""

import contextlib
import io
import random
import time
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.formats import File, Received, find, format_of, receive
from reportedly.formats.nexis import fields, labels, old_text, uni_files, uni_text, when
from tests.formats.golden import make_nexis
from tests.formats.test_golden import GOLDEN

EXPORTS = sorted(p for p in GOLDEN.glob("nexis-*/*") if p.suffix != ".yaml")
BODY = "A ferry sank off Barra on Sunday.\n\nNobody was hurt."


def center(line: str) -> str:
    return line.center(80).rstrip()


def old(
    counter: str | None = "1 of 1 DOCUMENTS",
    day: str = "March 11, 2019 Monday",
    fields: str = "BYLINE: Awa Jobe\n\nLENGTH: 11 words\n",
    body: str = BODY,
    below: str = "LOAD-DATE: March 12, 2019\n\nLANGUAGE: ENGLISH",
    head: str = "Ferry sinks",
) -> str:
    top = f"{center(counter)}\n\n\n" if counter else ""
    top += f"{center('The River Post')}\n\n{center(day)}\n\n"
    return f"{top}{head}\n\n{fields}\n{body}\n\n{below}\n\n{center('Copyright 2019 River Post Ltd')}\n\n"


def uni(title: str = "Ferry sinks", fields: str = "Length: 11 words\n\nByline: Awa Jobe", body: str = BODY, below: str = "") -> str:
    top = f"{title}\n\nThe River Post(Banjul)\n\nMarch 11, 2019 Monday 9:20 AM GMT\n\nCopyright 2019 River Post Ltd"
    return f"{top}\n\n{fields}\n\nBody\n\n{body}\n\n{below}Load-Date: March 12, 2019\n\nEnd of Document\n\n"


def only(raw) -> Received:
    (found,) = receive(raw)
    return found


def body_of(got: Received) -> str:
    return got.report.body.of(got.report.text)


def word(paragraphs) -> bytes:
    """A Word file with paragraphs of words, bold where they come in a pair."""
    out = io.BytesIO()
    inner = "".join(make_nexis.word_part("p", [p if isinstance(p, tuple) else (p, False)]) for p in paragraphs)
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        parts.writestr("word/document.xml", f"<w:document {make_nexis._W}><w:body>{inner}</w:body></w:document>")
    return out.getvalue()


def rtf(lines) -> bytes:
    return ("{\\rtf1\\ansi " + "".join(f"{make_nexis.rich(line)}\\par\n" for line in lines) + "}").encode("ascii")


def test_the_first_article_under_a_cover_page_is_not_lost():
    cover = "Date and Time: Monday, 11. March 2019 10:00:00\n\nJob Number: 1\n\nDocuments (2)\n\n1. Ferry sinks\n\n"
    cover += "Client/Matter: -None-\n\n2. Dam\n\n"
    found = list(receive(cover + uni() + uni("Dam opened")))
    assert [f.report.headline for f in found] == ["Ferry sinks", "Dam opened"]
    assert [p.code for f in found for p in f.problems] == []


def test_a_cover_page_that_lists_more_than_is_there_is_told():
    (got,) = receive("Job Number: 1\n\nDocuments (2)\n\n1. Ferry sinks\n\n2. Dam\n\nSearch Terms: ferry\n\n" + uni())
    assert [p.code for p in got.problems] == ["count-differs"]
    (got,) = receive("Download Request: Selected Items: 1-7\nTime Of Request: now\n\n" + old())
    assert [p.code for p in got.problems] == ["count-differs"]


def test_prose_that_speaks_of_body_and_section_splits_nothing():
    prose = "The governing body met in the section.\n\nBody\n\nSection: that is what the governing body called it.\n\n"
    prose += "The end of document reached us late."
    got = only(uni(body=prose))
    assert body_of(got) == prose


def test_the_author_is_not_merged_with_the_highlight():
    for fields_ in ("Byline: Awa Jobe\n\nHighlight: All were saved.", "Byline: Awa Jobe Highlight: All were saved."):
        report = only(uni(fields=fields_)).report
        assert (report.authors, report.subheadline) == (("Awa Jobe",), "All were saved.")
    report = only(old(fields="BYLINE: Awa Jobe\n\nLENGTH: 9 words\n\nHIGHLIGHT: All were saved.\n")).report
    assert (report.authors, report.subheadline) == (("Awa Jobe",), "All were saved.")
    assert report.subheadline_at.of(report.text) == "All were saved."


def test_a_thousand_words_are_a_thousand():
    assert only(old(fields="LENGTH: 1,024 words\n")).report.word_count == 1024
    assert [fields.word_count(w) for w in ("1 043 mots", "306 Wörter", "850 ord", "2.013 woorden", "many words")] == [
        1043,
        306,
        850,
        2013,
        None,
    ]


def test_one_error_document_breaks_no_file():
    raw = (GOLDEN / "nexis-html" / "english.html").read_bytes()
    found = list(find(raw))
    assert [isinstance(f, Received) for f in found] == [True, False, True]
    assert found[1].where == "document 2"
    first = found[0].report
    start, end = first.byte_range
    assert raw[start:end].startswith(b"<A NAME=")
    assert [name in raw[start:end] for name in (b"Ferry sinks", b"Lighthouse")] == [True, False]


def test_writing_that_is_not_latin_is_kept():
    for name in ("nexis-docx/english-cover.docx", "nexis-rtf/english-cover.rtf"):
        second = list(receive((GOLDEN / name).read_bytes()))[1]
        assert second.report.headline == "Плотину открыли без предупреждения"
        assert "\U0001f30a" in body_of(second)


def test_tables_of_the_text_are_kept_and_those_of_the_cover_are_not():
    first = next(receive((GOLDEN / "nexis-docx" / "english-cover.docx").read_bytes()))
    assert body_of(first).endswith("Saved | 40\n\nMissing | 0")
    assert "Content Type" not in first.report.text


def test_links_of_an_rtf_leave_no_addresses():
    assert all("http" not in f.report.text for f in receive((GOLDEN / "nexis-rtf" / "english-cover.rtf").read_bytes()))


def test_a_document_without_counter_and_one_without_field_above_the_text():
    assert only(old(counter=None)).report.format == "nexis-txt"
    got = only(old(fields="", below="SECTION: Politics\n\nLENGTH: 11 words\n\nLOAD-DATE: March 12, 2019\n\nLANGUAGE: ENGLISH"))
    assert body_of(got) == BODY
    assert (got.report.section, got.report.word_count) == ("Politics", 11)


def test_a_measure_within_the_prose_is_no_field():
    prose = "The wreck was measured.\nLENGTH: 19.43 meters. WINGSPAN: none.\n\nUPDATE: Divers went down again."
    assert body_of(only(old(body=prose))) == prose


@pytest.mark.parametrize(
    ("counter", "fields_"),
    [
        ("Dokument 1 von 1", "AUTOR: Awa Jobe\n\nLÄNGE: 11 Wörter\n"),
        ("Document 1 de 1", "AUTEUR: Awa Jobe\n\nLONGUEUR: 11 mots\n"),
        ("1 van 1 DOCUMENTEN", "AUTEUR: Awa Jobe\n\nLENGTE: 11 woorden\n"),
        ("1 of 1 DOCUMENT", "BYLINE: By AWA JOBE\n\nLENGTH: 11 words\n"),
        ("FOCUS - 1 of 1 DOCUMENTS", "BYLINE: Awa Jobe, River Post correspondent\n\nLENGTH: 11 words\n"),
    ],
)
def test_interfaces(counter, fields_):
    report = only(old(counter=counter, fields=fields_)).report
    assert (report.headline, report.authors, report.word_count, report.published) == ("Ferry sinks", ("Awa Jobe",), 11, date(2019, 3, 11))


@pytest.mark.parametrize(
    ("line", "day", "edition"),
    [
        ("January 11, 2010 Monday", date(2010, 1, 11), ""),
        ("Mittwoch 31. August 2011", date(2011, 8, 31), ""),
        ("Dienstag 10.Dezember 2019", date(2019, 12, 10), ""),
        ("décembre 10 2019", date(2019, 12, 10), ""),
        ("samedi 1er mars 2014 7:20 GMT", date(2014, 3, 1), ""),
        ("Mardi 24 Septembre 2013 8:18 AM GMT", date(2013, 9, 24), ""),
        ("4 oktober 2017 woensdag", date(2017, 10, 4), ""),
        ("Onsdag 6. Januar 2010", date(2010, 1, 6), ""),
        ("3 de mayo de 2018 jueves", date(2018, 5, 3), ""),
        ("12. maj 2011", date(2011, 5, 12), ""),
        ("December 19, 1991, Sunday, An Edition", date(1991, 12, 19), "An Edition"),
        ("January 20, 2009 Tuesday 8:27 PM AEST", date(2009, 1, 20), ""),
        ("2019年7月1日 星期一", date(2019, 7, 1), ""),
    ],
)
def test_date_lines(line, day, edition):
    assert when.dated(line)[0] == day
    if edition or "年" not in line:
        assert when.dated(line)[1] == edition


@pytest.mark.parametrize(
    "line", ["January 2009", "Summer, 2008", "Schedule for Sunday, April 20", "In May 3, 2018 the port", "31 February 2019", "May 2010 11"]
)
def test_what_states_no_day(line):
    assert when.dated(line) is None


def test_a_date_in_a_headline_is_not_the_date():
    report = only(uni("Allianz in 2000 um 4,5 Prozent; 3 May 2017 fixed")).report
    assert report.published == date(2019, 3, 11)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Mattha Jobe (now), Andrew Njie (earlier)", ("Mattha Jobe", "Andrew Njie")),
        ("Awa Jobe in Brussels", ("Awa Jobe",)),
        ("Awa Jobe Defence and security editor", ("Awa Jobe",)),
        ("Awa Jobe and Lamin Ceesay Transport correspondent", ("Awa Jobe", "Lamin Ceesay")),
        ("avec Agence Delta", ("Agence Delta",)),
        ("Awa Jobe avec AFD", ("Awa Jobe", "AFD")),
        ("Van onze correspondent", ()),
        ("", ()),
    ],
)
def test_bylines(byline, names):
    assert fields.authors(byline)[0] == names


def test_contributors_are_no_authors():
    assert fields.authors("By AWA JOBE; Lamin Ceesay contributed reporting from Kiri.") == (("Awa Jobe",), ("Lamin Ceesay",))


def test_sections_and_pages():
    assert fields.section_and_page("FEATURES; Pg. 6") == ("FEATURES", "6")
    assert fields.section_and_page("S. 7 Ausg. 167") == (None, "7")
    assert fields.section_and_page("BUITENLAND; Blz.6") == ("BUITENLAND", "6")


def test_a_correction_is_kept_and_told():
    below = "LANGUAGE: ENGLISH\n\nCORRECTION: The tug had\nlights.\n\nIt was red."
    got = only(old(below=below))
    assert body_of(got) == BODY
    (told,) = got.problems
    assert told.code == "corrected"
    assert told.spans[0].of(got.report.text) == "The tug had\nlights.\n\nIt was red."


def test_a_column_of_corrections_is_its_text():
    got = only(old(body="CORRECTION: An article on Monday named the wrong tug."))
    assert body_of(got) == "An article on Monday named the wrong tug."


def test_a_document_of_nothing_but_copyright_is_told_beside_the_next():
    empty = f"{center('1 of 2 DOCUMENTS')}\n\n{center('Copyright 2019 River Post Ltd')}\n\n"
    (got,) = receive(empty + old("2 of 2 DOCUMENTS"))
    assert [p.code for p in got.problems] == ["document-empty"]
    with pytest.raises(InputError, match="Export it again"):
        list(receive(empty + f"LENGTH: nothing\n{center('2 of 2 DOCUMENTS')}\n\nCopyright 2019 River Post Ltd\n"[17:]))


def test_the_text_is_a_slice_of_what_came():
    text = "\ufeff" + (old("1 of 2 DOCUMENTS") + old("2 of 2 DOCUMENTS")).replace("\n", "\r\n")
    for got in receive(text.encode()):
        assert got.report.text in text
        start, end = got.report.byte_range
        assert text.encode()[start:end].decode() == got.report.text
        assert got.report.headline_at.of(got.report.text) == "Ferry sinks"


def test_the_old_layout_in_word_and_rtf():
    lines = ["1 of 2 DOCUMENTS", "The River Post", "March 11, 2019 Monday", "Ferry sinks", "BYLINE: Awa Jobe", "LENGTH: 11 words"]
    lines += ["A ferry sank.", "Nobody was hurt.", "LOAD-DATE: March 12, 2019", "LANGUAGE: ENGLISH", "Copyright 2019 River Post Ltd"]
    lines += ["2 of 2 DOCUMENTS", *lines[1:]]
    for raw in (word(lines), rtf(lines)):
        found = list(receive(raw))
        assert [(f.report.headline, f.report.publisher, f.report.authors) for f in found] == [
            ("Ferry sinks", "The River Post", ("Awa Jobe",))
        ] * 2
        assert body_of(found[0]) == "A ferry sank.\n\nNobody was hurt."


def test_bold_alone_makes_a_heading_in_word():
    lines = [
        "Ferry sinks",
        "The River Post",
        "March 11, 2019",
        ("Length:", True),
        ("Body", True),
        "A ferry sank.",
        "Graphic",
        "Classification",
    ]
    lines += ["Type: a ferry.", ("Load-Date: March 12, 2019", True), ("End of Document", True)]
    assert body_of(only(word(lines))) == "A ferry sank.\n\nGraphic\n\nClassification\n\nType: a ferry."


def test_an_article_without_the_heading_of_the_text():
    lines = [
        ("Ferry sinks", True),
        "The River Post",
        "March 11, 2019",
        ("Length: 4 words", True),
        "A ferry sank off Barra on Sunday night.",
    ]
    got = only(word([*lines, ("Load-Date: March 12, 2019", True), ("End of Document", True)]))
    assert body_of(got) == "A ferry sank off Barra on Sunday night."
    assert got.report.word_count == 4


def test_an_article_cut_off_before_its_end_line_is_read():
    found = list(receive(uni() + uni("Dam opened").split("Load-Date")[0]))
    assert [body_of(f) for f in found] == [BODY, BODY]


def test_a_title_that_stands_for_none():
    assert only(uni("No Headline In Original")).report.headline is None


def test_other_formats_are_left_alone():
    for raw in (
        word(["A ferry sank.", "End of Document"]),
        rtf(["A ferry sank.", "Length: none"]),
        b"<html><body><p>12 of 30 DOCUMENTS</p>",
    ):
        chosen = format_of(File.of(raw, "x"))
        assert chosen is None or not chosen.name.startswith("nexis")
    for text in ("A ferry sank.\n\nEnd of Document\n", "UPDATE: A ferry sank.\n\nLANGUAGE: none\n", "Length: 3 words\nBody\n"):
        assert old_text.sniff(text) == uni_text.sniff(text) == 0


def test_what_is_broken_is_refused_in_words():
    whole = (GOLDEN / "nexis-docx" / "english-cover.docx").read_bytes()
    for raw in (whole[: len(whole) // 2], whole[:200]):
        with pytest.raises(InputError):
            list(receive(raw, "the-file.docx"))


@settings(max_examples=100, deadline=None)
@given(path=st.sampled_from(EXPORTS), seed=st.integers(0, 2**32), cut=st.floats(0, 1), flips=st.integers(0, 30))
def test_mutilated_exports_are_read_or_refused(path, seed, cut, flips):
    dice = random.Random(seed)
    raw = bytearray(path.read_bytes())
    raw = raw[: max(1, int(len(raw) * cut))] if dice.random() < 0.5 else raw
    for _ in range(flips):
        raw[dice.randrange(len(raw))] = dice.randrange(256)
    try:
        found = list(find(bytes(raw), "the-file"))
    except InputError:
        return
    for got in found:
        assert not isinstance(got, Received) or body_of(got) is not None


@pytest.mark.parametrize(
    "text",
    [
        "1 of 9 DOCUMENTS\n\nPost\n\n" + "LENGTH: 5 words\n\n" * 20_000,
        "1 of 9 DOCUMENTS\n\nPost\n\n" + "GRAPHIC: a\n\nb\n\n" * 20_000,
        "1 of 9 DOCUMENTS\n\nBYLINE: " + "a" * 500_000 + "\n\nLENGTH: 5 words",
        "1 of 9 DOCUMENTS\n\n" + " " * 500_000 + "x\n\nLENGTH: 5 words",
        uni(body="Type: a thing\n\n" * 20_000 + "Prose."),
        uni(body="Graphic\n\n" * 20_000),
        uni(fields="Byline: " + "A b " * 100_000),
        "Length: 3 words\n" * 20_000 + "End of Document\n",
        "Documents (3)\n\n" * 20_000 + uni(),
    ],
)
def test_long_runs_cost_no_more_than_their_length(text):
    start = time.process_time()
    with contextlib.suppress(InputError):
        list(receive(text))
    assert time.process_time() - start < 5


def test_labels_are_known_in_all_interfaces():
    assert {labels.FIELDS[w] for w in ("length", "länge", "longueur", "lengte", "longitud")} == {"length"}
    assert all(
        uni_files.is_end(w)
        for w in ("End of Document", "  Ende des Dokuments", "Fin du document", "Einde van document", "**End of Document**")
    )


def test_an_interface_in_a_language_that_is_not_known_is_read_by_its_bookmarks():
    words = make_nexis.Words(body="Teksti", end="Asiakirjan loppu", loaded="Latauspäivä")
    parts = make_nexis.printed([make_nexis.DAM, make_nexis.BAC], words, [], marks=True)
    raw = "{\\rtf1\\ansi " + "".join(make_nexis.rich_part(kind, what) for kind, what in parts) + "}"
    found = list(receive(raw.encode("ascii")))
    assert [f.report.publisher for f in found] == ["Дельта Ньюс", "La Gazette du Fleuve - Région"]
    assert body_of(found[1]) == "\n\n".join(make_nexis.BAC.paragraphs)
