"""Who is who and whose: offices kept apart, governments meant, countries that the scene may not give, names that are places'."""

import pytest

from reportedly import api
from reportedly.model import ActorKind


def read(text):
    return api.read(text, fast=True)


def called(reading, words):
    """The actor with a mention of exactly these words; None where there is none."""
    return next((a for a in reading.actors if any(m.text == words for m in a.mentions)), None)


def together(text, one, other):
    reading = read(text)
    a, b = called(reading, one), called(reading, other)
    assert None not in (a, b), [[m.text for m in x.mentions] for x in reading.actors]
    return a.id == b.id


def said(text):
    return {m.text for a in read(text).actors for m in a.mentions}


def ties(text):
    return {(r.type.value, r.subject.text, r.object.text) for r in read(text).relations}


class TestOffices:
    @pytest.mark.parametrize(
        ("lead", "then", "name"),
        [
            ("The trade minister was held on Monday.", "Health Minister Pablo Rocca was calm.", "Health Minister Pablo Rocca"),
            ("The navy chief was shot on Monday.", "The prison chief, Pablo Rocca, fled.", "Pablo Rocca"),
            ("A former judge was jailed on Monday.", "The appeals judge, Pablo Rocca, wept.", "Pablo Rocca"),
            ("Chile's interior minister quit.", "The prime minister, Pablo Rocca, agreed.", "Pablo Rocca"),
            ("The vice president fell ill.", "President Pablo Rocca flew home.", "President Pablo Rocca"),
        ],
    )
    def test_two_of_one_noun_stay_apart(self, lead, then, name):
        first = lead.split(" was")[0].split(" quit")[0].split(" fell")[0]
        assert not together(f"{lead} {then}", first, name)

    @pytest.mark.parametrize(
        ("lead", "name"),
        [("The trade minister", "Trade Minister Pablo Rocca"), ("The minister of trade", "Trade Minister Pablo Rocca")],
    )
    def test_one_office_is_one_person(self, lead, name):
        assert together(f"{lead} was held on Monday. {name} denied taking money.", lead, name)

    def test_an_office_said_with_a_name_is_taken_up(self):
        text = "Navy chief Leo Ortiz met prison chief Pablo Rocca. The navy chief laughed. The prison chief wept."
        assert together(text, "Navy chief Leo Ortiz", "The navy chief")
        assert together(text, "prison chief Pablo Rocca", "The prison chief")


class TestGovernments:
    @pytest.mark.parametrize(
        ("text", "country"),
        [
            ("LIMA - Peruvian police held a man who had fled to Madrid. The government said it was glad.", "PER"),
            ("LIMA - Peruvian gangs killed two men. Chile's president was sad. The government told of four dead.", "PER"),
            ("Chile closed its border. The government said it was glad.", "CHL"),
            ("Peru's army shelled a school. Madrid hosted talks between the junta and the rebels.", "PER"),
        ],
    )
    def test_the_government_is_the_reports_own(self, text, country):
        reading = read(text)
        meant = called(reading, "The government") or called(reading, "the junta")
        assert (meant.kind, meant.country) == (ActorKind.COUNTRY, country)

    def test_a_place_where_something_was_done_gives_no_government(self):
        assert called(read("The general was questioned in Madrid. The government said he would return."), "The government").country is None

    def test_the_group_is_rather_no_body_of_states(self):
        text = "The rebel Northern Dawn Brigade said it would fight. UNIFIL left the town. Peru told the group to stop."
        assert together(text, "The rebel Northern Dawn Brigade", "the group")


