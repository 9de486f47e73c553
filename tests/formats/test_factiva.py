"""Both Factiva layouts, with invented articles."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats import header, receive
from reportedly.formats.factiva import accession
from reportedly.model import Span

BODY = "BANJUL -- The ferry sank, officials said.\n\nNobody was hurt."


def number(code: str, day: date, serial: str = "0000k") -> str:
    """The accession number that a source code and a day make."""

    def base36(n: int) -> str:
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"
        return (digits[n // 36] if n > 35 else "") + digits[n % 36]

    return f"{code.ljust(8, '0')}{day:%Y%m%d}{base36(day.year - 1500)}{base36(day.month)}{base36(day.day)}{serial}"


def article(
    head: str = "Ferry Sinks", words: str = "11 words", day: str = "7 May 2019", extra: str = "", code: str = "RIVP", an: str | None = None
) -> str:
    an = number(code, date(2019, 5, 7)) if an is None else an
    top = f"{head}\n\nBy Awa Jobe \n{words}\n{day}\nThe River Post\n{code}\n{extra}"
    return f"{top}English\nCopyright 2019 River Post Ltd. \n\n{BODY}\n\nDocument {an}\n"


def only(text: str):
    found = list(receive(text))
    assert len(found) == 1
    return found[0]


def test_unlabelled_fields_all_land():
    got = only(
        article(
            "World News: Ferry  Sinks Off  Banjul  --- Harbour master blames a U.N .-chartered tug",
            words="1,024 words",
            extra="International\nA3\n",
        )
    )
    r = got.report
    assert (r.section, r.headline, r.subheadline) == ("World News", "Ferry Sinks Off Banjul", "Harbour master blames a U.N.-chartered tug")
    assert (r.authors, r.word_count, r.published) == (("Awa Jobe",), 1024, date(2019, 5, 7))
    assert (r.publisher, r.publisher_code, r.edition, r.page, r.language) == ("The River Post", "RIVP", "International", "A3", "en")
    assert (r.copyright, r.dateline, r.accession) == ("Copyright 2019 River Post Ltd.", "BANJUL", number("RIVP", date(2019, 5, 7)))
    assert r.body.of(r.text) == BODY
    assert got.problems == ()


@pytest.mark.parametrize(
    ("words", "day", "language", "document"),
    [
        ("1 024 mots", "7 mai 2019", "Anglais", "Document"),
        ("1.024 Wörter", "7 Mai 2019", "Englisch", "Dokument"),
        ("1024 palabras", "7 mayo 2019", "Inglés", "Documento"),
        ("1,024 words", "7 May 2019", "English", "Document"),
    ],
)
def test_interface_languages(words, day, language, document):
    text = article(words=words, day=day).replace("English\n", f"{language}\n").replace("Document ", f"{document} ")
    r = only(text).report
    assert (r.word_count, r.published, r.language, r.format) == (1024, date(2019, 5, 7), "en", "factiva-unlabelled")


def test_several_articles_and_a_search_summary():
    text = (
        article("One Ferry Sinks")
        + "\n"
        + article("Another Ferry Sinks", an=number("RIVP", date(2019, 5, 7), "0000m"))
        + "\nSearch Summary\nText ferry\nDate All\n"
    )
    found = list(receive(text))
    assert [f.report.headline for f in found] == ["One Ferry Sinks", "Another Ferry Sinks"]
    assert len({f.report.id for f in found}) == 2


def test_conflicting_checksums_are_told_and_the_header_kept():
    got = only(article(an=number("OTHR", date(2019, 5, 8))))
    assert [p.code for p in got.problems] == ["accession-source", "accession-date"]
    assert got.report.published == date(2019, 5, 7)
    assert got.report.publisher_code == "RIVP"


def test_cut_off_article_is_kept_and_told():
    got = only(article().split("Document")[0])
    assert [p.code for p in got.problems] == ["cut-off"]
    assert "The ferry sank" in got.report.body.of(got.report.text)


def test_header_without_body_is_told():
    got = only(article().replace(BODY, ""))
    assert "no-body" in [p.code for p in got.problems]


def test_credit_lines_leave_the_body():
    got = only(article().replace(BODY, BODY + "\n\n---\n\nLamin Sarr, Fatou Bah and Omar Touray contributed to this article."))
    assert got.report.contributors == ("Lamin Sarr", "Fatou Bah", "Omar Touray")
    assert got.report.body.of(got.report.text) == BODY


LABELLED = """HD
Ferry Sinks
BY
By Awa Jobe
WC
1,024 words
PD
7 May 2019
SN
The River Post
SC
RIVP
PG
4
LA
English
CY
(c) 2019 River Post Ltd.
LP
BANJUL, May 7 (RP) - The ferry sank.
TD
IN the harbour, divers searched.

