"""Makes the golden PDF and Word files, byte for byte the same each time: `python tests/formats/golden/make_documents.py`.

A PDF is written by hand, as the simplest of printers would; the articles are invented.
"""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HERE = Path(__file__).parent

type Set = tuple[float, float, float, str]  # size, from the left, from the foot, words


def pdf(pages: list[list[Set]], title: str | None = None) -> bytes:
    """A PDF of Helvetica, each line where it is set."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    told = f"<< /Title ({title}) >>" if title else "<< /Producer (make_documents) >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, page in enumerate(pages):
        drawn = b"".join(b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%b) Tj ET\n" % (size, x, y, escaped(words)) for size, x, y, words in page)
        fonts = "/Resources << /Font << /F1 3 0 R >> >>"
        resources = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R {fonts} >>"
        objects += [resources.encode(), b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawn), drawn)]
    objects.append(told.encode())
    return written(objects)


def escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def written(objects: list[bytes]) -> bytes:
    out, at = bytearray(b"%PDF-1.4\n"), []
    for n, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (n, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % a for a in at)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(objects), start)
    return bytes(out)


def column(lines: list[str], top: float, size: float = 10, left: float = 60) -> list[Set]:
    """Lines under one another; "" leaves the space of a paragraph."""
    found, y = [], top
    for line in lines:
        if line:
            found.append((size, left, y, line))
        y -= size * 1.3 if line else size * 0.9
    return found


def newspaper() -> bytes:
    """Two pages of a newspaper: masthead, large headline, deck, running heads, words cut at the ends of lines."""
    first = [
        (9, 60, 810, "The River Post"),
        (9, 480, 810, "Page 3"),
        (22, 60, 770, "Ferry sinks off Kantaba after collision"),
        (22, 60, 743, "with an unlit barge"),
        (14, 60, 715, "Harbour master blames the missing lights"),
        (10, 60, 690, "By Awa Jobe and Lamin Sarr"),
        (10, 60, 677, "7 May 2019"),
    ]
    first += column(
        [
            "KANTABA, May 6 (RPA) - A passenger ferry sank on Monday after it struck an",
            "unlit barge in the mouth of the river, the harbour authority said. All of the",
            "passengers were brought ashore by fishermen.",
            "",
            "\u201cNobody had reported the barge,\u201d harbour master Ebrima Ndow told repor-",
            "ters. He announced an inquiry into the company that owns it.",
            "",
            "The company denied that its lamps had been broken. It said that the fer-",
            "ry had left the marked channel and that its captain had not answered the",
        ],
        650,
    )
    second = [(9, 60, 810, "The River Post"), (9, 480, 810, "Page 4")]
    second += column(
        [
            "radio for nine minutes before the two ships met.",
            "",
            "The minister of transport, Fatou Keita, is expected to visit the harbour on",
            "Wednesday.",
        ],
        780,
    )
    return pdf([first, second])


def web_print() -> bytes:
    """A web page printed by a browser: date and title on top, address and page at the foot."""
    page = [
        (8, 40, 820, "5/8/19, 10:32 AM"),
        (20, 60, 770, "Strike closes port of Vallmar for third day"),
        (10, 60, 745, "By Mirta Soler"),
        (10, 60, 732, "May 8, 2019"),
    ]
    page += column(
        [
            "Dock workers refused on Wednesday to unload ships for the third day. The union",
            "said that talks with the port company had \ufb01nally broken down.".replace("\ufb01", "fi"),
            "",
            "The company rejected the demand for higher pay and threatened to hire others.",
        ],
        700,
    )
    return pdf([[*page, (8, 40, 20, "https://www.vallmar-herald.example/2019/05/08/strike 1/1")]], "Strike closes port - Vallmar Herald")


def exported() -> bytes:
    """An archive's export as PDF: the layout of Factiva without labels."""
    lines = [
        "Miners' leader accuses ministry of breaking truce",
        "By Jonas Petrauskas",
        "212 words",
        "3 April 2018",
        "The Kaunas Courier",
        "KAUNC",
        "English",
        "(c) 2018 The Kaunas Courier",
        "",
        "The leader of the miners' union accused the ministry of energy on Tuesday of",
        "breaking the truce that both had signed in March.",
        "",
        "A spokeswoman for the ministry denied the accusation.",
        "",
        "Document KAUNC00020180403ee4300001",
    ]
    return pdf([column(lines, 780)])


_CONTENT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" '
    'Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
_DOCUMENT_RELS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = (
    f'<?xml version="1.0" encoding="UTF-8"?><w:styles {_W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name '
    'w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" '
    'w:styleId="Subtitle"><w:name w:val="Subtitle"/></w:style></w:styles>'
)
_CORE = (
    '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>'
    "</cp:coreProperties>"
)


def docx(body: str, title: str = "", author: str = "") -> bytes:
    """A Word file with this XML in its body."""
    parts = {
        "[Content_Types].xml": _CONTENT,
        "_rels/.rels": _RELS,
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": _DOCUMENT_RELS,
        "word/styles.xml": _STYLES,
        "docProps/core.xml": _CORE.format(title=title, author=author),
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            archive.writestr(ZipInfo(name, (2020, 1, 1, 0, 0, 0)), words)
    return out.getvalue()


def p(words: str, style: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}<w:r><w:t>{words}</w:t></w:r></w:p>"


def styled() -> bytes:
    """Title and subtitle by style, a title in a content control, a tracked change, a table."""
    row = "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in ("Province", "Dead", "Missing"))
    row_2 = "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in ("Upper Sava", "12", "3"))
    changed = (
        '<w:p><w:r><w:t xml:space="preserve">The governor </w:t></w:r><w:del w:id="1" w:author="x">'
        "<w:r><w:delText>praised</w:delText></w:r>"
        '</w:del><w:ins w:id="2" w:author="x"><w:r><w:t>criticised</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> the army on Friday.'
        "</w:t></w:r></w:p>"
    )
    body = f"<w:sdt><w:sdtContent>{p('Flood kills twelve in Upper Sava.', 'Title')}</w:sdtContent></w:sdt>"
    body += p("Governor says that warnings came too late", "Subtitle") + p("By Zdenka Horvat") + p("14 June 2021")
    body += p("BELAC, June 14 - Twelve people died when the river Sava burst its banks, officials said on Monday.") + changed
    body += f"<w:tbl><w:tr>{row}</w:tr><w:tr>{row_2}</w:tr></w:tbl>" + p("The search goes on, the civil guard said.")
    return docx(body, "Word Document", "python-docx")


def properties() -> bytes:
    """Prose alone: headline and author stand in the file's properties."""
    body = p("The two parties signed an agreement in Port Salu on Sunday.") + p("It ends a dispute of nine years over fishing rights.")
    return docx(body, "Islands settle their dispute over fishing", "Ines Calado")


if __name__ == "__main__":
    for path, made in {
        "pdf/newspaper.pdf": newspaper(),
        "pdf/web-print.pdf": web_print(),
        "pdf/factiva-export.pdf": exported(),
        "docx/styled.docx": styled(),
        "docx/properties.docx": properties(),
    }.items():
        (HERE / path).parent.mkdir(exist_ok=True)
        (HERE / path).write_bytes(made)
