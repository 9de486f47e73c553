"""Whom a pronoun stands for, through the public surface."""

import pytest

import reportedly
from reportedly.errors import KnowledgeError
from reportedly.knowledge import pronoun_weights
from reportedly.knowledge.weights import by_model


def meant(text, pronoun):
    """The name of the actor that the first such pronoun stands for."""
    at = text.index(f" {pronoun} ") + 1
    reading = reportedly.read(text, fast=True)
    return next((a.name for a in reading.actors for m in a.mentions if m.start == at), None)


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("In her first speech, Ana Ruiz praised Carla Diaz.", "her", "Ana Ruiz"),
        ("Omar Said met Ana Ruiz in Lima on Monday, and she gave him the letter.", "she", "Ana Ruiz"),
        ("Omar Said met Ana Ruiz in Lima on Monday, and she gave him the letter.", "him", "Omar Said"),
        ("Colin spoke to Maria in the hall before she left.", "she", "Maria"),
        ("Ana Ruiz leads the council. On Friday she resigned.", "she", "Ana Ruiz"),
    ],
)
def test_a_pronoun_finds_its_actor(text, pronoun, name):
    assert meant(text, pronoun) == name


def test_a_pronoun_of_the_other_sex_is_somebody_else():
    text = "Colin spoke to Maria in the hall. Later she left."
    assert meant(text, "she") == "Maria"


def test_every_model_has_weights():
    assert pronoun_weights.pronoun_weights().keys() == pronoun_weights.MODELS
    assert all(pronoun_weights.pronoun_weights().values())


def test_a_wrong_row_is_named(tmp_path):
    path = tmp_path / "pronouns.csv"
    path.write_text("model,clue,weight\nperson,named,x\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"pronouns\.csv.*2"):
        by_model(path, pronoun_weights.MODELS)
