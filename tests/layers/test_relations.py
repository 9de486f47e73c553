"""Who leads, backs, opposes, speaks for, belongs to, fights or is kin to whom, and what does not say so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge import relations as knowledge
from reportedly.layers import actors, claims, places, relations, status, times
from reportedly.layers.base import Facts
from reportedly.model import Relation, Report, Span
from reportedly.text import parse

LAYERS = (times.LAYER, places.LAYER, actors.LAYER, claims.LAYER, status.LAYER, relations.LAYER)


def facts_of(text: str) -> Facts:
    report = Report(id="r", text=text, format="plain", body=Span(0, len(text)), published=date(2021, 6, 9))
    parsed = next(iter(parse([report])))
    facts = Facts()
    for layer in LAYERS:
        facts = layer.run(parsed, facts)
    for r in facts.relations:
        for words in (r.subject, r.object, r.evidence):
            words.check(text)
    return facts


def read(text: str) -> list[tuple[str, str, str, str]]:
    """Type, subject, object and status: actors by name, other sides by their words."""
    facts = facts_of(text)

    def name(side: object) -> str:
        actor = facts.actor(side.id)  # type: ignore[attr-defined]
        return actor.name if actor else side.text  # type: ignore[attr-defined]

    return [(r.type.value, name(r.subject), name(r.object), r.status.value) for r in facts.relations]


def types(text: str) -> set[str]:
    return {row[0] for row in read(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Ivo Maric, commander of the Sava Brigade, spoke on Monday.", ("leads", "Ivo Maric", "Sava Brigade", "ongoing")),
        ("The Sava Brigade, which Gen. Ivo Maric leads, withdrew.", ("leads", "Ivo Maric", "Sava Brigade", "ongoing")),
        ("The Sava Brigade, led by Gen. Ivo Maric, withdrew.", ("leads", "Ivo Maric", "Sava Brigade", "ongoing")),
        ("Gen. Ivo Maric's Sava Brigade withdrew.", ("leads", "Ivo Maric", "Sava Brigade", "ongoing")),
        ("Albanian President Arta Leka arrived after Albania denied it.", ("leads", "Arta Leka", "Albania", "ongoing")),
        ("Albania's foreign minister, Arta Leka, met envoys from Peru.", ("member of", "Arta Leka", "Albania", "ongoing")),
        ("Arta Leka, a spokeswoman for the Sava Brigade, denied it.", ("represents", "Arta Leka", "Sava Brigade", "ongoing")),
        ("Maric is a member of the Sava Brigade.", ("member of", "Maric", "Sava Brigade", "ongoing")),
        ("Soldiers loyal to Gen. Ivo Maric fired at the gate.", ("supports", "Soldiers loyal to Gen. Ivo Maric", "Ivo Maric", "ongoing")),
        ("Peru is allied with Albania.", ("allied with", "Peru", "Albania", "ongoing")),
        ("Peru has been at war with Albania since 2018.", ("at war with", "Peru", "Albania", "ongoing")),
        ("Peru imposed sanctions on Gen. Ivo Maric.", ("sanctions", "Peru", "Ivo Maric", "ongoing")),
        ("The Sava Brigade controls most of the coast.", ("controls", "Sava Brigade", "most of the coast", "ongoing")),
        ("Gen. Ivo Maric, a rival of Gen. Petar Babic, spoke.", ("rival of", "Ivo Maric", "Petar Babic", "ongoing")),
    ],
)
def test_each_kind_of_tie_is_read(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in read(text)


def test_a_brother_is_kin_of_whom_the_pronoun_means() -> None:
    assert any(r[0] == "family of" and r[2] == "Ivo Maric" for r in read("Gen. Ivo Maric spoke. His brother was not there."))


def test_backing_comes_from_the_giver() -> None:
    rows = read("Gen. Ivo Maric has received support from Peru and Albania.")
    assert {(r[1], r[2]) for r in rows if r[0] == "supports"} == {("Peru", "Ivo Maric"), ("Albania", "Ivo Maric")}


def test_a_hyphen_names_the_backer() -> None:
    facts = facts_of("Peru denied it. Peruvian-backed rebels took the town.")
    backing = next(r for r in facts.relations if r.type.value == "supports")
    assert backing.subject.text == "Peruvian"
    assert facts.actor(backing.subject.id) is not None
    assert "rebels" in backing.object.text


def test_a_place_is_no_actor() -> None:
    held = next(r for r in facts_of("The Sava Brigade has controlled the town since March 2020.").relations if r.type.value == "controls")
    assert held.object.id is None
    assert held.object.text == "the town"
    assert held.start == date(2020, 3, 1)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("Ivo Maric is the leader of the Sava Brigade.", "Ivo Maric was the leader of the Sava Brigade."),
        ("Ivo Maric, the commander of the Sava Brigade, left.", "Ivo Maric, a former commander of the Sava Brigade, left."),
        ("The Sava Brigade, which Ivo Maric leads, withdrew.", "The Sava Brigade, which Ivo Maric led, withdrew."),
        ("Peru is an ally of Albania.", "Peru was an ally of Albania."),
    ],
)
def test_what_is_over_has_happened(now: str, then: str) -> None:
    assert [r[3] for r in read(now)][:1] == ["ongoing"]
    assert [r[3] for r in read(then)][:1] == ["happened"]


@pytest.mark.parametrize(
    ("tie", "none"),
    [
        ("Peru supports Albania.", "Peru supports the resolution."),
        ("Peru is fighting the Sava Brigade.", "Peru fought the Sava Brigade in a friendly match."),
        ("The Sava Institute, which is close to the Finance Ministry, agreed.", "A person close to the Finance Ministry agreed."),
        ("Arta Leka, an official at the Albanian Finance Ministry, agreed.", "Albanian officials agreed."),
        ("Two of the Sava Brigade's officers fled.", "The Sava Brigade withdrew. Its officers fled."),
        ("The Sava Brigade controls the port.", "The Sava Brigade controls its temper."),
        ("Arta Leka, the envoy of Peru, agreed.", "Arta Leka, the envoy for climate, agreed."),
        ("Arta Leka, the lawyer for Ivo Maric, agreed.", "Arta Leka, a Leeds lawyer, agreed."),
    ],
)
def test_minimal_pairs(tie: str, none: str) -> None:
    assert types(tie)
    assert not types(none)


def test_denied_and_negated_ties_are_not_ongoing() -> None:
    assert [r[3] for r in read("Peru does not support Albania.") if r[0] == "supports"] == ["did not happen"]
    assert [r[3] for r in read("Ivo Maric is not a member of the Sava Brigade.") if r[0] == "member of"] == ["did not happen"]


def test_a_leader_needs_no_membership_too() -> None:
    text = "Ivo Maric, the commander of the Sava Brigade, spoke. Ivo Maric is a member of the Sava Brigade."
    assert [r[0] for r in read(text)] == ["leads"]


def test_one_tie_is_told_once_and_mutual_ones_in_either_direction() -> None:
    rows = read("Peru is an ally of Albania. Albania is allied with Peru. Peru is allied with Albania.")
    assert [r[0] for r in rows] == ["allied with"]


def test_claims_that_hold_the_evidence_are_named() -> None:
    facts = facts_of("Arta Leka said that the Sava Brigade supports Gen. Ivo Maric.")
    tie = next(r for r in facts.relations if r.type.value == "supports")
    assert tie.claims
    assert all(facts.claim(c) is not None for c in tie.claims)
    assert [r.id for r in facts.relations] == [f"r{n}" for n in range(1, len(facts.relations) + 1)]


def test_secretary_of_state_leads_no_state() -> None:
    assert not any(r.object.text.lower() == "state" for r in ties("The Secretary of State arrived on Monday."))


def ties(text: str) -> tuple[Relation, ...]:
    return facts_of(text).relations


@pytest.mark.parametrize("text", ["", " ", "leader", "🙂 🙂", "زعيم الحزب قال", "of of of backed-by", "A, B and " * 700 + "C support Peru"])
def test_any_text_is_read(text: str) -> None:
    assert ties(text) == ties(text)


def test_the_shipped_words_load() -> None:
    words = knowledge.load()
    assert "leader" in words.ties["noun"]
    assert "former" in words.lists["past"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("noun,rules,of,,leader", "none of"),
        ("noun,leads,of,grand,leader", "traits"),
        ("noun,leads,of,,", "words is empty"),
        ("link,supports,,,loyal", "preposition"),
        ("noun,leads,of,,leader|leader", "twice"),
        ("verbs,leads,,,lead", "sort"),
        ("noun,leads,of,,leader", "no line of the sort"),
    ],
)
def test_wrong_rows_are_refused(tmp_path: Path, row: str, message: str) -> None:
    file = tmp_path / "relations.csv"
    file.write_text(f"sort,type,links,traits,words\n{row}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        knowledge.load(file)


def test_an_embassy_represents_its_country() -> None:
    found = read("Peru closed the border. The Peruvian embassy in Quito declined to comment.")
    assert any(kind == "represents" and owner == "Peru" for kind, _, owner, _ in found)
