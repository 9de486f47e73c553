"""Real exports, where they are at hand: how many articles, and of each the headline, date, publisher, byline, start and end."""

from pathlib import Path

import pytest
import yaml

from tests.formats.sampled import SHARED, file_row

TABLES = sorted((Path(__file__).parent / "samples").glob("*.yaml"))
ROWS = [(table.stem, name, row) for table in TABLES for name, row in yaml.safe_load(table.read_text(encoding="utf-8")).items()]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the samples are not part of the project")
@pytest.mark.parametrize(("folder", "name", "wanted"), ROWS, ids=lambda x: x if isinstance(x, str) else "")
def test_a_real_export_is_read_whole(folder, name, wanted):
    assert file_row(SHARED / folder / name) == wanted


@pytest.mark.skipif(not SHARED.is_dir(), reason="the samples are not part of the project")
def test_every_sample_has_its_row():
    assert {(f, n) for f, n, _ in ROWS} == {(p.parent.name, p.name) for p in SHARED.glob("*/*")}
