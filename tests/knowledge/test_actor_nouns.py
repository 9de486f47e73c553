"""The words that tell of actors: what stands in the files, and that a wrong row is named with its line."""

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.actor_frames import actor_frames, load
from reportedly.knowledge.actor_nouns import actor_nouns, actor_titles, given_names, load_given_names, load_nouns, load_titles
from reportedly.model import ActorKind


def test_nouns_say_kind_roles_and_gender():
    spokeswoman, army, minister = (actor_nouns()[w] for w in ("spokeswoman", "army", "minister"))
    assert (spokeswoman.kind, spokeswoman.gender, spokeswoman.roles) == (ActorKind.PERSON, "f", ())
    assert (army.kind, army.roles) == (ActorKind.ORGANISATION, ("MIL",))
    assert minister.roles == ("GOV",)


def test_every_title_is_short_for_a_noun_that_is_known():
    unknown = [t.noun for t in actor_titles().values() if t.noun and t.noun not in actor_nouns()]
    assert unknown == []


def test_a_name_of_both_genders_tells_none():
    assert given_names()["Elena"] == "f"
    assert given_names()["Dmitri"] == "m"
    assert "Jean" not in given_names()


def test_groups_of_frames_do_not_contradict_each_other():
    place = actor_frames().place
    assert not place.prepositions & (place.directions | place.partners)
    assert not place.directions & place.partners


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("alien,,,,visitor", 2),
        ("person,KING,,,duke", 2),
        ("person,,x,,duke", 2),
        ("person,,,odd,duke", 2),
        ("person,GOV,,,duke\nperson,MIL,,,duke", 3),
        ("person,GOV,,duke", 2),
    ],
)
def test_a_wrong_noun_row_is_named(tmp_path, row, line):
    file = tmp_path / "nouns.csv"
    file.write_text(f"kind,roles,gender,traits,words\n{row}\n")
    with pytest.raises(KnowledgeError) as error:
        load_nouns(file)
    assert (error.value.file, error.value.line) == ("nouns.csv", line)


def test_a_wrong_title_or_given_name_is_named(tmp_path):
    (tmp_path / "titles.csv").write_text("title,noun,gender\nmr,,m\nmr,,m\n")
    (tmp_path / "given.csv").write_text("gender,names\nboth,Kim\n")
    with pytest.raises(KnowledgeError, match=r"titles\.csv, line 3"):
        load_titles(tmp_path / "titles.csv")
    with pytest.raises(KnowledgeError, match=r"given\.csv, line 2"):
        load_given_names(tmp_path / "given.csv")


@pytest.mark.parametrize("text", ["[place]\n", "[place", '[modifiers]\nKING = "royal"\n'])
def test_wrong_frames_are_named(tmp_path, text):
    (tmp_path / "frames.toml").write_text(text)
    with pytest.raises(KnowledgeError, match=r"frames\.toml"):
        load(tmp_path / "frames.toml")
