"""The Python API: one source, many sources, and what it refuses."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reportedly

TEXT = "LUSAKA -- The minister said on Monday that troops had left Solwezi. The army denied it."


def test_the_public_names_are_what_they_are():
    assert sorted(reportedly.__all__) == reportedly.__all__
    assert all(hasattr(reportedly, name) for name in reportedly.__all__)


def test_a_text_bytes_and_a_file_give_the_same(tmp_path):
    path = tmp_path / "anything.bin"
    path.write_text(TEXT, encoding="utf-8")
    readings = [reportedly.read(source, published="2020-03-04") for source in (TEXT, TEXT.encode(), path, str(path))]
    assert len({r.to_json() for r in readings}) == 1
    assert readings[0].claims


def test_reading_twice_gives_the_same_answer():
    assert reportedly.read(TEXT).to_json() == reportedly.read(TEXT).to_json()


def test_many_sources_give_a_stream():
    found = list(reportedly.read([TEXT, TEXT + " He left."], published="2020-03-04"))
    assert [r.report.published.isoformat() for r in found] == ["2020-03-04"] * 2


def test_several_reports_in_one_source_are_not_cut_to_one():
    lines = '{"id": "a", "text": "He left."}\n{"id": "b", "text": "She stayed."}\n'
    with pytest.raises(reportedly.InputError, match="read_all"):
        reportedly.read(lines)
    assert [r.report.id for r in reportedly.read_all(lines)] == ["a", "b"]


def test_a_long_line_is_a_text_and_no_name():
    assert reportedly.read("The minister left Lusaka on Monday. " * 20).times


def test_a_bad_date_is_told():
    with pytest.raises(reportedly.InputError, match="YYYY-MM-DD"):
        reportedly.read(TEXT, published="yesterday")


@pytest.mark.parametrize("source", ["", b"", "no-such-file.txt", b"\x89PNG\r\n\x1a\n"])
def test_nothing_to_read_is_told(source):
    with pytest.raises(reportedly.InputError):
        reportedly.read(source)


def test_predicates_only_when_asked_for():
    assert "predicates" not in reportedly.read(TEXT).to_json()
    assert '"predicates":[{' in reportedly.read(TEXT, predicates=True).to_json()


def test_a_report_in_another_language_is_told_and_the_next_is_read():
    french = (
        "Le ministre a déclaré lundi que les troupes avaient quitté la ville et que les négociations se poursuivaient "
        "avec les rebelles dans le nord, où la situation est restée calme pendant la nuit."
    )
    first, second = reportedly.read_all([french, TEXT])
    assert [p.code for p in first.problems] == ["no-date", "not-english"]
    assert first.claims == ()
    assert second.claims


WORDS = st.sampled_from(
    [
        "said",
        "denied",
        '"',
        "“",
        "”",
        "'",
        ",",
        ".",
        "\n",
        "\n\n",
        "the",
        "minister",
        "Moscow",
        "Gen.",
        "U.N .",
        "on Monday",
        "in 1989",
        "he",
        "troops",
        "declined to comment",
        "according to",
        "12",
        "killed",
        "was",
        "not",
        "that",
        "—",
        "(",
        ")",
        "😀",
        "שלום",
        "\u200b",
        "in",
        "Paris",
        "twice",
        "\x07",
        "who",
        "which",
        "and",
        "it",
        "would",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(min_size=1), st.lists(WORDS, min_size=1, max_size=60).map(" ".join)))
def test_any_text_gives_spans_that_slice_and_no_exception(text):
    try:
        readings = list(reportedly.read_all([text.encode("utf-8", "replace")], predicates=True))
    except reportedly.InputError:
        return
    for reading in readings:
        reading.check()
        assert "layer-failed" not in [p.code for p in reading.problems], reading.problems
        ids = {c.id for c in reading.claims}
        assert all(c.via is None or c.via in ids for c in reading.claims)
        assert all(set(e.claims) <= ids for e in reading.events)
        assert all(set(d.claims) <= ids for d in reading.disputes)


@pytest.mark.slow
def test_a_text_of_fifty_megabytes_is_read_in_part():
    text = "The minister left Lusaka on Monday. " * 1_400_000
    reading = reportedly.read(text, published="2020-03-04", fast=True)
    assert "too-long" in [p.code for p in reading.problems]
    assert reading.report.text == text
    assert reading.times
