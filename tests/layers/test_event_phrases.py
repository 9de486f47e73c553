"""Who stands in an event's sides where dates, headlines and light verbs come between; minimal pairs."""

from pathlib import Path

import pytest

import reportedly
from reportedly.model import EventType as E

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"


def sides(text, kind, **how):
    found = [e for e in reportedly.read(text, **how).events if e.type is kind]
    return [(e.actor and e.actor.text, e.recipient and e.recipient.text) for e in found]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("In 1987 Chadian troops invaded the oasis.", E.ASSAULT, ("Chadian troops", "the oasis")),
        ("Two hundred Chadian troops invaded the oasis.", E.ASSAULT, ("Two hundred Chadian troops", "the oasis")),
        ("09:41 Police arrested a deputy outside the court.", E.COERCE, ("Police", "a deputy outside the court")),
        ("AGADEZ, June 2 - Gunmen kidnapped a nurse at a roadblock.", E.ASSAULT, ("Gunmen", "a nurse")),
    ],
)
def test_when_it_was_is_no_part_of_who_did_it(text, kind, expected):
    assert sides(text, kind) == [expected]


def test_a_year_is_no_part_of_a_count():
    text = "Rebels shelled the port, and in 2003 two sailors were killed there."
    figures = [f.text for e in reportedly.read(text).events for f in e.figures]
    assert set(figures) == {"two"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The junta dissolved the assembly, prompting its rivals to reject the decree.", ("its rivals", "the decree")),
        ("The junta dissolved the assembly, promising its rivals to reject the decree.", ("The junta", "the decree")),
    ],
)
def test_who_is_prompted_acts(text, expected):
    assert expected in sides(text, E.REJECT, fast=True)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Four sailors killed in Benin ambush", None),
        ("Four sailors killed in Benin attack on fishing port", "Benin"),
        ("Pirates killed four sailors in Benin ambush", "Pirates"),
    ],
)
def test_whom_a_headline_says_were_killed_killed_nobody(text, actor):
    assert {who for who, _ in sides(text, E.ASSAULT)} <= {actor, None}
    assert any(whom and whom.lower() == "four sailors" for _, whom in sides(text, E.ASSAULT)) or actor == "Benin"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile, Peru restore ties", "Chile, Peru"),
        ("In Chile, Peru restores ties", "Peru"),
        ("Chile, Peru restore ties.", "Peru"),
    ],
)
def test_a_comma_joins_two_names_in_a_headline(text, expected):
    assert [actor for actor, _ in sides(text, E.SUPPORT)] == [expected]


def test_the_noun_that_tells_of_an_event_has_the_sides_of_its_verb():
    curfew = next(e for e in reportedly.read(REPORTS / "b-kupang-curfew.txt").events if e.trigger.text == "curfew")
    assert curfew.actor is not None
    assert curfew.actor.text == "Police"


VISIT = "The Minister of Transport of the Republic of Malta, Mr. Joseph Zahra, paid an official visit to Lima from 2 to 6 June."


def test_the_verb_of_a_visit_is_no_aid():
    kinds = {e.type for e in reportedly.read(VISIT).events}
    assert kinds == {E.CONSULT}


@pytest.mark.parametrize(
    ("text", "accused", "attacked"),
    [
        ("Oslo blamed the bombing on the rebels.", "the rebels", (["the rebels"], [])),
        ("Two died in a raid that Oslo blamed on the rebels.", "the rebels", (["the rebels"], [])),
        ("Oslo condemned the bombing of the rebels.", "the bombing of the rebels", ([], ["the rebels"])),
    ],
)
def test_whom_an_attack_is_laid_on_did_it_and_did_not_suffer_it(text, accused, attacked):
    events = reportedly.read(text).events
    assert [e.recipient.text for e in events if e.type is E.ACCUSE and e.recipient] == [accused]
    done = [e for e in events if e.type is E.ASSAULT]
    assert [e.actor.text for e in done if e.actor] == attacked[0]
    assert [e.recipient.text for e in done if e.recipient and "rebels" in e.recipient.text] == attacked[1]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [("The senate voted down the budget.", [E.REJECT]), ("The senate voted on the budget.", [])],
)
def test_what_is_voted_down_is_rejected(text, kinds):
    assert [e.type for e in reportedly.read(text).events] == kinds


@pytest.mark.parametrize(
    ("text", "abducted"),
    [("Rebels captured the mining town of Kolwani.", False), ("Rebels captured two engineers.", True)],
)
def test_a_town_is_not_abducted(text, abducted):
    (event,) = reportedly.read(text).events
    assert (event.mode == "abduct") == abducted


def test_whoever_fled_suffered_and_drove_nobody_out():
    assert sides("Women fled the town as militiamen went from house to house.", E.COERCE) == [("militiamen", "Women")]
    assert sides("Women blocked the town as militiamen went from house to house.", E.PROTEST)[0][0] == "Women"
