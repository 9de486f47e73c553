"""Markdown: it renders as tables and lists, and nothing in a report becomes markup."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reportedly.exports.markdown import markdown, plain
from reportedly.model import Reading
from tests.exports.readings import HOSTILE, hostile, report, sample

RENDER = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])


def tokens(text: str) -> list[Any]:
    """Every token, the inline ones too."""
    return [t for block in RENDER.parse(text) for t in (block, *(block.children or []))]


def words(text: str) -> str:
    return " ".join(t.content for t in tokens(text) if t.type in ("text", "text_special", "code_inline", "html_inline", "html_block"))


def test_every_kind_of_fact_is_there() -> None:
    text = markdown(sample())
    for found in (
        "## Events",
        "## Disputes",
        "## Claims",
        "## Relations",
        "## Actors",
        "## Places",
        "## Problems",
        "| Jan 2020 | ? possible | AID money | 071 |",
    ):
        assert found in text
    assert "| c3 | c2 | Dawn Brigade | organisation, indirect | asked for | fuel |" in text
    assert text.endswith("|\n")


def test_a_dispute_names_both_sides() -> None:
    lines = markdown(sample()).split("\n")
    at = lines.index(
        "- **Two people familiar with the talks** said: the minister, Omar Vane, paid the Dawn Brigade in January to free 12 sailors (c1)"
    )
    assert lines[at + 1] == "  - *denies* **Mr. Vane's ministry** denied: that any money had changed hands (c4)"
    assert lines[at + 2] == "  - *unanswered* **Dawn Brigade** declined to comment on the payment (c6)"


def test_every_row_of_a_table_has_its_columns() -> None:
    for reading in (sample(), hostile()):
        rows = [t.type for t in RENDER.parse(markdown(reading)) if t.type in ("tr_open", "td_open", "th_open", "table_open")]
        assert rows.count("table_open") >= 6
    facts = (
        len(sample().events)
        + len(sample().claims)
        + len(sample().relations)
        + len(sample().actors)
        + len(sample().places)
        + len(sample().problems)
    )
    assert [t.type for t in RENDER.parse(markdown(sample()))].count("tr_open") == facts + 6


def test_nothing_in_a_report_becomes_markup() -> None:
    text = markdown(hostile())
    found = {t.type for t in tokens(text)}
    assert not found & {"html_block", "html_inline", "link_open", "image", "code_inline", "s_open", "ordered_list_open", "hr", "fence"}
    assert "\x1b" not in text
    text.encode("utf-8")


@pytest.mark.parametrize("said", [h for h in HOSTILE if h.isprintable()])
def test_hostile_words_are_read_as_they_are(said: str) -> None:
    assert "".join(words(f"x {plain(said)}").split()) == "".join(f"x{said}".split())


@given(st.text(st.sampled_from("ab1 .)-+=#*_`<>&|[]()!~\\$:/@w"), min_size=1, max_size=30))
def test_a_line_is_one_paragraph_with_its_own_words(said: str) -> None:
    line = plain(said)
    if not line:
        return
    found = RENDER.parse(line)
    assert [t.type for t in found] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(t.content for t in found[1].children or []).replace(" ", "") == "".join(said.split())


def test_a_report_without_facts_is_its_head() -> None:
    assert markdown(Reading(report=report(headline=None, subheadline=None))) == "# Report TEST1\n\nThe Courier · 2 March 2020 · Ana Poole\n"
