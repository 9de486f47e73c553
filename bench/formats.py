"""Measure what reading files costs: web archives beside trafilatura alone, memory on a large archive, Factiva articles a second.

usage: python -m bench.formats [--large] [--write]     with --large, also the peak memory on a WARC of 1 GB

All on one core. The archive's pages are invented; their weight is that of news pages: more script and menu than prose.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.results import write_down
from bench.speed import one_core, seconds

PAGES = 100
ROUNDS = 5
ARTICLES = 10_000
LARGE = 2**30  # bytes
LIMITS = {"WARC": 1.15, "Factiva": 2000.0, "Factiva, one export": 2000.0, "memory": 300.0}
MEANING = {
    "WARC": "pages of a WARC read, over trafilatura's extraction and metadata of the same pages alone, CPU time",
    "WARC, text alone": "the same over trafilatura's extraction without metadata, for comparison",
    "Factiva": "Factiva text articles sniffed and parsed a second, each a text of its own",
    "Factiva, one export": "the same, all in one export",
    "memory": "peak memory on a WARC of 1 GB, MB",
}
AT_LEAST = frozenset({"Factiva", "Factiva, one export"})
NAMES = "Ilves Okoro Brandt Ramos Aubry Benali Sand Wren Paz Gil".split()
TOWNS = "Varda Kessel Lorn Nordau Sarmia Lowland Halden Brisk Tarn Oster".split()


def sentences(seed: int, count: int) -> str:
    """Invented prose that differs from page to page."""
    said = (
        "The mayor of {t}, {n} {m}, said on Tuesday that the talks with the dockers would go on until Friday.",
        "Police in {t} said they had arrested {k} people after a night of protests near the old harbour.",
        "{n} denied the accusation and asked the court in {u} to hear three more witnesses.",
        "According to the ministry, {k} houses between {t} and {u} were without light on Monday night.",
    )
    picks = ((seed * 31 + n * 7) for n in range(count))
    return " ".join(
        said[p % 4].format(t=TOWNS[p % 10], u=TOWNS[(p + 3) % 10], n=NAMES[p % 9], m=NAMES[(p + 5) % 10], k=3 + p % 400) for p in picks
    )


def page(seed: int, script: int) -> bytes:
    """A news page with a menu, teasers, scripts of that many bytes and twenty-five paragraphs."""
    headline = f"Talks in {TOWNS[seed % 10]} enter day {seed}"
    menu = "".join(f'<li class="nav-item nav-{n}"><a href="/{t}/{n}">{t} {n}</a></li>' for n in range(8) for t in TOWNS)
    teasers = "".join(
        f'<div class="teaser"><div class="teaser-inner"><a class="teaser-link" href="/{n}"><img src="{n}.jpg" alt=""></a>'
        f'<h3><span>{TOWNS[n % 10]}</span> <a href="/{n}">{sentences(seed + n, 1)[:60]}</a></h3><p>{sentences(n, 1)}</p></div></div>'
        for n in range(40)
    )
    prose = "".join(
        f'<p class="text-block">{sentences(seed * 13 + n, 2)} <a href="/x/{n}">{TOWNS[n % 10]}</a> <em>now</em>: {sentences(n, 1)}</p>'
        for n in range(25)
    )
    ld = (
        f'{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{headline}","datePublished":"2017-05-14T08:00:00Z",'
        '"author":[{"@type":"Person","name":"Marta Ilves"}],"publisher":{"@type":"Organization","name":"The Varda Courier"}}'
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{headline} | The Varda Courier</title>'
        f'<meta property="og:title" content="{headline}"><meta property="og:type" content="article">'
        f'<script type="application/ld+json">{ld}</script><script>{"var a = [1, 2, 3];" * (script // 18)}</script></head>'
        f"<body><nav><ul>{menu}</ul></nav><main><article><h1>{headline}</h1>{prose}</article></main>"
        f'<aside class="related">{teasers}</aside><footer><ul>{menu}</ul></footer></body></html>'
    ).encode()


def record(seed: int, script: int) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(seed, script)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: https://www.vardacourier.example/{seed}\r\nWARC-Date: 2017-05-15T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def beside_trafilatura(folder: Path) -> dict[str, float]:
    """The least of alternating rounds over the same archive: trafilatura with and without metadata, and reading it."""
    from fastwarc.warc import ArchiveIterator
    from trafilatura.core import bare_extraction

    from reportedly.formats import File, find

    path = folder / "pages.warc"
    path.write_bytes(b"".join(record(n, 30_000) for n in range(PAGES)))

    def alone(with_metadata: bool) -> int:
        with path.open("rb") as stream:
            pages = (r.reader.read() for r in ArchiveIterator(stream, parse_http=True))
            return sum(bare_extraction(p, include_comments=False, with_metadata=with_metadata) is not None for p in pages)

    def ours() -> int:
        return sum(1 for _ in find(File.at(path)))

    if not alone(True) == ours() == PAGES:
        raise SystemExit("not every page was read")
    rounds = [(seconds(lambda: alone(True)), seconds(lambda: alone(False)), seconds(ours)) for _ in range(ROUNDS)]
    whole, text, read = (min(took) for took in zip(*rounds, strict=True))
    print(f"{PAGES} pages: trafilatura {whole:.2f} s with metadata, {text:.2f} s without; the archive read {read:.2f} s")
    return {"WARC": read / whole, "WARC, text alone": read / text}


def factiva(seed: int) -> str:
    """An invented article as Factiva's unlabelled layout writes it."""
    day = seed % 28 + 1
    code = "abcdefghijklmnopqrstuvwxyz"[day - 10] if day > 9 else str(day)
    prose = "\n\n".join(sentences(seed * 7 + n, 3) for n in range(6))
    return (
        f"Talks in {TOWNS[seed % 10]} enter day {seed}\n\nBy Marta Ilves\n{300 + seed % 900:,} words\n{day} March 2017\n"
        "The Varda Courier\nVARDAC\nEnglish\n"
        f"(c) 2017 The Varda Courier. All rights reserved.\n\n{prose}\n\nDocument VARDAC00201703{day:02}ed3{code}{seed % 100000:05}\n"
    )


