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
