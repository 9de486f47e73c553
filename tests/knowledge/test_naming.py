"""One key for the spellings of one name, and none for different names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.knowledge.naming import abbreviation, fold, key, keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. John's", "Saint Johns"),
        ("Mt. Hermon", "Mount Hermon"),
        ("Sana’a", "Sanaa"),
        ("Sana'a", "Sana`a"),
        ("Deir ez-Zor", "deir ez zor"),
        ("São Tomé", "Sao Tome"),
        ("Łódź", "Lodz"),
        ("Tromsø", "Tromso"),
        ("İzmir", "Izmir"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("Washington, D.C.", "washington dc"),
        ("Weißrußland", "Weissrussland"),
    ],
)
def test_spellings_of_one_name_have_one_key(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Downing St", "Downing Saint"), ("Niger", "Nigeria"), ("Oman", "Omani")])
def test_different_names_have_different_keys(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "letters"), [("U.S.", "US"), ("UAE", "UAE"), ("us", None), ("Us", None), ("MISRATA", None), ("Ky.", None)]
)
def test_abbreviations_are_in_capitals(name, letters):
    assert abbreviation(name) == letters
    assert key(name) == (letters or fold(name))


@given(st.text(max_size=40))
def test_a_key_is_plain_and_its_own_key(name):
    once = fold(name)
    assert once == once.strip()
    assert "  " not in once
    assert fold(once) == once or any(w in once.split() for w in ("st", "ste", "mt", "ft"))


@given(st.lists(st.text(max_size=20) | st.sampled_from(["St. Mary's St", "Mt. st ft x", "a  &  b", "–", "Волга", "U.S.", "É", "_a_"])))
def test_many_keys_at_once_are_the_same(names):
    assert keys(names) == [key(name) for name in names]
