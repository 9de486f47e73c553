"""Who stands on either side of an event that the encoder hears: by the encoder, and by the parse where it hears nobody."""

from __future__ import annotations

import msgspec

from reportedly.knowledge.event_rows import event_classes
from reportedly.layers.events.draft import Draft, Heads, Row
from reportedly.layers.events.drafting import Drafter
from reportedly.layers.events.hearing import BETTER, Act, Side, nouns
from reportedly.layers.events.owning import UTTERED, owned, sent
from reportedly.layers.events.settling import Settler
from reportedly.model import Event, EventType, Participant
from reportedly.text import Parsed, Token

PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
SUFFERED = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.AID})  # "his arrest": he did not make it
SUFFERED_BY_PREPS = ("against", "on", "upon", "at", "over", "of")
TOWARDS = ("with", "to", "against", "from", "on", "upon", "at")
MUTUAL = frozenset({EventType.CONSULT, EventType.COOPERATE, EventType.AGREE})  # what they exchange or convene is no side
MOVED = frozenset({EventType.MOBILIZE, EventType.RETREAT})  # whom they move are their own
OWN = frozenset({"its", "his", "her", "their", "our", "my"})


class Sides:
    """The sides of the events of one report."""

    def __init__(self, parsed: Parsed, settler: Settler, drafter: Drafter) -> None:
        self.parsed, self.settler, self.drafter = parsed, settler, drafter
        self.phrases, self.grammar, self.reader = settler.phrases, drafter.grammar, drafter.reader

    def alone(self, draft: Draft, act: Act, tabled: Draft | None) -> Draft:
        """The sides of what the encoder alone hears: as it says, else those of another type that the tables have, else as parsed."""
        subjects = self._subjects(draft)
        recipient = tuple(t for t in nouns(self.parsed, act.recipient) if t not in subjects and not self._no_side(draft, t))
        actor = tuple(t for t in nouns(self.parsed, act.actor) if self.could_do(draft, t, recipient))
        parsed = (tabled.actor, tabled.recipient) if tabled is not None else self._parsed(draft)
        recipient = recipient or tuple(t for t in parsed[1] if t not in actor)
        return owned(draft.with_sides(actor or tuple(t for t in parsed[0] if t not in recipient), recipient), self.phrases)

    def _subjects(self, draft: Draft) -> Heads:
        """Who speaks, by the parse: the subjects of an active verb. Of verbs of force it takes headlines' passives for actives."""
        verb = draft.verb
        if verb is None or draft.type not in UTTERED or self.grammar.passive(verb):
            return ()
        return tuple(self.parsed.children(verb, "nsubj"))

    def _parsed(self, draft: Draft) -> tuple[Heads, Heads]:
        """Both sides by the grammar of the word alone."""
        token = draft.trigger
        actor, recipient = self._of_verb(token, draft.type) if token.pos == "VERB" else self._of_noun(token, draft.type)
        if not self.drafter.acceptable(draft.type, actor):
            actor = ()
        return actor, tuple(t for t in recipient if t not in actor)

    def _of_verb(self, verb: Token, kind: EventType) -> tuple[Heads, Heads]:
        clause = self.grammar.clause(verb)
        if self._fled(verb, kind):
            return (), self._somebody(clause.subjects)
        found = self._somebody(clause.datives)
        if kind not in MUTUAL and (kind not in MOVED or clause.passive):
            found = found or self._somebody(clause.objects)
        for name in ("with",) if kind in MUTUAL else () if kind in MOVED else TOWARDS:
            found = found or self._somebody(clause.preps.get(name, ()))
        return clause.subjects, found

    def _fled(self, verb: Token, kind: EventType) -> bool:
        """Whether a verb of force tells what its subject suffered: whoever fled or drowned drove nobody out."""
        return kind in SUFFERED and verb.lemma in event_classes()["suffering"]

    def _of_noun(self, noun: Token, kind: EventType) -> tuple[Heads, Heads]:
        if noun.pos != "NOUN":
            return (), ()
        if headline := self.grammar.headline_subject(noun):
            return headline, self.grammar.headline_object(noun) if kind in SUFFERED else ()
        preps = self.grammar.prepositions(noun)
        owner, actor = self._somebody(tuple(self.parsed.children(noun, "poss"))), self._somebody(preps.get("by", ()))
        suffered = kind in SUFFERED
        found = owner if suffered else ()
        actor = actor if suffered else actor or owner or self._somebody(preps.get("from", ()))
        for name in SUFFERED_BY_PREPS if suffered else TOWARDS:
            found = found or tuple(t for t in self._somebody(preps.get(name, ())) if t not in actor)
        return actor, found

    def _somebody(self, heads: Heads) -> Heads:
        """Those who can act and are nobody's own."""
        return tuple(t for t in heads if self.phrases.actor(t) and not any(k.lower in OWN for k in self.parsed.children(t, "poss")))

    def filled(self, draft: Draft, event: Event, act: Act) -> Row:
        """The event with the sides that the encoder hears where the tables have none, or one much less likely."""
        recipient = tuple(t for t in self._side(draft.recipient, event.recipient, act.recipient) if not self._no_side(draft, t))
        actor = draft.actor if self._has_subject(draft) else self._side(draft.actor, event.actor, act.actor)
        if actor != draft.actor:
            actor = tuple(t for t in actor if self.could_do(draft, t, recipient))
        elif recipient != draft.recipient:
            recipient = tuple(t for t in recipient if t not in actor)
        if (actor, recipient) == (draft.actor, draft.recipient):
            return draft, event
        filled = draft.with_sides(actor, recipient)
        settled = self.settler.settle(filled)
        return filled, msgspec.structs.replace(event, actor=settled.actor, recipient=settled.recipient)

    def _has_subject(self, draft: Draft) -> bool:
        """Whether the tables have its own subject for the actor of a verb in the active: no ear knows better."""
        verb = draft.trigger
        own = self.parsed.child(verb, "nsubj") if verb.pos == "VERB" else None
        return own is not None and own in draft.actor and not self.grammar.passive(verb)

    def _side(self, tabled: Heads, found: Participant | None, heard: Side) -> Heads:
        """The heads of one side."""
        likely = nouns(self.parsed, heard)
        if found is None or not likely:
            return tabled or likely
        own = {t.i for span in found.spans for t in self.parsed.tokens_in(span)}
        other = not own & {t.i for t in likely} and heard.chance(t.i for t in likely) - heard.chance(own) > BETTER
        return likely if other else tabled

    def _no_side(self, draft: Draft, head: Token) -> bool:
        """Whether it is what the doer moves himself, or what he calls an act: "threatened to send troops", "called the strikes a crime"."""
        verb = self.parsed.head(head)
        if head.dep != "dobj" or verb.pos != "VERB":
            return False
        if verb is draft.trigger:
            return bool(self.grammar.misnamed(verb))
        return sent(head, self.phrases)

    def _only_where(self, noun: Token, head: Token) -> bool:
        """Whether a town before the noun says where it was: "the Moscow concert hall attack"."""
        within = noun.pos == "NOUN" and head.dep == "compound" and noun.left <= head.i < noun.i
        return within and self.phrases.town(head)

    def could_do(self, draft: Draft, head: Token, recipient: Heads) -> bool:
        """Whether what the encoder takes for the actor may be one: nobody to whom it was done, nobody whose men they were."""
        phrases, verb = self.phrases, draft.verb
        if draft.type is EventType.ASSAULT and self._only_where(draft.trigger, head):
            return False
        if verb is not None and self._fled(verb, draft.type) and head in self.grammar.clause(verb).subjects:
            return False
        passive = verb is not None and phrases.grammar.passive(verb)
        own = phrases.actor_id(head) if passive else None
        for t in recipient:
            left, right = phrases.reach(t)
            if left <= head.i <= right or (own is not None and own in phrases.within_phrase(left, right)):
                return False
        if passive and verb is not None and draft.type not in MOVED and head in self.grammar.clause(verb).objects:
            return False
        return not passive or head.dep not in PASSIVE_SUBJECTS and self.parsed.head(head).lemma not in phrases.reporters


def with_sides_of(row: Row, other: Row) -> Row:
    """An event with the sides that another word for it has and its own has not: "imposed a curfew" says who did, "curfew" does not."""
    (draft, event), (told, also) = row, other
    actor, recipient = event.actor or also.actor, event.recipient or also.recipient
    if actor is not None and recipient is not None and set(actor.spans) & set(recipient.spans):
        return row
    sides = draft.with_sides(draft.actor or told.actor, draft.recipient or told.recipient)
    return sides, msgspec.structs.replace(event, actor=actor, recipient=recipient)
