"""Europresse: fields in any order, documents that were not delivered, pages saved by browsers."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import InputError
from reportedly.formats import File, Received, find, format_of, receive
from reportedly.formats.europresse import html
from reportedly.formats.europresse.header import header

EXPORTS = sorted(p for p in (Path(__file__).parent / "golden" / "europresse").glob("*.html"))
NUMBER = "news·20190303·CL·0430211"


def article(
    name="Le Courrier du Lac",
    head="Politique, dimanche 3 mars 2019, p. 11",
    title="Le pont est fermé",
    text="<p>Le pont a été fermé.</p>",
    number=NUMBER,
    by="",
):
    return (
        f'<article><header><span class="DocPublicationName">{name}</span><span class="DocHeader">{head}</span>'
        f'<div class="titreArticle"><div class="titreArticleVisu">{title}</div></div>{by}</header>'
        f'<section><div class="DocText">{text}</div></section><footer><span id="PubliC_lblNodoc">{number}</span></footer></article>'
    )


def page(*articles):
    return '<html><head><meta charset="UTF-8"></head><body>' + "".join(articles) + "</body></html>"


def only(raw):
    (got,) = receive(raw)
    return got.report


def body(report):
    return report.body.of(report.text)


@pytest.mark.parametrize("export", EXPORTS, ids=lambda p: p.stem)
def test_an_export_is_known_and_each_article_knows_its_bytes(export):
    raw = export.read_bytes()
    assert format_of(File.of(raw, "export")).name == "europresse"
    for got in receive(raw):
        start, end = got.report.byte_range
        assert got.report.accession.split("·")[3].encode() in raw[start:end]


# One document that could not be delivered broke the whole file in tm.plugin.europresse.
@pytest.mark.parametrize(
    "error",
    [
        "<article><div>Une erreur est survenue.</div></article>",
        "<article></article>",
        "<article><header></header><section><p>Document non disponible</p></section></article>",
        "<article><header><span class='DocPublicationName'>Le Courrier</span>",
    ],
)
def test_a_document_that_was_not_delivered_leaves_the_others_whole(error):
    found = list(find(page(article(), error, article(title="Le pont rouvre", number="news·20190304·CL·2"))))
    assert [f.report.headline for f in found if isinstance(f, Received)] == ["Le pont est fermé", "Le pont rouvre"]
    (passed,) = (f for f in found if not isinstance(f, Received))
    assert (passed.where, passed.problem.code) == ("article 2", "not-delivered")


@pytest.mark.parametrize(
    ("said", "section", "day", "page_", "words"),
    [
        ("Politique, jeudi 5 octobre 2013, p. 03", "Politique", date(2013, 10, 5), "03", None),
        ("jeudi 5 octobre 2013, Politique, p. 3", "Politique", date(2013, 10, 5), "3", None),
        ("p. 3, Politique, jeudi 5 octobre 2013", "Politique", date(2013, 10, 5), "3", None),
        ("Seine-Saint-Denis, lundi 28 janvier 2013, p. 93_T_17", "Seine-Saint-Denis", date(2013, 1, 28), "93_T_17", None),
        ("France, mercredi 11 septembre 2024 134 mots, p. 11", "France", date(2024, 9, 11), "11", 134),
        ("Économie ; Société, mardi 1er août 2023 1 204 mots, p. 8, 9", "Économie ; Société", date(2023, 8, 1), "8, 9", 1204),
        ("World, Friday, November 13, 2015", "World", date(2015, 11, 13), None, None),
        ("March 10, 2022 512 words, p. A1", None, date(2022, 3, 10), "A1", 512),
        ("mar. 10 mars 2015 - 05:00:00 UTC +0100", None, date(2015, 3, 10), None, None),
        ("lundi 3 mars 2014 - 10:15 -0500 300 mots", None, date(2014, 3, 3), None, 300),
        ("Politik, Dienstag, 5. Oktober 2020 345 Wörter, S. 4", "Politik", date(2020, 10, 5), "4", 345),
        ("Local, martes 5 de marzo de 2019, p. A3", "Local", date(2019, 3, 5), "A3", None),
        ("terça-feira, 5 de março de 2019", None, date(2019, 3, 5), None, None),
        ("Votre ville", "Votre ville", None, None, None),
        ("31 février 2020", "31 février 2020", None, None, None),
    ],
)
def test_the_header_is_read_in_any_order_and_language(said, section, day, page_, words):
    got = header(said)
    assert (got.section, got.published, got.page, got.words) == (section, day, page_, words)


def test_the_document_number_dates_what_states_no_day():
    (got,) = receive(page(article(head="Politique")))
    assert got.report.published == date(2019, 3, 3)
    assert "date-from-accession" in [p.code for p in got.problems]
    (got,) = receive(page(article(head="lundi 4 mars 2019")))
    assert (got.report.published, [p.code for p in got.problems]) == (date(2019, 3, 4), ["accession-date"])


def test_one_number_for_two_articles_is_told():
    first, second = receive(page(article(), article(title="Autre chose", text="<p>Tout autre chose.</p>")))
    assert first.report.id == NUMBER != second.report.id
    assert [p.code for p in second.problems] == ["duplicate-number"]


@pytest.mark.parametrize("name", ["Le Courrier du Lac, no. 43018", "Le Courrier du Lac n° 12", "  \n Le Courrier du Lac"])
def test_the_newspaper_is_named_without_its_issue(name):
    assert only(page(article(name=name))).publisher == "Le Courrier du Lac"


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ('<div class="docAuthors">Claire Roche ; Paul Vidal</div>', ("Claire Roche", "Paul Vidal")),
        ('<div class="docAuthors">ROCHE, Claire</div>', ("Claire Roche",)),
        ('<p class="sm-margin-bottomNews">Propos recueillis par Claire Roche</p>', ("Claire Roche",)),
        ('<p class="sm-margin-bottomNews">Par Claire Roche et Paul Vidal</p>', ("Claire Roche", "Paul Vidal")),
        ('<p class="sm-margin-bottomNews">Le préfet dément, la mairie accuse.</p>', ()),
    ],
)
def test_bylines(by, names):
    assert only(page(article(by=by))).authors == names


def test_hits_leave_no_trace_and_what_is_no_prose_is_left_out():
    text = (
        "<p>Le <mark>pont</mark>, dit-il, tient.</p><p>Rien n'est <span class='occurrence'>sûr</span>.</p>"
        "<p>Illustration(s) :</p><p>Le pont, hier</p><p>Encadré(s) : deux mots</p><p>Lire aussi : Un pont trop vieux</p>"
        "<p>© 2019 Courrier</p>"
    )
    assert body(only(page(article(text=text)))).split("\n\n") == ["Le pont, dit-il, tient.", "Rien n'est sûr.", "Encadré(s) : deux mots"]
    got = only(page(article(title="Le <mark>pont</mark> est <mark>fermé</mark>")))
    assert got.headline == "Le pont est fermé"


def test_pages_that_misstate_their_encoding_are_read():
    stated = page(article()).replace('charset="UTF-8"', 'charset="ISO-8859-1"')
    for encoding in ("utf-8", "latin-1"):
        assert only(stated.encode(encoding)).headline == "Le pont est fermé"


def test_an_article_named_in_a_comment_is_none():
    found = list(find(page("<!-- <article> of an old page -->", article())))
    assert len(found) == 1


@pytest.mark.parametrize(
    "raw",
    [
        b"<html><body><article><header><h1>Europresse is sold</h1></header><p>Europresse said so.</p></article></body></html>",
        b"Europresse is sold\n\n7 May 2019\n\nDocPublicationName is a class.",
    ],
)
def test_what_only_speaks_of_the_vendor_is_left_to_others(raw):
    chosen = format_of(File.of(raw, "x"))
    assert chosen is None or chosen.name != "europresse"


def test_a_page_without_articles_is_refused_with_its_reason():
    with pytest.raises(InputError, match="No article is in the page"):
        list(receive('<html><head><title>Europresse</title></head><body><p class="DocText titreArticle">Vide</p></body></html>'))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(EXPORTS), st.data())
def test_broken_exports_are_read_or_refused(export, data):
    raw = export.read_bytes()
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    broken = data.draw(st.sampled_from([raw[start:end], raw[:start], raw[:start] + raw[end:], raw[:start] + b'<"\xff\x00' + raw[start:]]))
    try:
        for got in receive(broken):
            assert body(got.report) is not None
    except InputError:
        pass


LONG = [" " * 300_000, "123 " * 80_000, "<!--" * 80_000, "<article>" * 3_000, "<div>" * 30_000, "mai 3, " * 50_000]


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_long_lines_cost_no_more_than_their_length(text):
    raw = page(article(head=text, name=text, title=text, text=text, by=f'<div class="docAuthors">{text}</div>')).encode()
    older = raw.replace(b"<article>", b"<p>").replace(b"DocText", b"TitreArticleVisu")
    start = time.process_time()
    for page_ in (raw, older):
        assert list(html.read_file(File.of(page_, "x")))
    assert time.process_time() - start < 5
