"""The roles that words of office and trade give, and those handed on: each beside a neighbour that gives others."""

import pytest

from reportedly import api


def roles(text, words):
    """The roles of the actor with a mention of exactly these words; None where there is no such actor."""
    reading = api.read(text, fast=True)
    return next((set(a.roles) for a in reading.actors if any(m.text == words for m in a.mentions)), None)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The brigadier came at dawn. His men had dug trenches.", "His men", {"MIL"}),
        ("The smugglers paid well. Their men met the boats.", "Their men", {"CRM"}),
        ("The mayor came at dawn. His men had swept the square.", "His men", {"CVL"}),
        ("The brigadier came at dawn. His wife had stayed away.", "His wife", {"CVL"}),
    ],
)
def test_the_men_of_somebody_armed_are_armed(text, words, expected):
    assert roles(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A former army officer spoke at the school.", "A former army officer", {"MIL", "ELI"}),
        ("An army officer spoke at the school.", "An army officer", {"MIL"}),
        ("A retired judge spoke at the school.", "A retired judge", {"JUD", "ELI"}),
        ("A retired teacher spoke at the school.", "A retired teacher", {"EDU"}),
        ("A former minister spoke at the school.", "A former minister", {"ELI"}),
        ("Former intelligence chief Ana Ruiz spoke.", "Former intelligence chief Ana Ruiz", {"SPY", "ELI"}),
    ],
)
def test_who_held_an_office_of_the_state_is_of_the_elite(text, words, expected):
    assert roles(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The attorney general resigned on Monday.", "The attorney general", {"JUD"}),
        ("The general resigned on Monday.", "The general", {"MIL"}),
        ("The consul general resigned on Monday.", "The consul general", {"GOV"}),
        ("The ombudsman resigned on Monday.", "The ombudsman", {"GOV"}),
        ("Cmdr. Tove Lindqvist said the ship was safe.", "Cmdr. Tove Lindqvist", {"MIL"}),
        ("Mr. Tove Lindqvist said the ship was safe.", "Mr. Tove Lindqvist", set()),
        ("Village elders met the governor.", "Village elders", {"SOC", "CVL"}),
        ("The elder brother met the governor.", "The elder brother", {"CVL"}),
        ("Customs agents met the governor.", "Customs agents", {"GOV"}),
        ("The parent company sued the singers.", "The parent company", {"BUS"}),
    ],
)
def test_nouns_of_office_and_trade(text, words, expected):
    assert roles(text, words) == expected


def test_agents_that_are_no_persons_are_no_actors():
    assert roles("The soldiers found nerve agents in a shed.", "nerve agents") is None
