"""Leaders: who held which office when."""

from datetime import date
from itertools import pairwise

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.leaders import COLUMNS, FILE, Leaders, known, leaders, load
from reportedly.knowledge.naming import fold
from reportedly.knowledge.tables import rows


@pytest.mark.parametrize(
    ("name", "day", "found", "office", "country"),
    [
        ("Moammar Gadhafi", date(2005, 1, 1), "Muammar Gaddafi", "leader", "LBY"),
        ("Tusk", date(2016, 1, 1), "Donald Tusk", "president of the European Council", "IGO"),
        ("Tusk", date(2024, 6, 1), "Donald Tusk", "prime minister", "POL"),
        ("Clinton", date(1998, 1, 1), "Bill Clinton", "president", "USA"),
        ("Clinton", date(2010, 1, 1), "Hillary Clinton", "foreign minister", "USA"),
        ("KERRY", date(2014, 1, 1), "John Kerry", "foreign minister", "USA"),
        ("Kofi Annan", date(2020, 1, 1), "Kofi Annan", "", "IGO"),
        ("Erdogan", date(1999, 1, 1), "Recep Tayyip Erdoğan", "", "TUR"),
    ],
)
def test_names_give_the_term_of_the_day(name, day, found, office, country):
    leader = leaders().by_name(name, day)
    assert (leader.name, leader.office, leader.country) == (found, office, country)


def test_no_name_gives_no_leader():
    assert leaders().by_name("Nobody") is None
    assert leaders().named("Nobody") == ()
    assert leaders().by_name("Rutte").office == "NATO secretary-general"


@pytest.mark.parametrize(
    ("country", "office", "day", "name"),
    [
        ("DEU", "prime minister", date(2010, 1, 1), "Angela Merkel"),
        ("DEU", "chancellor", date(2010, 1, 1), "Angela Merkel"),
        ("RUS", "president", date(2010, 5, 1), "Dmitry Medvedev"),
        ("RUS", "president", date(2016, 5, 1), "Vladimir Putin"),
        ("USA", "foreign minister", date(2014, 1, 1), "John Kerry"),
        ("IRN", "foreign minister", date(2015, 7, 14), "Mohammad Javad Zarif"),
        ("DEU", "foreign minister", date(2012, 6, 1), "Guido Westerwelle"),
        ("DEU", "foreign minister", date(2017, 6, 1), "Sigmar Gabriel"),
        ("GRC", "prime minister", date(2015, 9, 1), "Vassiliki Thanou"),
        ("CHL", "president", date(1995, 6, 1), "Eduardo Frei"),
        ("CAN", "prime minister", date(1993, 8, 1), "Kim Campbell"),
        ("USA", "defence minister", date(2004, 6, 1), "Donald Rumsfeld"),
        ("ZAF", "president", date(1992, 6, 1), "F.W. de Klerk"),
        ("KEN", "president", date(1998, 6, 1), "Daniel arap Moi"),
        ("TUN", "president", date(2011, 6, 1), "Fouad Mebazaa"),
        ("PAK", "president", date(1999, 12, 1), "Rafiq Tarar"),
        ("JPN", "prime minister", date(1995, 6, 1), "Tomiichi Murayama"),
        ("IDN", "president", date(2000, 6, 1), "Abdurrahman Wahid"),
    ],
)
def test_offices_give_their_holder(country, office, day, name):
    assert leaders().holder(country, office, day).name == name


def test_a_foreign_minister_of_2017_is_not_one_of_2012():
    gabriel = leaders().named("Sigmar Gabriel")
    assert [t.office for t in gabriel if t.holds_on(date(2017, 6, 1))] == ["foreign minister"]
    assert "foreign minister" not in {t.office for t in gabriel if t.holds_on(date(2012, 6, 1))}
    assert leaders().by_name("Frank-Walter Steinmeier", date(2018, 6, 1)).office == "president"
    early, late = (leaders().by_name("Sigmar Gabriel", date(year, 6, 1)) for year in (2012, 2021))
    assert (early.country, early.office, early.roles) == ("DEU", "", ())
    assert (late.office, late.roles) == ("", ("ELI",))


@pytest.mark.parametrize("name", ["Smith", "Jones", "Wilson", "Price", "Banks", "Long", "Champagne", "Waltz"])
def test_common_surnames_and_words_alone_are_nobody(name):
    assert leaders().named(name) == ()


def test_the_table_is_right_and_is_read_alike_with_and_without_checks():
    checked = load()
    assert list(leaders()) == list(checked)
    assert all(leaders().named(name) == checked.named(name) for t in checked for name in (t.name, *t.names))


def test_a_row_gone_wrong_is_told_when_it_is_asked_for(tmp_path):
    path = tmp_path / "leaders.csv"
    path.write_text("\n".join([",".join(COLUMNS), "Ann,,LBY,f,GOV,president,spring,"]) + "\n", encoding="utf-8")
    terms = Leaders(known(path))
    with pytest.raises(KnowledgeError, match=r"leaders\.csv, line 2"):
        terms.named("Ann")


def test_nobody_held_an_office_that_is_not_listed():
    assert leaders().holder("LBY", "minister of tides", date(2010, 1, 1)) is None


def test_two_never_hold_one_presidency_for_long():
    """Terms may touch, and years are coarse: more than a year of overlap is a wrong date."""
    for country in {t.country for t in leaders()}:
        terms = sorted(
            (t for t in leaders() if t.country == country and t.office == "president"), key=lambda t: (t.start, t.end or date.max)
        )
        for one, other in pairwise(terms):
            assert one.end is not None, (one, other)
            assert (one.end - other.start).days <= 366, (one, other)


def test_terms_are_within_living_memory_and_the_table_is_sorted():
    assert all(date(1940, 1, 1) < t.start < date(2026, 12, 31) for t in leaders())
    assert len(leaders()) >= 8_000
    order = [(fold(row.text("name")), row.text("from"), row.text("office")) for row in rows(FILE, COLUMNS)]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Ann,,LBY,f,GOV,president,,2001", "from"),
        ("Ann,,LBY,f,GOV,president,2001,2000", "before it begins"),
        ("Ann,,LBY,f,GOV,president,2001-13,", "from"),
        ("Ann,,LBY,f,GOV,president,2001-02-30,", "from"),
        ("Ann,,LBY,f,GOV,president,spring,", "from"),
        ("Ann,,LBY,x,GOV,president,2001,", "gender"),
        ("Ann,,XYZ,f,GOV,president,2001,", "country"),
        ("Ann,,LBY,f,QUEEN,president,2001,", "roles"),
    ],
)
def test_a_broken_row_is_refused_with_file_and_line(tmp_path, line, wrong):
    path = tmp_path / "leaders.csv"
    path.write_text("\n".join([",".join(COLUMNS), "Bob,,LBY,m,GOV,president,1990,1991-05", line]) + "\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=wrong) as caught:
        load(path)
    assert (caught.value.file, caught.value.line) == ("leaders.csv", 3)
