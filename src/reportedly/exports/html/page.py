"""The page itself: one file, no network, readable on a phone, in the dark, by keyboard, without scripts and on paper."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from reportedly.exports import phrases as say
from reportedly.exports.html.ledger import Desk, ledger, section
from reportedly.exports.html.marks import Text, shown
from reportedly.exports.html.network import network
from reportedly.exports.html.timeline import timeline
from reportedly.model import Reading

_LAYERS = (
    ("claims", "Claims", True),
    ("events", "Events", True),
    ("actors", "Actors and relations", False),
    ("places", "Places and times", False),
)
_LOOKS = (
    ("said-asserts", "says"),
    ("said-denies", "denies"),
    ("said-wants", "wants, asks, expects"),
    ("said-silent", "would not say"),
    ("source", "source"),
    ("cue", "cue"),
    ("event happened", "event"),
)


def page(readings: list[Reading]) -> str:
    """The Readings as one HTML document; several get a table of contents."""
    several = len(readings) > 1
    title = f"{len(readings)} reports" if several else say.heading(readings[0].report) if readings else "No report"
    articles = "".join(_article(reading, n, 2 if several else 1) for n, reading in enumerate(readings)) or "<h1>No report</h1>"
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="reportedly">'
        f'<link rel="icon" href="data:,"><title>{shown(title)}</title><style>{_part("reading.css")}</style></head>\n'
        f"<body>{_contents(readings) if several else ''}<main>{articles}</main>\n"
        f'<div id="words" role="status"></div><script>{_part("reading.js")}</script></body></html>\n'
    )


@cache
def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def _policy() -> str:
    """Nothing is loaded, and only our own style and script run, told by their digests."""
    style, script = (b64encode(sha256(_part(name).encode()).digest()).decode() for name in ("reading.css", "reading.js"))
    return (
        f"default-src 'none'; img-src data:; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"
    )


def _contents(readings: list[Reading]) -> str:
    links = "".join(
        f'<li><a href="#report-{n}">{shown(say.heading(r.report))}</a> <small>{shown(say.imprint(r.report))} · {_counts(r)}</small></li>'
        for n, r in enumerate(readings)
    )
    return f'<nav class="contents" aria-label="Contents"><h1>{len(readings)} reports</h1><ol>{links}</ol></nav>\n'


def _counts(reading: Reading) -> str:
    parts = [(len(reading.claims), "claim"), (len(reading.events), "event"), (len(reading.disputes), "dispute")]
    return ", ".join(say.tally(n, noun) for n, noun in parts if n)


def _article(reading: Reading, number: int, level: int) -> str:
    prefix = f"r{number}-"
    text = Text(reading, prefix)
    header = _header(reading, text, level)
    body = "".join(text.body())
    desk = Desk(reading=reading, prefix=prefix, found=frozenset(text.found), level=level + 1)
    events = section(
        desk, "events", "Events", timeline(desk), len(reading.events), "in time order, with the status that the report gives them"
    )
    ties = section(desk, "network", "Network", network(desk), note="who did what to whom, and what ties them")
    return (
        f'<article class="reading" id="report-{number}" aria-labelledby="{prefix}headline">{header}{_summary(desk, bool(ties))}'
        f'<div class="columns"><section class="report" aria-label="The report">{_switches()}'
        f'<div class="body"{_language(reading)}>{body}</div></section>'
        f'<aside class="ledger" aria-label="Ledger">{_find()}{ledger(desk) or _nothing()}</aside></div>\n'
        f'<div class="wide">{events}{ties}</div>{_colophon(reading)}</article>\n'
    )


def _language(reading: Reading) -> str:
    """The attribute that tells a screen reader the language of the report's words."""
    return f' lang="{shown(reading.report.language)}"' if reading.report.language else ""


def _header(reading: Reading, text: Text, level: int) -> str:
    report = reading.report
    kicker = f'<p class="kicker">{shown(say.clean(report.section))}</p>' if report.section else ""
    headline = f'<h{level} id="{text.prefix}headline" class="headline" dir="auto"{_language(reading)}>{text.headline()}</h{level}>'
    deck = f'<p class="deck" dir="auto"{_language(reading)}>{text.deck()}</p>' if report.subheadline else ""
    return f'<header>{kicker}{headline}{deck}<p class="imprint"><bdi>{shown(say.imprint(report))}</bdi></p></header>'


def _summary(desk: Desk, drawn: bool) -> str:
    """What the report holds, as links to it."""
    reading = desk.reading
    hidden = sum(c.source.anonymous for c in reading.claims)
    parts = [
        ("disputes", len(reading.disputes), "dispute", ""),
        ("claims", len(reading.claims), "claim", f", {hidden} anonymous" if hidden else ""),
        ("events", len(reading.events), "event", ""),
        ("relations", len(reading.relations), "relation", ""),
        ("actors", len(reading.actors), "actor", ""),
        ("problems", len(reading.problems), "problem", ""),
    ]
    links = [f'<li><a href="#{desk.prefix}{key}">{say.tally(n, noun)}{more}</a></li>' for key, n, noun, more in parts if n]
    links += [f'<li><a href="#{desk.prefix}network">network</a></li>'] if drawn else []
    return f'<nav class="summary" aria-label="In this report"><ul role="list">{"".join(links)}</ul></nav>' if links else ""


def _switches() -> str:
    """One switch a layer (they work without scripts), and what the highlights mean."""
    boxes = "".join(
        f'<label><input type="checkbox" data-layer="{key}"{" checked" if on else ""}> {label}</label>' for key, label, on in _LAYERS
    )
    looks = "".join(f'<li><span class="{look}">{words}</span></li>' for look, words in _LOOKS)
    legend = f'<ul class="legend" role="list" aria-label="What the highlights mean">{looks}</ul>'
    return f'<fieldset class="switches"><legend>Highlight</legend>{boxes}</fieldset>{legend}'


def _find() -> str:
    keys = "<kbd>j</kbd> <kbd>k</kbd> walk the ledger, <kbd>Enter</kbd> goes to the words, <kbd>Esc</kbd> lets go, <kbd>/</kbd> finds"
    box = '<input type="search" placeholder="Find in the ledger" aria-label="Find in the ledger and the events">'
    return f'<div class="find" hidden>{box}<p>{keys}</p></div>'


def _nothing() -> str:
    return '<p class="note">No claim, event, actor or place was found in this report.</p>'


def _colophon(reading: Reading) -> str:
    made = reading.made_by
    by = f"reportedly {made.version}, {made.model}" if made else "reportedly"
    if made and made.knowledge:
        by += f", with knowledge added by its user ({made.knowledge})"
    words = f"{say.clean(reading.report.id)} · read by {by} · what a source says is the source's word, not the report's"
    return f"<footer>{shown(words)}</footer>"
