"""Fuzzes every format through `find`: nothing but InputError may come out, and nothing may take longer than the limit.

Ten minutes, beginning from the golden files (needs `pip install atheris`; run from the project's root):

    python tests/fuzz/fuzz_formats.py -max_total_time=600 -timeout=20 -rss_limit_mb=3000 -max_len=20000

What it finds is kept in the working folder as `crash-*` or `timeout-*`; `python tests/fuzz/fuzz_formats.py crash-...` runs it again.
"""

import logging
import shutil
import sys
import tempfile
import warnings
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["reportedly"]):
    from reportedly.errors import InputError
    from reportedly.formats import Received, find

GOLDEN = Path(__file__).parents[1] / "formats" / "golden"
MOST = 500  # reports looked at of one input


def check(raw: bytes) -> None:
    """One input: every report's spans lie within its text, and every message says something."""
    try:
        for n, found in enumerate(find(raw, "fuzzed")):
            if isinstance(found, Received):
                found.report.body.of(found.report.text)
                for span in (found.report.headline_at, found.report.subheadline_at):
                    if span is not None:
                        span.of(found.report.text)
                found.report.text.encode()
            else:
                assert found.problem.message
            if n > MOST:
                return
    except InputError:
        return


def seeds(folder: str) -> None:
    """The golden files as the first inputs."""
    for n, path in enumerate(p for p in sorted(GOLDEN.glob("*/*.*")) if not p.name.endswith(".yaml")):
        shutil.copy(path, Path(folder) / f"{n:04}")


def main() -> None:
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    given = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        if not any(not arg.startswith("-") for arg in given):
            seeds(folder)
            given.append(folder)
        atheris.Setup([sys.argv[0], *given], check)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
