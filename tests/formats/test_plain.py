"""What stands above and below the prose of texts that people paste: headline, byline, dateline, day, publisher."""

from datetime import date

import pytest

from reportedly.formats import receive
from reportedly.formats.header import authors, has_byline_prefix

PROSE = "Dockers went back to work on Tuesday, the port said."
DAY = date(2019, 5, 7)


def report(text):
    (got,) = receive(text)
    return got.report


def body(r):
    return r.body.of(r.text)


@pytest.mark.parametrize("names", ["Helen Marsh and Saleh al-Harbi", "Luis d'Abreu, Omar el-Tayeb and Ana Cruz"])
@pytest.mark.parametrize("dash", ["-", "--", "\u2014"])
def test_a_byline_of_several_hides_no_dateline(names, dash):
    r = report(f"Strike ends\n\nBy {names}\n\nACCRA, May 7, 2019 (Volta Wire) {dash} {PROSE}\n")
    assert (r.headline, r.authors) == ("Strike ends", authors(f"By {names}"))
    assert (r.dateline, r.published, r.publisher) == ("ACCRA, May 7, 2019 (Volta Wire)", DAY, "Volta Wire")


def test_articles_in_names_make_no_byline_of_prose():
    assert has_byline_prefix("By Saleh al-Harbi")
    assert not has_byline_prefix("By Tuesday anti-government crowds had gone")


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("By A. Mensah | TEMA, Ghana\n7 May 2019", (("A. Mensah",), "TEMA, Ghana", None)),
        ("By Awa Mensah | The Volta Post\n7 May 2019", (("Awa Mensah",), None, "The Volta Post")),
        ("By Awa Mensah | Tema | 7 May 2019", (("Awa Mensah",), "Tema", None)),
        ("By Awa Mensah | Shipping correspondent\n7 May 2019", (("Awa Mensah",), None, None)),
        ("By AWA MENSAH, Volta Press\n7 May 2019", (("Awa Mensah",), None, "Volta Press")),
        ("By Awa Mensah in Tema\nand Kofi Addo in Accra\n7 May 2019", (("Awa Mensah", "Kofi Addo"), None, None)),
        ("By Awa Mensah, in Tema, and Kofi Addo\n7 May 2019", (("Awa Mensah", "Kofi Addo"), None, None)),
    ],
)
def test_what_follows_the_names_in_a_byline(line, fields):
    r = report(f"Strike ends\n{line}\n\n{PROSE}\n")
    assert (r.authors, r.dateline, r.publisher) == fields
    assert (r.published, body(r)) == (DAY, PROSE)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Accra, May 7, 2019", ((), "Accra, May 7, 2019", None)),
        ("TEMA, Ghana, 7 May 2019", ((), "TEMA, Ghana, 7 May 2019", None)),
        ("Accra\n7 May 2019", ((), "Accra", None)),
        ("The Volta Post, 7 May 2019", ((), None, "The Volta Post")),
        ("Reuters, 7 May 2019", ((), None, "Reuters")),
        ("Volta Sentinel\n7 May 2019", ((), None, "Volta Sentinel")),
        ("Ministry of Ports, Accra, 7 May 2019", ((), "Accra", "Ministry of Ports")),
        ("Awa Mensah, Tema\nTuesday 7 May 2019", (("Awa Mensah",), "Tema", None)),
        ("Awa Mensah in Tema\nTue 7 May 2019 14.32 GMT", (("Awa Mensah",), None, None)),
        ("Awa Mensah | Volta Wire | Published 7 May 2019", (("Awa Mensah",), None, "Volta Wire")),
        ("Story by Awa Mensah\n(Adds quotes)\nLast updated on 7 May 2019", (("Awa Mensah",), None, None)),
        ("AWA MENSAH\nSTAFF WRITER\n7 May 2019", (("Awa Mensah",), None, None)),
    ],
)
def test_what_stands_before_a_day(line, fields):
    r = report(f"Strike ends\n\n{line}\n\n{PROSE}\n")
    assert (r.authors, r.dateline, r.publisher) == fields
    assert (r.headline, r.published, body(r)) == ("Strike ends", DAY, PROSE)


def test_an_edition_is_no_part_of_the_publisher():
    r = report(f"Strike ends\n\nEl Faro, English edition\n7 May 2019\n\n{PROSE}\n")
    assert (r.publisher, r.edition) == ("El Faro", "English edition")


def test_two_words_before_a_day_are_a_place_where_the_prose_says_so():
    head = "Strike ends\n\nCape Coast, 7 May 2019\n\n"
    assert report(f"{head}{PROSE}").publisher == "Cape Coast"
    assert report(f"{head}{PROSE} Nobody worked in Cape Coast.").dateline == "Cape Coast, 7 May 2019"


