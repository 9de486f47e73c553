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


@pytest.mark.parametrize("fast", [True, False])
def test_a_headline_makes_nothing_surer_than_the_body_has_it(fast):
    text = (
        "Rebels Shell Port of Beira\n\nBy Ana Reis\n4 May 2021\n\nBEIRA -- Rebels shelled the port of Beira on Monday, "
        "two people in the town said. Nobody else had seen it.\n"
    )
    (told,) = [e for e in reportedly.read(text, fast=fast).events if e.type == "ASSAULT"]
    assert told.status == "possible"
    assert told.trigger.text == "shelled"


def test_of_a_summary_no_event_is_coded():
    feed = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Varda Courier</title><item><title>Rebels shell port</title>
    <link>https://varda.example/1</link><pubDate>Tue, 04 May 2021 08:00:00 GMT</pubDate>
    <description>Rebels shelled the port of Beira on Monday, the governor said.</description></item></channel></rss>"""
    (reading,) = reportedly.read_all(feed, fast=True)
    assert reading.report.partial
    assert "partial" in [p.code for p in reading.problems]
    assert reading.claims
    assert not reading.events


def test_what_gives_no_report_is_handed_over():
    told = []
    pages = b"<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>"
    with pytest.raises(reportedly.InputError, match="error message"):
        list(reportedly.read_all(pages))
    with pytest.raises(reportedly.InputError, match="No report was found in the bytes given"):
        list(reportedly.read_all(pages, told=told.append))
    assert [over.problem.code for over in told] == ["no-article"]


def test_columns_of_a_table_can_be_named():
    table = b"kopf,inhalt,tag\nDam opened,The president opened the dam on Monday.,04.05.2021\n"
    columns = "text=inhalt,headline=kopf,published=tag,dates=day-first"
    (reading,) = reportedly.read_all(table, columns=columns, fast=True)
    assert (reading.report.headline, str(reading.report.published)) == ("Dam opened", "2021-05-04")
    with pytest.raises(reportedly.InputError, match="column"):
        list(reportedly.read_all(table, columns="text=nowhere", fast=True))
