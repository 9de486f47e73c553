"""A user's own actors: the three formats, and how what was added is found."""

import json
from datetime import date

import msgspec
import pytest

import reportedly
from reportedly.errors import InputError, KnowledgeError
from reportedly.knowledge import leaders as leaders_table
from reportedly.knowledge import organisations as organisations_table
from reportedly.knowledge.added import cameo, classes, petrarch, sheets, store, take, wikidata
from reportedly.knowledge.added.shouting import written
from reportedly.knowledge.leaders import leaders
from reportedly.knowledge.organisations import organisations
from reportedly.model import ActorKind

SHEET = """name,names,kind,country,roles,gender,office,from,to
Viola Marsh,Marsh|V. Marsh,person,TUV,GOV,f,minister of tides,2017-03,2019
Reef Watch,RWX,organisation,NGO,NGO,,,,
Kelp Brigade,,group,Fiji,REB,,,,
"""

DICTIONARY = """# An invented dictionary
; with comments of both kinds
TIDAL_ISLES_  [TUV]
+TIDELAND
VIOLA_MARSH_  ; a comment
+V._MARSH_    # another
\t[TUVELI 320101-331108]
\t[TUVGOV 040101-061231]
\t[<19970101 TUVOPP]
\t[TUVMIL >20150101]
KELP_LIBERATION_FRONT_(KLF)_ [FJIINS]
TIDE_PRESS [TUVMEDZZZ]
ORSON_QUILL [TUVGOV 991301-010101]
REEF_DOCTORS
\t[NGOHLH]
+LOOSE_CHANGE
NOBODY_HERE
ORPHAN [~AGR]
"""

PERSON = {
    "id": "Q900001",
    "labels": {"en": {"language": "en", "value": "Viola Marsh"}},
    "aliases": {"en": [{"language": "en", "value": "V. Marsh"}]},
    "claims": {
        "P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}, "rank": "normal"}],
        "P21": [{"mainsnak": {"datavalue": {"value": {"id": "Q6581072"}}}}],
        "P27": [{"mainsnak": {"datavalue": {"value": {"id": "Q900709", "label": "Tuvalu"}}}}],
        "P39": [
            {
                "mainsnak": {"datavalue": {"value": {"id": "Q900010"}}},
                "qualifiers": {
                    "P580": [{"datavalue": {"value": {"time": "+2017-03-00T00:00:00Z"}}}],
                    "P582": [{"datavalue": {"value": {"time": "+2019-00-00T00:00:00Z"}}}],
                },
            },
            {"mainsnak": {"datavalue": {"value": {"id": "Q900011", "label": "general"}}}, "rank": "deprecated"},
        ],
    },
}
POSITION = {"id": "Q900010", "labels": {"en": "minister of tides"}, "claims": {"P31": ["Q4164871"]}}
PARTY = {"id": "Q900002", "labels": {"en": "Tidal Party"}, "claims": {"P31": ["Q7278"], "P17": [{"label": "Fiji"}]}}


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch):
    """A folder of one's own, empty at first."""
    folder = tmp_path / "kept"
    monkeypatch.setenv(store.SETTING, str(folder))
    store.forget()
    yield folder
    store.forget()


