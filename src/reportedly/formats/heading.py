"""The lines above the prose of a plain text, one after another: headline, deck, byline, dateline, day, publisher."""

from __future__ import annotations

import msgspec

from reportedly.formats.dateline import dateline
from reportedly.formats.header import authors, byline_shaped, has_byline_prefix, is_publisher_name, is_title, without_prefix
from reportedly.formats.imprint import (
    ENDED,
    LONGEST_PUBLISHER,
    Imprint,
    imprint,
    is_bare_name,
    is_job,
    is_open_label,
    joined,
    source,
    stated_day,
)
from reportedly.formats.lines import Line
from reportedly.formats.spots import KNOWN, is_place
from reportedly.model import Span

LONGEST_HEADLINE = 220  # characters
MOST_LINES = 10  # looked at for a heading; a press release has nine
LONGEST_QUESTION = 14  # words of a headline that asks; a longer question is a quotation
SHORTEST_DECK = 3  # words; what is shorter and stands above a byline is the publisher
PROSE = 4000  # characters that may show what is a place


class Heading(msgspec.Struct):
    """What stands above the prose; `start` is where the prose begins."""

    start: int = 0
    at: Span | None = None
    deck_at: Span | None = None
    said: Imprint = Imprint()

    def absorb(self, said: Imprint) -> None:
        """Add what a line says; what stands higher up is believed."""
        self.said = joined(self.said, said)


def heading(text: str, found: list[Line]) -> Heading:
    """What the short lines above the prose say; a text's only line, or all of it that is no heading, is prose."""
    known, prose = Heading(), text[:PROSE]
    above = _above(known, found, prose)
    if found[above + 1 :] and _is_headline(found[above:], prose, labelled=known.said.label is not None):
        known.at = found[above].span
        above += 1
    elif known.said.label and len(found) > 1:  # nothing but "Joint communique" stands above
        known.at, above = next((one.span for one in found if one.words == known.said.label), None), max(above, 1)
        known.said = msgspec.structs.replace(known.said, label=None)
    for n, line in enumerate(found[above:], above):
        known.start = line.span.start
        if not _take(known, found, n, prose):
            return known
    if found and (known.at or len(found) > 1):
        known.start = len(text) if len(found) < MOST_LINES else found[-1].span.end
    return known


def _above(known: Heading, found: list[Line], prose: str) -> int:
    """Take in the lines above a headline: days, names, numbers, "For immediate release". How many there are."""
    for n, line in enumerate(found[:-1]):
        said = imprint(line.words, prose)
        if said is not None and not _stands_above(said, found[n:], prose):
            return n
        if (said := said or _over_headline(found[n:], prose)) is None:
            return n
        known.absorb(said)
    return max(0, len(found) - 1)


def _over_headline(found: list[Line], prose: str) -> Imprint | None:
    """A body above the label of its statement, or a town above a headline."""
    words = found[0].words
    if len(words) > LONGEST_HEADLINE:
        return None
    if is_title(words) and is_publisher_name(words) and (below := imprint(found[1].words, prose)) is not None and below.label:
        return Imprint(publisher=words)
    return Imprint(place=words) if is_place(words, prose, KNOWN) and _is_headline(found[1:], prose) else None


def _stands_above(said: Imprint, found: list[Line], prose: str) -> bool:
    """Whether the first line is no headline: "By George, They Won" has another byline below, "Minutes, 7 May 2019" no headline."""
    if has_byline_prefix(words := found[0].words):
        named = byline_shaped(without_prefix(words)) or all(len(a.split()) > 1 for a in said.authors)
        return named and not has_byline_prefix(found[1].words)
    return said.publisher is None or (said.published is not None and is_title(said.publisher) and _is_headline(found[1:], prose))


def _is_headline(found: list[Line], prose: str, *, labelled: bool = False) -> bool:
    """Whether the first line is a headline: short, not ended as a sentence is, set off by a blank line or by what stands about it."""
    line, after, deck = found[0], found[1] if len(found) > 1 else None, found[2] if len(found) > 2 else None
    if after is None or len(line.words) > LONGEST_HEADLINE or _is_told(line.words) or dateline(line.words + " "):
        return False
    if after.gap or labelled or _is_imprint(after.words, prose) or dateline(after.words):
        return True
    if deck is None or ENDED.search(after.words):
        return False
    under = stated_day(deck.words) is not None and len(after.words.split()) <= LONGEST_PUBLISHER
    return under or (deck.gap and has_byline_prefix(deck.words))


def _take(known: Heading, found: list[Line], n: int, prose: str) -> bool:
    """Take in a line of the heading; false where it is prose."""
    line, after = found[n], found[n + 1 :]
    words = line.words.strip("*_ ")
    if is_open_label(words) and after:
        return True
    if n and is_open_label(label := found[n - 1].words.strip("*_ ")):
        words = f"{label.rstrip(':')}: {words}"
    if known.said.authors and not line.gap and words.startswith("and "):  # a byline goes on
        words = f"By {words.removeprefix('and ')}"
    said = imprint(words, prose)
    if said is not None and (known.at or not (said.publisher or said.label)):
        known.absorb(said)
        return True
    return bool(known.at and after and len(words) <= LONGEST_HEADLINE) and _take_bare(known, line, words, after, prose)


def _take_bare(known: Heading, line: Line, words: str, below: list[Line], prose: str) -> bool:
    """Take in a line that only its neighbours show to be no prose: a job under a name, a name above a day, a deck above a byline."""
    after = below[0].words
    if is_job(words) and known.said.authors:
        return True
    if (said := _bare(known, words, below[0], prose)) is not None:
        known.absorb(said)
        return True
    first = not (known.deck_at or known.said.publisher or known.said.authors)
    whole = ENDED.search(words) is not None  # a sentence: a deck only where the day is told under it and prose follows
    if first and _is_imprint(after, prose) and not (whole and (known.said.published or not any(_is_prose(b.words) for b in below[1:]))):
        known.deck_at = line.span
        return True
    return False


def _bare(known: Heading, words: str, below: Line, prose: str) -> Imprint | None:
    """A writer, a town or a publisher without a word that says so."""
    if ENDED.search(words):
        return None
    if not known.said.authors and is_bare_name(words) and (is_job(below.words) or (known.said.published and dateline(below.words))):
        return Imprint(authors=authors(words))
    if (stated_day(below.words) or is_open_label(below.words)) and len(words.split()) <= LONGEST_PUBLISHER:
        return source(words, prose)
    if below.gap and _is_prose(below.words) and is_place(words, prose, KNOWN):
        return Imprint(place=words)
    writer, comma, _ = words.partition(", ")
    if comma and below.gap and not known.said.authors and is_bare_name(writer) and _is_prose(below.words):
        said = source(words, prose)
        return said if said.authors or said.place == words else None
    if known.said.publisher is None and len(words.split()) <= SHORTEST_DECK and words[0].isalnum() and _is_imprint(below.words, prose):
        return Imprint(publisher=words)
    return None


def _is_told(words: str) -> bool:
    """Whether a line is ended as no headline is; one may ask, and one may quote a short question."""
    return ENDED.search(words if len(words.split()) > LONGEST_QUESTION else words.rstrip("?!\"'\u201d\u2019")) is not None


def _is_prose(words: str) -> bool:
    return ENDED.search(words) is not None or len(words) > LONGEST_HEADLINE or dateline(words) is not None


def _is_imprint(words: str, prose: str) -> bool:
    """Whether a line says who wrote or when, so that what stands above is no prose."""
    said = imprint(words, prose)
    return is_open_label(words) or (said is not None and bool(said.authors or said.published or (said.publisher and ":" in words)))
