"""Silences in their many forms, each beside a neighbour that keeps nothing back."""

import pytest

from reportedly import api
from reportedly.model import SILENCES, Stance

DECLINES, NO_ANSWER, UNREACHABLE = Stance.DECLINES, Stance.NO_ANSWER, Stance.UNREACHABLE


def silences(text, fast=True):
    return [(c.source.text, c.cue.text, c.content.text, c.stance) for c in api.read(text, fast=fast).claims if c.stance in SILENCES]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "stance"),
    [
        ("The bishop took no questions.", "The bishop", "took no", "questions", DECLINES),
        ("The bishop had no immediate reply to letters.", "The bishop", "had no immediate reply to", "letters", NO_ANSWER),
        ("The bishop could not be contacted up to press time.", "The bishop", "could not be contacted", "", UNREACHABLE),
        ("The bishop has yet to say whether he will go.", "The bishop", "has yet to say", "whether he will go", DECLINES),
        ("The bishop has yet to speak publicly about the fire.", "The bishop", "has yet to speak publicly about", "the fire", DECLINES),
        ("The bishop did not explain the fire.", "The bishop", "did not explain", "the fire", DECLINES),
        ("The bishop has not confirmed the sale.", "The bishop", "has not confirmed", "the sale", DECLINES),
        ("The bishop did not name the donor.", "The bishop", "did not name", "the donor", DECLINES),
        ("The letter did not mention the fire.", "The letter", "did not mention", "the fire", DECLINES),
        ("The bishop neither admits nor disputes the sale.", "The bishop", "neither admits nor disputes", "the sale", DECLINES),
        ("The bishop answered none of the letters.", "The bishop", "answered none of", "the letters", NO_ANSWER),
        ("The bishop answered no calls.", "The bishop", "answered no", "calls", NO_ANSWER),
        ("The bishop stopped answering letters.", "The bishop", "stopped answering", "letters", NO_ANSWER),
        ("The bishop did not take calls.", "The bishop", "did not take", "calls", NO_ANSWER),
        ("The bishop did not come to the telephone.", "The bishop", "did not come to", "the telephone", NO_ANSWER),
        ("The bishop did not immediately comment.", "The bishop", "did not immediately comment", "", NO_ANSWER),
        ("The bishop switched off his telephone.", "The bishop", "switched off his telephone", "", UNREACHABLE),
        ("The bishop could not be found.", "The bishop", "could not be found", "", UNREACHABLE),
        ("The bank was closed for a holiday.", "The bank", "closed", "", UNREACHABLE),
        ("The bishop declined to take a position.", "The bishop", "declined", "to take a position", DECLINES),
        ("The bishop would not be led into a debate.", "The bishop", "would not be led into", "a debate", DECLINES),
        ("The bishop had no immediate comment.", "The bishop", "had no immediate comment", "", DECLINES),
        ("The bishop had no comment on the fire.", "The bishop", "had no comment on", "the fire", DECLINES),
        ("The bishop gave no details.", "The bishop", "gave no", "details", DECLINES),
        ("The bishop gave no answer to our letters.", "The bishop", "gave no answer to", "our letters", NO_ANSWER),
        ("The bishop has issued no statement.", "The bishop", "issued no statement", "", DECLINES),
        ("The bishop would not be drawn on the fire.", "The bishop", "would not be drawn on", "the fire", DECLINES),
        ("The bishop would not be drawn on Friday.", "The bishop", "would not be drawn", "", DECLINES),
        ("The bishop referred questions about the fire to the ministry.", "The bishop", "referred", "questions about the fire", DECLINES),
        ("The bishop referred reporters to the diocese.", "The bishop", "referred reporters", "", DECLINES),
        ("The bishop left two letters unanswered.", "The bishop", "unanswered", "two letters", NO_ANSWER),
        ("Attempts to reach the bishop were unsuccessful.", "the bishop", "unsuccessful", "", UNREACHABLE),
        ("The bishop could not be reached for comment after hours.", "The bishop", "could not be reached", "for comment", UNREACHABLE),
        ("The bishop had nothing to add to the letter.", "The bishop", "had nothing to add to", "the letter", DECLINES),
        ("The bishop remained tight-lipped about the fire.", "The bishop", "tight-lipped about", "the fire", DECLINES),
        ("The bishop neither claimed the gift nor disowned it.", "The bishop", "neither claimed", "the gift", DECLINES),
        ("The bishop said he neither confirmed nor denied it.", "The bishop", "said", "he neither confirmed nor denied it", DECLINES),
        ("The bishop avoided the subject.", "The bishop", "avoided the subject", "", DECLINES),
        ("There was no word from the bishop on the fire.", "the bishop", "was no word", "on the fire", DECLINES),
        ("Letters to the bishop were ignored.", "the bishop", "ignored", "Letters", NO_ANSWER),
        ("The bishop was silent for days about the fire.", "The bishop", "silent", "about the fire", DECLINES),
    ],
)  # fmt: skip
def test_silences(text, source, cue, content, stance):
    assert silences(text) == [(source, cue, content, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "The bishop took no prisoners.",
        "The bishop has yet to arrive.",
        "The bishop has not spoken to his wife.",
        "Engineers could not explain the fire.",
        "The senate has not confirmed the nominee.",
        "The bishop has not named a successor.",
        "Police have not identified the body.",
        "The bishop did not address the meeting.",
        "The farmer neither owns nor rents the field.",
        "The bishop answered none of his critics.",
        "The bishop stopped answering to that name.",
        "The bishop did not take the train.",
        "The bishop switched off the lamp.",
        "The gun could not be found.",
        "The climbers could not be found, rescuers said.",
        "The bank was closed by the regulator on Friday.",
        "The bishop declined to match the offer.",
        "The bishop would not be drawn into a war.",
        "The bishop could not have answered.",
        "Patients do not answer when spoken to.",
        "The bishop has kept it quiet.",
    ],
)
def test_what_keeps_nothing_back(text):
    assert not silences(text)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The bishop, asked whether he had paid, ended the call.", "ended the call", "whether he had paid"),
        ("Asked if he had paid, the bishop did not say.", "did not say", "if he had paid"),
        ("Asked if he had paid, the bishop scurried off.", "scurried off", "if he had paid"),
        ("Asked who had paid, the bishop gave no answer.", "gave no answer", "who had paid"),
        ("Asked to explain the sale, the bishop declined.", "declined", "to explain the sale"),
        ("The bishop hung up when he was asked about the sale.", "hung up", "about the sale"),
        ("Asked about the sale, the bishop smiled and walked on.", "smiled and walked on", "about the sale"),
        ("Asked who had paid, the bishop said only that it was late.", "said only", "that it was late"),
        ("Asked about it, the bishop said only that questions should be put to Rome.", "said only", "that questions should be put to Rome"),
        ("Asked who had paid, the bishop had no comment.", "had no comment", "who had paid"),
        ("Asked who had paid, the bishop referred reporters to Rome.", "referred reporters", "who had paid"),
    ],
)
def test_what_was_asked_is_what_the_silence_is_about(text, cue, content):
    assert [found[1:3] for found in silences(text)] == [(cue, content)]


