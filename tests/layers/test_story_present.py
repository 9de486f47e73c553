"""Events without a time of their own happened in the story's present, from the day of its lead to its publication."""

import json
from datetime import date

import pytest

import reportedly
from reportedly.api import open_source
from reportedly.explaining import explain, read_noting

LEAD = "Rebels attacked the port of Sirte on Monday."


def read(text, published="2021-03-10"):  # a Wednesday
    return reportedly.read(json.dumps({"id": "r", "text": text, "published": published}).encode(), fast=True)


def days(event):
    return (event.time.start, event.time.end) if event.time else None


def test_an_event_without_a_time_happened_between_the_day_of_the_lead_and_publication():
    first, second = read(f"{LEAD}\n\nThe government accused the rebels of a massacre.").events
    assert (first.time.id, days(first)) == ("t1", (date(2021, 3, 8), date(2021, 3, 8)))
    assert (second.time.id, days(second)) == (None, (date(2021, 3, 8), date(2021, 3, 10)))


def test_without_a_day_in_the_lead_it_is_the_day_of_publication():
    (event,) = read("Rebels attacked the port of Sirte.").events
    assert days(event) == (date(2021, 3, 10), date(2021, 3, 10))


@pytest.mark.parametrize(
    "text",
    [
        "The rebels had attacked the port of Tobruk.",
        "In 2011 the rebels seized Tobruk. They bombed the oil terminal.",
        "The rebels would attack the port again if the army left.",
        "The army did not attack the rebels.",
    ],
)
def test_history_and_what_did_not_happen_have_no_such_time(text):
    events = read(f"{LEAD}\n\n{text}").events[1:]
    assert events
    assert all(e.time is None or e.time.id is not None for e in events)


def test_without_a_day_of_publication_there_is_none():
    (event,) = read("Rebels attacked the port of Sirte.", None).events
    assert event.time is None


def test_explain_says_why():
    line = json.dumps({"id": "r", "text": f"{LEAD}\n\nThe government accused the rebels of a massacre.", "published": "2021-03-10"})
    ((reading, notes),) = read_noting(open_source(line.encode()), fast=True)
    assert "the story's present, 2021-03-08 to 2021-03-10" in str(explain(reading, notes, "e2"))
