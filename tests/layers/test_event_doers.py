"""Who did it, to whom, and what it was, where the nearest name or the likeliest word misleads; minimal pairs."""

import pytest

import reportedly
from reportedly.model import EventType as E


def told(text, **how):
    found = reportedly.read(text, **how).events
    return [(e.type, e.actor and e.actor.text, e.recipient and e.recipient.text) for e in found]


def kinds(text):
    return {e.type for e in reportedly.read(text).events}


def test_strikes_that_are_called_a_crime_are_those_of_whoever_is_named_before():
    assert told("Lebanon called the Israeli strikes a violation of its borders.")[0][0] is E.ACCUSE
    found = told("Iran called the U.S. strikes a violation of its borders.")
    assert (E.ASSAULT, "the U.S.", None) in found
    assert (E.ACCUSE, "Iran", "the U.S.") in found


@pytest.mark.parametrize(
    ("text", "attacked"),
    [
        ("Kenya will help to combat al-Shabab in Somalia and Oslo's desire to sell fish.", {"al-Shabab"}),
        ("Kenya's effort to combat Islamic State in Libya and Moscow's desire to sell oil worried many.", {"Islamic State"}),
    ],
)
def test_what_somebody_wants_is_not_attacked(text, attacked):
    assert {to for kind, _, to in told(text) if kind is E.ASSAULT} <= attacked


@pytest.mark.parametrize(
    ("text", "to"), [("ECOWAS threatened to send troops.", None), ("ECOWAS threatened to send troops to Niger.", "Niger")]
)
def test_whom_one_threatens_to_send_is_not_threatened(text, to):
    assert told(text) == [(E.THREATEN, "ECOWAS", to)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The general returned in 2011 and took up arms.", set()),
        ("The troops returned to barracks on Friday.", {E.RETREAT}),
        ("He fled with his mother to Kenya as a child.", set()),
        ("Oslo expelled his mother to Kenya.", {E.SANCTION}),
        ("The central bank warned of a deficit.", set()),
        ("The colonel warned of a harsh response.", {E.THREATEN}),
        ("Ukraine intercepted 40 missiles overnight.", set()),
        ("The navy intercepted a tanker overnight.", {E.COERCE}),
        ("The president tried to dissolve parliament.", {E.COERCE}),
        ("A court is to be asked by a small party to dissolve its larger rival, the Baobab Union.", {E.REQUEST, E.SANCTION}),
    ],
)
def test_what_a_verb_rules_out(text, found):
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("North Korea fires missile", (E.MOBILIZE, "North Korea", None)),
        ("UN votes to lift embargo", (E.CONCEDE, "UN", None)),
        ("Police raid senator's home", (E.COERCE, "Police", None)),
        ("Police raid on senator's home", (E.COERCE, "Police", "senator's home")),
    ],
)
def test_a_headlines_verb_that_is_read_as_a_noun_has_its_subject(text, found):
    assert told(text) == [found]


def test_two_tolls_of_one_strike_share_the_day():
    text = "PARIS, 5 June 2019\n\nAn air strike killed 14 and injured 31 on Sunday, officials said."
    (event,) = reportedly.read(text, published="2019-06-05").events
    assert event.type is E.ASSAULT
    assert event.time is not None
    assert event.time.start.isoformat() == "2019-06-02"
    assert [f.text for f in event.figures] == ["14", "31"]


@pytest.mark.parametrize(
    ("text", "mode"), [("Ecuador raids Mexican embassy", None), ("Ecuador bombs Mexican embassy from the air", "aerial")]
)
def test_a_raid_comes_from_the_air_only_where_that_is_said(text, mode):
    assert [e.mode for e in reportedly.read(text).events] == [mode]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Mozambique is at war. Mozambique has moved a battalion to Pemba.", None),
        ("Mozambique is at war. Tanzania has moved a battalion to Pemba.", "Pemba"),
    ],
)
def test_a_town_of_ones_own_is_where_forces_go_and_not_whom_they_threaten(text, to):
    assert [r for kind, _, r in told(text) if kind is E.MOBILIZE] == [to]


def test_what_breaks_an_embargo_attacks_nobody():
    assert E.ASSAULT not in kinds("The ship carried weapons to Libya in violation of a U.N. arms embargo, investigators said.")
