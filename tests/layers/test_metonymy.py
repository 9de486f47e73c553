"""Whether a place name is meant as a place or as a government: each pair differs in one word. By the rules alone."""

import pytest

from reportedly.layers.metonymy import literal, on_scene
from reportedly.model import Report, Span
from reportedly.text import parse


def meant(text, name):
    (parsed,) = parse([Report(id="x", text=text, format="plain", body=Span(0, len(text)))], fast=True)
    (token,) = [t for t in parsed.tokens if t.text == name]
    return "place" if literal(parsed, token.i, token.i) else "actor"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The minister visited Lima on Monday.", "Lima", "place"),
        ("The minister accused Lima on Monday.", "Lima", "actor"),
        ("The envoy spoke in Lima.", "Lima", "place"),
        ("The envoy spoke with Lima.", "Lima", "actor"),
        ("The envoy flew to Lima.", "Lima", "place"),
        ("The envoy sold weapons to Lima.", "Lima", "actor"),
        ("The delegation returned from Lima.", "Lima", "place"),
        ("The delegation won support from Lima.", "Lima", "actor"),
        ("The treaty was rejected by Lima.", "Lima", "actor"),
        ("Lima denied the report.", "Lima", "actor"),
        ("Lima was bombed on Friday.", "Lima", "place"),
        ("Lima was warned on Friday.", "Lima", "actor"),
        ("Lima's ambitions worried its neighbours.", "Lima", "actor"),
        ("Lima's suburbs were quiet.", "Lima", "place"),
        ("The government of Peru fell.", "Peru", "actor"),
        ("The north of Peru froze.", "Peru", "place"),
        ("Ecuador and Peru signed the treaty.", "Peru", "actor"),
        ("They travelled through Ecuador and Peru.", "Peru", "place"),
        ("A Lima suburb was quiet.", "Lima", "place"),
        ("Lima sweltered all week.", "Lima", "place"),
        ("Lima dithered all week.", "Lima", "actor"),
        ("Lima was drenched on Friday.", "Lima", "place"),
        ("Lima's rooftops shone.", "Lima", "place"),
        ("Lima's reluctance grew.", "Lima", "actor"),
        ("The envoys drove towards Lima.", "Lima", "place"),
    ],
)
def test_the_words_about_a_place_name_decide(text, name, expected):
    assert meant(text, name) == expected


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Talks were held in Lima on Monday.", True),
        ("Talks were held with Lima on Monday.", False),
        ("Ministers met in Quito and Lima.", True),
        ("The two sides held a second round in Lima.", True),
        ("Talks in Lima failed.", True),
        ("Talks with Lima failed.", False),
        ("Trust in Lima failed.", False),
        ("Ministers met with Lima.", False),
        ("Envoy travels to Lima for talks", True),
        ("The president's aide Juan Quispe would go to Lima.", True),
        ("The protest note went to Lima.", False),
        ("The militia withdrew from Lima.", True),
        ("The militia won help from Lima.", False),
        ("The envoy will visit Lima.", True),
        ("Lima was visited by the envoy.", True),
        ("The envoy will warn Lima.", False),
        ("The envoy put pressure on Lima.", False),
        ("The envoy sent a message to Lima.", False),
        ("The letter reached Lima.", False),
        ("The convoy reached Lima.", True),
    ],
)
def test_where_something_is_held_or_moves_the_rules_stand_against_the_encoder(text, on):
    (parsed,) = parse([Report(id="x", text=text, format="plain", body=Span(0, len(text)))], fast=True)
    (token,) = [t for t in parsed.tokens if t.text == "Lima"]
    assert on_scene(parsed, token.i, token.i) is on
