"""What every analyst would try first: who attacked whom, how many died, when, and what only looks like it; with and without the encoder."""

from datetime import date

import pytest

import reportedly
from reportedly.model import EventType, FigureKind, Status

A, DEAD, HURT = EventType.ASSAULT, FigureKind.DEAD, FigureKind.INJURED
PUBLISHED = date(2019, 11, 22)


@pytest.fixture(params=[True, False], ids=["fast", "both"])
def events(request):
    return lambda text: reportedly.read(text, fast=request.param, published=PUBLISHED).events


def figures(found):
    return {(f.kind, f.low) for e in found for f in e.figures}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("An attack on a clinic killed 14 people.", {(DEAD, 14)}),
        ("At least 14 people were killed in an attack on a clinic in northern Mali.", {(DEAD, 14)}),
        ("Fourteen people died in a drone strike on a wedding in Yemen.", {(DEAD, 14)}),
        ("The attack left at least 14 people dead and 30 wounded.", {(DEAD, 14), (HURT, 30)}),
        ("Ugandan shelling killed at least 14 people and wounded 30 in the town of Aru, the governor said.", {(DEAD, 14), (HURT, 30)}),
        ("Gunmen shot dead two teachers in Quetta.", {(DEAD, 2)}),
        ("A suicide bomber blew himself up at a checkpoint, wounding five soldiers.", {(HURT, 5)}),
        ("Clashes between police and protesters left three dead.", {(DEAD, 3)}),
    ],
)
def test_the_dead_and_wounded_are_counted_with_their_attack(events, text, counts):
    found = events(text)
    assert [e.type for e in found] == [A]
    assert figures(found) == counts


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed four people in Kabul. In Herat, police said gunmen had killed nine.",
        "Four aid workers were abducted. On 21 July, soldiers shot and killed seven men in Yei.",
        "Gaza's health ministry says more than 46,900 Palestinians have been killed. Israel says it has killed over 17,000 militants.",
    ],
)
def test_other_victims_are_another_event(events, text):
    tolls = [{f.low for f in e.figures} for e in events(text)]
    assert all(len(t) <= 1 for t in tolls)
    assert len([t for t in tolls if t]) >= 2


@pytest.mark.parametrize("verb", ["acquitted", "cleared", "accused", "convicted"])
def test_whoever_tries_a_man_has_not_done_his_crime(events, verb):
    killing = next(e for e in events(f"The court {verb} the mayor of killing two nuns.") if e.type is A)
    assert killing.actor is not None
    assert "mayor" in killing.actor.text
    if verb in ("acquitted", "cleared"):
        assert killing.status not in (Status.HAPPENED, Status.ONGOING)


@pytest.mark.parametrize(
    "text",
    [
        "The court freed a man who was jailed in 2009.",
        "Russia lifted a ban on wine that it had imposed in 2006.",
        "Mr Prodi, born in 1951, met the pope.",
        "The general, who ousted the king in 2014, promised an election.",
    ],
)
def test_the_year_of_another_act_is_not_its_own(events, text):
    word = {"freed", "lifted", "met", "promised"}
    assert [e.time.start for e in events(text) if e.trigger.text in word and e.time and e.time.start and e.time.start.year < 2019] == []


def test_its_own_year_is_kept(events):
    found = [e for e in events("The court freed the man in 2009.") if e.trigger.text == "freed"]
    assert [e.time.start.year for e in found] == [2009]


@pytest.mark.parametrize(
    "text", ["Rebels attacked the town of Bria.", "Israel struck targets in southern Lebanon.", "The army retook the town."]
)
def test_no_weapon_without_a_word_of_it(events, text):
    weapons = {"drone", "aerial", "firearms", "explosives", "suicide-attack", "heavy-weapons", "primitive", "unconventional"}
    assert not {e.mode for e in events(text)} & weapons


@pytest.mark.parametrize(
    ("text", "mode"),
    [("A drone struck a fuel depot in Port Sudan.", "drone"), ("A suicide bomber blew himself up at a checkpoint.", "suicide-attack")],
)
def test_a_weapon_that_is_named(events, text, mode):
    assert mode in {e.mode for e in events(text)}


def test_an_air_strike_is_no_protest(events):
    assert {e.type for e in events("An Israeli air strike hit a hospital in Tyre.")} == {A}


def test_a_resignation_expels_nobody(events):
    assert {e.type for e in events("Nigeria's central bank governor resigns")} == {EventType.RETREAT}


def test_the_wounded_are_not_who_wounded_them(events):
    found = events("Azerbaijan's defence ministry said three of its servicemen were wounded in a drone attack.")
    assert [e.actor for e in found if e.type is A] == [None]


def test_responsibility_that_is_claimed(events):
    found = events("Islamic State claimed responsibility for Monday's bombing of a mosque in Herat.")
    assert [(e.type, e.actor.text) for e in found] == [(A, "Islamic State")]


def test_those_deported_are_not_arrested(events):
    assert figures(events("Haiti said 31,000 Haitians were deported.")) <= {(FigureKind.DISPLACED, 31000)}


def test_towns_that_are_captured_are_not_arrested(events):
    assert (FigureKind.ARRESTED, 2) not in figures(events("Rebels captured two towns."))


def test_who_condemns_does_not_condemn_himself(events):
    condemned = next(
        e for e in events("The ministers condemned in the strongest terms the attack in Kismayo.") if e.type is EventType.ACCUSE
    )
    assert condemned.actor is not None
    assert "ministers" in condemned.actor.text
    assert condemned.recipient is None or "ministers" not in condemned.recipient.text


@pytest.mark.parametrize("text", ["Terrorism is a threat in Kenya.", "Locusts pose one of the most serious threats to the harvest."])
def test_a_danger_threatens_nobody(events, text):
    assert EventType.THREATEN not in {e.type for e in events(text)}


def test_a_threat_that_is_made(events):
    assert EventType.THREATEN in {e.type for e in events("Kenya threatened to close its border with Somalia.")}


def test_a_press_release_frees_nobody(events):
    assert EventType.RETREAT not in {e.type for e in events("Press release\n\nThe minister met his counterpart in Oslo on Monday.")}
