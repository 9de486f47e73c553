"""Events: what happened between whom, of which type, told once, and never more certain than the report has it. By the rules alone."""

from datetime import date

import pytest

from reportedly.layers.base import Facts
from reportedly.layers.events import LAYER
from reportedly.layers.status import LAYER as STATUS
from reportedly.model import (
    Actor,
    ActorKind,
    Claim,
    FigureKind,
    Manner,
    Mention,
    MentionForm,
    Place,
    PlaceUse,
    Report,
    Source,
    SourceKind,
    Span,
    Stance,
    Status,
    Time,
    TimeType,
    words_of,
)
from reportedly.text import parse


def events(text, facts=None, body=0):
    (parsed,) = parse([Report(id="x", text=text, format="plain", body=Span(body, len(text)))], fast=True)
    found = LAYER.run(parsed, STATUS.run(parsed, facts or Facts())).events
    for e in found:
        for words in (e.trigger, e.evidence, e.actor, e.recipient, *e.figures):
            if words is not None:
                words.check(text)
    assert [e.id for e in found] == [f"e{n}" for n in range(1, len(found) + 1)]
    return found


def event(text, type_, facts=None):
    found = [e for e in events(text, facts) if e.type == type_]
    assert len(found) == 1, [(e.type, e.trigger.text) for e in found]
    return found[0]


def sides(e):
    return (e.actor.text if e.actor else None, e.recipient.text if e.recipient else None)


def actor(text, id_, name, kind=ActorKind.COUNTRY, **fields):
    starts = [n for n in range(len(text)) if text.startswith(name, n)]
    mentions = tuple(Mention(start=n, end=n + len(name), form=MentionForm.NAME, text=name) for n in starts)
    return Actor(id=id_, name=name, kind=kind, mentions=mentions, **fields)


@pytest.mark.parametrize(
    ("text", "type_", "who", "whom"),
    [
        ("The foreign minister of Norvia met the Tazish president.", "CONSULT", "The foreign minister of Norvia", "the Tazish president"),
        ("Norway held talks with Sweden on fishing.", "CONSULT", "Norway", "Sweden"),
        ("Norway and Sweden held talks on fishing.", "CONSULT", "Norway and Sweden", None),
        ("Peru agreed to withdraw its troops from Bolivia.", "AGREE", "Peru", "Bolivia"),
        ("Kenya praised Ghana for its patience.", "SUPPORT", "Kenya", "Ghana"),
        ("Chile lifted sanctions against Peru.", "CONCEDE", "Chile", "Peru"),
        ("India shared intelligence with Nepal.", "COOPERATE", "India", "Nepal"),
        ("Canada sent food aid to Haiti.", "AID", "Canada", "Haiti"),
        ("The militia released three hostages.", "RETREAT", "The militia", "three hostages"),
        ("Brussels urged Serbia to free the editor.", "REQUEST", "Brussels", "Serbia"),
        ("Cuba accused Panama of spying.", "ACCUSE", "Cuba", "Panama"),
        ("Kuwait rejected a request from Jordan.", "REJECT", "Kuwait", "Jordan"),
        ("Eritrea threatened to bomb Djibouti.", "THREATEN", "Eritrea", "Djibouti"),
        ("Thousands of students protested against the government.", "PROTEST", "Thousands of students", "the government"),
        ("Latvia expelled two Belarusian diplomats.", "SANCTION", "Latvia", "two Belarusian diplomats"),
        ("Algeria deployed troops to the Malian border.", "MOBILIZE", "Algeria", "the Malian border"),
        ("Police arrested a union leader.", "COERCE", "Police", "a union leader"),
        ("Rebels shelled the village of Dara.", "ASSAULT", "Rebels", "the village of Dara"),
    ],
)
def test_all_sixteen_types(text, type_, who, whom):
    assert sides(event(text, type_)) == (who, whom)


