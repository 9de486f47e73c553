"""CSV, TSV, Parquet, JSON and JSON Lines: columns guessed and given, encodings, broken rows, dates."""

import json
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.formats import File, PassedOver, Received, find, format_of, receive
from reportedly.formats.tables import Mapping, read
from reportedly.formats.tables.columns import columns_of
from reportedly.formats.tables.dates import day_of, days_first

GOLDEN = Path(__file__).parent / "golden"


def reports(raw, name="table"):
    return [f.report for f in find(raw if isinstance(raw, bytes) else raw.encode(), name) if isinstance(f, Received)]


def codes(raw, name="table"):
    """Problems of each report, or the code of what was passed over."""
    raw = raw if isinstance(raw, bytes) else raw.encode()
    return [f.problem.code if isinstance(f, PassedOver) else [p.code for p in f.problems] for f in find(raw, name)]


def body(report):
    return report.body.of(report.text)


def name_of(raw):
    found = format_of(File.of(raw if isinstance(raw, bytes) else raw.encode(), "x"))
    return found.name if found else None


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        ("id,text,published", {"id": "id", "text": "text", "published": "published"}),
        (
            "Title,Body,PubDate,Outlet,Link",
            {"headline": "Title", "text": "Body", "published": "PubDate", "publisher": "Outlet", "url": "Link"},
        ),
        (
            "titre,texte,source,auteur,langue",
            {"headline": "titre", "text": "texte", "publisher": "source", "authors": "auteur", "language": "langue"},
        ),
        (
            "\u00dcberschrift,Volltext,Quelle,Seite",
            {"headline": "\u00dcberschrift", "text": "Volltext", "publisher": "Quelle", "page": "Seite"},
        ),
        (
            "t\u00edtulo,contenido,fecha de publicaci\u00f3n",
            {"headline": "t\u00edtulo", "text": "contenido", "published": "fecha de publicaci\u00f3n"},
        ),
        ("text,content,title,headline", {"text": "text", "headline": "headline"}),
        ("full_text,summary,title", {"text": "full_text", "summary": "summary", "headline": "title"}),
        ("title,description,pub_date", {"summary": "description", "headline": "title", "published": "pub_date"}),
    ],
)
def test_columns_are_told_by_their_names(header, taken):
    assert columns_of(header.split(",")).of == taken


def test_the_guess_is_shown_once_with_what_was_left_out():
    raw = "Title,Body,Clicks\nFerry sinks,A ferry sank.,7\nUnion strikes,The union struck.,8\n"
    first, second = (f for f in find(raw.encode()) if isinstance(f, Received))
    (told,) = (p for p in first.problems if p.code == "columns-guessed")
    assert "text from 'Body'" in told.message
    assert "Left out: 'Clicks'" in told.message
    assert "--columns text=body" in told.message
    assert "columns-guessed" not in [p.code for p in second.problems]


def test_our_own_names_are_no_guess():
    assert codes("id,text,published\na,He left.,2020-01-01\n") == [[]]


def test_a_mapping_goes_before_a_guess():
    file = File.of(b"title,text,notes\nA,Not this,The ferry sank on Monday.\n", "x.csv")
    (got,) = read(file, Mapping.parse("text=notes,headline=title"))
    assert (body(got.report), got.report.headline) == ("The ferry sank on Monday.", "A")
    (got,) = read(file, Mapping.parse("headline="))
    assert got.report.headline is None


def test_a_mapping_reads_names_that_nobody_knows():
    file = File.of(b"col one;c2;c3\nx;y;The ferry sank.\n", "x.csv")
    (got,) = read(file, Mapping.parse("text=c3,headline=c2"))
    assert (got.report.headline, body(got.report)) == ("y", "The ferry sank.")


def test_a_mapping_finds_its_table_whatever_the_columns_are_called():
    raw = b"ident,stuff,when\n1,The ferry sank.,2023-08-30\n"
    assert name_of(raw) is None  # one row of names that nobody knows could be prose
    (got,) = find(raw, "x.csv", columns=Mapping.parse("text=stuff,published=when"))
    assert (body(got.report), got.report.published) == ("The ferry sank.", date(2023, 8, 30))
    with pytest.raises(InputError, match="no column 'words' for text"):
        list(find(raw, "x.csv", columns=Mapping.parse("text=words")))


