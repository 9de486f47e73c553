"""What stands after the last paragraph of a report: who contributed, who edited, whose copyright."""

from __future__ import annotations

import re

from reportedly.formats.header import byline_shaped, has_byline_prefix, without_prefix
from reportedly.formats.tidy import strip, tidy
from reportedly.model import Record, Span

_NAMES = re.compile(r"\s*(?:,|;|&)\s*(?:and\s+)?|\s+and\s+")
_PIECE = r"(?:article|report|reporting|story|column|dispatch)"
_CREDITS = (
    re.compile(
        r"[-\u2013\u2014* ]*(?P<names>[A-Z][^.\n]{3,300}?)\s+(?:also\s+)?"
        rf"(?:contributed|helped)\s+(?:(?:to|with)\s+(?:this|the)\s+{_PIECE}|reporting)\b[^\n]{{0,80}}"
    ),
    re.compile(
        r"(?:Additional\s+)?[Rr]eporting\s+by\s+(?P<names>[^;.)\n]+?)\s*(?:[;.,]\s*(?:Edit|Writ|Translat|Additional|Compil)[^\n]*|\.)?"
    ),
    re.compile(r"[-\u2013\u2014 ]*With\s+(?:assistance|reporting|files)\s+(?:from|by)\s+(?P<names>[^.\n]+)\.?"),
)
# In brackets, alone or at the end of the last paragraph.
_BRACKETED = re.compile(
    r"\((?:Additional\s+)?[Rr]eporting\s+by\s+(?P<names>[^;.)\n]+)[^()\n]*\)\.?\s*$"
    r"|\s\([cC]\)\s+(?:Copyright\s+)?\d{4}[^\n]{0,80}$"
)
_NOISE = re.compile(
    r"[-\u2013\u2014*_#=+\u2022. ]{2,}"  # a rule
    r"|\(?ENDS?\)?(?:\s+[A-Z][\w .\-]{0,60})?|-30-|-0-"
    r"|\(\([^\n]*\)\)\.?"  # a newsroom's telephone number
    r"|(?:\([cC]\)|\u00a9)[^\n]{0,200}|Copyright\b[^\n]{0,30}\d{4}[^\n]{0,200}"
    r"|[^\n]{0,60}(?:\([cC]\)|\u00a9)[^\n]{0,80}\d{4}[^\n]{0,40}"
    r"|(?:All rights reserved|No part of this|No material (?:may|from)|Not [Aa]vailable for [Rr]e-?dissem|"
    r"This (?:material|content) may not be)[^\n]{0,250}"
    r"|[^\n]{0,60} gives no warranty or guarantee [^\n]{0,600}"
    r"|\(?(?:Edit(?:ing|ed)|Writ(?:ing|ten)|Translat(?:ion|ed)|Compiled) by [A-Z][\w.' \-;,&]{2,160}\)?\.?"
    r"|\([^()\n]{0,120}\b(?:Translated|Edited) by [^()\n]{1,60}\)\.?"
    r"|(?i:(?:media |press )?(?:contacts?|enquiries|inquiries)):[^\n]{0,120}(?:@|\d{3})[^\n]{0,120}"  # of a press office
    r"|Write to [^\n]{3,160}@[^\n]{3,80}|To contact the (?:reporter|editor|author)s?\b[^\n]{0,300}"
    r"|[A-Z][a-z]{2,8} \d{1,2}, \d{4} \d{1,2}:\d{2} [A-Z]{2,4}\b[^\n]{0,30}"  # a wire's time stamp
    r"|[a-z]{2,4}(?:/[a-z]{2,4})+\.?|\(\$1 ?= ?[^\n]{1,80}\)\.?|\[Original article approx[^\n]{0,40}\]"
)
_CALLED = re.compile(r"^.*\b(?:writer|reporter|correspondent|journalist|photographer)s?,?\s+(?=[A-Z])")  # "River Press writers Awa Jobe"
_PLACE = re.compile(r"\s+in\s+[A-Z][\w .\-]+$")
_PART = r"(?:[A-Z\u00c0-\u00de][\w.'\u2019\-]*|de|der|van|von|al|el|bin|ibn|da|di|la|le)"
_NAME = re.compile(rf"{_PART}(?: {_PART}){{0,4}}")
LONGEST_CREDIT = 600  # characters
LEAST_KNOWN = 8  # characters from which a line that the copyright line holds too is a repetition


class Tail(Record, frozen=True, kw_only=True):
    """Where the prose ends, and the names in the credit lines after it."""

    end: int
    contributors: tuple[str, ...] = ()


def peel(text: str, start: int, end: int, *known: str | None) -> Tail:
    """Take credit lines, rules, copyright lines and repetitions of the `known` lines off the end of text[start:end]."""
    contributors: tuple[str, ...] = ()
    said = [_bare(k) for k in known if k]
    while (line := _last_line(text, start, end)) is not None:
        words = line.of(text)
        even = tidy(words)
        names, kept = _credit(words, even)
        if names is None and not _is_noise(even, said):
            return Tail(end=line.end, contributors=contributors)
        contributors = (names or ()) + contributors
        end = line.start + kept
    return Tail(end=start, contributors=contributors)


def _last_line(text: str, start: int, end: int) -> Span | None:
    """The last line of text[start:end] that is not blank, without the white space around it."""
    whole = strip(text, start, end)
    if whole.start == whole.end:
        return None
    begin = max(text.rfind("\n", start, whole.end), text.rfind("\r", start, whole.end)) + 1
    return strip(text, max(begin, start), whole.end)


def _credit(words: str, even: str) -> tuple[tuple[str, ...] | None, int]:
    """The names in a credit (None where it is none), and how many characters of prose stand before it; `even` is the tidied line."""
    if m := _BRACKETED.search(words, max(0, len(words) - LONGEST_CREDIT)):
        return tuple(n for n in _names(m["names"] or "") if _NAME.fullmatch(n)), m.start()
    for credit in _CREDITS:
        if (m := credit.fullmatch(even)) and all(_NAME.fullmatch(n) for n in _names(m["names"])):
            return _names(m["names"]), 0
    if has_byline_prefix(even) and byline_shaped(bare := without_prefix(even)):
        return _names(bare), 0
    return None, 0


def _is_noise(even: str, known: list[str]) -> bool:
    bare = _bare(even)
    return bool(_NOISE.fullmatch(even)) or bare in known or (len(bare) >= LEAST_KNOWN and any(bare in k for k in known))


def _bare(words: str) -> str:
    return tidy(words).strip(" .").casefold()


def _names(listed: str) -> tuple[str, ...]:
    return tuple(n for part in _NAMES.split(_CALLED.sub("", tidy(listed))) if (n := _PLACE.sub("", part).strip(" .()")))