@pytest.fixture
def add(tmp_path):
    def added(text, name="actors.txt"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return take.add(path)[0]

    return added


def entries(taken):
    return {(e.name, e.start): e for e in taken.entries}


# Tables


def test_a_table_gives_persons_organisations_and_groups():
    marsh, watch, brigade = sheets.read(SHEET, "x.csv").entries
    assert (marsh.names, marsh.kind, marsh.country, marsh.roles) == (("Marsh", "V. Marsh"), ActorKind.PERSON, "TUV", ("GOV",))
    assert (marsh.gender, marsh.office, marsh.start, marsh.end) == ("f", "minister of tides", date(2017, 3, 1), date(2019, 12, 31))
    assert (watch.kind, watch.country, watch.roles) == (ActorKind.ORGANISATION, "NGO", ("NGO",))
    assert (brigade.kind, brigade.country) == (ActorKind.GROUP, "FJI")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_separators_columns_in_any_order_and_unknown_columns(add, separator, mark):
    rows = [["Country", "shoe size", "NAME", "kind"], ["tv", "44", "Viola Marsh", "person"], ["", "", "", ""]]
    taken = add(mark + "\r\n".join(separator.join(row) for row in rows))
    assert [(e.name, e.country) for e in taken.entries] == [("Viola Marsh", "TUV")]
    assert any("shoe size" in note for note in taken.notes)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",,person,,,,,,", "name is empty"),
        ("4711,,person,,,,,,", "no letters"),
        ("x" * 201 + ",,person,,,,,,", "201 characters"),
        ("Ann Lee,,person,Atlantis,,,,,", "'Atlantis'"),
        ("Ann Lee,,person,,QUEEN,,,,", "'QUEEN'"),
        ("Ann Lee,,robot,,,,,,", "'robot'"),
        ("Ann Lee,,person,,,x,,,", "gender"),
        ("Ann Lee,,person,,,,,2019-13,", "from is '2019-13'"),
        ("Ann Lee,,person,,,,,,spring", "to is 'spring'"),
        ("Ann Lee,,person,,,,,2019,2017", "before it begins"),
        ("Ann Lee,,person,,,,,,,,more", "11 cells"),
        ("Fiji,,organisation,,,,,,", "names a country"),
    ],
)
def test_a_wrong_row_is_told_with_file_and_line_and_the_others_kept(row, reason):
    taken = sheets.read(SHEET + row + "\nAnn Lee\n", "x.csv")
    assert [e.name for e in taken.entries] == ["Viola Marsh", "Reef Watch", "Kelp Brigade", "Ann Lee"]
    (skipped,) = taken.skipped
    assert (skipped.file, skipped.line) == ("x.csv", 5)
    assert reason in str(skipped)


def test_a_quotation_mark_that_is_not_closed_is_told():
    taken = sheets.read('name,kind\nAnn Lee,person\n"Bob,robot\nCy Dee,person\n', "x.csv")
    assert [e.name for e in taken.entries] == ["Ann Lee"]
    assert "quotation mark" in str(taken.skipped[0])


def test_kinds_are_taken_from_the_name_where_none_is_given():
    taken = sheets.read("name,office,roles\nTidal Party,,PTY\nQuor Zeb,minister,\nJames Quill,,\nKelp Men,,REB\n", "x.csv")
    assert [str(e.kind) for e in taken.entries] == ["organisation", "person", "person", "group"]
    assert "4" in taken.notes[-1]


def test_a_column_that_stands_twice_is_refused():
    with pytest.raises(InputError, match="two columns 'name'"):
        sheets.read("name,name\nAnn,Lee\n", "x.csv")


# PETRARCH


def test_a_dictionary_gives_names_codes_and_days():
    found = entries(petrarch.read(DICTIONARY, "d.txt"))
    marsh = [e for e in found.values() if e.name == "Viola Marsh"]
    assert [(e.roles, e.start, e.end) for e in marsh] == [
        (("ELI",), date(1932, 1, 1), date(1933, 11, 8)),
        (("GOV",), date(2004, 1, 1), date(2006, 12, 31)),
        (("OPP",), None, date(1996, 12, 31)),
        (("MIL",), date(2015, 1, 1), None),
    ]
    assert {(e.kind, e.country, e.names) for e in marsh} == {(ActorKind.PERSON, "TUV", ("V. Marsh",))}
    front = found["Kelp Liberation Front", None]
    assert (front.names, front.kind, front.country, front.roles) == (("KLF",), ActorKind.GROUP, "FJI", ("REB",))
    assert found["Tide Press", None].roles == ("JRN",)
    assert (found["Reef Doctors", None].country, found["Reef Doctors", None].roles) == ("NGO", ("NGO", "MED"))
    assert found["Reef Doctors", None].names == ("Loose Change",)


