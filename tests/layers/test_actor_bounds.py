"""What an actor is not: of the land that a report is about, of the government, one with the name beside it."""

import pytest

from reportedly import api


def called(reading, words):
    """The actor with a mention of exactly these words; None where there is none."""
    return next((a for a in reading.actors if any(m.text == words for m in a.mentions)), None)


def roles(text, words, *, fast=True):
    actor = called(api.read(text, fast=fast), words)
    assert actor is not None, words
    return set(actor.roles)


def country(text, words, *, fast=True):
    actor = called(api.read(text, fast=fast), words)
    assert actor is not None, words
    return actor.country


def said(text):
    return {m.text for a in api.read(text, fast=True).actors for m in a.mentions}


def together(text, one, other):
    reading = api.read(text, fast=True)
    a, b = called(reading, one), called(reading, other)
    return a is not None and b is not None and a.id == b.id


class TestManyLands:
    REPORT = "MOSCOW (Reuters) - Russian police held four men in the Russian city of Kazan. {} claimed an attack on a Russian post."

    @pytest.mark.parametrize("fast", [True, False])
    @pytest.mark.parametrize("name", ["Islamic State", "Al-Qaeda"])
    def test_a_group_of_many_lands_takes_none_from_the_report(self, name, fast):
        assert country(self.REPORT.format(name), name, fast=fast) is None

    def test_a_branch_named_with_its_land_is_of_it(self):
        assert country(self.REPORT.format("Islamic State in Libya"), "Islamic State in Libya") == "LBY"

    def test_a_group_of_one_land_takes_it_from_the_report(self):
        assert country(self.REPORT.format("The Dawn Brigade"), "The Dawn Brigade") == "RUS"


class TestServing:
    def test_who_speaks_for_a_private_body_is_in_no_government(self):
        text = "OSLO - Kari Lunde, a spokeswoman for the Norwegian Shipowners' Association, said the fee was too high."
        assert "GOV" not in roles(text, "Kari Lunde", fast=False)

    def test_who_speaks_for_a_ministry_is(self):
        text = "OSLO - Kari Lunde, a spokeswoman for the Norwegian Fisheries Ministry, said the fee was too high."
        assert roles(text, "Kari Lunde", fast=False) == {"GOV"}

    @pytest.mark.parametrize(("body", "in_it"), [("International Affairs Council", False), ("Security Council", True)])
    def test_a_council_for_research_is_no_government(self, body, in_it):
        text = f"MOSCOW - Ivan Terekhov, director-general of the Russian {body}, said on Monday that Moscow would not yield."
        assert ("GOV" in roles(text, "Ivan Terekhov", fast=False)) is in_it

    @pytest.mark.parametrize(("does", "what"), [("tracks prisons", {"NGO"}), ("raided prisons", set())])
    def test_a_group_that_stands_up_for_a_cause(self, does, what):
        assert roles(f"WARSAW - A group that {does} in Belarus said 40 people had been freed.", "A group") == what

    @pytest.mark.parametrize(("whose", "what"), [("Houthi", {"REB"}), ("Yemeni", {"MIL"})])
    def test_forces_of_rebels_are_no_army(self, whose, what):
        assert roles(f"{whose} forces seized a tanker on Monday.", f"{whose} forces") == what

    @pytest.mark.parametrize(("whose", "what"), [("RSF", {"PRM"}), ("Rebel", {"REB"})])
    def test_fighters_are_what_they_fight_for(self, whose, what):
        text = f"The Rapid Support Forces (RSF) shelled a market, Sudan's army said. {whose} fighters looted homes."
        assert roles(text, f"{whose} fighters") == what

    @pytest.mark.parametrize(("of", "what"), [("of the civil defence", {"GOV"}), ("of the coast guard", {"MIL"}), ("of the valley", set())])
    def test_whose_a_named_person_is(self, of, what):
        assert roles(f"Youssef Tazi {of} said three people had drowned near Rabat.", "Youssef Tazi") == what


class TestApart:
    def test_who_is_announced_after_a_colon_is_another(self):
        text = "Ankara: 23 terrorists neutralized in Syria."
        assert not together(text, "Ankara", "23 terrorists")
        assert together("The suspect: a Chilean colonel.", "The suspect", "a Chilean colonel")

    def test_as_parts_two_names(self):
        assert said("Sirens sounded in Haifa as Tehran vowed to answer the strikes.") == {"Tehran"}

    def test_a_dash_ends_the_dateline(self):
        text = "Why It Fails\n\nGENEVA - Swiss diplomats hosted a round of talks on Friday."
        assert "Swiss diplomats" in said(text)

    def test_deeds_in_a_headline_are_nobody(self):
        body = "NAIROBI - A truce stirred hope. {} met rebels in Juba."
        assert not {"Ruto Talk Stirs", "Quit"} & said("Ruto Talk Stirs Hope as Rebels Quit\n\n" + body.format("Envoys"))


class TestOne:
    def test_a_small_word_may_be_a_first_name(self):
        text = "HANOI - Vietnam's leader To Lam met Chinese President Xi Jinping on Monday. To Lam said the talks were frank."
        assert together(text, "leader To Lam", "To Lam")
        assert "To Paris" not in said("To Paris went Vietnam's leader.")

    def test_who_is_named_is_the_one(self):
        text = "Officials said a New Zealander named Graham Poole was killed near Kupiansk."
        assert together(text, "a New Zealander", "Graham Poole")
        assert country(text, "Graham Poole") == "NZL"

    def test_what_somebody_is_makes_a_person(self):
        text = "DHAKA - Hunter Mason was arrested on Monday. Mason, 34, is an aid worker from Ohio."
        assert together(text, "Hunter Mason", "Mason")

    @pytest.mark.parametrize(("verb", "same"), [("acts as", True), ("casts himself as", True), ("hired a brother as", False)])
    def test_what_somebody_acts_as_is_no_other(self, verb, same):
        text = f"Viktor Kallay {verb} a future strongman in the style of Franco Rossi."
        assert together(text, "Viktor Kallay", "a future strongman in the style of Franco Rossi") is same

    def test_one_of_a_people_before_a_name(self):
        text = "MANILA - Lakeline Corp. said its chief executive, Dutchman Piet Hoorn, had left the Philippines."
        actor = called(api.read(text, fast=True), "Dutchman Piet Hoorn")
        assert (actor.name, actor.country) == ("Piet Hoorn", "NLD")

    def test_capital_small_words_within_a_name(self):
        assert "Reporters Without Borders" in said("Reporters Without Borders said two journalists were jailed in Sudan.")

    def test_an_acronym_that_reads_like_a_noun(self):
        text = "KHARTOUM - The Rapid Support Forces (RSF) shelled a market, the army said. The RSF denied it."
        assert together(text, "The RSF", "The Rapid Support Forces")
