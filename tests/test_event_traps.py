"""What did not happen is not given as happened, and local news holds no politics: our minimal pairs and quiet sentences."""

import pytest

from bench import event_sentences, event_traps
from corpus import pairs


@pytest.fixture(scope="module")
def found():
    return event_traps.traps()


def test_the_pairs_cover_every_type_and_every_way_not_to_happen():
    told = pairs.pairs()
    types = {p.type for p in told}
    assert len(types) == 16
    assert min(sum(p.type == t for p in told) for t in types) >= 15
    assert {p.status for p in told} == {"denied", "did not happen", "requested", "planned", "expected", "possible", "conditional"}


def test_what_did_not_happen_is_not_given_as_happened(found):
    assert found.false_share <= 0.01, found.given_as_happened


def test_what_happened_is_found(found):
    assert found.found / found.pairs >= 0.74


def test_local_news_gives_few_events(found):
    assert found.per_hundred <= 6, found.events


def test_events_of_sentences_that_no_table_was_made_from_are_found():
    tally = event_sentences.score()
    assert tally["trigger"].gold >= 900
    assert tally["typed"].f1 >= 0.41
    assert tally["status (of typed)"].precision >= 0.76
