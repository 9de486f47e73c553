"""`reportedly inspect`, run as a user runs it, on a folder of mixed exports."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

COMMAND = str(Path(sys.executable).parent / "reportedly")
GOLDEN = Path(__file__).parents[1] / "formats" / "golden"
# A table whose names say nothing.
UNNAMED = b"""\
q1,q2,q3
Ferry sinks,Two are missing.,17/06/2019
Port shut,Ships wait outside.,05/06/2019
Port opens,The captain speaks.,06/06/2019
"""
HEADLINES = ["Ferry sinks", "Port shut", "Port opens"]
CHOSEN = ("nexis-docx", "factiva-rtf", "nitf", "csv", "warc")


def run(*arguments):
    done = subprocess.run([COMMAND, *map(str, arguments)], capture_output=True, check=False, env={**os.environ, "COLUMNS": "160"})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """One export of each of several formats, a zip of two of them, a picture and an empty file; and how many reports there are."""
    at = tmp_path_factory.mktemp("exports")
    count = 0
    for name in CHOSEN:
        expected = min((GOLDEN / name).glob("*.expected.yaml"))
        (export,) = (p for p in expected.parent.glob(f"{expected.name.removesuffix('.expected.yaml')}.*") if p != expected)
        shutil.copy(export, at / f"{name}{export.suffix}")
        count += len(yaml.safe_load(expected.read_text(encoding="utf-8"))["reports"])
    (at / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (at / "empty.txt").write_bytes(b"")
    return at, count


def test_json_gives_every_file_with_its_reports_and_problems(folder):
    at, count = folder
    status, out, _ = run("inspect", at, "--format", "json", "--reports")
    files = {Path(f["path"]).name: f for f in json.loads(out)["files"]}
    assert status == 0
    assert list(files) == sorted(files)
    assert sum(len(f["reports"]) for f in files.values()) == sum(f["count"] for f in files.values()) == count
    assert {f["format"] for f in files.values() if f["reports"]} == set(CHOSEN)
    assert [p["code"] for p in files["empty.txt"]["problems"]] == ["not-read"]
    assert "picture" in files["picture.png"]["problems"][0]["message"]
    for file in files.values():
        for report in file["reports"]:
            assert isinstance(report["body"], str)
            assert report["body"] in report["text"]
            assert report["fingerprint"]
            assert 0 <= report["byte_range"][0] < report["byte_range"][1]


def test_without_reports_only_their_headers_are_given(folder):
    _, out, _ = run("inspect", folder[0], "-f", "json")
    reports = [r for f in json.loads(out)["files"] for r in f["reports"]]
    assert reports
    assert not any({"text", "body"} & r.keys() for r in reports)
    assert all("headline" in r for r in reports)


def test_the_table_names_every_file_and_every_problem(folder):
    at, _ = folder
    status, out, _ = run("inspect", at)
    assert status == 0
    for name in (*CHOSEN, "picture.png", "empty.txt"):
        assert name in out
    assert "empty.txt: not-read" in out


def test_a_zip_tells_the_member_of_each_report(folder, tmp_path):
    packed = tmp_path / "all.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(folder[0].iterdir()):
            archive.write(path, f"inner/{path.name}")
    _, out, _ = run("inspect", packed, "-f", "json")
    (file,) = json.loads(out)["files"]
    assert file["format"] == "zip"
    assert file["count"] == folder[1]
    assert {r["member"].split("/")[0] for r in file["reports"]} == {"inner"}
    assert [p["member"] for p in file["problems"] if p["code"] == "not-read"]


def test_columns_that_cannot_be_guessed_are_asked_for_and_taken(tmp_path):
    table = tmp_path / "table.csv"
    table.write_bytes(UNNAMED)
    status, out, _ = run("inspect", table, "-f", "json")
    (file,) = json.loads(out)["files"]
    assert (status, file["count"]) == (1, 0)
    assert [p["code"] for p in file["problems"]] == ["no-text-column"]
    assert "--columns" in file["problems"][0]["message"]
    assert "--columns text=COLUMN" in run("inspect", table)[1]

    given = ("--columns", "text=q2,headline=q1,published=q3,dates=day-first")
    status, out, _ = run("inspect", table, "-f", "json", "--reports", *given)
    (file,) = json.loads(out)["files"]
    assert (status, file["problems"]) == (0, [])
    assert [r["headline"] for r in file["reports"]] == HEADLINES
    assert [r["body"] for r in file["reports"]] == ["Two are missing.", "Ships wait outside.", "The captain speaks."]
    assert (file["from"], file["to"]) == ("2019-06-05", "2019-06-17")
    assert "2019-06-17" in run("inspect", table, *given)[1]


def test_columns_mean_the_same_to_read_and_to_inspect(tmp_path):
    table = tmp_path / "table.csv"
    table.write_bytes(UNNAMED)
    wrong = [run(command, table, "--columns", "body=q2") for command in ("inspect", "read")]
    assert wrong[0] == wrong[1]
    assert wrong[0][0] == 2
    assert "is no column mapping" in wrong[0][2]
    status, out, _ = run("inspect", table, "-f", "json", "--columns", "text=q9")
    (problem,) = json.loads(out)["files"][0]["problems"]
    assert (status, problem["code"], problem["where"]) == (1, "not-read", None)
    assert "q9" in problem["message"]


def test_columns_reach_standard_input_and_tables_in_archives(tmp_path):
    with zipfile.ZipFile(packed := tmp_path / "all.zip", "w") as archive:
        archive.writestr("table.csv", UNNAMED)
    given = [COMMAND, "inspect", "-f", "json", "--columns", "text=q2,headline=q1"]
    piped = subprocess.run([*given, "-"], input=UNNAMED, capture_output=True, check=True)
    zipped = subprocess.run([*given, packed], capture_output=True, check=True)
    for done in (piped, zipped):
        (file,) = json.loads(done.stdout)["files"]
        assert [r["headline"] for r in file["reports"]] == HEADLINES


def test_nothing_to_read_is_an_error(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    status, out, err = run("inspect", tmp_path, "-f", "json")
    assert status == 1
    assert json.loads(out)["files"][0]["count"] == 0
    assert "no report was found" in err
    assert run("inspect", tmp_path / "absent")[0] == 1


def test_read_takes_a_mixed_folder_and_tells_what_was_passed_over(folder):
    at, count = folder
    done = subprocess.run([COMMAND, "read", "--fast", "-f", "jsonl", str(at)], capture_output=True, check=False)
    assert done.returncode == 0
    assert len(done.stdout.decode().splitlines()) == count
    assert "picture.png" in done.stderr.decode()
