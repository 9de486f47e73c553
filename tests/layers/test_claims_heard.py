"""Claims with the encoder: what is no denial, who is no source, what is no cue, and silences and figures told in other words."""

import pytest

from reportedly import api
from reportedly.model import SILENCES, SourceKind, Stance

ACCUSED = "Herders accused the militia of torching a granary. "


def told(text, *, fast=False):
    return [(c.source.text, c.cue.text, c.content.text, c.stance) for c in api.read(text, fast=fast).claims]


def stances(text, *, fast=False):
    return [c.stance for c in api.read(text, fast=fast).claims]


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        (ACCUSED + "The militia said it had attacked a barracks, not a convent.", False),
        (ACCUSED + "The militia said it had attacked a barracks, not a granary.", None),
        (ACCUSED + "The militia said it had not torched the granary.", True),
        (ACCUSED + "The militia said no granary had been torched.", True),
        (ACCUSED + '"They burned a mill. There was no guard there," the priest said.', False),
        (ACCUSED + "The ferry sank, the harbour master said. Nobody was aboard.", False),
        (ACCUSED + "The bishop condemned the fire.", False),
        (ACCUSED + "The bishop welcomed the inquiry.", False),
        (ACCUSED + "Chadian peacekeepers did not intervene, the herders said.", False),
        (ACCUSED + "The bishop condemned the report as a fabrication.", True),
    ],
)
def test_denials_answer_something(text, denies):
    found = stances(text)[1:]
    assert found
    assert denies is None or (Stance.DENIES in found) == denies


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Paulo Mendes is accused of arming the gang.", ""),
        ("The envoy was urged to leave Quito.", ""),
        ("The banker, Ivo Lahti, was charged with theft.", ""),
        ("Tutors were promised a raise.", ""),
        ("The envoy urged the council to leave Quito.", "The envoy"),
        ("The envoy was accused by the council of taking bribes.", "the council"),
        ("The farmer, who was told by the bank that the loan was safe, signed.", "the bank"),
        ('"He is a liar," Ms Dahl said of Senator Rui Prado.', "Ms Dahl"),
        ("Ines Duarte, who ousted Premier Lam Vo, promised a vote in June.", "Ines Duarte"),
        ("According to Senator Rui Prado, the vote is lost.", "Senator Rui Prado"),
    ],
)
def test_sources_are_who_speaks(text, source):
    found = [c.source.text for c in api.read(text).claims]
    assert found
    assert found[0].startswith(source) if source else found[0] == ""


@pytest.mark.parametrize(
    "text",
    [
        "Iceland abstained.",
        "The mission was unable to verify the deaths.",
        "The mission failed to verify the deaths.",
        "The rising was put down by the royal guard.",
        "The barge was refused passage.",
        "The barge was denied entry",
        "Peru, Chile trade blame as dispute over fishing widens",
    ],
)
@pytest.mark.parametrize("fast", [False, True])
def test_deeds_and_failures_are_no_claims(text, fast):
    assert told(text, fast=fast) == []


def test_a_name_is_no_cue():
    assert "Desire" not in {c.cue.text for c in api.read("The court convicted Burundian trader Desire Ndayi of murder.").claims}


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The embassy refrained from comment.", "refrained from", "comment"),
        ("The broker hung up when asked about the vault.", "hung up", "about the vault"),
        ("The broker ended the call.", "ended the call", ""),
        ("The bank was not prepared to disclose the loss.", "was not prepared", "to disclose the loss"),
        ("The navy has not spoken about the wreck.", "has not spoken about", "the wreck"),
        ("The judge was not available for an interview.", "was not available", "for an interview"),
        ("The judge said he would not pre-empt the ruling.", "said", "he would not pre-empt the ruling"),
        ('"We cannot discuss single patients," the clinic said.', "said", '"We cannot discuss single patients,"'),
    ],
)
@pytest.mark.parametrize("fast", [False, True])
def test_silences_in_other_words(text, cue, content, fast):
    (found,) = told(text, fast=fast)
    assert found[1:3] == (cue, content)
    assert found[3] in SILENCES


@pytest.mark.parametrize(
    "text", ["The navy has spoken about the wreck.", "The judge was available on Monday.", "The broker hung up his coat."]
)
def test_no_silences(text):
    assert not SILENCES & set(stances(text))


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The Red Cross counted 31 people drowned off Lesbos.", "The Red Cross", "31 people drowned off Lesbos"),
        ("Ward sister Aisha Bello put the toll at six dead.", "Ward sister Aisha Bello", "the toll at six dead"),
        (
            "A clerk, who asked not to be named, put the cost above 40 million.",
            "A clerk, who asked not to be named",
            "the cost above 40 million",
        ),
    ],
)
@pytest.mark.parametrize("fast", [False, True])
def test_figures_are_claims(text, source, content, fast):
    assert (source, content) in {(c.source.text, c.content.text) for c in api.read(text, fast=fast).claims}