def test_a_mapping_leaves_prose_beside_the_table_alone():
    raw = b"Ferries, ships\n\nThe ferry sank, the mayor said.\n"
    (got,) = find(raw, "x.txt", columns=Mapping.parse("text=stuff"))
    assert "The ferry sank" in body(got.report)


def test_quoted_cells_make_a_table_of_few_rows():
    raw = 'ident,stuff,when\n1,"The ferry sank, the mayor said.",2023-08-30\n'
    assert name_of(raw) == "csv"
    assert name_of("Goats,sheep\nhave,gone") is None


def test_a_mapping_of_json_and_parquet():
    rows = File.of(b'{"a": "The ferry sank.", "b": "Ferry"}\n', "x.jsonl")
    (got,) = read(rows, Mapping.parse("text=a,headline=b"))
    assert body(got.report) == "The ferry sank."
    first, *_ = read(File.at(GOLDEN / "parquet" / "scraped.parquet"), Mapping.parse("text=headline,publisher="))
    assert (body(first.report), first.report.publisher) == ("Troops leave Gorna", None)


@pytest.mark.parametrize("given_", ["text", "text=a,colour=b", "=x", "dates=soon"])
def test_a_mapping_that_is_none_says_so(given_):
    with pytest.raises(InputError, match=r"mapping|dates"):
        Mapping.parse(given_)


def test_a_column_that_is_not_there_is_told_with_the_likeliest():
    with pytest.raises(InputError, match=r"no column 'boddy' for text. Is it 'body'\?"):
        list(read(File.of(b"title,body\nA,B\n", "x.csv"), Mapping.parse("text=boddy")))


def test_no_text_column_names_the_columns_seen():
    with pytest.raises(InputError, match="'title', 'date', 'outlet'"):
        list(receive(b"title,date,outlet\nA,2020-01-01,The Post\nB,2020-01-02,The Post\n", "x.csv"))
    assert codes("a,b,c\n1,2,3\n4,5,6\n7,8,9\n") == ["no-text-column"]


def test_a_column_without_a_known_name_is_told_by_its_prose():
    prose = "The ferry sank on Monday off Kantaba, the harbour authority said. " * 6
    raw = "title,date,x1\n" + f'Ferry sinks,2020-01-01,"{prose}"\nUnion strikes,2020-01-02,"{prose}"\n'
    assert [body(r)[:9] for r in reports(raw)] == ["The ferry", "The ferry"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "cp1250"])
def test_delimiters_and_encodings(delimiter, encoding):
    rows = [
        ["titre", "texte", "date"],
        ["D\u00e9part", "Le pr\u00e9fet est parti; il a dit \u00ab non \u00bb.", "2020-01-01"],
        ["Fin", "C'est fini.", "2020-01-02"],
    ]
    raw = "".join(delimiter.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows).encode(encoding)
    first, second = reports(raw)
    assert (first.headline, body(first), first.published) == ("D\u00e9part", rows[1][1], date(2020, 1, 1))
    assert second.headline == "Fin"
    assert first.byte_range is not None
    assert second.byte_range is not None
    assert second.byte_range[1] == len(raw)
    assert raw[slice(*second.byte_range)].decode(encoding.removesuffix("-sig") if encoding != "utf-16" else "utf-16-le").startswith('"Fin"')


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Strażacy ugasili pożar w Łodzi, ale zginęło pięć osób", "cp1250"),
        ("Министр подал в отставку в понедельник", "cp1251"),
        ("Le préfet est parti, für alle", "mac_roman"),
    ],
)
def test_other_encodings(words, encoding):
    raw = f'title,text\nA,"{words}"\n'.encode(encoding)
    assert [body(r) for r in reports(raw)] == [words]
    assert "encoding" in codes(raw)[0]


