"""Events that both the tables and the encoder hear: unseen words, doubts that stay doubts, chances that add up."""

import pytest

import reportedly
from corpus import pairs
from reportedly.api import open_source
from reportedly.explaining import explain, read_noting
from reportedly.layers.events.hearing import Acts
from reportedly.model import EventType, Report, Span, Status
from reportedly.text import parse

REAL = {Status.HAPPENED, Status.ONGOING}


def parsed_of(text):
    (parsed,) = parse([Report(id="r", text=text, format="plain", body=Span(0, len(text)))])
    return parsed


@pytest.fixture(scope="module")
def heard():
    parsed = parsed_of("Sudanese jets bombed a rebel camp near Kauda. Farmers sold their goats at the market.")
    acts = Acts(parsed, parsed.encoded)
    acts.prepare(t.i for t in parsed.tokens)
    return parsed, acts


def at(heard, word):
    parsed, acts = heard
    return acts.at(next(t.i for t in parsed.tokens if t.text == word))


def test_chances_are_chances(heard):
    for word in ("bombed", "sold", "near"):
        act = at(heard, word)
        assert 0 <= act.happens <= 1.001
        assert sum(act.statuses.values()) == pytest.approx(1, abs=1e-3)


def test_a_bombing_is_an_assault_by_jets_on_a_camp(heard):
    parsed, act = heard[0], at(heard, "bombed")
    assert act.likeliest()[0] is EventType.ASSAULT
    assert {parsed.tokens[i].text for i in act.actor.tokens()} >= {"jets"}
    assert {parsed.tokens[i].text for i in act.recipient.tokens()} >= {"camp"}
    assert not {t for t in (*act.actor.tokens(), *act.recipient.tokens()) if parsed.tokens[t].sent == 1}


def test_the_sale_of_goats_is_no_event(heard):
    assert at(heard, "sold").happens < 0.5


def test_a_text_of_no_words_is_heard():
    assert Acts(parsed_of("..."), ()).seen() == []
    assert reportedly.read("...").events == ()


def test_what_the_rules_doubt_is_never_made_a_fact():
    others = "\n\n".join(p.other for p in pairs.pairs()[::8])
    for text in others.split("\n\n"):
        doubted = {e.trigger.spans for e in reportedly.read(text, fast=True).events if e.status not in REAL}
        both = {e.trigger.spans: e.status for e in reportedly.read(text).events}
        assert not [spans for spans in doubted if both.get(spans) in REAL], text


@pytest.mark.parametrize(
    "text",
    [
        "Chile decided not to cancel the talks with Peru.",
        "Deputies narrowly failed to vote down the sale of frigates to Oman.",
    ],
)
def test_a_verb_that_only_governs_an_act_makes_no_fact_of_it(text):
    assert not [e for e in reportedly.read(text).events if e.status in REAL]


def test_explain_tells_how_both_were_weighed():
    ((reading, notes),) = read_noting(open_source("Sudanese jets bombed a rebel camp near Kauda."))
    told = str(explain(reading, notes, "e1"))
    assert "by both" in told
    assert "heard" in told


@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("He fled to Chad minutes before soldiers came to arrest him.", False),
        ("He fled to Chad, but soldiers came and arrested him.", True),
        ("The villagers were talked out of petitioning the court.", False),
        ("The villagers called on the court to act.", True),
    ],
)
def test_a_verb_beside_an_aim_does_not_tell_that_it_was_reached(text, real):
    found = [e for e in reportedly.read(text).events if e.type in {EventType.COERCE, EventType.REQUEST} and e.status in REAL]
    assert bool(found) is real


@pytest.mark.parametrize(
    "text",
    [
        "A Defense Ministry spokesman declined to comment on any talks about arms.",
        "The company refused to say whether it had rejected the offer.",
        "The minister would not answer questions about a refusal to pay.",
    ],
)
def test_who_refuses_to_comment_rejects_nothing(text):
    assert [e.trigger.text for e in reportedly.read(text).events if e.trigger.text in {"declined", "refused", "answer"}] == []
    (rejected,) = reportedly.read("The president refused to meet the rebels.").events
    assert rejected.type is EventType.REJECT
