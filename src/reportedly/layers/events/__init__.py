"""The events layer: what happened, will happen or is said to, in PLOVER's types."""

from __future__ import annotations

import msgspec

from reportedly.knowledge.event_words import event_words
from reportedly.knowledge.figures import figure_words
from reportedly.knowledge.plover import plover
from reportedly.layers.base import Facts, Layer
from reportedly.layers.events.clauses import Grammar
from reportedly.layers.events.drafting import Drafter
from reportedly.layers.events.figures import Counter
from reportedly.layers.events.folding import folded
from reportedly.layers.events.merging import merged
from reportedly.layers.events.phrases import Phrases
from reportedly.layers.events.play import in_play
from reportedly.layers.events.referring import referred
from reportedly.layers.events.settling import Settler
from reportedly.text import Parsed


def run(parsed: Parsed, facts: Facts) -> Facts:
    """Adds `events`, in reading order."""
    words, ontology, body = event_words(), plover(), parsed.report.body
    grammar = Grammar(parsed, words.controllers)
    phrases = Phrases(parsed, facts, grammar)
    drafts = folded(Drafter(parsed, grammar, phrases, words, ontology).all(), grammar)
    settler = Settler(parsed, facts, phrases, Counter(parsed, grammar, figure_words()), ontology)
    # What follows the prose is no news: bylines, contributors, document numbers.
    rows = [(d, settler.settle(d)) for d in drafts if d.trigger.start < body.end and not in_play(parsed, d, phrases)]
    events = merged(referred(rows, parsed), body.start)
    return msgspec.structs.replace(facts, events=tuple(msgspec.structs.replace(e, id=f"e{n}") for n, e in enumerate(events, 1)))


LAYER = Layer(
    name="events",
    version="1",
    requires=frozenset({"actors", "claims", "disputes", "predicates", "times", "places"}),
    provides=frozenset({"events"}),
    run=run,
)