def test_a_single_row_in_another_encoding():
    raw = b"title,text\n" + b"A,The ferry sank.\n" * 5000 + "B,L'\u00e9t\u00e9\n".encode("cp1252")
    assert body(reports(raw)[-1]) == "L'\u00e9t\u00e9"
    assert codes(raw)[-1][0] == "encoding"


def test_newlines_in_quotes_and_excel_separator():
    raw = 'sep=|\ntitle|text\nA|"One line.\n\nTwo, or ""three"", lines."\n'
    assert [body(r) for r in reports(raw)] == ['One line.\n\nTwo, or "three", lines.']


def test_rows_too_short_and_too_long_are_told_with_their_number():
    raw = "title,text,date\nA,He left.,2020-01-01,x\nB\nC,She left.,2020-01-02\n"
    found = list(find(raw.encode()))
    assert "row-cells" in [p.code for p in found[0].problems]
    assert "row 1 (line 2)" in found[0].problems[-1].message
    assert (found[1].where, found[1].problem.code) == ("row 2 (line 3)", "no-text")
    assert body(found[2].report) == "She left."


def test_an_open_quotation_mark_does_not_swallow_the_rows_after_it():
    raw = 'title,text\nA,"He left.\n' + "".join(f"B{n},She stayed {n}.\n" for n in range(300))
    assert len(reports(raw)) == 301
    assert "open-quote" in codes(raw)[0]


def test_a_file_cut_off_within_a_cell_is_told():
    raw = 'title,text\nA,"He left.\n\nThen he came ba'
    assert codes(raw)[0][-2:] == ["cut-off", "no-date"]
    assert body(reports(raw)[0]) == "He left.\n\nThen he came ba"


def test_nul_bytes_blank_rows_and_a_header_alone():
    assert [body(r) for r in reports(b"title,text\n\n,,\nA,He \0left.\n")] == ["He left."]
    assert codes("title,text,date\n") == ["no-rows"]


def test_a_cell_longer_than_the_csv_module_likes():
    long = "The ferry sank on Monday. " * 20_000
    assert len(body(reports(f'title,text\nA,"{long}"\n')[0])) == len(long) - 1


def test_cells_of_nothing_are_nothing():
    (got,) = reports("title,text,author,section,edition\nNaN,He left.,None,N/A,nan\n")
    assert (got.headline, got.authors, got.section, got.edition) == (None, (), None, None)


def test_markup_in_cells_is_read_as_prose():
    (got,) = reports('title,content\nThe <b>ferry</b>,"<p>It sank&nbsp;on <i>Monday</i>.</p><script>x()</script><p>Nobody died.</p>"\n')
    assert (got.headline, body(got)) == ("The ferry", "It sank on Monday.\n\nNobody died.")


def test_a_headline_repeated_above_the_text_is_not_prose():
    (got,) = reports('title,text\nFerry sinks,"Ferry sinks\n\nIt sank on Monday."\n')
    assert body(got) == "It sank on Monday."


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("By Awa Jobe and Lamin Sarr", ("Awa Jobe", "Lamin Sarr")),
        ("['Awa Jobe', 'Lamin Sarr']", ("Awa Jobe", "Lamin Sarr")),
        ("Awa Jobe; Lamin Sarr", ("Awa Jobe", "Lamin Sarr")),
        ("Von Jana Krol", ("Jana Krol",)),
        ("", ()),
    ],
)
def test_authors(cell, names):
    (got,) = reports(f'title,text,author\nA,He left.,"{cell}"\n')
    assert got.authors == names


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2019-05-07", date(2019, 5, 7)),
        ("2019-05-07T23:59:00Z", date(2019, 5, 7)),
        ("2019-05-07 23:59:00+02:00", date(2019, 5, 7)),
        ("2019/5/7", date(2019, 5, 7)),
        ("20190507", date(2019, 5, 7)),
        ("20190507T101500Z", date(2019, 5, 7)),
        ("7.5.2019", date(2019, 5, 7)),
        ("07.05.2019 10:15", date(2019, 5, 7)),
        ("17/05/2019", date(2019, 5, 17)),
        ("05/17/2019", date(2019, 5, 17)),
        ("May 7, 2019", date(2019, 5, 7)),
        ("Tuesday, 7 May 2019 10:15", date(2019, 5, 7)),
        ("7 mai 2019", date(2019, 5, 7)),
        ("Tue, 07 May 2019 10:15:00 GMT", date(2019, 5, 7)),
        (1557187200, date(2019, 5, 7)),
        (1557187200000, date(2019, 5, 7)),
        ("05/06/2019", None),
        ("soon", None),
        ("2019-13-45", None),
        ("", None),
        (True, None),
        (None, None),
        (float("nan"), None),
    ],
)
def test_dates(cell, day):
    assert day_of(cell, None) == day


