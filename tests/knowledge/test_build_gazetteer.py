"""The gazetteer is made of what it should be, the same each time."""

import sqlite3
from contextlib import closing

import pytest

from reportedly.knowledge import build_gazetteer
from reportedly.knowledge.build_gazetteer import build, fingerprint, is_current
from reportedly.knowledge.gazetteer import FILE
from reportedly.knowledge.geonames import Entry
from reportedly.knowledge.ranking import NEWSWORTHY, PLACE, ranked_names
from reportedly.knowledge.spellings import printable, short_names, spellings


@pytest.mark.parametrize("name", ["Sirte", "Łódź", "Ar Raqqah", "al-Bāb", "’s-Hertogenbosch", "Ḩalab", "Châu Đốc", "Xi'an"])
def test_names_that_reports_print_are_kept(name):
    assert printable(name)


@pytest.mark.parametrize("name", ["Сирт", "سرت", "SRX", "NYC", "sileute", "srt", "33000", "B-1000", "x" * 81])
def test_other_scripts_codes_and_transcriptions_are_left_out(name):
    assert not printable(name)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Homs Governorate", ("Homs",)),
        ("Tatarstan, Respublika", ("Tatarstan", "Respublika Tatarstan")),
        ("wallonne, Région", ("Région wallonne",)),
        ("Northern Province", ()),
        ("Free State", ()),
        ("Idlib", ()),
    ],
)
def test_subdivisions_lose_their_class(name, short):
    assert short_names(name) == short


def test_arabic_names_are_spelt_as_newspapers_do():
    assert {"Raqqah", "Al Raqqah", "Raqqa"} <= set(spellings(["Ar Raqqah"], "SYR"))
    assert spellings(["El Salvador"], "SLV") == ("El Salvador",)


def entry(number, name, people=0, feature="PPL", within=(), names=()):
    return Entry(
        geonames_id=number, name=name, lat=0.0, lon=0.0, country="LBY", feature=feature, population=people, within=within, names=names
    )


def test_ranks_follow_tiers_people_and_namesakes():
    ranked = [
        (entry(1, "Alpha", 10), PLACE),
        (entry(2, "Alpha", 900, "ADM1"), PLACE),
        (entry(3, "Alpha", 300, within=(2,)), PLACE),
        (entry(4, "Alpha Sea", names=("Alpha",), feature="SEA"), NEWSWORTHY),
        (entry(5, "Alpha County", 5000, "ADM2", names=("Alpha",)), PLACE),
    ]
    found = [ranked[place][0].geonames_id for word, _, place in ranked_names(ranked) if word == "alpha"]
    assert found == [4, 3, 2, 1, 5]


def test_a_region_with_a_hamlet_of_its_name_comes_first():
    ranked = [(entry(1, "Alpha", 90_000, "ADM1"), PLACE), (entry(2, "Alpha", 600, within=(1,)), PLACE)]
    assert [place for _, _, place in ranked_names(ranked)] == [0, 1]


def test_what_is_built_is_current_and_counted():
    assert is_current(FILE)
    with closing(sqlite3.connect(f"{FILE.as_uri()}?mode=ro", uri=True)) as store:
        assert dict(store.execute("SELECT what, value FROM made")) == fingerprint()
        assert store.execute("SELECT count(*) FROM place").fetchone()[0] > 280_000
        assert store.execute("SELECT count(*) FROM name").fetchone()[0] > 600_000
        assert store.execute("SELECT count(*) FROM place WHERE population >= 500 AND feature LIKE 'PPL%'").fetchone()[0] > 190_000
        assert store.execute("SELECT count(*) FROM place WHERE lat IS NULL AND feature NOT LIKE 'ADM%'").fetchone()[0] == 0
    assert FILE.stat().st_size < 150_000_000


def test_other_ingredients_make_it_out_of_date(tmp_path, monkeypatch):
    assert not is_current(tmp_path / "none.sqlite")
    (tmp_path / "text.sqlite").write_text("no database, but a file that is long enough to look like one")
    assert not is_current(tmp_path / "text.sqlite")
    monkeypatch.setattr(build_gazetteer, "LAYOUT", "0")
    assert not is_current(FILE)


def test_a_build_that_fails_leaves_nothing(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr(build_gazetteer, "ranked_entries", lambda: iter([(entry(1, "Alpha"), PLACE)]))
    monkeypatch.setattr(build_gazetteer, "ranked_names", fail)
    with pytest.raises(OSError, match="disk full"):
        build(tmp_path / "gazetteer.sqlite")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_rebuild_gives_the_same_bytes(tmp_path):
    counts = build(tmp_path / "gazetteer.sqlite")
    assert (tmp_path / "gazetteer.sqlite").read_bytes() == FILE.read_bytes()
    assert counts.bytes == FILE.stat().st_size
    assert counts.places > 280_000
