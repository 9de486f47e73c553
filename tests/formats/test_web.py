"""Saved pages and feeds: what they say of themselves, what is no article, what is only a part, and what is broken."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.formats import File, PassedOver, Received, find, format_of, receive
from reportedly.formats.web.charset import text_of
from reportedly.formats.web.day import day_in, day_in_address
from reportedly.formats.web.page import article_of

GOLDEN = Path(__file__).parent / "golden"
FILES = sorted(
    p for folder in ("html", "rss", "atom", "mhtml", "webarchive", "sitemap") for p in (GOLDEN / folder).iterdir() if p.suffix != ".yaml"
)
PROSE = (
    "<p>The government of Sarmia accused the dockers' union on Tuesday of blocking the two last ferries to the islands.</p>"
    "<p>The union denied the accusation. Talks would go on until both sides agreed, its chairwoman, Lena Brandt, told reporters.</p>"
    "<p>Police said that eleven people had been arrested during the protests, the third in as many days.</p>"
)


def page(head: str = "", prose: str = PROSE, heading: str = "Ferry talks resume in Port Varda") -> bytes:
    article = f"<article><h1>{heading}</h1>{prose}</article>"
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{article}</body></html>'.encode()


def ld(more: str) -> str:
    return f'<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",{more}}}</script>'


def report_of(raw: bytes, url: str | None = None):
    found = article_of(raw, url)
    assert isinstance(found, Received), found
    return found.report


def why(raw: bytes) -> str:
    found = article_of(raw)
    assert isinstance(found, PassedOver), found.report
    assert found.problem.code == "no-article"
    return found.problem.message


def body(report) -> str:
    return report.body.of(report.text)


# What a page says of itself


def test_a_date_stays_in_the_zone_in_which_it_is_written():
    assert report_of(page(ld('"headline":"Ferry talks","datePublished":"2031-05-14T23:40:00-05:00"'))).published == date(2031, 5, 14)


def test_the_day_of_a_change_is_not_the_day_of_publication():
    changed = '<meta property="article:modified_time" content="2031-06-01T00:00:00Z">'
    assert report_of(page(changed + '<meta property="article:published_time" content="2031-05-14">')).published == date(2031, 5, 14)
    assert report_of(page(changed)).published is None


def test_a_page_without_a_date_has_none():
    (received,) = receive(page())
    assert received.report.published is None
    assert [p.code for p in received.problems] == ["no-date"]


@pytest.mark.parametrize(
    "stated", ['<time itemprop="datePublished" datetime="2031-05-14T09:00">today</time>', "<p>Published on May 14, 2031</p>"]
)
def test_a_date_that_only_the_reader_sees_is_found(stated):
    assert report_of(page(prose=stated + PROSE)).published == date(2031, 5, 14)


def test_the_address_gives_the_day_where_nothing_else_does():
    assert report_of(page(), "https://vardacourier.example/2031/may/14/ferry-talks").published == date(2031, 5, 14)


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ('"author":{"@type":"Person","byline":"Marta Ilves"}', ("Marta Ilves",)),
        ('"author":["Marta Ilves","Tomas Okoro"]', ("Marta Ilves", "Tomas Okoro")),
        ('"author":[{"name":["Marta Ilves"]}]', ("Marta Ilves",)),
        ('"author":{"givenName":"Marta","familyName":"Ilves"}', ("Marta Ilves",)),
        ('"author":"By Marta Ilves and Tomas Okoro"', ("Marta Ilves", "Tomas Okoro")),
        (
            '"author":[{"name":"Marta Ilves"},{"name":"Courier staff reporter"},{"name":"https://vardacourier.example/by/x"}]',
            ("Marta Ilves",),
        ),
        ('"author":[{"name":"Marta Ilves"},{"name":"AFP"}]', ("Marta Ilves",)),
        ('"author":{"@type":"Organization","name":"Varda News Agency"}', ("Varda News Agency",)),
        ('"author":{"name":"mila@vardacourier.example"}', ()),
        ('"author":null', ()),
    ],
)
def test_authors_are_names(stated, authors):
    assert report_of(page(ld(f'"headline":"Ferry talks","datePublished":"2031-05-14",{stated}'))).authors == authors


def test_the_byline_on_the_page_serves_where_no_description_names_anybody():
    assert report_of(page(prose='<p class="byline">By Marta Ilves</p>' + PROSE)).authors == ("Marta Ilves",)
    assert "Ilves" not in body(report_of(page(prose='<p class="byline">By Marta Ilves</p>' + PROSE)))


def test_the_authors_of_other_stories_are_not_this_one_s():
    aside = '<aside><div class="author">Paul Wren</div></aside>'
    assert report_of(page(prose=PROSE + aside)).authors == ()


@pytest.mark.parametrize(
    "title", ["Ferry talks resume | The Varda Courier", "Ferry talks resume - Varda Courier", "Ferry talks resume \u2013 vardacourier"]
)
def test_the_site_s_name_is_no_part_of_the_headline(title):
    head = f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Varda Courier">'
    assert report_of(page(head), "https://www.vardacourier.example/x/1").headline == "Ferry talks resume"


def test_a_dash_in_a_headline_stays():
    head = '<meta property="og:title" content="Ferry talks - what is known"><meta property="og:site_name" content="The Varda Courier">'
    assert report_of(page(head)).headline == "Ferry talks - what is known"


def test_a_headline_cut_short_for_search_engines_is_read_from_the_page():
    assert report_of(page(ld('"headline":"Ferry talks resume in Port \u2026"'))).headline == "Ferry talks resume in Port Varda"


def test_entities_and_markup_in_a_headline_are_read():
    assert report_of(page(ld('"headline":"Ferry &amp; <em>rail</em> talks"'))).headline == "Ferry & rail talks"


def test_of_several_described_articles_the_page_s_own_is_taken():
    other = ld('"headline":"Storm cuts power","url":"https://vardacourier.example/2","datePublished":"2031-01-01"')
    own = ld('"headline":"Ferry talks resume","mainEntityOfPage":"https://vardacourier.example/1","datePublished":"2031-05-14"')
    report = report_of(page(f'<link rel="canonical" href="https://vardacourier.example/1">{other}{own}'))
    assert (report.headline, report.published) == ("Ferry talks resume", date(2031, 5, 14))


def test_json_that_is_none_is_passed_by():
    assert (
        report_of(page('<script type="application/ld+json">{"@type": "NewsArticle", </script>' + ld('"headline":"Ferry talks"'))).headline
        == "Ferry talks"
    )


def test_a_deck_is_no_part_of_the_body():
    head = '<meta name="description" content="Ministers met union leaders for three hours">'
    report = report_of(page(head, '<p class="standfirst">Ministers met union leaders for three hours</p>' + PROSE))
    assert report.subheadline == "Ministers met union leaders for three hours"
    assert body(report).startswith("The government of Sarmia")


def test_a_description_that_repeats_the_first_paragraph_is_no_deck():
    first = "The government of Sarmia accused the dockers' union on Tuesday of blocking the two last ferries to the islands."
    report = report_of(page(f'<meta name="description" content="{first}">'))
    assert report.subheadline is None
    assert body(report).startswith(first)


def test_a_table_keeps_its_rows():
    table = "<table><tr><th>Island</th><th>Ferries</th></tr><tr><td>Nord</td><td>2</td></tr></table><p>Talks go on.</p>"
    assert "Island | Ferries\n\nNord | 2" in body(report_of(page(prose=PROSE + table)))


def test_words_after_the_prose_are_not_in_it():
    for line in (
        "Our Standards: The Thomson Trust Principles.",
        "Read more: Storm cuts power",
        "Lire aussi : La tempête",
        "Lesen Sie auch: Sturm",
    ):
        assert body(report_of(page(prose=f"{PROSE}<p>{line}</p>"))).endswith("the third in as many days.")


def test_prose_that_begins_like_an_invitation_stays_where_it_is():
    line = "Follow-up talks were set for Friday, and the ferries were to sail again on Saturday."
    assert body(report_of(page(prose=f"{PROSE}<p>{line}</p>"))).endswith(line)


# What is only a part


@pytest.mark.parametrize(
    "notice",
    [
        "Subscribe to continue reading this article.",
        "Il vous reste 62.4% de cet article \u00e0 lire. La suite est r\u00e9serv\u00e9e aux abonn\u00e9s.",
        "Jetzt weiterlesen mit NB+",
        "Este contenido es exclusivo para suscriptores",
        "Contenuto riservato agli abbonati",
        "Conte\u00fado exclusivo para assinantes",
        "Al abonnee? Log in om verder te lezen",
    ],
)
def test_a_beginning_is_partial_and_its_notice_no_prose(notice):
    found = article_of(page(ld('"headline":"Ferry talks"'), f"{PROSE}<p>{notice}</p>"))
    assert isinstance(found, Received)
    assert found.report.partial
    assert [p.code for p in found.problems] == ["partial"]
    assert body(found.report).endswith("the third in as many days.")


def test_a_whole_article_that_is_not_free_is_not_partial():
    told = ld('"headline":"Ferry talks","isAccessibleForFree":false')
    assert not report_of(page(told, PROSE * 3)).partial


def test_words_missing_from_what_the_page_counts_make_it_partial():
    assert report_of(page(ld('"headline":"Ferry talks","isAccessibleForFree":"False","wordCount":900'), PROSE * 3)).partial


# What is no article


def test_each_kind_of_page_without_an_article_is_called_what_it_is():
    kinds = {p.stem: p for p in FILES if p.parent.name == "html"}
    assert "list of articles" in why(kinds["section-front"].read_bytes())
    assert "error message" in why(kinds["not-found"].read_bytes())
    assert "login" in why(kinds["login"].read_bytes())
    assert "pictures" in why(kinds["gallery"].read_bytes())
    assert "subscribers" in why(kinds["paywall-notice"].read_bytes())


def test_a_check_of_the_visitor_is_no_article():
    text = "<p>Please wait while we check your browser. This may take some seconds, and you will then be sent on.</p>"
    assert "check" in why(page("<title>Just a moment...</title>", text * 3, ""))


def test_text_with_marks_left_in_it_may_be_short():
    words = "<p>The port of <b>Varda</b> opened&nbsp;again on Tuesday.</p>"
    assert body(report_of(words.encode())) == "The port of Varda opened again on Tuesday."
    assert "no article" in why(f"<html><body>{words}</body></html>".encode())


def test_a_video_page_is_no_article():
    head = (
        '<meta property="og:type" content="video.other"><script type="application/ld+json">{"@type":"VideoObject","name":"Flood"}</script>'
    )
    assert "video" in why(page(head, "<p>Watch.</p>"))


def test_an_article_that_gives_its_site_s_address_for_its_own_is_one():
    canonical = '<link rel="canonical" href="https://vardacourier.example/">'
    assert report_of(page(canonical + ld('"headline":"Ferry talks"'))).headline == "Ferry talks"


def test_an_article_about_an_error_is_one():
    assert (
        report_of(page(ld('"headline":"Access denied: how a ministry lost its files"'))).headline
        == "Access denied: how a ministry lost its files"
    )


def test_a_page_in_a_script_without_spaces_is_long_enough():
    prose = (
        "<p>"
        + "\u6ce2\u7530\u5e02\u306e\u6e2f\u6e7e\u52b4\u50cd\u7d44\u5408\u306f\u653f\u5e9c\u3068\u5354\u8b70\u3057\u305f\u3002" * 6
        + "</p>"
    )
    assert isinstance(article_of(page(prose=prose)), Received)


# Encodings


@pytest.mark.parametrize(
    ("raw", "stated", "text"),
    [
        ("\u00dcber".encode(), "iso-8859-1", "\u00dcber"),
        ("\u00dcber \u201eBoote\u201c".encode("cp1252"), "iso-8859-1", "\u00dcber \u201eBoote\u201c"),
        ("\u6ce2\u7530".encode("cp932"), "Shift_JIS", "\u6ce2\u7530"),
        (
            "<meta charset=windows-1251>\u041f\u043e\u0440\u0442".encode("cp1251"),
            None,
            "<meta charset=windows-1251>\u041f\u043e\u0440\u0442",
        ),
        ("\u6ce2\u7530".encode("iso2022_jp"), "iso-2022-jp", "\u6ce2\u7530"),
        ("\ufeff\u00dcber".encode("utf-16"), None, "\ufeff\u00dcber"),
        ("\u00dcber".encode(), "no-such-encoding", "\u00dcber"),
        (
            "Le caf\u00e9 du port a ferm\u00e9 apr\u00e8s la gr\u00e8ve.".encode("cp1252"),
            "base64",
            "Le caf\u00e9 du port a ferm\u00e9 apr\u00e8s la gr\u00e8ve.",
        ),
    ],
)
def test_a_page_is_decoded_as_it_was_written(raw, stated, text):
    assert text_of(raw, stated) == text


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2031-05-14T23:40:00-05:00", date(2031, 5, 14)),
        ("Wed, 14 May 2031 23:40:00 -0500", date(2031, 5, 14)),
        ("20310514T094500Z", date(2031, 5, 14)),
        ("1936656000", date(2031, 5, 16)),
        ("May 14, 2031 at 9:40 am", date(2031, 5, 14)),
        ("14. Mai 2031, 09:40 Uhr", date(2031, 5, 14)),
        ("2031-13-45", None),
        ("14 May", None),
        ("", None),
        (None, None),
    ],
)
def test_days_are_read_as_they_are_written(stated, day):
    assert day_in(stated) == day


def test_numbers_in_an_address_are_not_all_dates():
    assert day_in_address("https://vardacourier.example/2031/05/14/x") == date(2031, 5, 14)
    assert day_in_address("https://vardacourier.example/story-20310599.html") is None
    assert day_in_address("https://vardacourier.example/a/1234567890") is None


# Feeds


def rss(entries: str, more: str = "") -> bytes:
    root = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    return f"{root}<channel><title>The Varda Courier</title>{more}{entries}</channel></rss>".encode()


def test_a_summary_is_never_the_article():
    (received,) = receive(
        rss("<item><title>Ferry talks</title><description>Ministers met.</description><pubDate>14 May 2031 10:00 GMT</pubDate></item>")
    )
    assert received.report.partial
    assert [p.code for p in received.problems] == ["partial"]


def test_content_is_the_article_and_a_link_to_the_rest_is_not():
    content = "<item><title>Ferry</title><content:encoded>&lt;p&gt;Ministers met.&lt;/p&gt;%s</content:encoded></item>"
    (whole,) = receive(rss(content % ""))
    (cut,) = receive(rss(content % "&lt;p&gt;&lt;a href='x'&gt;Continue reading &#8594;&lt;/a&gt;&lt;/p&gt;"))
    assert (whole.report.partial, cut.report.partial) == (False, True)
    assert body(whole.report) == body(cut.report) == "Ministers met."


def test_a_sentence_that_ends_with_more_is_not_taken_for_a_link():
    (received,) = receive(
        rss("<item><title>Ferry</title><content:encoded>&lt;p&gt;The islanders want more&lt;/p&gt;</content:encoded></item>")
    )
    assert body(received.report) == "The islanders want more"
    assert not received.report.partial


def test_an_entry_without_words_is_told():
    found = list(find(rss("<item><link>https://vardacourier.example/1</link></item><item><title>Ferry</title></item>")))
    assert [type(f).__name__ for f in found] == ["PassedOver", "Received"]
    assert found[0].where == "entry 1"


def test_an_entry_knows_its_bytes():
    raw = rss("<item><title>One</title></item>\n<item><title>Two</title></item>")
    for received in receive(raw):
        start, end = received.report.byte_range
        assert raw[start:end] == f"<item><title>{received.report.headline}</title></item>".encode()


def test_word_s_tags_in_an_entry_do_no_harm():
    (received,) = receive(
        rss("<item><title>Ferry</title><content:encoded>&lt;p&gt;Ministers &lt;o:p&gt;met&lt;/o:p&gt;.&lt;/p&gt;</content:encoded></item>")
    )
    assert body(received.report) == "Ministers met."


def test_a_feed_with_a_fault_gives_what_stands_before_it():
    raw = rss("<item><title>One</title><description>Ministers met.</description></item><item><title>Two & more</title></item>")
    assert next(r.report.headline for r in receive(raw)) == "One"


def test_a_feed_without_entries_says_so():
    with pytest.raises(InputError, match="no entries"):
        list(receive(rss("")))


def test_entities_are_not_resolved(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("harbour keys")
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    raw = (head + '<rss version="2.0"><channel><title>t</title><item><title>One &x; &b;</title></item></channel></rss>').encode()
    for found in find(raw):
        assert "harbour keys" not in str(found)


def test_a_sitemap_tells_how_many_addresses_it_lists():
    (found,) = find((GOLDEN / "sitemap" / "news.xml").read_bytes())
    assert isinstance(found, PassedOver)
    assert "2 addresses" in found.problem.message


# Which format is whose


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.name}")
def test_each_file_is_taken_for_what_it_is(path):
    assert format_of(File.at(path)).name == path.parent.name


@pytest.mark.parametrize(
    "raw",
    [
        b"The mayor said <b>nothing</b> on Tuesday.",
        b'<?xml version="1.0"?><nitf><body><p>Words</p></body></nitf>',
        b'<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>',
        b"%PDF-1.7",
        b"From: a@varda.example\nTo: b@varda.example\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--",
        b"",
    ],
)
def test_other_files_are_not_taken(raw):
    found = format_of(File.of(raw, "x"))
    assert found is None or found.name not in ("html", "rss", "atom", "sitemap", "mhtml", "webarchive", "warc", "arc")


# What is broken


def test_a_page_of_too_many_elements_is_refused_at_once():
    found = article_of(b"<html><body>" + b"<p>x</p>" * 100_000)
    assert isinstance(found, PassedOver)
    assert found.problem.code == "too-large"


def test_deep_nesting_does_no_harm():
    assert isinstance(article_of(b"<html><body>" + b"<div>" * 50_000 + b"words"), PassedOver)


@given(st.sampled_from(FILES), st.integers(0, 6_000), st.integers(0, 6_000), st.binary(max_size=8))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_never_raises_anything_else(path, start, length, put):
    raw = path.read_bytes()
    damaged = raw[:start] + put + raw[start + length :]
    try:
        for found in find(damaged):
            assert isinstance(found, Received | PassedOver)
    except InputError:
        pass
