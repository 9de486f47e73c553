"""The XML of agencies: read once, without namespaces, and asked for words and days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html.entities import html5
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from reportedly.formats.base import File, Found, Received, problem
from reportedly.formats.markup import MARK_AGAIN, words, xml_root
from reportedly.model import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31};)")
_OWN = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_ROOT = re.compile(r"<(?:[\w.\-]{1,80}:)?([A-Za-z][\w.\-]{0,80})")
_PROLOGUE = (("<?", "?>"), ("<!--", "-->"))
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>", re.I)
_DAY = re.compile(r"\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TERMINOLOGIC = {"ara": "ar", "deu": "de", "ger": "de", "eng": "en", "fra": "fr", "fre": "fr", "ita": "it", "por": "pt", "rus": "ru"} | {
    "spa": "es",
    "nld": "nl",
    "dut": "nl",
}
MOST_BEFORE_ROOT = 40  # comments and instructions before a root that are looked past
CLOSED = 400  # bytes at a file's end within which its root is closed; comments and blank lines may follow


def root_name(opening: str) -> str:
    """The root's name without its prefix, "" where there is none; declaration, comments and DOCTYPE stand before it."""
    rest = opening
    for _ in range(MOST_BEFORE_ROOT):
        if closing := next((end for begin, end in _PROLOGUE if rest.startswith(begin)), None):
            rest = rest.partition(closing)[2].lstrip()
        elif m := _DOCTYPE.match(rest):
            rest = rest[m.end() :].lstrip()
        else:
            break
    found = _ROOT.match(rest)
    return found[1] if found else ""


class Parsed(NamedTuple):
    """A file of XML: its root, and what is to be told of its reports: of every one, and of the last."""

    root: _Element
    of_all: tuple[Problem, ...] = ()
    of_last: tuple[Problem, ...] = ()


def parsed(file: File) -> Parsed:
    """The root, every element under its local name. Entities of HTML are read, others left. InputError where there is no XML."""
    raw = file.whole()
    text = _NAMED.sub(_numbered, raw)
    root = _sound(text)
    mended = root is None
    root = xml_root(text, file.name) if root is None else root
    for element in root.iter("*"):
        try:
            element.tag = re.split("[}:]", str(element.tag))[-1]
        except ValueError:  # mended XML has names that no XML has, over which readers stumble: ":", "x:1"
            element.tag = "unnamed"
    if not whole(raw, root):
        return Parsed(root, of_last=(problem("cut-off", f"The file ends before its last element is closed: it was cut off. {MARK_AGAIN}"),))
    told = problem("mended", f"The file is not well-formed XML and was mended; words may be missing. {MARK_AGAIN}")
    return Parsed(root, of_all=(told,) if mended else ())


def _sound(text: bytes) -> _Element | None:
    """The root where the XML is well-formed as it is: what is mended is mended in silence."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _numbered(m: re.Match[bytes]) -> bytes:
    """`&eacute;` as `&#233;`: agencies use the names of HTML and leave their DTD at home."""
    name = m[1].decode("ascii")
    if name in _OWN or name not in html5:
        return m[0]
    return "".join(f"&#{ord(c)};" for c in html5[name]).encode("ascii")


def whole(raw: bytes, root: _Element) -> bool:
    """Whether the file closes its root; a reader that mends XML closes it in silence. UTF-16 is taken as whole."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in raw[:4]:
        return True
    closing = rb"</(?:[\w.\-]+:)?%s\s*>" % re.escape(str(root.tag).encode())
    return bool(re.search(closing, raw[-CLOSED:])) or (not len(root) and raw.rstrip().endswith(b"/>"))


def told(found: Iterator[Found], of: Parsed) -> Iterator[Found]:
    """The same, and with it what is to be told of the file they came in."""
    last: Found | None = None
    for one in found:
        if last is not None:
            yield _with(last, of.of_all)
        last = one
    if last is not None:
        yield _with(last, (*of.of_all, *of.of_last))


def _with(found: Found, problems: tuple[Problem, ...]) -> Found:
    return msgspec.structs.replace(found, problems=(*found.problems, *problems)) if isinstance(found, Received) else found


def say(element: _Element | None, *paths: str) -> str | None:
    """All words of the first element at one of the paths that has any."""
    for path in paths:
        for found in [] if element is None else element.iterfind(path):
            if line := words(found):
                return line
    return None


def attribute(element: _Element | None, path: str, name: str) -> str | None:
    """An attribute of the first element at a path that has it filled in."""
    found = [] if element is None else [element] if path == "." else element.iterfind(path)
    return next((value for e in found if (value := (e.get(name) or "").strip())), None)


def language(*elements: _Element | None) -> str | None:
    """The ISO 639-1 code of the first element that has `xml:lang`."""
    return next((code for e in elements if e is not None and (code := language_tag(e.get(_LANG) or e.get("lang")))), None)


def language_tag(tag: str | None) -> str | None:
    """ "en" for "en-GB", "EN" and "eng"; None for what is no such code."""
    code = re.split(r"[-_]", (tag or "").strip().lower())[0]
    code = _TERMINOLOGIC.get(code, code)
    return code if re.fullmatch(r"[a-z]{2}", code) else None


def day(*stamps: str | None) -> date | None:
    """The day of the first stamp that states one, as written: no time zone is turned into another."""
    for stamp in stamps:
        if m := _DAY.match(stamp or ""):
            try:
                return date(int(m[1]), int(m[2]), int(m[3]))
            except ValueError:
                continue
    return None
