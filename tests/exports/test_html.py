"""The HTML report: nothing escapes, nothing is lost, nothing is fetched."""

from __future__ import annotations

import re
import time
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.exports.html import page
from reportedly.exports.html.layout import WIDTH, arrange, box, height_for, overlap
from reportedly.exports.html.marks import Text, marks
from reportedly.model import (
    Actor,
    ActorKind,
    Claim,
    Event,
    EventType,
    Manner,
    Mention,
    MentionForm,
    Reading,
    Report,
    Source,
    SourceKind,
    Span,
    Stance,
    Status,
    words_of,
)
from tests.exports.readings import HOSTILE, hostile, long, report, sample

VOID = {"meta", "link", "input"}
OURS = set(
    "html head meta link title style body main nav article header section aside div span p a b i em strong small bdi mark "
    "time h1 h2 h3 ul ol li fieldset legend label input kbd footer script svg g rect path text".split()
)


class Page(HTMLParser):
    """What a page holds: its elements with their attributes, and the text of each part that a class names."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.pieces: list[tuple[str, dict[str, str]]] = []  # each run of text in the body, with the attributes of the element around it
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        assert not self._open, f"left open: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {k: v or "" for k, v in attrs}
        self.elements.append((tag, found))
        if tag not in VOID:
            self._open.append((tag, found))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(a.get("class") == "body" for _, a in self._open):
            self.pieces.append((data, self._open[-1][1]))

    def all(self, tag: str) -> list[dict[str, str]]:
        return [a for t, a in self.elements if t == tag]

    @property
    def body(self) -> str:
        return " ".join("".join(words for words, _ in self.pieces).split())


def test_every_fact_has_a_row_that_leads_to_its_words() -> None:
    reading = sample()
    found = Page(page([reading]))
    rows = {a["data-own"] for _, a in found.elements if "row" in a.get("class", "").split() and "id" in a}
    facts = {f.id for f in (*reading.claims, *reading.events, *reading.relations, *reading.actors, *reading.places, *reading.times)}
    assert rows == facts
    ids = {a["id"] for _, a in found.elements if "id" in a}
    assert {f"r0-{f}-at" for f in facts} <= ids


def test_what_is_denied_stands_beside_the_denial() -> None:
    html = page([sample()])
    first = html[html.index('class="quarrel"') :]
    first = first[: first.index('class="quarrel"', 20)]
    assert [first.index(f'data-own="{c}"') for c in ("c1", "c4", "c6")] == sorted(
        first.index(f'data-own="{c}"') for c in ("c1", "c4", "c6")
    )
    assert 'data-f="c4 c1"' in first, "an answer lights what it answers"
    assert "to comment on the payment" in first


def test_problems_publisher_and_maker_are_named() -> None:
    html = page([sample()])
    assert all(
        words in html
        for words in ("no-byline", "The byline could not be read.", "The Courier · 2 March 2020 · Ana Poole", "reportedly 0.1.0, by hand")
    )


def test_headline_and_deck_carry_marks_where_they_stand_in_the_text() -> None:
    reading = sample()
    deck = Text(reading, "").deck()
    assert 'data-f="c8/source e2/part a5/mention"' in deck
    assert "said-denies" in deck
    elsewhere = msgspec.structs.replace(reading, report=report(subheadline="Not in the text <b>"))
    assert Text(elsewhere, "").deck() == "Not in the text &lt;b&gt;"


def test_the_day_of_the_report_parts_what_was_from_what_will_be() -> None:
    html = page([sample()])
    assert html.index('id="r0-e3"') < html.index("the report is published") < html.index('id="r0-e4"') < html.index("no day given")


def test_nothing_in_a_report_becomes_markup() -> None:
    html = page([hostile()])
    found = Page(html)
    assert {t for t, _ in found.elements} <= OURS
    assert not [a for _, a in found.elements if any(name.startswith("on") or name in {"style", "src", "srcset"} for name in a)]
    assert len(found.all("script")) == len(found.all("style")) == 1
    html.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", html)


def test_hostile_words_are_shown_as_they_are() -> None:
    body = Page(page([hostile()])).body
    for words in HOSTILE:
        assert " ".join(re.sub("[\x00-\x08\x0e-\x1f\ud800-\udfff]", "\ufffd", words).split()) in body


def test_nothing_is_fetched() -> None:
    html = page([sample(), sample()])
    found = Page(html)
    links = [a["href"] for _, a in found.elements if "href" in a]
    assert links
    assert all(link.startswith("#") or link == "data:," for link in links)
    assert not re.search(r"https?://|//[a-z]|@import|url\(", html.replace("// ", "").split("<body>")[1])


def test_only_our_own_style_and_script_may_run() -> None:
    policy = next(a["content"] for a in Page(page([sample()])).all("meta") if a.get("http-equiv") == "Content-Security-Policy")
    for name in ("reading.css", "reading.js"):
        code = files("reportedly.exports.html").joinpath(name).read_text(encoding="utf-8")
        assert f"sha256-{b64encode(sha256(code.encode()).digest()).decode()}" in policy
        assert "</" not in code
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("readings", [[sample()], [hostile()], [sample(), hostile(), sample()]], ids=["one", "hostile", "several"])
def test_ids_are_unique_and_every_link_leads_somewhere(readings: list[Reading]) -> None:
    found = Page(page(readings))
    ids = [a["id"] for _, a in found.elements if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for a in found.all("a") if "href" in a} <= set(ids)
    labels = [label for _, a in found.elements if "aria-labelledby" in a for label in a["aria-labelledby"].split()]
    assert set(labels) <= set(ids)


def test_several_reports_have_contents_and_one_level_of_heading_less() -> None:
    found = Page(page([sample(), sample()]))
    assert len(found.all("h1")) == 1
    assert len([a for a in found.all("h2") if a.get("class") == "headline"]) == 2
    assert [a["href"] for a in found.all("a") if a.get("href", "").startswith("#report-")] == ["#report-0", "#report-1"]


def test_no_reports_and_a_report_without_facts() -> None:
    assert "No report" in page([])
    html = page([Reading(report=report())])
    assert "No claim, event, actor or place was found" in html
    assert "Mr. Vane visited Port Elm" in html


def test_the_same_reading_makes_the_same_page() -> None:
    assert page([sample()]) == page([sample()])


def test_marks_of_the_layout_are_no_words() -> None:
    text = "LP\nFirst words.\n\nTD\nSecond words."
    head = Report(
        id="x", text=text, format="plain", body=Span(0, len(text)), breaks=(Span(0, 2), Span(text.index("TD"), text.index("TD") + 2))
    )
    assert Page(page([Reading(report=head)])).body == "First words. Second words."


def test_a_long_report_stays_quick() -> None:
    reading = long()
    started = time.perf_counter()
    html = page([reading])
    assert time.perf_counter() - started < 2, "it takes about 0.1 s"
    assert len(html) < 1_000_000


LETTERS = st.text(st.sampled_from("ab <>&\"'\u202e\u200b👩é\u0301\x00\ud800日"), min_size=1, max_size=60)


@st.composite
def overlapping(draw: st.DrawFn) -> Reading:
    """A report of one paragraph or several, and facts whose spans overlap in any way."""
    text = draw(st.sampled_from(["x", "\n\nx\r\n\r\n"])).join(draw(st.lists(LETTERS, min_size=1, max_size=3))) + "."

    def spans() -> tuple[Span, ...]:
        edges = draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6, unique=True))
        edges = sorted(edges[: len(edges) // 2 * 2])
        return tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))

    claims = tuple(
        Claim(
            id=f"c{n}",
            source=Source(**_fields(text, spans()), kind=SourceKind.MEDIA),
            cue=words_of(text, *spans()),
            content=words_of(text, *spans()),
            stance=stance,
            manner=Manner.DIRECT,
        )
        for n, stance in enumerate(draw(st.lists(st.sampled_from(list(Stance)), max_size=4)))
    )
    events = tuple(
        Event(id=f"e{n}", type=EventType.AID, trigger=words_of(text, *spans()[:1]), evidence=words_of(text, *spans()), status=Status.DENIED)
        for n in range(draw(st.integers(0, 2)))
    )
    said = tuple(Mention(start=s.start, end=s.end, form=MentionForm.NAME, text=s.of(text)) for s in spans())
    actors = (Actor(id="a1", name="A", kind=ActorKind.PERSON, mentions=said),)
    body = (
        Span(0, len(text)) if draw(st.booleans()) else Span(*sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))))))
    )
    return Reading(report=Report(id="x", text=text, format="plain", body=body), claims=claims, events=events, actors=actors)


def _fields(text: str, spans: tuple[Span, ...]) -> dict[str, object]:
    found = words_of(text, *spans)
    return {"spans": found.spans, "text": found.text}


def _as_shown(words: str) -> str:
    return " ".join(re.sub("[\x00\ud800]", "\ufffd", words).split())


@given(overlapping())
@settings(max_examples=150, deadline=None)
def test_the_body_keeps_its_words_whatever_the_overlaps(reading: Reading) -> None:
    found = Page(page([reading]))
    assert found.body == _as_shown(reading.report.body.of(reading.report.text))


@given(overlapping())
@settings(max_examples=150, deadline=None)
def test_every_piece_names_just_the_facts_that_stand_on_it(reading: Reading) -> None:
    whole = msgspec.structs.replace(
        reading, report=Report(id="x", text=reading.report.text, format="plain", body=Span(0, len(reading.report.text)))
    )
    held = list(marks(whole))
    at = 0
    for words, attributes in Page(page([whole])).pieces:
        if not words.strip():
            continue
        at = _find(whole.report.text, words, at)
        stretch = Span(at, at + len(words))
        named = {token.split("/")[0] for token in attributes.get("data-f", "").split()}
        assert named == {m.fact for m in held if m.span.holds(stretch)}
        assert not [m for m in held if m.span.overlaps(stretch) and not m.span.holds(stretch)], "a piece never crosses the edge of a mark"
        at = stretch.end


def _find(text: str, words: str, at: int) -> int:
    """Where a piece stands: the next place, white space between paragraphs apart."""
    shown = re.sub("[\x00\ud800]", "\ufffd", text)
    while not shown.startswith(words, at):
        assert shown[at].isspace()
        at += 1
    return at


@given(
    st.lists(LETTERS | st.just("Ministry of Foreign Affairs and International Cooperation"), min_size=2, max_size=18),
    st.randoms(use_true_random=False),
)
@settings(max_examples=15, deadline=None)
def test_names_in_the_network_neither_collide_nor_leave_the_drawing(names: list[str], random: object) -> None:
    ids = [f"a{n}" for n in range(len(names))]
    pairs = [(ids[0], other) for other in ids[1:]]
    placed = arrange({i: box(name) for i, name in zip(ids, names, strict=True)}, pairs)
    assert not [1 for a, b in combinations(placed.values(), 2) if overlap(a, b)]
    for b in placed.values():
        assert b.width / 2 <= b.x <= WIDTH - b.width / 2
        assert b.height / 2 <= b.y <= height_for(len(names)) - b.height / 2


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_meets_wcag_aa_on_every_ground(scheme: int) -> None:
    css = files("reportedly.exports.html").joinpath("reading.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.S)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", blocks[scheme]))
    inks = ("ink", "soft", "denies", "wants", "silent", "event", "actor", "place", "asserts")
    grounds = ("paper", "card", "asserts-bg", "denies-bg", "wants-bg", "silent-bg")
    weak = [
        (ink, ground, round(_contrast(colours[ink], colours[ground]), 2))
        for ink in inks
        for ground in grounds
        if _contrast(colours[ink], colours[ground]) < 4.5
    ]
    weak += [
        (ink, ground, round(_contrast(colours[ink], colours[ground]), 2))
        for ink, ground in (("good", "paper"), ("bad", "paper"), ("good", "card"), ("bad", "card"), ("lit-ink", "lit"))
        if _contrast(colours[ink], colours[ground]) < 4.5
    ]
    weak += [
        (line, "paper", round(_contrast(colours[line], colours["paper"]), 2))
        for line in ("rule", "focus")
        if _contrast(colours[line], colours["paper"]) < 3
    ]
    assert not weak