def test_what_a_dictionary_cannot_give_is_told():
    taken = petrarch.read(DICTIONARY, "d.txt")
    told = {s.line: s.reason for s in taken.skipped}
    assert set(told) == {3, 13, 17, 18}
    assert "country or place" in told[3]
    assert "991301" in told[13]
    assert "no code" in told[17]
    assert "agent" in told[18]
    assert "ZZZ 1" in taken.notes[0]


def test_wrong_lines_of_a_dictionary():
    taken = petrarch.read("+LOST [TUVGOV]\nA_B_C [TUVGOV\n!X! = Y, Z\nQUOR_ZEB [---]\nQUOR_ZEB [TUVG]\nZEB_QUOR [TUVGOV]", "d.txt")
    assert [s.line for s in taken.skipped] == [1, 2, 3, 4, 5]
    assert [e.name for e in taken.entries] == ["Zeb Quor"]


@pytest.mark.parametrize(
    ("code", "country", "roles", "left"),
    [
        ("FJIMIL", "FJI", ("MIL",), ()),
        ("ROMGOV", "ROU", ("GOV",), ()),
        ("IGOUNO", "IGO", ("IGO",), ("UNO",)),
        ("MNCUSABUS", "USA", ("MNC", "BUS"), ()),
        ("IMGMUSALQ", None, ("IMG",), ("MUS", "ALQ")),
        ("MUSGOV", "MUS", ("GOV",), ()),
        ("TUVMED", "TUV", ("JRN",), ()),
    ],
)
def test_cameo_codes(code, country, roles, left):
    coded = cameo.coded(code)
    assert (coded.country, coded.roles, coded.left) == (country, roles, left)


@pytest.mark.parametrize(
    ("shouted", "spelled"),
    [
        ("FRONT OF THE REEF", ("Front of the Reef",)),
        ("PLO", ("PLO",)),
        ("HAMAS", ("HAMAS", "Hamas")),
        ("U.N.", ("U.N.",)),
        ("JEAN-LUC MCBRIDE", ("Jean-Luc Mcbride",)),
        ("UN_Secy Gen", ("UN_Secy Gen",)),
        ("PATRIOT", ("Patriot",)),
    ],
)
def test_capitals_are_written_as_in_print(shouted, spelled):
    assert written(shouted) == spelled


# Wikidata


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([PERSON, POSITION, PARTY]),
        json.dumps([PERSON, POSITION, PARTY], indent=2),
        "\n".join(json.dumps(d) for d in (PERSON, POSITION, PARTY)),
        "[\n" + ",\n".join(json.dumps(d) for d in (PERSON, POSITION, PARTY)) + ",\n{cut",
        json.dumps({"entities": {d["id"]: d for d in (PERSON, POSITION, PARTY)}}),
    ],
)
def test_an_extract_gives_persons_and_organisations(text):
    marsh, party = wikidata.read(text, "w.json").entries
    assert (marsh.name, marsh.names, marsh.kind, marsh.country, marsh.gender) == (
        "Viola Marsh",
        ("V. Marsh",),
        ActorKind.PERSON,
        "TUV",
        "f",
    )
    assert (marsh.office, marsh.roles, marsh.start, marsh.end) == ("minister of tides", ("GOV",), date(2017, 3, 1), date(2019, 12, 31))
    assert (party.kind, party.country, party.roles, party.wikidata) == (ActorKind.ORGANISATION, "FJI", ("PTY",), "Q900002")


def test_missing_parts_of_a_document():
    bare = {"id": "Q1", "labels": {"en": "Quor Zeb"}, "claims": {"P31": ["Q5"], "P27": ["Q77"], "P39": ["Q78"]}}
    taken = wikidata.read(json.dumps(bare), "w.json")
    assert [(e.name, e.country, e.roles, e.start) for e in taken.entries] == [("Quor Zeb", None, (), None)]
    assert len(taken.notes) == 2


