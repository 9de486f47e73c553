"""When and where an act is put: in its phrase, in its clause, in the clause above."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.knowledge.plover import Plover
from reportedly.layers.base import Facts
from reportedly.layers.events.draft import Draft, Heads
from reportedly.layers.events.phrases import Phrases
from reportedly.model import EventTime, Place, PlaceUse, Time, TimeType
from reportedly.text import Parsed, Token

PLACE_PREPS = ("in", "at", "near", "to", "on", "for", "along", "across", "into", "within", "inside", "from")
PLACE_DEPS = frozenset({"pobj", "dobj", "compound", "conj", "appos", "nmod", "poss"})
NAMED_PLACES = frozenset({"GPE", "LOC"})
LONG = frozenset({TimeType.DURATION, TimeType.SET})  # no day of an act, unless their days are known
VERBAL = frozenset({"VERB", "AUX"})
CLAUSES_ON_NOUNS = frozenset({"relcl", "acl"})
IN_PHRASE, IN_CLAUSE, ABOVE = range(3)
RANKS = ("in its phrase", "in its clause", "in a clause above it")


class Circumstances:
    """The times and places of one report."""

    def __init__(self, parsed: Parsed, facts: Facts, phrases: Phrases, plover: Plover) -> None:
        self.parsed, self.tokens, self.phrases, self.plover = parsed, parsed.tokens, phrases, plover
        self._times = self._by_sentence(t for t in facts.times if t.type not in LONG or t.start is not None)
        self._places = self._by_sentence(p for p in facts.places if p.use is PlaceUse.LITERAL)
        self._cues = {t.i for c in facts.claims for s in c.cue.spans for t in parsed.tokens_in(s)}

    def _by_sentence[T: (Time, Place)](self, records: Iterable[T]) -> dict[int, list[tuple[Token, T]]]:
        found: dict[int, list[tuple[Token, T]]] = {}
        for record in records:
            if record.spans and (token := self.parsed.token_at(record.spans[0].start)) is not None:
                found.setdefault(token.sent, []).append((token, record))
        return found

    def verb(self, draft: Draft) -> Token | None:
        """The verb whose clause holds the draft: its own, else the nearest above its trigger."""
        if draft.verb is not None:
            return draft.verb
        return next((t for t in self.parsed.ancestors(draft.trigger) if t.pos in VERBAL), None)

    def time(self, draft: Draft, verb: Token | None) -> EventTime | None:
        """The nearest time that does not tell when something was said."""
        rows = ((self._nearness(token, draft, verb), n, time) for n, (token, time) in enumerate(self._times.get(draft.trigger.sent, [])))
        best = min(((rank, n, time) for rank, n, time in rows if rank is not None), key=lambda row: row[:2], default=None)
        if best is None:
            return None
        self._note(draft, "time", best[2].text, best[0])
        return EventTime(id=best[2].id, start=best[2].start, end=best[2].end)

    def place(self, draft: Draft, verb: Token | None) -> str | None:
        """The nearest place; of those equally near in the grammar first one that is on the map."""
        here = [(token, place) for token, place in self._places.get(draft.trigger.sent, []) if token.dep in PLACE_DEPS]
        rows = ((self._nearness(token, draft, verb), p.lat is None, abs(token.i - draft.trigger.i), p.id, p.text) for token, p in here)
        best = min(((rank, off, far, place, words) for rank, off, far, place, words in rows if rank is not None), default=None)
        if best is None:
            return None
        self._note(draft, "place", best[4], best[0])
        return best[3]

    def _note(self, draft: Draft, what: str, words: str, rank: int) -> None:
        if self.parsed.notes is not None:
            self.parsed.notes.add(draft.trigger.start, "event", f"{what} {words!r}: the nearest {RANKS[rank]}")

    def _nearness(self, token: Token, draft: Draft, verb: Token | None) -> int | None:
        """How near a time or place stands to the act; None where it belongs to another act or to a reporting clause."""
        if draft.trigger.left <= token.i <= draft.trigger.right and not self._in_another_act(token, draft.trigger):
            return IN_PHRASE
        own = self._clause_of(token)
        if own is not None and own in {verb.i if verb is not None else None, *(harm.i for harm, _ in draft.harms)}:
            return IN_CLAUSE
        if own is None or own in self._cues:
            return None
        return ABOVE if any(t.i == own for t in self.parsed.ancestors(verb or draft.trigger)) else None

    def _in_another_act(self, token: Token, verb: Token) -> bool:
        """Whether a clause on a noun holds it, below a verb: "freed a man who was jailed {in 2009}", "he, born {in 1951}, met"."""
        if verb.pos not in VERBAL:
            return False
        for above in self.parsed.ancestors(token):
            if above.i == verb.i:
                return False
            if above.dep in CLAUSES_ON_NOUNS and above.pos in VERBAL:
                return True
        return False

    def _clause_of(self, token: Token) -> int | None:
        return next((t.i for t in self.parsed.ancestors(token) if t.pos in VERBAL), None)

    def stand_in(self, draft: Draft) -> Heads:
        """The country or town that stands for a recipient who is not named: "declared a curfew in the capital"."""
        if not self.plover.types[draft.type].place:
            return ()
        for name in PLACE_PREPS:
            if found := tuple(t for t in draft.preps.get(name, ()) if self.phrases.place(t) and t not in draft.actor):
                return found
        return self._below(draft)

    def _below(self, draft: Draft) -> Heads:
        """A named place deeper in the clause, for phrases that the parse hangs on another word."""
        head = draft.verb or draft.trigger
        own = self._own(self.verb(draft) or draft.trigger)
        for t in self.tokens[draft.trigger.i + 1 : max(head.right, draft.trigger.right) + 1]:
            if t.dep == "pobj" and t.ent in NAMED_PLACES and self.tokens[t.head].lower in PLACE_PREPS and self._clause_of(t) in own:
                return (t,)
        return ()

    def _own(self, head: Token) -> set[int | None]:
        """A clause and the clauses that complete it."""
        completing = self.parsed.children(head, "xcomp")
        return {head.i, *(t.i for t in self.parsed.children(head, "xcomp", "advcl")), *(k for t in completing for k in t.kids)}
