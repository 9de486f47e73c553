"""Organisations: found by their names, with country and roles."""

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.naming import fold
from reportedly.knowledge.organisations import COLUMNS, FILE, Organisations, known, load, organisations
from reportedly.knowledge.tables import rows

PARTS_OF_NAMES = frozenset(
    {"Marxist", "Maoist", "Maoist Centre", "Secular", "Unified Marxist-Leninist", "Unified Socialist", "United", "UML", "UBT", "PAS", "M"}
    | {"YPG", "Nigeria", "Turkey"}
)


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
        ("TNLA", "Ta'ang National Liberation Army", "MMR", ("REB",)),
        ("Pakatan Harapan", "Pakatan Harapan", "MYS", ("PTY",)),
        ("Barrio 18", "Barrio 18", "SLV", ("CRM",)),
        ("PSDB", "Brazilian Social Democracy Party", "BRA", ("PTY",)),
        ("444th Brigade", "444 Brigade", "LBY", ("PRM",)),
        ("Renamo Military Junta", "Renamo Military Junta", "MOZ", ("REB",)),
        ("Die Linke", "Die Linke", "DEU", ("PTY",)),
        ("Right Sector", "Right Sector", "UKR", ("PRM",)),
        ("CNPC", "China National Petroleum Corporation", "CHN", ("BUS",)),
        ("Inter-American Court of Human Rights", "Inter-American Court of Human Rights", "IGO", ("IGO", "JUD")),
        ("F.B.I.", "Federal Bureau of Investigation", "USA", ("COP",)),
    ],
)
def test_names_are_found(name, found, country, roles):
    organisation = organisations().by_name(name)
    assert (organisation.name, organisation.country, organisation.roles) == (found, country, roles)


COMMON = ("is", "who", "aim", "Springfield Gazette", "the Atlantic", "the elders", "roll call", "human shield", "Carrefour")


@pytest.mark.parametrize("name", COMMON)
def test_common_words_are_none(name):
    assert organisations().named(name) == ()


def test_shared_names_give_all_bearers_the_likeliest_first():
    assert [o.country for o in organisations().named("ABC")] == ["USA", "AUS"]
    assert organisations().by_metonym("Brussels").name == "European Union"
    assert organisations().by_metonym("Springfield") is None


def test_no_name_is_a_label_of_ours():
    """A word in brackets tells rows apart; the brackets that remain are a party's own."""
    labels = {name[name.index("(") + 1 : -1] for o in organisations() for name in (o.name, *o.names) if name.endswith(")")}
    assert labels <= PARTS_OF_NAMES


def test_the_table_is_right():
    assert list(load()) == list(organisations())


def test_a_row_gone_wrong_is_told_when_it_is_asked_for(tmp_path):
    path = tmp_path / "organisations.csv"
    path.write_text("\n".join([",".join(COLUMNS), "Club,,,gang,LBY,REB,,"]) + "\n", encoding="utf-8")
    bodies = Organisations(known(path))
    with pytest.raises(KnowledgeError, match=r"organisations\.csv, line 2"):
        bodies.named("Club")


def test_every_row_has_a_role_and_the_table_is_sorted():
    assert all(o.roles for o in organisations())
    assert len(organisations()) >= 7_000
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
