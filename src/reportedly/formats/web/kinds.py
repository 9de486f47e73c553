"""What a page is that holds no article: a list, an error, a login, a gallery, a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reportedly.formats.web.notices import CHECK, ERROR, is_paywall
from reportedly.formats.web.prose import Prose
from reportedly.formats.web.said import Said

if TYPE_CHECKING:
    from lxml.etree import _Element

LEAST = 250  # characters of prose below which a page that does not call itself an article is none; trafilatura's own floor
LITTLE = 1_500  # characters of prose up to which a page with an error's title or a password field is what these say
CARDS = 4  # teasers with a heading and a link each that make a list
HEADINGS = 0.4  # share of headings among the paragraphs from which it is a list of teasers
AGAIN = "Open the article itself and save that."


def no_article(tree: _Element, told: Said, found: Prose) -> str | None:
    """What the page is instead of an article, and what to do; None where it is one."""
    title = (told.title or told.headline or "").split(" | ")[0].strip()
    if not told.linked.article and found.size < LITTLE:
        if CHECK.fullmatch(title):
            return f"The page is a check of the visitor ('{title}'), saved in place of the article. {AGAIN}"
        if ERROR.fullmatch(title):
            return f"The page is an error message ('{title}'). Save the article again, from another address or from a web archive."
        if found.size < LEAST and tree.xpath('//input[translate(@type,"PASWORD","pasword")="password"]'):
            return f"The page asks for a login. Log in, then save the article. {AGAIN}"
    if not found.paragraphs or (not told.article and found.size < LEAST):
        return _too_little(tree, told, found)
    return None if told.article and not _home(told.url) else _list(tree, told, found)


def _too_little(tree: _Element, told: Said, found: Prose) -> str:
    if found.cut or (told.paid and not found.paragraphs) or _has_notice(tree):
        return "Only a notice that the article is for subscribers was saved. Open the article with a subscription and save it again."
    if told.linked.is_gallery or "image" in told.kind or "gallery" in told.kind:
        return "The page shows pictures and holds no article."
    if told.linked.is_video or told.kind.startswith("video"):
        return "The page shows a video and holds no article."
    return _list(tree, told, found) or f"The page holds no article: {found.words} words of prose were found. {AGAIN}"


def _has_notice(tree: _Element) -> bool:
    return any(is_paywall(words) for words in tree.xpath("//p/text()|//h2/text()|//h3/text()")[:400])


def _list(tree: _Element, told: Said, found: Prose) -> str | None:
    """For a page that does not call itself an article, or the front page of a site."""
    said_so = told.linked.is_list or (_home(told.url) and not told.article and found.size >= LEAST)
    cards = len(tree.xpath("//article[.//a][.//h2 or .//h3 or .//h4]")) >= CARDS
    teasers = found.headings >= CARDS and found.headings >= HEADINGS * len(found.paragraphs)
    if not (said_so or cards or teasers):
        return None
    return f"The page is a list of articles, not one of them. {AGAIN}"


def _home(url: str | None) -> bool:
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return bool(parts.hostname) and not parts.path.strip("/") and not parts.query
