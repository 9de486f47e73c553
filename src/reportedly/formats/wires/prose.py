"""The prose of an agency's text: paragraphs of NITF, XHTML and plain text, without pictures, tables' frames and the desk's marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from reportedly.errors import InputError
from reportedly.formats.markup import html_root, words
from reportedly.formats.tidy import tidy
from reportedly.formats.wires.names import AGENCIES
from reportedly.model import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    "address article aside blockquote block body bq center credit datasource dd div dl dt fn footer h1 h2 h3 h4 h5 h6 header hl1 hl2 hr "
    "html li main ol p pre section table tagline tbody td tfoot th thead tr ul body.content body.end nitf datacontent inlinexml".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 hl1 hl2".split())
_LEFT_OUT = frozenset(
    "media media-reference media-caption media-producer media-metadata figure figcaption picture img script style noscript template title "
    "head iframe object embed video audio nitf-table-metadata body.head hedline byline note svg nav".split()
)
_CLASSES = frozenset("notepad notizblock byline caption media nonpublic".split())  # as dpa and others mark what is no prose
_MARKUP = re.compile(r"<[A-Za-z/!][^<>]*>")
_HTML = re.compile(r"<(?:p|br|html|body|div|P|BR)\b[^<>]{0,400}>")
_TABULAR = re.compile(r"\S {3,}\S")
_SIGNS = "|".join(sorted(re.escape(sign) for sign in {*AGENCIES.values(), "PA", "TT", "IANS", "BELGA"}))
_SIGNED = re.compile(rf"\(?(?:{_SIGNS})\)?(?: [A-Za-z0-9]{{1,5}}){{0,5}}")
_SIGN_AFTER = re.compile(rf"(?<=[.!?\u00bb\"\u201d])\s+\(?(?:{_SIGNS})\)?\.?$")  # "No one was hurt. EFE"
_WRITER = re.compile(  # "Associated Press writer Ann Example contributed": what the name's bearer is, which no credit line needs
    rf"^(?:Associated Press|{_SIGNS}) (?:[\w\-]+ ){{0,2}}(?:writer|reporter|journalist|correspondent|editor)s? "
    r"(?=[^\n]{3,300} contributed to )"
)
_CLOSING = re.compile(r"\(?(?:Schluss|Forts|Ende|Fin|Fine|Slutt|Slut)\)?\.?(?: ?[\w/+\-]{1,30})?", re.I)
_CONTACT = re.compile(
    r"[^\n]{0,120}?\b(?:can be reached at|Follow (?:him|her|them|us|[A-Z]\w+)[^\n]{0,60} (?:on|at)|[iI]s on Twitter)\b[^\n]{0,300}"
)
_DETACHED = re.compile(r"(?<=[\w)\]\u00bb\"]) (?=[.,](?:\s|$))")  # what indented markup puts between a link and its full stop
_CAPTION = re.compile(r"(?:BILDE?|FOTO|PHOTO|Bilde?|Foto|Photo)\s*:[^\n]{1,300}")
LONGEST_REPEATED = 1000  # characters of a line that could be a headline again, or the desk's
LONGEST_MARKS = 60  # characters of the initials of those who wrote, edited and sent a text
WRAPPED = (40, 90)  # characters of a line that a teleprinter's width broke; those of verse and addresses are shorter
LONG_LINE = 100  # characters; wires wrap at 69 or 80, so a longer line is a whole paragraph


class Block(Record, frozen=True, kw_only=True):
    words: str
    heading: bool = False


def paragraphs(element: _Element, *above: str | None) -> tuple[str, ...]:
    """The paragraphs in order; a heading that repeats a line `above`, and what the desk wrote under the text, are left out."""
    return prose(blocks(element), *above)


def prose(found: Iterator[Block], *above: str | None) -> tuple[str, ...]:
    kept = [b for b in found if _MARKUP.sub("", b.words).strip() and not _CAPTION.fullmatch(b.words)]
    said = {tidy(a).casefold() for a in above if a}
    while kept and len(kept[0].words) <= LONGEST_REPEATED and tidy(kept[0].words).casefold() in said:
        kept.pop(0)
    while kept and (kept[-1].heading or is_mark(kept[-1].words)):
        kept.pop()
    words_of_last = (_WRITER.sub("", _SIGN_AFTER.sub("", b.words)) for b in kept[-1:])
    return (*(b.words for b in kept[:-1]), *words_of_last)


def is_mark(line: str) -> bool:
    """Whether the last line of a text is the desk's and no prose: initials, the agency's sign, how to reach the reporter."""
    if len(line) > LONGEST_REPEATED:
        return False
    line = tidy(line)
    if _SIGNED.fullmatch(line) or _CLOSING.fullmatch(line) or _CONTACT.fullmatch(line) or not any(c.isalnum() for c in line):
        return True
    signs = [s for s in line.split("/") if s.strip()]
    several = len(signs) > 1 or line.startswith("/")
    return "/" in line and several and len(line) <= LONGEST_MARKS and all(_initials(s) for s in signs)


def _initials(sign: str) -> bool:
    """Whether this is how a desk signs: "bur-ab", "hh", "\u0623 \u0641 \u0628"; single letters may have spaces between them."""
    words_of_it = re.split(r"[- .+*]+", sign.strip(" .*"))
    spaced = len(sign.split()) > 1
    return all(w.isalpha() and len(w) <= (3 if spaced else 6) for w in words_of_it) and len(sign.split()) <= 3


def blocks(element: _Element) -> Iterator[Block]:
    """The words of an element, cut where a block begins or ends."""
    from lxml import etree

    pieces: list[str] = []
    heading, inline = False, False
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        tag = str(node.tag).lower() if isinstance(node.tag, str) else ""
        table = event == "start" and tag == "table" and node.find(".//p") is None
        if event == "start" and (tag in _BLOCKS or table):
            yield from _cut(pieces, heading, inline)
            pieces, heading, inline = [], tag in _HEADINGS, tag == "pre" and bool(len(node))
        if table:
            yield from _rows(node)
        if event == "start" and (table or (tag and node is not element and _unseen(node, tag))):
            walk.skip_subtree()
        elif event == "start":
            inline = inline or (tag not in _BLOCKS and node is not element)
            pieces += ["\x01" if tag == "br" else "", node.text or ""]
        if event == "end":
            if tag in _BLOCKS:
                yield from _cut(pieces, heading, inline)
                pieces, heading, inline = [], False, False
            pieces.append((node.tail or "") if node is not element else "")
    yield from _cut(pieces, heading, inline)


def _unseen(node: _Element, tag: str) -> bool:
    return tag in _LEFT_OUT or (tag in _BLOCKS and not _CLASSES.isdisjoint((node.get("class") or "").lower().split()))


def _rows(table: _Element) -> Iterator[Block]:
    """A table as one paragraph, a line a row."""
    rows = (" ".join(words(cell) for cell in row) for row in table.iter("tr", "TR"))
    if lines := [row.strip() for row in rows if row.strip()]:
        yield Block(words="\n".join(lines))


def _cut(pieces: list[str], heading: bool, inline: bool) -> Iterator[Block]:
    """The paragraphs in the words of one block: more than one where the agency wrapped plain text in it, or broke lines twice."""
    text = "".join(pieces).replace("\r", "")
    if not text.strip(" \n\t\x01\u00a0"):
        return
    if not inline and _is_wrapped(text):
        parts = [part.split("\n") for part in unwrapped(text.replace("\x01", "\n"))]
    else:
        parts = [_refilled(part.split("\x01")) for part in re.split(r"\x01\s*\x01", text)]
    for lines in parts:
        kept = "\n".join(line for cut in lines if (line := " ".join(cut.split())))
        if kept:
            yield Block(words=_DETACHED.sub("", kept) if inline else kept, heading=heading)


def _refilled(lines: list[str]) -> list[str]:
    """Lines as one where breaks stand at a teleprinter's width, as AAP sends its paragraphs."""
    bare = [" ".join(line.split()) for line in lines]
    narrow = len(bare) > 1 and all(WRAPPED[0] <= len(line) <= WRAPPED[1] for line in bare[:-1])
    return [" ".join(bare)] if narrow else bare


