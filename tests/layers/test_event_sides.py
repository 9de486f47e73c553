"""Who does what to whom: both sides of an event, and what is no side of it; minimal pairs, with and without the encoder."""

import pytest

import reportedly
from reportedly.model import EventType as E


@pytest.fixture(params=[True, False], ids=["fast", "both"])
def sides(request):
    def read(text, kind):
        found = [e for e in reportedly.read(text, fast=request.param).events if e.type is kind]
        return [(e.actor and e.actor.text, e.recipient and e.recipient.text) for e in found]

    return read


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The envoy demanded a recount from the electoral board.", E.REQUEST, ("The envoy", "the electoral board")),
        ("The envoy demanded a recount.", E.REQUEST, ("The envoy", None)),
        ("Deputies welcomed Finland's step.", E.SUPPORT, ("Deputies", "Finland's step")),
        ("Deputies welcomed the step.", E.SUPPORT, ("Deputies", None)),
        ("The bishop accused the bankers.", E.ACCUSE, ("The bishop", "the bankers")),
        ("The bishop accused nobody.", E.ACCUSE, ("The bishop", None)),
    ],
)
def test_what_is_demanded_or_welcomed_is_no_side(sides, text, kind, expected):
    assert sides(text, kind) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The general threatened to shell the port unless the mayor reopens the road.", ("The general", "the mayor")),
        ("The general threatened to shell the port if the weather clears.", ("The general", None)),
    ],
)
def test_whoever_must_act_lest_a_threat_come_true_is_threatened(sides, text, expected):
    assert sides(text, E.THREATEN) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo turned down Manila's plea for tugs.", ("Manila", "Oslo")),
        ("Manila's plea for tugs was ignored by Oslo.", ("Manila", "Oslo")),
        ("Oslo said no to a plea from Manila.", ("Manila", "Oslo")),
        ("Oslo repeated its plea for tugs.", ("Oslo", None)),
    ],
)
def test_whoever_turns_a_plea_down_is_the_one_it_was_made_to(text, expected):
    found = [e for e in reportedly.read(text).events if e.type is E.REQUEST]
    assert [(e.actor and e.actor.text, e.recipient and e.recipient.text) for e in found] == [expected]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Asked by Lisbon for help, Madrid sent two frigates.", E.REQUEST, ("Lisbon", "Madrid")),
        ("Shopkeepers called on their members to boycott the fair.", E.REQUEST, ("Shopkeepers", "their members")),
        ("The front denied having abducted the nuns.", E.ASSAULT, ("The front", "the nuns")),
        ("Rebels to attack Goma next, officer warns", E.ASSAULT, ("Rebels", "Goma")),
        ("Italian police suspect a clan of having firebombed the car of a priest.", E.ASSAULT, ("a clan", "the car of a priest")),
    ],
)
def test_subjects_that_the_parse_hides(text, kind, expected):
    found = [e for e in reportedly.read(text).events if e.type is kind]
    assert expected in [(e.actor and e.actor.text, e.recipient and e.recipient.text) for e in found]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The bishops met the striking doctors.", E.PROTEST, ("the striking doctors", None)),
        ("The senator wrote to two jailed bloggers.", E.COERCE, (None, "two jailed bloggers")),
    ],
)
def test_a_participle_before_a_noun_tells_of_those_who_strike_or_are_jailed(text, kind, expected):
    found = [e for e in reportedly.read(text).events if e.type is kind]
    assert [(e.actor and e.actor.text, e.recipient and e.recipient.text) for e in found] == [expected]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Kenya's interior minister, Ruth Wafula, accused the elders.", "Kenya's interior minister, Ruth Wafula"),
        ("Ruth Wafula, Kenya's interior minister, accused the elders.", "Ruth Wafula"),
        ("Kenya's interior minister, a former wrestler, accused the elders.", "Kenya's interior minister"),
    ],
)
def test_a_name_belongs_to_the_office_before_it(sides, text, actor):
    assert [a for a, _ in sides(text, E.ACCUSE)] == [actor]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pilots asked for more pay. The airline refused.", "The pilots"),
        ("The pilots asked the airline for more pay, but the airline refused.", "The pilots"),
        ("The pilots praised the airline, but the airline refused.", None),
    ],
)
def test_a_refusal_answers_whoever_asked(text, expected):
    refusals = [e for e in reportedly.read(text).events if e.type is E.REJECT]
    assert [e.recipient and e.recipient.text for e in refusals] == [expected]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Peru upgraded its office in Jakarta, a move applauded by Indonesia's trade minister.", "Peru"),
        ("Peru named an envoy, a lawyer applauded by the bishops.", "a lawyer"),
    ],
)
def test_whoever_applauds_a_move_applauds_its_maker(text, recipient):
    assert [e.recipient and e.recipient.text for e in reportedly.read(text).events if e.type is E.SUPPORT] == [recipient]
