"""Places: found, told from their people and governments, and put on the map by what stands around them. By the rules alone."""

import pytest

from reportedly.layers.base import Facts
from reportedly.layers.labels import country_labels
from reportedly.layers.places import LAYER
from reportedly.model import Report, Span
from reportedly.text import parse


def places(text, **fields):
    (parsed,) = parse([Report(id="x", text=text, format="plain", body=Span(0, len(text)), **fields)], fast=True)
    found = LAYER.run(parsed, Facts()).places
    for p in found:
        p.check(text)
    return {p.text: p for p in found}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Soldiers entered the coastal town of Sirte in Libya on Sunday.", "Sirte", "LBY"),
        ("The trial opened in Paris, where French judges sat.", "Paris", "FRA"),
        ("The fire began in Paris, Texas, the sheriff said.", "Paris", "USA"),
        ("Flooding closed roads in Springfield, Illinois, and in Decatur, Illinois.", "Springfield", "USA"),
        ("Talks were held in San José, and Costa Rica sent a minister.", "San José", "CRI"),
        ("Rebels shelled Goma, in North Kivu province.", "Goma", "COD"),
    ],
)
def test_the_right_one_of_that_name(text, name, country):
    found = places(text)[name]
    assert found.country == country
    assert found.use == "literal"
    assert found.geonames_id is not None
    assert -90 <= found.lat <= 90


def test_a_container_decides_between_regions():
    illinois = places("A fire broke out in Springfield, Illinois, on Monday.")["Springfield"]
    missouri = places("A fire broke out in Springfield, Missouri, on Monday.")["Springfield"]
    assert illinois.geonames_id != missouri.geonames_id


@pytest.mark.parametrize(
    ("text", "name", "use"),
    [
        ("Moscow denied the charge.", "Moscow", "associative"),
        ("The general flew to Moscow.", "Moscow", "literal"),
        ("A Turkish officer spoke.", "Turkish", "associative"),
        ("The crowd gathered in Nairobi.", "Nairobi", "literal"),
        ("Talks between Ankara and Athens broke down.", "Ankara", "associative"),
        ("Kenyan and Ugandan troops met.", "Ugandan", "associative"),
    ],
)
def test_places_are_told_from_peoples_and_governments(text, name, use):
    assert places(text)[name].use == use


def test_a_country_s_name_before_a_part_of_its_land_is_a_place():
    assert [p.use for p in places("Two Egypt beaches closed.").values()] == ["literal"]
    assert [p.use for p in places("Two Egypt envoys left.").values()] == ["associative"]


def test_a_capital_goes_before_a_state_of_its_name_that_nothing_points_to():
    assert places("Washington said that it was alarmed, and Lima agreed.")["Washington"].feature == "PPLC"
    assert places("Fires burnt near Spokane, Yakima and Tacoma in Washington.")["Washington"].feature == "ADM1"


def test_squares_are_places():
    assert "Lubyanka Square" in places("A tram burnt on Lubyanka Square on Monday.")


def test_the_dateline_is_a_place():
    text = "GABORONE, Botswana -- The minister resigned."
    found = places(text, dateline="GABORONE, Botswana")
    assert found["GABORONE"].country == "BWA"
    assert found["GABORONE"].use == "literal"


def test_ordinary_words_and_people_are_no_places():
    assert places("In March, President Nixon said the Senate may act. Mr. Paris Jackson left.") == {}


def test_seas_and_regions_are_known():
    found = places("Pirates struck in the Gulf of Aden, and fighting spread across the Sahel.")
    assert {"Gulf of Aden", "Sahel"} <= set(found)
    assert found["Gulf of Aden"].lat is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The bridge near Tulumbo was closed, the mayor said.", "Tulumbo"),  # known to no gazetteer
        ("Fighting went on in the village of Tulumbo.", "Tulumbo"),
        ("A minister was in French Guiana on Sunday.", "French Guiana"),
        ("Guinea-Bissau's army left its barracks.", "Guinea-Bissau"),
    ],
)
def test_a_name_that_stands_as_a_place(text, name):
    assert name in places(text)


def test_an_adjective_of_a_region_is_a_toponym():
    found = places("Two European diplomats left the talks.")["European"]
    assert (found.name, found.use) == ("Europe", "associative")


def test_a_dateline_names_the_state_too():
    text = "LIMA, Peru -- The port was shut."
    assert places(text, dateline="LIMA, Peru")["Peru"].use == "literal"


