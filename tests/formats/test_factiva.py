"""Both Factiva layouts, with invented articles."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats import receive
from reportedly.formats.factiva import accession, header
from reportedly.model import Span

BODY = "BANJUL -- The ferry sank, officials said.\n\nNobody was hurt."


def number(code: str, day: date, serial: str = "0000k") -> str:
    """The accession number that a source code and a day make."""

    def base36(n: int) -> str:
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"
        return (digits[n // 36] if n > 35 else "") + digits[n % 36]

    return f"{code.ljust(8, '0')}{day:%Y%m%d}{base36(day.year - 1500)}{base36(day.month)}{base36(day.day)}{serial}"


def article(head: str = "Ferry Sinks", words: str = "11 words", day: str = "7 May 2019", extra: str = "", code: str = "RIVP", an: str | None = None) -> str:
    an = number(code, date(2019, 5, 7)) if an is None else an
    return f"{head}\n\nBy Awa Jobe \n{words}\n{day}\nThe River Post\n{code}\n{extra}English\nCopyright 2019 River Post Ltd. \n\n{BODY}\n\nDocument {an}\n"


def only(text: str):
    found = list(receive(text))
    assert len(found) == 1
    return found[0]


def test_unlabelled_fields_all_land():
    got = only(article("World News: Ferry  Sinks Off  Banjul  --- Harbour master blames a U.N .-chartered tug", words="1,024 words", extra="International\nA3\n"))
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
    text = article("One Ferry Sinks") + "\n" + article("Another Ferry Sinks", an=number("RIVP", date(2019, 5, 7), "0000m")) + "\nSearch Summary\nText ferry\nDate All\n"
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
    text = LABELLED.format(an=number("RIVP", date(2019, 5, 7))).replace("TD\nIN the harbour, divers searched.\n\nRE  stood on the hull.\n\n", "")
    r = only(text).report
    assert r.body.of(r.text) == "BANJUL, May 7 (RP) - The ferry sank."


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2400, 12, 31)), st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ123456789", min_size=2, max_size=8))
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
