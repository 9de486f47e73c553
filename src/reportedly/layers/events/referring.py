"""Whose "the sanctions" are: a side that is named by what somebody did stands for who did it."""

from __future__ import annotations

import msgspec

from reportedly.knowledge.event_rows import event_classes
from reportedly.knowledge.event_words import event_words
from reportedly.layers.events.draft import Row
from reportedly.model import Event, EventType, Participant
from reportedly.text import Parsed, Token

ABOUT_ACTS = frozenset({EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT})
POINTING = frozenset({"the", "this", "that", "these", "those"})


def referred(rows: list[Row], parsed: Parsed) -> list[Row]:
    """The events, each recipient that only points back to an earlier act with the id of who did it."""
    found: list[Row] = []
    for draft, event in rows:
        head = next(iter(draft.recipient), None)
        side = event.recipient
        bare = head is not None and side is not None and not side.ids and event.type in ABOUT_ACTS and _points(parsed, head)
        found.append((draft, _with_doer(event, head, side, found) if bare and head is not None and side is not None else event))
    return found


def _points(parsed: Parsed, head: Token) -> bool:
    """Whether a phrase is a bare "the sanctions", "this move"."""
    kids = [parsed.tokens[k] for k in head.kids]
    return any(k.dep == "det" and k.lower in POINTING for k in kids) and not any(k.dep in {"poss", "prep", "relcl", "acl"} for k in kids)


def _with_doer(event: Event, head: Token, side: Participant, before: list[Row]) -> Event:
    types = {frame.type for frame in event_words().nouns.get(head.lemma, ())}
    own = set(event.actor.ids) if event.actor is not None else set()
    for _, earlier in reversed(before):
        doer = earlier.actor
        if doer is not None and doer.ids and not set(doer.ids) & own and (earlier.type in types or head.lemma in event_classes()["act"]):
            return msgspec.structs.replace(event, recipient=msgspec.structs.replace(side, id=doer.ids[0], ids=doer.ids))
    return event
