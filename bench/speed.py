"""Measure what reading costs beside the bare spaCy parse of the same texts, in one run on one core.

usage: python -m bench.speed [--memory N] [--write]     with --memory, also stream N reports and tell the peak memory

Prints the ratio of the best of five alternating rounds on one core and of three by the clock on two, the time of `reportedly --help`, and
that of a first report from a cold start.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from bench.results import write_down

ROUNDS = 5
COPIES = 1  # times each report of the corpus is read in a round
LIMITS = {"ratio, rules alone": 1.4, "ratio": 2.6, "ratio, two cores": 2.6, "help": 0.3, "first report": 6.0, "memory": 1200.0}
MEANING = {
    "ratio, rules alone": "reading with `--fast` over the bare spaCy parse of the same texts, CPU time on one core",
    "ratio": "reading over the same parse",
    "ratio, two cores": "the same by the clock on two cores, where the encoder works beside the rest",
    "help": "`reportedly --help`, seconds",
    "first report": "the first report from a cold start, seconds",
    "memory": "peak memory after 10,000 reports streamed, MB",
}
SAMPLE = Path(__file__).parent.parent / "corpus" / "reports" / "a-harbour-visit.txt"


CORES = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else frozenset[int]()


def two_cores() -> None:
    """Let this process have two cores again, where there are as many."""
    if CORES:
        os.sched_setaffinity(0, sorted(CORES)[:2])


def one_core() -> None:
    """Keep this process and its children on one core."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one call: what other programs on the machine do does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def elapsed(work: Callable[[], object]) -> float:
    """Seconds of one call by the clock."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratios() -> dict[str, float]:
    """Reading over bare parse, without and with the encoder: the least of each over alternating rounds."""
    import spacy

    from reportedly.api import open_source
    from reportedly.reader import read_reports
    from reportedly.text.pipeline import model_name, model_path

    received = [r for p in sorted(SAMPLE.parent.glob("*.txt")) for r in open_source(p)] * COPIES
    texts = [r.report.body.of(r.report.text) for r in received]
    nlp = spacy.load(model_path(model_name()))
    rounds = [
        (
            seconds(lambda: [len(d) for d in nlp.pipe(texts)]),
            seconds(lambda: [len(r.claims) for r in read_reports(received, fast=True)]),
            seconds(lambda: [len(r.claims) for r in read_reports(received)]),
        )
        for _ in range(ROUNDS + 1)
    ][1:]  # the first round loads what is loaded lazily
    bare, rules, whole = (min(took) for took in zip(*rounds, strict=True))
    two_cores()
    clock = [
        (
            elapsed(lambda: [len(d) for d in nlp.pipe(texts)]),
            elapsed(lambda: [len(r.claims) for r in read_reports(received)]),
        )
        for _ in range(3)
    ]
    one_core()
    alone, beside = (min(took) for took in zip(*clock, strict=True))
    words = sum(len(t.split()) for t in texts)
    print(
        f"bare parse {bare:.2f} s, reading with the rules alone {rules:.2f} s, with the encoder {whole:.2f} s "
        f"for {len(texts)} reports, {words:,} words: {words / whole:,.0f} words a second"
    )
    return {"ratio, rules alone": rules / bare, "ratio": whole / bare, "ratio, two cores": beside / alone}


def wall(*command: str) -> float:
    """Seconds of a command, the better of three."""
    took = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        took.append(time.perf_counter() - start)
    return min(took)


def memory(count: int) -> float:
    """Peak memory in megabytes after streaming that many reports."""
    from reportedly.api import open_source
    from reportedly.reader import read_reports

    reports = [r for p in sorted(SAMPLE.parent.glob("*.txt")) for r in open_source(p)]
    for _ in read_reports(islice(cycle(reports), count)):
        pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Print the figures; 1 where one is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--memory", type=int, default=0, metavar="N")
    parser.add_argument("--write", action="store_true", help="write the figures down in RESULTS.md")
    options = parser.parse_args()
    one_core()
    command = str(Path(sys.executable).parent / "reportedly")
    figures = {"help": wall(command, "--help"), "first report": wall(command, "read", str(SAMPLE)), **ratios()}
    if options.memory:
        figures["memory"] = memory(options.memory)
    for name, value in figures.items():
        print(f"{name:<20} {value:8.2f}   limit {LIMITS[name]:g}   {'ok' if value <= LIMITS[name] else 'OVER'}")
    if options.write:
        rows = [f"| {MEANING[name]} | {value:.2f} | {LIMITS[name]:g} |" for name, value in figures.items()]
        write_down("speed", ["| measure | reached | limit |", "| --- | --- | --- |", *rows])
    return int(any(value > LIMITS[name] for name, value in figures.items()))


if __name__ == "__main__":
    sys.exit(main())
