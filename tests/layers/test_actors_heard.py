"""Countries and roles of actors by the rules and the encoder together: pairs that differ in what tells of them."""

import pytest

from reportedly import api


def called(text, words):
    """The actor with a mention of exactly these words."""
    reading = api.read(text)
    found = [a for a in reading.actors if any(m.text == words for m in a.mentions)]
    assert found, [[m.text for m in a.mentions] for a in reading.actors]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("ACCRA, Ghana — The interior minister said that two Togolese smugglers had been caught. The police fled.", "The police", "GHA"),
        ("LOME, Togo — The interior minister said that two Ghanaian smugglers had been caught. The police fled.", "The police", "TGO"),
        ("QUETTA, Pakistan — Gunmen shot a Chinese engineer. Beijing demanded an inquiry. The army sent men.", "The army", "PAK"),
        ("A Peruvian delegation came to La Paz with a list. The justice ministry said it had read it.", "The justice ministry", "BOL"),
        ("A Bolivian delegation came to Lima with a list. The justice ministry said it had read it.", "The justice ministry", "PER"),
        ("Norway asked Iceland to hand over a captain. Reykjavik has not replied, and its ambassador was ill.", "its ambassador", "ISL"),
    ],
)
def test_who_is_called_by_no_country_is_of_the_one_whose_ground_it_stands_on(text, words, country):
    assert called(text, words).country == country


@pytest.mark.parametrize("opening", ["BAMAKO, Mali — ", "BAMAKO, Mali, March 3 (Tarsis) - "])
def test_the_dateline_is_named_before_the_first_sentence(opening):
    assert called(opening + "The defence minister met a delegation from Niger.", "The defence minister").country == "MLI"


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("The dockers stopped work at noon. Their spokesman, Ali Ferhat, said the company had lied.", "Ali Ferhat", "LAB"),
        ("The rebels took the bridge at noon. Their spokesman, Ali Ferhat, said the army had lied.", "Ali Ferhat", "REB"),
        ("The insurgents took the bridge at dawn. Their men had come by canoe.", "Their men", "REB"),
        ("Her husband and two men came to the wedding. They danced.", "Her husband", "CVL"),
        ("The ministry's archive burned. An officer of the fire police said nobody was hurt.", "An officer of the fire police", "COP"),
    ],
)
def test_what_somebody_does_and_whom_they_serve_tells_their_role(text, words, role):
    assert role in called(text, words).roles


@pytest.mark.parametrize(
    ("words", "country"), [("The two armies", None), ("The army", "MOZ"), ("Two deputy ministers", "MOZ"), ("Both prime ministers", None)]
)
def test_what_a_state_has_one_of_is_in_the_plural_of_several(words, country):
    text = f"PEMBA, Mozambique — Tanzania sent Mozambique a patrol boat. {words} praised the gift."
    assert called(text, words).country == country


@pytest.mark.parametrize(("speaker", "country"), [("The Sudanese defence minister", "SDN"), ("The Kenyan defence minister", "KEN")])
def test_our_forces_are_of_the_speakers_country(speaker, country):
    text = f"Iran and Chad met on Monday. {speaker}, Omar Deng, blamed others. “Our forces will hold the town,” he said."
    assert called(text, "Our forces").country == country


def test_a_counterpart_is_of_another_country():
    text = "Bulgaria will wait for Skopje, Bulgarian Foreign Minister Stoyan Marinov said after meeting his {}, Elena Taneva."
    assert called(text.format("counterpart"), "Elena Taneva").country == "MKD"
    assert called(text.format("deputy"), "Elena Taneva").country == "BGR"
