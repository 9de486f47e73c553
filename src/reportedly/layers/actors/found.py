"""A phrase that may stand for an actor, before it is known which."""

from __future__ import annotations

import msgspec

from reportedly.knowledge.leaders import Leader
from reportedly.knowledge.organisations import Organisation
from reportedly.layers.actors.offices import Office
from reportedly.model import ActorKind, MentionForm

NOBODY = -1  # stands where a token index is asked for and there is none


class Found(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A mention: tokens `[first, last]`, both inclusive, about `head`.

    `core` is what identifies it, in small letters: a name without titles, or a nominal's modifiers and head noun.
    `bare` is an organisation's name without the country that it begins with; () where that leaves one word.
    `nouns` are the role nouns in it ("minister"), the last the head. `owner` is the token of whom it belongs to.
    `det` is "the", "a", "poss" or "". `gender` is "m", "f" or "". `country` is what its own words say. `known` is the
    organisation and `leader` the office-holder that knowledge has under the name; `offices` are a person's.
    `covers` is the first token that makes no nominal of its own, role words before a name included.
    """

    first: int
    last: int
    head: int
    form: MentionForm
    kind: ActorKind | None
    core: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    det: str = ""
    plural: bool = False
    gender: str = ""
    country: str | None = None
    roles: tuple[str, ...] = ()
    owner: int = NOBODY
    covers: int = NOBODY
    known: Organisation | None = None
    leader: Leader | None = None
    offices: tuple[Office, ...] = ()
