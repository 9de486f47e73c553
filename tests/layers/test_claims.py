"""Claims: who says what in which words, and with what stance. Minimal pairs change one thing and must change the reading.

Read by the rules alone, so that each test is about one construction; test_hearing.py is about the rules and the encoder together.
"""

import pytest

from reportedly import api
from reportedly.errors import KnowledgeError
from reportedly.knowledge import claim_weights, cues, silences, source_nouns
from reportedly.layers import actors, places, times
from reportedly.layers.base import Facts
from reportedly.layers.claims import LAYER
from reportedly.model import Report, SourceKind, Span, Stance
from reportedly.text import parse


def read(text):
    (parsed,) = parse([Report(id="x", text=text, format="plain", body=Span(0, len(text)))], fast=True)
    facts = Facts()
    for layer in (times.LAYER, places.LAYER, actors.LAYER, LAYER):
        facts = layer.run(parsed, facts)
    for c in facts.claims:
        for words in (c.source, c.cue, c.content):
            words.check(text)
    return facts


def claims(text):
    return read(text).claims


def one(text, cue):
    """The claim of that cue."""
    return next(c for c in claims(text) if c.cue.text == cue)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said the bridge had been closed.", "The mayor", "said", "the bridge had been closed"),
        ("The bridge had been closed, the mayor said.", "the mayor", "said", "The bridge had been closed"),
        ("The bridge, the mayor said, had been closed.", "the mayor", "said", "The bridge … had been closed"),
        ("The bridge was closed on Friday, according to the ministry.", "the ministry", "according to", "The bridge was closed on Friday"),
        ("According to the ministry, the bridge was closed.", "the ministry", "According to", "the bridge was closed"),
        ('"The bridge is closed," said the mayor.', "the mayor", "said", '"The bridge is closed,"'),
        ('The mayor said: "The bridge is closed."', "The mayor", "said", '"The bridge is closed."'),
        ("The governor accused the rebels of burning the bridge.", "The governor", "accused", "the rebels of burning the bridge"),
        ("The general called the pact a trap.", "The general", "called", "the pact a trap"),
        ("The rebels want the army to leave.", "The rebels", "want", "the army to leave"),
        ("Ministers are confident that the dam will hold.", "Ministers", "are confident", "that the dam will hold"),
        ("Oslo's desire to mediate is well known.", "Oslo", "desire", "to mediate"),
        ("The convoy is seen by critics as a threat.", "critics", "seen", "The convoy … as a threat"),
        ("The talks are expected to resume on Monday.", "", "expected", "The talks … to resume on Monday"),
    ],
)  # fmt: skip
def test_constructions(text, source, cue, content):
    found = one(text, cue)
    assert (found.source.text, found.content.text) == (source, content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('"We will rebuild it," the mayor said, "stone by stone."', '"We will rebuild it," … "stone by stone."'),
        ('"We will rebuild it," the mayor said. "It will take a year."', '"We will rebuild it," … "It will take a year."'),
        ('"We will rebuild it," the mayor said.\n\n"It will take a year."', '"We will rebuild it," … "It will take a year."'),
        ('"It will take a year. We have the money," the mayor said.', '"It will take a year. We have the money,"'),
        ('The mayor said the work "will take a year. Nobody is idle."', 'the work "will take a year. Nobody is idle."'),
    ],
)
def test_quotations_are_kept_whole(text, content):
    assert one(text, "said").content.text == content


def test_another_speaker_ends_a_quotation():
    found = claims('"We will rebuild it," the mayor said. "It will take a year," the engineer said.')
    assert [c.content.text for c in found] == ['"We will rebuild it,"', '"It will take a year,"']


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor told reporters the bridge was safe and warned that looters would be shot.", "the bridge was safe"),
        ("The mayor said he had met the envoy, who resigned in May.", "he had met the envoy"),
        ("The mayor said he supported the talks, despite the shelling of the town.", "he supported the talks"),
        ("The mayor said the town had food because the road was open.", "the town had food because the road was open"),
    ],
)
def test_what_the_report_adds_is_no_content(text, content):
    assert claims(text)[0].content.text == content


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Jana Holm, director of the Baltic Institute, which is close to the army, said the fleet had left.",
         "Jana Holm, director of the Baltic Institute"),
        ("A person familiar with the talks said the fleet had left.", "A person familiar with the talks"),
        ("In Odense, an adviser to the Coastal Guard said the fleet had left.", "an adviser to the Coastal Guard"),
        ("The envoy denied that shots were fired and said the fleet had left.", "The envoy"),
    ],
)  # fmt: skip
def test_the_words_of_a_source(text, source):
    assert one(text, "said").source.text == source


