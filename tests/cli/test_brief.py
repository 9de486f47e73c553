"""The brief: scannable at any width, right without colour, and unable to steer the terminal."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len

from reportedly.cli.brief import MOST_ACTORS, brief, render
from reportedly.formats import receive
from reportedly.model import ActorKind, Reading
from reportedly.reader import read_reports
from tests.exports.readings import actor, hostile, report, sample, words


def lines(width: int = 110, reading: Reading | None = None) -> list[str]:
    return render(reading or sample(), width, colour=False).split("\n")


def part(title: str, width: int = 110) -> list[str]:
    """The lines below a title."""
    found = lines(width)
    start = found.index(title) + 1
    return found[start : found.index("", start)]


@pytest.mark.parametrize("width", [80, 110, 140])
@pytest.mark.parametrize("reading", [sample(), hostile()], ids=["sample", "hostile"])
def test_no_line_is_wider_than_the_page(width: int, reading: Reading) -> None:
    assert max(cell_len(line) for line in lines(width, reading)) <= width


@pytest.mark.parametrize("width", [80, 110, 140])
def test_every_fact_is_told(width: int) -> None:
    told = " ".join(" ".join(lines(width)).split())
    for said in (
        "the minister, Omar Vane, paid the Dawn Brigade in January to free 12 sailors",
        "that any money had changed hands",
        "(anonymous person, indirect)",
        "Mr. Vane's ministry ✗ denied (government, indirect)",
        "Omar Vane leads ministry of Omar Vane until 2020-03-09",
        "no-byline",
        "Port Elm",
    ):
        assert said in told


def test_events_stand_in_time_order_each_with_its_status() -> None:
    heads = [line for line in part("Events") if "[" in line]
    assert [line.split("[")[1].rstrip("]") for line in heads] == ["AID money", "CONSULT visit", "COOPERATE", "AID", "REQUEST"]
    assert [line.split()[:2] for line in heads[:2]] == [["Jan", "2020"], ["1", "Mar"]]
    assert heads[0].split("2020")[1].split("[")[0].split() == "? possible Omar Vane → Dawn Brigade".split()
    assert "no day given   ✗ denied" in heads[3] or heads[3].lstrip().startswith("no day given")


def test_an_event_shows_its_words_its_counts_and_on_whose_word_it_stands() -> None:
    told = " ".join(" ".join(part("Events")).split())
    assert "according to two people familiar with the talks · at least 12 present" in told
    assert "Mr. Vane visited Port Elm" in told


def test_a_dispute_says_who_says_what_against_whom() -> None:
    assert part("Disputes") == [
        "  c1  Two people familiar with the talks said: the minister, Omar Vane, paid the Dawn Brigade in January to",
        "      free 12 sailors",
        "  c4    ✗ Mr. Vane's ministry denied: that any money had changed hands",
        "  c6    – Dawn Brigade declined to comment on the payment",
        "  c2  Two people familiar with the talks said: the brigade asked for fuel",
        '  c5    ≠ but its spokeswoman said: "Not a cent,"',
    ]


def test_a_pronoun_is_never_a_source() -> None:
    assert not [line for line in part("Claims") if "They" in line]


def test_a_nested_claim_is_set_in() -> None:
    assert "  c3     ↳ Dawn Brigade asked for (organisation, indirect)" in part("Claims")


def test_many_actors_are_counted_not_listed() -> None:
    crowd = tuple(
        actor(f"a{n}", f"Actor {n}", ActorKind.PERSON, *[("name", words("Omar Vane"))] * (2 if n < 3 else 1))
        for n in range(MOST_ACTORS + 5)
    )
    told = render(Reading(report=report(), actors=crowd), 80, colour=False)
    assert f"and {MOST_ACTORS + 2} more, each mentioned once" in told
    assert "Actor 2" in told
    assert "Actor 3 " not in told


def test_without_a_terminal_there_is_no_colour_and_no_trailing_space() -> None:
    told = brief(sample(), io.StringIO())
    assert "\x1b" not in told
    assert told == "\n".join(line.rstrip() for line in told.split("\n"))


def test_in_a_terminal_a_report_cannot_steer_it() -> None:
    told = render(hostile(), 100, colour=True)
    assert "esc[31mred" in told, "the words stay, the control does not"
    assert not set(told) & {"\x00", "\x07", "\u202e", "\ud800"}
    told.encode("utf-8")


def test_a_report_without_facts_says_so() -> None:
    assert "No claim, event, relation or actor was found in this report." in lines(80, Reading(report=report()))


def test_no_count_is_told_twice_and_an_open_day_is_told_in_the_words_of_the_report() -> None:
    (found,) = receive("Rebels kill 14 in Gao market\n\nRebels killed at least 14 people and injured three in a market in Gao on Sunday.")
    told = " ".join(render(next(read_reports([found], fast=True)), 110, colour=False).split())
    assert "at least 14 dead" in told
    assert ", 14 dead" not in told
    assert "time: “Sunday”" in told


def test_a_report_without_a_headline_opens_with_its_first_words() -> None:
    made_up = report(headline=None, subheadline=None, id="r-0123456789abcdef")
    assert lines(reading=Reading(report=made_up))[0].startswith("PORT ELM -- Two people")
    assert lines(reading=Reading(report=report(headline=None, subheadline=None)))[0] == "Report TEST1"
