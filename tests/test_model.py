"""The records: spans that slice, JSON that follows the contract."""

import json
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import annotations
from reportedly import model
from reportedly.errors import SpanError

REPORT = model.Report(id="r1", text="He left Lomé.", format="plain", body=model.Span(0, 13), published=date(2020, 2, 3))


@given(st.text(), st.integers(-3, 30), st.integers(-3, 30))
def test_a_span_slices_or_is_refused(text, start, end):
    try:
        words = model.words_of(text, model.Span(start, end))
    except SpanError:
        assert not 0 <= start <= end <= len(text)
    else:
        assert words.text == text[start:end]
        words.check(text)


def test_wrong_words_are_refused():
    with pytest.raises(SpanError):
        model.Words(spans=(model.Span(0, 2),), text="She").check("He left")


def test_a_reading_checks_every_span_at_any_depth():
    place = model.Place(id="p1", spans=(model.Span(8, 12),), text="Lome", name="Lomé", use=model.PlaceUse.LITERAL)
    with pytest.raises(SpanError):
        model.Reading(report=REPORT, places=(place,)).check()


def test_json_has_the_shape_of_the_contract_and_comes_back():
    time = model.Time(
        id="t1", spans=(model.Span(0, 2),), text="He", type=model.TimeType.DATE, value="2020", start=date(2020, 1, 1), end=None
    )
    reading = model.Reading(report=REPORT, times=(time,))
    row = json.loads(reading.to_json())
    assert list(row) == ["report", "actors", "claims", "events", "relations", "times", "places", "disputes", "problems", "made_by"]
    assert row["times"][0] == {
        "spans": [[0, 2]],
        "text": "He",
        "id": "t1",
        "type": "DATE",
        "value": "2020",
        "start": "2020-01-01",
        "end": None,
    }
    assert row["report"]["published"] == "2020-02-03"
    assert row["report"]["body"] == [0, 13]
    assert msgspec.json.decode(reading.to_json(), type=model.Reading) == reading


def test_the_corpus_knows_the_vocabularies():
    pairs = (
        (annotations.STANCES, model.Stance),
        (annotations.SOURCE_KINDS, model.SourceKind),
        (annotations.STATUSES, model.Status),
        (annotations.EVENT_TYPES, model.EventType),
        (annotations.RELATIONS, model.RelationType),
        (annotations.FIGURES, model.FigureKind),
    )
    for listed, vocabulary in pairs:
        assert list(listed) == [v.value for v in vocabulary]