@pytest.mark.parametrize(
    ("text", "name", "use"),
    [
        ("The Rome newspaper printed the letter.", "Rome", "associative"),
        ("Rome police denied it.", "Rome", "associative"),
        ("Traffic stopped in Idlib province.", "Idlib", "literal"),
        ("Traders from Lima blocked the road.", "Lima", "literal"),
        ("A letter from Ankara reached the court.", "Ankara", "associative"),
        ("The villagers said that the Nile had broken its banks.", "Nile", "literal"),
        ("It is one of Africa's largest ports.", "Africa", "literal"),
        ("The trucks came out of Lima at night.", "Lima", "literal"),
    ],
)
def test_use_of_what_belongs_and_what_lies(text, name, use):
    assert places(text)[name].use == use


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Brig. Gen. Osman said the raid had failed.", set()),
        ("He was tried in Bozeman, Mont., on Monday.", {"Bozeman", "Mont."}),
        ("Two vehicles of the U.N. mission were hit.", set()),
        ("Red Cross vehicles were fired on near Aleppo.", {"Aleppo"}),
        ("The Rapid Support Forces denied the charge.", set()),
        ("The army fired two Iskander missiles at Kharkiv.", {"Kharkiv"}),
        ("The National Unity Government said it had lost the town.", set()),
        ("Fighting went on in Unity state, South Sudan.", {"Unity", "South Sudan"}),
        ("The crash was first told of by Gulf Wire, a news agency.", set()),
        ("The Maritime Authority said the vessel was seized.", set()),
        ("Al-Mashhad TV reported that the talks had failed.", set()),
        ("The University of Zagreb closed.", {"Zagreb"}),
        ("The Nairobi Stock Exchange fell.", {"Nairobi"}),
        ("The Texas Rangers searched the house.", {"Texas"}),
        ("A shell hit a school in Bam, Iran.", {"Bam", "Iran"}),
    ],
)
def test_words_titles_and_pieces_of_names_are_no_towns_abroad(text, kept):
    assert set(places(text)) == kept


def test_a_label_that_reads_as_a_dateline_is_no_place():
    assert places("COURT: The judge said that the officer lied.", dateline="COURT") == {}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The minister flew to Vienna and Paris on Friday.", {"Vienna": "AUT", "Paris": "FRA"}),
        ("The painter lived in Milan and Dublin before moving to Geneva.", {"Milan": "ITA", "Dublin": "IRL", "Geneva": "CHE"}),
        ("Talks in Colombo and Milan ended without a deal.", {"Colombo": "LKA", "Milan": "ITA"}),
        ("In Ohio, fires broke out in Lima and Toledo.", {"Lima": "USA", "Toledo": "USA"}),
        ("Police in Henry County said a man from Paris was shot in Paris.", {"Paris": "USA"}),
        ("Gunmen took the town of Mora on Monday.", {"Mora": "CMR"}),  # Bilimora, in India, is larger and called so too
        ("Peacekeepers of the African Union stayed in Tunisia.", {"Tunisia": "TUN"}),
    ],
)
def test_a_known_city_is_no_village_of_its_name(text, countries):
    found = places(text)
    assert {name: found[name].country for name in countries} == countries


def test_the_continent_of_an_adjective_is_no_town():
    assert places("Peacekeepers of the African Union stayed in Tunisia.")["African"].name == "Africa"


@pytest.mark.parametrize(
    "name",
    [
        "Burkina Faso",
        "Papua New Guinea",
        "Sierra Leone",
        "Costa Rica",
        "Sri Lanka",
        "Guinea-Bissau",
        "Central African Republic",
        "Trinidad and Tobago",
        "North Macedonia",
        "Timor-Leste",
        "Cabo Verde",
        "Ivory Coast",
        "El Salvador",
        "Sao Tome and Principe",
        "Antigua and Barbuda",
        "Democratic Republic of the Congo",
        "Saint Vincent and the Grenadines",
    ],
)
@pytest.mark.parametrize(
    "text", ["Gunmen raided a clinic in {}.", "{} recalled its envoy.", "The Mopti and Kayes regions of {} were calm."]
)
def test_a_country_of_several_words_is_whole(text, name):
    assert name in places(text.format(name))
    assert not [found for found in places(text.format(name)) if found != name and found in name]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("North Korean and South African divers met.", {"North Korean", "South African"}),
        ("Niger and Nigeria met.", {"Niger", "Nigeria"}),
        ("Equatorial Guinea and Guinea met.", {"Equatorial Guinea", "Guinea"}),
    ],
)
def test_countries_beside_each_other_are_no_long_name(text, kept):
    assert set(places(text)) == kept


