"""Sniffing, JSON Lines, plain text, and bad input of every kind."""

import json
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.formats import receive


def codes(raw, **kw):
    return [[p.code for p in r.problems] for r in receive(raw, **kw)]


def test_plain_text_with_headline_byline_date_and_dateline():
    text = "Dam gives way above Sisophon\n\nBy Chan Dara\nMekong Wire\n12 August 2020\n\n"
    text += "PHNOM PENH, Aug 12 (MW) - A dam broke.\n\nTwo villages flooded.\n"
    (got,) = receive(text)
    r = got.report
    assert (r.format, r.headline, r.authors, r.publisher, r.published) == (
        "plain",
        "Dam gives way above Sisophon",
        ("Chan Dara",),
        "Mekong Wire",
        date(2020, 8, 12),
    )
    assert r.body.of(text).startswith("PHNOM PENH, Aug 12 (MW)")
    assert r.dateline == "PHNOM PENH, Aug 12 (MW)"


def test_a_single_line_is_a_report():
    (got,) = receive("The minister resigned on Monday.")
    assert got.report.body.of(got.report.text) == "The minister resigned on Monday."
    assert [p.code for p in got.problems] == ["no-date"]


def test_published_dates_only_the_undated():
    undated, dated = (json.dumps({"id": i, "text": "He left.", "published": p}) for i, p in (("a", None), ("b", "2011-02-03T10:00:00Z")))
    found = list(receive(f"{undated}\n{dated}\n", published=date(2020, 1, 2)))
    assert [f.report.published for f in found] == [date(2020, 1, 2), date(2011, 2, 3)]


def test_bad_lines_give_empty_reports_in_their_places():
    lines = [
        '{"id": "a", "text": "He left.", "published": "2020-01-01"}',
        "{broken",
        '["no", "object"]',
        '{"id": "d", "text": 7}',
        '{"id": "e", "text": "She stayed.", "published": "2020-01-01"}',
    ]
    found = list(receive("\n".join(lines)))
    assert [f.report.id for f in found] == ["a", "line-2", "line-3", "line-4", "e"]
    assert [[p.code for p in f.problems] for f in found] == [[], ["not-a-report"], ["not-a-report"], ["not-a-report"], []]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (bytes(range(256)) * 40, "not text"),
        (b"<!DOCTYPE html><p>Hi", "no article"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(raw, says):
    with pytest.raises(InputError, match=says) as told:
        list(receive(raw, "the-file.txt"))
    assert "the-file.txt" in str(told.value)
    assert any(word in str(told.value) for word in ("Save", "save", "Check"))


def test_other_encodings_are_read_and_told():
    (got,) = receive("L’armée a quitté Gao après l’été, a déclaré le général Koné à la télévision malienne.".encode("cp1252"))
    assert "armée" in got.report.text
    assert "encoding" in [p.code for p in got.problems]


def test_utf16_is_read():
    (got,) = receive("The minister resigned in São Tomé.".encode("utf-16"))
    assert got.report.text == "The minister resigned in São Tomé."


def test_cut_off_utf8_is_told():
    (got,) = receive("He went to Bogotá".encode()[:-1])
    assert got.report.text == "He went to Bogot"
    assert "cut-off" in [p.code for p in got.problems]


def test_control_characters_and_lone_surrogates_are_told():
    assert "control-characters" in codes("He left.\x07 She stayed.")[0]
    assert "surrogates" in codes("He left \ud800 then.")[0]


@given(st.text())
def test_any_text_is_received_or_refused(text):
    try:
        found = list(receive(text))
    except InputError:
        return
    for got in found:
        assert got.report.body.of(got.report.text) is not None
        if got.report.format == "plain":
            assert got.report.text == text


@given(st.binary(max_size=300))
def test_any_bytes_are_received_or_refused(raw):
    try:
        found = list(receive(raw))
    except InputError:
        return
    assert all(r.report.text.encode("utf-8") is not None for r in found)


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("7 May 2019\n\nFerry sinks\n\nBy Awa Jobe\n\n", ("Ferry sinks", None, ("Awa Jobe",), None)),
        ("Ferry sinks\n\nBy Awa Jobe\nMay 7, 2019 10:32 a.m. ET\n\n", ("Ferry sinks", None, ("Awa Jobe",), None)),
        ("Ferry sinks\n\nBy Awa Jobe | 7 May 2019\n\n", ("Ferry sinks", None, ("Awa Jobe",), None)),
        ("Ferry sinks\n\nThe River Post, Tuesday, 7 May 2019\n\n", ("Ferry sinks", None, (), "The River Post")),
        (
            "Ferry sinks\n\nHarbour master blames a tug\n\nBy Awa Jobe\n7 May 2019\n\n",
            ("Ferry sinks", "Harbour master blames a tug", ("Awa Jobe",), None),
        ),
        ("# Ferry sinks\n\n*By Awa Jobe*\n\n2019-05-07\n\n", ("Ferry sinks", None, ("Awa Jobe",), None)),
        ("Rebels quit the U.N.\r\rBy Awa Jobe\r7 May 2019\r\r", ("Rebels quit the U.N.", None, ("Awa Jobe",), None)),
    ],
)
def test_headings_of_plain_text(head, fields):
    (got,) = receive(head + "The ferry sank on Monday.")
    r = got.report
    assert (r.headline, r.subheadline, r.authors, r.publisher) == fields
    assert (r.published, r.body.of(r.text)) == (date(2019, 5, 7), "The ferry sank on Monday.")


