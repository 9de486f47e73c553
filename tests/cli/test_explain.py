"""`reportedly explain`, run as a user runs it."""

import json

import pytest
from typer.testing import CliRunner

from reportedly.cli.app import app

REPORT = (
    "SUVA, 7 May 2018 -- Tuvalu's defence minister, Viola Marsh, denied on Monday that her soldiers had shelled Apia. "
    "Two people familiar with the matter said last week that Tuvalu had shelled the port of Apia. She said it had not.\n"
)


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("explain") / "harbour.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def run(*arguments, stdin=None):
    done = CliRunner().invoke(app, ["explain", *map(str, arguments)], input=stdin)
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture(scope="module")
def listed(report):
    code, out, said = run(report, "--fast")
    assert (code, said) == (0, "")
    return dict(line.split(maxsplit=1) for line in out.splitlines())


def test_without_an_id_everything_is_listed_with_its_id(listed):
    assert {i[0] for i in listed} >= {"e", "c", "d", "a", "p", "t"}
    assert any("shelled Apia" in line and "ASSAULT" in line and "denied" in line for i, line in listed.items() if i[0] == "e")


@pytest.mark.parametrize(
    ("kind", "of", "said"),
    [
        ("e", "shelled Apia", ["event_verbs.csv line", "ASSAULT", "'denied'", "the frame 'denial'"]),
        ("c", "denied", ["by the rules denies"]),
        ("d", "denies", ["meets c", "%"]),
        ("a", "Viola Marsh", ["nobody spoken of before", "country TUV", "offers itself"]),
        ("p", "Apia", ["candidate Apia", "population", "found as"]),
        ("t", "last week", ["read as relative", "counted from 2018-05-07", "tense of its clause: past"]),
    ],
)
def test_every_kind_of_fact_says_why(report, listed, kind, of, said):
    fact = next(i for i, line in listed.items() if i[0] == kind and of in line)
    code, out, _ = run(report, fact, "--fast")
    assert code == 0
    told = " ".join(out.split())
    assert [s for s in said if s not in told] == []


def test_with_the_encoder_its_word_is_told(report):
    code, out, _ = run(report, "c1")
    assert code == 0
    assert "rules and encoder" in " ".join(out.split())


def test_json_holds_the_fact_and_its_reasons(report):
    code, out, _ = run(report, "t1", "--json", "--fast")
    found = json.loads(out)
    assert code == 0
    assert found["fact"]["id"] == "t1"
    assert all(set(r) == {"about", "word", "because"} for r in found["reasons"])
    assert found["reasons"]


def test_what_is_not_there_is_told_with_what_is(report):
    code, out, said = run(report, "e99", "--fast")
    assert (code, out) == (2, "")
    assert "no 'e99'" in said
    assert "c1 to c" in said


def test_one_of_several_reports_is_named_by_its_id():
    rows = [json.dumps({"id": name, "text": f"{who} denied the raid."}) for name, who in (("one", "Fiji"), ("two", "Samoa"))]
    lines = "\n".join(rows).encode()
    code, _, said = run("-", "--fast", stdin=lines)
    assert code == 2
    assert "--report: one, two" in said
    code, out, _ = run("-", "--fast", "--report", "two", stdin=lines)
    assert code == 0
    assert "Samoa" in out


def test_nothing_in_a_report_steers_the_terminal(tmp_path):
    path = tmp_path / "steer.txt"
    path.write_text("Fiji\x1b[31m denied that \x1b]0;owned\x07 Samoa had shelled Apia on Monday.\n", encoding="utf-8")
    code, out, _ = run(path, "--fast")
    assert code == 0
    assert "\x1b" not in out
    for fact in [line.split()[0] for line in out.splitlines()]:
        assert "\x1b" not in run(path, fact, "--fast")[1]
