"""Disputes: a denial meets what it denies, a silence what it was asked about; figures that differ contradict."""

import pytest

import reportedly


def disputes(text):
    reading = reportedly.read(text, published="2018-06-04")
    claims = {c.id: c for c in reading.claims}
    return reading, [
        (d.kind.value, [claims[i].content.text for i in d.claims], [claims[i].source.text for i in d.claims]) for d in reading.disputes
    ]


ALLEGED = "Two people familiar with the talks said Kenyan officials had met the rebel leader in Addis Ababa."


@pytest.mark.parametrize(
    "denial",
    [
        "Kenya's Foreign Ministry denied that its officials had met the rebel leader.",
        "Kenya's Foreign Ministry said no officials had met the rebel leader.",
        "Kenya's Foreign Ministry rejected the claim that its officials had met the rebel leader.",
    ],
)
def test_a_denial_meets_what_it_denies(denial):
    _, found = disputes(f"{ALLEGED}\n\n{denial}")
    denied = [row for row in found if row[0] == "denies"]
    assert len(denied) == 1, found
    assert "had met the rebel leader" in denied[0][1][1]
    assert "Two people" in denied[0][2][1]


def test_an_assertion_denies_nothing():
    _, found = disputes(f"{ALLEGED}\n\nKenya's Foreign Ministry said its officials had met the rebel leader.")
    assert [row for row in found if row[0] == "denies"] == []


def test_a_denied_event_is_not_given_as_one_that_happened():
    reading, _ = disputes(f"{ALLEGED}\n\nKenya's Foreign Ministry denied that its officials had met the rebel leader.")
    assert reading.events
    assert all(e.status not in ("happened", "ongoing") for e in reading.events), [(e.trigger.text, e.status) for e in reading.events]


@pytest.mark.parametrize(
    "silence",
    [
        "A spokesman for Kenya's president declined to comment on the meeting.",
        "Kenya's Foreign Ministry didn't respond to questions about the meeting.",
        "Kenya's foreign minister couldn't be reached for comment.",
    ],
)
def test_a_silence_meets_what_it_was_asked_about(silence):
    _, found = disputes(f"{ALLEGED}\n\n{silence}")
    unanswered = [row for row in found if row[0] == "unanswered"]
    assert len(unanswered) == 1, found
    assert "Two people" in unanswered[0][2][1]


def test_a_denial_meets_what_speaks_of_the_one_who_denies():
    accused = "A fisherman said the Kenyan navy had sunk his boat."
    other = "A trader said prices had doubled in the market."
    _, found = disputes(f"{accused}\n\n{other}\n\nThe Kenyan navy denied it.")
    assert ["his boat" in row[1][1] for row in found if row[0] == "denies"] == [True]


def test_a_silence_on_a_matter_of_its_own_stands_alone():
    _, found = disputes(
        f"{ALLEGED}\n\nThe fair opened on Monday.\n\nRain fell.\n\nA Danish shipyard would not say whether its crane had collapsed."
    )
    assert [(kind, len(contents)) for kind, contents, _ in found] == [("unanswered", 1)]


def test_a_silence_alone_is_still_told():
    _, found = disputes("The bridge was closed on Sunday. The ministry declined to comment.")
    assert [(kind, len(contents)) for kind, contents, _ in found] == [("unanswered", 1)]


def test_different_counts_of_one_thing_contradict():
    _, found = disputes("The army said 12 rebels were killed near Goma. The hospital said 31 rebels were killed near Goma.")
    assert "contradicts" in [row[0] for row in found]


def test_the_same_count_contradicts_nothing():
    _, found = disputes("The army said 12 rebels were killed near Goma. The hospital said 12 rebels were killed near Goma.")
    assert found == []


def test_a_dispute_names_the_events_of_its_claims():
    reading, _ = disputes(f"{ALLEGED}\n\nKenya's Foreign Ministry denied that its officials had met the rebel leader.")
    ids = {e.id for e in reading.events}
    assert reading.disputes[0].events
    assert set(reading.disputes[0].events) <= ids


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("The Red Crescent said at least 26 people were killed.", "The interior ministry said the death toll was 11."),
        ("The militia claimed it had killed 53 soldiers.", "The government said eleven soldiers had been killed."),
        ("The ministry said the damage came to $4 million.", "The mayor estimated the damage at $30 million."),
        ("The government blamed rebels for the bombing.", "The rebels blamed the army for the bombing."),
        ("India said Pakistani troops opened fire first.", "Pakistan said Indian soldiers fired first."),
        ("The general said the airport was open.", "A pilot said the airport was closed."),
        ("The commission said the candidate had won.", "The opposition said the candidate had lost."),
        ("The command said the rocket flew 300 kilometres.", "Tokyo put the range at 700."),
    ],
)
def test_what_cannot_both_be_true_contradicts(earlier, later):
    _, found = disputes(f"{earlier} {later}")
    assert [row[0] for row in found] == ["contradicts"], found


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("The army said at least 12 rebels were killed near Goma.", "The hospital said 15 rebels were killed near Goma."),
        ("The mayor said about 30 people were killed.", "The police said 31 people were killed."),
        ("The army said up to 40 rebels were killed.", "A doctor said 22 rebels were killed."),
        ("The army said 12 rebels were killed.", "The police said 30 people were arrested."),
        ("France said it would send 200 soldiers.", "Germany said it would send 50 trucks."),
        ("The minister said the bridge would open in May.", "The mayor said the road would be widened."),
        ("The command said the rocket flew 300 kilometres.", "Tokyo put the range at 300."),
        ("The prosecutor said the pilot was drunk.", "A colleague said he had flown for twenty years."),
        ("The bank said the files were lost in a flood.", "The insurers said premiums would rise."),
    ],
)
def test_what_can_both_be_true_does_not(earlier, later):
    _, found = disputes(f"{earlier} {later}")
    assert found == []


