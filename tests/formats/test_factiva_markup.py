"""Factiva's HTML, RTF and XML, with invented articles: what other parsers get wrong, odd articles, broken files."""

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.formats import File, Received, find, format_of, receive
from tests.formats.golden import make_factiva as made
from tests.formats.golden.make_factiva import Piece

GOLDEN = Path(__file__).parent / "golden"
EXPORTS = sorted(p for folder in ("factiva-html", "factiva-rtf", "factiva-xml") for p in (GOLDEN / folder).glob("*") if p.suffix != ".yaml")


def piece(lead="The ferry sank at dawn.", rest="Nobody was hurt.", an="00001", **said):
    """An article of the Delta Daily; a field given as None is lost."""
    fields = {
        "HD": "Ferry sinks",
        "BY": "By Awa Jobe",
        "WC": "1,024 words",
        "PD": "7 May 2019",
        "SN": "Delta Daily",
        "SC": "DELTAD",
        "LA": "English",
        "CY": "(c) 2019 Delta Daily Ltd.",
    }
    ordered = {code: value for code in (*made.PLAIN, *made.AFTER) if (value := (fields | said).get(code)) is not None}
    return Piece(ordered, [lead], [rest] if rest else [], an=made.number("DELTAD", date(2019, 5, 7), an) if an else None, iso="2019-05-07")


def labelled_html(*pieces):
    return made.page("".join(map(made.labelled_html, pieces)))


def unlabelled_html(*pieces):
    return made.page("".join(map(made.unlabelled_html, pieces)))


def labelled_rtf(*pieces):
    return made.RTF_HEAD + "".join(map(made.labelled_rtf, pieces)) + "}"


def unlabelled_rtf(*pieces):
    return made.RTF_HEAD + "".join(map(made.unlabelled_rtf, pieces)) + "}"


def xml(*pieces):
    return made.response("".join(made.xml(p, "date") for p in pieces), len(pieces))


def labelled_text(*pieces):
    def one(p):
        parts = [*p.said.items()]
        at = next((n for n, (code, _) in enumerate(parts) if code in made.AFTER), len(parts))
        parts[at:at] = [("LP", "\n\n".join(p.lead) + "\n")] + ([("TD", "\n\n".join(p.rest) + "\n")] if p.rest else [])
        return "".join(f"{code}\n{value}\n" for code, value in parts) + (f"AN\n{p.document} {p.an}\n\n" if p.an else "\n")

    return "".join(map(one, pieces))


def unlabelled_text(*pieces):
    return "".join(
        f"{p.said['HD']}\n\n"
        + "".join(f"{p.said[c]}\n" for c in ("BY", "WC", "PD", "ET", "SN", "SC", "PG", "LA", "CY") if c in p.said)
        + "\n"
        + "\n\n".join([*p.lead, *p.rest])
        + (f"\n\n{p.document} {p.an}\n\n" if p.an else "\n\n")
        for p in pieces
    )


MARKUP = [labelled_html, unlabelled_html, labelled_rtf, unlabelled_rtf, xml]
LAYOUTS = [*MARKUP, labelled_text, unlabelled_text]
LABELLED = [labelled_html, labelled_rtf, labelled_text]
every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
every_markup = pytest.mark.parametrize("layout", MARKUP, ids=lambda f: f.__name__)
every_labelled = pytest.mark.parametrize("layout", LABELLED, ids=lambda f: f.__name__)


def read(export):
    return list(receive(export.encode()))


def only(export):
    (found,) = read(export)
    return found


def prose(found):
    """The body without the marks of the layout in it."""
    report = found.report
    for mark in reversed(report.breaks):
        report = report.__class__(**{**{f: getattr(report, f) for f in report.__struct_fields__}, "text": _blanked(report.text, mark)})
    return " ".join(report.body.of(report.text).split())


def _blanked(text, mark):
    return text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]