RE  stood on the hull.

CO
rivfer : River Ferries
AN
Document {an}
"""


def test_labelled_fields_and_prose_that_looks_like_a_field():
    got = only(LABELLED.format(an=number("RIVP", date(2019, 5, 7))))
    r = got.report
    assert (r.headline, r.authors, r.word_count, r.page, r.dateline) == ("Ferry Sinks", ("Awa Jobe",), 1024, "4", "BANJUL, May 7 (RP)")
    body = r.body.of(r.text)
    assert body.startswith("BANJUL, May 7")
    assert body.endswith("RE  stood on the hull.")
    assert [b.of(r.text).strip() for b in r.breaks] == ["TD"]
    assert got.problems == ()


def test_labelled_without_td_ends_with_the_lead():
    text = LABELLED.format(an=number("RIVP", date(2019, 5, 7))).replace(
        "TD\nIN the harbour, divers searched.\n\nRE  stood on the hull.\n\n", ""
    )
    r = only(text).report
    assert r.body.of(r.text) == "BANJUL, May 7 (RP) - The ferry sank."


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2400, 12, 31)),
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ123456789", min_size=2, max_size=8),
)
def test_accession_number_gives_back_its_parts(day, code):
    an = number(code, day)
    assert accession.published(an) == day
    assert accession.source_code(an) == code
    assert accession.conflicts(an, code, day) == []
    assert accession.conflicts(an, code, day + timedelta(days=1))[0].code == "accession-date"


@given(st.integers(0, 9_999_999), st.sampled_from([",", ".", " ", "\u00a0", "\u202f", ""]))
def test_word_counts_with_any_thousands_mark(count, mark):
    assert header.word_count(f"{count:,} words".replace(",", mark)) == count


def test_a_colon_makes_no_kicker():
    line = "Rebels: we will not yield"
    got = header.headline(line, Span(0, len(line)))
    assert (got.kicker, got.words, got.deck) == (None, line, None)


def base(
    head="Ferry Sinks Off Banjul",
    by="By Awa Jobe ",
    below="The River Post\nRIVP\nEnglish\nCopyright 2019 River Post Ltd. \n\n",
    body=BODY,
    top="777 words\n7 May 2019\n",
):
    return f"{head}\n\n{by}\n{top}{below}{body}\n\nDocument {number('RIVP', date(2019, 5, 7))}\n"


@pytest.mark.parametrize(
    "change",
    [lambda t: t.replace("\n", "\r\n"), lambda t: t.replace("\n", "\r"), lambda t: t.replace(" ", "\u00a0"), lambda t: "\ufeff" + t],
)
def test_line_ends_and_odd_spaces_change_no_field(change):
    text = change(base())
    got = only(text)
    r = got.report
    assert (r.headline, r.authors, r.published, r.publisher, r.accession) == (
        "Ferry Sinks Off Banjul",
        ("Awa Jobe",),
        date(2019, 5, 7),
        "The River Post",
        number("RIVP", date(2019, 5, 7)),
    )
    assert text.startswith(r.text)
    assert r.body.of(text) == change(BODY).lstrip("\ufeff")
    assert got.problems == ()


@pytest.mark.parametrize(
    ("by", "authors"),
    [
        ("Awa Jobe and Lamin Sarr", ("Awa Jobe", "Lamin Sarr")),
        ("Awa Jobe, Staff Writer", ("Awa Jobe",)),
        ("By Awa Jobe, Foreign Editor, and Lamin Sarr in Dakar", ("Awa Jobe", "Lamin Sarr")),
        ("By Awa Jobe (awa@riverpost.example)", ("Awa Jobe",)),
        ("By The Delta Agency", ("The Delta Agency",)),
        ("Por José Ortega y Ana Gasset", ("José Ortega", "Ana Gasset")),
    ],
)
def test_bylines(by, authors):
    r = only(base(by=by)).report
    assert r.authors == authors
    assert r.headline == "Ferry Sinks Off Banjul"


def test_a_headline_that_opens_with_by_is_no_byline():
    r = only("World\n\nBy the River, a Ferry Sinks\n\n" + base().split("By Awa Jobe \n")[1]).report
    assert (r.section, r.headline, r.authors) == ("World", "By the River, a Ferry Sinks", ())
    assert not header.has_byline_prefix("De Klerk Returns")


@pytest.mark.parametrize(
    ("lines", "page", "edition"),
    [
        ("22, 23\n", "22, 23", None),
        ("Page 12\n", "Page 12", None),
        ("1\nA3\n", "A3", "1"),
        ("Asia; Late Edition\nA3\nVolume 20, Issue 47\n", "A3", "Asia; Late Edition"),
    ],
)
def test_pages_and_editions(lines, page, edition):
    r = only(base(below=f"The River Post\nRIVP\n{lines}English\nCopyright 2019 River Post Ltd. \n\n")).report
    assert (r.page, r.edition, r.language) == (page, edition, "en")


@pytest.mark.parametrize("time", ["06:04 GMT", "06:04", "06:04 AM", "6.04 Uhr", "06 h 04"])
def test_a_time_of_day_is_no_publisher(time):
    assert only(base(top=f"777 words\n7 May 2019\n{time}\n")).report.publisher == "The River Post"


@pytest.mark.parametrize(
    "below",
    [
        "The River Post\n\nRIVP\n\nEnglish\n\nCopyright 2019 River Post Ltd. \n\n",
        "The River Post\nRIVP\nEnglish\nCopyright 2019 River Post Ltd. \n",
        "The River Post\nRIVP\nEnglish (UK)\nCopyright 2019 River Post Ltd. \n\n",
        "The River Post\nRIVP\nCopyright 2019 River Post Ltd. \n\n",
    ],
)
def test_blank_lines_in_the_header_and_lost_ones(below):
    r = only(base(below=below)).report
    assert (r.publisher, r.publisher_code, r.copyright, r.edition) == ("The River Post", "RIVP", "Copyright 2019 River Post Ltd.", None)
    assert r.body.of(r.text) == BODY


def test_a_source_code_that_ends_in_zero():
    r = only(
        base(below="DELTA\nDELTA0\nEnglish\nCopyright 2019 Delta\n\n").replace(
            number("RIVP", date(2019, 5, 7)), number("DELTA0", date(2019, 5, 7))
        )
    ).report
    assert (r.publisher, r.publisher_code) == ("DELTA", "DELTA0")


def test_prose_that_looks_like_a_document_line_ends_no_article():
    body = "BANJUL -- One.\n\nDocument abcdefghijklmnopqrstuvwxy\n\n777 words\n7 May 2018\n\nTwo."
    r = only(base(body=body)).report
    assert r.body.of(r.text) == body


def test_articles_without_document_lines_are_kept_apart():
    first = base().split("Document")[0]
    found = list(receive(first + "\n" + base(head="Second Ferry Sinks").split("Document")[0]))
    assert [f.report.headline for f in found] == ["Ferry Sinks Off Banjul", "Second Ferry Sinks"]
    assert [[p.code for p in f.problems] for f in found] == [["cut-off"], ["cut-off"]]
    assert found[0].report.body.of(found[0].report.text) == BODY
    assert found[0].report.id != found[1].report.id


@pytest.mark.parametrize(("lost", "code"), [("777 words\n", "no-word-count"), ("7 May 2019\n", "date-from-accession")])
def test_half_a_header_is_read_and_told(lost, code):
    got = only(base().replace(lost, ""))
    assert got.report.body.of(got.report.text) == BODY
    assert (got.report.headline, got.report.published) == ("Ferry Sinks Off Banjul", date(2019, 5, 7))
    assert [p.code for p in got.problems] == [code]


def test_cut_off_in_the_header_is_told():
    got = only("Ferry Sinks Off Banjul\n\nBy Awa Jobe \n777 words\n")
    assert (got.report.headline, got.report.word_count) == ("Ferry Sinks Off Banjul", 777)
    assert {"cut-off", "no-body"} <= {p.code for p in got.problems}


def test_a_footer_is_no_article_and_a_summary_hides_none():
    assert len(list(receive(base() + "\n© 2019 Factiva, Inc. All rights reserved.\n"))) == 1
    assert len(list(receive(base() + base().split("Document")[0] + "\nSearch Summary\nText ferry\n"))) == 2


@pytest.mark.parametrize(
    ("line", "kicker", "words"),
    [
        ("OPINION: Ferry Sinks", "OPINION", "Ferry Sinks"),
        ("UPDATE 2-Ferry sinks", "UPDATE 2", "Ferry sinks"),
        ("Report: Ferry sank", None, "Report: Ferry sank"),
        ("Business World: Ferry Sinks", "Business World", "Ferry Sinks"),
    ],
)
def test_kickers(line, kicker, words):
    got = header.headline(line, Span(0, len(line)))
    assert (got.kicker, got.words) == (kicker, words)


@pytest.mark.parametrize(
    ("tail", "contributors"),
    [
        (" (Reporting by Awa Jobe; Editing by Lamin Sarr)", ("Awa Jobe",)),
        ("\n\n---\nBy Lamin Sarr and Fatou Bah", ("Lamin Sarr", "Fatou Bah")),
        ("\n\nWrite to Awa Jobe at awa@riverpost.example\n\n(END) Delta Newswires\n\nMay 07, 2019 04:15 ET (08:15 GMT)", ()),
        ("\n\nRiver Post Ltd.", ()),
        ("\n\n((Delta newsroom, +220 0 000)).", ()),
        ("\n\nNo part of this text may be reproduced without permission.", ()),
    ],
)
def test_credits_and_notices_leave_the_body(tail, contributors):
    r = only(base(body=BODY + tail)).report
    assert (r.body.of(r.text), r.contributors) == (BODY, contributors)


@pytest.mark.parametrize(
    "prose",
    [
        "China, Russia and Iran contributed to the fund.",
        "Copyright law was changed on Monday.",
        "Editing by hand is slow, he said.",
        "Reporting by The River Post showed that the ferry was old.",
        "With assistance from Cuba the port was rebuilt.",
    ],
)
def test_prose_that_looks_like_a_credit_stays(prose):
    r = only(base(body=f"{BODY}\n\n{prose}")).report
    assert r.body.of(r.text).endswith(prose)
    assert r.contributors == ()


FULL = (
    "SE{0}World News\nCLM{0}Letter\nHD{0}Ferry Sinks\nBY{0}By Awa Jobe\nWC{0}1,024 words\nPD{0}7 May 2019\nET{0}06:04 GMT\n"
    "SN{0}The River Post\nSC{0}RIVP\n"
    "LA{0}English\nCY{0}(c) 2019 River Post\n\n"
    "LP{0}The ferry sank.\n\nTD{0}Nobody was hurt.\n\nIN\n\nthe harbour, divers searched.\n\nCO\n\nis a state.\n\n"
    "CO{0}rivfer : River Ferries\nRE{0}gamb : Gambia\nAN{0}Document {1}\n"
)


@pytest.mark.parametrize("mark", ["\n", "  ", "\t"])
def test_labels_on_their_own_lines_and_inline(mark):
    got = only(FULL.format(mark, number("RIVP", date(2019, 5, 7))))
    r = got.report
    assert (r.section, r.headline, r.authors, r.word_count, r.published, r.publisher_code) == (
        "World News / Letter",
        "Ferry Sinks",
        ("Awa Jobe",),
        1024,
        date(2019, 5, 7),
        "RIVP",
    )
    assert r.body.of(r.text).endswith("divers searched.\n\nCO\n\nis a state.")
    assert got.problems == ()


def test_a_labelled_article_without_its_number_does_not_swallow_the_next():
    one = FULL.format("\n", "").rsplit("AN", 1)[0]
    found = list(receive(one + FULL.format("\n", number("RIVP", date(2019, 5, 7))).replace("Ferry Sinks", "Second")))
    assert [f.report.headline for f in found] == ["Ferry Sinks", "Second"]
    assert [[p.code for p in f.problems] for f in found] == [["cut-off"], []]


@pytest.mark.parametrize("lost", ["WC\n1,024 words\n", "PD\n7 May 2019\n"])
def test_a_labelled_article_without_count_or_date_is_read(lost):
    r = only(FULL.format("\n", number("RIVP", date(2019, 5, 7))).replace(lost, "")).report
    assert (r.format, r.headline, r.published) == ("factiva-labelled", "Ferry Sinks", date(2019, 5, 7))


@pytest.mark.parametrize(
    ("line", "kicker", "words"),
    [
        ("SPY ROW: Two Attachés Leave Over Harbour Hack", "SPY ROW", "Two Attachés Leave Over Harbour Hack"),
        ("Shipping: How a Tanker Came to the Mudbank", "Shipping", "How a Tanker Came to the Mudbank"),
        ("Police: Suspect Fled the City by Boat", None, "Police: Suspect Fled the City by Boat"),
        ("Okafor: We Will Rebuild the Dam", None, "Okafor: We Will Rebuild the Dam"),
    ],
)
def test_a_topic_before_the_headline_is_a_kicker_and_a_speaker_is_none(line, kicker, words):
    text = line + "\n\nThe mayor, Mr. Okafor, said so."
    got = header.headline(text, Span(0, len(line)))
    assert (got.kicker, got.words) == (kicker, words)
