"""Sniffing, JSON Lines, plain text, and bad input of every kind."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.formats import receive


def codes(raw, **kw):
    return [[p.code for p in r.problems] for r in receive(raw, **kw)]


def test_plain_text_with_headline_byline_date_and_dateline():
    text = "Dam gives way above Sisophon\n\nBy Chan Dara\nMekong Wire\n12 August 2020\n\nPHNOM PENH, Aug 12 (MW) - A dam broke.\n\nTwo villages flooded.\n"
    (got,) = receive(text)
    r = got.report
    assert (r.format, r.headline, r.authors, r.publisher, r.published) == ("plain", "Dam gives way above Sisophon", ("Chan Dara",), "Mekong Wire", date(2020, 8, 12))
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
    lines = ['{"id": "a", "text": "He left.", "published": "2020-01-01"}', "{broken", '["no", "object"]', '{"id": "d", "text": 7}', '{"id": "e", "text": "She stayed.", "published": "2020-01-01"}']
    found = list(receive("\n".join(lines)))
    assert [f.report.id for f in found] == ["a", "line-2", "line-3", "line-4", "e"]
    assert [[p.code for p in f.problems] for f in found] == [[], ["not-a-report"], ["not-a-report"], ["not-a-report"], []]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"), (b" \n\t\r\n ", "empty"), (b"\xef\xbb\xbf", "empty"), (b"%PDF-1.7 ...", "PDF"), (b"PK\x03\x04rest", "ZIP"),
        (bytes(range(256)) * 40, "not text"), (b"<!DOCTYPE html><p>Hi", "web page"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why_and_what_to_do(raw, says):
    with pytest.raises(InputError, match=says) as told:
        list(receive(raw, "the-file.txt"))
    assert "the-file.txt" in str(told.value)
    assert any(word in str(told.value) for word in ("Save", "Check"))


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
        assert all(r.report.text.encode("utf-8") is not None for r in receive(raw))
    except InputError as e:
        assert str(e)