@pytest.mark.parametrize(
    ("text", "cue", "stance"),
    [
        ("The minister denied that troops had crossed the river.", "denied", Stance.DENIES),
        ("The minister did not deny that troops had crossed the river.", "did not deny", Stance.ASSERTS),
        ("The minister rejected the suggestion that troops had crossed the river.", "rejected the suggestion", Stance.DENIES),
        ("The minister called the letter a forgery.", "called", Stance.DENIES),
        ("The minister called the letter an insult.", "called", Stance.ASSERTS),
        ("The minister told the troops to cross the river.", "told", Stance.REQUESTS),
        ("The minister told the envoy that troops had crossed the river.", "told", Stance.ASSERTS),
        ("The minister asked whether troops had crossed the river.", "asked", Stance.ASKS),
        ("The minister asked the allies to cross the river.", "asked", Stance.REQUESTS),
        ("The minister warned that troops would cross the river.", "warned", Stance.WARNS),
        ("The minister hopes that troops will cross the river.", "hopes", Stance.DESIRES),
        ("The minister believes that troops will cross the river.", "believes", Stance.BELIEVES),
        ("The minister promised to withdraw the troops.", "promised", Stance.PROPOSES),
    ],
)
def test_stance(text, cue, stance):
    assert one(text, cue).stance is stance


ALLEGED = "A rebel commander said the navy had shelled the village. "


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("The admiral said no village had been shelled.", Stance.DENIES),
        ("The admiral said the navy hadn't shelled the village.", Stance.DENIES),
        ('"Nobody shelled anything of the kind," the admiral said.', Stance.DENIES),
        ("The admiral said the harbour had no crane.", Stance.ASSERTS),
        ("The admiral said the village had been shelled twice.", Stance.ASSERTS),
        ("The admiral said the navy would not shell the village.", Stance.ASSERTS),
    ],
)
def test_a_negative_statement_denies_what_somebody_else_has_said(answer, stance):
    assert claims(ALLEGED + answer)[-1].stance is stance


def test_a_negative_statement_that_answers_nothing_asserts():
    assert claims("The admiral said no village had been shelled.")[0].stance is Stance.ASSERTS


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "stance"),
    [
        ("A spokesman declined to comment on the arrests.", "A spokesman", "declined", "to comment on the arrests", Stance.DECLINES),
        ("The bank refused to discuss the loan.", "The bank", "refused", "to discuss the loan", Stance.DECLINES),
        ("The bank would not say whether it had paid.", "The bank", "would not say", "whether it had paid", Stance.DECLINES),
        ("The bank would neither confirm nor deny the loan.", "The bank", "would neither confirm nor deny", "the loan", Stance.DECLINES),
        ("Neither bank would comment on the loan.", "Neither bank", "would comment on", "the loan", Stance.DECLINES),
        ("The bank had no comment.", "The bank", "had no comment", "", Stance.DECLINES),
        ("The bank didn't respond to questions about it.", "The bank", "didn't respond to", "questions about it", Stance.NO_ANSWER),
        ("The bank didn't answer emailed questions.", "The bank", "didn't answer", "emailed questions", Stance.NO_ANSWER),
        ("The captain couldn't be reached to comment.", "The captain", "couldn't be reached", "to comment", Stance.UNREACHABLE),
        ("The captain was not available for comment.", "The captain", "was not available", "for comment", Stance.UNREACHABLE),
    ],
)  # fmt: skip
def test_silences(text, source, cue, content, stance):
    (found,) = claims(text)
    assert (found.source.text, found.cue.text, found.content.text, found.stance) == (source, cue, content, stance)


