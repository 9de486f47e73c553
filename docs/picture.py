"""Make docs/reading.png: the HTML report of a sample, as a reader meets it. Needs Chromium (apt-get install chromium).

usage: python docs/picture.py
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

import reportedly
from reportedly.exports.html import page

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "corpus" / "reports" / "a-harbour-visit.txt"
PICTURE = ROOT / "docs" / "reading.png"
SIZE = {"width": 1400, "height": 1000}
MOST_BYTES = 600_000  # at twice the size of the screen, or at its size where that is more
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LIT = ".quarrel .answer a.to"  # the first denial is in focus, so that its words are lit in the report


def shoot(html: Path, scale: int) -> bytes:
    """The first screen of the page, so many pixels to a point."""
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=shutil.which("chromium") or "/usr/bin/chromium", args=QUIET)
        tab = browser.new_page(viewport=SIZE, device_scale_factor=scale, reduced_motion="reduce")
        tab.goto(html.as_uri())
        if tab.locator(LIT).count():
            tab.locator(LIT).first.hover()
        picture = tab.screenshot()
        browser.close()
    return picture


def main() -> int:
    """Read the sample and take its picture; 1 where the picture is too large even at the screen's own size."""
    with TemporaryDirectory() as folder:
        html = Path(folder) / "reading.html"
        html.write_text(page([reportedly.read(SAMPLE)]), encoding="utf-8")
        picture = next((shot for scale in (2, 1) if len(shot := shoot(html, scale)) <= MOST_BYTES), b"")
    PICTURE.write_bytes(picture)
    print(f"{PICTURE.relative_to(ROOT)}: {len(picture):,} bytes")
    return not picture


if __name__ == "__main__":
    sys.exit(main())
