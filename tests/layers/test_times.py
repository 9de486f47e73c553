"""Times: what is found, what it stands for, and the days it covers."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.layers.base import Facts
from reportedly.layers.times import LAYER
from reportedly.layers.times.builders import BUILDERS
from reportedly.layers.times.grammar import rules
from reportedly.layers.times.holidays import days_of
from reportedly.layers.times.periods import period, plus, step
from reportedly.model import Report, Span
from reportedly.text import parse

WEDNESDAY = date(2017, 3, 1)


def times(text, published=WEDNESDAY):
    (parsed,) = parse([Report(id="x", text=text, format="plain", body=Span(0, len(text)), published=published)])
    found = LAYER.run(parsed, Facts()).times
    for t in found:
        t.check(text)
    return found


def told(text, published=WEDNESDAY):
    return [(t.text, t.value) for t in times(text, published)]


def days(text, published=WEDNESDAY):
    return [(t.text, t.start and t.start.isoformat(), t.end and t.end.isoformat()) for t in times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The accord was signed on 5 May 2004.", [("5 May 2004", "2004-05-05")]),
        ("The accord was signed on May 5, 2004, in Quito.", [("May 5, 2004", "2004-05-05")]),
        ("The accord was signed on Tuesday, Feb. 14.", [("Tuesday, Feb. 14", "2017-02-14")]),
        ("The log opens on 2017-02-14.", [("2017-02-14", "2017-02-14")]),
        ("The form is dated 14.2.2017.", [("14.2.2017", "2017-02-14")]),
        ("Exports fell in November 2015.", [("November 2015", "2015-11")]),
        ("He has ruled since 2011.", [("2011", "2011")]),
        ("The fort fell in 241 BC.", [("241 BC", "BC0241")]),
        ("The canal dates from the 19th century.", [("the 19th century", "18")]),
        ("The line was drawn in the 1960s.", [("the 1960s", "196")]),
        ("Exports rose in the third quarter of last year.", [("the third quarter of last year", "2016-Q3")]),
        ("Prices rose in the first half of 2016.", [("the first half of 2016", "2016-H1")]),
        ("Exports rose in Q3 2016.", [("Q3 2016", "2016-Q3")]),
        ("The river froze in the winter of 2012.", [("the winter of 2012", "2012-WI")]),
        ("They signed on Christmas Eve.", [("Christmas Eve", "2016-12-24")]),
        ("The rally on Sept. 24 and 25 drew crowds.", [("Sept. 24", "2016-09-24"), ("25", "2016-09-25")]),
        ("He ruled from May 15 to August 16, 1988.", [("May 15", "1988-05-15"), ("August 16, 1988", "1988-08-16")]),
        ("The 1914-18 war ruined it.", [("1914", "1914"), ("18", "1918")]),
        ("The 1914–1918 war ruined it.", [("1914", "1914"), ("1918", "1918")]),
    ],
)
def test_dates_that_say_when(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met in January.", "2017-01"),
        ("Ballots were cast in September.", "2016-09"),
        ("Ballots will be cast in September.", "2017-09"),
        ("He spoke on Monday.", "2017-02-27"),
        ("He will speak on Monday.", "2017-03-06"),
        ("He is due in Lima on Monday.", "2017-03-06"),
        ("The gunmen gave them until Monday.", "2017-03-06"),
        ("If the flag still flies on Monday, the navy will remove it.", "2017-03-06"),
        ("He spoke on Wednesday.", "2017-03-01"),
        ("He resigned last Friday.", "2017-02-24"),
        ("He resigned last April.", "2016-04"),
        ("He resigned last October 23.", "2016-10-23"),
        ("Troops left last week.", "2017-W08"),
        ("Troops left last year.", "2016"),
        ("Troops left two weeks ago.", "2017-W07"),
        ("Troops will leave three months from now.", "2017-06"),
        ("He said that last week the army left.", "2017-W08"),
        ("They met over the weekend.", "2017-W08-WE"),
        ("They met the day before yesterday.", "2017-02-27"),
        ("They met on Monday of last week.", "2017-02-20"),
        ("They met in June last year.", "2016-06"),
    ],
)
def test_dates_counted_from_publication(text, expected):
    assert [v for _, v in told(text)] == [expected]


def test_what_follows_is_counted_from_what_was_spoken_of():
    assert told("Rebels struck on February 3. The following day the town fell. Two days later it burned.") == [
        ("February 3", "2017-02-03"), ("The following day", "2017-02-04"), ("Two days later", "2017-02-06"),
    ]  # fmt: skip
    assert told("He was jailed in 2003. Later that year he fled.") == [("2003", "2003"), ("Later that year", "2003")]
    assert told("He was jailed in 2003 and freed two years ago.")[-1] == ("two years ago", "2015")


def test_a_history_counts_from_its_own_dates():
    story = (
        "The revolt of 1919 had failed. A new one began on 3 May 1921. In June 1921 the fleet joined it. By December the capital had "
        "fallen. In January the king fled. A truce of 1922 failed, and by 1923 the north was lost. The last fort held until "
        "9 April 1924. On 12 April the garrison left."
    )
    found = dict(told(story))
    assert found["December"] == "1921-12"
    assert found["January"] == "1922-01"
    assert found["12 April"] == "1924-04-12"
    assert told("The garrison left on 12 April.") == [("12 April", "2017-04-12")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They talked for eight months.", ("eight months", "P8M")),
        ("They talked for two and a half years.", ("two and a half years", "P2Y6M")),
        ("They talked for half an hour.", ("half an hour", "PT30M")),
        ("They talked for several days.", ("several days", "PXD")),
        ("They talked for years.", ("years", "PXY")),
        ("They talked for two decades.", ("two decades", "P20Y")),
        ("It was a 30-day truce.", ("30-day", "P30D")),
        ("They meet every day.", ("every day", "P1D")),
        ("They meet each Friday.", ("each Friday", "XXXX-WXX-5")),
        ("They meet on Tuesday nights.", ("Tuesday nights", "XXXX-WXX-2TNI")),
        ("They meet twice a week.", ("twice a week", "P1W")),
        ("They meet annually.", ("annually", "P1Y")),
        ("He now leads the party.", ("now", "PRESENT_REF")),
        ("He recently joined the party.", ("recently", "PAST_REF")),
    ],
)
def test_durations_sets_and_vague_times(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She left at 6 p.m. on Monday.", "2017-02-27T18:00"),
        ("She left Monday at 10:35 a.m.", "2017-02-27T10:35"),
        ("She left on Monday morning.", "2017-02-27TMO"),
        ("She left last night.", "2017-02-28TNI"),
        ("She left on the night of February 3.", "2017-02-03TNI"),
        ("She left at noon on Monday.", "2017-02-27T12:00"),
    ],
)
def test_times_of_day(text, expected):
    (found,) = times(text)
    assert (found.value, found.type) == (expected, "TIME")
    assert found.start == found.end == date.fromisoformat(expected[:10])


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The envoy flew in three times in the past five months.", "2016-10-01", "2017-03-01"),
        ("He fled in the late 1980s.", "1986-01-01", "1989-12-31"),
        ("He fled in the early 1980s.", "1980-01-01", "1983-12-31"),
        ("He fled in early 1983.", "1983-01-01", "1983-04-30"),
        ("He fled at the end of June 1983.", "1983-06-21", "1983-06-30"),
        ("Talks are expected in the coming days.", "2017-03-01", None),
        ("He fled early last week.", "2017-02-20", "2017-02-21"),
        ("He fasts during Ramadan.", "2017-05-27", "2017-06-25"),
        ("The truce held until the end of Ramadan.", "2016-06-27", "2016-07-06"),
        ("It has risen since the turn of the year.", "2017-01-01", "2017-01-01"),
        ("They talked for eight months.", None, None),
    ],
)
def test_days_covered(text, start, end):
    assert [d[1:] for d in days(text)] == [(start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May spoke to her cabinet.", "The delegates may march on the palace.", "A 25-year-old clerk was hurt.",
        "Police counted 2000 people.", "The fall of the city shocked them.", "The reporter of the Sunday Times wrote it.",
        "Wages fell 5 percent a year.", "The first half of the game was dull.", "Passport AB1234567 was lost.",
        "The second minister and the former one disagreed.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_time(text):
    assert told(text) == []


def test_without_a_day_of_publication_values_stay_partial():
    assert told("They met on Monday, and in March.", None) == [("Monday", "XXXX-WXX-1"), ("March", "XXXX-03")]
    assert days("They met last week.", None) == [("last week", None, None)]
    assert told("Dated 5 May 2004. They met on Monday.", None)[-1] == ("Monday", "2004-05-03")


def test_ids_run_in_reading_order_and_nothing_is_found_in_nothing():
    found = times("They met on Monday, in 2015 and last week.")
    assert [t.id for t in found] == ["t1", "t2", "t3"]
    assert [t.spans for t in found] == sorted(t.spans for t in found)
    assert times("") == ()


def test_a_long_run_of_number_words_takes_no_long_time():
    text = "They counted for " + "two " * 2_000 + "years. " + "He said that the men of the army were in the square. " * 150
    (parsed,) = parse([Report(id="x", text=text, format="plain", body=Span(0, len(text)))])
    started = process_time()
    assert [t.text for t in LAYER.run(parsed, Facts()).times] == ["two two two two two years"]
    assert process_time() - started < 1.0  # measured: 0.05 s


def test_every_rule_has_a_builder():
    assert {name for name, _ in rules()} - {"phrase"} == set(BUILDERS)


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter", 2017, date(2017, 4, 16)), ("easter-2", 2024, date(2024, 3, 29)), ("4 thu 11", 2016, date(2016, 11, 24)),
        ("-1 mon 5", 2017, date(2017, 5, 29)), ("1 mon 11 +1", 2016, date(2016, 11, 8)), ("islamic 9 1 30", 2017, date(2017, 5, 27)),
    ],
)  # fmt: skip
def test_holidays(rule, year, day):
    assert days_of(rule, year)[0] == day


@given(st.dates(), st.sampled_from(["D", "W", "WE", "M", "Q", "S", "H", "Y", "E", "C"]))
def test_a_period_is_whole_and_its_neighbour_begins_after_it(day, unit):
    here = period(unit, day)
    assert here.start <= here.end
    following = step(here, 1)
    assert following.start is None or following.start > here.end or following.end == date.max


@given(st.dates(), st.integers(-20_000, 20_000), st.sampled_from(["D", "W", "M", "Y", "E", "C"]))
def test_adding_never_fails(day, count, unit):
    assert plus(day, count, unit) is None or isinstance(plus(day, count, unit), date)


SOUP = """the a in on of early late mid last next this that 31 February March Monday 1999 9999 0 30 year years quarter half end ago later
before 12:30 p.m. - – , . and to 1980s '90s Easter Ramadan BC AD two several nineteen ninety every twice night noon now 1914–18 29 week
weekend century first 1000 2199 3/13/2017 41/41/41 mid-1990s Q3 from past coming hundred thousand ½ 2.5 third eighties more than 🙂 שלום"""
WORDS = st.sampled_from(SOUP.split())


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40), st.sampled_from([None, date(2017, 3, 1), date.min, date.max, date(2016, 2, 29)]))
def test_any_words_give_spans_that_slice_and_days_in_order(words, published):
    for t in times(" ".join(words), published):
        assert t.value
        assert t.start is None or t.end is None or t.start <= t.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tapes are said to have been made in May.", "2016-05"),
        ("He is believed to have died in May.", "2016-05"),
        ("They are thought to have met on Monday.", "2017-02-27"),
        ("He claims to have seen the letter in June.", "2016-06"),
        ("Having agreed in July to a truce, they left.", "2016-07"),
        ("He is accused of ordering the raid in May.", "2016-05"),
        ("The minister denies ordering the raid in May.", "2016-05"),
        ("He is expected to have left by May.", "2017-05"),
        ("He will have left by May.", "2017-05"),
        ("The two are to meet in May.", "2017-05"),
        ("They plan to order the raid in May.", "2017-05"),
    ],
)
def test_what_is_said_to_have_been_is_past(text, expected):
    assert [v for _, v in told(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On the night of 3 to 4 February drones came.", [("the night of 3", "2017-02-03TNI"), ("4 February", "2017-02-04")]),
        ("Overnight on 20-21 February drones came.", [("Overnight on 20", "2017-02-20TNI"), ("21 February", "2017-02-21")]),
        ("Jets hit the port overnight Sunday.", [("overnight Sunday", "2017-02-26TNI")]),
        ("Jets hit the port overnight.", [("overnight", "2017-03-01TNI")]),
        ("It began at 6 p.m. local time on Friday.", [("6 p.m. local time on Friday", "2017-02-24T18:00")]),
        ("It begins at 0630 hours on 20 February.", [("0630 hours on 20 February", "2017-02-20T06:30")]),
        ("They had worked for 1800 hours.", [("1800 hours", "PT1800H")]),
        ("On the 14th, rebels came.", [("the 14th", "2017-02-14")]),
        ("The court will sit on the 14th.", [("the 14th", "2017-03-14")]),
        ("It sat on January 30. On the 2nd, it ruled.", [("January 30", "2017-01-30"), ("the 2nd", "2017-02-02")]),
        ("He was killed on the night of the 14th.", [("the night of the 14th", "2017-02-14TNI")]),
        ("He lives on the 14th floor.", []),
        ("He was born in 1398 (solar) in Qom.", []),
    ],
)
def test_times_of_communiques(text, expected):
    assert told(text) == expected


def test_a_day_alone_without_a_day_of_publication_stays_partial():
    assert told("On the 14th, rebels came.", None) == [("the 14th", "XXXX-XX-14")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The curfew ends on Friday.", "2017-03-03"),
        ("The curfew ended on Friday.", "2017-02-24"),
        ("The fair, which opens on Saturday, is free.", "2017-03-04"),
        ("The fair, which opened on Saturday, is free.", "2017-02-25"),
        ("Parliament resumes on Monday.", "2017-03-06"),
        ("The ministers meet in Oslo on Tuesday.", "2017-03-07"),
        ("Troops storm the town on Monday.", "2017-02-27"),
    ],
)
def test_the_present_of_what_is_set_for_a_day_looks_ahead(text, value):
    assert [v for _, v in told(text)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deficit grew in FY2025.", [("FY2025", "2025")]),
        ("The deficit grew in FY25.", [("FY25", "2025")]),
        ("Output fell in 3Q23 and rose in 1H24.", [("3Q23", "2023-Q3"), ("1H24", "2024-H1")]),
        ("The crew flew a Q400 to Juba.", []),
        ("The ship sank at 1430 GMT.", [("1430 GMT", "2017-03-01T14:30Z")]),
        ("Shops may open between 6 a.m. and noon.", [("6 a.m.", "2017-03-01T06:00"), ("noon", "2017-03-01T12:00")]),
        ("It was war, morning and noon.", []),
    ],
)
def test_times_in_codes_and_hours_beside_hours(text, expected):
    assert told(text) == expected
