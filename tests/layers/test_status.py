"""Status: what the report commits to about each predicate, in minimal pairs. By the rules alone."""

import pytest

import reportedly
from reportedly.layers.base import Facts
from reportedly.layers.status import LAYER
from reportedly.model import Claim, Manner, Report, Source, SourceKind, Span, Stance, Status, words_of
from reportedly.text import parse


def parsed_of(text):
    (parsed,) = parse([Report(id="x", text=text, format="plain", body=Span(0, len(text)))], fast=True)
    return parsed


def standings(text, facts=None):
    found = LAYER.run(parsed_of(text), facts or Facts()).predicates
    for p in found:
        p.check(text)
        assert -3 <= p.certainty <= 3
    return {p.text: p for p in found}


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The brigade crossed the river on Monday.", "crossed", Status.HAPPENED),
        ("The brigade did not cross the river on Monday.", "cross", Status.DID_NOT_HAPPEN),
        ("The brigade never crossed the river.", "crossed", Status.DID_NOT_HAPPEN),
        ("No brigade crossed the river.", "crossed", Status.DID_NOT_HAPPEN),
        ("Not one soldier crossed the river.", "crossed", Status.DID_NOT_HAPPEN),
        ("A few soldiers crossed the river.", "crossed", Status.HAPPENED),
        ("The brigade is crossing the river.", "crossing", Status.ONGOING),
        ("The brigade may cross the river.", "cross", Status.POSSIBLE),
        ("The brigade will cross the river.", "cross", Status.EXPECTED),
        ("The brigade plans to cross the river.", "cross", Status.PLANNED),
        ("The brigade agreed to cross the river.", "cross", Status.PLANNED),
        ("The brigade managed to cross the river.", "cross", Status.HAPPENED),
        ("The brigade failed to cross the river.", "cross", Status.DID_NOT_HAPPEN),
        ("The brigade did not fail to cross the river.", "cross", Status.HAPPENED),
        ("The brigade refused to cross the river.", "cross", Status.DID_NOT_HAPPEN),
        ("The general ordered the brigade to cross the river.", "cross", Status.REQUESTED),
        ("The general wants the brigade to cross the river.", "cross", Status.REQUESTED),
        ("The general denied that the brigade had crossed the river.", "crossed", Status.DENIED),
        ("The general asked whether the brigade had crossed the river.", "crossed", Status.POSSIBLE),
        ("The general asked why the brigade had crossed the river.", "crossed", Status.HAPPENED),
        ("If the brigade crosses the river, the town will fall.", "crosses", Status.CONDITIONAL),
        ("The brigade returned to the town to repair the bridge.", "repair", Status.PLANNED),
        ("The brigade left without crossing the river.", "crossing", Status.DID_NOT_HAPPEN),
        ("Ministers spoke of the threat of an invasion.", "invasion", Status.POSSIBLE),
        ("Ministers spoke of the alleged invasion.", "invasion", Status.POSSIBLE),
        ("Ministers spoke of the planned invasion.", "invasion", Status.PLANNED),
    ],
)
def test_status(text, word, status):
    assert standings(text)[word].status == status


def test_certainty_falls_from_fact_to_allegation_to_denial():
    fact = standings("Rebels burned the depot.")["burned"].certainty
    alleged = standings("Rebels allegedly burned the depot.")["burned"].certainty
    denied = standings("The rebels denied that they had burned the depot.")["burned"].certainty
    assert fact > alleged > 0 > denied


def test_coordinated_verbs_share_what_stands_with_the_first():
    found = standings("The envoys will meet and discuss the border.")
    assert found["meet"].status == found["discuss"].status == Status.EXPECTED


def test_a_coordinated_finite_verb_stands_on_its_own():
    found = standings("The gang failed to open the safe and fled.")
    assert found["open"].status == Status.DID_NOT_HAPPEN
    assert found["fled"].status == Status.HAPPENED


def test_a_denied_claim_denies_its_content_even_where_no_word_does():
    text = "The spokesman said no planes had landed."
    start = text.index("no planes")
    content = words_of(text, Span(start, len(text) - 1))
    cue, who = words_of(text, Span(14, 18)), words_of(text, Span(0, 13))
    source = Source(spans=who.spans, text=who.text, kind=SourceKind.ANONYMOUS_OFFICIAL)
    claim = Claim(id="c1", source=source, cue=cue, content=content, stance=Stance.DENIES, manner=Manner.INDIRECT)
    assert standings(text)["landed"].status == Status.DID_NOT_HAPPEN
    assert standings(text, Facts(claims=(claim,)))["landed"].status == Status.DENIED


@pytest.mark.parametrize("text", ["", "Yes", "!!! 🙂 ...", "قال الوزير إن القوات انسحبت.", "No no no not never if if", "\n\n \t"])
def test_it_reads_any_text(text):
    standings(text)


