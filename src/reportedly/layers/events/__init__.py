"""The events layer: what happened, will happen or is said to, in PLOVER's types."""

from __future__ import annotations

import msgspec

from reportedly.knowledge.event_words import event_words
from reportedly.knowledge.figures import figure_words
from reportedly.knowledge.plover import plover
from reportedly.layers.base import Facts, Layer
from reportedly.layers.events.addressing import addressed
from reportedly.layers.events.clauses import Grammar
from reportedly.layers.events.completing import Completer
from reportedly.layers.events.draft import Draft, Row
from reportedly.layers.events.drafting import Drafter
from reportedly.layers.events.figures import Counter
from reportedly.layers.events.folding import folded
from reportedly.layers.events.hearing import Acts
from reportedly.layers.events.merging import merged
from reportedly.layers.events.owning import owned
from reportedly.layers.events.phrases import Phrases
from reportedly.layers.events.play import in_play
from reportedly.layers.events.present import dated
from reportedly.layers.events.referring import referred
from reportedly.layers.events.settling import Settler
from reportedly.layers.events.weighing import Weigher
from reportedly.model import SILENCES, Span
from reportedly.text import Parsed


def run(parsed: Parsed, facts: Facts) -> Facts:
    """Adds `events`, in reading order; of a report that is only a summary none, for it is not the article."""
    if parsed.report.partial:
        return facts
    if parsed.encoded is None:
        settler, _, rows = tabled(parsed, facts)
    else:
        weigher, rows = weigher_of(parsed, facts)
        settler, rows = weigher.settler, weigher.weighed(rows)
    body = parsed.report.body
    # What follows the prose is no news: bylines, contributors, document numbers.
    silent = [span for c in facts.claims if c.stance in SILENCES for span in c.cue.spans]
    told = [(d, e) for d, e in rows if d.trigger.start < body.end and not in_play(parsed, d, settler.phrases) and not _within(d, silent)]
    sided = Completer(settler.phrases).completed(addressed(referred(told, parsed), settler.phrases))
    events = dated(merged(sided, body.start), parsed, facts)
    return msgspec.structs.replace(facts, events=tuple(msgspec.structs.replace(e, id=f"e{n}") for n, e in enumerate(events, 1)))


def _within(draft: Draft, spans: list[Span]) -> bool:
    """Whether the word is one of refusing to comment, to nobody: saying nothing is no deed either."""
    return not draft.recipient and any(s.start <= draft.trigger.start < s.end for s in spans)


def tabled(parsed: Parsed, facts: Facts) -> tuple[Settler, Drafter, list[Row]]:
    """The events that the tables of words find."""
    words, ontology = event_words(), plover()
    grammar = Grammar(parsed, words.controllers)
    phrases = Phrases(parsed, facts, grammar)
    settler = Settler(parsed, facts, phrases, Counter(parsed, grammar, figure_words(), phrases.person), ontology)
    drafter = Drafter(parsed, grammar, phrases, words, ontology)
    drafts = (owned(d, phrases) for d in folded(drafter.all(), grammar))
    return settler, drafter, [(d, settler.settle(d)) for d in drafts]


def weigher_of(parsed: Parsed, facts: Facts) -> tuple[Weigher, list[Row]]:
    """What weighs these events beside what the encoder hears, and the events."""
    settler, drafter, rows = tabled(parsed, facts)
    return Weigher(parsed, Acts(parsed, parsed.encoded or ()), settler, drafter), rows


LAYER = Layer(
    name="events",
    version="1",
    requires=frozenset({"actors", "claims", "disputes", "predicates", "times", "places"}),
    provides=frozenset({"events"}),
    run=run,
)
