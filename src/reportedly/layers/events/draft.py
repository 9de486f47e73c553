"""A draft: an event before its spans are written."""

from __future__ import annotations

import msgspec

from reportedly.knowledge.plover import Result
from reportedly.model import Event, EventType, Status
from reportedly.text import Token

COOPERATIVE = frozenset({EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID, EventType.RETREAT, EventType.CONCEDE})
VIOLENT = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.MOBILIZE, EventType.COERCE})  # weapons and unnamed crowds act too
HOSTILE = VIOLENT | {EventType.SANCTION, EventType.THREATEN}
SAID = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.SUPPORT, EventType.THREATEN})  # done by saying so

type Heads = tuple[Token, ...]
type Preps = dict[str, Heads]


class Draft(msgspec.Struct, frozen=True, gc=False):
    """Heads of the participants, the verb whose clause holds the event, and what stands after the prepositions there.

    `status` stands where the act itself decides it, `of` is the word whose status the event has where that is not the
    trigger, `harms` are verbs of harm folded into an attack, each with whom it harmed.
    """

    type: EventType
    mode: str | None
    cameo: str
    trigger: Token
    verb: Token | None
    actor: Heads
    recipient: Heads
    preps: Preps
    status: Status | None = None
    harms: tuple[tuple[Token, Heads], ...] = ()
    of: Token | None = None

    def become(self, result: Result | None) -> Draft:
        """The draft as what it becomes under another act; unchanged where that is None."""
        return self if result is None else msgspec.structs.replace(self, type=result.type, mode=result.mode, cameo=result.cameo)

    def with_sides(self, actor: Heads, recipient: Heads, *, trigger: Token | None = None, verb: Token | None = None) -> Draft:
        """The draft with other participants, and under another word where one is given."""
        return msgspec.structs.replace(
            self, actor=actor, recipient=recipient, trigger=trigger or self.trigger, verb=verb or self.verb, of=None if trigger else self.of
        )


type Row = tuple[Draft, Event]  # an event and what it was made of
