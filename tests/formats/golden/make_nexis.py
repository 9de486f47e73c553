"""Makes the Word and RTF files beside it as Nexis Uni writes them, with invented articles: `python tests/formats/golden/make_nexis.py`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HERE = Path(__file__).parent
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0" encoding="utf-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


@dataclass
class Words:
    """The labels and headings of an interface."""

    body: str = "Body"
    end: str = "End of Document"
    classification: str = "Classification"
    graphic: str = "Graphic"
    loaded: str = "Load-Date"


@dataclass
class Piece:
    """An article as the vendor prints it; `fields` stand above the text, `classes` in the classification block."""

    title: str
    publisher: str
    date: str
    paragraphs: list[str]
    fields: list[tuple[str, str]] = field(default_factory=list)
    copyright: str = ""
    edition: str = ""
    graphic: list[str] = field(default_factory=list)
    classes: list[tuple[str, str]] = field(default_factory=list)
    correction: list[str] = field(default_factory=list)
    loaded: str = ""
    table: list[list[str]] = field(default_factory=list)


# What both formats are printed with: a paragraph of (words, bold), a bookmark, a table, a link.
type Part = tuple[str, object]


def printed(pieces: list[Piece], words: Words, cover: list[Part], *, marks: bool) -> list[Part]:
    parts = list(cover)
    for n, piece in enumerate(pieces, 1):
        parts += article(piece, words, n if marks else 0)
    return parts


def article(piece: Piece, words: Words, number: int) -> list[Part]:
    suffix = f"_{number - 2}" if number > 1 else ""
    parts: list[Part] = [("mark", f"Bookmark_{number}" if number else ""), ("p", [("\n", False)])]
    parts += [("p", [(piece.title, True)]), ("p", [(piece.publisher, False)]), ("p", [(piece.date, False)])]
    parts += [("p", [(piece.edition, False)])] if piece.edition else []
    parts += [("p", [])]
    parts += [("p", [(f"\n{piece.copyright}", False)])] if piece.copyright else []
    parts += [("p", [("\n", False)])]
    parts += [("p", [(f"{label}:", True), (f"\u00a0{value}", False)]) for label, value in piece.fields]
    parts += [("heading", (words.body, f"Body{suffix}" if number else "")), ("p", []), ("p", [])]
    parts += [("p", [(p, False)]) for p in piece.paragraphs]
    parts += [("table", piece.table)] if piece.table else []
    parts += below(piece, words, suffix, number)
    return [*parts, ("p", []), ("p", [(f"\n{words.end}", True)]), ("p", [])]


def below(piece: Piece, words: Words, suffix: str, number: int) -> list[Part]:
    parts: list[Part] = []
    for heading, lines in ((words.graphic, piece.graphic), ("Correction", piece.correction)):
        if lines:
            parts += [("heading", (heading, "")), ("p", []), *(("p", [(line, False)]) for line in lines)]
    if piece.classes:
        parts += [("heading", (words.classification, f"Classification{suffix}" if number else "")), ("p", []), ("p", [])]
        parts += [("p", [(f"\n{label}:", True), (f"\u00a0{value}", False)]) for label, value in piece.classes]
    if piece.loaded:
        parts += [("p", [(f"\n{words.loaded}:", True), (f"\u00a0{piece.loaded}", False)])]
    return parts


def cover(titles: list[str], *, count: int, head: list[tuple[str, str]], documents: str = "Documents") -> list[Part]:
    parts: list[Part] = [("p", [(f"{label}: ", True), (value, False)]) for label, value in head]
    parts += [("p", [(f"{documents} ({count})", True)])]
    for n, title in enumerate(titles, 1):
        parts += [("link", (f"{n}. ", title)), ("p", [("Client/Matter: ", True), ("-None-", False)])]
        parts += [("p", [("Search Terms: ", True), ("ferry", False)]), ("p", [("Narrowed by: ", True)]), ("p", [])]
        parts += [("table", [["Content Type", "Narrowed by"], ["News", "Sources: The River Post"]]), ("p", [])]
    return parts


def docx(name: str, parts: list[Part]) -> None:
    body = "".join(word_part(kind, what) for kind, what in parts)
    document = f'<?xml version="1.0" encoding="utf-8"?><w:document {_W}><w:body>{body}<w:sectPr/></w:body></w:document>'
    with ZipFile(HERE / "nexis-docx" / name, "w", ZIP_DEFLATED) as out:
        for path, text in (("[Content_Types].xml", _TYPES), ("_rels/.rels", _RELS), ("word/document.xml", document)):
            info = ZipInfo(path, (2019, 3, 12, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            out.writestr(info, text)


def word_part(kind: str, what: object) -> str:
    if kind == "mark":
        return f"<w:p>{bookmark(what)}</w:p>"
    if kind == "heading":
        words, name = what
        return f"<w:p>{bookmark(name)}{run(words, True)}</w:p>"
    if kind == "link":
        number, title = what
        return f'<w:p>{run(number, False)}<w:hyperlink w:anchor="x">{run(title, False)}</w:hyperlink></w:p>'
    if kind == "table":
        rows = ("".join(f"<w:tc><w:p>{run(cell, False)}</w:p></w:tc>" for cell in row) for row in what)
        return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    return "<w:p>" + "".join(run(words, bold) for words, bold in what) + "</w:p>"


def bookmark(name: object) -> str:
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>' if name else ""


def run(words: str, bold: bool) -> str:
    style = "<w:rPr><w:b/></w:rPr>" if bold else ""
    text = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in words.split("\n"))
    return f"<w:r>{style}{text}</w:r>"


def rtf(name: str, parts: list[Part]) -> None:
    head = r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}{\colortbl;\red0\green0\blue0;}"
    body = "".join(rich_part(kind, what) for kind, what in parts)
    (HERE / "nexis-rtf" / name).write_bytes(f"{head}\n{body}}}\n".encode("ascii"))


def rich_part(kind: str, what: object) -> str:
    if kind == "mark":
        return f"{rich_mark(what)}\\par\n"
    if kind == "heading":
        words, name = what
        return f"{rich_mark(name)}{rich_run(words, True)}\\par\n"
    if kind == "link":
        number, title = what
        link = r'{\field{\*\fldinst{ HYPERLINK "https://advance.example.com/api/document?id=1" }}{\fldrslt{\ul ' + rich(title) + "}}}"
        return f"{rich(number)}{link}\\par\n"
    if kind == "table":
        return "".join("\\trowd\\intbl " + "".join(f"{rich(cell)}\\cell " for cell in row) + "\\row\n" for row in what)
    return "".join(rich_run(words, bold) for words, bold in what) + "\\par\n"


def rich_mark(name: object) -> str:
    return rf"{{\*\bkmkstart {name}}}{{\*\bkmkend {name}}}" if name else ""


def rich_run(words: str, bold: bool) -> str:
    return rf"{{\b {rich(words)}}}" if bold else f"{{{rich(words)}}}"


def rich(words: str) -> str:
    """Words as RTF: characters beyond ASCII as UTF-16 units, each with a question mark for old readers."""
    pieces = []
    for char in words:
        if char == "\n":
            pieces.append("\\line ")
        elif char in "\\{}":
            pieces.append("\\" + char)
        elif ord(char) < 128:
            pieces.append(char)
        else:
            units = char.encode("utf-16-le")
            pieces += (f"\\u{int.from_bytes(units[n : n + 2], 'little', signed=True)}?" for n in range(0, len(units), 2))
    return "".join(pieces)


FERRY = Piece(
    title="Ferry sinks off Barra;Harbour master blames a tug",
    publisher="The River Post(Banjul)",
    date="March 11, 2019 Monday 9:20 AM GMT",
    copyright="Copyright 2019 River Post Ltd All Rights Reserved",
    fields=[
        ("Section", "NEWS; Version:28"),
        ("Length", "1355 words"),
        ("Byline", "Awa Jobe (now), Lamin Ceesay Transport correspondent"),
        ("Highlight", "All passengers were saved by fishermen."),
    ],
    paragraphs=[
        "A ferry with 40 passengers sank off Barra on Sunday night.",
        "The governing body of the port met in the section house: it heard the harbour master.",
        "Body",
        "Length: that is what the crew asked for, in rope.",
    ],
    table=[["Saved", "40"], ["Missing", "0"]],
    graphic=["The ferry at its berth in January.", "Photograph: River Post"],
    classes=[
        ("Language", "ENGLISH"),
        ("Publication-Type", "Newspaper"),
        ("Journal Code", "WEBRIV"),
        ("Subject", "FERRIES (92%); HARBORS (88%)"),
        ("Geographic", "BANJUL, GAMBIA (90%)"),
    ],
    loaded="March 12, 2019",
)
DAM = Piece(
    title="Плотину открыли без предупреждения",
    publisher="Дельта Ньюс",
    date="10 марта 2019 воскресенье",
    fields=[("Length", "76 words")],
    paragraphs=["Инженеры открыли затвор плотины в воскресенье. \U0001f30a", "Две деревни затоплены, сказал губернатор."],
    correction=["An earlier version named the wrong dam."],
    loaded="March 11, 2019",
)
GERMAN = Words(body="Textkörper", end="Ende des Dokuments", classification="Klassifizierung", graphic="Grafik", loaded="Ladedatum")
SCHLEI = Piece(
    title='Fähre sinkt vor Arnis: "Niemand verletzt"',
    publisher="Förde-Zeitung",
    date="Dienstag 12. März 2019",
    edition="Gesamtausgabe",
    copyright="Copyright 2019 Förde-Zeitung Alle Rechte vorbehalten",
    fields=[("Rubrik", "HAFEN; S. 7"), ("Länge", "306 Wörter"), ("Autor", "Von Grete Iversen und Jörn Müller")],
    paragraphs=["Die Fähre von Arnis ist am Montag im Nebel gesunken.", "Die Polizei ermittelt gegen den Kapitän."],
    classes=[("Sprache", "GERMAN; DEUTSCH")],
    loaded="13. März 2019",
)
FRENCH = Words(body="Corps", end="Fin du document", graphic="Graphique", loaded="Date de chargement")
BAC = Piece(
    title="Le bac de Boali coule en plein jour",
    publisher="La Gazette du Fleuve - Région",
    date="mercredi 16 mai 2018 20:15 GMT",
    copyright="Copyright 2018 LA GAZETTE DU FLEUVE Tous droits réservés",
    fields=[("Longueur", "169 mots"), ("Auteur", "Sophie N'Diaye avec Agence du Delta")],
    paragraphs=["Le bac de Boali a coulé mercredi à l'aube.", "« Nous avons tout perdu », a dit le pilote."],
    loaded="17 mai 2018",
)
DUTCH = Words(body="Hoofdtekst", end="Einde van document", graphic="Afbeelding", loaded="Laaddatum")
VEER = Piece(
    title="Veerboot zinkt in de haven",
    publisher="Wadkrant",
    date="4 oktober 2017 woensdag",
    copyright="Copyright 2017 Wadpers BV All Rights Reserved",
    fields=[("Sectie", "HAVEN; Blz. 6"), ("Lengte", "952 woorden"), ("Auteur", "NIENKE DE BOER")],
    paragraphs=["De veerboot is dinsdagnacht in de haven gezonken.", "Niemand raakte gewond."],
    graphic=["De veerboot op haar kant."],
    loaded="5 oktober 2017",
)
HEAD_EN = [("Date and Time", "Tuesday, 12. March 2019 09:31:00 GMT"), ("Job Number", "00000001")]
HEAD_DE = [("Datum und Uhrzeit", "Dienstag, 12. März 2019 09:31:00 MEZ"), ("Auftragsnummer", "00000001")]


def main() -> None:
    both = [FERRY, DAM]
    titles = [piece.title for piece in both]
    english, german = cover(titles, count=2, head=HEAD_EN), cover([SCHLEI.title], count=1, head=HEAD_DE, documents="Dokumente")
    docx("english-cover.docx", printed(both, Words(), english, marks=True))
    docx("one-missing.docx", printed([FERRY], Words(), cover([*titles, "Third"], count=3, head=HEAD_EN), marks=False))
    docx("german-cover.docx", printed([SCHLEI], GERMAN, german, marks=False))
    docx("french-bare.docx", printed([BAC, BAC], FRENCH, [], marks=True))
    rtf("english-cover.rtf", printed(both, Words(), english, marks=True))
    rtf("english-unmarked.rtf", printed(both, Words(), english, marks=False))
    rtf("german-cover.rtf", printed([SCHLEI], GERMAN, german, marks=False))
    rtf("dutch-bare.rtf", printed([VEER, BAC], DUTCH, [], marks=False))


if __name__ == "__main__":
    main()
