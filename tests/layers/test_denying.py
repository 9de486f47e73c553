"""Denials without a word of denying: another account in answer to an allegation, and the same words where nothing is alleged."""

import pytest

from reportedly.layers import actors, places, times
from reportedly.layers.base import Facts
from reportedly.layers.claims import LAYER, by_rules
from reportedly.layers.claims.answering import said_of
from reportedly.layers.claims.denying import Heard, Rejoinder, denial_clues
from reportedly.layers.claims.rejoinders import rejoinder_clues
from reportedly.model import Report, Span, Stance
from reportedly.text import parse

CASH = "A clerk at the customs house told the court that the governor had taken a suitcase of cash on May 3. "
GRAIN = "The opposition says the ministry sold the grain to a cousin of the minister. "


def read(text, *, fast=False):
    """The parsed text with what the layers before the claims find."""
    (parsed,) = parse([Report(id="x", text=text, format="plain", body=Span(0, len(text)))], fast=fast)
    facts = Facts()
    for layer in (times.LAYER, places.LAYER, actors.LAYER):
        facts = layer.run(parsed, facts)
    return parsed, facts


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        (CASH + "The governor said he had spent that day in hospital with a broken leg.", Stance.DENIES),
        (CASH + "The prosecutor said he had photographs of the suitcase.", Stance.ASSERTS),
        (GRAIN + "The ministry said the grain had been eaten by weevils.", Stance.DENIES),
        (GRAIN + "The ministry said it would publish the contract next week.", Stance.ASSERTS),
        ("Rebels said a drone had killed nine shoppers in Bela. The air force said all of the dead were fighters.", Stance.DENIES),
        ("Rebels said a drone had been delivered to Bela. The air force said all of the pilots were trained.", Stance.ASSERTS),
    ],
)
def test_another_account_denies_what_is_alleged(text, stance):
    assert LAYER.run(*read(text)).claims[-1].stance is stance


def clues(text):
    """What the last claim of a text shows."""
    parsed, facts = read(text, fast=True)
    claims, grounds = by_rules(parsed, facts, None)
    return rejoinder_clues(parsed, facts, claims, grounds, said_of(parsed, facts, claims))[-1]


def test_a_source_is_spoken_of_where_its_words_name_who_was():
    alleged = "The widow said Anton Brix had poisoned the well. "
    assert "spoken of lately" in clues(alleged + "Brix's lawyer said the well was dry.")
    assert "spoken of lately" not in clues(alleged + "The mayor said the well was dry.")


def test_other_figures_count_only_where_both_have_some():
    assert "other figures" in clues("The widow said 40 goats had died. The mayor said 3 goats had died.")
    assert "other figures" not in clues("The widow said the goats had died. The mayor said 3 goats had died.")


def test_what_is_heard_of_a_source_before_counts_for_its_next_claim():
    parsed, facts = read(
        "The widow said the goats had died. The mayor said the well was dry. The mayor said the goats were thin.", fast=True
    )
    claims, _ = by_rules(parsed, facts, None)
    flat = dict.fromkeys(Stance, -4.0)
    heard = [Heard(flat, 0.0), Heard(flat | {Stance.DENIES: -0.1}, 2.0), Heard(flat, 0.0)]
    shown = denial_clues(claims, heard, [Rejoinder(0.0, {})] * 3, [flat] * 3)
    assert "same source before" not in shown[1]
    assert shown[2]["same source before"] == pytest.approx(3.9)
    assert shown[2]["same source answers before"] == 2.0
