"""Windows of word pieces: every token once, none too long, whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import ModelError
from reportedly.model import Report, Span
from reportedly.text import encoding, parse, pieces

PARTS = ("The envoy left.", "\n\n", "“No,” she said.", "\u200b\u00ad", "pneumonoultramicroscopic" * 9, "→ 7 %", "ß" * 300, "\U0001f600")


def parsed(text, **options):
    (found,) = parse([Report(id="x", text=text, format="plain", body=Span(0, len(text)))], **options)
    return found


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(PARTS), max_size=60))
def test_every_token_stands_in_one_window(parts):
    text = " ".join(["The minister spoke.", *parts])
    found = parsed(text, fast=True)
    windows = pieces.windows(found)
    assert [t for w in windows for t in w.tokens] == [t.i for t in found.tokens]
    for w in windows:
        assert len(w.pieces) <= pieces.LONGEST
        assert len(w.firsts) == len(w.tokens)
        assert all(0 < a < b for a, b in zip(w.firsts, (*w.firsts[1:], len(w.pieces)), strict=True))


def test_a_sentence_longer_than_a_window_is_cut():
    found = parsed("The council met and " + "and then again " * 200 + "rested.", fast=True)
    assert len(pieces.windows(found)) > 1


def test_only_the_wanted_paragraphs():
    found = parsed("The envoy left.\n\nThe talks went on.", fast=True)
    (window,) = pieces.windows(found, frozenset({1}))
    assert [found.tokens[t].text for t in window.tokens] == ["The", "talks", "went", "on", "."]


def test_vectors_come_token_by_token_and_the_same_in_any_company():
    short, long = "The envoy left.", "The envoy left.\n\n" + "The council of the province met again on Monday. " * 60
    alone, together = parsed(short).encoded[0], parsed(long).encoded
    assert alone.vectors.shape == (len(alone.tokens), 384)
    assert [t for e in together for t in e.tokens] == list(range(sum(len(e.tokens) for e in together)))


def test_fast_does_without_the_encoder():
    assert parsed("The envoy left.", fast=True).encoded is None


def test_a_missing_encoder_is_told(monkeypatch, tmp_path):
    encoding._session.cache_clear()
    monkeypatch.setattr(encoding, "FILES", tmp_path)
    with pytest.raises(ModelError, match=r"cannot load the encoder encoder\.onnx.*--fast"):
        parsed("The envoy left.")
    encoding._session.cache_clear()
