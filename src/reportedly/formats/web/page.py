"""A web page as its reader saved it, or as a web archive holds it: one article, or none."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from reportedly.formats import header as hd
from reportedly.formats.base import File, Found, PassedOver, Received, passed_over, problem
from reportedly.formats.compose import Article, compose
from reportedly.formats.tidy import tidy
from reportedly.formats.web.bylines import names
from reportedly.formats.web.charset import text_of
from reportedly.formats.web.day import day_in
from reportedly.formats.web.deck import deck_of
from reportedly.formats.web.kinds import no_article
from reportedly.formats.web.notices import DATED_BEFORE, is_paywall
from reportedly.formats.web.prose import Prose, prose
from reportedly.formats.web.said import Said, said
from reportedly.model import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "html"
_TAG = re.compile(r"<(?:!doctype html|html|head|body|title|article|main|div|p|h1|table|meta|center|font)\b", re.I)
_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s>]+)")
_WHOLE = re.compile(r"<(?:!doctype|html|head|body|title|meta|article)\b", re.I)
LARGEST = 10_000_000  # bytes of a page that are read; the longest of our samples has 0.8 million
SHORT = 120  # words up to which an article that is said not to be free is taken for its beginning; full ones of the samples have over 120
SHORTER = 0.7  # share of the words that the page says the article has, below which some are missing
MOST_TAGS = 60_000  # angle brackets of a page that is read: five seconds at worst; the largest of our samples has 5,000
GUESSED_DATES = 2_000_000  # bytes of a page whose visible words are searched for a date


def sniff(file: File) -> float:
    """Any page, but less surely than the formats of a vendor know theirs."""
    if not file.opening.startswith("<"):
        return 0.0
    if file.opening.startswith("<?xml") and "<html" not in file.opening[:2000].lower():
        return 0.0
    start = file.opening[:15].lower()
    if start.startswith(("<!doctype html", "<html")):
        return 0.6
    m = _TAG.search(file.opening[:4000])
    return 0.0 if m is None else 0.6 if m.start() == 0 or m.group().lower() in ("<html", "<!doctype html") else 0.52


def read(file: File) -> Iterator[Found]:
    """The article of a page, or why there is none."""
    saved_from = _SAVED_FROM.search(file.opening[:4000])
    yield article_of(file.whole(), saved_from[1] if saved_from else None)


def article_of(raw: bytes, url: str | None = None, charset: str | None = None, name: str = NAME) -> Received | PassedOver:
    """The article in a page's bytes; `url` and `charset` are what is known from elsewhere, `name` is the format's.

    The page is parsed once: trafilatura gets the tree that its headline and date were read from.
    """
    if len(raw) > LARGEST:
        return passed_over("page", "too-large", f"The page has over {LARGEST // 1_000_000} MB, which no article has. Save its text alone.")
    try:
        return _article_of(text_of(raw, charset), url, name)
    except Exception as e:  # libraries meet pages that nobody has thought of: one of them must not stop the others
        return passed_over(
            "page", "not-read", f"The page could not be read ({type(e).__name__}: {e}). Save its text alone, and report this."
        )


def _article_of(text: str, url: str | None, name: str) -> Received | PassedOver:
    if text.count("<") > MOST_TAGS:
        return passed_over("page", "too-large", f"The page has over {MOST_TAGS:,} elements, which no article has. Save its text alone.")
    from trafilatura.core import bare_extraction
    from trafilatura.settings import Document
    from trafilatura.utils import load_html

    _quiet()
    piece = _is_piece(text)
    tree = load_html(f"<html><body><article>{text}</article></body></html>" if piece else text)
    if tree is None:
        return passed_over("page", "no-article", "The file begins as a web page and holds nothing. Save it again.")
    told = said(tree, url)
    document = bare_extraction(tree, url=told.url, include_comments=False, include_tables=True)
    found = prose(document.body, told.headline, told.title, *_headings(tree)) if isinstance(document, Document) else Prose()
    if (why := no_article(tree, told, found)) and not (found.paragraphs and piece):
        return passed_over("page", "no-article", why)
    return _received(tree, told, found, name, len(text))


def _is_piece(text: str) -> bool:
    """Whether it is no page, but text with marks left in it, as from a field of a database: it may be short."""
    return _WHOLE.search(text) is None


def _received(tree: _Element, told: Said, found: Prose, name: str, size: int) -> Received:
    problems = tuple(_partial(tree, told, found))
    deck, paragraphs = deck_of(tree, told.deck, found.paragraphs)
    shown = names([line for line in found.above if hd.has_byline_prefix(line)])
    published = told.published or (_shown_day(tree, told.url, found) if size < GUESSED_DATES else None)
    return compose(
        Article(
            headline=told.headline,
            subheadline=deck,
            paragraphs=paragraphs,
            section=told.section,
            authors=told.authors or shown,
            dateline=_dateline(tree),
            published=published,
            publisher=told.publisher,
            language=told.language,
            word_count=told.word_count,
            url=told.url,
            partial=bool(problems),
            problems=problems,
        ),
        name,
    )


def _dateline(tree: _Element) -> str | None:
    """A dateline in an element of its own; one within the prose is found there."""
    first = next(iter(tree.find_class("dateline")), None)
    words = tidy("".join(first.itertext())).strip(" -\u2013\u2014") if first is not None else ""
    return words if 2 < len(words) < 60 and day_in(words) is None else None


def _headings(tree: _Element) -> list[str]:
    return [" ".join("".join(e.itertext()).split()) for e in tree.iter("h1")][:5]


def _partial(tree: _Element, told: Said, found: Prose) -> Iterator[Problem]:
    """Why only the beginning is there, where the page says so: by a notice, or by its description for machines."""
    missing = told.paid and told.word_count is not None and found.words < SHORTER * told.word_count
    short = told.paid and (found.words < SHORT or (found.words < 3 * SHORT and _notice(tree)))
    if found.cut or missing or short:
        yield problem(
            "partial", "Only the beginning of the article is on the page: the rest is for subscribers. Save it with a subscription."
        )


def _notice(tree: _Element) -> bool:
    return any(is_paywall(words) for words in tree.xpath("//p/text()|//h2/text()|//h3/text()|//span/text()")[:1000])


def _shown_day(tree: _Element, url: str | None, found: Prose) -> date | None:
    """The day that the page shows about the article; only what stands out as a date, no guess from numbers in the text."""
    from htmldate import find_date

    if day := next((day for line in found.above if (day := day_in(DATED_BEFORE.sub("", line)))), None):
        return day
    for element in tree.xpath("(//article|//main|//header)//time[@datetime]")[:1]:
        if day := day_in(element.get("datetime")):
            return day
    try:
        return day_in(find_date(tree, original_date=True, extensive_search=False, url=url))
    except Exception:  # what is no date for it is none for us
        return None


@cache
def _quiet() -> None:
    """What trafilatura and its libraries log stays off the screen of whoever has set up no logging."""
    for logger in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(logger).addHandler(logging.NullHandler())
