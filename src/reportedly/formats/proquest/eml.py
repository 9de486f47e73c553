"""ProQuest's export by e-mail, kept as a message file: the page is a part of it, and so it is when the message was forwarded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import cast

from reportedly.formats.base import File, Found, Received, passed_over
from reportedly.formats.proquest import html, text

NAME = "proquest-eml"
_HEADER = re.compile(r"(?:From |[A-Za-z][A-Za-z0-9-]{1,40}:)")
_KINDS = re.compile(r"^(?:Content-Type|MIME-Version):", re.M | re.I)
_SENDER = re.compile(r"^(?:From|Return-Path|Sender|Reply-To):[^\n]{0,200}proquest", re.M | re.I)
_SUBJECT = re.compile(r"^Subject:[^\n]{0,200}ProQuest", re.M | re.I)
_SOFT = re.compile(r"=\r?\n")
MOST_HEADERS = 20_000  # characters in which a message's first headers end


def sniff_file(file: File) -> float:
    """Certain where a message comes from ProQuest, or holds its page."""
    opening = file.opening
    if not _HEADER.match(opening) or not _KINDS.search(opening[:MOST_HEADERS]):
        return 0.0
    if _SENDER.search(opening) or _SUBJECT.search(opening):
        return 0.99
    whole = _SOFT.sub("", opening)
    return 0.985 if html.marks(whole) > 0.9 or text.sniff(whole) > 0.9 else 0.0


def read_file(file: File) -> Iterator[Found]:
    """The articles in a message in order, those of its pages, else those of its text; attachments that are neither are told."""
    several = False
    for found in _read(file):
        several = several or isinstance(found, Received)
        yield found
    if not several:
        told = "It holds no article: it was cut off, or a link alone was mailed. Have the full text mailed, or save it as a file."
        yield passed_over("message", "no-article", told)


def _read(file: File) -> Iterator[Found]:
    import email
    import email.policy

    message = cast("EmailMessage", email.message_from_bytes(file.whole(), policy=email.policy.compat32))
    leaves = [part for part in message.walk() if not part.is_multipart()]
    pages = [raw for part in leaves if part.get_content_type() == "text/html" and html.marks((raw := _words(part)).decode()) > 0]
    for raw in pages:
        yield from html.read(raw, file.name, NAME)
    for part in leaves:
        if part.get_content_type() == "text/plain" and (not pages or part.get_filename()):
            yield from text.read_as(_words(part).decode(), NAME)
        elif part.get_content_maintype() in ("application", "audio", "video"):
            told = f"It is attached to the message as {part.get_content_type()}. Save it as a file of its own, and read that."
            yield passed_over(f"attachment {part.get_filename() or part.get_content_type()}", "attachment", told)


def _words(part: EmailMessage) -> bytes:
    """A part's words in UTF-8, whatever they were sent in."""
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return b""
    try:
        return raw.decode(str(part.get_content_charset() or "utf-8")).encode()
    except (LookupError, UnicodeDecodeError):
        return html.decoded(raw).encode()
