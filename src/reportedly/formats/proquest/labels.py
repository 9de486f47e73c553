"""The labels of ProQuest's fields, in the languages of its interface.

English stands as exports write it. Of the other languages no export was at hand: their labels are written as the vendor's pages are known
to have them, in several spellings, and were checked against none. One that is wrong here leaves its field unread.
"""

from __future__ import annotations

import re

from reportedly.model import Record

# Fields that are kept.
KEPT: dict[str, str] = {
    "text": "Full text|Texto completo|Texte intégral|Texte complet|Volltext|Testo completo|Testo integrale",
    "abstract": "Abstract|Abstracts|Resumen|Résumé|Zusammenfassung|Riassunto|Resumo|Extracto",
    "author": "Author|Authors|Autor|Autores|Auteur|Auteurs|Autoren|Autore|Autori|Byline",
    "info": "Publication info|Publication information|Información de publicación|Informations sur la publication|"
    "Publikationsinformationen|Publikationsinfo|Informazioni sulla pubblicazione|Informações da publicação",
    "title": "Title|Título|Titre|Titel|Titolo",
    "publication": "Publication title|Título de publicación|Título de la publicación|Titre de publication|Titre de la publication|"
    "Titel der Publikation|Publikationstitel|Titolo pubblicazione|Titolo della pubblicazione|Título da publicação",
    "published": "Publication date|Fecha de publicación|Date de publication|Publikationsdatum|Erscheinungsdatum|Datum der Publikation|"
    "Data di pubblicazione|Data pubblicazione|Data de publicação|Data da publicação",
    "year": "Publication year|Año de publicación|Année de publication|Publikationsjahr|Erscheinungsjahr|Anno di pubblicazione|"
    "Anno pubblicazione|Ano de publicação|Ano da publicação",
    "pages": "Pages|Páginas|Seiten|Pagine",
    "first-page": "First page|Start page|Primera página|Página inicial|Première page|Erste Seite|Prima pagina|Primeira página",
    "section": "Section|Sección|Abschnitt|Rubrik|Sezione|Seção",
    "column": "Column|Columna|Chronique|Kolumne|Colonna|Coluna",
    "edition": "Edition|Edición|Édition|Ausgabe|Edizione|Edição",
    "place": "Place of publication|Lugar de publicación|Lieu de publication|Erscheinungsort|Publikationsort|Luogo di pubblicazione|"
    "Local de publicação|Local da publicação",
    "language": "Language of publication|Language|Idioma de la publicación|Idioma de publicación|Langue de publication|"
    "Langue de la publication|Publikationssprache|Sprache der Publikation|Sprache|Lingua di pubblicazione|"
    "Lingua della pubblicazione|Idioma de publicação|Idioma da publicação",
    "number": "ProQuest document ID|ID del documento de ProQuest|ID de documento de ProQuest|Identificador del documento de ProQuest|"
    "ID du document ProQuest|Identificateur de document ProQuest|Identifiant du document ProQuest|ProQuest-Dokument-ID|"
    "ProQuest Dokument-ID|ID documento ProQuest|ID del documento ProQuest|ID do documento ProQuest|"
    "ID do documento do ProQuest",
    "address": "Document URL|URL del documento|URL de documento|URL du document|Dokument-URL|URL documento|URL do documento",
    "copyright": "Copyright|Derechos de autor|Droits d'auteur|Urheberrecht|Direitos autorais",
    "database": "Database|Databases|Base de datos|Base de données|Datenbank|Banca dati|Base de dados",
    "words": "Word count|Number of words|Número de palabras|Nombre de mots|Anzahl der Wörter|Wortzahl",
}
# Fields that are told from prose, and no more: prose may open with the loose ones, and hardly with the firm ones.
LOOSE = (
    "Links|Link|Enlaces|Liens|Collegamenti|Subject|Subjects|Materia|Materias|Sujet|Sujets|Thema|Themen|Soggetto|Assunto|"
    "Location|Locations|Lugar|Lieu|Ort|Luogo|Local|People|Person|Personas|Personnes|Personen|Persone|Pessoas|Place|Country|"
    "URL|Notes|Note|Volume|Volumen|Band|Issue|Número|Numéro|Ausgabennummer|Fascicolo|Year|Date|Dateline|Contact|Ethnicity|Editorial|"
    "Classification|Clasificación|Klassifikation|Classificazione|Classificação|Product name|Keyword|Keywords|References|"
    "Supplement|Update|Subfile|DOI"
)
FIRM = (
    "Business indexing term|MeSH subject|Company / organization|Company/organization|Company / Org|Compañía / organización|"
    "Société / organisation|Unternehmen / Organisation|Azienda / organizzazione|Empresa / organização|Identifier / keyword|"
    "Identifiers / keywords|Identificador / palabra clave|Identificateur / mot-clé|Identifikator / Schlagwort|"
    "Alternate title|Original title|Number of pages|Publisher|Éditeur|Herausgeber|Verlag|Editore|Editora|"
    "Country of publication|País de publicación|Pays de publication|Publikationsland|Land der Publikation|"
    "Paese di pubblicazione|País de publicação|Publication subject|Journal subject|Materia de publicación|"
    "Sujet de la publication|Publikationsthema|ISSN|e-ISSN|EISSN|ISBN|CODEN|Source type|Tipo de fuente|Type de source|"
    "Quellentyp|Tipo di fonte|Tipo de fonte|Peer reviewed|Document type|Tipo de documento|Type de document|Dokumenttyp|"
    "Tipo di documento|Document feature|Accession number|Source attribution|Full text availability|Online publication date|"
    "Publication history|Last updated|Última actualización|Dernière mise à jour|Zuletzt aktualisiert|Ultimo aggiornamento|"
    "Última atualização"
)
_KEPT_FIRM = frozenset("publication published year place language number address copyright database".split())
_LABEL = re.compile(r"\s*([^\W\d_][^:\n]{1,45}?)[ \t]*:(?!//)[ \t]*")
_ASIDE = re.compile(r"\([^()]*\)")


def _bare(name: str) -> str:
    """A label without spaces and capitals, as exports lose spaces and change capitals: "Publicationdate", "Full Text"."""
    return "".join(_ASIDE.sub("", name).split()).casefold()


_NAMES = {_bare(name): field for field, names in KEPT.items() for name in names.split("|")}
_NAMES |= {_bare(name): "other" for name in LOOSE.split("|") if _bare(name) not in _NAMES}
_FIRM = frozenset(_bare(name) for name in FIRM.split("|"))
_NAMES |= dict.fromkeys((n for n in _FIRM if n not in _NAMES), "other")
_LINKS = frozenset(map(_bare, "Links|Link|Enlaces|Liens|Collegamenti".split("|")))


class Label(Record, frozen=True, kw_only=True):
    """The field that a line opens: its bare name, what it is kept as, whether prose hardly begins so, and the rest of the line."""

    name: str
    field: str
    firm: bool
    value: str


def label(line: str) -> Label | None:
    """The label that a line opens with; None where it opens with none that is known."""
    m = _LABEL.match(line)
    if m is None or (name := _bare(m[1])) not in _NAMES:
        return None
    field = "links" if name in _LINKS else _NAMES[name]
    return Label(name=name, field=field, firm=field in _KEPT_FIRM or name in _FIRM, value=line[m.end() :].strip())