@every_layout
def test_every_layout_gives_the_same_report(layout):
    found = only(layout(piece(PG="A3")))
    r = found.report
    assert (r.headline, r.authors, r.word_count, r.published, r.publisher) == (
        "Ferry sinks",
        ("Awa Jobe",),
        1024,
        date(2019, 5, 7),
        "Delta Daily",
    )
    assert (r.publisher_code, r.page, r.language, r.copyright) == ("DELTAD", "A3", "en", "(c) 2019 Delta Daily Ltd.")
    assert r.accession == r.id == made.number("DELTAD", date(2019, 5, 7), "00001")
    assert prose(found) == "The ferry sank at dawn. Nobody was hurt."
    assert found.problems == ()


@every_layout
@pytest.mark.parametrize(("words", "count"), [("1,024 words", 1024), ("1024 words", 1024), ("2,001,024 words", 2001024), ("7 words", 7)])
def test_a_word_count_keeps_its_thousands(layout, words, count):
    assert only(layout(piece(WC=words))).report.word_count == count


@every_layout
def test_an_article_without_td_ends_with_its_lead(layout):
    found = only(layout(piece(rest=None)))
    assert prose(found) == "The ferry sank at dawn."
    assert "None" not in found.report.text


@every_layout
def test_an_article_without_a_number_keeps_the_same_id(layout):
    export = layout(piece(an=None))
    first, again = only(export), only(export)
    assert first.report.id == again.report.id
    assert first.report.accession is None
    assert "cut-off" in [p.code for p in first.problems]


@every_layout
@pytest.mark.parametrize("lost", ["BY", "WC", "LA", "CY"])
def test_a_lost_field_shifts_no_other(layout, lost):
    whole, r = piece(), only(layout(piece(**{lost: None}))).report
    assert (r.headline, r.publisher, r.publisher_code, r.published) == ("Ferry sinks", "Delta Daily", "DELTAD", date(2019, 5, 7))
    assert r.authors == (() if lost == "BY" else ("Awa Jobe",))
    assert r.word_count == (None if lost == "WC" else 1024)
    assert r.copyright == (None if lost == "CY" else whole.said["CY"])


@pytest.mark.parametrize("layout", [labelled_html, labelled_rtf, xml, labelled_text])
def test_several_articles_without_fields_stay_apart(layout):
    found = read(layout(piece(BY=None, an="00001"), piece(HD="Second", WC=None, an="00002"), piece(HD="Third", PD=None, an="00003")))
    assert [f.report.headline for f in found] == ["Ferry sinks", "Second", "Third"]
    assert [f.report.authors for f in found] == [(), ("Awa Jobe",), ("Awa Jobe",)]
    assert [f.report.published for f in found] == [date(2019, 5, 7)] * 3
    assert [[p.code for p in f.problems] for f in found] == [[], [], ["date-from-accession"]]


@every_labelled
def test_prose_that_begins_as_a_field_opens_none(layout):
    found = only(layout(piece(rest="IN the hold, divers searched. SE of the pier, RE and CO were found.")))
    assert prose(found).endswith("SE of the pier, RE and CO were found.")
    assert found.report.section is None


def test_a_table_in_the_prose_opens_no_field():
    rows = "<table><tr><td>IN</td><td>5 ferries</td></tr><tr><td>HD</td><td>2 ferries</td></tr></table>"
    page = labelled_html(piece(rest="As follows.", IN="i74 : Transport")).replace("As follows.</p>", f"As follows.</p>{rows}")
    found = only(page)
    assert prose(found).endswith("As follows. IN 5 ferries HD 2 ferries")
    assert found.report.headline == "Ferry sinks"
    table = r"As follows. \\par \\trowd\\cellx1\\cellx2\\pard\\intbl IN\\cell 5 ferries\\cell\\row "
    got = only(re.sub(r"As follows\.", table, labelled_rtf(piece(rest="As follows.", IN="i74 : Transport"))))
    assert "5 ferries" in prose(got)


