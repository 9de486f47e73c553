"""Second dates that lean on a first: "April 24 and 25", "24-25 April", "1914-18"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.layers.times.expressions import Calendar, Expression
from reportedly.layers.times.joining import night_of
from reportedly.model import Span
from reportedly.text import Parsed, Token

YEAR_DIGITS = 4
_LINKS = frozenset({"and", "or", "to", "-", "\u2013", "through"})


def with_tails(parsed: Parsed, expressions: Sequence[Expression]) -> list[Expression]:
    """The expressions with the bare days and years beside them, in reading order."""
    found: list[Expression] = []
    taken = {i for e in expressions for i in range(e.first, e.last + 1)}
    for e in expressions:
        meaning = e.meaning
        if isinstance(meaning, Calendar) and meaning.until is not None:
            found += _two_years(parsed, e, meaning.until)
            continue
        if not isinstance(meaning, Calendar) or (meaning.day is None and meaning.year is None) or meaning.rule:
            found.append(e)
            continue
        days = [*_before(parsed, e, meaning, taken), e, *_after(parsed, e, meaning, taken)]
        if found and days[0] is not e and (whole := night_of(parsed, found[-1], days[0])) is not None:
            found[-1:], days[:1] = [], [whole]
        found += days
    return found


def _two_years(parsed: Parsed, e: Expression, until: int) -> list[Expression]:
    """The two years of "1914-1918" written as one token."""
    token = parsed.tokens[e.last]
    if token.end - token.start != len(token.text):  # the cleaned token lost a character
        return [e]
    short = len(token.text) - YEAR_DIGITS - 1
    start, middle = parsed.tokens[e.first].start, token.start + YEAR_DIGITS
    first = e._replace(meaning=Calendar(year=int(token.text[:YEAR_DIGITS])), span=Span(start, middle))
    return [first, Expression(e.last, e.last, Calendar(year=until), span=Span(token.end - short, token.end))]


def _before(parsed: Parsed, e: Expression, m: Calendar, taken: set[int]) -> Iterator[Expression]:
    """The 24 of "24 and 25 April"."""
    tokens = parsed.tokens
    if e.first < 2 or m.day is None or not _day(tokens[e.first]):
        return
    link, day = tokens[e.first - 1], tokens[e.first - 2]
    if link.lower in _LINKS and _day(day) and day.sent == tokens[e.first].sent and day.i not in taken:
        yield Expression(day.i, day.i, m._replace(day=int(day.lower)), scope=e.scope)


def _after(parsed: Parsed, e: Expression, m: Calendar, taken: set[int]) -> Iterator[Expression]:
    """The 25 of "April 24 and 25", the 18 of "1914-18"."""
    tokens = parsed.tokens
    if e.last + 2 >= len(tokens) or e.last + 2 in taken or e.last + 1 in taken:
        return
    link, other = tokens[e.last + 1], tokens[e.last + 2]
    if link.lower not in _LINKS or other.sent != link.sent or not other.lower.isascii() or not other.lower.isdigit():
        return
    short = len(other.lower) == 2 and link.lower in {"-", "\u2013"} and link.start == tokens[e.last].end
    if m.month is None and m.year is not None and short:
        yield Expression(other.i, other.i, Calendar(year=m.year // 100 * 100 + int(other.lower)))
    elif m.day is not None and _day(other) and _day(tokens[e.last]) and not _counts(tokens, other):
        yield Expression(other.i, other.i, m._replace(day=int(other.lower)), scope=e.scope)


def _day(token: Token) -> bool:
    return token.lower.isascii() and token.lower.isdigit() and 1 <= int(token.lower) <= 31


def _counts(tokens: Sequence[Token], number: Token) -> bool:
    """Whether a number counts what follows: "on April 24 and 25 people"."""
    return tokens[number.head].i > number.i and number.dep == "nummod"
