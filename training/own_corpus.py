"""Our own corpus as the fits read it: parsed reports and passages with their annotations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corpus import annotations, passages
from reportedly import api
from reportedly.layers.base import Facts
from reportedly.model import Report, Span
from reportedly.reader import PIPELINE
from reportedly.text import Parsed, parse

REPORTS, PASSAGES = 4, 5  # one in so many is held out, as in training/encoder/train.py

Gold = dict[str, Any]


def everything() -> Iterator[tuple[Parsed, Gold]]:
    """The reports for development and the passages."""
    return parsed_with_gold([*reports(), *_passages()])


def held_out() -> Iterator[tuple[Parsed, Gold]]:
    """Those of them that the encoder has not been trained on."""
    return parsed_with_gold([*reports()[::REPORTS], *_passages()[::PASSAGES]])


def learned() -> Iterator[tuple[Parsed, Gold]]:
    """The passages that the encoder has been trained on."""
    return parsed_with_gold([row for n, row in enumerate(_passages()) if n % PASSAGES])


def reports() -> list[tuple[Report, Gold]]:
    """The reports for development with their annotations."""
    found = [(next(iter(api.open_source(annotations.ROOT / "reports" / f"{n}.txt"))).report, n) for n in annotations.development()]
    return [(report, annotations.load(name)) for report, name in sorted(found, key=lambda row: row[0].id)]


def _passages() -> list[tuple[Report, Gold]]:
    found = sorted(passages.all_passages(), key=lambda row: row[0])
    return [(Report(id=name, text=p["text"], format="plain", body=Span(0, len(p["text"]))), p) for name, p in found]


def parsed_with_gold(rows: list[tuple[Report, Gold]], *, fast: bool = False) -> Iterator[tuple[Parsed, Gold]]:
    """The reports parsed, with the encoder unless `fast`, each with its annotations."""
    return zip(parse((r for r, _ in rows), fast=fast), (gold for _, gold in rows), strict=True)


def facts_before(parsed: Parsed, name: str) -> Facts:
    """What the layers before the one of that name find."""
    facts = Facts()
    for layer in PIPELINE:
        if layer.name == name:
            break
        facts = layer.run(parsed, facts)
    return facts
