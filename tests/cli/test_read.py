"""The command, run as a user runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).parent / "reportedly")
TEXT = (
    "Ferry sinks off Banjul\n\nBy Awa Jobe\n7 May 2019\n\nBANJUL -- The ferry sank on Monday, officials said. "
    "The owner denied that it was overloaded.\n"
)


def run(*arguments, stdin=b"", **env):
    return subprocess.run(
        [COMMAND, *map(str, arguments)], input=stdin, capture_output=True, check=False, env={**os.environ, "COLUMNS": "110", **env}
    )


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_brief_tells_heading_claims_and_denial(report):
    done = run("read", report)
    out = done.stdout.decode()
    assert done.returncode == 0
    assert "Ferry sinks off Banjul" in out
    assert "✗ denied" in out
    assert "\x1b[" not in out


@pytest.mark.parametrize("form", ["json", "jsonl", "markdown", "html", "brief"])
def test_every_format_prints_data_alone(report, form):
    done = run("read", report, "--format", form)
    out = done.stdout.decode()
    assert done.returncode == 0
    assert done.stderr == b""
    if form.startswith("json"):
        assert json.loads(out)["report"]["headline"] == "Ferry sinks off Banjul"
    elif form == "html":
        assert out.startswith("<!doctype html>")
    else:
        assert "Ferry sinks off Banjul" in out


def test_standard_input_and_predicates(report):
    done = run("read", "-", "--format", "jsonl", "--with", "predicates", stdin=TEXT.encode())
    row = json.loads(done.stdout)
    assert {"lemma", "status", "certainty"} <= set(row["predicates"][0])


def test_one_bad_file_never_stops_the_others(report):
    (report.parent / "empty.txt").write_bytes(b"")
    (report.parent / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 50)
    (report.parent / ".hidden").write_text("nothing")
    done = run("read", report.parent, "--format", "jsonl")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1
    said = done.stderr.decode()
    assert "empty.txt is empty" in said
    assert "picture.txt: This is a picture" in said


@pytest.mark.parametrize("raw", [b"", b"\x89PNG\r\n\x1a\n"])
def test_exit_is_not_zero_when_nothing_could_be_read(raw, tmp_path):
    path = tmp_path / "x.txt"
    path.write_bytes(raw)
    done = run("read", path)
    assert done.returncode == 1
    assert b"x.txt" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_missing_file_is_told(tmp_path):
    done = run("read", tmp_path / "nowhere.txt")
    assert done.returncode == 1
    assert b"nowhere.txt cannot be read" in done.stderr


def test_out_chooses_the_format_by_its_ending_and_folders_take_a_file_a_report(report, tmp_path):
    assert run("read", report, "--out", tmp_path / "a.jsonl").returncode == 0
    assert json.loads((tmp_path / "a.jsonl").read_text())["events"] is not None
    assert run("read", report, "--format", "html", "--out", tmp_path / "pages").returncode == 0
    assert [p.suffix for p in (tmp_path / "pages").iterdir()] == [".html"]


def test_many_reports_make_an_array_of_json():
    lines = b'{"id": "a", "text": "He left.", "published": "2020-01-01"}\n{broken\n'
    done = run("read", "-", "--format", "json", stdin=lines)
    rows = json.loads(done.stdout)
    assert [r["report"]["id"] for r in rows] == ["a", "line-2"]
    assert rows[1]["problems"][0]["code"] == "not-a-report"


def test_a_missing_language_model_is_told(report):
    done = run("read", report, REPORTEDLY_MODEL="no_such_model")
    assert done.returncode == 2
    assert b"no_such_model" in done.stderr
    assert b"Traceback" not in done.stderr


def test_schema_is_json_schema():
    done = run("schema")
    schema = json.loads(done.stdout)
    assert "Reading" in schema["$defs"]


def test_help_and_version():
    assert b"Read news reports" in run("--help").stdout
    assert run("--version").stdout.startswith(b"reportedly 0.")