def _is_wrapped(text: str) -> bool:
    """Whether lines begin at the left edge and paragraphs further in, as in plain text, which no indented XML does."""
    lines = [line for line in text.split("\n")[1:] if line.strip()]
    return sum(not line[0].isspace() for line in lines) >= 2 and any(line.startswith("  ") for line in lines)


def unwrapped(text: str) -> Iterator[str]:
    """The paragraphs of plain text: cut at blank lines and where a line begins further in; lines joined, but those of tables."""
    lines = [line.expandtabs(4).rstrip() for line in text.split("\n")]
    marked = any(not line for line in lines[1:-1]) or any(line[:1] == " " for line in lines)
    whole_lines = not marked and any(len(line) > LONG_LINE for line in lines)
    part: list[str] = []
    for line in lines:
        if part and (not line.strip() or line.startswith("  ") or whole_lines) and not _goes_on(part, line):
            yield _joined(part)
            part = []
        if line.strip():
            part.append(line)
    if part:
        yield _joined(part)


def _goes_on(part: list[str], line: str) -> bool:
    """A table's next row, or the wrapped rest of an entry of a list."""
    return bool(line.strip()) and bool((_TABULAR.search(part[-1].strip()) and _TABULAR.search(line.strip())) or part[0].startswith("- "))


def _joined(part: list[str]) -> str:
    rows = sum(bool(_TABULAR.search(line.strip())) for line in part)
    return ("\x01" if rows > 1 else " ").join(line.strip() for line in part).replace("\x01", "\n")


def of_text(text: str, *above: str | None) -> tuple[str, ...]:
    """The paragraphs of a field that holds HTML written as text, or plain text."""
    if _HTML.search(text):
        with suppress(InputError):
            return paragraphs(html_root(f"<body>{text}</body>".encode("utf-8", "replace"), "the text", "utf-8"), *above)
    return prose((Block(words=p) for p in unwrapped(text)), *above)
