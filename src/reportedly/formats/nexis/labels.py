"""The field labels and headings of LexisNexis exports in the languages of their interfaces.

The old exports write the labels in capitals ("LÄNGE:"), Nexis Uni writes them as names ("Length:"): one table serves both.
"""

from __future__ import annotations

import re

_WORDS = {
    "length": "length|länge|laenge|longueur|lengte|longitud|extensión|lunghezza|comprimento|wortanzahl|mots|woorden",
    "byline": "byline|autor|autoren|verfasser|auteur|auteurs|signature|author|authors|name|autore|autores",
    "section": "section|rubrik|ressort|rubrique|sectie|rubriek|sección|sezione|seção|secção",
    "headline": "headline|title|titel|titre|titular|título|titolo|kop|überschrift|schlagzeile",
    "highlight": "highlight|highlights|chapeau|encart|insert|untertitel|vorspann|kurztext|destacado|resaltado|teaser|intro|inleiding",
    "dateline": "dateline|ortszeile|ort|lieu|origine|plaats|lugar|datelijn",
    "body": "body|text|article|texte|artikel|tekst|textkörper|corps",
    "show": "show|sendung|émission|programma",
    "url": "url|link|internetadresse|adresse url",
    "journal": "journal-code|journal code|code-revue|code revue|zeitschriftencode|code-journal|code de journal|tijdschriftcode"
    "|código de revista",
    "language": "language|sprache|langue|taal|idioma|lingua|língua",
    "loaded": "load-date|load date|update|ladedatum|date-chargement|date de chargement|laaddatum|laad-datum|fecha de carga|fecha-carga"
    "|data di caricamento|data de carregamento|ladungsdatum|aktualisierungsdatum",
    "graphic": "graphic|graphics|grafik|grafiken|graphique|graphiques|illustration|afbeelding|afbeeldingen|gráfico|gráficos"
    "|grafico|abbildung",
    "correction": "correction|corrections|korrektur|berichtigung|correctie|rectificatie|rectificatif|corrección|correzione|correção",
    "notes": "notes|anmerkungen|notities|notas|editor-note",
    "other": "correction-date|publication-type|type-publication|publicatietype|pub-type|publikationstyp|medientyp|type de publication"
    "|tipo de publicación|document-type|doc-type|type|transcript|subject|sujet|thema|themen|onderwerp|tema|pub-subject|company|société"
    "|societe|firma|unternehmen|bedrijf|organization|organisation|ticker|stock-symbol|symbole-boursier|industry|branche|secteur-activite"
    "|activity-sector|secteur d'activité|person|personne|personen|persoon|persona|geographic|geo-localization|localisation-geo|state|city"
    "|country|geografie|géographie|region|series|serie|distribution|view original page|guests|anchors|enhancement|issn|isbn|volume"
    "|fecha de publicación|copyright-notice|acc-no|accession|document-id|dokument-id|category|categories|copyright",
}
FIELDS = {label: field for field, words in reversed(_WORDS.items()) for label in words.split("|")}
AFTER = frozenset("language loaded graphic correction notes journal other".split())  # stand below the text, unless there is none
OPEN = frozenset("graphic correction notes".split())  # their value may run over several paragraphs

BODY = frozenset(
    "body|text|full text|textkörper|haupttext|volltext|corps|corps du texte|corps de l'article|texte|texte intégral|hoofdtekst|tekst"
    "|volledige tekst|cuerpo|cuerpo del texto|texto|corpo|corpo del testo|testo".split("|")
)
END = frozenset(
    "end of document|ende des dokuments|dokumentende|fin du document|fin de document|einde van document|einde van het document"
    "|einde document|fin del documento|fin de documento|fin de los documentos|fim do documento|final do documento|fine del documento"
    "|fine documento".split("|")
)
CLASSIFICATION = frozenset(
    "classification|klassifizierung|klassifikation|classificatie|clasificación|classificação|classificazione|indexierung".split("|")
)

_OLD = re.compile(r"\s*([A-Z\u00c0-\u00de][A-Z\u00c0-\u00de' \-/]{1,30}?) ?:(?=\s|$)")
_UNI = re.compile(r"\s*([^\W\d_][^\W\d_'\u2019 \-/]*(?:[ '\u2019\-/]+[^\W\d_]+){0,3})\s?:(?=\s|$)")
_BARE = " \t\u00a0*_#[]"
SAID_BY = re.compile(r"(?:copyright\b|\u00a9|\(c\) ?\d{4})", re.I)
RIGHTS = re.compile(
    r"\brights?\b|reserved|rechte|vorbehalten|droits|r\u00e9serv|voorbehouden|rechten|derechos|reservad|diritti|riservat", re.I
)
COUNTER = re.compile(
    r"^[ \t\f]*(?:FOCUS - )?(?:(\d{1,6}) (?:of|von|de|van|di) (\d{1,6}) (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTEN|DOCUMENTOS?|DOCUMENTI)"
    r"|(?:Dokument|Document|Documento|DOKUMENT|DOCUMENT) (\d{1,6}) (?:von|de|van|of|di) (\d{1,6}))[ \t]*\r?$",
    re.M,
)


def old_label(line: str) -> tuple[str, str, int] | None:
    """The label in capitals that a line begins with: its words, its field ("" where unknown), and where the value begins."""
    m = _OLD.match(line)
    return (m[1], FIELDS.get(m[1].strip().lower(), ""), m.end()) if m else None


def uni_label(line: str) -> tuple[str, str, int] | None:
    """The same for labels of Nexis Uni, which are written as names are."""
    m = _UNI.match(line)
    return (m[1], FIELDS.get(m[1].strip().lower(), ""), m.end()) if m and len(m[1]) <= 32 else None


def bare(line: str) -> str:
    """A line as headings are compared: lower case, without marks of emphasis around it."""
    return " ".join(line.split()).strip(_BARE).rstrip(":").lower()


def is_copyright(line: str) -> bool:
    """Whether a line begins as copyright lines do."""
    return SAID_BY.match(line.strip()) is not None