@pytest.mark.parametrize(
    "text",
    [
        "The patient responded to the treatment.",
        "Patrols reached the village on Friday.",
        "The army refused to retreat.",
        "Bread was not available on Friday.",
        "Marchers hung up banners along the quay.",
        "The guards were ordered to keep quiet.",
        "The envoy would not talk to the rebels.",
        "Appeals to reason went unanswered.",
        "Engineers could not explain why the dam burst.",
        "The mayor had nothing to eat.",
        "The lamp was switched off.",
    ],
)
def test_what_only_looks_like_a_silence(text):
    assert not [c for c in claims(text) if c.stance in (Stance.DECLINES, Stance.NO_ANSWER, Stance.UNREACHABLE)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "stance"),
    [
        ("Calls to the harbour office were not returned.", "the harbour office", "were not returned", "Calls", Stance.NO_ANSWER),
        ("An email to the shipping line went unanswered.", "the shipping line", "went unanswered", "An email", Stance.NO_ANSWER),
        ("The widow wrote to the bishop and got no reply from him.", "him", "got no reply", "", Stance.NO_ANSWER),
        ("The surgeon did not pick up the phone.", "The surgeon", "did not pick up", "the phone", Stance.NO_ANSWER),
        ("The smuggler's telephone was switched off.", "The smuggler", "switched off", "", Stance.UNREACHABLE),
        ("The envoy was out of contact on Monday.", "The envoy", "out of contact", "", Stance.UNREACHABLE),
        ("The clerk is on leave and could not be reached.", "The clerk", "could not be reached", "", Stance.UNREACHABLE),
        ("Asked who had paid, the mayor walked away.", "the mayor", "walked away", "who had paid", Stance.DECLINES),
        ("The clinic referred questions to the ministry.", "The clinic", "referred", "questions", Stance.DECLINES),
        ("The bishop ducked the question.", "The bishop", "ducked", "the question", Stance.DECLINES),
        ("The bishop would not be drawn on the sale.", "The bishop", "would not be drawn on", "the sale", Stance.DECLINES),
        ("The bishop had nothing to add.", "The bishop", "had nothing to add", "", Stance.DECLINES),
        ("The bishop did not wish to comment on the sale.", "The bishop", "did not wish", "to comment on the sale", Stance.DECLINES),
        ("The bishop would not explain how he had paid.", "The bishop", "would not explain", "how he had paid", Stance.DECLINES),
        ("The firm replied that it could not comment.", "The firm", "replied", "that it could not comment", Stance.DECLINES),
        ('"No comment," the bishop said.', "the bishop", "said", '"No comment,"', Stance.DECLINES),
    ],
)  # fmt: skip
def test_silences_told_by_what_was_done_instead(text, source, cue, content, stance):
    (found,) = claims(text)
    assert (found.source.text, found.cue.text, found.content.text, found.stance) == (source, cue, content, stance)


def test_said_only_after_a_silence_asserts():
    found = claims("The consul would not be drawn on the sale; he said only that the two banks were friends.")
    assert [c.stance for c in found] == [Stance.DECLINES, Stance.ASSERTS]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The sister repudiated the report.", "repudiated", "the report"),
        ("The owner contested that.", "contested", "that"),
        ("The palace brushed aside any suggestion of fraud.", "brushed aside", "any suggestion of fraud"),
        ("The treasurer denied having met the broker.", "denied", "having met the broker"),
        ("The skipper swore that nobody had gone aboard.", "swore", "that nobody had gone aboard"),
        ('"Rubbish from beginning to end," said the skipper.', "said", '"Rubbish from beginning to end,"'),
        ("Her deputy disagrees.", "disagrees", ""),
    ],
)
def test_denials(text, cue, content):
    found = one(text, cue)
    assert (found.content.text, found.stance) == (content, Stance.DENIES)


def test_a_denial_in_a_relative_clause():
    found = one("The ships were sold in March, officials say, an allegation that Lima denies.", "denies")
    assert (found.source.text, found.content.text, found.stance) == ("Lima", "an allegation", Stance.DENIES)