def test_who_denies_and_tells_how_it_was_denies_and_contradicts():
    _, found = disputes("Witnesses said the police had shot the student. The police denied it and blamed a gang for the death.")
    assert sorted(row[0] for row in found) == ["contradicts", "denies"]


def test_a_dispute_says_what_differs():
    reading, _ = disputes("The army said 12 rebels were killed near Goma. The hospital said 31 rebels were killed near Goma.")
    assert [d.about for d in reading.disputes] == ["12 rebels were killed near Goma; differs: scope 12 / 31"]


def kinds(text):
    return [row[0] for row in disputes(text)[1]]


def test_a_denial_meets_what_another_says_that_the_denier_has_said():
    told, own = (disputes(f"The envoy threatened the mayor with prison{by}. The envoy denied it.")[1] for by in (", a clerk said", ""))
    assert [(row[0], len(row[1])) for row in told] == [("denies", 3)]
    assert own == []


@pytest.mark.parametrize(
    ("told", "denied", "unlike"),
    [
        ("Police said rebels had shelled the airport.", "The army denied shelling the airport.", "The mayor denied taking bribes."),
        (
            "Villagers said soldiers had burned the mill.",
            "The army denied burning the mill.",
            "The army denied that its minister had resigned.",
        ),
        ("A diplomat said Kenya had armed the rebels.", "Kenya denied supplying weapons.", "Norway denied buying submarines."),
    ],
)
def test_a_denial_with_words_of_its_own_needs_something_in_common(told, denied, unlike):
    assert kinds(f"{told} {denied}") == ["denies"]
    assert kinds(f"{told} {unlike}") == []


@pytest.mark.parametrize("denial", ["The army denied it.", "The army denied the charge.", "The army denied the report."])
def test_a_denial_that_points_back_meets_what_stands_nearest(denial):
    assert kinds(f"Police said soldiers had burned the mill. {denial}") == ["denies"]


def test_a_denial_does_not_meet_a_later_claim_with_nothing_in_common():
    assert kinds("Norway denies arming the rebels. The ferry was taking on water, an agency said.") == []


def test_a_denial_does_not_deny_another():
    assert kinds("Norway denied backing the guerrillas. Peru denied that it had closed the border.") == []


def test_a_named_silence_stands_alone_far_from_what_alleges_nothing():
    between = "\n\nBread is dear. A baker said flour was short.\n\nA priest said it had rained.\n\n"
    alone, met = (
        disputes(f"Police said {told}.{then}Canada did not comment.")[1]
        for told, then in (("two men had died", between), ("soldiers had burned two mills", " "))
    )
    alone = [row for row in alone if row[0] == "unanswered"]
    assert [(row[0], len(row[1])) for row in alone] == [("unanswered", 1)]
    assert [(row[0], len(row[1])) for row in met] == [("unanswered", 2)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Doctors said 11 people had died.\n\nA baker said bread was dear. A priest said it rained.\n\nThe army put the figure at 14.", 1),
        ("Doctors said 11 people had died.\n\nA baker said bread was dear. A priest said it rained.\n\nThe army put the figure at 11.", 0),
        ("Monitors said they had recorded 222 incidents. The ministry called 38 unverified.", 0),
        ("Police said five people died in Monday's fire. The mayor said nine people died in Friday's fire.", 0),
        ("Police said five people died in Monday's fire. The mayor said nine people died in Monday's fire.", 1),
    ],
)
def test_figures_contradict_where_they_count_the_same(text, found):
    assert kinds(text) == ["contradicts"] * found


@pytest.mark.parametrize(
    ("said", "contradicts"),
    [
        ("A baker said flour was short. The mayor said the shops would open on Tuesday.", False),
        ("A baker said nobody had died in the fire. The mayor said the shops would open on Tuesday.", True),
    ],
)
def test_claims_that_nothing_ties_do_not_contradict(said, contradicts):
    _, found = disputes(f"Two men had died in the fire, the police said.\n\n{said}")
    assert bool(found) is contradicts
