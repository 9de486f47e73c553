"""Web pages, feeds and web archives."""

from __future__ import annotations

from reportedly.formats.base import Container, FileFormat, Format
from reportedly.formats.web import arc, feed, page, saved, sitemap, warc

TEXT_FORMATS: tuple[Format, ...] = ()
FILE_FORMATS: tuple[FileFormat, ...] = (
    FileFormat(name=page.NAME, sniff=page.sniff, read=page.read),
    FileFormat(name=saved.MHTML, sniff=saved.sniff_mhtml, read=saved.read_mhtml),
    FileFormat(name=saved.WEBARCHIVE, sniff=saved.sniff_webarchive, read=saved.read_webarchive),
    FileFormat(name=feed.RSS, sniff=feed.sniff_rss, read=feed.read_rss),
    FileFormat(name=feed.ATOM, sniff=feed.sniff_atom, read=feed.read_atom),
    FileFormat(name=sitemap.NAME, sniff=sitemap.sniff, read=sitemap.read),
    FileFormat(name=warc.NAME, sniff=warc.sniff, read=warc.read),
    FileFormat(name=arc.NAME, sniff=arc.sniff, read=arc.read),
)
CONTAINERS: tuple[Container, ...] = ()