@pytest.mark.parametrize(
    "text",
    [
        "The chief refused to open the gate.",
        "The skipper swore that he would return.",
        "The health agency said it had no reason to doubt the figures.",
        "Inspectors said the ballots were forged.",
    ],
)
def test_what_only_looks_like_a_denial(text):
    assert not [c for c in claims(text) if c.stance is Stance.DENIES]


@pytest.mark.parametrize(
    "text",
    [
        "The Lagos newspaper The Lantern reported, citing two officers, that the ship had sailed.",
        "The Lagos newspaper The Lantern, citing two officers, reported that the ship had sailed.",
    ],
)
def test_who_is_cited_speaks_within_the_report(text):
    cited = one(text, "citing")
    outer = next(c for c in claims(text) if c.id == cited.via)
    assert (cited.source.text, cited.content.text) == ("two officers", "that the ship had sailed")
    assert (outer.cue.text, outer.stance) == ("reported", Stance.RELAYS)


def test_who_passes_on_another_s_words_relays():
    outer, inner = claims("The porter said the manager had told her that the safe was empty.")
    assert (outer.stance, inner.stance, inner.via) == (Stance.RELAYS, Stance.ASSERTS, outer.id)


def test_a_claim_within_a_claim_names_the_outer_one():
    outer, inner = claims("The envoy said the president wants to send troops.")
    assert inner.via == outer.id
    assert (inner.source.text, inner.content.text, inner.stance) == ("the president", "to send troops", Stance.DESIRES)


@pytest.mark.parametrize(
    "text",
    [
        "The news agency quoted the minister as saying that the port would reopen.",
        "The port would reopen, the news agency quoted the minister as saying on Monday.",
    ],
)
def test_a_quoted_minister(text):
    outer, inner = sorted((c for c in claims(text)), key=lambda c: c.via is not None)
    assert (outer.source.text.lower(), outer.cue.text, outer.stance) == ("the news agency", "quoted", Stance.RELAYS)
    assert (inner.source.text, inner.cue.text, inner.via) == ("the minister", "saying", outer.id)
    assert inner.content.text.lower().endswith("the port would reopen")


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ('"The port is open," the mayor said.', "direct"),
        ("The mayor said the port is open.", "indirect"),
        ('The mayor said the port is "open to all."', "mixed"),
    ],
)
def test_manner(text, manner):
    assert one(text, "said").manner == manner


@pytest.mark.parametrize(
    ("text", "kind", "anonymous"),
    [
        ("Foreign Minister Marta Lindqvist said the port was open.", SourceKind.NAMED_OFFICIAL, False),
        ("A Foreign Ministry spokesman said the port was open.", SourceKind.ANONYMOUS_OFFICIAL, True),
        ("Two people familiar with the plan said the port was open.", SourceKind.ANONYMOUS_PERSON, True),
        ("The government said the port was open.", SourceKind.GOVERNMENT, False),
        ("A leaked memo said the port was open.", SourceKind.DOCUMENT, False),
        ("Critics said the port was open.", SourceKind.PUBLIC, False),
        ("It was expected that the port would open.", SourceKind.AUTHOR, False),
    ],
)
def test_kind_of_source(text, kind, anonymous):
    source = claims(text)[0].source
    assert (source.kind, source.anonymous) == (kind, anonymous)


def test_the_source_is_the_actor_of_its_words():
    facts = read("Marta Lindqvist met the rebels. She said the port was open.")
    (claim,) = (c for c in facts.claims if c.cue.text == "said")
    assert facts.actor(claim.source.actor).name == "Marta Lindqvist"


@pytest.mark.parametrize("text", ["The army shelled the town on Friday.", "Rebels attacked the barracks.", "He is known as the Baker."])
def test_a_deed_is_no_claim(text):
    assert claims(text) == ()


@pytest.mark.parametrize(
    "text", ["", "Said", '"', "said : : :", "😀 said 😀.", "قال الوزير إن الميناء مفتوح.", "“" * 50, "who said that said " * 200]
)
def test_any_text_is_read(text):
    assert isinstance(claims(text), tuple)


def test_reading_twice_gives_the_same():
    text = ALLEGED + 'The admiral denied it. "We were in port," he said.'
    assert claims(text) == claims(text)


