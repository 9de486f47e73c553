"""Regions: what reports name and no list of cities has."""

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.naming import fold
from reportedly.knowledge.regions import COLUMNS, FEATURES, FILE, load, regions
from reportedly.knowledge.tables import rows

STATES = {r.name: r for r in regions() if r.kind == "state" and r.country == "USA"}


def test_every_kind_is_used_and_the_table_is_sorted():
    assert {r.kind for r in regions()} == set(FEATURES)
    order = [(row.text("kind"), fold(row.text("name"))) for row in rows(FILE, COLUMNS)]
    assert order == sorted(order)


def test_all_states_of_the_union_have_ids_and_postal_codes():
    assert len(STATES) == 51
    assert all(s.geonames_id for s in STATES.values())
    without = {s.name for s in STATES.values() if not any(n.isupper() and len(n) == 2 for n in s.names)}
    assert without == {"District of Columbia"}


@pytest.mark.parametrize(
    ("word", "name"),
    [("European", "Europe"), ("Chechens", "Chechnya"), ("Texan", "Texas"), ("Gazans", "Gaza Strip"), ("Libyan", None), ("texas", None)],
)
def test_the_people_of_regions_are_found(word, name):
    region = regions().by_adjective(word)
    assert (region.name if region else None) == name


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Lake X,,,puddle,1,1,,", "kind"),
        ("Lake X,,,lake,100,1,,", "lat"),
        ("Lake X,,,lake,1,1,XYZ,", "country"),
        ("Lake X,,,lake,1,1,,x1", "geonames_id"),
        ("Africa,,,continent,1,1,,", "Africa"),
        ("Lake X,,,lake,1,1,,6255146", "6255146"),
        (",,,lake,1,1,,", "name"),
    ],
)
def test_a_broken_row_is_refused_with_file_and_line(tmp_path, line, wrong):
    path = tmp_path / "regions.csv"
    good = ["Africa,,African,continent,7.19,21.09,,6255146"]
    path.write_text("\n".join([",".join(COLUMNS), *good, line]) + "\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=wrong) as caught:
        load(path)
    assert (caught.value.file, caught.value.line) == ("regions.csv", 3)
