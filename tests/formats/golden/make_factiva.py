"""Makes the golden exports of Factiva: invented articles, printed in the layouts of its HTML, RTF and XML, with what they hold beside them.

`python tests/formats/golden/make_factiva.py` writes factiva-html/, factiva-rtf/ and factiva-xml/ anew, always the same.
"""

# ruff: noqa: E501

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from html import escape
from pathlib import Path

import yaml

HERE = Path(__file__).parent
PLAIN = ("SE", "CLM", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "NGC", "GC", "ED", "PG", "VOL", "LA", "CY", "CX")
AFTER = ("RF", "ART", "CO", "IN", "NS", "RE", "IPC", "PUB")


def number(code: str, day: date, serial: str) -> str:
    """The accession number of an article loaded a day after it was published."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    year = day.year - 1500
    return (
        f"{code:0<8}{day.year}{day.month:02}{day.day:02}{digits[year // 36]}{digits[year % 36]}{digits[day.month]}{digits[day.day]}{serial}"
    )


@dataclass
class Piece:
    """An article as it is printed, field by field, and what is to be read from it where that is not the same."""

    said: dict[str, str]
    lead: list[str]
    rest: list[str] = field(default_factory=list)
    language: str = "en"
    an: str | None = None
    document: str = "Document"
    iso: str = ""
    want: dict[str, object] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def expected(self, lost: tuple[str, ...] = (), **changed: object) -> dict[str, object]:
        words = [*self.lead, *self.rest]
        plain = {
            "headline": self.said["HD"],
            "section": " / ".join(self.said[c] for c in ("SE", "CLM") if c in self.said) or None,
            "published": date.fromisoformat(self.iso) if self.iso else None,
            "publisher": self.said.get("SN"),
            "publisher_code": self.said.get("SC"),
            "edition": self.said.get("ED"),
            "page": self.said.get("PG"),
            "language": self.language,
            "copyright": self.said.get("CY"),
            "accession": self.an,
            "authors": [],
            "starts": words[0] if words else "",
            "ends": words[-1] if words else "",
            "problems": self.problems,
        }
        full = plain | self.want | changed
        return {name: value for name, value in full.items() if name not in lost}


INTERFACES = {  # the words of the interface: unit, date, name of the article's language, label of the number, prefix of the byline
    "en": ("words", "7 May 2019", "English", "Document", "By "),
    "de": ("W\u00f6rter", "7 Mai 2019", "Deutsch", "Dokument", "Von "),
    "fr": ("mots", "7 mai 2019", "Fran\u00e7ais", "Document", "Par "),
    "es": ("palabras", "7 mayo 2019", "Espa\u00f1ol", "Documento", "Por "),
    "it": ("parole", "7 maggio 2019", "Italiano", "Documento", "di "),
    "pt": ("palavras", "7 maio 2019", "Portugu\u00eas", "Documento", "Por "),
    "nl": ("woorden", "7 mei 2019", "Nederlands", "Document", "Door "),
}
WORDS = {
    "en": ("Ferry sinks off Banjul", "The ferry sank at dawn, the harbour master said.", "Nobody was hurt."),
    "de": ("F\u00e4hre sinkt vor Banjul", "Die F\u00e4hre sank im Morgengrauen, sagte der Hafenmeister.", "Niemand wurde verletzt."),
    "fr": (
        "Un bac coule devant Banjul",
        "Le bac a coul\u00e9 \u00e0 l'aube, a dit le ma\u00eetre de port.",
        "Personne n'a \u00e9t\u00e9 bless\u00e9.",
    ),
    "es": ("Un ferri se hunde en Banjul", "El ferri se hundi\u00f3 al amanecer, dijo el capit\u00e1n de puerto.", "No hubo heridos."),
    "it": ("Affonda un traghetto a Banjul", "Il traghetto \u00e8 affondato all'alba, ha detto il comandante del porto.", "Nessun ferito."),
    "pt": ("Balsa afunda em Banjul", "A balsa afundou ao amanhecer, disse o capit\u00e3o do porto.", "Ningu\u00e9m ficou ferido."),
    "nl": ("Veerboot zinkt bij Banjul", "De veerboot zonk bij dageraad, zei de havenmeester.", "Niemand raakte gewond."),
}


def interface(lang: str) -> Piece:
    """The same event in the words of one interface and its language."""
    unit, day, name, document, by = INTERFACES[lang]
    headline, lead, rest = WORDS[lang]
    said = {"HD": headline, "BY": f"{by}Awa Jobe", "WC": f"1{'.' if lang in 'de it es pt nl' else ','}024 {unit}", "PD": day}
    said |= {"SN": "River Post", "SC": "RIVP", "PG": "22, 23", "LA": name, "CY": "(c) 2019 River Post Ltd."}
    an = number("RIVP", date(2019, 5, 7), f"00{lang}k")
    want = {"authors": ["Awa Jobe"], "word_count": 1024}
    return Piece(said, [lead], [rest], lang, an, document, "2019-05-07", want)


DELTA = number("DELTAD", date(2021, 11, 30), "00041")
RICH = Piece(
    {
        "SE": "World",
        "CLM": "Letter from the Delta",
        "HD": "Dam Bursts Above  Old Town  --- U.N .-backed engineers warned of cracks",
        "BY": "By Awa Jobe in Basse and Lamin Sarr",
        "WC": "2,048 words",
        "PD": "30 November 2021",
        "ET": "06:04",
        "SN": "Delta Daily (Asia Edition)",
        "SC": "DELTAD",
        "NGC": "Delta Group",
        "GC": "DGRP",
        "ED": "Late; City",
        "PG": "A3",
        "VOL": "Volume 20, Issue 47; ISSN: 0000-0000",
        "LA": "English",
        "CY": "\u00a9021 Delta Daily Ltd.",
        "RF": "FLOOD-DAM/",
        "ART": "A broken dam. Photo: Delta Daily",
        "CO": "rivfer : River Ferries | lam :  | delbrk : Delta Brick",
        "NS": "gvio : Military Action | gdip : International Relations",
        "RE": "gamb : Gambia",
        "IPC": "LANG:en | SERVICE:PSC",
        "PUB": "Delta Publishing House",
    },
    ["BASSE -- The dam above Old Town burst on Monday, engineers said.", "Three villages were evacuated."],
    [
        "The governing body met in the section of the hall that stayed dry.",
        "IN the market, prices rose.",
        "The minister denied it. The mayor did not.",
    ],
    an=DELTA,
    iso="2021-11-30",
    want={
        "headline": "Dam Bursts Above Old Town",
        "subheadline": "U.N.-backed engineers warned of cracks",
        "section": "World / Letter from the Delta",
        "authors": ["Awa Jobe", "Lamin Sarr"],
        "word_count": 2048,
        "page": "A3",
        "dateline": "BASSE",
    },
)
SHORT = Piece(  # neither byline nor TD
    {
        "HD": "Bridge closed",
        "WC": "9 words",
        "PD": "2 March 2020",
        "SN": "Delta Newswires",
        "SC": "DNW",
        "LA": "English",
        "CY": "(c) 2020 Delta Newswires",
    },
    ["The bridge at Farafenni is closed until Friday."],
    an=number("DNW", date(2020, 3, 2), "0000a"),
    iso="2020-03-02",
    want={"word_count": 9, "subheadline": None},
)
CORRECTED = Piece(  # a correction, and no number
    {
        "HD": "CORRECTED-Minister to visit Basse on Sunday",
        "WC": "31 words",
        "PD": "3 March 2020",
        "SN": "Delta Newswires",
        "SC": "DNW",
        "LA": "English",
        "CY": "(c) 2020 Delta Newswires",
        "CX": "Corrects day of the visit in paragraph one",
    },
    ["The minister will visit Basse on Sunday, his office said."],
    ["An earlier report named Saturday."],
    iso="2020-03-03",
    want={"headline": "Minister to visit Basse on Sunday", "section": "CORRECTED", "word_count": 31},
    problems=["cut-off", "correction"],
)
NO_DATE = Piece(  # the date comes from the number, and the number knows another source
    {"HD": "Ferry raised", "SN": "Delta Newswires", "SC": "DNWX", "LA": "English", "CY": "(c) 2020 Delta Newswires"},
    ["The ferry was raised."],
    an=number("DNW", date(2020, 3, 5), "0000c"),
    iso="2020-03-05",
    want={"word_count": None},
    problems=["accession-source", "date-from-accession"],
)
BARE = Piece({"HD": "Only a headline", "WC": "0 words", "PD": "6 March 2020", "SN": "Delta Newswires", "SC": "DNW", "LA": "English"}, [])
BARE.an, BARE.iso, BARE.problems = number("DNW", date(2020, 3, 6), "0000d"), "2020-03-06", ["no-body"]

STYLE = ".article {page-break-after:always;} #lastArticle {page-break-after:auto;}"
FOOT = '<div id="pageFooter"><table class="footerBG"><tr><td><span class="copyright">&copy; 2022 Factiva, Inc. All rights reserved.</span></td></tr></table></div>'
SUMMARY = (
    '<table id="oddEvenPreview" class="searchPreview "><tr><td class=\'sbSummaryTitle\' colspan="2">{title}</td></tr>'
    '<tr><td class="label" valign="top">Text</td><td>ferry or dam</td></tr><tr><td class="label">Results Found</td><td>2</td></tr></table>'
)


def page(articles: str, more: str = "", saved: str = "") -> str:
    """A page as the archive prints or saves it."""
    head = f'<head>\n<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>\n<title>Factiva</title>\n<style>{STYLE}</style>\n</head>'
    top = '<div id="navcontainer" class="fcpNavContainer"><table><tr><td class="factivalogo"><h1>Factiva</h1></td><td>Dow Jones</td></tr></table></div>'
    form = '<form name="PageBaseForm" method="post" action="/hp/printsavews.aspx?pp=Save&amp;hc=Publication" id="PageBaseForm">'
    doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
    left = '<div id="contentWrapper"><div id="contentLeft" class="carryOverOpen"><span></span>'
    return f"{doctype}\n{saved}<html>\n{head}\n<body class=''>{top}\n{form}\n{left}{articles}{more}</div></div>{FOOT}</form>\n</body>\n</html>\n"


def paragraphs(words: list[str], lang: str, wrap: bool = False) -> str:
    mark = f'<p class="articleParagraph {lang}articleParagraph">'
    return "\n".join(f"{mark}{chr(10) + wrapped(w) + chr(10) if wrap else escape(w)}</p>" for w in words)


def wrapped(words: str) -> str:
    """Hard-wrapped, as some years of the archive are."""
    lines, line = [], ""
    for word in escape(words).split():
        line = f"{line} {word}".strip()
        if len(line) > 30:
            lines, line = [*lines, line], ""
    return "\n".join([*lines, line]).strip()


def labelled_html(piece: Piece) -> str:
    """A table of fields, as "Full article plus indexing" prints it."""
    cell = '<tr><td align="right" valign="top" class="index">{}</td><td>{}</td></tr>'
    rows = []
    for code in PLAIN:
        if code in piece.said:
            value = escape(piece.said[code].strip())
            rows.append(
                cell.format(f"<b>{code}</b>&nbsp;", f"<b class='{piece.language}Headline'>{value}</b>\n" if code == "HD" else value)
            )
    for code, words in (("LP", piece.lead), ("TD", piece.rest)):
        if words:
            rows.append(cell.format(f"<p><b>{code}</b>&nbsp;</p>", paragraphs(words, piece.language) + "\n"))
    rows += [cell.format(f"<br/><b>{code}</b>&nbsp;", f"<br/>{escape(piece.said[code])}") for code in AFTER if code in piece.said]
    if piece.an:
        rows.append(cell.format("<br/><b>AN</b>&nbsp;", f"<br/>{piece.document} {piece.an}"))
    table = f'<table cellpadding="1" cellspacing="1" border="0">{chr(10).join(rows)}</table><br/>'
    return f'<div class="article {piece.language}Article">{table}</div><br/><span></span>'


def unlabelled_html(piece: Piece, last: bool = False, wrap: bool = False, nested: bool = False, tag: str = "b") -> str:
    """A block a line, with classes for headline, byline and paragraphs."""
    said = piece.said
    above = "".join(f"<div>{escape(said[c])}</div>\n" for c in ("SE", "CLM") if c in said)
    headline = f"<{tag} class='{piece.language}Headline'>{chr(10) if wrap else ' '}{escape(said['HD'])}\n</{tag}>"
    by = f'<div class="author">{said["BY"].replace(" und ", "&softReturn;und ")}   </div>' if "BY" in said else ""
    codes = ("WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY")
    lines = "".join(f"<div>{escape(said[c])}{chr(10) if nested else ''}</div>" for c in codes if c in said)
    foot = f"<p>{escape(said['PUB'])}</p>" if "PUB" in said else ""
    foot += f"<p>{piece.document} {piece.an}</p>" if piece.an else ""
    body = paragraphs([*piece.lead, *piece.rest], piece.language, wrap)
    mark = 'id="lastArticle" ' if last else ""
    inner = f'<div {mark}class="article {piece.language}Article"><p>\n{above}<div id="hd" >{headline}\n</div>{by}{lines}\n</p>\n{body}\n{foot}</div>'
    outer = f'<div id="article-{piece.an}" class="article" >\n{inner}\n</div>' if nested else inner
    return f"{outer}<br/><span></span>"


def rtf_words(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in escaped)


RTF_HEAD = (
    "{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}}\n"
    "{\\info{\\title Factiva RTF Display Format}{\\author Factiva, from Dow Jones.}{\\*\\company Factiva, from Dow Jones.}}\n"
    "{\\footer\\pard Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}} \\'a9 2022 Factiva, Inc. All rights reserved.\\par}\n"
)


def labelled_rtf(piece: Piece) -> str:
    """A table of two columns; paragraphs in a cell are set apart by empty ones."""
    rows = [(code, rtf_words(piece.said[code])) for code in PLAIN if code in piece.said]
    for code, words in (("LP", piece.lead), ("TD", piece.rest)):
        if words:
            rows.append((code, "".join(f" {rtf_words(w)} \\par \\par " for w in words)))
    rows += [(code, rtf_words(piece.said[code])) for code in AFTER if code in piece.said]
    if piece.an:
        rows.append(("AN", f"{piece.document} {piece.an}"))
    row = "\\trowd\\trgaph108\\cellx1440\\cellx8640\n\\pard\\intbl\\qr   {{\\b {0}}}\\cell\n\\pard\\intbl {1}\\cell\\row\n"
    return "".join(row.format(code, value) for code, value in rows) + "\\pard \\par \\page\\par\n"


def unlabelled_rtf(piece: Piece) -> str:
    """A paragraph a line, an empty one before the prose and between its paragraphs."""
    said = piece.said
    top = [said[c] for c in ("SE", "CLM") if c in said]
    codes = ("WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY")
    lines = [*top, f"{{\\b\\fs28 {rtf_words(said['HD'])}}}", "", *([rtf_words(said["BY"])] if "BY" in said else [])]
    lines += [rtf_words(said[c]) for c in codes if c in said] + [""]
    for words in [*piece.lead, *piece.rest]:
        lines += [rtf_words(words), ""]
    lines += [rtf_words(said["PUB"]), ""] if "PUB" in said else []
    lines += [f"{piece.document} {piece.an}"] if piece.an else []
    return "".join(f"\\pard {line}\\par\n" for line in lines) + "\\pard\\par \\page\\par\n"


RTF_SUMMARY = (
    "\\pard Search Summary\\par\n\\trowd\\cellx1440\\cellx8640\\pard\\intbl Text\\cell ferry or dam\\cell\\row\n"
    "\\trowd\\cellx1440\\cellx8640\\pard\\intbl Results Found\\cell 2\\cell\\row\n\\pard\\par\n"
)
RTF_CONTENTS = "\\pard Factiva\\par\n\\pard {0}..........................2\\par\n\\pard {1}..............................3\\par\n\\page\n"

XML_NAMES = {
    "SE": "sectionName", "CLM": "columnName", "BY": "byline", "CR": "credit", "SN": "sourceName", "SC": "sourceCode", "ED": "edition",
    "VOL": "volume", "CY": "copyright", "CX": "corrections", "RF": "notes", "ART": "artWork", "PUB": "publisherName",
}  # fmt: skip


def xml(piece: Piece, when: str) -> str:
    """One result of a PPS response; `when` is the element that holds the date."""

    def one(words: str) -> str:
        return f'<paragraph display="Proportional" truncation="None">{escape(words)}</paragraph>'

    parts = (
        [f"<accessionNo>{piece.an}</accessionNo><reference>distdoc:archive/ArchiveDoc::Article/{piece.an}</reference>"] if piece.an else []
    )
    parts += [f"<baseLanguage>{piece.language.upper()}</baseLanguage>"]
    parts += [f"<{name}>{escape(piece.said[code])}</{name}>" for code, name in XML_NAMES.items() if code in piece.said]
    headline = one(piece.said["HD"]).replace("Old Town", "<hlt>Old Town</hlt>")
    parts += [f"<headline>\n              {headline}</headline>"]
    parts += [f"<leadParagraph>{''.join(one(w) for w in piece.lead)}</leadParagraph>"] if piece.lead else []
    pages = piece.said.get("PG", "").split(", ")
    parts += ["<pages>" + "".join(f"<page>{p}</page>" for p in pages) + "</pages>" if len(pages) > 1 else f"<pages>{pages[0]}</pages>"]
    day = {"date": piece.iso, "dateTime": f"{piece.iso}T01:35:58Z"}[when]
    parts += [f"<publicationDate><{when}>{day}</{when}></publicationDate>"] if "PD" in piece.said else []
    parts += [
        '<region code="gamb"><name>Gambia</name></region><newsSubject code="gvio" position="0"><name>Military Action</name></newsSubject>'
    ]
    parts += [f"<tailParagraphs>{''.join(one(w) for w in piece.rest)}</tailParagraphs>"] if piece.rest else []
    count = "".join(c for c in piece.said.get("WC", "") if c.isdigit())
    parts += [f"<wordCount>{count}</wordCount>"] if count else []
    return "<ppsarticle><article>\n" + "\n".join(parts) + "\n</article></ppsarticle>\n"


def response(results: str, count: int) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<PPSResponse>\n<ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0">\n'
        f'<ppsarticleResultSet count="{count}">\n{results}</ppsarticleResultSet>\n</ppsArticleResponse>\n</PPSResponse>\n'
    )


def write(folder: str, name: str, export: str, reports: list[dict[str, object]], passed_over: list[str] | None = None) -> None:
    """The export and what it holds."""
    case, _, _ = name.partition(".")
    (HERE / folder).mkdir(exist_ok=True)
    (HERE / folder / name).write_text(export, encoding="utf-8", newline="\n")
    wanted: dict[str, object] = {"reports": reports} | ({"passed_over": passed_over} if passed_over else {})
    told = yaml.safe_dump(wanted, allow_unicode=True, sort_keys=False, width=120)
    (HERE / folder / f"{case}.expected.yaml").write_text(told, encoding="utf-8", newline="\n")


def html_cases() -> None:
    seven = [interface(lang) for lang in INTERFACES]
    corner = [SHORT, CORRECTED, NO_DATE, BARE]
    write("factiva-html", "labelled.html", page("".join(map(labelled_html, (RICH, SHORT)))), [RICH.expected(), SHORT.expected()])
    write("factiva-html", "labelled-corner-cases.html", page("".join(map(labelled_html, corner))), [p.expected() for p in corner])
    write("factiva-html", "labelled-interfaces.htm", page("".join(map(labelled_html, seven))), [p.expected() for p in seven])
    write("factiva-html", "unlabelled-interfaces.htm", page("".join(map(unlabelled_html, seven))), [p.expected() for p in seven])
    edition = {"edition": "Asia Edition, Late; City"}
    both = unlabelled_html(RICH, nested=True, tag="span") + unlabelled_html(SHORT, last=True, nested=True, tag="span")
    found = [RICH.expected(**edition), SHORT.expected()]
    write("factiva-html", "unlabelled.html", page(both, SUMMARY.format(title="Search Summary")), found)
    german = interface("de")
    german.said["BY"] = "Von Awa Jobe und Lamin Sarr"
    german.want["authors"] = ["Awa Jobe", "Lamin Sarr"]
    german.said |= {"SE": "Ausland", "PUB": "Flusspost Verlag AG"}
    wrap = unlabelled_html(german, wrap=True) + unlabelled_html(interface("de"), last=True, wrap=True)
    title = SUMMARY.format(title="Zusammenfassung der Suche")
    write("factiva-html", "unlabelled-hard-wrapped.htm", page(wrap, title), [german.expected(), interface("de").expected()])
    saved = "<!-- saved from url=(0044)https://global.factiva.com/ha/default.aspx -->\n"
    listed = '<div id="headlineFrame"><table class="headlines"><tr class="headline"><td><a class="enHeadline" href="#">Bridge closed</a></td></tr></table></div>'
    one = f'{listed}<div id="articleFrame">{unlabelled_html(SHORT, tag="span")}</div>'
    write("factiva-html", "saved-by-a-browser.html", page(one, saved=saved), [SHORT.expected()])
    write("factiva-html", "headlines-only.html", page(listed, saved=saved), [], ["no-article"])


def rtf_cases() -> None:
    seven = [interface(lang) for lang in INTERFACES]
    corner = [SHORT, CORRECTED, NO_DATE, BARE]
    table = RTF_HEAD + "".join(map(labelled_rtf, (RICH, SHORT))) + "}\n"
    write("factiva-rtf", "labelled.rtf", table, [RICH.expected(), SHORT.expected()])
    write("factiva-rtf", "labelled-corner-cases.rtf", RTF_HEAD + "".join(map(labelled_rtf, corner)) + "}\n", [p.expected() for p in corner])
    write("factiva-rtf", "labelled-interfaces.rtf", RTF_HEAD + "".join(map(labelled_rtf, seven)) + "}\n", [p.expected() for p in seven])
    write("factiva-rtf", "unlabelled-interfaces.rtf", RTF_HEAD + "".join(map(unlabelled_rtf, seven)) + "}\n", [p.expected() for p in seven])
    contents = RTF_CONTENTS.format("Dam Bursts Above Old Town", "Bridge closed")
    both = RTF_HEAD + contents + unlabelled_rtf(RICH) + unlabelled_rtf(SHORT) + RTF_SUMMARY + "}\n"
    write("factiva-rtf", "unlabelled.rtf", both, [RICH.expected(edition="Asia Edition, Late; City"), SHORT.expected()])


def xml_cases() -> None:
    rich = RICH.expected(lost=("dateline",))
    write("factiva-xml", "date.xml", response(xml(RICH, "date") + xml(SHORT, "date"), 2), [rich, SHORT.expected()])
    seven = [interface(lang) for lang in INTERFACES]
    write("factiva-xml", "datetime.xml", response("".join(xml(p, "dateTime") for p in seven), 7), [p.expected() for p in seven])
    bad = "<ppsarticle><status>-1 Article not available</status></ppsarticle>\n"
    corner = [CORRECTED, NO_DATE, BARE]
    found = [p.expected() for p in corner]
    results = xml(CORRECTED, "date") + bad + "".join(xml(p, "dateTime") for p in (NO_DATE, BARE))
    write("factiva-xml", "corner-cases.xml", response(results, 5), found, ["no-article", "count"])
    lines = "\nThe ferry sank at dawn off the harbour,\nthe harbour master said.\n    Divers searched the hull.\n    Nobody was hurt.\n Delta\n          "
    plain = xml(SHORT, "date").replace(f'<paragraph display="Proportional" truncation="None">{SHORT.lead[0]}</paragraph>', lines)
    wrap = SHORT.expected(starts="The ferry sank at dawn off the harbour, the harbour master said.\n\nDivers", ends="Nobody was hurt.")
    write("factiva-xml", "hard-wrapped.xml", response(plain, 1), [wrap])


if __name__ == "__main__":
    html_cases()
    rtf_cases()
    xml_cases()