def factiva_speed() -> dict[str, float]:
    """Articles a second, each a text of its own that is sniffed for itself, and all of them in one export."""
    from reportedly.formats import receive

    texts = [factiva(n) for n in range(ARTICLES)]
    export = "\n".join(texts)
    if any(r.problems or r.report.format != "factiva-unlabelled" for t in texts[:50] for r in receive(t)):
        raise SystemExit("the invented articles are not read as Factiva's")
    each = min(seconds(lambda: [sum(1 for _ in receive(t)) for t in texts]) for _ in range(3))
    whole = min(seconds(lambda: sum(1 for _ in receive(export))) for _ in range(3))
    return {"Factiva": ARTICLES / each, "Factiva, one export": ARTICLES / whole}


def large(folder: Path) -> float:
    """Peak memory of a process that reads a WARC of 1 GB, in megabytes."""
    path = folder / "large.warc"
    with path.open("wb") as out:
        for raw in large_records():
            out.write(raw)
    done = subprocess.run([sys.executable, "-m", "bench.formats", "--read", str(path)], check=True, capture_output=True, text=True)
    print(done.stdout.strip())
    return float(done.stdout.split()[-2])


def large_records() -> Iterator[bytes]:
    written, seed = 0, 0
    while written < LARGE:
        raw = record(seed, 300_000)
        written, seed = written + len(raw), seed + 1
        yield raw


def read(path: Path) -> None:
    """Read an archive to its end and tell the peak memory."""
    from reportedly.formats import File, find

    count = sum(1 for _ in find(File.at(path)))
    print(
        f"{count:,} pages of {path.stat().st_size / 2**20:,.0f} MB: peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
    )


def fine(name: str, value: float) -> bool:
    limit = LIMITS.get(name)
    return limit is None or (value >= limit if name in AT_LEAST else value <= limit)


def main() -> int:
    """Print the figures; 1 where one is past its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help="also read a WARC of 1 GB")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--write", action="store_true", help="write the figures down in RESULTS.md")
    options = parser.parse_args()
    one_core()
    if options.read:
        read(options.read)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        figures = {**beside_trafilatura(Path(folder)), **factiva_speed()}
        if options.large:
            figures["memory"] = large(Path(folder))
    for name, value in figures.items():
        print(f"{name:<20} {value:10.2f}   limit {LIMITS.get(name, '-'):>7}   {'ok' if fine(name, value) else 'PAST'}")
    if options.write:
        rows = [f"| {MEANING[name]} | {value:,.2f} | {LIMITS.get(name, '')} |" for name, value in figures.items()]
        write_down("formats", ["| measure | reached | limit |", "| --- | --- | --- |", *rows])
    return int(not all(fine(name, value) for name, value in figures.items()))


if __name__ == "__main__":
    sys.exit(main())