@every_layout
def test_dashes_ellipses_and_long_words_are_kept(layout):
    said = "It was \u2014 he said \u2026 the Donaudampfschifffahrtselektrizit\u00e4tenhauptbetriebswerkbauunterbeamtengesellschaft."
    assert said in prose(only(layout(piece(rest=said))))


@every_layout
@pytest.mark.parametrize("time", ["06:04 GMT", "06:04", "23:59"])
def test_a_time_of_day_changes_neither_date_nor_publisher(layout, time):
    r = only(layout(piece(ET=time))).report
    assert (r.published, r.publisher, r.word_count) == (date(2019, 5, 7), "Delta Daily", 1024)


@every_layout
@pytest.mark.parametrize("rights", ["\u00a9019 Delta Daily", "(c) Delta Daily.", "Copyright 2019 Delta Daily.   All rights reserved"])
def test_a_damaged_copyright_is_kept_as_it_stands(layout, rights):
    found = only(layout(piece(CY=rights)))
    assert found.report.copyright == " ".join(rights.split())
    assert prose(found) == "The ferry sank at dawn. Nobody was hurt."


@every_markup
def test_the_publisher_and_the_document_line_are_no_prose(layout):
    found = only(layout(piece(PUB="Delta Verlag GmbH")))
    assert prose(found) == "The ferry sank at dawn. Nobody was hurt."


@every_layout
def test_hit_highlighting_leaves_no_spaces_in_a_headline(layout):
    r = only(layout(piece(HD="Fight  ISIS  on the river 's bank --- U.N .-backed ferry"))).report
    assert (r.headline, r.subheadline) == ("Fight ISIS on the river's bank", "U.N.-backed ferry")


def test_a_datetime_is_a_date_and_the_date_is_preferred():
    both = xml(piece(PD=None)).replace(
        "<headline>", "<publicationDate><dateTime>2019-05-07T23:59:58Z</dateTime></publicationDate>\n<headline>"
    )
    assert only(both).report.published == date(2019, 5, 7)
    two = both.replace("</dateTime>", "</dateTime><date>2019-05-08</date>")
    assert only(two).report.published == date(2019, 5, 8)
    assert [p.code for p in only(two).problems] == ["accession-date"]


@pytest.mark.parametrize("layout", [labelled_html, labelled_rtf, xml, labelled_text])
def test_a_correction_field_is_kept_and_told(layout):
    found = only(layout(piece(CX="Corrects the name of the ferry")))
    (told,) = found.problems
    assert told.code == "correction"
    assert told.spans
    assert told.spans[0].of(found.report.text) == "Corrects the name of the ferry"
    assert prose(found) == "The ferry sank at dawn. Nobody was hurt."


@every_layout
@pytest.mark.parametrize(
    "line",
    ["(Corrects spelling of name in paragraph 2)", "Corrections & Amplifications: The ferry was empty.", "Correction: It was empty."],
)
def test_a_line_that_corrects_is_told_and_stays(layout, line):
    found = only(layout(piece(lead=line)))
    assert [p.code for p in found.problems] == ["correction"]
    assert prose(found).startswith(line)


@every_layout
def test_prose_about_corrections_is_no_correction(layout):
    found = only(layout(piece(lead="Corrections officers opened the jail.", rest="Correction of the law was delayed.")))
    assert found.problems == ()


@every_layout
def test_credits_at_the_end_are_contributors(layout):
    found = only(layout(piece(rest="Lamin Sarr and Fatou Bah contributed to this article.")))
    assert found.report.contributors == ("Lamin Sarr", "Fatou Bah")
    assert prose(found) == "The ferry sank at dawn."


@every_markup
def test_conflicting_checksums_are_told(layout):
    other = replace(piece(), an=made.number("OTHER", date(2019, 5, 9), "00001"))
    found = only(layout(other))
    assert [p.code for p in found.problems] == ["accession-source", "accession-date"]
    assert found.report.published == date(2019, 5, 7)


