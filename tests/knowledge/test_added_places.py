"""A gazetteer made from a GeoNames dump: our own places and those of the dump, under all their names."""

import zipfile

import pytest

from reportedly import read
from reportedly.errors import InputError, KnowledgeError
from reportedly.knowledge.added import places, store
from reportedly.knowledge.gazetteer import open_default

TRIPOLI = 2210247  # in the gazetteer that comes with reportedly


def row(number, name, kind, feature, *, others="", lat=31.5, lon=17.5, country="LY", division="77", people=0):
    cells = [
        number,
        name,
        name,
        others,
        lat,
        lon,
        kind,
        feature,
        country,
        "",
        division,
        "",
        "",
        "",
        people,
        "",
        "",
        "Africa/Tripoli",
        "2020",
    ]
    return "\t".join(map(str, cells))


DUMP = "\n".join(
    [
        row(990_000_001, "Wadi Qamarayn", "H", "STM", others="Qamarayn,وادي"),
        row(990_000_002, "Zahrat al Milh", "P", "PPL", others="Zahrat el-Milh", people=120),
        row(990_000_003, "Sharqiyat Division", "A", "ADM1", division="99"),
        row(990_000_004, "Bir Milhan", "P", "PPL", division="99"),
        row(990_000_005, "Qasr Gone", "P", "PPLQ"),
        row(990_000_006, "Milhan Hotel", "S", "HTL"),
        row(TRIPOLI, "Tripoli", "P", "PPLC", people=1_000_000),
        "no row at all",
    ]
)


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setenv(store.SETTING, str(tmp_path / "kept"))
    places._forget()
    yield tmp_path
    monkeypatch.undo()
    places._forget()


@pytest.fixture
def dump(kept):
    path = kept / "LY.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("LY.txt", DUMP)
        archive.writestr("readme.txt", "not this one")
    return path


def test_the_dump_is_found_beside_what_was_there(dump):
    before = open_default().candidates("Tripoli")
    made = places.add([dump])
    assert (made.places, made.passed, made.broken) == (4, 3, 1)
    found = open_default()
    assert found.candidates("Tripoli") == before
    (river,) = found.candidates("Qamarayn")
    assert (river.geonames_id, river.feature, river.country) == (990_000_001, "STM", "LBY")
    assert found.candidates("Zahrat el-Milh")[0].population == 120
    assert found.candidates("Bir Milhan")[0].admin1 == "Sharqiyat Division"
    assert found.by_id(990_000_004).name == "Bir Milhan"
    assert found.candidates("Qasr Gone") == found.candidates("Milhan Hotel") == ()


def test_readings_with_it_are_told_apart_and_put_places_on_the_map(dump):
    text = "Militiamen shelled the village of Bir Milhan on Monday, the mayor of Tripoli, Libya, said."
    plain = read(text, fast=True)
    places.add([dump])
    fuller = read(text, fast=True)
    at = next(p for p in fuller.places if p.text == "Bir Milhan")
    assert (at.geonames_id, at.lat, at.lon) == (990_000_004, 31.5, 17.5)
    assert fuller.made_by.knowledge != plain.made_by.knowledge
    assert places.remove()
    assert read(text, fast=True) == plain


def test_a_file_that_is_no_dump_changes_nothing(kept):
    path = kept / "notes.txt"
    path.write_text("Tripoli\n", encoding="utf-8")
    with pytest.raises(InputError, match="no row of a GeoNames dump"):
        places.add([path])
    with pytest.raises(InputError, match="cannot be read"):
        places.add([kept / "missing.zip"])
    assert not places.own().exists()
    assert [p.name for p in places.own().parent.glob("*")] == []


def test_one_that_another_version_made_says_what_to_do(dump):
    import sqlite3

    places.add([dump])
    with sqlite3.connect(places.own()) as other:
        other.execute("UPDATE made SET value = '0' WHERE what = 'layout'")
    places._forget()
    with pytest.raises(KnowledgeError, match="knowledge places --remove"):
        open_default()
