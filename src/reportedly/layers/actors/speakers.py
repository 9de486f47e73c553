"""Whose "I" and "we" stand in a quotation or a statement: those of whoever is said to speak it."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.knowledge.actor_frames import actor_frames
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import Found
from reportedly.layers.statements import ONE, SEVERAL, issues, speaker_of, statements
from reportedly.model import ActorKind, MentionForm
from reportedly.text import Parsed
from reportedly.text.parsed import Token
from reportedly.text.quotes import Quotation

NEAR = 14  # tokens between a quotation and the verb that says whose it is


def speakers(parsed: Parsed, of: dict[int, Entity]) -> dict[int, Entity]:
    """Give each speaker, or whom the speaker speaks for, the first-person pronouns of their quotations and statements.

    Says, by the token of each, whose is what "my" and "our" stand before: "our forces" are the speaker's where he speaks for nobody.
    """
    asked: dict[int, Entity | None] = {}
    owners: dict[int, Entity] = {}
    stated, issuer = _stated(parsed, of), _issuer(parsed, of)
    for t in parsed.tokens:
        if t.pos != "PRON" or t.lower not in ONE and t.lower not in SEVERAL:
            continue
        if (quotation := parsed.quotation_at(t)) is None:
            speaker = stated.get(t.i) or issuer(t.i)
        else:
            start = quotation.span.start
            if start not in asked:
                asked[start] = _speaker(parsed, quotation, of)
            speaker = asked[start]
        if (actor := _meant(speaker, t)) is not None:
            actor.add(Found(first=t.i, last=t.i, head=t.i, form=MentionForm.PRONOUN, kind=None, plural=t.lower in SEVERAL))
        if (owner := actor or speaker) is not None:
            owners[t.i] = owner
    return owners


def _stated(parsed: Parsed, of: dict[int, Entity]) -> dict[int, Entity]:
    """Who speaks, by the tokens of statements that stand without marks."""
    found: dict[int, Entity] = {}
    for statement in statements(parsed):
        who = speaker_of(parsed, statement)
        if who is not None and (entity := of.get(who.i)) is not None:
            found |= {k: entity for first, last in statement.pieces for k in range(first, last + 1)}
    return found


def _issuer(parsed: Parsed, of: dict[int, Entity]) -> Callable[[int], Entity | None]:
    """Whose the words at a token are that nobody else is said to speak: the last to issue what follows."""
    found = [(i.after, entity) for i in issues(parsed) if (entity := of.get(i.who)) is not None]
    return lambda k: next((entity for after, entity in reversed(found) if after < k), None)


def _meant(speaker: Entity | None, t: Token) -> Entity | None:
    """The speaker for "I"; for "we" whom a spokesman or an officer of it speaks for."""
    if speaker is None or t.lower in ONE:
        return speaker if speaker is None or speaker.kind is ActorKind.PERSON else None
    if speaker.kind is not ActorKind.PERSON:
        return speaker
    owners = [e for e in speaker.owners if e.kind in (ActorKind.ORGANISATION, ActorKind.COUNTRY)]
    return owners[0] if owners else None


def _speaker(parsed: Parsed, quotation: Quotation, of: dict[int, Entity]) -> Entity | None:
    """The subject of the verb of saying nearest the quotation, in its own paragraph and outside its marks."""
    inside = parsed.tokens_in(quotation.span)
    if not inside:
        return None
    first, last = inside[0].i, inside[-1].i
    best: tuple[int, Entity] | None = None
    for k in [*range(first - 1, first - NEAR, -1), *range(last + 1, last + NEAR)]:
        if not 0 <= k < len(parsed.tokens) or parsed.tokens[k].para != inside[0].para:
            continue
        t = parsed.tokens[k]
        if t.pos != "VERB" or t.lemma not in actor_frames().mind or parsed.quotation_at(t) is not None:
            continue
        subject = parsed.child(t, "nsubj")
        entity = of.get(subject.i) if subject else None
        away = min(abs(k - first), abs(k - last))
        if entity and (best is None or away < best[0]):
            best = (away, entity)
    return best[1] if best else None