@every_markup
def test_hundreds_of_articles(layout):
    found = read(layout(*(piece(HD=f"Ferry {n} sinks", an=f"{n:05}") for n in range(300))))
    assert [f.report.headline for f in found] == [f"Ferry {n} sinks" for n in range(300)]
    assert not any(f.problems for f in found)


@pytest.mark.parametrize("layout", [labelled_html, unlabelled_html, xml])
def test_an_article_knows_its_bytes(layout):
    raw = layout(piece(HD="F\u00e4hre", an="00001"), piece(HD="Second", an="00002")).encode()
    for f in receive(raw):
        start, end = f.report.byte_range
        assert f.report.accession.encode() in raw[start:end]
        assert f.report.headline.encode() in raw[start:end]
        assert raw[start:end].count(b"Awa Jobe") == 1


def test_an_unknown_interface_language_leaves_the_class_and_the_number():
    page = unlabelled_html(
        replace(
            piece(WC="1024 \u0441\u043b\u043e\u0432", PD="7 \u041c\u0430\u0439 2019"),
            document="\u0414\u043e\u043a\u0443\u043c\u0435\u043d\u0442",
        )
    )
    found = only(page.replace("<div>English</div>", "<div>\u0410\u043d\u0433\u043b\u0438\u0439\u0441\u043a\u0438\u0439</div>"))
    r = found.report
    assert (r.headline, r.publisher, r.publisher_code, r.published, r.language) == (
        "Ferry sinks",
        "Delta Daily",
        "DELTAD",
        date(2019, 5, 7),
        "en",
    )
    assert prose(found) == "The ferry sank at dawn. Nobody was hurt."
    assert [p.code for p in found.problems] == ["date-from-accession"]


@pytest.mark.parametrize(
    ("by", "authors"),
    [
        ("Von Awa Jobe&softReturn;und Lamin Sarr", ("Awa Jobe", "Lamin Sarr")),
        ("di Awa Jobe e Lamin Sarr", ("Awa Jobe", "Lamin Sarr")),
        ("Par Awa Jobe et Lamin Sarr", ("Awa Jobe", "Lamin Sarr")),
        ("By AWA JOBE<br/>Staff Writer", ("Awa Jobe",)),
    ],
)
def test_bylines_in_their_class(by, authors):
    assert only(unlabelled_html(piece(BY=by))).report.authors == authors


def test_styles_that_fill_the_head_hide_no_page():
    page = unlabelled_html(piece()).replace("<style>", "<style>" + ".rule {color:red;}" * 8000)
    assert only(page).report.format == "factiva-html"


def test_a_page_without_its_classes_is_read_as_text():
    page = re.sub(r"\s(?:class|id)=([\"']).*?\1", "", unlabelled_html(piece(an="00001"), piece(HD="Second", an="00002")))
    found = read(page)
    assert [f.report.headline for f in found] == ["Ferry sinks", "Second"]
    assert [prose(f) for f in found] == ["The ferry sank at dawn. Nobody was hurt."] * 2


def test_elements_of_a_word_processor_are_no_obstacle():
    page = unlabelled_html(piece()).replace("at dawn.</p>", "at dawn.<o:p></o:p></p>")
    assert prose(only(page)) == "The ferry sank at dawn. Nobody was hurt."


def test_a_page_saved_in_one_file():
    top = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://global.factiva.com/ha/default.aspx\r\nMIME-Version: 1.0\r\n"
    parts = 'Content-Type: multipart/related; boundary="X"\r\n\r\n--X\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'
    found = only(f"{top}{parts}{unlabelled_html(piece(HD='F\u00e4hre sinkt'))}\r\n--X--\r\n")
    assert (found.report.format, found.report.headline) == ("factiva-html", "F\u00e4hre sinkt")


def test_a_cut_off_page_keeps_what_it_has_and_says_so():
    whole = unlabelled_html(piece(an="00001"), piece(HD="Second", an="00002"))
    found = read(whole[: whole.rindex("Nobody")])
    assert [f.report.headline for f in found] == ["Ferry sinks", "Second"]
    assert [[p.code for p in f.problems] for f in found] == [[], ["cut-off"]]


