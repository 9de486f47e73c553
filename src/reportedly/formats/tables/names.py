"""What other people call the fields of a report in their tables, the likelier names first.

Those of Mediacloud, GDELT, NewsAPI, the Guardian, the New York Times, news-please, fundus, newspaper3k, LexisNexisTools and ProQuest's
tables, in seven languages; in small letters, without accents and marks, as `bare` in `columns.py` makes them.
"""

from __future__ import annotations

_LISTED = {
    "text": (
        "text fulltext articletext texteintegral textocompleto testocompleto volledigetekst corps articlebody bodytext body "
        "maintext plaintext cleantext cleanedtext rawtext storytext newstext content fullcontent articlecontent contenttext "
        "article story plaintextbody texte contenu texto cuerpo contenido volltext artikeltext inhalt testo corpo contenuto tekst "
        "document transcript"
    ),
    "summary": "summary description abstract snippet leadparagraph lead trailtext excerpt teaser resume resumen zusammenfassung",
    "headline": (
        "headline headlinemain title webtitle articletitle articleheadline storytitle newstitle heading head hd titre titel "
        "titulo titolo schlagzeile kop ueberschrift titular"
    ),
    "subheadline": "subheadline subhead subtitle deck standfirst subtitulo untertitel soustitre",
    "published": (
        "published publishedat publisheddate datepublished publicationdate publishdate pubdate webpublicationdate firstpublished "
        "publishingdate datepublish date day datetime timestamp publishedon pubtime datum datepublication datedepublication "
        "dateparution datedeparution veroeffentlichungsdatum veroeffentlicht publikationsdatum erscheinungsdatum fecha "
        "fechapublicacion fechadepublicacion data datadipubblicazione datadepublicacao publicatiedatum storydate articledate "
        "newsdate pd seendate created createdat"
    ),
    "publisher": (
        "publisher newspaper outlet medianame sourcename media publication publicationtitle pubtitle newspapername journal source "
        "sourcedomain domain agency mediasource newssource provider site website zeitung quelle medium periodico fuente diario "
        "fonte giornale jornal krant bron"
    ),
    "url": "url weburl link articleurl canonicalurl webpage permalink href uri documenturl lien enlace",
    "id": "id articleid docid documentid guid uid uuid storyid newsid recordid accessionnumber accession identifier storiesid",
    "authors": (
        "authors author byline bylineoriginal fieldsbyline writer writers creator by journalist auteur auteurs autor autoren "
        "autores autore verfasser reporter"
    ),
    "section": "section sectionname rubric rubrik rubrique seccion sezione category desk",
    "edition": "edition ausgabe edicion",
    "page": "page pages pagenumber printpage seite pagina",
    "language": "language lang languagecode langcode articlelanguage langue sprache idioma lingua taal",
    "word_count": "wordcount words wc length numwords nwords numberofwords",
    "copyright": "copyright rights",
}
NAMES: dict[str, tuple[str, ...]] = {field: tuple(listed.split()) for field, listed in _LISTED.items()}
