"""Leaders: who held which office when."""

from datetime import date
from itertools import pairwise

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.leaders import COLUMNS, FILE, leaders, load
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
        ("Kofi Annan", date(2020, 1, 1), "Kofi Annan", "UN secretary-general", "IGO"),
        ("Erdogan", date(1999, 1, 1), "Recep Tayyip Erdoğan", "prime minister", "TUR"),
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
    ],
)
def test_offices_give_their_holder(country, office, day, name):
    assert leaders().holder(country, office, day).name == name


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
    assert len(leaders()) >= 350
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