def test_predicates_come_in_reading_order():
    starts = [p.spans[0].start for p in LAYER.run(parsed_of("Rebels fled. The army said it had won."), Facts()).predicates]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The queen stopped short of signing the treaty.", "signing", Status.DID_NOT_HAPPEN),
        ("Far from leaving the valley, the column dug in.", "leaving", Status.DID_NOT_HAPPEN),
        ("The envoys are on the verge of signing the treaty.", "signing", Status.EXPECTED),
        ("The general held off on bombing the harbour.", "bombing", Status.DID_NOT_HAPPEN),
        ("The regent shied away from jailing the poet.", "jailing", Status.DID_NOT_HAPPEN),
        ("The guards fled rather than shoot the pilgrims.", "shoot", Status.DID_NOT_HAPPEN),
        ("A flood put paid to a march by the pilgrims.", "march", Status.DID_NOT_HAPPEN),
        ("The regent turned away from an invasion of the isle.", "invasion", Status.DID_NOT_HAPPEN),
        ("The blockade of the isle was lifted before it had begun.", "blockade", Status.DID_NOT_HAPPEN),
        ("A ban on the league won no support in the senate.", "ban", Status.DID_NOT_HAPPEN),
        ("A ban on the league won support in the senate.", "ban", Status.HAPPENED),
        ("The blockade of the isle was lifted before the war began.", "blockade", Status.HAPPENED),
        ("In the event of an attack on the harbour, the fleet will sail.", "attack", Status.CONDITIONAL),
        ("Should the clans attack the harbour, the fleet would sail.", "attack", Status.CONDITIONAL),
        ("Had the clans attacked the harbour, the fleet would have sailed.", "attacked", Status.CONDITIONAL),
        ("If the clans were to attack the harbour, the fleet would sail.", "attack", Status.CONDITIONAL),
        ("Neither the fleet nor the guards had shelled the harbour.", "shelled", Status.DID_NOT_HAPPEN),
        ("The clan had nothing to do with any kidnapping.", "kidnapping", Status.DID_NOT_HAPPEN),
        ("The fleet must have shelled the harbour.", "shelled", Status.POSSIBLE),
        ("The bishop urged them to see to it that the sailors are released.", "released", Status.REQUESTED),
        ("It is a lie that the guards shelled the village, the bishop said.", "shelled", Status.DENIED),
        ("It is untrue that the fleet shelled the harbour.", "shelled", Status.DENIED),
        ("Rumours of a coup reached the harbour.", "coup", Status.POSSIBLE),
        ("The chancellor laughed off reports that he had fled the city.", "fled", Status.DENIED),
        ("The princess wants no war with the islands.", "wants", Status.ONGOING),
        ("Weavers blocked the bridge to demand bread.", "demand", Status.PLANNED),
    ],
)
def test_what_did_not_come_about_is_not_told_as_fact(text, word, status):
    assert standings(text)[word].status is status


@pytest.mark.parametrize(
    ("text", "other", "word"),
    [
        ("The sheikhs put the parade on ice.", "The sheikhs put the parade on film.", "parade"),
        ("The amnesty was put on hold on Sunday.", "The amnesty was put on record on Sunday.", "amnesty"),
        ("A ceasefire lies unsigned in the drawer.", "A ceasefire lies behind the calm.", "ceasefire"),
        ("The amnesty was missing from the speech.", "The amnesty was central to the speech.", "amnesty"),
        ("The amnesty died in committee.", "The amnesty died with its author.", "amnesty"),
        ("The sale of frigates hinges on a vote.", "The sale of frigates ended on a Friday.", "sale"),
        ("Tehran renewed its demand that Berlin free the pilots.", "Tehran said that Berlin had freed the pilots.", "free|freed"),
        ("There is nothing to suggest that troops fired.", "There is film to prove that troops fired.", "fired"),
        ("Rumours of nuns kidnapped in Jos spread.", "Two of the nuns kidnapped in Jos fled.", "kidnapped"),
        ("Peru did not go to the length of expelling them.", "Peru went to the length of expelling them.", "expelling"),
        ("Tehran is resigned to Berlin expelling him.", "Tehran was angered by Berlin expelling him.", "expelling"),
    ],
)
def test_rare_words_for_what_has_not_happened(text, other, word):
    for said, real in ((text, False), (other, True)):
        found = standings(said)
        status = next(found[w].status for w in word.split("|") if w in found)
        assert (status in {Status.HAPPENED, Status.ONGOING}) is real, said


def test_a_noun_with_the_form_of_a_verb_may_be_a_predicate():
    found = {
        p.text for p in LAYER.run(parsed_of("The layoffs and a plunge in exports followed the takeover of the mill."), Facts()).predicates
    }
    assert {"layoffs", "plunge", "takeover"} <= found
    assert "mill" not in found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("They watched an assault on the ford that never came.", Status.DID_NOT_HAPPEN),
        ("They watched an assault on the ford that never stopped.", Status.HAPPENED),
    ],
)
def test_what_never_came_did_not_happen(text, status):
    found = {p.text: p.status for p in LAYER.run(parsed_of(text), Facts()).predicates}
    assert (found["assault"] == Status.DID_NOT_HAPPEN) == (status == Status.DID_NOT_HAPPEN)


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("The army denied that its men had shelled the clinic and blamed the rebels.", "blamed", False),
        ("The army denied that its men had shelled the clinic and burned the school.", "burned", True),
    ],
)
def test_whoever_denies_and_blames_has_blamed(text, word, denied):
    found = {p.text: p.status for p in reportedly.read(text, predicates=True).predicates}
    assert (found[word] == Status.DENIED) == denied