def test_the_order_of_day_and_month_is_told_by_the_other_rows():
    assert days_first(["05/06/2019", "17/06/2019"]) is True
    assert days_first(["05/06/2019", "06/17/2019"]) is False
    assert days_first(["05/06/2019"]) is None
    raw = "title,text,date\nA,He left.,05/06/2019\nB,She left.,17/06/2019\n"
    assert [r.published for r in reports(raw)] == [date(2019, 6, 5), date(2019, 6, 17)]


def test_a_date_that_could_be_either_is_told_and_can_be_given():
    raw = b"title,text,date\nA,He left.,05/06/2019\n"
    assert "date-open" in codes(raw)[0]
    (got,) = read(File.of(raw, "x.csv"), Mapping.parse("dates=month-first"))
    assert got.report.published == date(2019, 5, 6)


def test_a_beginning_and_a_summary_are_partial():
    (got,) = reports("title,description,url\nFerry sinks,It sank on Monday.,https://a.example/1\n")
    assert got.partial
    (got,) = reports("title,content,url\nFerry sinks,It sank on Mon\u2026 [+2314 chars],https://a.example/1\n")
    assert (got.partial, body(got)) == (True, "It sank on Mon")


def test_a_repeated_id_is_told():
    assert codes("id,text\na,He left.\na,She left.\n")[1][0] == "duplicate-id"


@pytest.mark.parametrize(
    "raw",
    [
        b"The mayor, who had left, came back.\n\nHe said that, in fact, he stayed.\n",
        b"Title, text\n\nBy Awa Jobe\n7 May 2019\n\nThe ferry sank.\n",
        b"777 words\n7 May 2019\nThe River Post\nRIVP\nEnglish\n(c) 2019\n\nHe left.\n",
        b"Ferries, ships, boats\nsank, burnt, vanished\non Monday, Tuesday, Friday\nsaid the, tired, mayor\n",
        b"text",
        b"",
        b"{\\rtf1 text,title\n}",
        b"[]\n\nFerry sinks off Kantaba\n\nThe River Post\n\nA ferry sank.",
        b"{}\n\nFerry sinks off Kantaba",
        b"From: a\nTo: b\nSubject: c\n\nd",
    ],
)
def test_prose_is_no_table(raw):
    assert name_of(raw) not in ("csv", "tsv", "json", "jsonl", "parquet")


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ('{"id": "a", "text": "He left."}\n{"id": "b", "text": "She left."}\n', "jsonl"),
        ('\ufeff{"text": "He left."}', "jsonl"),
        ('{broken\n{"id": "a", "text": "He left."}\n', "jsonl"),
        ('[{"text": "He left."}]', "json"),
        ('{\n "text": "He left."\n}', "json"),
        ('{"articles": [{"title": "A", "content": "B", "url": "C"}]}', "json"),
        ("[Photo] The ferry sank.", None),
        ("title\ttext\nA\tB\n", "tsv"),
        ("title,text\nA,B\n", "csv"),
    ],
)
def test_what_a_table_is(raw, name):
    assert name_of(raw) == name


def test_json_lines_keep_their_text_to_the_letter_and_know_their_bytes():
    text = "  He  left.\r\n\r\n(Reporting by Awa Jobe)  "
    raw = (json.dumps({"id": "a", "text": "x"}) + "\r\n" + json.dumps({"id": "b", "text": text}) + "\n").encode()
    second = reports(raw)[1]
    assert second.text == text
    assert body(second) == text
    assert json.loads(raw[slice(*second.byte_range)])["id"] == "b"