@pytest.mark.parametrize(
    "text",
    [
        "The army attacked the town.",
        "The town was attacked by the army.",
        "The army, which attacked the town, said little.",
        "The town attacked by the army lay in ruins.",
        "The army carried out an attack on the town.",
        "An attack was launched on the town by the army.",
        "The army began attacking the town.",
        "The army's attack on the town lasted an hour.",
    ],
)
def test_one_act_in_many_grammars(text):
    e = event(text, "ASSAULT")
    assert "army" in e.actor.text.lower()
    assert "town" in e.recipient.text


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The rebels attacked the port.", "ASSAULT", Status.HAPPENED),
        ("The rebels did not attack the port.", "ASSAULT", Status.DID_NOT_HAPPEN),
        ("The rebels denied that they had attacked the port.", "ASSAULT", Status.DENIED),
        ("The rebels may have attacked the port.", "ASSAULT", Status.POSSIBLE),
        ("The rebels are attacking the port.", "ASSAULT", Status.ONGOING),
        ("The rebels asked Norway to attack the port.", "ASSAULT", Status.REQUESTED),
        ("If the rebels attack the port, the talks will end.", "ASSAULT", Status.CONDITIONAL),
    ],
)
def test_status_is_the_report_s(text, type_, status):
    assert event(text, type_).status == status


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Mali met Niger.", "CONSULT"),
        ("Mali will meet Niger.", "AGREE"),
        ("Mali refused to meet Niger.", "REJECT"),
        ("Mali will not meet Niger.", "REJECT"),
        ("Mali asked Niger to meet Chad.", "REQUEST"),
        ("Mali called off talks with Niger.", "REJECT"),
        ("Mali suspended talks with Niger.", "SANCTION"),
        ("Mali cancelled a meeting with Niger.", "REJECT"),
        ("Mali violated the ceasefire with Niger.", "ASSAULT"),
    ],
)
def test_what_an_act_becomes_under_another(text, type_):
    assert type_ in {e.type for e in events(text)}


def test_an_operator_consumes_what_it_governs():
    assert [e.type for e in events("Mali refused to release the prisoners.")] == ["REJECT"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said the harvest was good.",
        "A storm killed twelve people on the coast.",
        "The company declined to comment on the report.",
        "Prices rose and the shop closed early.",
        "The ministry rejected the allegation.",
        "Prices hit the government in the polls.",
    ],
)
def test_no_event(text):
    assert [(e.type, e.trigger.text) for e in events(text)] == []


def test_a_lasting_tie_in_a_relative_clause_is_no_event():
    assert "SUPPORT" not in {e.type for e in events("France, which supports the army, sent an envoy.")}
    assert "SUPPORT" in {e.type for e in events("France, which supported the vote, sent an envoy.")}


def test_the_toll_belongs_to_the_attack():
    e = event("Gunmen stormed a barracks near Kano, killing at least 12 soldiers and wounding 30.", "ASSAULT")
    assert e.trigger.text == "stormed"
    assert e.recipient.text == "a barracks near Kano"
    assert [(f.kind, f.low, f.high) for f in e.figures] == [(FigureKind.DEAD, 12, None), (FigureKind.INJURED, 30, 30)]


def test_the_toll_told_in_the_next_sentence_belongs_to_it_too():
    e = event("Rebels shelled the market. Nine people were killed.", "ASSAULT")
    assert [(f.kind, f.low) for f in e.figures] == [(FigureKind.DEAD, 9)]


@pytest.mark.parametrize(
    ("text", "type_", "figure"),
    [
        ("Police arrested 63 marchers.", "COERCE", (FigureKind.ARRESTED, 63, 63)),
        ("Police arrested dozens of marchers.", "COERCE", (FigureKind.ARRESTED, 24, None)),
        ("Police arrested more than two hundred marchers.", "COERCE", (FigureKind.ARRESTED, 200, None)),
        ("Police arrested up to 40 marchers.", "COERCE", (FigureKind.ARRESTED, None, 40)),
        ("Some 1,500 people protested in Quito.", "PROTEST", (FigureKind.PRESENT, 1500, 1500)),
        ("Japan gave $2.5 million to Fiji.", "AID", (FigureKind.MONEY, 2_500_000, 2_500_000)),
    ],
)
def test_figures(text, type_, figure):
    assert figure in [(f.kind, f.low, f.high) for f in event(text, type_).figures]


