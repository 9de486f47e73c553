"""Transcripts: paragraph after paragraph under the labels of those who speak, by name or as question and answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.labels import country_labels
from reportedly.layers.statements import first_person
from reportedly.text import Parsed, Token

TRANSCRIPT = "transcript"
_LABELS = 3  # paragraphs that begin with a label, from which a report is taken for a transcript
_SPEAKERS = 2  # of them where names in small letters stand before the colons, and one of them more than once
_LABEL_LIMIT = 5  # tokens of a label
_QUESTION, _ANSWER = frozenset({"q", "question"}), frozenset({"a", "answer"})
_WITHIN = frozenset({".", ",", "-", "&", "(", ")"})
_SMALL = frozenset("of the and for al bin ibn de van von der".split())
_INTERVIEWING = frozenset({"interview", "speak", "talk", "answer", "question", "conversation"})
_ASKED = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "appos", "ROOT"})


class Turn(msgspec.Struct, frozen=True, gc=False):
    """What one speaker says up to the next label; `speaker` is the head of who it is, -1 where nobody is named."""

    speaker: int
    colon: int
    content: tuple[Range, ...]


def transcript_drafts(parsed: Parsed) -> Iterator[Draft]:
    """ "ROE: We shall win.", "Q: Will you go?": each turn of a report that is a transcript."""
    for t in turns(parsed):
        yield Draft(t.colon, TRANSCRIPT, t.speaker, (t.colon, t.colon), t.content)


def turns(parsed: Parsed) -> tuple[Turn, ...]:
    """The turns of a transcript in order; none for any other report."""
    firsts = [t for t in parsed.tokens if t.i == 0 or parsed.tokens[t.i - 1].para != t.para]
    labels = _labels(parsed, firsts)
    if not labels:
        return ()
    parties = _parties(parsed, min(labels)) if any(_word(parsed, i, c) in _QUESTION | _ANSWER for i, c in labels.items()) else (-1, -1)
    found = (
        Turn(_speaker(parsed, t.i, labels[t.i], parties), labels[t.i], tuple(_content(parsed, firsts[n:], labels)))
        for n, t in enumerate(firsts) if t.i in labels
    )  # fmt: skip
    return tuple(t for t in found if t.content[0][0] <= t.content[0][1])


def speaker_at(parsed: Parsed, word: Token) -> Token | None:
    """Who speaks a word of a transcript; None where nobody is named, or in any other report."""
    for turn in turns(parsed):
        if any(a <= word.i <= b for a, b in turn.content):
            return parsed.tokens[turn.speaker] if turn.speaker >= 0 else None
    return None


def _labels(parsed: Parsed, firsts: list[Token]) -> dict[int, int]:
    """The first token of each labelled paragraph with the colon that ends the label; none where the report is no transcript."""
    places = country_labels(parsed)
    found = {t.i: c for t in firsts if t.para not in places and (c := _label_end(parsed.tokens, t.i)) is not None}
    below = {_spelled(parsed, i, c) for i, c in found.items() if parsed.tokens[i].para >= parsed.headings}
    found = {i: c for i, c in found.items() if _above_counts(parsed, i, c, below)}
    capitals = {i: c for i, c in found.items() if _is_short(parsed, i, c) or parsed.span(i, c).of(parsed.text).isupper()}
    words = Counter(_word(parsed, i, c) for i, c in found.items())
    asked = bool(words.keys() & _QUESTION and words.keys() & _ANSWER)
    recurring = len(found) >= _LABELS and len(words) >= _SPEAKERS and max(words.values()) > 1
    if asked and not recurring:
        return {i: c for i, c in found.items() if _is_short(parsed, i, c)}
    return found if recurring else capitals if len(capitals) >= _LABELS else {}


def _above_counts(parsed: Parsed, first: int, colon: int, below: set[str]) -> bool:
    """Whether a label stands in the prose, or in the headline and again in the prose: not "Roe: We Shall Win" over "ROE: ..."."""
    asked = _is_short(parsed, first, colon)
    return parsed.tokens[first].para >= parsed.headings or asked or _spelled(parsed, first, colon) in below


def _spelled(parsed: Parsed, first: int, colon: int) -> str:
    return parsed.span(first, colon - 1).of(parsed.text).strip('"\u201c. ')


def _word(parsed: Parsed, first: int, colon: int) -> str:
    return _spelled(parsed, first, colon).lower()


def _is_short(parsed: Parsed, first: int, colon: int) -> bool:
    return _word(parsed, first, colon) in _QUESTION | _ANSWER


def _label_end(tokens: tuple[Token, ...], first: int) -> int | None:
    """The colon that ends a label of names at the head of a paragraph."""
    first += tokens[first].text == '"'
    for t in tokens[first : first + _LABEL_LIMIT + 1]:
        if t.text == ":":
            return t.i if t.i > first and t.i + 1 < len(tokens) and tokens[t.i + 1].para == t.para else None
        if not (t.text[0].isupper() or t.text in _WITHIN or (t.i > first and t.lower in _SMALL)):
            return None
    return None


def _speaker(parsed: Parsed, first: int, colon: int, parties: Range) -> int:
    """The head of a label's name; for question and answer who the text above says asks and answers."""
    tokens, word = parsed.tokens, _word(parsed, first, colon)
    if word in _QUESTION | _ANSWER:
        return parties[word in _ANSWER]
    first += tokens[first].text == '"'
    return next((i for i in range(first, colon) if not first <= tokens[i].head < colon or tokens[i].head == i), first)


def _parties(parsed: Parsed, before: int) -> Range:
    """Who asks and who answers by what stands above the first label: "in an interview with Rey Dizon", "Ms Roe spoke to Roe Press"."""
    spoken = {t.sent for t in parsed.tokens[:before] if t.lemma.lower() in _INTERVIEWING}
    named = [t for t in parsed.tokens[:before] if t.sent in spoken and t.dep in _ASKED and t.ent in ("PERSON", "ORG")]
    asks, answers = (next((t.i for t in named if t.ent == ent), -1) for ent in ("ORG", "PERSON"))
    return asks, answers


def _content(parsed: Parsed, firsts: list[Token], labels: dict[int, int]) -> Iterator[Range]:
    """The paragraphs of a turn.

    After the last label of all one without a label may be the report's own, unless it opens with marks or speaks of "us".
    """
    last = max(labels)
    for n, t in enumerate(firsts):
        end = _last_of_paragraph(parsed, t)
        if n and (t.i in labels or not (t.i < last or _goes_on(parsed, t, end))):
            return
        yield (t.i if n else labels[t.i] + 1), end


def _goes_on(parsed: Parsed, t: Token, end: int) -> bool:
    return parsed.tokens[t.i + 1].text != "(" if t.text == '"' else first_person(parsed, t.i, end)


def _last_of_paragraph(parsed: Parsed, first: Token) -> int:
    n = first.sent
    while n + 1 < len(parsed.sentences) and parsed.sentences[n + 1].para == first.para:
        n += 1
    return parsed.sentences[n].last