def test_what_is_no_actor_is_told_with_its_line():
    ones = [{"id": "Q1"}, {"id": "Q2", "labels": {}}, {"labels": {"en": "Reefville"}, "claims": {"P31": ["Q515"]}}, 5, PARTY]
    taken = wikidata.read("[\n" + ",\n".join(json.dumps(d) for d in ones) + "]", "w.json")
    assert sorted(s.line for s in taken.skipped) == [2, 3, 4, 5]
    assert [e.name for e in taken.entries] == ["Tidal Party"]


@pytest.mark.parametrize("claims", [None, [], {"P31": None}, {"P31": {"a": 1}}, {"P31": [[]]}, {"P39": [{"qualifiers": 3}]}, 7])
def test_strange_claims_fail_nothing(claims):
    taken = wikidata.read(json.dumps({"id": "Q1", "labels": {"en": "Quor Zeb"}, "claims": claims}), "w.json")
    assert len(taken.skipped) + len(taken.entries) == 1


def test_the_tables_of_codes_are_sound():
    assert len(cameo.load()) == len(cameo.exceptions()) > 10
    assert classes.load()["Q5"].kind is ActorKind.PERSON


# What is kept


def test_what_was_added_is_found_and_everything_else_as_before(add):
    before = (leaders().by_name("Tusk"), organisations().by_name("the U.N."), len(leaders()))
    assert store.fingerprint() is None
    add(SHEET)
    assert leaders().by_name("Viola Marsh", date(2018, 1, 1)).roles == ("GOV",)
    assert organisations().by_name("the Kelp Brigade").country == "FJI"
    assert organisations().by_name("RWX").name == "Reef Watch"
    assert (leaders().by_name("Tusk"), organisations().by_name("the U.N."), len(leaders()) - 1) == before
    assert leaders().holder("TUV", "minister of tides", date(2018, 1, 1)).name == "Viola Marsh"


@pytest.mark.parametrize(("year", "roles"), [(2012, ()), (2017, ("GOV",)), (2019, ("GOV",)), (2021, ())])
def test_a_minister_of_2017_is_not_one_of_2012(add, year, roles):
    add(SHEET)
    term = leaders().by_name("Viola Marsh", date(year, 6, 1))
    assert (term.country, term.roles) == ("TUV", roles)


def test_later_files_win_over_earlier_ones_and_over_what_comes_with_reportedly(add):
    add("name,kind,country,roles,from,to\nDonald Tusk,person,FJI,REB,2024,2024\nUnited Nations,organisation,NGO,NGO,,\n", "a.csv")
    assert leaders().by_name("Donald Tusk", date(2024, 6, 1)).country == "FJI"
    assert leaders().by_name("Donald Tusk", date(2016, 6, 1)).office == "president of the European Council"
    assert organisations().by_name("the United Nations").country == "NGO"
    add("name,kind,country,roles\nDonald Tusk,person,TUV,MIL\n", "b.csv")
    assert leaders().by_name("Donald Tusk", date(2024, 6, 1)).country == "TUV"
    assert leaders().by_name("Donald Tusk").country == "TUV"


def test_a_later_person_takes_the_name_of_an_organisation_and_the_reverse(add):
    add("name,kind\nHamas,person\nDonald Tusk,organisation\n", "a.csv")
    assert organisations().by_name("Hamas") is None
    assert leaders().by_name("Hamas") is not None
    assert leaders().by_name("Donald Tusk") is None
    assert organisations().by_name("Donald Tusk") is not None


def test_organisations_keep_what_holds_at_all_times(add):
    taken = add("REEF_PARTY [TUVREBPTY 900101-991231]\n[TUVGOVPTY >20000101]\nKELP_PARTY [TUVGOV 900101-991231]\n")
    assert organisations().by_name("Reef Party").roles == ("PTY",)
    assert (organisations().by_name("Kelp Party").country, organisations().by_name("Kelp Party").roles) == ("TUV", ())
    assert "2" in taken.notes[-1]


