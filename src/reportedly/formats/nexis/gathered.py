"""What both layouts, the old one and Nexis Uni, say of an article around its prose; and the Article that this makes."""

from __future__ import annotations

from datetime import date

import msgspec

from reportedly.formats.compose import Article
from reportedly.formats.nexis import fields as fd
from reportedly.formats.nexis.corrected import APPENDED


class Gathered(msgspec.Struct, kw_only=True):
    """What the lines around the prose say, gathered line by line; a layout adds its labelled fields, which `value` looks up."""

    publisher: str | None = None
    published: date | None = None
    edition: str | None = None
    copyright: str | None = None
    url: str | None = None
    appended: bool = False

    def value(self, field: str) -> str:
        """A field's words on one line; "" where there is none."""
        raise NotImplementedError

    def correction(self) -> str:
        """The words of a correction that the publication made to the article, or that it made one; "" where it made none."""
        return self.value("correction") or (APPENDED if self.appended else "")


def article(
    found: Gathered, *, headline: str | None, subheadline: str | None, byline: str, section: str, paragraphs: tuple[str, ...] = ()
) -> Article:
    """The article; what the layouts look for in different places is given."""
    heading, page = fd.section_and_page(section)
    authors, contributors = fd.authors(byline)
    return Article(
        headline=headline,
        subheadline=subheadline,
        paragraphs=paragraphs,
        section=heading,
        authors=authors,
        contributors=contributors,
        dateline=found.value("dateline") or None,
        published=found.published,
        publisher=found.publisher,
        publisher_code=found.value("journal") or None,
        edition=found.edition,
        page=page,
        language=fd.language(found.value("language")),
        word_count=fd.word_count(found.value("length")),
        copyright=found.copyright,
        url=found.value("url").replace(" ", "") or found.url,
    )