def test_modes_and_intensity():
    assert event("A drone attack hit the refinery.", "ASSAULT").mode == "drone"
    visit = event("The prime minister visited Oslo.", "CONSULT")
    assert (visit.mode, visit.cameo, visit.intensity) == ("visit", "042", 4.0)
    assert event("Police detained an editor.", "COERCE").intensity == -7.0


def test_contexts_come_from_the_paragraph():
    e = event("The court convicted two generals. The judge read the verdict.", "SANCTION")
    assert "legal" in e.contexts
    assert all("nuclear" not in c for c in e.contexts)


def test_actors_times_places_and_claims_are_wired_by_where_they_stand():
    text = "Envoys of Mali said on Friday that Niger had shelled Gao on Monday."
    friday, monday, gao = (words_of(text, Span(text.index(w), text.index(w) + len(w))) for w in ("Friday", "Monday", "Gao"))
    who = words_of(text, Span(0, 14))
    source = Source(spans=who.spans, text=who.text, kind=SourceKind.NAMED_OFFICIAL)
    content = words_of(text, Span(text.index("that Niger") + 5, len(text) - 1))
    said = words_of(text, Span(15, 19))
    facts = Facts(
        actors=(actor(text, "a1", "Mali"), actor(text, "a2", "Niger")),
        times=tuple(Time(id=f"t{n}", spans=w.spans, text=w.text, type=TimeType.DATE, value="X") for n, w in enumerate((friday, monday), 1)),
        places=(Place(id="p1", spans=gao.spans, text="Gao", name="Gao", use=PlaceUse.LITERAL),),
        claims=(Claim(id="c1", source=source, cue=said, content=content, stance=Stance.ASSERTS, manner=Manner.INDIRECT),),
    )
    e = event(text, "ASSAULT", facts)
    assert e.actor.ids == ("a2",)
    assert (e.time.id, e.claims, e.status) == ("t2", ("c1",), Status.HAPPENED)
    anonymous = Claim(
        id="c1",
        source=Source(spans=who.spans, text=who.text, kind=SourceKind.ANONYMOUS_PERSON, anonymous=True),
        cue=said,
        content=content,
        stance=Stance.ASSERTS,
        manner=Manner.INDIRECT,
    )
    assert event(text, "ASSAULT", Facts(claims=(anonymous,))).status == Status.POSSIBLE


def test_one_happening_told_twice_is_one_event():
    text = "Mali arrested a reporter. The arrest of the reporter by Mali came at night."
    facts = Facts(actors=(actor(text, "a1", "Mali"), actor(text, "a2", "reporter", ActorKind.PERSON)))
    assert len([e for e in events(text, facts) if e.type == "COERCE"]) == 1


def test_two_acts_of_different_sides_stay_two():
    text = "Mali arrested a reporter. Niger arrested a reporter."
    facts = Facts(actors=(actor(text, "a1", "Mali"), actor(text, "a2", "Niger")))
    assert len([e for e in events(text, facts) if e.type == "COERCE"]) == 2


def test_a_pronoun_stands_for_who_reports():
    assert sides(event("Mali said it had freed the prisoners.", "RETREAT")) == ("Mali", "the prisoners")


@pytest.mark.parametrize(
    "text", ["", "Attack", "🙂🙂 attack!", "هاجم الجيش المدينة", "will not not never attack attack attack", "who which that"]
)
def test_it_reads_any_text(text):
    events(text)


