"""The gazetteer: names find their places, the likeliest first."""

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge import gazetteer
from reportedly.knowledge.gazetteer import FILE, Gazetteer, open_default


@pytest.fixture(scope="module")
def places():
    return open_default()


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("Sirte", "LBY", "PPL"), ("Misrata", "LBY", "PPL"), ("Derna", "LBY", "PPL"), ("Paris", "FRA", "PPLC"), ("Kyiv", "UKR", "PPLC"),
        ("Kiev", "UKR", "PPLC"), ("New Delhi", "IND", "PPLC"), ("Raqqa", "SYR", "PPL"), ("Hodeidah", "YEM", "PPL"), ("Goma", "COD", "PPL"),
        ("Libya", "LBY", "PCLI"), ("U.S.", "USA", "PCLI"), ("Georgia", "GEO", "PCLI"), ("Greenland", "GRL", "PCLD"),
        ("Kentucky", "USA", "ADM1"), ("Ky.", "USA", "ADM1"), ("Calif.", "USA", "ADM1"), ("TX", "USA", "ADM1"), ("Ont.", "CAN", "ADM1"),
        ("Gulf of Aden", None, "GULF"), ("Strait of Hormuz", None, "STRT"), ("Africa", None, "CONT"), ("Middle East", None, "RGN"),
        ("the Gulf", None, "GULF"), ("the Balkans", None, "RGN"), ("West Bank", "PSE", "ADM1"), ("Darfur", "SDN", "RGN"),
        ("Xinjiang", "CHN", "ADM1"), ("Bavaria", "DEU", "ADM1"), ("Cook County", "USA", "ADM2"), ("Soviet Union", "RUS", "PCLH"),
        ("Idlib province", "SYR", "ADM1"), ("province of Aleppo", "SYR", "ADM1"), ("Kursk region", "RUS", "ADM1"),
        ("city of Mosul", "IRQ", "PPL"),
        ("D.C.", "USA", "PPLC"), ("LA", "USA", "PPL"), ("La.", "USA", "ADM1"), ("St. Petersburg", "RUS", "PPL"), ("MISRATA", "LBY", "PPL"),
    ],
)  # fmt: skip
def test_the_likeliest_place_comes_first(places, name, country, feature):
    first = places.candidates(name)[0]
    assert (first.country, first.feature) == (country, feature)


def test_a_namesake_within_a_region_comes_before_it(places):
    assert [c.feature for c in places.candidates("New York")[:2]] == ["PPL", "ADM1"]
    assert [c.feature for c in places.candidates("Kherson")[:2]] == ["PPL", "ADM1"]
    assert places.candidates("Washington")[0].geonames_id == 4140963


def test_all_places_of_a_name_are_there_and_places_are_whole(places):
    found = places.candidates("Paris")
    assert {(c.country, c.admin1) for c in found} >= {("FRA", "Île-de-France"), ("USA", "Texas"), ("CAN", "Ontario")}
    people = [c.population for c in found if c.feature == "PPL"]
    assert people == sorted(people, reverse=True)
    sirte = places.candidates("Sirte")[0]
    assert (sirte.geonames_id, sirte.admin1) == (2210554, "Surt")
    assert abs(sirte.lat - 31.2) < 0.1
    assert abs(sirte.lon - 16.6) < 0.1
    assert sirte.population > 50_000
    assert places.by_id(2210554) == sirte


@pytest.mark.parametrize("name", ["", " ", ".", "?", "Xyzzyville", "the", "province", "'; DROP TABLE name; --"])
def test_no_place_is_found_for_no_name(places, name):
    assert places.candidates(name) == ()


def test_no_country_is_found_for_small_letters(places):
    assert not [c for c in places.candidates("us") if c.feature.startswith("PCL")]
    assert places.by_id(1) is None


def test_opening_and_asking_are_quick(places):
    began = time.process_time()
    opened = Gazetteer(FILE)
    assert time.process_time() - began < 0.05
    names = [row[0] for row in sqlite3.connect(f"{FILE.as_uri()}?mode=ro", uri=True).execute("SELECT DISTINCT key FROM name LIMIT 3000")]
    for name in names:
        opened.candidates(name)
    opened._named.cache_clear()
    began = time.process_time()
    for name in names:
        opened.candidates(name)
    assert (time.process_time() - began) / len(names) < 0.0002
    opened.close()


def test_threads_share_it(places):
    names = ["Lyon", "Turin", "Porto", "Graz", "Sirte", "Goma", "Kyiv", "Idlib"]
    known = [places.candidates(name) for name in names]
    with ThreadPoolExecutor(len(names)) as workers:
        for _ in range(100):  # without a lock threads got each other's rows in some of these rounds
            shared, start = Gazetteer(FILE), Barrier(len(names))
            assert list(workers.map(lambda name, g=shared, at=start: (at.wait(), g.candidates(name))[1], names)) == known
            shared.close()


def test_a_missing_gazetteer_says_what_to_run(tmp_path, monkeypatch):
    monkeypatch.setattr(gazetteer, "FILE", tmp_path / "gazetteer.sqlite")
    with pytest.raises(KnowledgeError, match=r"run: python -m reportedly\.knowledge\.build_gazetteer") as caught:
        open_default.__wrapped__()
    assert (caught.value.file, caught.value.line) == ("gazetteer.sqlite", None)


def test_a_file_that_is_no_gazetteer_is_refused(tmp_path):
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(b"not a database at all" * 99)
    with pytest.raises(KnowledgeError, match="no gazetteer"):
        Gazetteer(path)
    path.unlink()
    sqlite3.connect(path).close()
    path.touch()
    with pytest.raises(KnowledgeError, match="no gazetteer"):
        Gazetteer(path)
