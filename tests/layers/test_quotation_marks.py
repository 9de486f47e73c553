"""Straight, curly or no quotation marks: the same words give the same claims."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

import reportedly

SOURCES = ("the mayor", "President Adwoa Mensah", "a spokesman for the rebels", "the foreign ministry", "two people close to the talks")
CUES = ("said", "told reporters", "warned", "insisted", "wrote")
WORDS = (
    "the dam will hold until spring",
    "we have not received a single complaint",
    "the soldiers crossed the river before dawn",
    "no agreement has been signed with the company",
    "our people want peace and bread",
    "thousands of families have fled the valley since March",
)
SHAPES = ('{Source} {cue} that "{words}".', '"{Words}," {source} {cue}.', '{Source} {cue}: "{Words}."')
OPENING = "The council of Tamsaro met on Monday after a week of talks."


def content(claims, *, outermost):
    """The claims without their marks: the words of source, cue and content, and the stance."""
    return [
        (*(tuple(re.findall(r"\w+", part.text)) for part in (c.source, c.cue, c.content)), c.stance)
        for c in claims
        if c.via is None or not outermost
    ]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(SHAPES), st.sampled_from(SOURCES), st.sampled_from(CUES), st.sampled_from(WORDS), st.booleans())
def test_marks_make_no_difference_to_what_is_claimed(shape, source, cue, words, fast):
    """With the encoder, a wish within a quotation may stand on the edge; all else is the same with any marks."""
    straight = shape.format(source=source, Source=source[0].upper() + source[1:], cue=cue, words=words, Words=words[0].upper() + words[1:])
    curly = re.sub(r'"([^"]*)"', "\u201c\\1\u201d", straight)
    none = straight.replace('"', "")
    with_straight, with_curly, without = (
        content(reportedly.read(f"{OPENING}\n\n{text}\n", fast=fast).claims, outermost=not fast) for text in (straight, curly, none)
    )
    assert with_straight
    assert with_straight == with_curly == without