def test_ids_are_in_reading_order():
    found = claims("The mayor said it rained. The envoy said it snowed. It hailed, the farmer said.")
    assert [c.id for c in found] == ["c1", "c2", "c3"]
    assert [c.source.text for c in found] == ["The mayor", "The envoy", "the farmer"]


@pytest.mark.parametrize(
    ("load", "table"),
    [
        (cues.load, "stance,negated,pos,words\nmumbles,asserts,VERB,mutter\n"),
        (cues.load, "stance,negated,pos,words\nasserts,asserts,VERB,say say\nasserts,asserts,VERB,say\n"),
        (silences.load, "sort,words\nrefusing,decline\n"),
        (source_nouns.load, "sort,words\nanimal,parrot\n"),
        (claim_weights.load, "feature,weight\nsay.V,heavy\n"),
        (claim_weights.load, "feature,weight\nsay.V,1.0\n"),
    ],
)
def test_wrong_knowledge_is_refused(load, table, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"table\.csv"):
        load(path)


def spoken(text):
    return [(c.source.text, c.content.text, c.stance) for c in api.read(text, fast=True).claims if c.cue.text == ":"]


def test_question_and_answer_are_whom_the_text_above_names():
    text = (
        "In an interview with Radio Lund, diver Ida Falk told of the wreck.\n\nQ: Did the navy warn you?\n\n"
        "A: No. They never did. They cut our line.\n\nQ: Will you dive again?\n\nA: We will. It is our bay."
    )
    found = spoken(text)
    assert [c[:2] for c in found] == [
        ("Radio Lund", "Did the navy warn you?"),
        ("diver Ida Falk", "No. They never did. They cut our line"),
        ("Radio Lund", "Will you dive again?"),
        ("diver Ida Falk", "We will. It is our bay"),
    ]
    assert [c[2] is Stance.ASKS for c in found] == [True, False, True, False]


def test_question_and_answer_of_nobody_named():
    reading = api.read("Q: Did the navy warn you?\n\nA: No. They cut our line.", fast=True)
    assert (reading.report.headline or "").startswith("Q:")
    assert next((c.source.text, c.stance) for c in reading.claims if c.cue.text == ":") == ("", Stance.ASKS)
    assert {c.source.text for c in reading.claims} & {"Q", "A"} == set()


def test_names_that_recur_before_colons_speak_whole_paragraphs():
    text = (
        "Baltpress: Chile has raised its duties. Will you answer?\n\nIda Falk: We reject such duties. Trade must be free.\n\n"
        "We have written to them.\n\nBaltpress: Are talks under way?\n\nIda Falk: They are.\n\nThe briefing took an hour."
    )
    assert spoken(text) == [
        ("Baltpress", "Chile has raised its duties. Will you answer?", Stance.ASKS),
        ("Ida Falk", "We reject such duties. Trade must be free … We have written to them", Stance.ASSERTS),
        ("Baltpress", "Are talks under way?", Stance.ASKS),
        ("Ida Falk", "They are", Stance.ASSERTS),
    ]
    we = [c for c in api.read(text, fast=True).claims if c.source.text == "We"]
    falk = next(c for c in api.read(text, fast=True).claims if c.source.text == "Ida Falk")
    assert {c.source.actor for c in we} <= {falk.source.actor}


def test_labels_of_a_bulletin_are_no_speakers():
    found = spoken("CHAD: The army says it has retaken Faya.\n\nPERU: Police held two men in Lima.\n\nMALI: A convoy was hit.")
    assert found == []


def test_what_minutes_tell_is_their_speakers():
    text = (
        "IDA FALK (Norway) said that the raids must end. Chile had continued to arm the group. It had rejected the plan. "
        "Peru had denied that it fired."
    )
    found = api.read(text, fast=True).claims
    assert [(c.source.text, c.cue.text, c.via) for c in found] == [("IDA FALK (Norway)", "said", None), ("Peru", "denied", "c1")]
    assert found[0].content.text.endswith("Peru had denied that it fired")


def test_outside_minutes_the_past_perfect_claims():
    found = api.read("Ida Falk of Norway said that the raids must end. Peru had rejected the plan.", fast=True).claims
    assert ("Peru", "rejected") in {(c.source.text, c.cue.text) for c in found}