def test_putting_a_thing_somewhere_is_no_figure():
    assert told("Ward sister Aisha Bello put the six cups on the table.", fast=True) == []


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The guild has written to the governor to request a hearing.", ["The guild"]),
        ("The premier will fly to Quito at the invitation of his Chilean colleague, adding that he would stay.", ["The premier"]),
        ("The palace said he will fly to Quito at the invitation of his Chilean colleague, adding that he would stay.", ["The palace"]),
        ("I spoke to his sister today and told her that we will wait.", ["I"]),
        ("We welcome the choice of Peru's new envoy, Ines Duarte, and urge all sides to meet her.", ["We"]),
        ("The guild asked the governor to explain.", ["The guild"]),
        ("The diver met the governor, who said that the pier was safe.", ["the governor"]),
        ('"The pier is safe," said the governor of Lima.', ["the governor of Lima"]),
    ],
)
def test_no_object_or_addressee_speaks(text, sources):
    assert list(dict.fromkeys(c.source.text for c in api.read(text).claims)) == sources


@pytest.mark.parametrize("fast", [False, True])
def test_who_cites_passes_on_and_who_is_cited_asserts(fast):
    found = told("The Quito Courier, citing two aides to the envoy, reported that the ferry had sunk.", fast=fast)
    assert {(source, stance) for source, _, _, stance in found} == {
        ("The Quito Courier", Stance.RELAYS),
        ("two aides to the envoy", Stance.ASSERTS),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The envoy chaired a session on fishing. The council adopted a plan.",
        "The queen inaugurated a dam. The governor toured the port and hosted a dinner.",
        "The judge jailed Paulo Mendes.",
        "The navy has continued to shell the port. Chile began digging.",
    ],
)
@pytest.mark.parametrize("fast", [False, True])
def test_acts_of_government_are_no_claims(text, fast):
    assert told(text, fast=fast) == []


def test_going_on_to_speak_is_a_claim():
    assert told('"The pier is safe," the governor continued.')[0][:2] == ("the governor", "continued")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Chilean minister welcomes ruling", "welcomes"),
        ("OAS urges restraint", "urges"),
        ("Guild denies theft", "denies"),
        ("Navy chief vows inquiry into wreck", "vows"),
    ],
)
@pytest.mark.parametrize("fast", [False, True])
def test_short_headlines_claim(text, cue, fast):
    assert [c.cue.text for c in api.read(text, fast=fast).claims] == [cue]


def test_headlines_of_deeds_claim_nothing():
    assert told("Navy strikes port") == told("Shares close calm") == []


CALM = (
    'The striker was moved by the news, his coach said on Tuesday. "Without his goals the club would not be where it is today," the '
    'chairman told the paper. "He is a great idol for me. When I joined the youth side as a boy I got to know him and we got on well from '
    'the beginning," the captain said. The club will hold a dinner in his honour in March, and a street near the stadium is to bear his '
    'name. "We have never had a better one, and there will not be another," his old coach said. Supporters left flowers at the gate, and '
    "the mayor said that the town would plant a tree for every goal."
)


def test_nobody_denies_anything_in_a_report_about_nothing_contentious():
    assert Stance.DENIES not in stances(CALM)


@pytest.mark.parametrize(
    "text",
    [
        "Reuters could not independently verify the reports.",
        "The BBC has not been able to verify the footage.",
        "The claim could not be independently verified.",
        "The Associated Press was unable to verify the claim.",
        "It was not immediately possible to verify the video.",
        "Neither side's claims could be verified.",
        "There was no independent confirmation of the claim.",
    ],
)
def test_what_could_not_be_checked_is_nobody_s_claim(text):
    assert not api.read(f"Rebels said they had killed 40 soldiers in Goma. {text}").claims[1:]


def test_an_official_who_cannot_confirm_keeps_silent():
    (claim,) = api.read("The ministry could not confirm the deaths.").claims
    assert claim.stance is Stance.DECLINES


def test_an_oath_of_office_is_no_claim():
    assert not api.read("José Rivas was sworn in as interim president on Friday.").claims


NESTED = "The strait stayed closed on Friday. "


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("A Bolivian senator said that two colonels had asked for asylum in Lima.", "asked"),
        ("A Malian captain told reporters that the colonel wanted the depot emptied before dawn.", "wanted"),
        ("The embassy said a photograph showed three armed men on the roof.", "showed"),
        ("The ministry said its engineers feared a collapse of the dam.", "feared"),
        ("The paper said that Manila had sought help from Tokyo about the wreck.", "sought"),
        ("“She told me, ‘Never go back there,’” said a cousin of the detained teacher.", "told"),
    ],
)
def test_what_one_says_that_another_says_or_wants_stands_within(text, cue):
    outer, inner = api.read(NESTED + text).claims
    assert (inner.cue.text, inner.via) == (cue, outer.id)


