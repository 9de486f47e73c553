"""A mail (EML): the article or newsletter in it. The subject is the headline, the sender author or publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage, Message
from email.utils import parseaddr
from typing import TYPE_CHECKING

import msgspec

from reportedly.errors import InputError
from reportedly.formats.base import File, Found, Received, problem
from reportedly.formats.documents.prose import Parts, report_of
from reportedly.formats.header import authors, byline_shaped
from reportedly.formats.markup import blocks, html_root
from reportedly.formats.tables.dates import day_of
from reportedly.formats.tables.record import HARMFUL
from reportedly.model import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "eml"
LARGEST_MAIL = 64 * 2**20  # bytes; mail servers carry 25 to 50 MB
MOST_WORDS_LESS = 4  # times as long must the web page be for the plain text beside it to be a mere pointer
POINTER = 400  # characters of such a pointer ("View this mail in your browser")
_HEADER = re.compile(r"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_FIELD = re.compile(r"^([!-9;-~]+):", re.M)
_MARKS = frozenset("from date subject message-id mime-version received return-path delivered-to content-type to reply-to x-mailer".split())
_AGAIN = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv|antw|i)\s*:\s*)+", re.I)
_SENDERS = re.compile(
    r"(?:no-?reply|do-?not-?reply|news(?:letters?)?|newsletter\w*|info|alerts?|editors?|mail(?:er)?|hello|briefings?|daily|updates?|"
    r"redaktion|redaction|contact|press|support|team|subscriptions?|googlealerts[\w-]*)",
    re.I,
)
_FROM_HOUSE = re.compile(r"(.{3,60}?)(?:\s+(?:at|from|via|von|de|for)\s+|\s*[|,]\s*|\s+-\s+)(.{3,60})")
_ABOVE = re.compile(
    r"(?i).{0,80}\b(?:view|read|open|see)\b.{0,40}\b(?:browser|online|web(?: ?page)?)\b.{0,40}|.{0,80}\bim browser\b.{0,40}|"
    r".{0,60}navigateur.{0,40}"
)
_BELOW = re.compile(
    r"(?i).{0,200}\b(?:unsubscribe|abmelden|abbestellen|d\u00e9sabonner|d\u00e9sinscrire|cancelar (?:la )?suscripci\u00f3n|darse de baja|"
    r"manage your (?:preferences|subscription)|you(?:'|\u2019)?(?: a)?re receiving this|you received this|sent to you because)\b.*",
    re.S,
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0|font-size\s*:\s*0", re.I)
_ESCAPED = re.compile(r"[\udc80-\udcff]")
_MOST_BELOW = 8  # paragraphs after the first of a newsletter's imprint


def sniff(file: File) -> float:
    """Likely where a mail's header stands at the top; an archive's own reader is surer of its mails."""
    head = file.opening.replace("\r\n", "\n")
    m = _HEADER.match(head) if ":" in head[:200] else None
    found = {name.lower() for name in _FIELD.findall(m[0])} & _MARKS if m else set()
    return 0.7 if "from" in found and len(found) >= 3 else 0.0


def read(file: File) -> Iterator[Found]:
    """The report that the mail is. InputError where there are no words in it."""
    mail = _mail(file)
    html = _part(mail, "html")
    plain = _part(mail, "plain") or ""
    flowed = (mail.get_body(("plain",)) or mail).get_param("format") == "flowed"
    told = list(_attached(mail))
    prose = _from_plain(plain, flowed)
    if html and (not plain.strip() or (len(plain.strip()) < POINTER and len(html) > MOST_WORDS_LESS * len(plain))):
        prose = _from_html(html) or prose
    if not prose:
        more = told[0].message if told else "Check that it was saved whole."
        raise InputError(f"{file.name} is a mail without words in it. {more}")
    yield _with_header(report_of(_parts(mail, prose, told), NAME), mail)


def _mail(file: File) -> EmailMessage:
    from email import policy
    from email.parser import BytesParser

    with file.open() as stream:
        raw = stream.read(LARGEST_MAIL + 1)
    if len(raw) > LARGEST_MAIL:
        raise InputError(f"{file.name} is a mail of over {LARGEST_MAIL >> 20} MB. Save its text or its attachments, and read those.")
    try:
        mail = BytesParser(policy=policy.default).parsebytes(raw.lstrip())
        list(mail.walk())
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError) as e:
        raise InputError(f"{file.name} begins as a mail and is broken ({type(e).__name__}). Save it again.") from e
    return mail


def _part(mail: EmailMessage, kind: str) -> str | None:
    """The words of the part of a kind, in whatever encoding they are; None where there is none."""
    try:
        part = mail.get_body((kind,))
        if part is None:
            return None
        raw = part.get_payload(decode=True)
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError, AssertionError):
        return None
    if not isinstance(raw, bytes):
        return None
    return _decoded(raw, _charset(part), "utf-8")


def _decoded(raw: bytes, *encodings: str) -> str:
    """The words in the first encoding that fits, else as on Western European machines."""
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return raw.decode("cp1252", "replace")


def _charset(part: Message) -> str:
    stated = part.get_content_charset() or "utf-8"
    return "cp1252" if stated in ("us-ascii", "ascii", "iso-8859-1", "latin-1") else stated


def _attached(mail: EmailMessage) -> Iterator[Problem]:
    names = [_name(part) for part in mail.walk() if _is_attached(part)]
    if names:
        what = ", ".join(repr(n) for n in names[:10])
        yield problem("attachments-not-read", f"What is attached was not read: {what}. Save it from the mail, and read it by itself.")


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_content_type() == "message/rfc822"


def _name(part: object) -> str:
    try:
        return str(part.get_filename() or part.get_content_type())[:80]  # type: ignore[attr-defined]
    except (ValueError, LookupError, AttributeError, TypeError):
        return "a part"


def _from_plain(text: str, flowed: bool) -> tuple[str, ...]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = re.split(r"\n-- ?\n", text, maxsplit=1)[0]  # a signature
    if flowed:
        text = re.sub(r"(?<=\S) \n(?=\S)", " ", text)
    return _prose([part.strip() for part in re.split(r"\n[ \t]*\n", text)])


def _from_html(html: str) -> tuple[str, ...]:
    try:
        root = html_root(HARMFUL.sub(" ", html).encode("utf-8", "replace"), "the mail", "utf-8")
    except InputError:
        return ()
    for element in [e for e in root.iter() if isinstance(e.tag, str) and _UNSEEN.search(e.get("style") or "")]:
        _cut(element)
    return _prose([" ".join(block.split()) for block in blocks(root)])


def _cut(element: _Element) -> None:
    """Take an element out and leave the words after it."""
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _prose(paragraphs: list[str]) -> tuple[str, ...]:
    """The paragraphs without "View in your browser" above and the imprint of a newsletter below."""
    kept = [p for p in paragraphs if p]
    while kept and len(kept[0]) < 200 and _ABOVE.fullmatch(kept[0]):
        kept = kept[1:]
    last = range(max(1, len(kept) - _MOST_BELOW), len(kept))
    end = next((n for n in last if len(kept[n]) < 1000 and _BELOW.fullmatch(kept[n])), len(kept))
    return tuple(kept[:end])


def _parts(mail: EmailMessage, prose: tuple[str, ...], told: list[Problem]) -> Parts:
    subject = _AGAIN.sub("", _field(mail, "subject"), count=1).strip()
    if not subject:
        return Parts(paragraphs=prose, problems=tuple(told))
    repeated = " ".join(prose[0].split()).casefold() == " ".join(subject.split()).casefold()
    return Parts(paragraphs=(subject, *(prose[1:] if repeated else prose)), headline=0, problems=tuple(told))


def _with_header(received: Received, mail: EmailMessage) -> Received:
    """The report with what only the header says: date, sender."""
    report = received.report
    names, publisher = _sender(mail)
    sent = day_of(_field(mail, "date"), None)
    if report.authors:
        names = ()
    report = msgspec.structs.replace(
        report, authors=report.authors or names, publisher=report.publisher or publisher, published=report.published or sent
    )
    return msgspec.structs.replace(received, report=report)


def _sender(mail: EmailMessage) -> tuple[tuple[str, ...], str | None]:
    """Author and publisher as far as the sender tells: a person, a house, or a person of a house."""
    name, address = parseaddr(_field(mail, "from"))
    local, _, domain = address.partition("@")
    name = " ".join(name.split()).strip("\"' ")
    lists = any(mail.get(h) is not None for h in ("list-id", "list-unsubscribe", "list-post"))
    if (m := _FROM_HOUSE.fullmatch(name)) and byline_shaped(m[1]):
        return authors(m[1]), m[2]
    if not name:
        return (), domain or None
    if lists or _SENDERS.fullmatch(local) or not byline_shaped(name):
        return (), name
    return authors(name), None


def _field(mail: EmailMessage, name: str) -> str:
    """A field of the header; "" where there is none or it is broken."""
    raw = next((str(v) for k, v in mail.raw_items() if k.lower() == name and _ESCAPED.search(str(v))), None)
    if raw is not None:  # bytes that are no ASCII, against the rule
        given = raw.encode("utf-8", "surrogateescape")
        return " ".join(_decoded(given, "utf-8").split())
    try:
        return " ".join(str(mail.get(name) or "").split())
    except (ValueError, LookupError, AttributeError, TypeError, IndexError):
        return ""
