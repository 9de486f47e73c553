"""The rules and the encoder together, through the public surface."""

import pytest

import reportedly


def claims(text, **options):
    return reportedly.read(text, **options).claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army said 12 rebels were killed near Goma. The hospital said 31 rebels were killed near Goma.",
            [("The army", "12 rebels were killed near Goma"), ("The hospital", "31 rebels were killed near Goma")],
        ),
        (
            "The mayor told reporters the bridge was safe and warned that looters would be shot.",
            [("The mayor", "the bridge was safe"), ("The mayor", "that looters would be shot")],
        ),
        (
            "Villagers said soldiers had burned their huts. The army said no huts had been burned.",
            [("Villagers", "soldiers had burned their huts"), ("The army", "no huts had been burned")],
        ),
    ],
)
def test_each_cue_keeps_its_own_words(text, expected):
    assert [(c.source.text, c.content.text) for c in claims(text)] == expected


def test_a_chain_is_kept_link_by_link():
    found = claims("Tarsis quoted the deputy minister as saying that the leader was expected on Monday.")
    assert [(c.source.text, c.via) for c in found][:2] == [("Tarsis", None), ("the deputy minister", "c1")]


def test_every_claim_has_a_cue_and_spans_that_slice():
    text = "The council met. Its members are wary of the pact, aides say; for Oslo it is a matter of pride."
    for c in claims(text):
        for words in (c.source, c.cue, c.content):
            words.check(text)
        assert c.cue.text


def test_fast_says_so_and_needs_no_encoder(monkeypatch):
    from reportedly.text import encoding

    monkeypatch.setattr(encoding, "_session", None)
    reading = reportedly.read("The mayor said the bridge was safe.", fast=True)
    assert [c.source.text for c in reading.claims] == ["The mayor"]
    assert "encoder" not in reading.made_by.model
    monkeypatch.undo()
    assert "encoder" in reportedly.read("The mayor said the bridge was safe.").made_by.model


def test_a_transcript_is_told_speaker_by_speaker():
    text = "The talk went on.\n\nROE: We shall stay. The river is ours.\n\nSMITH: Why?\n\nROE: It is the law here.\n"
    found = [(c.source.text, c.content.text) for c in claims(text) if c.cue.text == ":"]
    assert found == [("ROE", "We shall stay. The river is ours"), ("SMITH", "Why?"), ("ROE", "It is the law here")]
