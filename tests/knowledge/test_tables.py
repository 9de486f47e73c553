"""A broken table is refused with its file and line."""

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge.tables import index, rows, unmarked

COLUMNS = ("name", "names", "size")


@pytest.fixture
def table(tmp_path):
    def write(*lines):
        path = tmp_path / "table.csv"
        path.write_text("\n".join(("name,names,size", *lines)) + "\n", encoding="utf-8")
        return path

    return write


def read(path):
    return list(rows(path, COLUMNS))


def test_rows_know_their_line_and_cells(table):
    first, second = read(table("a,b|c,1", "d,,"))
    assert (first.line, second.line) == (2, 3)
    assert (first.text("name"), first.several("names"), first.whole("size")) == ("a", ("b", "c"), 1)
    assert (second.several("names"), second.whole("size"), second.optional("names")) == ((), None, None)


@pytest.mark.parametrize("line", ["a,b", "a,b,c,d", "a, b,1", "a,b,1 ", 'a,"b,1', ""])
def test_a_malformed_line_is_refused(table, line):
    with pytest.raises(KnowledgeError) as caught:
        read(table("a,b,1", line, "a,b,1"))
    assert caught.value.file == "table.csv"
    assert caught.value.line in {3, 4}


@pytest.mark.parametrize(
    ("line", "ask"),
    [
        (",b,1", lambda row: row.text("name")),
        ("a,b||c,1", lambda row: row.several("names")),
        ("a,b| c,1", lambda row: row.several("names")),
        ("a,b,x", lambda row: row.whole("size")),
        ("a,b,0", lambda row: row.whole("size")),
        ("a,b,-1", lambda row: row.whole("size")),
        ("a,b,91", lambda row: row.number("size", -90, 90)),
        ("a,b,x", lambda row: row.number("size", -90, 90)),
        ("a,b,1", lambda row: row.one_of("names", frozenset({"c"}))),
        ("a,c|b,1", lambda row: row.all_of("names", frozenset({"c"}))),
    ],
)
def test_a_wrong_cell_is_refused_with_its_line(table, line, ask):
    (_, row) = read(table("a,b,1", line))
    with pytest.raises(KnowledgeError) as caught:
        ask(row)
    assert (caught.value.file, caught.value.line) == ("table.csv", 3)


def test_wrong_columns_and_missing_files_are_refused(tmp_path, table):
    with pytest.raises(KnowledgeError, match="line 1"):
        list(rows(table(), ("name", "other")))
    with pytest.raises(KnowledgeError, match="reinstall"):
        list(rows(tmp_path / "none.csv", COLUMNS))


def test_a_word_has_one_owner(table):
    pairs = [(row, n, row.text("name")) for row in read(table("a,x?,1", "b,x,1")) for n in row.several("names")]
    assert index(pairs, str) == {"x": "b"}
    assert unmarked(n for _, n, _ in pairs) == ("x", "x")


@pytest.mark.parametrize("lines", [("a,x,1", "b,x,1"), ("a,x,1", "b,y?,1")])
def test_a_word_with_two_owners_or_none_is_refused(table, lines):
    pairs = [(row, n, row.text("name")) for row in read(table(*lines)) for n in row.several("names")]
    with pytest.raises(KnowledgeError, match="line 3"):
        index(pairs, str)
