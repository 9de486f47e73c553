"""The command, run as a user runs it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.cli.write import _file_name

COMMAND = str(Path(sys.executable).parent / "reportedly")
PIPED = 100_000
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


def test_a_link_to_nothing_in_a_folder_is_told(report):
    (report.parent / "gone.txt").symlink_to(report.parent / "nowhere.txt")
    (report.parent / "again.txt").symlink_to(report)
    done = run("read", report.parent, "--fast", "--format", "jsonl")
    assert len(done.stdout.splitlines()) == 2
    assert b"gone.txt cannot be read" in done.stderr
    assert b"again.txt" not in done.stderr


def test_the_package_is_a_command_too():
    done = subprocess.run([sys.executable, "-m", "reportedly", "--version"], capture_output=True, check=False)
    assert done.stdout == run("--version").stdout
    assert done.returncode == 0


def test_an_ending_of_no_format_writes_nothing(report, tmp_path):
    done = run("read", report, "--out", tmp_path / "a.pdf")
    assert done.returncode == 2
    assert b".pdf is the ending of no format. Use .txt" in done.stderr
    assert not (tmp_path / "a.pdf").exists()
    assert run("read", report, "--fast", "--format", "json", "--out", tmp_path / "a.data").returncode == 0


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


def test_a_bad_date_says_how_dates_are_written(report):
    done = run("read", report, "--published", "yesterday")
    assert done.returncode == 2
    assert b"YYYY-MM-DD" in done.stderr


def test_an_input_is_never_overwritten(report):
    done = run("read", report, "--out", report)
    assert done.returncode == 2
    assert b"would be overwritten" in done.stderr
    assert report.read_text(encoding="utf-8") == TEXT


def test_a_file_is_not_touched_where_nothing_was_read(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    kept = tmp_path / "kept.json"
    kept.write_text("mine")
    assert run("read", tmp_path / "empty.txt", "--out", kept).returncode == 1
    assert kept.read_text() == "mine"


def test_a_device_is_no_folder(report):
    assert run("read", report, "--out", "/dev/null").returncode == 0


@pytest.mark.parametrize("form", ["jsonl", "brief"])
def test_a_reader_that_stops_early_is_no_error(report, form):
    shell = f"'{COMMAND}' read '{report}' --format {form} | head -c 1"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, check=False)
    assert done.stderr == b""


def test_closed_standard_input_and_a_full_disk_are_told(report):
    shut = subprocess.run(["bash", "-c", f"'{COMMAND}' read - <&-"], capture_output=True, check=False)
    assert (shut.returncode, b"standard input is closed" in shut.stderr) == (1, True)
    full = subprocess.run(["bash", "-c", f"'{COMMAND}' read '{report}' > /dev/full"], capture_output=True, check=False)
    assert (full.returncode, b"standard output cannot be written" in full.stderr) == (2, True)
    assert b"Traceback" not in shut.stderr + full.stderr


def test_ctrl_c_stops_without_a_traceback():
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    heard = lambda: signal.signal(signal.SIGINT, signal.default_int_handler)  # noqa: E731 - a shell's background jobs do not hear it
    with subprocess.Popen([COMMAND, "read", "-", "--format", "jsonl"], preexec_fn=heard, **pipes) as started:  # noqa: PLW1509
        started.stdin.write(b"He left. " * PIPED)  # more than a pipe holds: once it is written, the command reads, and waits for more
        started.stdin.flush()
        started.send_signal(signal.SIGINT)
        said = started.communicate()[1]
    assert started.returncode == 130
    assert b"Traceback" not in said


def test_a_folder_with_sub_folders_and_a_name_too_long(report):
    (report.parent / "sub").mkdir()
    (report.parent / "sub" / "b.txt").write_text(TEXT)
    (report.parent / ".git").mkdir()
    (report.parent / ".git" / "config").write_text("hidden")
    done = run("read", report.parent, "x" * 5000, "--format", "jsonl")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 2
    assert b"2 reports read; 1 input could not be read" in done.stderr


def test_no_two_reports_of_a_folder_overwrite_each_other():
    taken: set[str] = set()
    names = [_file_name(name, taken) for name in ("a", "a", "a-2", "A", "../../x", "..", "\U00010330" * 80)]
    assert names[:6] == ["a", "a-2", "a-2-2", "A-3", "x", "report"]
    assert len(names[6].encode()) <= 100
