"""What an expression is counted from: the day of publication, or in a history the date last spoken of; and the tense about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

from reportedly.knowledge.times import time_knowledge
from reportedly.layers.times.expressions import Calendar, Deictic, Expression, Relative
from reportedly.text import Parsed, Token

# A report that names six years or more, and six for each "today", "Monday" or "last week", is a history. TimeBank and WikiWars
# score the same with four to eight years and four to ten a word.
HISTORY_YEARS = 6
HISTORY_SHARE = 6
HEAD = 400  # characters of the body in which a full date may stand for the day of publication: a dateline and a first sentence
# What is told in the present tense of what is set for a day to come: "the curfew ends on Friday".
SCHEDULED = frozenset(
    "arrive begin close commence conclude convene depart end expire finish kick lapse meet open reconvene reopen restart resume return "
    "run start".split()
)
_CLIMB = 6  # governors looked at above an expression


class Tense(Enum):
    PAST = "past"
    FUTURE = "future"
    NONE = "none"


def is_history(expressions: Sequence[Expression]) -> bool:
    """Whether a report tells of years rather than of the days before its publication: bare dates then belong to its own story."""
    years = sum(isinstance(e.meaning, Calendar) and e.meaning.year is not None for e in expressions)
    return years >= HISTORY_YEARS and years >= HISTORY_SHARE * sum(_from_now(e) for e in expressions)


def _from_now(e: Expression) -> bool:
    m = e.meaning
    if isinstance(m, Calendar):
        return m.weekday is not None and e.scope is None
    return isinstance(m, Deictic) or (isinstance(m, Relative) and m.base == "now")


def day_at_head(parsed: Parsed, expressions: Sequence[Expression]) -> date | None:
    """The full date that stands near the head of a report, for one whose day of publication is not known."""
    for e in expressions:
        if parsed.tokens[e.first].start - parsed.report.body.start > HEAD:
            return None
        m = e.meaning
        if isinstance(m, Calendar) and m.year and m.month and m.day:
            try:
                return date(m.year, m.month, m.day)
            except ValueError:
                continue
    return None


def tense_at(parsed: Parsed, token: Token) -> Tense:
    """The tense of the clause in which a token stands; future too for "until Monday", "due on Monday", "if it comes on Monday"."""
    contexts = time_knowledge().contexts
    limit = parsed.tokens[token.head].lower in contexts["limit"]
    for _ in range(_CLIMB):
        if token.pos in {"VERB", "AUX"} and (tense := _tense(parsed, token)) is not None:
            return Tense.FUTURE if limit and "had" not in _words(parsed, token) else tense
        if token.pos == "ADJ" and token.lower in contexts["looks ahead"]:
            return Tense.FUTURE
        if token.head == token.i:
            break
        token = parsed.tokens[token.head]
    return Tense.NONE


def _words(parsed: Parsed, verb: Token, *deps: str) -> set[str]:
    """The dependents of a verb as words, of some kinds only."""
    return {parsed.tokens[k].lower for k in verb.kids if not deps or parsed.tokens[k].dep in deps}


def _tense(parsed: Parsed, verb: Token) -> Tense | None:
    """The tense of a verb; None where its governor must say (infinitives, participles)."""
    contexts, aux = time_knowledge().contexts, _words(parsed, verb, "aux", "auxpass")
    if aux & contexts["future auxiliary"]:
        return Tense.PAST if "have" in aux and not aux & contexts["certain future"] else Tense.FUTURE
    if "to" in aux:
        return _infinitive(parsed, verb, perfect="have" in aux)
    if verb.tag == "VBD" or aux & contexts["past auxiliary"]:
        return Tense.PAST
    if verb.tag == "VBG" and _looks_back(parsed, verb):
        return Tense.PAST
    if verb.lemma in contexts["looks ahead"] or (aux & contexts["present auxiliary"] and verb.tag in {"VBG", "VBN"}):
        return Tense.FUTURE
    if verb.tag == "VBN":
        return Tense.PAST
    if verb.tag not in {"VBZ", "VBP"}:
        return None
    conditional = _words(parsed, verb, "mark", "advmod") & contexts["condition"]
    due = _words(parsed, verb, "acomp") & contexts["looks ahead"]
    return Tense.FUTURE if conditional or due or verb.lemma in SCHEDULED else Tense.NONE


def _infinitive(parsed: Parsed, verb: Token, *, perfect: bool) -> Tense | None:
    """ "to leave" is as its governor says; "to have left" is past, but not "is expected to have left by May"."""
    contexts, head = time_knowledge().contexts, parsed.head(verb)
    ahead = head.lemma in contexts["looks ahead"]
    if perfect:
        gone = head.tag == "VBD" or _words(parsed, head, "aux", "auxpass") & contexts["past auxiliary"]
        return Tense.FUTURE if ahead and not gone else Tense.PAST
    return Tense.FUTURE if ahead or head.lemma == "be" or head.pos in {"NOUN", "ADJ"} else None


def _looks_back(parsed: Parsed, gerund: Token) -> bool:
    """ "accused of ordering it in May", "denies ordering it in May"."""
    head = parsed.head(gerund)
    governor = parsed.head(head) if head.pos in {"ADP", "SCONJ"} else head
    return governor.i != gerund.i and bool({governor.lemma, governor.lower} & time_knowledge().contexts["looks back"])