def test_the_same_file_again_replaces_its_earlier_entries(add, own):
    add(SHEET)
    mark = store.fingerprint()
    add(SHEET)
    assert (len(store.batches()), store.fingerprint()) == (1, mark)
    add(SHEET.replace("Kelp", "Reef"))
    assert organisations().by_name("Kelp Brigade") is None
    assert organisations().by_name("Reef Brigade") is not None
    assert len(list(own.iterdir())) == 1


def test_a_copy_of_a_file_replaces_it_and_another_file_stands_beside_it(add):
    add(SHEET, "one.csv")
    add(SHEET, "two.csv")
    assert [b.label for b in store.batches()] == ["two.csv"]
    add(DICTIONARY, "three.txt")
    assert [b.label for b in store.batches()] == ["two.csv", "three.txt"]


def test_entries_and_files_are_removed(add, own):
    add(SHEET)
    assert store.remove_entries(lambda e: e.name == "Reef Watch") == 1
    assert organisations().by_name("Reef Watch") is None
    assert leaders().by_name("Viola Marsh") is not None
    assert store.remove_files(lambda b: True) == 1
    assert store.fingerprint() is None
    assert leaders() is leaders_table.bundled()
    assert organisations() is organisations_table.bundled()
    assert list(own.iterdir()) == []


def test_no_name_becomes_a_path(add, own):
    add("name,kind,country\n../../../tmp/evil,person,FJI\n/etc/evil,organisation,FJI\n", "a.csv")
    (kept,) = own.iterdir()
    assert kept.name.startswith("000001-")
    assert len(store.batches()[0].entries) == 2


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"just some words\non two lines\n", "no format that is known"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "a picture"),
    ],
)
def test_files_that_hold_no_actors(add, raw, told):
    with pytest.raises(InputError, match=told):
        add(raw)
    assert store.batches() == ()


def test_a_file_that_is_missing_too_large_or_a_folder(tmp_path, monkeypatch):
    with pytest.raises(InputError, match="cannot be read"):
        take.add(tmp_path / "none.csv")
    with pytest.raises(InputError, match="is a folder"):
        take.add(tmp_path)
    with (tmp_path / "large.csv").open("wb") as large:
        large.truncate(take.LARGEST + 1)
    with pytest.raises(InputError, match="200 MB"):
        take.add(tmp_path / "large.csv")


def test_a_file_without_any_good_row_changes_nothing(add):
    taken = add("name,kind\n,person\n")
    assert taken.entries == ()
    assert len(taken.skipped) == 1
    assert store.batches() == ()


def test_a_damaged_folder_is_told_before_any_report_is_read(add, own):
    add(SHEET)
    (kept,) = own.iterdir()
    kept.write_text("{")
    store.forget()
    with pytest.raises(KnowledgeError, match="damaged"):
        reportedly.read("The army left on Monday, the mayor said.", fast=True)


# Reading

TEXT = "SUVA, 7 May {} -- Viola Marsh told reporters on Monday that the harbour was safe. Marsh denied that she had sold the harbour."


def actor(year):
    reading = reportedly.read(TEXT.format(year), published=f"{year}-05-07", fast=True)
    return reading, next(a for a in reading.actors if "Marsh" in a.name)


def test_reading_knows_what_was_added_and_says_so(add):
    before, marsh = actor(2018)
    assert (marsh.country, marsh.roles) == ("FJI", ())  # from the dateline
    assert before.made_by.knowledge is msgspec.UNSET
    add(SHEET)
    after, marsh = actor(2018)
    assert (marsh.country, marsh.roles) == ("TUV", ("GOV",))
    assert after.made_by.knowledge == store.fingerprint()
    assert json.loads(after.to_json())["made_by"]["knowledge"] == store.fingerprint()
    assert actor(2012)[1].roles == ()
    store.remove_files(lambda b: True)
    assert actor(2018)[0].to_json() == before.to_json()
