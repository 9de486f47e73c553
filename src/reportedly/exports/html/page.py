"""The page itself: one file, no network, readable on a phone, in the dark, by keyboard and on paper."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files

from reportedly.exports import phrases as say
from reportedly.exports.html.ledger import ledger, timeline
from reportedly.exports.html.marks import paragraphs
from reportedly.exports.html.network import network
from reportedly.model import Reading

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
_LAYERS = (("claims", "Claims", True), ("events", "Events", True), ("actors", "Actors", False), ("places", "Places and times", False))


def page(readings: list[Reading]) -> str:
    """The Readings as one HTML document; several get a table of contents."""
    title = say.heading(readings[0].report) if readings else "No report"
    articles = "".join(_article(reading, n) for n, reading in enumerate(readings))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><meta name="generator" content="reportedly"><title>{escape(title)}</title>'
        f"<style>{_part('reading.css')}</style></head><body>{_contents(readings)}{articles}"
        f"<div id=words role=status></div><script>{_part('reading.js')}</script></body></html>\n"
    )


@cache
def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _contents(readings: list[Reading]) -> str:
    if len(readings) < 2:
        return ""
    links = "".join(f'<li><a href="#report-{n}">{escape(say.heading(r.report))}</a> <small>{escape(say.imprint(r.report))}</small></li>' for n, r in enumerate(readings))
    return f'<nav class="contents"><h1>{len(readings)} reports</h1><ol>{links}</ol></nav>'


def _article(reading: Reading, number: int) -> str:
    report = reading.report
    deck = f"<p class=deck>{escape(report.subheadline)}</p>" if report.subheadline else ""
    kicker = f"<p class=kicker>{escape(report.section)}</p>" if report.section else ""
    return (
        f'<article class="reading" id="report-{number}">'
        f"<header>{kicker}<h1>{escape(say.heading(report))}</h1>{deck}<p class=imprint>{escape(say.imprint(report))}</p></header>"
        f'<div class="columns"><div class="report" lang="{escape(report.language or "en")}">{_switches(number)}<div class="body">{"".join(paragraphs(reading))}</div>{_legend()}</div>'
        f'<aside class="ledger" aria-label="Ledger">{ledger(reading)}</aside></div>'
        f'<div class="wide">{timeline(reading)}{_drawing(reading)}</div>{_colophon(reading)}</article>'
    )


def _switches(number: int) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" name="show-{key}" data-layer="{key}"{" checked" if on else ""}> {label}</label>' for key, label, on in _LAYERS
    )
    return f'<fieldset class="switches" id="switches-{number}"><legend>Highlight</legend>{boxes}</fieldset>'


def _legend() -> str:
    looks = (("claim asserts", "says"), ("claim denies", "denies"), ("claim wants", "wants, asks, expects"), ("claim silent", "would not say"), ("source", "source"), ("event", "event"))
    return f'<p class="legend">{"".join(f"<span class={chr(34)}{look}{chr(34)}>{words}</span> " for look, words in looks)}<kbd>j</kbd> <kbd>k</kbd> walk the ledger, <kbd>Esc</kbd> lets go</p>'


def _drawing(reading: Reading) -> str:
    drawn = network(reading)
    note = "Solid: happened or lasting. Dashed: said, asked for, planned or denied only. Red: conflict."
    return f'<section class="tie-map"><h2>Network</h2><p class=note>{note}</p>{drawn}</section>' if drawn else ""


def _colophon(reading: Reading) -> str:
    made = reading.made_by
    by = f"reportedly {made.version}, {made.model}" if made else "reportedly"
    return f"<footer>{escape(reading.report.id)} · read by {escape(by)} · what a source says is theirs, not the report's</footer>"