class TestHomes:
    @pytest.mark.parametrize(
        ("text", "who"),
        [
            ("President Pablo Rocca flew to Madrid on Friday.", "President Pablo Rocca"),
            ("Ms Duarte fled to Madrid on Friday.", "Ms Duarte"),
            ("The minister met his Chilean counterpart on Friday.", "The minister"),
            ("Foreign Secretary Ana Ruiz condemned a Chilean attack on a clinic.", "Foreign Secretary Ana Ruiz"),
        ],
    )
    def test_where_one_goes_and_of_whom_one_speaks_is_not_home(self, text, who):
        assert called(read(text), who).country is None

    def test_where_one_acts_may_be(self):
        assert called(read("Police arrested nine people in Lima. Mayor Pablo Rocca praised them."), "Police").country == "PER"

    def test_an_envoy_is_not_of_where_he_is_posted(self):
        envoy = called(read("Chile protested, and its ambassador in Lima, Leo Ortiz, offered help."), "Leo Ortiz")
        assert envoy.country == "CHL"
        assert called(read("Officials in Lima were silent."), "Officials in Lima").country == "PER"

    def test_no_tie_rests_on_the_scene(self):
        assert not ties("Chile bombed Lima. President Pablo Rocca called on the world to stop the strikes.")
        assert ties("Peru mourned. Peruvian President Pablo Rocca called for calm.") == {
            ("leads", "Peruvian President Pablo Rocca", "Peruvian")
        }

    def test_for_or_against_a_country_is_not_of_it(self):
        assert called(read("Pro-Chilean separatists met in Lima."), "Pro-Chilean separatists").country != "CHL"


class TestPhrases:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Police accused the mayor of killing two nuns.", "the mayor"),
            ("The court acquitted the general of murder.", "the general"),
            ("Prosecutors accused the head of the clinic of fraud.", "the head of the clinic"),
            ("Police accused the mayor of Lima of theft.", "the mayor of Lima"),
            ("The army praised the leader of the group.", "the leader of the group"),
            ("Gunmen shot dead two teachers.", "two teachers"),
            ("Gunmen shot two unarmed teachers.", "two unarmed teachers"),
        ],
    )
    def test_a_phrase_ends_before_what_belongs_to_the_verb(self, text, words):
        assert words in said(text)

    def test_nobody_calls_himself_by_name(self):
        text = 'The minister, Leo Ortiz, was charged. His lawyer, Pablo Rocca, denied it. "Mr. Ortiz is innocent," he said.'
        assert together(text, "Pablo Rocca", "he")
        assert together('The minister, Leo Ortiz, denied it. "I am innocent," he said.', "Leo Ortiz", "he")


class TestOnePerson:
    @pytest.mark.parametrize(
        ("text", "one", "other"),
        [
            ('Gang leader Leo "the Fox" Ortiz left. Ortiz was tired.', 'Gang leader Leo "the Fox" Ortiz', "Ortiz"),
            ("The commander of the Lowland Mission, Leo Ortiz, left.", "The commander of the Lowland Mission", "Leo Ortiz"),
            ("A deputy chairman of the Duma, Leo Ortiz, was arrested.", "A deputy chairman of the Duma", "Leo Ortiz"),
            ("The Chair, Lt. Gen. Pieter Vandermeer (Peru), met the Governor on Monday.", "The Chair", "Lt. Gen. Pieter Vandermeer"),
        ],
    )
    def test_a_description_and_a_name_beside_it_are_one(self, text, one, other):
        assert together(text, one, other)

    def test_the_duma_is_no_person(self):
        assert called(read("A deputy chairman of the Duma, Leo Ortiz, was arrested."), "the Duma").kind is ActorKind.ORGANISATION

    @pytest.mark.parametrize(
        "text",
        [
            "The army denied shelling Goma.",
            "The Lachin corridor was blocked.",
            "People fled to Abu Shouk camp.",
            "Trucks waited at the Al-Jarrahi crossing.",
        ],
    )
    def test_a_places_name_is_no_actor(self, text):
        assert not {"Goma", "Lachin", "Abu Shouk", "the Al-Jarrahi", "Al-Jarrahi"} & said(text)

    def test_a_persons_name_before_such_a_noun_stays_where_it_acts(self):
        assert "Morales" in said("The Morales camp said it had won.")
