"""Factiva's HTML: saved or printed articles, labelled (a table of fields) or not (a block a line), and pages that browsers save."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.errors import InputError
from reportedly.formats.base import File, Found, Received, passed_over
from reportedly.formats.factiva import anew, labelled
from reportedly.formats.factiva.fields import RANK, Fields, composed
from reportedly.formats.factiva.lined import lined
from reportedly.formats.factiva.tree import sound, stretches
from reportedly.formats.markup import blocks, html_root, words

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "factiva-html"
_ARTICLE = re.compile(r"class\s*=\s*[\"']?article [a-z]{2,4}Article\b")
_TITLE = re.compile(r"<title>\s*(?:Dow Jones )?Factiva\s*</title>", re.I)
# a library's proxy may stand in the host's name: "global-factiva-com.library.example"
_SAVED = re.compile(r"<!-- saved from url=\(\d+\)https?://[\w.\-]*factiva[.\-][^\n]{1,300}-->")
_WHOLE = re.compile(
    r"^(?:snapshot-content-location:[ \t]*https?://[\w.\-]*factiva[.\-]|subject:[ \t]*(?:dow jones )?factiva[ \t\r]*$)", re.M
)
_START = re.compile(rb"<div[^<>]{0,200}class\s*=\s*[\"']?article [a-z]{2,4}Article\b")
_LANGUAGE = re.compile(r"\b([a-z]{2})(?:[a-z]{2})?Article\b")
_INNERMOST = "//div[contains(concat(' ', normalize-space(@class), ' '), ' article ')]"
_SOFT_RETURN = b"&softReturn;"  # as the archive writes a line break within a byline


def sniff(file: File) -> float:
    """Certain where the head has the class of an article, or the title that Factiva gives its pages: their styles can fill the head."""
    head = file.opening
    if _saved_whole(head):
        return 0.98
    if not head.startswith("<") or not ("activa" in head or "articleParagraph" in head):
        return 0.0
    if _ARTICLE.search(head):
        return 0.95
    if _TITLE.search(head[:5000]) or _SAVED.search(head[:5000]):
        return 0.92
    return 0.9 if "articleParagraph" in head and "Headline" in head and "<?xml" not in head[:5] else 0.0


def read(file: File) -> Iterator[Found]:
    """The articles of the page in order; the list of headlines, the search summary and the footer are none."""
    raw, charset = _page(file) if _saved_whole(file.opening) else (file.whole(), None)
    root = sound(html_root(raw.replace(_SOFT_RETURN, b"<br/>"), file.name, charset))
    found = list(_found(root, raw if charset is None else b""))
    if found:
        yield from found
    else:
        told = "This page of Factiva holds no article, only a list or a form. Save the articles themselves."
        yield passed_over("page", "no-article", told)


def _saved_whole(head: str) -> bool:
    """Whether a browser has saved a page of Factiva with its pictures in one file (MHTML)."""
    top = head[:3000].lower()
    return "multipart/related" in top and _WHOLE.search(top) is not None


def _page(file: File) -> tuple[bytes, str]:
    """The page in such a file and its encoding. InputError where there is none."""
    import email
    import email.policy

    message = email.message_from_bytes(file.whole(), policy=email.policy.default)
    part = next((p for p in message.walk() if p.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    raw = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(raw, bytes) or not raw.strip():
        raise InputError(f"{file.name} is a saved page of Factiva without the page in it. Save it again, as HTML.")
    return raw, _known(part.get_content_charset())


def _known(charset: str | None) -> str:
    try:
        return codecs.lookup(charset or "utf-8").name
    except LookupError:
        return "utf-8"


def _found(root: _Element, raw: bytes) -> Iterator[Received]:
    articles = _articles(root)
    if not articles:
        yield from _as_text(root)
        return
    for article, stretch in zip(articles, stretches(raw, _START, len(articles)), strict=True):
        if (fields := _fields(article, stretch)) is not None:
            yield composed(fields, NAME)


def _articles(root: _Element) -> list[_Element]:
    """The innermost elements with the class of an article; without any, the tables that hold a headline's label."""
    marked = root.xpath(_INNERMOST)
    outer = {parent for one in marked for parent in one.iterancestors("div")}
    if inner := [one for one in marked if one not in outer]:
        return inner
    return [table for table in root.iter("table") if any(code == "HD" for code, _ in _rows(table))]


def _as_text(root: _Element) -> Iterator[Received]:
    """The articles of a page that has lost its classes, as when a word processor has saved it: its words, read as the text layouts are."""
    paragraphs = {block for p in root.iter("p") for block in blocks(p)}
    text = "".join(("\n\n" if block in paragraphs else "\n") + block for block in blocks(root))
    yield from anew.articles(text, NAME)


def _fields(article: _Element, stretch: tuple[int, int] | None) -> Fields | None:
    """What an article holds in either layout; None where it holds no words."""
    language = m[1] if (m := _LANGUAGE.search(article.get("class") or "")) else None
    number = _numbered(article)
    rows = dict(reversed(list(_rows(article))))
    if "HD" in rows or "LP" in rows:
        return _labelled(rows, number, language, stretch)
    return lined(article, number, language, stretch)


def _numbered(article: _Element) -> str | None:
    """The accession number in the id of the article's element or the one around it."""
    ids = (e.get("id") or "" for e in (article, article.getparent()) if e is not None)
    return next((i.removeprefix("article-") for i in ids if i.startswith("article-")), None)


def _rows(element: _Element) -> Iterator[tuple[str, _Element]]:
    """The fields of a labelled article, code and cell; rows of tables within a cell are prose."""
    taken: set[_Element] = set()
    for row in element.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if len(cells) < 2 or any(above in taken for above in row.iterancestors("tr")):
            continue
        code = words(cells[0]).strip(" :*")
        if code in RANK:
            taken.add(row)
            yield code, cells[-1]


def _labelled(cells: dict[str, _Element], number: str | None, language: str | None, stretch: tuple[int, int] | None) -> Fields:
    said = {code: "\n".join(blocks(cell)) for code, cell in cells.items()}
    stated = labelled.number_in(said.get("AN", ""))
    prose = [p for code in ("LP", "TD") if code in cells for p in blocks(cells[code])]
    return Fields(said=said, paragraphs=tuple(prose), number=stated or number, language=language, byte_range=stretch)