def test_members_of_an_array_know_their_bytes():
    raw = '\ufeff [ {"id": "\u00e4", "text": "\u00e9t\u00e9"} ,\n{"id": "b", "text": "x"}]'.encode()
    assert [json.loads(raw[slice(*r.byte_range)])["id"] for r in reports(raw)] == ["\u00e4", "b"]


def test_json_in_utf_16_and_in_latin_letters():
    raw = '{"id": "a", "text": "L\'\u00e9t\u00e9"}\n'
    assert [r.text for r in reports(raw.encode("utf-16"))] == ["L'\u00e9t\u00e9"]
    assert [r.text for r in reports(raw.encode("cp1252"))] == ["L'\u00e9t\u00e9"]
    assert "encoding" in codes(raw.encode("cp1252"))[0]


def test_more_fields_of_json_lines():
    row = {
        "id": "a",
        "text": "He left.",
        "date": "2020-01-02",
        "title": "Gone",
        "author": "By Awa Jobe",
        "lang": "en-GB",
        "section": "World",
    }
    (got,) = reports(json.dumps(row))
    assert (got.published, got.headline, got.authors, got.language, got.section) == (date(2020, 1, 2), "Gone", ("Awa Jobe",), "en", "World")


def test_a_line_beyond_measure_is_passed_over(monkeypatch):
    monkeypatch.setattr("reportedly.formats.tables.jsons.LONGEST_LINE", 1000)
    rows = [{"id": str(n), "text": "He left." * (500 if n == 1 else 1)} for n in range(3)]
    raw = "\n".join(json.dumps(r) for r in rows).encode()
    found = list(find(raw))
    assert [f.problem.code if isinstance(f, PassedOver) else f.report.id for f in found] == ["0", "too-long", "2"]
    assert json.loads(raw[slice(*found[2].report.byte_range)])["id"] == "2"


def test_a_parquet_file_that_is_broken_says_so():
    raw = (GOLDEN / "parquet" / "scraped.parquet").read_bytes()
    for end in (4, 100, len(raw) // 2, len(raw) - 3):
        with pytest.raises(InputError, match="broken"):
            list(find(raw[:end], "x.parquet"))


def test_without_pyarrow_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(InputError, match=r"pip install 'reportedly\[parquet\]'"):
        list(find((GOLDEN / "parquet" / "scraped.parquet").read_bytes(), "x.parquet"))


TABLES = [p for kind in ("csv", "tsv", "parquet", "json", "jsonl") for p in sorted((GOLDEN / kind).glob("*.*")) if p.suffix != ".yaml"]


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_a_broken_table_is_read_or_refused(data):
    raw = data.draw(st.sampled_from(TABLES)).read_bytes()
    at = data.draw(st.integers(0, len(raw)))
    raw = raw[: data.draw(st.integers(at, len(raw)))]
    raw = raw[:at] + data.draw(st.binary(max_size=8)) + raw[at:]
    try:
        found = list(find(raw, "table"))
    except InputError:
        return
    assert all(f.problem.message if isinstance(f, PassedOver) else f.report.text is not None for f in found)


class Counted(BytesIO):
    """A stream that counts the bytes it gives."""

    served = 0

    def read1(self, size=-1):
        got = super().read1(size)
        Counted.served += len(got)
        return got

    def read(self, size=-1):
        got = super().read(size)
        Counted.served += len(got)
        return got


@pytest.mark.parametrize("raw", [b"title,text\n" + b"A,He left and came back.\n" * 100_000, b'{"id": 1, "text": "He left."}\n' * 100_000])
def test_rows_stream_out_before_the_file_is_read_whole(raw):
    Counted.served = 0
    stream = find(File(name="x", head=raw[:65536], opener=lambda: Counted(raw)))
    next(stream)
    assert Counted.served < len(raw) / 10
    stream.close()
