"""The table of layers and its wiring."""

import msgspec
import pytest

from reportedly.formats import receive
from reportedly.layers.base import Layer
from reportedly.reader import PIPELINE, WiringError, check_wiring, read_reports


def layer(name, requires, provides):
    return Layer(name=name, version="1", requires=frozenset(requires), provides=frozenset(provides), run=lambda _, facts: facts)


def test_the_pipeline_gives_every_kind_of_fact():
    given = {fact for one in PIPELINE for fact in one.provides}
    assert given == {"times", "places", "actors", "claims", "predicates", "events", "relations", "disputes"}


def test_a_layer_that_needs_what_nobody_gives_is_refused():
    with pytest.raises(WiringError, match="claims"):
        check_wiring([layer("disputes", {"claims"}, {"disputes"})])


def test_facts_given_twice_are_refused():
    with pytest.raises(WiringError, match="already"):
        check_wiring([layer("a", (), {"times"}), layer("b", (), {"times"})])


def test_a_layer_that_fails_costs_its_own_facts_alone():
    def fail(parsed, facts):
        raise KeyError("boom")

    broken = tuple(msgspec.structs.replace(one, run=fail) if one.name == "claims" else one for one in PIPELINE)
    (reading,) = read_reports(receive("The army left Goma on Monday, the mayor said."), layers=broken)
    assert [p.code for p in reading.problems] == ["no-date", "layer-failed"]
    assert reading.claims == ()
    assert reading.places


def test_the_order_counts():
    with pytest.raises(WiringError):
        check_wiring(reversed(PIPELINE))