@pytest.mark.parametrize(
    "text",
    [
        "A Bolivian senator said that two colonels had walked into a trap.",
        "A Malian captain told reporters that the colonel drove to the depot before dawn.",
        "The embassy said a guide showed three tourists to the roof.",
        "Sweden's coast guard said its divers had found the anchor and were towing it to Karlskrona.",
        "The minister said he knew nothing of the letter.",
        "The mayor said that she had seen two lorries.",
    ],
)
def test_what_one_says_that_another_did_or_knew_is_no_claim_within(text):
    assert len(api.read(NESTED + text).claims) == 1


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize(
    ("text", "vias"),
    [
        ("The weekly Rits reported, citing two customs officers, that a tanker had unloaded at night.", (None, 0)),
        ("A tanker had unloaded at night, the weekly Rits reported, citing two customs officers.", (None, 0)),
        ("The weekly Rits reported, citing high costs, that a tanker had unloaded at night.", (None,)),
        ("The weekly Rits reported, citing two customs officers, that Peru wants a truce.", (None, 0, 1)),
    ],
)
def test_who_is_cited_stands_between_who_reports_and_what_is_told(text, vias, fast):
    found = api.read(NESTED + text, fast=fast).claims
    assert [c.via for c in found][: len(vias)] == [None if n is None else found[n].id for n in vias]


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("The minister said the papers were forged, and threatened to sue.", False),
        ("The minister said the papers were forged and that the daily threatened to sue.", True),
        ("A spokeswoman in Lima said the office knew no such man and hung up.", False),
        ("The guerrillas deny that a hostage was hurt and want the Red Cross to visit.", False),
        ("The general told his men that he expected losses and wanted volunteers.", True),
    ],
)
def test_what_a_speaker_does_further_stands_in_no_words_of_his(text, within):
    assert (api.read(NESTED + text).claims[-1].via is not None) == within


def test_an_aim_that_nobody_has_is_no_claim_within_another():
    assert stances("Peru says it keeps ties with both camps in Chad in the interest of an accord between them.") == [Stance.ASSERTS]
    assert Stance.DESIRES in stances("Peru said it wanted an accord between both camps in Chad.")


def test_what_is_said_of_a_deed_holds_who_did_it():
    deed = "Lebanese police detained the mayor of Zahle, Nabil Haddad, on Monday on suspicion of taking kickbacks in a land sale"
    assert deed in [c.content.text for c in api.read(f"{deed}, two judicial sources said.").claims]


def test_a_semicolon_parts_two_speakers():
    first, second = api.read("The ministry said Thai jets had bombed a road; Cambodia's army confirmed the raid.").claims
    assert (first.content.text, second.via) == ("Thai jets had bombed a road", None)


STRONGMAN = "The colonel, described by rivals as a future strongman in the style of former Malian ruler Ousmane Diallo,"


def test_what_is_said_begins_with_the_whole_subject_and_the_subject_asks():
    found = told(f"{STRONGMAN} has flown to Ankara twice this year and has asked for drones, people close to the palace said.")
    assert ("people close to the palace", "said") in [row[:2] for row in found]
    said = next(content for source, cue, content, _ in found if cue == "said")
    assert said == f"{STRONGMAN} has flown to Ankara twice this year and has asked for drones"
    assert all(source != "former Malian ruler Ousmane Diallo" for source, *_ in found)


def test_what_is_said_is_the_clause_and_no_noun_at_its_end():
    text = "Now Turkey is courting the new cabinet in Paris to win its backing for the contested colonel"
    assert "the contested colonel" not in [content for *_, content, _ in told(f"{text}, people familiar with the palace's thinking say.")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Interfaks-Yug quoted the deputy governor, Pavel Lunin, as saying that the dam was safe.", SourceKind.MEDIA),
        ("Norland Grain reported that profits had fallen.", SourceKind.ORGANISATION),
    ],
)
def test_a_source_is_known_by_its_words_and_its_cue(text, kind):
    assert api.read(text).claims[0].source.kind is kind


@pytest.mark.parametrize(
    ("line", "content"),
    [
        ("Opposition says army burned three villages", "army burned three villages"),
        ("Opposition says army burned three villages at 6 a.m.", "army burned three villages at 6 a.m."),
    ],
)
def test_what_is_said_in_a_line_of_a_list_ends_with_it(line, content):
    found = told(f"Minister rules out early vote\n{line}\nGovernment to raise fuel prices in June")
    assert ("Opposition", "says", content) in [row[:3] for row in found]
