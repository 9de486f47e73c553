"""Which roles an actor has, by what the rules say of it and the encoder hears."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportedly.knowledge.sectors import sectors
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.standing import apart, private
from reportedly.model import ActorKind, MentionForm
from reportedly.text import Parsed

if TYPE_CHECKING:
    from reportedly.knowledge.heads import Array

OUTSIDE = frozenset({"BUS", "EDU", "LAB", "MED", "NGO", "REL"})  # roles of bodies that are none of a state's
PRIVATE = OUTSIDE | {"CVL", "JRN", "OPP", "PTY", "REB", "SOC", "UAF"}


def settle(parsed: Parsed, entities: Iterable[Entity]) -> None:
    """Give each actor the roles that both make likeliest. Countries, and whom knowledge has under the name, keep theirs."""
    open_ = [e for e in entities if e.kind is not ActorKind.COUNTRY and e.known is None and e.leader is None]
    serving = [e for e in open_ if _serves(e)]
    for entity in open_:
        if entity not in serving and not _bare(entity):
            _hear(parsed, entity)
    for entity in serving:
        _serve(parsed, entity)


def _body(entity: Entity) -> Entity | None:
    """The body that a person serves."""
    return next((o for o in entity.owners if o.kind is ActorKind.ORGANISATION), None)


def _serves(entity: Entity) -> bool:
    """Whether a person has no role but that of a body: "the union's leader", "a spokesman for the company"."""
    own = any(m.roles for m in entity.mentions)
    return entity.kind is ActorKind.PERSON and not own and not private(entity) and not apart(entity) and _body(entity) is not None


def _serve(parsed: Parsed, entity: Entity) -> None:
    """Give a person the roles that a private body turns out to have; who serves a state is heard as anybody."""
    body = _body(entity)
    if body is not None and body.roles and body.roles.keys() <= PRIVATE:
        entity.roles = dict(body.roles)
    elif not _bare(entity):
        _hear(parsed, entity)


def _bare(entity: Entity) -> bool:
    """Whether a report gives a person's name and says nothing of who it is: to guess an office would make an official of anybody."""
    return entity.kind is ActorKind.PERSON and bool(entity.named) and not entity.nouns and not entity.roles


def _hear(parsed: Parsed, entity: Entity) -> None:
    known = sectors()
    ruled = known.place(frozenset(entity.roles))
    scores = [*known.scores(vector(parsed, entity), ruled), 0.0]
    scores[ruled] += sum(known.trust.get(clue, 0.0) for clue in trust_clues(entity))
    heard = [n for n, roles in enumerate(known.sets) if not (_outside(entity) and "GOV" in roles)]
    best = max((*heard, ruled), key=scores.__getitem__)
    if best != ruled:
        _note(parsed, entity, known.sets[best], scores[best] - scores[ruled])
        entity.roles = dict.fromkeys(known.sets[best])


def _outside(entity: Entity) -> bool:
    """Whether a body's own words say that it is none of a state's: an institute is no government, whoever speaks of it."""
    own = {role for m in entity.mentions for role in m.roles}
    return entity.kind is ActorKind.ORGANISATION and entity.named and bool(own) and own <= OUTSIDE


def _note(parsed: Parsed, entity: Entity, roles: Sequence[str], odds: float) -> None:
    if parsed.notes is not None:
        told = f"roles {', '.join(roles) or 'none'}: by both, {odds:+.1f} against {', '.join(entity.roles) or 'none'}"
        parsed.notes.add(parsed.tokens[entity.mentions[0].head].start, "actor", told)


def vector(parsed: Parsed, entity: Entity) -> Array:
    """The mean of the vectors of the mentions that say something of an actor: names and nominals, where it has any."""
    import numpy as np

    vectors = parsed.vectors
    assert vectors is not None
    told = [m for m in entity.mentions if m.form is not MentionForm.PRONOUN] or entity.mentions
    found: Array = np.mean([vectors[m.first : m.last + 1].mean(0) for m in told], 0)
    return found


def trust_clues(entity: Entity) -> list[str]:
    """What says how far the rules' roles are to be trusted: how they came by them, and how the actor is spoken of."""
    if any(m.roles for m in entity.mentions):
        how = "own words"
    elif private(entity):
        how = "private"
    else:
        how = "inherited" if entity.roles else "none"
    several = ["several"] if len(entity.roles) > 1 else []
    return ["rules", how, entity.sort, entity.form, f"{how}, {entity.form}", *several]
