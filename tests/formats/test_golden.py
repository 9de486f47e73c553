"""Golden pairs: an invented export in the exact layout of its vendor, and the reports expected of it.

`golden/FORMAT/NAME.ext` is the export, `golden/FORMAT/NAME.expected.yaml` what it holds: `reports`, each with fields of the Report,
the words with which its body `starts` and `ends`, and the codes of its `problems` where it has any; and the codes of what
was `passed_over`.
"""

from pathlib import Path

import pytest
import yaml

from reportedly.formats import File, Received, find

GOLDEN = Path(__file__).parent / "golden"
PAIRS = sorted(GOLDEN.glob("*/*.expected.yaml"))


def export_of(expected: Path) -> Path:
    (export,) = (p for p in expected.parent.glob(f"{expected.name.removesuffix('.expected.yaml')}.*") if p != expected)
    return export


@pytest.mark.parametrize("expected", PAIRS, ids=lambda p: f"{p.parent.name}-{p.name.removesuffix('.expected.yaml')}")
def test_an_export_gives_the_reports_that_are_in_it(expected):
    wanted = yaml.safe_load(expected.read_text(encoding="utf-8"))
    found = list(find(File.at(export_of(expected))))
    received = [f for f in found if isinstance(f, Received)]
    assert [f.problem.code for f in found if not isinstance(f, Received)] == wanted.get("passed_over", [])
    assert len(received) == len(wanted["reports"])
    for got, want in zip(received, wanted["reports"], strict=True):
        check(got, dict(want))


def check(got: Received, want: dict[str, object]) -> None:
    report = got.report
    body = report.body.of(report.text)
    assert body.startswith(str(want.pop("starts"))), body[:80]
    assert body.endswith(str(want.pop("ends"))), body[-80:]
    assert [p.code for p in got.problems] == want.pop("problems", [])
    plain = {name: list(value) if isinstance(value := getattr(report, name), tuple) else value for name in want}
    assert plain == want
