"""What the encoder makes of whole claims: chances that add up, and a word that is heard beside the rules'."""

import numpy as np
import pytest

import reportedly
from reportedly.errors import KnowledgeError
from reportedly.knowledge import told_weights
from reportedly.knowledge.heads import heads
from reportedly.knowledge.plover import plover
from reportedly.knowledge.weights import by_model
from reportedly.layers.heard import Heard, Parts
from reportedly.model import EventType, Report, SourceKind, Span, Stance, Status
from reportedly.text import parse

TEXT = "The harbour master said the ship had left. The owner denied it."


@pytest.fixture(scope="module")
def heard():
    (parsed,) = parse([Report(id="r", text=TEXT, format="plain", body=Span(0, len(TEXT)))])
    return Heard(parsed.vectors)


@pytest.fixture(scope="module")
def parts(heard):
    said = Parts(cue=[(3, 3)], source=[(0, 2)], content=[(4, 7)])
    return heard.parts([said, Parts(cue=[(11, 11)], source=[(9, 10)], content=[])])


def test_the_heads_know_the_vocabularies_of_the_contract():
    names = heads().names
    assert set(names["stances"]) == {s.value for s in Stance}
    assert set(names["kinds"]) == {k.value for k in SourceKind}
    assert set(names["disputes"]) == {"", "denies", "contradicts", "unanswered"}
    assert set(names["types"]) == {"", *(t.value for t in EventType)}
    assert set(names["states"]) == {s.value for s in Status}
    assert set(names["modes"]) == {"", *(mode for t in plover().types.values() for mode in t.modes)}


def test_chances_add_up(heard, parts):
    for rows in (heard.stances(parts), heard.kinds(parts)):
        assert [sum(np.exp(list(row.values()))) for row in rows] == pytest.approx([1, 1], abs=0.02)
    assert sum(heard.disputes(parts).values()) == pytest.approx(np.ones((2, 2)), abs=1e-5)


def test_a_denial_sounds_like_one(heard, parts):
    said, denied = heard.stances(parts)
    assert max(said, key=said.get) == Stance.ASSERTS
    assert max(denied, key=denied.get) == Stance.DENIES
    assert heard.disputes(parts)["denies"][1, 0] > heard.disputes(parts)["denies"][0, 1]


def test_what_is_not_there_has_no_vector(heard):
    size = heads().size
    assert not heard.parts([Parts(cue=[], source=[], content=[])]).any()
    assert heard.parts([]).shape == (0, 3 * size)
    assert heard.stances(heard.parts([])) == []


def test_a_report_of_no_words_is_heard():
    assert Heard(np.zeros((0, heads().size), np.float32)).parts([Parts(cue=[(0, 0)], source=[], content=[])]).shape[0] == 1
    assert reportedly.read("...").claims == ()


def test_both_models_have_weights_for_the_rules_and_the_encoder():
    told = told_weights.told_weights()
    for model in ("stance", "kind"):
        assert told[model]["heard"] > 0
        assert told[model]["rules"] > 0
    assert told["denial"]["rejoinder"] > 0


def test_a_wrong_row_is_named(tmp_path):
    path = tmp_path / "told.csv"
    path.write_text("model,clue,weight\nstance,heard,1\nmood,heard,1\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"told\.csv.*3"):
        by_model(path, told_weights.MODELS)
