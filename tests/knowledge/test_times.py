"""The tables of the calendar: what is wrong in one is said with its file and line."""

import shutil
from pathlib import Path

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.tables import HERE
from reportedly.knowledge.times import load, time_knowledge

TABLES = ("time_words", "time_phrases", "time_patterns", "time_phases", "time_contexts", "holidays")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in TABLES:
        shutil.copy(HERE / f"{name}.csv", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("table", "row", "message"),
    [
        ("time_words", "month,january,1", "stands in the table twice"),
        ("time_patterns", "lunar,moon of month", "'moon' is neither a class"),
        ("time_patterns", "open,(month", "cannot be read"),
        ("time_phrases", "some day,WHEN,FUTURE_REF,", "WHEN"),
        ("time_phases", "year,early,9,4", "begins at 9"),
        ("time_contexts", "moods,if", "moods"),
        ("holidays", "name day,whenever", "'whenever' is no rule"),
    ],
)
def test_a_wrong_row_is_named(folder, table, row, message):
    path = folder / f"{table}.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, row]) + "\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message) as error:
        load(folder)
    assert (error.value.file, error.value.line) == (path.name, len(lines) + 1)


def test_a_missing_table_is_named(folder):
    (folder / "holidays.csv").unlink()
    with pytest.raises(KnowledgeError, match=r"holidays\.csv"):
        load(folder)


def test_every_word_has_a_class_that_some_pattern_uses():
    knowledge = time_knowledge()
    named = " ".join(p.pattern for p in (*knowledge.parts, *knowledge.rules))
    assert [w for w in knowledge.words.values() if w.kind not in named] == []
