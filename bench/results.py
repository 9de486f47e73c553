"""Where figures are written down: between two marks in RESULTS.md."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"


def write_down(mark: str, lines: Iterable[str]) -> None:
    """Put lines between `<!-- mark -->` and `<!-- /mark -->`, in the place of those that stood there."""
    start, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    before, _, rest = RESULTS.read_text(encoding="utf-8").partition(start)
    after = rest.partition(end)[2]
    RESULTS.write_text(f"{before}{start}\n" + "\n".join(lines).strip("\n") + f"\n\n{end}{after}", encoding="utf-8")
