"""What a line above the prose of a plain text says of who wrote it, where, when and for whom: "By Awa Jobe | Banjul | 7 May 2019"."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from reportedly.formats.dates import header_date, numeric_date
from reportedly.formats.header import authors, byline_shaped, has_byline_prefix, is_publisher_name
from reportedly.formats.spots import KNOWN, SHAPED, is_place
from reportedly.model import Record

LONGEST = 160  # characters of a line that may be an imprint
LONGEST_PUBLISHER = 8  # words
_BARS = re.compile(r"\s*[|\u2022\u00b7]\s*")
_CUT = re.compile(r"\s+[\u2013\u2014-]+\s+|,\s+")  # before the day in a line
ENDED = re.compile(r"(?<![A-Z])[.,;?!][\"'\u201d\u2019]?$")  # as a sentence ends; "quit the U.N." is none
_STAMP = re.compile(
    r"^(?:(?:First |Last )?(?:Published|Updated|Posted|Modified|Date|Issued|Released|Adopted|Done)\b:?(?:\s+(?:at|in)\s+"
    r"(?P<place>[^\W\d_][^\d,]*?)(?:,\s*|\s+(?=on\s|\d)))?(?:\s*on\b)?|[Oo]n)\s*",
    re.I,
)
_YEAR = re.compile(r"\d{4}")
_CLOCK = re.compile(r",?\s+(?:at\s+|- )?\d{1,2}[:.]\d{2}(?![\d.]).*$")
_CLOCK_FIRST = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?:,| on)? +", re.I)
_LABEL = re.compile(
    r"(?i:(?P<publisher>from|source|publisher|(?:issued|released|published) by|organi[sz]ation)|(?P<authors>authors?|written by)|"
    r"(?P<place>location|dateline)|(?P<nothing>(?:media |press )?contacts?|(?:tele)?phone|tel|e-?mail|"
    r"ref(?:erence)?|editors?|topics?|tags?))\s*:\s*(?P<value>.+)"
)
_OPEN_LABEL = re.compile(r"(?i)(?:from|source|(?:issued|published) by|date|published|updated|posted|location|authors?|contacts?):?")
# What a press office, a newsroom or a registry puts above a text without a word on who, where or when.
_NOTHING = re.compile(
    r"\S+@\S+\.\w+|\[[^\[\]]*\]|\([^()]*\)|@\w+|(?i:share|print|save|listen|comments?)"
    r"|(?i:\d+[ -]min(?:ute)?s?(?: read)?)|(?i:No|Ref|Nr)\.? ?[\w/.-]*\d[\w/.-]*"
    r"|[A-Z]{1,12}(?:[-/.][A-Z0-9]+)+(?: \d+)?(?: \([A-Z, ]+\))?"  # a slug or a document's number
)
_RELEASE = re.compile(
    r"(?i)(?:for immediate (?:release|publication)|(?:press|news|media) (?:release|statement|advisory|notice|communiqu[e\u00e9])|"
    r"(?:joint |official |final )?(?:communiqu[e\u00e9]|statement|declaration)|embargoed\b.*|breaking(?: news)?|urgent)"
    r"(?:\s*(?:[-#:]|no\.?|number|nr\.?)?\s*[\w./-]*\d[\w./-]*)?[.:!]?"
)
_WRITER_IN = re.compile(r"(?P<names>[^,\d]+?) in (?P<place>[A-Z\u00c0-\u00de][^,\d]*)")
_EDITION = re.compile(r"[\w ]+\b[Ee]dition")
_JOB = re.compile(
    r"(?i)\b(?:writer|reporter|correspondent|editor|columnist|journalist|contributor)s?(?:$|[,-]|\s+(?:in|for|at|of|and)\b)"
    r"|^special (?:to|for) "
)
LONGEST_JOB = 6  # words


class Imprint(Record, frozen=True, kw_only=True):
    """Who, when, where and for whom; nothing at all where a line is no prose and yet tells none of it."""

    authors: tuple[str, ...] = ()
    published: date | None = None
    place: str | None = None
    publisher: str | None = None
    edition: str | None = None
    label: str | None = None


def imprint(line: str, prose: str) -> Imprint | None:
    """What the line says; None where it may be prose. `prose` is what follows, which shows what is a place."""
    words = line.strip("*_ ")
    if not words or len(words) > LONGEST:
        return None
    if (whole := _part(words, prose)) is not None:
        return whole
    parts = [p for p in _BARS.split(words) if p]
    if len(parts) < 2 or any(len(p.split()) > LONGEST_PUBLISHER or ENDED.search(p) for p in parts[1:]):
        return None
    said = [_part(p, prose) for p in parts]
    if not any(said):
        return None
    if said[0] is None and is_bare_name(parts[0]) and any(s is None and is_publisher_name(p) for s, p in zip(said, parts, strict=True)):
        said[0] = Imprint(authors=authors(parts[0]))
    after_names = bool(said[0] and said[0].authors)
    return joined(*(s or (_beside_names if after_names else source)(p, prose) for s, p in zip(said, parts, strict=True)))


def stated_day(words: str) -> date | None:
    """The day that words state, with or without a word before and a time of day about it."""
    if not _YEAR.search(words):  # as most lines have none, and the rest takes ten times as long
        return None
    bare = _CLOCK.sub("", _STAMP.sub("", words.strip("*_ "), count=1))
    return header_date(bare) or numeric_date(bare) or header_date(_CLOCK_FIRST.sub("", bare, count=1))


def is_open_label(line: str) -> bool:
    """Whether a line is the label of the next: "Published:"."""
    return _OPEN_LABEL.fullmatch(line) is not None


def is_job(line: str) -> bool:
    """Whether a line says what the writer above it is: "Financial correspondent"; "The Reporter" is a newspaper."""
    return bool(len(line.split()) <= LONGEST_JOB and _JOB.search(line)) and not ENDED.search(line) and not line.startswith("The ")


def is_bare_name(line: str) -> bool:
    """Whether a line holds names alone, as a byline without "By" does."""
    return byline_shaped(line) and not is_publisher_name(line) and not is_job(line)


def source(words: str, prose: str, least: int = KNOWN) -> Imprint:
    """What stands before a date or above one: a writer and a town, a place, a publisher. `least` is how sure a place must be."""
    parts = words.split(", ")
    if is_place(words, prose, least):
        return Imprint(place=words)
    if (m := _WRITER_IN.fullmatch(words)) and is_bare_name(m["names"]):
        return Imprint(authors=authors(m["names"]))
    if len(parts) > 1 and _EDITION.fullmatch(parts[-1]):
        return Imprint(publisher=", ".join(parts[:-1]), edition=parts[-1])
    if len(parts) == 2 and is_place(parts[1], prose, SHAPED):
        return Imprint(authors=authors(parts[0]), place=parts[1]) if is_bare_name(parts[0]) else Imprint(publisher=parts[0], place=parts[1])
    return Imprint(publisher=words)


def _part(words: str, prose: str) -> Imprint | None:
    """What a line says, or a part of it between bars."""
    if _NOTHING.fullmatch(words):
        return Imprint()
    if _RELEASE.fullmatch(words):
        return Imprint(label=words)
    if day := stated_day(words):
        m = _STAMP.match(words)
        return Imprint(published=day, place=m["place"] if m else None)
    if (m := _LABEL.fullmatch(words)) and (said := _labelled(m)) is not None:
        return said
    if _BARS.search(words):
        return None
    return _dated(words, prose) or (_byline(words, prose) if has_byline_prefix(words) else None)


def _labelled(m: re.Match[str]) -> Imprint | None:
    """What a labelled line says; None where its words are a sentence's: "Source: they lied to us."."""
    value = m["value"]
    if m["nothing"]:
        return Imprint()
    if ENDED.search(value) or not value[0].isupper() or len(value.split()) > 2 * LONGEST_PUBLISHER or _BARS.search(value):
        return None
    if m["authors"]:
        return Imprint(authors=authors(value)) if byline_shaped(value) else None
    return Imprint(publisher=value) if m["publisher"] else Imprint(place=value)


