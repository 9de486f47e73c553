"""Recipients that the clause of an act does not name: who is to give way, whom a promise would serve, who asked or struck first."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.knowledge.event_rows import event_classes
from reportedly.layers.events.addressing import TOWARDS_SOMEBODY
from reportedly.layers.events.draft import Draft, Heads, Row
from reportedly.layers.events.owning import sent
from reportedly.layers.events.phrases import Phrases
from reportedly.model import Event, EventType, Participant, Status
from reportedly.text import Token

CONDITIONS = frozenset({"if", "unless", "until", "should", "once", "till"})
FOR_ANOTHER = frozenset({EventType.AGREE, EventType.REJECT, EventType.THREATEN})  # done by saying what one will do, or not, to somebody
ANSWERS = frozenset({EventType.REJECT, EventType.CONCEDE, EventType.AGREE})
CALLS = frozenset({EventType.REQUEST, EventType.THREATEN, EventType.ACCUSE, EventType.AGREE})
HARMS = frozenset({EventType.SANCTION, EventType.COERCE, EventType.THREATEN, EventType.ACCUSE})
RETORTS = frozenset({EventType.SANCTION, EventType.THREATEN, EventType.ACCUSE})
WISHED = frozenset({Status.REQUESTED, Status.POSSIBLE, Status.CONDITIONAL})
TOWARDS = ("with", "to", "for", "against", "on", "from")
JUDGING = frozenset({EventType.ACCUSE, EventType.SUPPORT})
OWN = frozenset({"it", "he", "she", "they", "we", "i", "itself", "himself", "herself", "themselves"})
BESPOKEN = (TOWARDS_SOMEBODY | CALLS) - {EventType.MOBILIZE}
NEAR = 1  # sentences between a call and its answer


class Completer:
    """Fills in recipients in one report."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases, self.grammar, self.parsed = phrases, phrases.grammar, phrases.parsed

    def completed(self, rows: list[Row]) -> list[Row]:
        """The events, those without a recipient with the one that the words about them tell of."""
        found: list[Row] = []
        for n, (draft, event) in enumerate(rows):
            if event.recipient is not None:
                found.append((draft, event))
                continue
            heads = self._by_grammar(draft)
            side = self.phrases.participant(heads) or self._answered(rows, n)
            found.append((draft.with_sides(draft.actor, heads or draft.recipient), msgspec.structs.replace(event, recipient=side)))
        return found

    def _by_grammar(self, draft: Draft) -> Heads:
        found: Heads = self._others(self._summed_up(draft.trigger), draft) if draft.type in JUDGING else ()
        if draft.type is EventType.THREATEN:
            found = self._others(self._conditional(draft.trigger), draft)
        if draft.verb is draft.trigger and draft.type in BESPOKEN:
            clause = self.grammar.clause(draft.trigger)
            found = found or (self._others(iter(clause.objects), draft) if clause.passive else ())  # "asked by Oslo for help, Madrid sent"
        if draft.type is EventType.ACCUSE:
            found = found or self._others(self._told_of(draft.trigger), draft)
        if draft.type in FOR_ANOTHER:
            found = found or self._others(self._served(draft.trigger), draft)
        return found

    def _others(self, heads: Iterator[Token], draft: Draft) -> Heads:
        """The first of them that are others than those who act."""
        own = {self.phrases.actor_id(t) for t in draft.actor} - {None}
        for t in heads:
            if self.phrases.actor(t) and t not in draft.actor and self.phrases.actor_id(t) not in own and t.lower not in OWN:
                return self.grammar.expand(t)
        return ()

    def _summed_up(self, trigger: Token) -> Iterator[Token]:
        """Who did what the words before sum up: "Oslo freed them, a gesture that the bishops hailed"."""
        noun = self.parsed.head(trigger)
        if trigger.dep not in {"relcl", "acl"} or noun.dep not in {"appos", "npadvmod", "dep"} or noun.lemma not in event_classes()["act"]:
            return
        above = next((t for t in self.parsed.ancestors(noun) if t.pos == "VERB"), None)
        if above is not None:
            yield from self.grammar.clause(above).subjects

    def _conditional(self, trigger: Token) -> Iterator[Token]:
        """Who must or must not do something lest the threat come true: "unless the government frees him"."""
        for t in self.parsed.sentence(trigger):
            if t.dep == "advcl" and any(k.lower in CONDITIONS for k in self.parsed.children(t, "mark", "advmod", "aux")):
                clause = self.grammar.clause(t)
                yield from clause.subjects

    def _told_of(self, trigger: Token) -> Iterator[Token]:
        """Who is said to have done it: "is investigating whether guards beat him"."""
        for verb in self.parsed.children(trigger, "ccomp", "acl"):
            yield from self.grammar.clause(verb).subjects

    def _served(self, trigger: Token) -> Iterator[Token]:
        """Whom it is to be done to: "its commitment to train the police", "readiness to give shelter to families"."""
        for verb in self.parsed.children(trigger, "xcomp", "acl"):
            clause = self.grammar.clause(verb)
            yield from clause.datives
            for name in TOWARDS:
                yield from clause.preps.get(name, ())
            yield from (t for t in clause.objects if not sent(t, self.phrases))

    def _answered(self, rows: list[Row], n: int) -> Participant | None:
        """Whoever called for it, or did harm, just before: "Oslo asked for more time, and Hanoi refused"."""
        draft, event = rows[n]
        if event.actor is None or event.status in WISHED:
            return None
        for before, earlier in reversed(rows[:n]):
            if draft.trigger.sent - before.trigger.sent > NEAR:
                return None
            if earlier.actor is not None and earlier.actor.ids and self._answers(event, earlier):
                return earlier.actor
        return None

    def _answers(self, event: Event, earlier: Event) -> bool:
        """Whether an act may answer an earlier one: another's, done to its doer or, where that refuses or grants, to nobody named."""
        own, other, to = (self._sorts(side) for side in (event.actor, earlier.actor, earlier.recipient))
        if own & other:
            return False
        if event.type in RETORTS and earlier.type in HARMS:
            return bool(own & to)
        return event.type in ANSWERS and earlier.type in CALLS and (bool(own & to) or (not to and event.type is not EventType.AGREE))

    def _sorts(self, side: Participant | None) -> set[str]:
        """The actors of a side and the countries that they are of."""
        ids = side.ids if side is not None else ()
        lands = (actor.country for i in ids if (actor := self.phrases.facts.actor(i)) is not None)
        return {*ids, *(land for land in lands if land)}
