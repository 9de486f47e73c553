"""Statements without quotation marks: what stands under "The minister said:" in the first person, as ministries and parties publish it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.text import Parsed
from reportedly.text.parsed import Token

ONE = frozenset({"i", "me", "my", "mine", "myself"})
SEVERAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_SAYING = frozenset({"say", "state", "declare", "add", "comment", "announce", "note", "remark", "conclude", "continue", "write", "respond"})
_BETWEEN = 8  # tokens from the verb to the colon: "said in a statement on Monday:"
_OTHER_MARKS = frozenset({'"', "``", "'", "-", "--", "\u2013", "\u2014", "\u2022", "*", "(", "["})  # a quotation or a list
_ENDS = frozenset({".", "!", "?", '"', "''", "...", "\u2026", ")"})
_HEADING = 10  # words of a line that stands alone without an end: "Further information"
_MOST = 12  # paragraphs of one statement
_PAPERS = frozenset({"statement", "communique", "communiqu\u00e9", "declaration", "proclamation", "message", "address"})
_OF_PAPERS = frozenset({"a", "the", "press", "joint", "official", "public", "media", "news", "political", "final", "full", "text", "of"})
_BY = frozenset({"of", "by", "from"})
_GIVING = frozenset({"issue", "release", "publish", "make", "post", "circulate"})
_TOP = 3  # paragraphs in which a heading stands


class Statement(msgspec.Struct, frozen=True, gc=False):
    """The verb of saying, the colon after it, and what is stated, a piece for every paragraph; all as tokens."""

    verb: int
    colon: int
    pieces: tuple[tuple[int, int], ...]


class Issue(msgspec.Struct, frozen=True, gc=False):
    """Who issued what follows, by the head of the words that name them, and the token after which they speak."""

    who: int
    after: int


def issues(parsed: Parsed) -> tuple[Issue, ...]:
    """Whose the report is as a whole: "Statement by the Ministry", "We, the ministers of X", "made public the following statement"."""
    found = (_headed(parsed, t) or _ours(parsed, t) or _following(parsed, t) for t in parsed.tokens)
    return tuple(issue for issue in found if issue is not None)


def _headed(parsed: Parsed, t: Token) -> Issue | None:
    """A heading that says whose statement it is."""
    if t.lower not in _PAPERS or t.para >= _TOP or t.i + 1 >= len(parsed.tokens):
        return None
    before = parsed.tokens[next(s.first for s in parsed.sentences if s.para == t.para) : t.i]
    by = parsed.tokens[t.i + 2 if parsed.tokens[t.i + 1].lower == "issued" and t.i + 2 < len(parsed.tokens) else t.i + 1]
    who = parsed.child(by, "pobj")
    last = max(s.last for s in parsed.sentences if s.para == t.para)
    heading = all(k.lower in _OF_PAPERS for k in before) and by.lower in _BY and parsed.tokens[last].text not in _ENDS
    return Issue(who.i, last) if heading and who is not None else None


def _ours(parsed: Parsed, t: Token) -> Issue | None:
    """ "We, the Foreign Ministers of France and Peru, condemn"."""
    who = parsed.child(t, "appos") if t.lower == "we" and parsed.quotation_at(t) is None else None
    return Issue(who.i, t.i - 1) if who is not None and parsed.tokens[t.i + 1].text == "," else None


def _following(parsed: Parsed, t: Token) -> Issue | None:
    """ "The Front made public the following statement": all after the sentence."""
    verb = parsed.head(t)
    if t.lower not in _PAPERS or t.dep != "dobj" or verb.lemma not in _GIVING or all(k.lower != "following" for k in parsed.children(t)):
        return None
    who = parsed.child(verb, "nsubj")
    return Issue(who.i, parsed.sentences[t.sent].last) if who is not None else None


def statements(parsed: Parsed) -> tuple[Statement, ...]:
    """The statements of a report, in reading order."""
    return tuple(found for t in parsed.tokens[:-1] if t.text == ":" and (found := _under(parsed, t)) is not None)


def speaker_of(parsed: Parsed, found: Statement) -> Token | None:
    """The head of whose statement it is."""
    return parsed.child(parsed.tokens[found.verb], "nsubj")


def first_person(parsed: Parsed, first: int, last: int) -> bool:
    """Whether somebody speaks of himself outside quotation marks."""
    return any(t.lower in ONE or t.lower in SEVERAL for t in parsed.tokens[first : last + 1] if parsed.quotation_at(t) is None)


def _under(parsed: Parsed, colon: Token) -> Statement | None:
    after, verb = parsed.tokens[colon.i + 1], _verb_before(parsed, colon)
    if verb is None or after.text in _OTHER_MARKS or parsed.quotation_at(colon) is not None:
        return None
    alone = "\n" in parsed.text[colon.end : after.start]
    pieces = list(_pieces(parsed, after)) if alone else [(after.i, _paragraph_end(parsed, after))]
    spoken = [n for n, piece in enumerate(pieces) if first_person(parsed, *piece)]
    if not alone and not spoken:
        return None  # the sentence after the colon is all that is sure
    kept = pieces[: max(spoken, default=0) + 1]
    return Statement(verb.i, colon.i, tuple(kept)) if kept else None


def _verb_before(parsed: Parsed, colon: Token) -> Token | None:
    """The verb of saying whose clause the colon ends, where somebody is its subject."""
    for t in reversed(parsed.tokens[max(0, colon.i - _BETWEEN) : colon.i]):
        if t.sent != colon.sent:
            return None
        if t.pos == "VERB":
            return t if t.lemma in _SAYING and parsed.child(t, "nsubj") is not None else None
    return None


def _pieces(parsed: Parsed, first: Token) -> Iterator[tuple[int, int]]:
    """The paragraphs from a token on, up to one that is not the speaker's."""
    at = first
    for n in range(_MOST):
        last = _paragraph_end(parsed, at)
        if n and _is_other(parsed, at, last):
            return
        yield at.i, last
        if last + 1 >= len(parsed.tokens):
            return
        at = parsed.tokens[last + 1]


def _is_other(parsed: Parsed, first: Token, last: int) -> bool:
    """Whether a paragraph is a heading, a quotation or a list, leads to another speaker, or tells what somebody else says."""
    tokens = parsed.tokens[first.i : last + 1]
    if first.text in _OTHER_MARKS or tokens[-1].text == ":":
        return True
    if len(tokens) <= _HEADING and tokens[-1].text not in _ENDS:
        return True
    return any(t.lemma in _SAYING and t.pos == "VERB" and t.dep == "ROOT" and _says_another(parsed, t) for t in tokens)


def _says_another(parsed: Parsed, verb: Token) -> bool:
    who = parsed.child(verb, "nsubj")
    return who is not None and who.lower not in ONE and who.lower not in SEVERAL


def _paragraph_end(parsed: Parsed, first: Token) -> int:
    n = first.sent
    while n + 1 < len(parsed.sentences) and parsed.sentences[n + 1].para == first.para:
        n += 1
    return parsed.sentences[n].last
