"""The encoder works ahead in a thread of its own: nothing of what is read depends on it."""

import threading

import msgspec
import pytest

import reportedly
from reportedly import api, reader
from reportedly.text import encoding

DAYS = ("Monday", "Tuesday", "Friday", "Sunday")
TEXTS = [f"The harbour master said on {day} that the ship had left. The owner denied it." for day in DAYS]


def received():
    return [r for text in TEXTS for r in api.open_source(text)]


def test_reports_come_out_in_order_and_as_alone(monkeypatch):
    together = list(reader.read_reports(received()))
    assert [r.report.text for r in together] == TEXTS
    for ahead in (0, 5):
        monkeypatch.setattr(reader, "AHEAD", ahead)
        assert [msgspec.json.encode(r) for r in reader.read_reports(received())] == [msgspec.json.encode(r) for r in together]


def test_no_thread_outlives_the_reading():
    readings = reader.read_reports(received())
    next(readings)
    readings.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("reportedly")]


def test_what_fails_in_the_thread_is_a_problem_of_that_report(monkeypatch):
    def broken(window):
        raise RuntimeError("no memory")

    monkeypatch.setattr(encoding, "_run", broken)
    reading = reportedly.read(TEXTS[0])
    assert "layer-failed" in {p.code for p in reading.problems}
    assert any("no memory" in p.message for p in reading.problems)


def test_the_rules_alone_start_no_encoder(monkeypatch):
    monkeypatch.setattr(encoding, "_run", lambda window: pytest.fail("the encoder ran"))
    assert reportedly.read(TEXTS[0], fast=True).claims
