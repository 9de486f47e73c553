"""The HTML report in a real browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.exports.html import page
from reportedly.model import Reading
from tests.exports.readings import TEXT, hostile, long, report, sample

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
CHROMIUM = next(
    (found for name in ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium was found at /usr/bin/chromium or in PATH: apt-get install chromium"),
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]

LIT = "[...document.querySelectorAll('[data-lit]')].map(e => [e.textContent, e.dataset.lit])"
PHONE, DESK = (390, 844), (1400, 1000)


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as p:
        found = p.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield found
        found.close()


class Open:
    """A page that was opened from a file, and what it did that it should not."""

    def __init__(self, browser: playwright.Browser, path: Path, readings: list[Reading], size: tuple[int, int], **options: object) -> None:
        path.write_text(page(readings), encoding="utf-8")
        self.context = browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", **options)
        self.tab = self.context.new_page()
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.tab.on("console", lambda message: self.faults.append(message.text))
        self.tab.on("pageerror", lambda error: self.faults.append(str(error)))
        self.tab.on("dialog", lambda dialog: (self.faults.append("dialog"), dialog.dismiss()))
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.tab.goto(path.as_uri())

    def lit(self) -> dict[str, str]:
        return dict(self.tab.evaluate(LIT))

    def focused(self) -> str:
        return str(self.tab.evaluate("document.activeElement.closest('.row')?.dataset.own ?? ''"))

    def overflow(self) -> int:
        return int(self.tab.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.fixture
def opened(browser: playwright.Browser, tmp_path: Path) -> Iterator[type]:
    """Opens a page; at the end nothing may have been fetched and nothing complained."""
    pages: list[Open] = []

    def open_(readings: list[Reading] | None = None, size: tuple[int, int] = DESK, **options: object) -> Open:
        pages.append(Open(browser, tmp_path / f"page{len(pages)}.html", readings or [sample()], size, **options))
        return pages[-1]

    yield open_  # type: ignore[misc]
    for p in pages:
        assert p.faults == []
        assert [r for r in p.requests if not r.startswith(("file:", "data:"))] == []
        p.context.close()


def test_the_pointer_on_a_claim_lights_its_source_cue_and_content(opened) -> None:
    p = opened()
    p.tab.hover("#r0-c4")
    assert p.lit() == {"Mr. Vane": "source", "'s ministry": "source", "denied": "cue", "that any money had changed hands": "content"}
    p.tab.mouse.move(1, 1)
    assert p.lit() == {}


def test_the_pointer_on_an_event_lights_its_words_and_the_source_of_its_claim(opened) -> None:
    p = opened()
    p.tab.hover("#r0-e1")
    lit = p.lit()
    assert lit["paid the"] == "trigger"
    assert lit["Two people familiar with the talks"] == "source"
    assert lit["Omar Vane"] == "part"
    assert "said" not in lit, "the cue of the claim is not the event's"


def test_an_answer_lights_what_it_answers(opened) -> None:
    p = opened()
    p.tab.hover(".quarrel .answer[data-own=c4]")
    assert {"that any money had changed hands", "Two people familiar with the talks"} <= p.lit().keys()


def test_the_pointer_on_the_report_tells_the_most_specific_fact(opened) -> None:
    p = opened()
    p.tab.hover("text=fuel")
    assert p.lit()["fuel"] == "content"
    assert p.tab.inner_text("#words p:first-child").startswith("c3Dawn Brigade asked for")
    assert p.tab.get_attribute("#r0-c3", "class").endswith("lit")


def test_focus_lights_and_escape_lets_go(opened) -> None:
    p = opened()
    p.tab.keyboard.press("j")
    assert p.focused() == "c1"
    assert p.lit()["Two people familiar with the talks"] == "source"
    p.tab.keyboard.press("Escape")
    assert p.lit() == {}


def test_j_and_k_walk_every_row_and_stop_at_the_ends(opened) -> None:
    p = opened()
    rows = p.tab.eval_on_selector_all(".row[data-own]", "rows => rows.map(r => r.dataset.own)")
    walked = []
    for _ in rows:
        p.tab.keyboard.press("j")
        walked.append(p.focused())
    assert walked == rows
    p.tab.keyboard.press("j")
    assert p.focused() == rows[-1]
    p.tab.keyboard.press("k")
    assert p.focused() == rows[-2]


def test_everything_is_reached_with_the_tab_key_alone(opened) -> None:
    p = opened()
    reached = set()
    for _ in range(90):
        p.tab.keyboard.press("Tab")
        reached.add(p.tab.evaluate("(e => e.getAttribute('href') ?? e.dataset.layer ?? e.type ?? e.className)(document.activeElement)"))
    assert {"#r0-claims", "claims", "search", "#r0-c1", "#r0-c1-at", "#r0-e1-at", "#r0-a2", "drawing"} <= reached


def test_a_reference_in_the_text_leads_to_its_row_and_back(opened) -> None:
    p = opened()
    p.tab.focus(".ref[data-ref=c4]")
    p.tab.keyboard.press("Enter")
    assert p.tab.url.endswith("#r0-c4")
    p.tab.focus("#r0-c4 a.to")
    p.tab.keyboard.press("Enter")
    assert p.tab.url.endswith("#r0-c4-at")


def test_a_press_holds_the_light_until_a_press_elsewhere(opened) -> None:
    p = opened()
    p.tab.click("#r0-e3 .words")
    p.tab.mouse.move(1, 1)
    assert p.lit()["visited"] == "trigger"
    assert p.tab.evaluate(
        "(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector('[data-lit=trigger]').getBoundingClientRect())"
    )
    p.tab.click("header .imprint")
    assert p.lit() == {}


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_switches_show_and_hide_layers(opened, scripts: bool) -> None:
    p = opened(java_script_enabled=scripts)
    look = {
        "claims": (".said-denies", "border-bottom-style", "double"),
        "events": (".event", "font-weight", "600"),
        "actors": (".actor", "text-decoration-line", "underline"),
        "places": (".time", "text-decoration-line", "underline"),
    }
    for layer, (piece, style, shown) in look.items():
        switch, place = p.tab.locator(f"[data-layer={layer}]"), p.tab.locator(f".body {piece}").last
        switch.set_checked(True)
        on = _style(p, place, style)
        switch.set_checked(False)
        assert on == shown
        assert _style(p, place, style) != shown


def _style(p: Open, place: playwright.Locator, style: str) -> str:
    """A computed style, by a screen-free way that needs no scripts of the page."""
    session = p.context.new_cdp_session(p.tab)
    session.send("DOM.enable")
    session.send("CSS.enable")
    handle = place.element_handle()
    marker = handle.evaluate("e => [...document.querySelectorAll('.body span')].indexOf(e)")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": ".body span"})["nodeIds"][marker]
    found = {s["name"]: s["value"] for s in session.send("CSS.getComputedStyleForNode", {"nodeId": node})["computedStyle"]}
    session.detach()
    return str(found[style])


def test_a_layer_that_is_off_is_not_told(opened) -> None:
    p = opened()
    p.tab.uncheck("[data-layer=claims]")
    p.tab.hover("text=fuel")
    assert p.lit() == {}


def test_the_ledger_is_searched(opened) -> None:
    p = opened()
    p.tab.keyboard.press("/")
    p.tab.keyboard.type("spokeswoman")
    seen = p.tab.eval_on_selector_all(".row", "rows => rows.filter(r => r.checkVisibility()).map(r => r.dataset.own)")
    assert set(seen) == {"c5", "r1", "a6"}
    assert not p.tab.is_visible("#r0-places")
    p.tab.fill(".find input", "")
    assert p.tab.is_visible("#r0-places")


@pytest.mark.parametrize("readings", [[sample()], [hostile()], [sample(), hostile()]], ids=["sample", "hostile", "several"])
def test_a_phone_never_scrolls_sideways(opened, readings: list[Reading]) -> None:
    p = opened(readings, PHONE, has_touch=True)
    assert p.overflow() <= 0
    p.tab.touchscreen.tap(*_middle(p, ".body .cue >> nth=0"))
    assert p.tab.is_visible("#words")
    assert p.overflow() <= 0


def _middle(p: Open, selector: str) -> tuple[float, float]:
    p.tab.locator(selector).scroll_into_view_if_needed()
    found = p.tab.locator(selector).bounding_box()
    return found["x"] + found["width"] / 2, found["y"] + found["height"] / 2


def test_hostile_reports_run_nothing_and_lose_nothing(opened) -> None:
    p = opened([hostile()])
    assert p.tab.evaluate("document.scripts.length") == 1
    assert p.tab.locator(".body p").count() == 15
    assert p.tab.locator(".body img, .body svg, .ledger img").count() == 0
    assert p.tab.locator(".body p").nth(6).evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_the_words_of_the_body_are_the_report_s(opened) -> None:
    p = opened()
    assert p.tab.evaluate("[...document.querySelectorAll('.body p')].map(e => e.textContent)") == TEXT[TEXT.index("PORT ELM") :].split(
        "\n\n"
    )


def test_names_in_the_network_fit_their_boxes_and_the_drawing(opened) -> None:
    p = opened()
    inside = """nodes => nodes.every(n => { const b = n.querySelector('rect').getBBox(), d = n.ownerSVGElement.viewBox.baseVal;
        return [...n.querySelectorAll('text')].map(t => t.getBBox()).every(t => t.x >= b.x && t.x + t.width <= b.x + b.width)
            && b.x >= 0 && b.y >= 0 && b.x + b.width <= d.width && b.y + b.height <= d.height; })"""
    assert p.tab.eval_on_selector_all(".node", inside)
    p.tab.hover(".node[data-own=a2]")
    assert p.lit()["Omar Vane"] == "mention"


def test_landmarks_and_names_for_a_screen_reader(opened) -> None:
    p = opened()
    tree = p.tab.locator("body").aria_snapshot()
    for line in (
        "- main",
        '- article "Minister\'s Visit Stirs Talk of a Deal"',
        '- navigation "In this report"',
        '- complementary "Ledger"',
        '- region "The report"',
        '- group "Highlight"',
        'link "c4: show in the report"',
    ):
        assert line in tree, line


def test_paper_shows_the_whole_ledger_and_no_controls(opened) -> None:
    p = opened()
    p.tab.emulate_media(media="print")
    assert not p.tab.is_visible(".switches")
    assert p.tab.evaluate("(e => e.scrollHeight - e.clientHeight)(document.querySelector('.ledger'))") <= 1
    assert p.tab.pdf(format="A4").startswith(b"%PDF")


def test_dark_is_dark(opened) -> None:
    p = opened(color_scheme="dark")
    assert p.tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 23, 26)"


def test_a_long_report_answers_at_once(opened) -> None:
    p = opened([long()])
    p.tab.hover("#r0-c2")
    took = p.tab.evaluate("""() => { const rows = [...document.querySelectorAll('.row')], start = performance.now();
        for (const row of rows.slice(0, 100)) row.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
        return (performance.now() - start) / 100; }""")
    assert took < 16, "a row is lit within a frame"


def test_no_facts_is_no_fault(opened) -> None:
    p = opened([Reading(report=report())])
    p.tab.keyboard.press("j")
    assert p.tab.is_visible("text=No claim, event, actor or place was found")
