"""Stances: silences and denials in the many ways that reports tell them, and what only looks like one."""

import pytest

from reportedly.layers import actors, places, times
from reportedly.layers.base import Facts
from reportedly.layers.claims import LAYER
from reportedly.model import Report, Span, Stance
from reportedly.text import parse

SILENT = {Stance.DECLINES, Stance.NO_ANSWER, Stance.UNREACHABLE}


def stances(text, *, fast=False):
    (parsed,) = parse([Report(id="x", text=text, format="plain", body=Span(0, len(text)))], fast=fast)
    facts = Facts()
    for layer in (times.LAYER, places.LAYER, actors.LAYER, LAYER):
        facts = layer.run(parsed, facts)
    return [c.stance for c in facts.claims]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Asked who had paid, the harbour master smiled and said nothing.", Stance.DECLINES),
        ("Nobody at the ministry was available for comment.", Stance.UNREACHABLE),
    ],
)
def test_silences_that_the_encoder_tells_twice_are_told_once_by_the_rules(text, stance):
    assert stances(text, fast=True) == [stance]
    assert set(stances(text)) <= SILENT


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The harbour board refused to be drawn on the sale.", Stance.DECLINES),
        ("The harbour board said it would not discuss the sale.", Stance.DECLINES),
        ("The harbour board said it was too early to comment.", Stance.DECLINES),
        ("The harbour master left the quay without speaking to reporters.", Stance.DECLINES),
        ("The harbour master took no questions.", Stance.DECLINES),
        ("The harbour master turned down a request for an interview.", Stance.DECLINES),
        ("The harbour master was tight-lipped about the sale.", Stance.DECLINES),
        ("There was no comment from the palace.", Stance.DECLINES),
        ("The army has not disclosed the motive.", Stance.DECLINES),
        ("There was no immediate reaction from the palace.", Stance.NO_ANSWER),
        ("Calls to the palace rang unanswered.", Stance.NO_ANSWER),
        ("Our questions to the palace were met with silence.", Stance.NO_ANSWER),
        ("The palace left a letter unanswered.", Stance.NO_ANSWER),
        ("Messages left for the pilot were not returned.", Stance.NO_ANSWER),
        ("Attempts to reach the pilot were unsuccessful.", Stance.UNREACHABLE),
        ("Reporters were unable to reach the pilot.", Stance.UNREACHABLE),
        ("The pilot's number is no longer in use.", Stance.UNREACHABLE),
    ],
)
def test_silences(text, stance):
    assert [s for s in stances(text) if s in SILENT] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "The ship did not respond to the helm.",
        "The guns fell silent on Friday.",
        "An agreement could not be reached.",
        "Attempts to reach a deal failed.",
        "If the palace does not reply, the guards will strike.",
        "The judge ordered him not to comment.",
        "The rebels refused to give ground.",
        "Officers who are not authorised to speak to the press said the raid had failed.",
        "The body could not be identified.",
    ],
)
def test_no_silences(text):
    assert not SILENT & set(stances(text))


@pytest.mark.parametrize(
    "text",
    [
        "The bishop rejected claims that the chapel had been sold.",
        "The bishop said there was no truth in the report.",
        "The bishop said the letter had been forged.",
        '"It never happened," the bishop said.',
        '"I did no such thing," said the bishop.',
        "The bishop said he had nothing to do with the sale.",
        "The bishop poured cold water on the report.",
        "The bishop distanced himself from the remarks.",
        "The bishop protested his innocence.",
        "The owner said the account was wrong.",
        "The skipper said it was the other way round.",
        "The paper said the bishop had praised the coup. His aide said he had been misquoted.",
        "The bishop said his words had been taken out of context.",
        "The bishop said it was the first he had heard of it.",
        "Lawyers called the case a fabrication.",
        "The rebels said the army had shelled a school. The army said it had hit a depot, not a school.",
    ],
)
def test_denials(text):
    assert Stance.DENIES in stances(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bishop rejected the offer.",
        "The bishop rejected calls to resign.",
        "The king dismissed his finance minister.",
        "The guards denied the men visas.",
        "The two states dispute the island.",
        "The general called the treaty a farce.",
        "Police said the passports were forged.",
        "The bishop insisted that he would not resign.",
        "No one disputes the figure.",
        "The coach said his players had been taken out of the town.",
        "The bishop said it was the first frost of the year.",
        "Lawyers called the case a tragedy.",
        "The clerk said the army had bought a school. The army said it had bought a depot, not a tank.",
    ],
)
def test_no_denials(text):
    assert Stance.DENIES not in stances(text)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The farmers plan to block the road.", Stance.PROPOSES),
        ("The farmers intend to block the road.", Stance.PROPOSES),
        ("The prince questioned the need for a dam.", Stance.BELIEVES),
        ('"Ask the bishop," he said.', Stance.ASSERTS),
    ],
)
def test_other_stances(text, stance):
    assert stance in stances(text)


def test_passing_on_a_wish_asserts():
    assert stances("The aide said the prince wanted to leave.")[0] is Stance.ASSERTS


TOLD = "Farmers said the dye works had poisoned the river."


@pytest.mark.parametrize(
    ("denial", "not_one"),
    [
        ("The owner begs to differ.", "The two accounts differ."),
        ("The owner was having none of it.", "The owner has none of the dye left."),
        ("The ministry does not share that view.", "The ministry does not share its harbour."),
        ("The owner rebuffed the charge.", "The owner rebuffed the buyers."),
        ("The owner bristled at the suggestion.", "The owner bristled at the cold."),
        ("He laughed off the allegation.", "He took off the jacket."),
        ("The ministry rejected as fanciful a claim by the farmers.", "The ministry rejected as too small a boat for the farmers."),
    ],
)
def test_who_will_have_none_of_it_denies(denial, not_one):
    assert stances(f"{TOLD} {denial}", fast=True)[1:] == [Stance.DENIES]
    assert Stance.DENIES not in stances(f"{TOLD} {not_one}", fast=True)
