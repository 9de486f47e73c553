"""Which recipients are somebody: what is demanded or promised is no side of an event; whoever it belongs to is."""

from __future__ import annotations

import re

import msgspec

from reportedly.knowledge.event_rows import event_classes
from reportedly.layers.events.draft import Row
from reportedly.layers.events.phrases import Phrases
from reportedly.model import EventType
from reportedly.text import Token

# Acts towards somebody. Others are done to things too: a depot is shelled, a newspaper closed, a law condemned, a plan rejected.
TOWARDS_SOMEBODY = frozenset(EventType(name) for name in "CONCEDE CONSULT COOPERATE MOBILIZE PROTEST REQUEST SUPPORT THREATEN".split())
BELONGING = frozenset({"poss", "pobj", "amod", "compound", "nmod", "appos"})
COUNTED = frozenset("both all others those some many several one anyone anybody everyone everybody whoever".split())
NOBODY = frozenset({"nobody", "nothing", "none", "neither"})
AGENTS = re.compile(r".{3,}(?:ist|eer|ian|ee|man|woman|person|people|folk|[bcdfgklmnprstvz](?:er|or))$")  # endings of nouns of persons


def addressed(rows: list[Row], phrases: Phrases) -> list[Row]:
    """The events, without recipients that are nobody."""
    return [row if _stands(row, phrases) else (row[0], msgspec.structs.replace(row[1], recipient=None)) for row in rows]


def _stands(row: Row, phrases: Phrases) -> bool:
    draft, event = row
    side = event.recipient
    if side is None or side.ids or not draft.recipient:
        return True
    if all(t.lower in NOBODY for t in draft.recipient):
        return False
    return event.type not in TOWARDS_SOMEBODY or any(somebody(t, phrases) for t in draft.recipient)


def somebody(token: Token, phrases: Phrases) -> bool:
    """Whether a phrase names somebody, or what belongs to or was done by somebody: "the army's demand", "the killing of monks"."""
    left, right = phrases.reach(token)
    inside = (t for t in phrases.parsed.tokens[left : right + 1] if t.dep in BELONGING and not phrases.only_where(t))
    return _is_somebody(token, phrases) or any(phrases.actor(t) for t in inside)


def _is_somebody(token: Token, phrases: Phrases) -> bool:
    if phrases.actor(token) or token.pos in {"PROPN", "NUM"} or token.lower in COUNTED:
        return True
    lemma = phrases.core(token).lemma.lower()
    return lemma in event_classes()["somebody"] or AGENTS.search(lemma) is not None
