"""Matches -> expressions: one builder for each rule of time_patterns.csv. A builder may refuse what only looks like a time."""

from __future__ import annotations

from reportedly.knowledge.times import Phrase
from reportedly.layers.times.amounts import AMOUNTS
from reportedly.layers.times.dates import DATES
from reportedly.layers.times.expressions import Calendar, Deictic, Expression, Fixed, Meaning
from reportedly.layers.times.grammar import Match
from reportedly.layers.times.hours import HOURS
from reportedly.layers.times.lexicon import letters
from reportedly.layers.times.relative import RELATIVE
from reportedly.layers.times.slots import Builder, Slots
from reportedly.layers.times.yearly import YEARLY
from reportedly.model import TimeType
from reportedly.text import Parsed

BUILDERS: dict[str, Builder] = {**DATES, **YEARLY, **RELATIVE, **AMOUNTS, **HOURS}
_PHRASES: dict[str, Meaning] = {  # the values of time_phrases.csv that are counted from publication
    "overnight": Deictic(0, "NI"), "year-end": Calendar(month=12, day=31), "new-year": Calendar(month=1, day=1),
    "-2": Deictic(-2), "2": Deictic(2),
}  # fmt: skip


def build(parsed: Parsed, match: Match, phrases: dict[int, tuple[int, Phrase]]) -> Expression | None:
    """The expression of a match, or None where its words only look like one."""
    if match.rule == "phrase":
        return _phrase(match, phrases)
    classes = letters().classes
    slots = Slots(parsed, parsed.tokens[match.first : match.last + 1], tuple(classes[c] for c in match.letters))
    built = BUILDERS[match.rule](slots)
    if built is None or isinstance(built, Expression):
        return built
    return Expression(match.first, match.last, built)


def _phrase(match: Match, phrases: dict[int, tuple[int, Phrase]]) -> Expression | None:
    """The meaning of a fixed expression."""
    if (found := phrases.get(match.first)) is None:
        return None
    last, phrase = found
    if phrase.rule:
        return Expression(match.first, last, Calendar(rule=phrase.rule))
    return Expression(match.first, last, _PHRASES.get(phrase.value) or Fixed(phrase.type or TimeType.DATE, phrase.value))