@pytest.mark.parametrize(
    ("text", "name", "feature"),
    [
        ("Sirens wailed in Kharkiv.", "Kharkiv", "PPL"),
        ("Sirens wailed in Kharkiv region.", "Kharkiv", "ADM1"),
        ("Bakers marched in Cairo.", "Cairo", "PPLC"),
        ("A bridge fell in Herat.", "Herat", "PPL"),
        ("A bridge fell in the province of Herat.", "Herat", "ADM1"),
        ("Rain fell on Lisbon.", "Lisbon", "PPLC"),
        ("Rain fell on Punjab.", "Punjab", "ADM1"),
    ],
)
def test_a_bare_name_is_the_city_where_most_of_the_people_are(text, name, feature):
    assert places(text)[name].feature == feature


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("A barn burned in Athens, Georgia, on Monday.", {"Athens": "USA", "Georgia": "USA"}),
        ("A barn burned in Rome, Georgia.", {"Rome": "USA", "Georgia": "USA"}),
        ("A barn burned near Batumi, Georgia.", {"Batumi": "GEO", "Georgia": "GEO"}),
        ("A man from Lebanon, Oregon, was held.", {"Lebanon": "USA", "Oregon": "USA"}),
        ("A man from Beirut, Lebanon, was held.", {"Beirut": "LBN", "Lebanon": "LBN"}),
        ("Guns were heard in Nikozi, in Georgia.", {"Nikozi": None, "Georgia": "GEO"}),
        ("Guns were heard in Nicosia, the president of Georgia said.", {"Nicosia": "CYP", "Georgia": "GEO"}),
        ("The singer is held in Evin, in Tehran.", {"Evin": "IRN", "Tehran": "IRN"}),
        ("The militia withdrew from Bukavu and Goma.", {"Bukavu": "COD", "Goma": "COD"}),
    ],
)
def test_what_stands_about_a_name_tells_its_country(text, countries):
    assert {name: p.country for name, p in places(text).items()} == countries


@pytest.mark.parametrize("text", ["Troops entered the Old City of Mosul.", "Soldiers left the Old City of Mosul on foot."])
def test_a_part_of_a_city_lies_in_it(text):
    assert {p.country for p in places(text).values()} == {"IRQ"}


@pytest.mark.parametrize(
    ("dateline", "found"),
    [
        ("(Plateau Wire) Kabul", {"Kabul"}),
        ("KABUL (Plateau Wire)", {"KABUL"}),
        ("MOSCOW. December 3", {"MOSCOW"}),
        ("ST. PETERSBURG, Russia (Plateau Wire)", {"ST. PETERSBURG", "Russia"}),
        ("Nairobi - 4 March 2019", {"Nairobi"}),
    ],
)
def test_agencies_and_days_of_a_dateline_are_left_out(dateline, found):
    assert set(places(f"{dateline} - The bakery opened.", dateline=dateline)) == found


BULLETIN = "SUDAN: The army has left the town.\n\nPARIS: Bakers won a vote.\n\n{}: Doctors ended a strike."


def labelled(text):
    (parsed,) = parse([Report(id="x", text=text, format="plain", body=Span(0, len(text)))], fast=True)
    return [parsed.span(*label).of(text) for label in country_labels(parsed).values()]


@pytest.mark.parametrize("last", ["KENYA", "Kenya", "Trinidad and Tobago", "Guinea-Bissau", "CHAD/NIGER"])
def test_the_labels_of_a_bulletin_are_places(last):
    text = BULLETIN.format(last)
    assert labelled(text) == ["SUDAN", "PARIS", last]
    found = places(text)
    assert {p.use for p in found.values()} == {"literal"}
    assert set(found) == {"SUDAN", "PARIS", *last.split("/")}


def test_speakers_and_a_single_country_are_no_labels():
    assert labelled(BULLETIN.format("Mwangi")) == ["SUDAN", "PARIS"]
    assert labelled("SUDAN: The army has left the town.\n\nMore than ten carts were lost.") == []
    assert labelled("SUDAN: 'We shall vote no.'\n\nCHAD: 'We shall vote yes.'") == []
    assert labelled("Sudan - the country with two rivers - froze.\n\nChad - its neighbour - did too.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Near Umm Dashur, two strikes destroyed a bunker. In Umm Dashur, a shop burned.",
        "Strikes were carried out near Umm Dashur. Troops left Umm Dashur on Monday.",
        "Residents of Umm Dashur fled on Monday.",
        "A school stands north of Umm Dashur.",
    ],
)
def test_what_stands_where_a_place_stands_is_one_known_or_not(text):
    found = places(text)["Umm Dashur"]
    assert (found.use, found.geonames_id) == ("literal", None)


def test_persons_stay_persons():
    assert "Ana Ruiz" not in places("A guard stood near Ana Ruiz. Ana Ruiz said that she was well.")
    assert places("He has faith in Tall Brakko, said the guard.") == {}


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("The Islamic State of Iraq and the Levant claimed the attack.", {"Iraq": "IRQ", "Levant": None}),
        ("Fighters of the Islamic State in the Greater Sahara fled.", {"Sahara": None}),
    ],
)
def test_inside_a_body_s_name_no_town_is_meant(text, inside):
    found = places(text)
    assert {name: p.country for name, p in found.items()} == inside
    assert {p.use for p in found.values()} == {"associative"}


def test_a_people_has_no_article():
    assert "Iraqi" in places("The Iraqi forces left on Monday.")


def test_a_people_is_no_town_before_its_men():
    assert places("Thai troops fired on Thursday, Thai officials said.")["Thai"].country == "THA"
