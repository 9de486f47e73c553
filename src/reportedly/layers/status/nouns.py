"""Which nouns name an event: those of the knowledge base, and those whose ending says that they come from a verb."""

from __future__ import annotations

import re
from functools import cache

from reportedly.knowledge.event_words import event_words as table
from reportedly.knowledge.tables import HERE, rows
from reportedly.text import Token

ENDINGS = re.compile(r".{3,}(?:tion|sion|ment|ance|ence|ing|sal|val|ure|ery|age|ism)$")


@cache
def event_words() -> frozenset[str]:
    """Lemmas of nouns that name events without an ending that says so."""
    return frozenset(row.text("noun") for row in rows(HERE / "eventive_nouns.csv", ("noun", "eventive")) if row.text("eventive") == "yes")


@cache
def other_words() -> frozenset[str]:
    """Lemmas of nouns that have such an ending and name no event."""
    return frozenset(row.text("noun") for row in rows(HERE / "eventive_nouns.csv", ("noun", "eventive")) if row.text("eventive") == "no")


def names_event(t: Token) -> bool:
    """Whether a noun names an event."""
    return t.lemma in event_words() or t.lemma in table().nouns or (ENDINGS.match(t.lemma) is not None and t.lemma not in other_words())
