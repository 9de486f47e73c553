"""`reportedly knowledge`, run as a user runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).parent / "reportedly")
SHEET = "name;kind;country;roles;colour\nViola Marsh;person;Tuvalu;GOV;red\nKelp Brigade;group;FJ;REB;\n;person;;;\n"
REPORT = "SUVA, 7 May 2018 -- Viola Marsh said that the Kelp Brigade had burned the harbour. Marsh denied that she had sold it.\n"


@pytest.fixture
def run(tmp_path):
    def running(*arguments):
        env = {**os.environ, "REPORTEDLY_KNOWLEDGE": str(tmp_path / "kept")}
        done = subprocess.run([COMMAND, *map(str, arguments)], capture_output=True, check=False, env=env)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    return running


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "actors.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def test_a_report_is_read_otherwise_after_add_and_as_before_after_remove(run, sheet, tmp_path):
    report = tmp_path / "harbour.txt"
    report.write_text(REPORT, encoding="utf-8")

    def reading():
        code, out, said = run("read", "--fast", report, "--format", "jsonl")
        assert (code, said) == (0, "")
        return out

    before = reading()
    code, out, said = run("knowledge", "add", sheet)
    assert (code, said) == (0, "")
    assert "2 actors (1 person) read, 1 line passed over" in out
    assert "actors.csv, line 4: name is empty" in out
    assert "colour" in out
    after = json.loads(reading())
    found = {a["name"]: (a["country"], a["roles"]) for a in after["actors"]}
    assert found["Viola Marsh"] == ("TUV", ["GOV"])
    assert found["Kelp Brigade"] == ("FJI", ["REB"])
    assert len(after["made_by"]["knowledge"]) == 12
    assert run("knowledge", "remove", "actors.csv")[0] == 0
    assert reading() == before
    assert "knowledge" not in json.loads(before)["made_by"]


def test_list_and_remove(run, sheet):
    assert "Nothing was added" in run("knowledge", "list")[1]
    run("knowledge", "add", sheet)
    run("knowledge", "add", sheet)
    code, out, _ = run("knowledge", "list", "--actors")
    assert code == 0
    assert out.count("actors.csv: 2 actors") == 1
    assert "Viola Marsh · person · TUV · GOV" in out
    assert run("knowledge", "remove", "viola marsh")[0] == 0
    assert "Viola Marsh" not in run("knowledge", "list", "--actors")[1]
    code, _, said = run("knowledge", "remove", "viola marsh")
    assert code == 1
    assert "neither a file nor an actor" in said


def test_two_files_of_one_name_are_told_apart_by_their_paths(run, sheet, tmp_path):
    other = tmp_path / "other" / "actors.csv"
    other.parent.mkdir()
    other.write_text("name,kind\nQuor Zeb,person\n", encoding="utf-8")
    run("knowledge", "add", sheet)
    run("knowledge", "add", other)
    code, _, said = run("knowledge", "remove", "actors.csv")
    assert code == 1
    assert str(other) in said
    assert run("knowledge", "remove", other)[0] == 0
    assert "Quor Zeb" not in run("knowledge", "list", "--actors")[1]


@pytest.mark.parametrize(("text", "told"), [("", "is empty"), ("no actors here\n", "no format"), ("name,kind\n,person\n", "no actor")])
def test_a_file_that_gives_nothing_exits_with_1(run, tmp_path, text, told):
    path = tmp_path / "x.csv"
    path.write_text(text, encoding="utf-8")
    code, _, said = run("knowledge", "add", path)
    assert code == 1
    assert told in said
    assert "Traceback" not in said


def test_only_ten_lines_passed_over_are_told_one_by_one(run, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("name,kind\nAnn Lee,person\n" + ",person\n" * 14, encoding="utf-8")
    code, out, _ = run("knowledge", "add", path)
    assert code == 0
    assert out.count("name is empty") == 10
    assert "and 4 more" in out


def test_a_folder_that_cannot_be_written_exits_with_2(run, sheet, tmp_path):
    (tmp_path / "kept").write_text("a file where the folder should be")
    code, _, said = run("knowledge", "add", sheet)
    assert code == 2
    assert "REPORTEDLY_KNOWLEDGE" in said


def test_nothing_in_a_file_steers_the_terminal(run, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("name,kind,\x1b[31mred\nAnn\x1b[2J Lee,person,\nBob,\x1b[1mrobot,\n", encoding="utf-8")
    code, out, said = run("knowledge", "add", path)
    assert code == 0
    assert "\x1b" not in out + said + run("knowledge", "list", "--actors")[1]
