"""Sitemaps: lists of a site's addresses, which hold no article. They are told apart so that nobody takes them for a feed."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.errors import InputError
from reportedly.formats.base import File, Found, passed_over
from reportedly.formats.web.root import root_of

NAME = "sitemap"
_ROOTS = frozenset({"urlset", "sitemapindex"})


def sniff(file: File) -> float:
    """By the root element."""
    return 0.95 if file.opening.startswith("<") and root_of(file.opening)[0] in _ROOTS else 0.0


def read(file: File) -> Iterator[Found]:
    """How many addresses it lists, and of what."""
    index = root_of(file.opening)[0] == "sitemapindex"
    count = _count(file, "sitemap" if index else "url")
    what = f"{count:,} sitemap" if index else f"{count:,} address"
    plural = "" if count == 1 else "s" if index else "es"
    yield passed_over(
        "file",
        "no-article",
        f"This is a list of {what}{plural}, and holds no article. Save the pages at these addresses, or read them from a web archive.",
    )


def _count(file: File, name: str) -> int:
    """Entries, counted one by one in a file of any size; those before a fault in it."""
    from lxml import etree

    count = 0
    with file.open() as stream:
        try:
            for _, element in etree.iterparse(
                stream, events=("end",), resolve_entities=False, no_network=True, load_dtd=False, recover=True
            ):
                count += isinstance(element.tag, str) and element.tag.rpartition("}")[2].rpartition(":")[2] == name
                element.clear(keep_tail=False)
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]
        except etree.XMLSyntaxError as e:
            if not count:
                raise InputError(f"{file.name} begins as a sitemap and is not well-formed ({e}). Download it again.") from e
    return count
