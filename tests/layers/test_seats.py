"""Seats of government that are meant as places: capitals that look like persons, palaces, and what a place and a hyphen say."""

import pytest

from reportedly import api
from reportedly.model import PlaceUse


def use(text, words):
    """The use of the place of these words; None where there is none."""
    return next((p.use for p in api.read(text).places if p.text == words), None)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Kremlin's roof was mended on Friday.", "Kremlin", PlaceUse.LITERAL),
        ("The Kremlin's offer was withdrawn on Friday.", "Kremlin", None),
        ("A tram caught fire near Downing Street.", "Downing Street", PlaceUse.LITERAL),
        ("Downing Street said it would wait.", "Downing Street", None),
        ("The White House denied the report.", "White House", None),
    ],
)
def test_a_palace_is_a_place_only_where_it_is_meant_as_one(text, words, expected):
    assert use(text, words) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("La Paz was flooded on Monday.", "La Paz", PlaceUse.LITERAL),
        ("La Paz denied that it had opened the dam.", "La Paz", PlaceUse.ASSOCIATIVE),
        ("The copra boat sailed for Port Moresby at noon.", "Port Moresby", PlaceUse.LITERAL),
        ("Santiago Abascal met Victoria Nuland on Monday.", "Santiago", None),
        ("Santiago Abascal met Victoria Nuland on Monday.", "Victoria", None),
    ],
)
def test_a_capital_is_found_whatever_the_entity_model_makes_of_it(text, words, expected):
    assert use(text, words) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Pristina-bound train stopped.", PlaceUse.LITERAL),
        ("The Pristina-backed mayor stopped.", PlaceUse.ASSOCIATIVE),
        ("A Pristina suburb flooded on Friday.", PlaceUse.LITERAL),
        ("A Pristina veto ended the talks.", PlaceUse.ASSOCIATIVE),
    ],
)
def test_what_stands_before_a_noun_is_a_place_or_a_government(text, expected):
    assert use(text, "Pristina") is expected
