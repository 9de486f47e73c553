"""Sources: what kind of source speaks, and whether it is named. Minimal pairs change one thing and must change the kind."""

import pytest

from reportedly.layers import actors, claims, places, times
from reportedly.layers.base import Facts
from reportedly.model import Report, SourceKind, Span
from reportedly.text import parse

ANONYMOUS = {SourceKind.ANONYMOUS_OFFICIAL, SourceKind.ANONYMOUS_PERSON}


def sources(text):
    (parsed,) = parse([Report(id="x", text=text, format="plain", body=Span(0, len(text)))], fast=True)
    facts = Facts()
    for layer in (times.LAYER, places.LAYER, actors.LAYER, claims.LAYER):
        facts = layer.run(parsed, facts)
    return [c.source for c in facts.claims]


def last(text):
    """The source of the last claim, checked for the one rule about anonymity."""
    found = sources(text)[-1]
    assert found.anonymous == (found.kind in ANONYMOUS)
    return found


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("Rita Moss, a former finance minister,", "named person"),
        ("Rita Moss, the finance minister,", "named official"),
        ("Labour Minister Rita Moss", "named official"),
        ("Rita Moss, chairman of the electoral commission,", "named official"),
        ("Rita Moss, chairman of the shipyard,", "named person"),
        ("Rita Moss, president of the teachers' union,", "named person"),
        ("Rita Moss, a spokeswoman for the teachers' union,", "named official"),
        ("Rita Moss, an MP for the opposition,", "named official"),
        ("Opposition leader Rita Moss", "named person"),
        ("Rebel commander Yusuf Dahl", "named person"),
        ("Rita Moss, who runs a bakery,", "named person"),
        ("The president", "named official"),
        ("Kenya's finance minister", "named official"),
        ("A minister", "anonymous official"),
        ("The deputy minister", "anonymous official"),
        ("A company official", "anonymous person"),
        ("A company spokesman", "anonymous official"),
        ("A source in the defence ministry", "anonymous official"),
        ("A source close to the presidency", "anonymous person"),
        ("An education-ministry official", "anonymous official"),
        ("The ship's captain", "anonymous person"),
        ("An army captain", "anonymous official"),
        ("Residents", "public"),
        ("Two residents", "anonymous person"),
        ("One of the residents", "anonymous person"),
        ("Farmers", "anonymous person"),
        ("Many people", "public"),
        ("Two people familiar with the talks", "anonymous person"),
        ("The rebels", "organisation"),
        ("A rebel", "anonymous person"),
        ("The central bank", "government"),
        ("The bank", "organisation"),
        ("The electoral commission", "government"),
        ("The European Commission", "organisation"),
        ("The coast guard", "government"),
        ("The state oil company", "organisation"),
        ("The Dutch", "government"),
        ("A leaked memo", "document"),
        ("The Lagos Courier", "media"),
        ("Bolivia's customs chief", "named official"),
        ("A customs chief", "anonymous official"),
        ("The prosecutor in Agadez", "named official"),
        ("A prosecutor in Agadez", "anonymous official"),
        ("The villagers' leader", "named person"),
        ("A leader of the villagers", "anonymous person"),
        ("Gabon's surgeon general", "named official"),
        ("Morocco's trade secretary", "named official"),
        ("The trade union's secretary", "named person"),
        ("The president of the dockers' union", "named person"),
        ("Lumina president Hugo Ferraz", "named person"),
        ("Senegal president Hugo Ferraz", "named official"),
        ("Opposition members of the Bundestag", "anonymous official"),
        ("Opposition members", "anonymous person"),
        ("The harbour master of Gothenburg, Nils Ek,", "named official"),
        ("The director of the state archive", "named official"),
        ("Ana Prieto, who speaks for the herders,", "named official"),
        ("Ana Prieto, who speaks three languages,", "named person"),
        ("The miner Altos de Loa", "organisation"),
        ("The miner Peter Hale", "named person"),
        ("The weekly Surco", "media"),
        ("The NATO mission", "organisation"),
        ("A cashier", "anonymous person"),
        ("The prison", "government"),
        ("State television", "media"),
    ],
)
def test_kind(who, kind):
    assert last(f"{who} said the bridge had been closed.").kind.value == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('Defence Minister Karl Oduya arrived on Monday. "We shall not leave," he said.', "named official"),
        ("Colonel Idris Bakar took the base on Sunday. His men were tired, the colonel said.", "named official"),
        ("A colonel met us at the gate. His men were tired, the colonel said.", "anonymous official"),
        ("Three officers were arrested on Monday. One said the ship had sailed.", "anonymous official"),
        ("Three farmers were arrested on Monday. One said the ship had sailed.", "anonymous person"),
        ("Two officials at the treasury met us. They said the loan had been refused.", "anonymous official"),
        ("The Volta Herald printed the list on Monday. The minister had signed it, the paper said.", "media"),
        ("A report by the auditors came out on Monday. It says 40 million had gone missing.", "document"),
    ],
)
def test_kind_of_who_was_spoken_of_before(text, kind):
    assert last(text).kind.value == kind


def test_the_clause_that_shows_a_document_is_part_of_it():
    found = last("The road was mined, according to a memo, a copy of which was read to Kestrel Press.")
    assert found.text == "a memo, a copy of which was read to Kestrel Press"


def test_who_speaks_in_a_relative_clause_is_whom_it_stands_for():
    texts = [s.text for s in sources("The road was mined, according to the general, who said that his men had been warned.")]
    assert texts == ["the general", "the general"]
