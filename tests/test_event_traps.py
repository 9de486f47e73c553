"""What did not happen is not given as happened, and local news holds no politics: our minimal pairs and quiet sentences."""

import pytest

from bench import event_sentences, event_traps, metonyms
from corpus import pairs


@pytest.fixture(scope="module")
def found():
    return event_traps.traps(fast=True)


@pytest.fixture(scope="module")
def both():
    return event_traps.traps()


def test_the_pairs_cover_every_type_and_every_way_not_to_happen():
    told = pairs.pairs()
    types = {p.type for p in told}
    assert len(types) == 16
    assert min(sum(p.type == t for p in told) for t in types) >= 15
    assert {p.status for p in told} == {"denied", "did not happen", "requested", "planned", "expected", "possible", "conditional"}


def test_what_did_not_happen_is_not_given_as_happened(found):
    assert found.false_share <= 0.01, found.given_as_happened


def test_the_encoder_makes_few_facts_of_it(both):
    assert both.false_share <= 0.0125, both.given_as_happened
    assert both.per_hundred <= 6, both.events
    assert both.found / both.pairs >= 0.78


def test_rare_words_for_what_did_not_happen_are_not_always_known():
    """First measured, before any rule was mended on them: 0.165 by the rules alone, 0.222 by both."""
    assert event_traps.traps(rare=True, fast=True).false_share <= 0.12
    assert event_traps.traps(rare=True).false_share <= 0.17


def test_what_happened_is_found(found):
    assert found.found / found.pairs >= 0.74


def test_local_news_gives_few_events(found):
    assert found.per_hundred <= 6, found.events


def test_events_of_sentences_that_nothing_was_made_from_are_found():
    both, rules = event_sentences.score(), event_sentences.score(fast=True)
    assert both["trigger"].gold >= 1300
    assert both["typed"].f1 >= 0.66
    assert both["status (of typed)"].precision >= 0.87
    assert both["mode (of typed)"].precision >= 0.87
    assert rules["typed"].f1 >= 0.40


def test_places_and_governments_are_told_apart():
    assert metonyms.score().share >= 0.77
    assert metonyms.score(fast=True).share >= 0.62
