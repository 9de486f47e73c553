"""Organisations: found by their names, with country and roles."""

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.naming import fold
from reportedly.knowledge.organisations import COLUMNS, FILE, load, organisations
from reportedly.knowledge.tables import rows


@pytest.mark.parametrize(
    ("name", "found", "country", "roles"),
    [
        ("the U.N.", "United Nations", "IGO", ("IGO",)),
        ("Nato", "NATO", "IGO", ("IGO", "MIL")),
        ("Hizbollah", "Hezbollah", "LBN", ("REB", "PTY")),
        ("HAMAS", "Hamas", "PSE", ("REB", "PTY")),
        ("ISIS", "Islamic State", None, ("REB",)),
        ("al Qaida", "al-Qaeda", None, ("REB",)),
        ("AFP", "Agence France-Presse", "FRA", ("JRN",)),
        ("Red Cross", "International Committee of the Red Cross", "NGO", ("NGO",)),
        ("State Department", "U.S. State Department", "USA", ("GOV",)),
        ("LNA", "Libyan National Army", "LBY", ("REB",)),
        ("F.B.I.", "Federal Bureau of Investigation", "USA", ("COP",)),
    ],
)
def test_names_are_found(name, found, country, roles):
    organisation = organisations().by_name(name)
    assert (organisation.name, organisation.country, organisation.roles) == (found, country, roles)


@pytest.mark.parametrize("name", ["is", "who", "aim", "Springfield Gazette"])
def test_common_words_are_none(name):
    assert organisations().named(name) == ()


def test_shared_names_give_all_bearers_the_likeliest_first():
    assert [o.country for o in organisations().named("ABC")] == ["USA", "AUS"]
    assert organisations().by_metonym("Brussels").name == "European Union"
    assert organisations().by_metonym("Springfield") is None


def test_every_row_has_a_role_and_the_table_is_sorted():
    assert all(o.roles for o in organisations())
    assert len(organisations()) >= 300
    names = [fold(row.text("name")) for row in rows(FILE, COLUMNS)]
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Club,,,gang,LBY,REB,,", "kind"),
        ("Club,,,group,XYZ,REB,,", "country"),
        ("Club,,,group,LBY,KNIGHT,,", "roles"),
        ("Club,,,group,LBY,REB,ABC,", "plover"),
        ("Club,,,group,LBY,REB,,1065", "wikidata"),
        ("Club,A.B.,,group,LBY,REB,,", "A.B."),
        ("Club,Team?,,group,LBY,REB,,", "Team"),
    ],
)
def test_a_broken_row_is_refused_with_file_and_line(tmp_path, line, wrong):
    path = tmp_path / "organisations.csv"
    path.write_text("\n".join([",".join(COLUMNS), "Band,AB,,group,LBY,REB,,", line]) + "\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=wrong) as caught:
        load(path)
    assert (caught.value.file, caught.value.line) == ("organisations.csv", 3)