def test_prose_that_opens_with_by_is_no_byline():
    (got,) = receive("Ferry sinks\n\nBy Monday the ferry had sunk, officials said.\n\nNobody was hurt.")
    assert got.report.authors == ()
    assert got.report.body.of(got.report.text).startswith("By Monday")


def test_a_heading_without_prose_is_told():
    assert "no-body" in codes("Ferry sinks off Banjul\n\nBy Awa Jobe\n7 May 2019\n")[0]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("RIGA, Mar 02, BNS - The mill", "RIGA, Mar 02, BNS"),
        ("Sao Paulo, 04/07/00 - The firm", "Sao Paulo, 04/07/00"),
        ("CORRECTION: An earlier report", None),
        ("NATO - the alliance - met.", None),
        ("MYSORE: The mill", "MYSORE"),
        ("VILNIUS, 3 May 2018 -- The mill", "VILNIUS, 3 May 2018"),
        ("Lima, 12 Aug 2021 (Andes) - The mill", "Lima, 12 Aug 2021 (Andes)"),
    ],
)
def test_datelines(text, place):
    (got,) = receive(text)
    assert got.report.dateline == place


def test_json_lines_of_every_kind():
    rows = [
        '\ufeff{"id": 17, "text": "He left.", "published": "May 7, 2019"}',
        '{"id": 17, "text": "He stayed.\u2028Or not."}',
        '{"id": NaN, "text": "x", "headline": 7}',
    ]
    found = list(receive("\r\n".join(rows)))
    assert [f.report.id for f in found[:2]] == ["17", "17"]
    assert found[0].report.published == date(2019, 5, 7)
    assert "duplicate-id" in [p.code for p in found[1].problems]
    assert {"no-id", "field-unread"} <= {p.code for p in found[2].problems}


def test_one_json_line_with_a_line_separator_in_its_text():
    assert [r.report.text for r in receive('{"id": "a", "text": "He left.\u2028She stayed."}')] == ["He left.\u2028She stayed."]


@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_array_and_a_json_object_are_read(indent):
    rows = [{"id": "a", "text": "He left."}, {"id": "b", "text": "She left."}]
    assert [r.report.id for r in receive(json.dumps(rows, indent=indent))] == ["a", "b"]
    assert [r.report.id for r in receive(json.dumps(rows[0], indent=indent))] == ["a"]


def test_json_beyond_all_measure_is_told():
    assert codes('{"text":' + '{"a":' * 100_000) == [["not-a-report"]]
    (got,) = receive('{"id": "a", "text": "He \\ud800 left."}')
    assert got.report.text == "He \ufffd left."
    assert "surrogates" in [p.code for p in got.problems]


def test_a_broken_first_line_does_not_hide_json_lines():
    assert [r.report.id for r in receive('{broken\n{"id": "a", "text": "He left."}\n')] == ["line-1", "a"]


@pytest.mark.parametrize(
    "text",
    [
        "Head\n\n" + " " * 200_000 + "\n\nEnd.",
        "Head\n" + "\n" * 200_000 + "End.",
        "He left" + " " * 200_000 + "the room.",
        "777 words\n7 May 2019\n" * 3000,
    ],
)
def test_long_runs_cost_no_more_than_their_length(text):
    start = time.process_time()
    list(receive(text))
    assert time.process_time() - start < 3


def test_a_dateline_gives_agency_and_full_day_where_nothing_else_does():
    (got,) = receive("Dam opened near Tete\n\nTETE, Mozambique, March 24, 2019 (Zambezi Press) - A dam was opened.\n")
    assert (got.report.publisher, got.report.published) == ("Zambezi Press", date(2019, 3, 24))
    (got,) = receive("Decree signed\n\nOsh, February 6 (Alatau). The president signed a decree.\n")
    assert got.report.dateline == "Osh, February 6 (Alatau)"
    assert got.report.published is None
