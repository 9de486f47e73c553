"""Words that turn one act into another: "agreed to withdraw", "refused to meet", "urged them to release", "threatened to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.knowledge.event_words import Operator
from reportedly.layers.events.clauses import Clause
from reportedly.layers.events.draft import HOSTILE, Draft, Heads
from reportedly.model import EventType
from reportedly.text import Token

if TYPE_CHECKING:
    from reportedly.layers.events.drafting import Drafter

ASKED_PREPS = ("on", "upon", "to", "with", "for")
OTHER_PREPS = ("with", "to", "for", "against", "from", "of")
MUST = frozenset({"must", "should"})
PERSONAL = frozenset({"he", "she", "it", "they", "we", "i"})

type Found = tuple[Draft, ...] | None  # None where the word is no operator here


class Operators:
    """What operators make of the events in their complements."""

    def __init__(self, drafter: Drafter) -> None:
        self.drafter, self.tokens = drafter, drafter.tokens
        self.grammar, self.phrases, self.plover = drafter.grammar, drafter.phrases, drafter.plover

    def over(self, clause: Clause) -> Found:
        """What comes of a clause whose verb is an operator over its complement."""
        if clause.complement is None:
            return None
        for operator in self.drafter.words.operators.get((clause.verb.lemma, clause.verb.pos), ()):
            if operator.complement == clause.kind and (found := self._operate(operator, clause, clause.complement)) is not None:
                if self.drafter.parsed.notes is not None:
                    over = f"{clause.verb.lemma!r} over {clause.complement.text!r}: {operator.effect} (event_operators.csv)"
                    self.drafter.parsed.notes.add(clause.verb.start, "event", over)
                return found
        return None

    def _inner(self, t: Token) -> tuple[Draft, ...]:
        """The events of a complement; of "is ready to", those of the adjective."""
        if t.pos == "AUX" or (t.pos == "ADJ" and not self.drafter.may(t)):
            kid = self.drafter.parsed.child(t, "acomp", "attr")
            return self._inner(kid) if kid is not None and kid.pos == "ADJ" else ()
        return self.drafter.verb(t) if t.pos in {"VERB", "ADJ"} and self.drafter.may(t) else ()

    def _operate(self, operator: Operator, clause: Clause, complement: Token) -> Found:
        inner = self._inner(complement)
        match operator.effect:
            case "pass":
                return () if inner else None
            case "plan":
                return self._plan(clause, complement, inner)
            case "agree" | "vow":
                return self._agree(operator.effect, clause, complement, inner)
            case "refuse" | "fail":
                return self._refuse(operator.effect, clause, complement, inner)
            case "order":
                return self._order(clause, inner)
            case "permit":
                return self._permit(clause, inner)
            case "request":
                return self._request(clause, inner)
            case "want":
                other = self.grammar.surface(complement)
                return self._request(clause, inner) if other and not self.same(clause.subjects, other) else None
            case "stop":
                return self._compose("end", clause, inner) or None
            case _:
                return self._threaten(operator.effect, clause, complement, inner)

    def _compose(self, effect: str, clause: Clause, inner: tuple[Draft, ...]) -> tuple[Draft, ...]:
        """The first inner event under an effect, with the operator's subject as actor."""
        actor = self._subject(clause)
        for draft in inner:
            if (result := self.plover.under(effect, draft.type)) is not None:
                self.drafter.consume(inner)
                return (draft.become(result).with_sides(actor, _other(draft, actor), trigger=clause.verb, verb=clause.verb),)
        return ()

    def _subject(self, clause: Clause) -> Heads:
        """Who agrees, refuses or plans; of "is ready to" the subject of "is", of "is expected to" the one expected."""
        if clause.verb.pos == "ADJ":
            return self.grammar.surface(self.tokens[clause.verb.head])
        expected = clause.passive and clause.verb.lemma in self.drafter.classes["planning"]
        return clause.objects if expected else clause.subjects

    def _plan(self, clause: Clause, complement: Token, inner: tuple[Draft, ...]) -> Found:
        if not inner:
            return None
        actor = self._subject(clause)
        changed = (d.become(self.plover.under("agree", d.type)) for d in inner)
        self.drafter.replace(complement, tuple(d.with_sides(d.actor or actor, d.recipient) for d in changed))
        return ()

    def _agree(self, effect: str, clause: Clause, complement: Token, inner: tuple[Draft, ...]) -> Found:
        for name in ("agree", "vow") if effect == "vow" else ("agree",):
            if found := self._compose(name, clause, inner):
                partner = clause.preps.get("with", ())
                return tuple(d.with_sides(d.actor, partner or d.recipient) for d in found)
        return None if inner else self._plain("agree", clause, complement)

    def _refuse(self, effect: str, clause: Clause, complement: Token, inner: tuple[Draft, ...]) -> Found:
        if found := self._compose(effect, clause, inner):
            return found
        silent = complement.lemma in self.drafter.classes["silence"]  # "declined to comment" is the claims layer's
        return None if inner or effect == "fail" or silent else self._plain("refuse", clause, complement)

    def _plain(self, effect: str, clause: Clause, complement: Token) -> Found:
        """An operator over something that is no event of ours: "agreed to set up a court"."""
        result = self.plover.under(effect, None)
        actor = self._subject(clause)
        if result is None or not actor or not self.drafter.acceptable(result.type, actor):
            return None
        under = self.grammar.clause(complement)
        recipient = clause.preps.get("with", ()) or self._actors(under.objects)
        for name in OTHER_PREPS:
            recipient = recipient or self._actors(under.preps.get(name, ()))
        draft = Draft(result.type, result.mode, result.cameo, clause.verb, clause.verb, actor, recipient, {**under.preps, **clause.preps})
        return (draft,)

    def _actors(self, heads: Heads) -> Heads:
        return tuple(t for t in heads if self.phrases.actor(t))

    def _asked(self, clause: Clause) -> Heads:
        """Whom a request is made to: the object, what stands after "on" or "to", the one who is to act."""
        asked = clause.objects
        for name in ASKED_PREPS:
            asked = asked or self._actors(clause.preps.get(name, ()))
        if not asked and clause.complement is not None:
            asked = tuple(t for t in self.grammar.surface(clause.complement) if t not in clause.subjects)
        return asked

    def _request(self, clause: Clause, inner: tuple[Draft, ...]) -> Found:
        if clause.verb.lemma == "call" and not clause.preps.keys() & {"on", "upon", "for"}:
            return None  # "called the king to thank him" is a telephone call
        asked, actor = self._asked(clause), clause.subjects
        result = self.plover.under("request", inner[0].type if inner else None)
        if result is None or not (asked or inner) or not (actor or clause.passive) or not self.drafter.acceptable(result.type, actor):
            return None
        recipient = asked or inner[0].recipient
        return (Draft(result.type, result.mode, result.cameo, clause.verb, clause.verb, actor, recipient, clause.preps),)

    def _order(self, clause: Clause, inner: tuple[Draft, ...]) -> Found:
        """One's own forces do what they are ordered to; others are asked."""
        own = self.drafter.classes["force"] | self.drafter.classes["police"]
        if inner and any(self.grammar.core(t).lemma in own for t in self._asked(clause)):
            self.drafter.consume(inner)
            return tuple(d.with_sides(clause.subjects, d.recipient, trigger=clause.verb, verb=clause.verb) for d in inner)
        return self._request(clause, inner) if clause.verb.lemma == "order" else None

    def _permit(self, clause: Clause, inner: tuple[Draft, ...]) -> Found:
        asked = self._asked(clause)
        if not inner or not asked or not any(self.phrases.involved(t) for t in clause.subjects):
            return None
        self.drafter.consume(inner)
        result = self.plover.under("permit", inner[0].type)
        return (inner[0].become(result).with_sides(clause.subjects, asked, trigger=clause.verb, verb=clause.verb),)

    def _threaten(self, effect: str, clause: Clause, complement: Token, inner: tuple[Draft, ...]) -> Found:
        actor = clause.subjects
        if not actor or not self.drafter.acceptable(EventType.THREATEN, actor):
            return None
        warned = self._actors(clause.objects)
        if effect == "warn" and not warned and not self._own_threat(inner, actor):
            return None
        found = self._compose("threaten", clause, inner) or self._plain("threaten", clause, complement)
        return tuple(d.with_sides(d.actor, warned or d.recipient) for d in found) if found else None

    def _own_threat(self, inner: tuple[Draft, ...], actor: Heads) -> bool:
        """Whether what somebody warns of is a hostile act that he may do himself."""
        return any(d.type in HOSTILE and (not d.actor or self.same(actor, d.actor)) for d in inner)

    def demand(self, modal: Token) -> Draft | None:
        """ "A said that B must go": a request by A to B."""
        verb = self.tokens[modal.head]
        said = self.tokens[verb.head]
        if any(self.tokens[k].dep == "aux" and self.tokens[k].lemma == "have" for k in verb.kids):
            return None  # "must have shot him" is a guess
        if modal.lower not in MUST or verb.dep != "ccomp" or said is verb or said.pos != "VERB":
            return None
        source = self._actors(self.grammar.clause(said).subjects)
        asked = tuple(t for t in self.grammar.surface(verb) if self.phrases.involved(t))
        if not source or not asked or self.same(source, asked):
            return None
        inner = self.drafter.verb(verb) if self.drafter.may(verb) else ()
        result = self.plover.under("request", inner[0].type if inner else None)
        if result is None:
            return None
        self.drafter.consume(inner)
        return Draft(result.type, result.mode, result.cameo, modal, verb, source, asked, {})

    def same(self, one: Heads, other: Heads) -> bool:
        """Whether the others are those who speak: a pronoun, or the same actor."""
        ids = {self.phrases.actor_id(t) for t in one} - {None}
        return any(t in one or t.lower in PERSONAL or self.phrases.actor_id(t) in ids for t in other)


def _other(draft: Draft, actor: Heads) -> Heads:
    """The other side of an inner event."""
    return draft.recipient or tuple(t for t in draft.actor if t not in actor)
