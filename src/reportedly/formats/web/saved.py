"""Pages as browsers save them in one file: MHTML (Chrome, Edge, Internet Explorer) and Safari's web archive."""

from __future__ import annotations

import email
import email.policy
import plistlib
from collections.abc import Iterator
from xml.parsers.expat import ExpatError

from reportedly.errors import InputError
from reportedly.formats.base import File, Found
from reportedly.formats.web.page import article_of

MHTML, WEBARCHIVE = "mhtml", "webarchive"
AGAIN = "Save the page again, as HTML."


def sniff_mhtml(file: File) -> float:
    """A message of parts that belong together, of which the first is a page; mails differ by who sent them to whom."""
    head = file.opening[:4000].lower()
    if "multipart/related" not in head or "mime-version:" not in head:
        return 0.0
    if "snapshot-content-location:" in head or "<saved by " in head:
        return 0.97
    to_somebody = "\nto:" in head or head.startswith("to:")
    return 0.0 if to_somebody else 0.8 if "content-location:" in file.opening[:8000].lower() else 0.0


def read_mhtml(file: File) -> Iterator[Found]:
    """The article of the page, which is the first part that is HTML."""
    message = email.message_from_bytes(file.whole(), policy=email.policy.default)
    part = next((p for p in message.walk() if p.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    raw = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(raw, bytes):
        raise InputError(f"{file.name} is a saved page without a page in it. {AGAIN}")
    url = message.get("Snapshot-Content-Location") or part.get("Content-Location")
    yield article_of(raw, str(url) if url else None, part.get_content_charset(), MHTML)


def sniff_webarchive(file: File) -> float:
    """A property list with the page as its main resource."""
    if file.head.startswith(b"bplist00"):
        return 0.95 if b"WebMainResource" in file.head or b"WebResourceData" in file.head else 0.0
    return 0.95 if file.opening.startswith("<?xml") and "WebMainResource" in file.opening and "<plist" in file.opening else 0.0


def read_webarchive(file: File) -> Iterator[Found]:
    """The article of the main resource."""
    try:
        main = plistlib.loads(file.whole())["WebMainResource"]
        raw, url, charset = main["WebResourceData"], main.get("WebResourceURL"), main.get("WebResourceTextEncodingName")
    except (plistlib.InvalidFileException, ExpatError, KeyError, TypeError, AttributeError, ValueError, OverflowError, RecursionError) as e:
        raise InputError(f"{file.name} begins as a Safari web archive and cannot be read. {AGAIN}") from e
    if not isinstance(raw, bytes):
        raise InputError(f"{file.name} is a web archive without a page in it. {AGAIN}")
    yield article_of(raw, url if isinstance(url, str) else None, charset if isinstance(charset, str) else None, WEBARCHIVE)
