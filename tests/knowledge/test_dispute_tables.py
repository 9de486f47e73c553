"""The tables of disputes: every row is sound, and a wrong one is named with its file and line."""

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge import answer_words, dispute_weights, matter_words, opposites


def test_one_matter_has_words_of_several_kinds():
    matters = matter_words.matters()
    assert matters["sale"] & matters["deliver"]
    assert not matters["sale"] & matters["forge"]


def test_opposites_hold_both_ways():
    assert {("open", "closed"), ("closed", "open")} <= opposites.opposites()


def test_every_sort_of_answer_words_is_there():
    assert answer_words.answer_words().keys() == answer_words.SORTS


def test_every_model_has_weights():
    assert all(dispute_weights.dispute_weights()[model] for model in dispute_weights.MODELS)


@pytest.mark.parametrize(
    ("load", "table", "line"),
    [
        (opposites.load, "one,other\nopen,open shut\n", 2),
        (matter_words.load, "matter,words\nsell,sale\nsell,deal\n", 3),
        (answer_words.load, "sort,words\nnonsense,a\n", 2),
        (dispute_weights.load, "model,clue,weight\ndenial,near,much\n", 2),
    ],
)
def test_a_wrong_row_is_named(tmp_path, load, table, line):
    path = tmp_path / "table.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        load(path)
    assert f"table.csv:{line}" in str(error.value) or f"line {line}" in str(error.value)