def test_a_table_of_figures_in_unlabelled_prose_stays():
    page = unlabelled_html(piece(rest="As follows.")).replace("As follows.</p>", "As follows.</p>\n<pre>Banjul 5\nBasse 2</pre>")
    assert prose(only(page)).endswith("As follows. Banjul 5 Basse 2")


def test_paragraphs_of_fixed_lines_keep_them():
    export = xml(piece(rest="A 1")).replace('display="Proportional" truncation="None">A 1', 'display="Fixed">Banjul 5\nBasse 2')
    found = only(export)
    assert found.report.body.of(found.report.text).endswith("Banjul 5\nBasse 2")


def test_where_a_link_leads_is_no_prose():
    link = '{\\field{\\*\\fldinst{HYPERLINK "http://delta.example/"}}{\\fldrslt {delta.example}}}'
    export = labelled_rtf(piece(rest="See LINK for more.")).replace("LINK", link)
    assert "http" not in only(export).report.text


@pytest.mark.parametrize(
    "export",
    [
        "<!DOCTYPE html><html><head><title>Dow Jones sells Factiva</title></head><body><p>Factiva is an archive of news.</p></body></html>",
        "<html><head><title>Factiva sold</title></head><body><p>Factiva was sold.</p></body></html>",
        "<html><body><div class='article'><h1 class='mainHeadline'>Ferry</h1><p>It sank.</p></div></body></html>",
        "{\\rtf1\\ansi Ferry sinks\\par The ferry sank. The archive Factiva has it.\\par}",
        "<?xml version='1.0'?><rss version='2.0'><channel><item><title>Factiva</title></item></channel></rss>",
        "<?xml version='1.0'?><nitf><body><body.head><hedline><hl1>Ferry</hl1></hedline></body.head></body></nitf>",
    ],
)
def test_what_others_wrote_is_not_taken(export):
    chosen = format_of(File.of(export.encode(), "export"))
    assert chosen is None or not chosen.name.startswith("factiva")


@pytest.mark.parametrize(
    "attack",
    [
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
        '<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_no_entity_is_resolved(attack):
    export = xml(piece(rest="ENTITY")).replace("ENTITY", "&c;").replace("<PPSResponse>", f"{attack}<PPSResponse>", 1)
    found = [f for f in find(export.encode()) if isinstance(f, Received)]
    assert not any("haha" in f.report.text or "root:" in f.report.text for f in found)


@pytest.mark.parametrize(
    "export", ["{\\rtf1{\\info{\\title Factiva RTF Display Format}}}", "<ppsArticleResponse", "<PPSResponse></PPSResponse>"]
)
def test_a_file_without_articles_says_so(export):
    with pytest.raises(InputError, match=r"Export|Check|Ask"):
        read(export)


@pytest.mark.parametrize("path", EXPORTS, ids=lambda p: f"{p.parent.name}-{p.name}")
@settings(max_examples=50, deadline=None)
@given(drawn=st.data())
def test_broken_files_raise_nothing_but_input_errors(path, drawn):
    raw = path.read_bytes()
    start = drawn.draw(st.integers(0, len(raw)))
    end = drawn.draw(st.integers(start, len(raw)))
    junk = drawn.draw(
        st.binary(max_size=20) | st.sampled_from([b"<", b"}", b"{\\", b"</td>", b"\\cell ", b"&#0;", b"<tr><td>HD", b"\xff\xfe"])
    )
    broken = raw[:start] + junk + (raw[end:] if drawn.draw(st.booleans()) else b"")
    chosen = format_of(File.of(broken, "broken"))
    if chosen is None or not chosen.name.startswith("factiva"):
        return  # others read it now, and have tests of their own
    with suppress(InputError):
        for found in find(broken):
            assert not isinstance(found, Received) or found.report.body.end <= len(found.report.text)
