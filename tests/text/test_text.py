"""Cleaning, paragraphs, sentences, quotations and tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats import receive
from reportedly.model import Report, Span
from reportedly.text import parse
from reportedly.text.clean import clean
from reportedly.text.paragraphs import LONGEST, paragraphs
from reportedly.text.parse import _edges
from reportedly.text.quotes import quotations


def parsed(text, **fields):
    return next(parse([Report(id="x", text=text, format="plain", body=Span(0, len(text)), **fields)]))


def sentences(text, **fields):
    p = parsed(text, **fields)
    return [p.words((s.first, s.last)).text for s in p.sentences]


@given(st.text())
def test_every_clean_character_knows_where_it_came_from(text):
    copy = clean(text, 0, len(text))
    assert len(copy.origin) == len(copy.text) + 1
    assert all(a <= b for a, b in zip(copy.origin, copy.origin[1:], strict=False))
    for i, c in enumerate(copy.text):
        if c.isalnum():
            assert text[copy.start(i)] == c


def test_search_hit_artefacts_go_in_the_copy_alone():
    text = "The U.N .-backed  council  met  ."
    copy = clean(text, 0, len(text))
    assert copy.text == "The U.N.-backed council met."
    assert text[copy.start(copy.text.index("council")) :].startswith("council")


def test_paragraphs_of_wrapped_and_unwrapped_text():
    wrapped = "A line of prose that has been wrapped at some\nsixty characters, as old wires were, before\nit ends.\n\nAnother one."
    assert [s.of(wrapped).count("\n") for s in paragraphs(wrapped, Span(0, len(wrapped)))] == [2, 0]
    listed = "First paragraph.\nSecond paragraph.\n"
    assert len(paragraphs(listed, Span(0, len(listed)))) == 2


def test_a_paragraph_without_end_is_cut_at_sentences():
    text = "He left the room. " * 5000
    pieces = paragraphs(text, Span(0, len(text)))
    assert all(p.end - p.start <= LONGEST for p in pieces)
    assert all(p.of(text).endswith(".") for p in pieces)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gen. Osei Mensah met Lt. Col. Ama Badu on Monday. They spoke.", 2),
        ('"We will go." The others stayed.', 2),
        ('He said: "We will not go back." Then he left.', 2),
        ("The U.N .-backed force left Goma. It will return.", 2),
        ("A U.N . arms embargo holds.", 1),
        ("She lives in the U.S. He does not.", 2),
        ("Sgt. Ama Badu and Cmdr. Li met. They spoke.", 2),
    ],
)
def test_sentences(text, count):
    found = sentences(text)
    assert len(found) == count, found
    assert not any(s.startswith(('" ', '"\n')) or s == '"' for s in found)


def test_a_dateline_is_no_subject():
    p = parsed("GABORONE -- The minister left for Lusaka.", dateline="GABORONE")
    assert p.dateline == Span(0, 8)
    assert p.tokens[0].text == "The"
    assert p.tokens[0].start == 12


def test_a_dateline_above_the_prose_is_known_and_takes_nothing_from_it():
    text = "Gaborone waits\n\nGaborone, 12 May 2018\n\nThe minister left."
    report = Report(
        id="x", text=text, format="plain", body=Span(39, len(text)), headline_at=Span(0, 14), dateline="Gaborone, 12 May 2018", headline="x"
    )
    p = next(parse([report], fast=True))
    assert p.dateline == Span(16, 37)
    assert p.paragraphs[-1] == Span(39, len(text))
    plain = Report(id="x", text=text, format="plain", body=Span(39, len(text)), headline_at=Span(0, 14), dateline="Maun")
    assert next(parse([plain], fast=True)).dateline is None


def test_tokens_slice_to_the_received_words():
    text = "Mr.  Tan’s “plan” failed ."
    p = parsed(text)
    assert [text[t.start : t.end] for t in p.tokens if t.text.isalpha()] == ["Tan", "plan", "failed"]
    assert all(p.tokens[t.head].sent == t.sent for t in p.tokens)
    assert all(t.left <= t.i <= t.right for t in p.tokens)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('He said "yes" and “no”.', ["yes", "no"]),
        ("She wrote ``never again'' twice.", ["`never again"]),
        ("He called it ‘a great mistake’ today.", ["a great mistake"]),
        ("The soldiers' families and the '90s are not quotations.", []),
        ('An odd " mark breaks nothing.', []),
        ("«Jamais», dit-il.", ["Jamais"]),
    ],
)
def test_quotations_are_paired(text, said):
    found = quotations(text, [Span(0, len(text))])
    assert [q.inside.of(text).strip("`'") for q in found if q.closed] == [s.strip("`") for s in said]


def test_a_running_quotation_stays_open_to_the_end_of_its_paragraph():
    text = '"We came in peace.\n"We leave in peace," he said.'
    first = text.index("\n")
    found = quotations(text, [Span(0, first), Span(first + 1, len(text))])
    assert [q.closed for q in found] == [False, True]
    assert found[0].span.end == first


def test_another_language_is_told_and_not_read():
    p = parsed(
        "Der Minister hat am Montag in Berlin erklärt, dass die Regierung "
        "an den Verhandlungen festhält und nicht von der Linie abweicht, die sie für richtig hält."
    )
    assert [x.code for x in p.problems] == ["not-english"]
    assert p.tokens == ()
    assert "German" in p.problems[0].message


def test_headlines_have_few_common_words_and_are_english_all_the_same():
    lines = (
        "Chad junta orders Polish envoy out\nTonga coup bid fails; colonel arrested\nLima, Quito resume pact\n"
        "Two soldiers killed in gunfight\nProtesters storm parliament, five shot dead\nOslo raids Sofia embassy\n"
    )
    (english,) = receive(lines)
    assert next(parse([english.report])).problems == ()
    (german,) = receive("Tschad weist den Botschafter aus\nPutsch gescheitert, Oberst verhaftet\n" * 5)
    assert [p.code for p in next(parse([german.report])).problems] == ["not-english"]


def test_a_text_all_in_capitals_is_told():
    words = "The minister flew to Quito on Monday for talks with his colleague about the border and the river. "
    assert [p.code for p in parsed(words.upper() * 2).problems] == ["capitals"]
    assert not parsed(words * 2).problems
    assert not parsed("MINISTER IN QUITO").problems


@pytest.mark.parametrize("gap", ["\t", "     ", " | "])
def test_rows_of_a_table_are_no_sentences(gap):
    table = "\n".join(gap.join(cells) for cells in (("District", "Killed"), ("Gao", "12"), ("Kidal", "4")))
    p = parsed(f"The toll rose.\n\n{table}\n\nThe army said so.")
    assert [p.words((s.first, s.last)).text for s in p.sentences] == ["The toll rose.", "The army said so."]
    assert [(x.code, len(x.spans)) for x in p.problems] == [("tables", 3)]


def test_wide_gaps_in_prose_make_no_table():
    text = "MILLER:\tWe have said again and again that the talks go on.\nQUESTION:\tAnd where do they go on, if they do?"
    assert not parsed(text).problems
    assert not parsed("Gao     Monday\n\nThe army   said so.").problems


def test_another_script_is_told():
    assert [x.code for x in parsed("Министр заявил в понедельник, что переговоры продолжатся.").problems] == ["not-english"]


def test_headline_and_deck_come_first_in_sentence_case():
    text = "Rebels Court Mali's Army --- Talks in Gao Stall\n\nRebels have courted the army of Mali, and talks in Gao stall."
    body = text.index("Rebels have")
    report = Report(id="x", text=text, format="plain", body=Span(body, len(text)), headline_at=Span(0, 24), subheadline_at=Span(29, 47))
    p = next(parse([report]))
    assert p.headings == 2
    assert [t.text for t in p.tokens if t.para < 2 and t.text.isalpha()] == [
        "Rebels",
        "court",
        "Mali",
        "army",
        "Talks",
        "in",
        "Gao",
        "stall",
    ]
    assert all(text[t.start : t.end].lower() == t.lower for t in p.tokens)


@pytest.mark.parametrize("end", ["\n\n", "\r\n\r\n", "\r\r", "\n \r\n", "\u2029"])
def test_paragraphs_end_as_any_machine_writes_it(end):
    text = f"First paragraph.{end}Second paragraph.{end}Third."
    assert [s.of(text) for s in paragraphs(text, Span(0, len(text)))] == ["First paragraph.", "Second paragraph.", "Third."]


def test_crlf_within_a_wrapped_paragraph_is_no_blank_line():
    text = "A line of prose that has been wrapped at some\r\nsixty characters, as old wires were, before\r\nit ends."
    assert len(paragraphs(text, Span(0, len(text)))) == 1


@given(st.lists(st.integers(0, 30), min_size=1, max_size=31))
def test_edges_are_those_of_the_subtree(numbers):
    heads = [min(n, i) for i, n in enumerate(numbers)]  # every tree in which governors come first
    heads = [len(heads) - 1 - h for h in reversed(heads)] if len(heads) % 2 else heads  # and those in which they come last
    members = [{i} for i in range(len(heads))]
    for i in range(len(heads)):
        at = i
        while heads[at] != at:
            at = heads[at]
            members[at].add(i)
    assert _edges(heads) == ([min(m) for m in members], [max(m) for m in members])


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("Harbour guards say three of their men were hurt", "Kessel denies that it let foreign jets use its bases"), 2),
        (("- Parliament began debating the harbour bill today", "- Kessel has closed its visa centre in the old town"), 2),
        (("14:05 The minister has arrived at the lake with his aides.", "14:32 He will not speak to reporters, an aide has said."), 2),
        (("The minister met the president of the neighbouring", "republic on Monday, and said that they had agreed on", "all points."), 1),
        (("The minister met the president of the neighbouring", "Republic of Sarmia on Monday, and they agreed on all."), 1),
    ],
)
def test_lines_that_are_wrapped_are_one_paragraph_and_headlines_are_not(lines, count):
    text = "\n".join(lines)
    assert len(paragraphs(text, Span(0, len(text)))) == count
