"""The event, status and PLOVER tables: they load, they are whole, and a wrong row is named by file and line."""

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge import contexts, plover, status
from reportedly.knowledge.event_rows import NOUN_TERMS, VERB_TERMS, event_classes
from reportedly.knowledge.event_words import FRAME_COLUMNS, event_words, frame
from reportedly.knowledge.figures import figure_words
from reportedly.knowledge.tables import rows
from reportedly.model import EventType

HEADER = ",".join(FRAME_COLUMNS)


def table(tmp_path, text, name="t.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_type_has_verbs_or_nouns_and_a_score():
    words, ontology = event_words(), plover.plover()
    told = {f.type for frames in (*words.verbs.values(), *words.nouns.values()) for f in frames}
    assert told == set(EventType) == set(ontology.types)
    assert ontology.score(EventType.ACCUSE, None) < 0 < ontology.score(EventType.AID, None)
    assert ontology.types[EventType.SANCTION].quad == 4


def test_several_hundred_words_tell_of_events():
    words = event_words()
    assert len(words.verbs) > 400
    assert len(words.nouns) > 150


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("greet,obj,WAVE,,040,subj,obj", "type is 'WAVE'"),
        ("greet,obj,CONSULT,wave,040,subj,obj", "no mode of CONSULT"),
        ("greet,obj,CONSULT,,4,subj,obj", "not 2 to 4 digits"),
        ("greet,object,CONSULT,,040,subj,obj", "begins with none of"),
        ("greet,obj:@nobody,CONSULT,,040,subj,obj", "@nobody is no class"),
    ],
)
def test_a_wrong_row_is_named(tmp_path, row, message):
    path = table(tmp_path, f"{HEADER}\n{row}\n")
    with pytest.raises(KnowledgeError, match=message) as caught:
        [frame(r, VERB_TERMS) for r in rows(path, FRAME_COLUMNS)]
    assert (caught.value.file, caught.value.line) == ("t.csv", 2)


def test_a_row_says_when_it_holds(tmp_path):
    (row,) = rows(table(tmp_path, f"{HEADER}\nshell,of:@force or prep:on|at,ASSAULT,,194,by|poss,of|on\n"), FRAME_COLUMNS)
    found = frame(row, NOUN_TERMS)
    assert [[t.kind for t in terms] for terms in found.when] == [["of"], ["prep"]]
    assert "soldier" in found.when[0][0].words.lemmas
    assert [p.slot for p in found.recipient] == ["of", "on"]


def test_classes_hold_lemmas():
    assert {"soldier", "troop"} <= event_classes()["force"]


def test_contexts_and_their_weights(tmp_path):
    with pytest.raises(KnowledgeError, match="weight is '9'"):
        contexts.load(table(tmp_path, "context,weight,words\nlegal,9,court\n"))
    assert contexts.load(table(tmp_path, "context,weight,words\nlegal,2,high court|court\n"))["high"][0].words == ("high", "court")


def test_status_frames_and_cues(tmp_path):
    frames = table(tmp_path, '[plain]\nhappened = ["happened", 9]\n[frames]\n[modals]\n', "s.toml")
    with pytest.raises(KnowledgeError, match=r"certainty 9\.0 lies outside"):
        status.load(frames)
    cues = table(tmp_path, "cue,pos,frame\nyearn,VERB,longing\n", "c.csv")
    with pytest.raises(KnowledgeError, match="frame is 'longing'"):
        status.load(cues=cues)


def test_plover_says_what_is_wrong(tmp_path):
    with pytest.raises(KnowledgeError, match="types are missing"):
        plover.load(table(tmp_path, "[types]\n[compose]\n", "p.toml"))
    with pytest.raises(KnowledgeError):
        plover.load(tmp_path / "absent.toml")


def test_number_words():
    numbers = figure_words().numbers
    assert numbers["twelve"] == (12, 12)
    assert numbers["dozens"] == (24, None)