def test_a_job_under_a_name_is_no_publisher_and_a_crosshead_is_no_job():
    r = report(f"Strike ends\nBY A. MENSAH\nShipping correspondent\n7 May 2019\n\n{PROSE}\n")
    assert (r.authors, r.publisher, body(r)) == (("A. Mensah",), None, PROSE)
    r = report(f"Strike ends\n\nBy A. Mensah\n\nReporter shot dead\n\n{PROSE}\n")
    assert body(r).startswith("Reporter shot dead")


def test_a_byline_is_no_headline_and_a_headline_with_by_is_no_byline():
    r = report(f"By DANIEL ADDO-REED\n\nTEMA, Ghana \u2014 {PROSE}\n")
    assert (r.headline, r.authors, r.dateline) == (None, ("Daniel Addo-Reed",), "TEMA, Ghana")
    r = report(f"By George, Mayor Wins Again\n\nBy Awa Mensah\n\n{PROSE}\n")
    assert (r.headline, r.authors) == ("By George, Mayor Wins Again", ("Awa Mensah",))


@pytest.mark.parametrize(
    ("opening", "dateline", "day", "publisher"),
    [
        ("CAPE COAST, Ghana (May 7, 2019) -- ", "CAPE COAST, Ghana (May 7, 2019)", DAY, None),
        ("Accra (7 May 2019) - ", "Accra (7 May 2019)", DAY, None),
        ("ACCRA. May 7. (Volta News) ", "ACCRA. May 7. (Volta News)", None, "Volta News"),
        ("ACCRA, May 7. /Volta News/. ", "ACCRA, May 7. /Volta News/", None, "Volta News"),
        ("Accra, 7 May 2019. ", "Accra, 7 May 2019", DAY, None),
        ("(Volta News) Accra - ", "(Volta News) Accra", None, "Volta News"),
        ("Accra May 7 (VNA)-", "Accra May 7 (VNA)", None, "VNA"),
        ("ACCRA, Ghana\u2014", "ACCRA, Ghana", None, None),
        ("ACCRA, Tuesday, May 7, 2019 (Volta Wire) - ", "ACCRA, Tuesday, May 7, 2019 (Volta Wire)", DAY, "Volta Wire"),
        ("Accra. 7 May. ", "Accra. 7 May", None, None),
        ("ACCRA (VW/DPA) - ", "ACCRA (VW/DPA)", None, "VW/DPA"),
        ("Dar es Salaam \u2014 ", "Dar es Salaam", None, None),
        ("Dockers (May 7, 2019) and others met. ", None, None, None),
    ],
)
def test_datelines_of_agencies(opening, dateline, day, publisher):
    r = report(f"Strike ends\n\n{opening}{PROSE}\n")
    assert (r.dateline, r.published, r.publisher) == (dateline, day, publisher)
    assert body(r) == opening + PROSE


def test_an_agency_without_a_place_stands_before_the_prose():
    r = report(f"Strike ends\n\n(Volta Wire) - {PROSE}\n")
    assert (r.publisher, r.dateline, body(r)) == ("Volta Wire", None, PROSE)


@pytest.mark.parametrize("label", ["FOR IMMEDIATE RELEASE", "Press release No. 45/2019", "Media statement", "PRESS RELEASE"])
def test_a_press_release_has_its_headline_under_its_label(label):
    r = report(
        f"{label}\n7 May 2019\nContact: Awa Mensah, +233 20 000 0000\n\nMinistry welcomes end\n\n{PROSE}\n\nContact: press@port.example\n"
    )
    assert (r.headline, r.section, r.published, body(r)) == ("Ministry welcomes end", label, DAY, PROSE)


def test_a_ministry_stands_above_its_release_and_a_town_above_its_prose():
    r = report(f"Ministry of Ports\nPress release\n7 May 2019\n\nStrike ends\n\n{PROSE}\n")
    assert (r.publisher, r.headline, r.published) == ("Ministry of Ports", "Strike ends", DAY)
    r = report(f"Strike ends\n\nTEMA, Ghana\n\n{PROSE}\n")
    assert (r.dateline, body(r)) == ("TEMA, Ghana", PROSE)


def test_a_label_over_nothing_but_prose_is_the_headline():
    r = report(f"JOINT COMMUNIQUE\n\nIssued at Accra on 7 May 2019\n\n{PROSE}\n\nThe parties agreed.\n")
    assert (r.headline, r.dateline, r.published) == ("JOINT COMMUNIQUE", "Accra", DAY)
    assert body(r).startswith(PROSE)


