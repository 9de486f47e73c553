"""What a source did: the stance word, and the report's own verb where the stance word would mislead."""

from __future__ import annotations

import msgspec
import pytest

from reportedly.cli.brief import brief
from reportedly.exports.html import page
from reportedly.exports.markdown import markdown
from reportedly.exports.verbs import colon, verb
from reportedly.model import Claim, Manner, Reading, Source, SourceKind, Span, Stance, Words
from tests.exports.readings import report


def claim(cue: str, content: str, stance: Stance = Stance.ASSERTS) -> Claim:
    text = f"Lima {cue} {content}"
    parts = [Words(spans=(Span(at, at + len(w)),), text=w) for w in ("Lima", cue, content) for at in [text.index(w)]]
    source = Source(spans=parts[0].spans, text="Lima", actor=None, kind=SourceKind.GOVERNMENT, anonymous=False)
    return Claim(id="c1", source=source, cue=parts[1], content=parts[2], stance=stance, manner=Manner.INDIRECT, via=None)


@pytest.mark.parametrize(
    ("cue", "content", "stance", "told"),
    [
        ("condemned", "the attack", Stance.ASSERTS, "condemned"),
        ("Blames", "Quito for the raid", Stance.ASSERTS, "blames"),
        ("called for", "calm", Stance.REQUESTS, "asked for:"),
        ("said", "the road was cut", Stance.ASSERTS, "said:"),
        ("announced", "a truce", Stance.ASSERTS, "said:"),
        ("accusing", "Quito", Stance.ASSERTS, "said:"),
        ("according to", "the talks failed", Stance.ASSERTS, "said:"),
        ("denied", "that it paid", Stance.DENIES, "denied:"),
        ("rejected", "the charge", Stance.DENIES, "rejected"),
        ("said", "no money was paid", Stance.DENIES, "denied, saying:"),
        ("insisted", "that nobody was paid", Stance.DENIES, "denied, saying:"),
    ],
)
def test_the_verb_fits_what_follows(cue: str, content: str, stance: Stance, told: str) -> None:
    made = claim(cue, content, stance)
    assert verb(made) + colon(made) == told


def test_a_verb_after_the_content_does_not_lead_to_it() -> None:
    made = claim("condemned", "the attack")
    assert verb(msgspec.structs.replace(made, cue=made.content, content=made.cue)) == "said"


def test_every_printed_form_has_the_same_verb() -> None:
    reading = Reading(report=report(), claims=(claim("condemned", "the attack"),))
    for printed in (brief(reading), markdown(reading), page([reading])):
        assert "condemned" in printed
        assert ">said<" not in printed