@pytest.mark.parametrize(
    "text", ["Asked to leave, the bishop refused.", "Asked for more time, the court declined.", "Asked about the sale, the bishop nodded."]
)
def test_requests_that_are_refused_are_no_silences(text):
    assert not silences(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said operations were not discussed.",
        "The ministry said it was too early to name anyone.",
        "A spokesman said he had no information about the raid.",
        "A spokesman said he was not familiar with the pictures.",
        '"I will not guess," the bishop said.',
        "The clinic said the law barred it from discussing patients.",
        "Asked for the list, the bishop said it was confidential.",
        "The bank does not discuss its customers, a clerk said.",
    ],
)
@pytest.mark.parametrize("fast", [False, True])
def test_who_says_that_he_says_nothing_is_silent(text, fast):
    (found,) = silences(text, fast=fast)
    assert found[1] == "said"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said the raid was not discussed at the summit.",
        "The ministry said it was too early to withdraw.",
        "A farmer said he had no information about prices.",
        "The bishop said the talks were confidential.",
        "The bishop said he had not named the donor.",
    ],
)
def test_who_says_something_is_not(text):
    assert not silences(text)


def test_a_silence_goes_on_from_who_spoke():
    (found,) = silences("The priest said he had seen the bodies but declined to say whose they were.")
    assert found[0] == "The priest"
    (found,) = silences("The priest said his brother had seen the bodies and declined to bury them but would not say whose they were.")
    assert found[0] == "The priest"


def test_what_is_said_ends_before_the_silence():
    said = next(c for c in api.read("The guard said that nobody was hurt and hung up.", fast=True).claims if c.cue.text == "said")
    assert said.content.text == "that nobody was hurt"