def _dated(words: str, prose: str) -> Imprint | None:
    """A few words and the day: "The River Post, 7 May 2019", "By Awa Jobe - 7 May 2019", "Banjul, 7 May 2019"."""
    for m in _CUT.finditer(words) if _YEAR.search(words) else ():
        before = words[: m.start()]
        if len(before.split()) > LONGEST_PUBLISHER or not before[:1].isalnum():
            return None
        if day := stated_day(words[m.end() :]):
            said = _byline(before, prose) if has_byline_prefix(before) else _RELEASE.fullmatch(before) and Imprint(label=before)
            said = said or source(before, prose, SHAPED)
            return msgspec.structs.replace(said, published=day, place=words if said.place == before else said.place)
    return None


def _byline(words: str, prose: str) -> Imprint:
    """The names, and the town or the publisher after the last comma."""
    names, comma, last = words.rpartition(", ")
    last = last.removeprefix("in ")
    if comma and is_place(last, prose, KNOWN):
        more, comma, town = names.rpartition(", ")
        if comma and is_place(f"{town}, {last}", prose, KNOWN) and not byline_shaped(town):
            return Imprint(authors=authors(more), place=f"{town}, {last}")
        return Imprint(authors=authors(names), place=last)
    if comma and is_publisher_name(last) and not is_job(last):
        return Imprint(authors=authors(names), publisher=last)
    return Imprint(authors=authors(words))


def _beside_names(words: str, prose: str) -> Imprint:
    """What follows a byline's bar: a job, a publisher, else the place that was written from."""
    if is_job(words):
        return Imprint()
    return Imprint(publisher=words) if is_publisher_name(words) and not is_place(words, prose, KNOWN) else Imprint(place=words)


def joined(*said: Imprint) -> Imprint:
    """What several lines, or parts of one, say together; the first that tells of a thing is believed."""
    return Imprint(
        authors=tuple(dict.fromkeys(a for s in said for a in s.authors)),
        published=next((s.published for s in said if s.published), None),
        place=next((s.place for s in said if s.place), None),
        publisher=next((s.publisher for s in said if s.publisher), None),
        edition=next((s.edition for s in said if s.edition), None),
        label=next((s.label for s in said if s.label), None),
    )
