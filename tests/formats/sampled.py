"""What real exports hold, as digests: their words belong to their publishers and do not stand in this project.

`python tests/formats/sampled.py FILE...` prints what is read from files, in words and as rows for `samples/*.yaml`: compare the words with
the file by eye before a row is kept.
"""

import hashlib
import re
import sys
from pathlib import Path

import yaml

from reportedly.errors import InputError
from reportedly.formats import File, Received, find

SHARED = Path(__file__).parents[3] / "shared" / "gold" / "formats"
EDGE = 5  # words of a body's start and end


def digest(words: str | None) -> str | None:
    bare = " ".join(re.findall(r"\w+", (words or "").casefold()))
    return hashlib.blake2b(bare.encode(), digest_size=5).hexdigest() if bare else None


def words_of(found: Received) -> dict[str, object]:
    report = found.report
    body = report.body.of(report.text).split()
    return {
        "published": report.published,
        "headline": report.headline,
        "publisher": report.publisher,
        "authors": "; ".join(report.authors),
        "starts": " ".join(body[:EDGE]),
        "ends": " ".join(body[-EDGE:]),
    }


def row_of(found: Received) -> dict[str, object]:
    return {name: digest(value) if isinstance(value, str) else value for name, value in words_of(found).items()}


def file_row(path: Path) -> dict[str, object]:
    try:
        found = list(find(File.at(path)))
    except InputError:
        return {"refused": True}
    return {
        "reports": [row_of(f) for f in found if isinstance(f, Received)],
        "passed_over": [f.problem.code for f in found if not isinstance(f, Received)],
    }


if __name__ == "__main__":
    for name in sys.argv[1:]:
        for f in find(File.at(Path(name))):
            print(words_of(f) if isinstance(f, Received) else f)
        print(yaml.safe_dump({Path(name).name: file_row(Path(name))}, sort_keys=False))