def test_the_same_text_gives_the_same_events():
    text = "Rebels seized the airport and the army shelled them, killing four. The court jailed two scientists."
    assert events(text) == events(text)


@pytest.mark.parametrize(
    "text",
    [
        "The fleet shelled the harbour, residents said, which the admiralty denies.",
        "The fleet shelled the harbour, a charge that the admiralty rejected.",
    ],
)
def test_what_the_sentence_says_is_denied_is_possible(text):
    assert event(text, "ASSAULT").status is Status.POSSIBLE


def test_a_guess_about_the_past_is_no_demand():
    assert [e.type for e in events("The mayor said the fleet must have shelled the harbour.")] == ["ASSAULT"]


def test_a_meeting_after_the_date_of_the_report_is_planned():
    text = "The two kings praised the summit between Norway and Iceland on 3 June."
    when = text.index("3 June")
    day = date(2020, 6, 3)
    time = Time(spans=(Span(when, when + 6),), text="3 June", id="t1", type=TimeType.DATE, value="2020-06-03", start=day, end=day)
    report = Report(id="x", text=text, format="plain", body=Span(0, len(text)), published=date(2020, 5, 20))
    (parsed,) = parse([report], fast=True)
    found = LAYER.run(parsed, STATUS.run(parsed, Facts(times=(time,)))).events
    assert {e.status for e in found if e.trigger.text == "summit"} == {Status.PLANNED}


@pytest.mark.parametrize(
    ("text", "type_", "who", "whom"),
    [
        ("Pirates torpedoed a Norwegian tanker.", "ASSAULT", "Pirates", "a Norwegian tanker"),
        ("Rebels planted mines near the ford.", "ASSAULT", "Rebels", "the ford"),
        ("Six nurses were held in a cellar.", "COERCE", None, "Six nurses"),
        ("Coast guards boarded a Danish trawler.", "COERCE", "Coast guards", "a Danish trawler"),
        ("The ministry bugged the telephones of two judges.", "COERCE", "The ministry", "two judges"),
        ("The ministry concealed the deaths from the public.", "COERCE", "The ministry", "the public"),
        ("Norway suspended the licence of the airline.", "SANCTION", "Norway", "the airline"),
        ("Norway sent home the Danish ambassador.", "SANCTION", "Norway", "the Danish ambassador"),
        ("The Danish ambassador was called in on Friday.", "ACCUSE", None, "The Danish ambassador"),
        ("The senator pointed the finger at Norway.", "ACCUSE", "The senator", "Norway"),
        ("Norway defied the ruling of the court.", "REJECT", "Norway", "the court"),
        ("Some 900 students surrounded the ministry.", "PROTEST", "Some 900 students", "the ministry"),
        ("Police broke up a vigil by students.", "ASSAULT", "Police", "students"),
        ("Norway offered Iceland a harbour.", "AGREE", "Norway", "Iceland"),
        ("The clans were offered three seats.", "AGREE", None, "The clans"),
        ("Norway gave back the island to Iceland.", "RETREAT", "Norway", "Iceland"),
        ("Norway called up 4,000 reservists.", "MOBILIZE", "Norway", None),
    ],
)
def test_the_commonest_words_of_each_type(text, type_, who, whom):
    assert sides(event(text, type_)) == (who, whom)


@pytest.mark.parametrize(
    "text", ["The widow slammed the door.", "Calls to the bishop were not returned.", "The shop was shut for the holiday."]
)
def test_what_only_sounds_like_an_act_is_none(text):
    assert events(text) == ()


def test_the_name_after_a_noun_says_whom_it_stands_for():
    text = "Norway seized the fishing boat Havfruen."
    facts = Facts(actors=(actor(text, "a1", "Norway"), actor(text, "a2", "Havfruen", ActorKind.ORGANISATION)))
    found = event(text, "COERCE", facts)
    assert found.actor.ids == ("a1",)
    assert found.recipient.ids == ("a2",)