@pytest.mark.parametrize("stamp", ["Published 7 May 2019", "Published:\n7 May 2019", "Published 7 May 2019\nLast updated 8 May 2019 10:00"])
@pytest.mark.parametrize("colon", [" ", "\n"])
def test_a_page_of_a_government(stamp, colon):
    r = report(f"Strike ends\n\nThe minister has spoken.\n\nFrom:{colon}Office of Ports and Ministry of Trade\n{stamp}\n\n{PROSE}\n")
    assert (r.subheadline, r.publisher) == ("The minister has spoken.", "Office of Ports and Ministry of Trade")
    assert (r.published, body(r)) == (DAY, PROSE)


def test_what_a_wire_sets_about_its_reports():
    r = report(
        f"BC-GHANA-PORT/UPDATE 2 (TV, PIX)\n\nUPDATE 2-Strike ends\n\nACCRA (VW) - {PROSE}\n\n(Reporting by Awa Mensah; Editing by Addo)\n"
    )
    assert (r.headline, r.section, r.contributors) == ("Strike ends", "UPDATE 2", ("Awa Mensah",))
    assert body(r).endswith(PROSE)
    r = report(
        f"Correction: Ghana-Strike story\n\n{PROSE}\n\nVolta Wire writers Awa Mensah in Tema and Kofi Addo contributed to this report.\n"
    )
    assert (r.section, r.headline, r.contributors) == ("Correction", "Ghana-Strike story", ("Awa Mensah", "Kofi Addo"))


def test_a_tweet_dates_no_report_and_stays_in_its_body():
    r = report(f"Strike ends\n\n{PROSE}\n\n\u2014 Awa Mensah (@awam) May 3, 2019\n")
    assert (r.published, body(r).endswith("May 3, 2019")) == (None, True)
    assert body(report("Strike ends\n\nHe said so.\n\n\u2014 Awa Mensah, May 3, 2019\n")).startswith("He said so.")


def test_the_times_of_a_live_blog_are_no_prose_and_those_of_a_programme_are():
    r = report(f"Strike: live\n\n14:32 GMT\n\n{PROSE}\n\n2.10 pm\n\nNobody was hurt.\n")
    assert [s.of(r.text) for s in r.breaks] == ["14:32 GMT", "2.10 pm"]
    assert report(f"{PROSE}\n\n09:30 The council meets.\n").breaks == ()


def test_a_statement_may_be_dated_where_it_ends():
    r = report(f"Statement of the port\n\n{PROSE}\n\nAccra, 7 May 2019\n")
    assert (r.published, r.dateline, body(r)) == (DAY, "Accra, 7 May 2019", PROSE)
    r = report(f"Strike ends\n\n6 May 2019\n\n{PROSE}\n\nAccra, 7 May 2019\n")
    assert (r.published, body(r).endswith("Accra, 7 May 2019")) == (date(2019, 5, 6), True)


def test_a_transcript_has_speakers_and_no_dateline():
    r = report("Press conference of the minister, Accra, 7 May 2019\n\nMINISTER: We met.\n\nQUESTION: Where?\n\nMINISTER: In Tema.\n")
    assert (r.headline, r.published, r.dateline) == ("Press conference of the minister, Accra, 7 May 2019", DAY, None)


def test_a_chronology_is_prose_from_its_first_sentence():
    r = report("Timeline of a strike\n\n3 May 2019\n\nThe strike began.\n\n4 May 2019\n\nIt ended.\n")
    assert (r.subheadline, r.publisher, body(r).startswith("The strike began.")) == (None, None, True)


@pytest.mark.parametrize(
    ("day", "read"),
    [("15/01/2019", date(2019, 1, 15)), ("7.5.2019", DAY), ("05/07/2019", None), ("May 7th 2019", DAY), ("10:20 AM, May 7, 2019", DAY)],
)
def test_days_in_other_dress(day, read):
    assert report(f"Strike ends\n\nBy Awa Mensah\n{day}\n\n{PROSE}\n").published == read


@pytest.mark.parametrize("mark", ["#", "# ", "##\t"])
def test_a_mark_of_a_heading_without_words_breaks_nothing(mark):
    assert body(report(f"{mark}\n\n{PROSE}\n")) == PROSE
    assert report("# Strike ends\n\n" + PROSE).headline == "Strike ends"


@pytest.mark.parametrize("text", [", 0000", "| 7 May 2019", "— 1999\n\nWords."])
def test_a_day_after_a_mark_alone_breaks_nothing(text):
    assert report(text).text == text
