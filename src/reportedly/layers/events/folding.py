"""One happening told in two words of a sentence: "attacked a base, killing 26", "an airstrike killed a worker"."""

from __future__ import annotations

import msgspec

from reportedly.knowledge.event_rows import event_classes
from reportedly.knowledge.event_words import event_words
from reportedly.layers.events.clauses import Grammar
from reportedly.layers.events.draft import Draft
from reportedly.model import EventType
from reportedly.text import Token

MEANS = ("in", "by", "during", "from", "of", "under")  # what stands between a harm and the attack that did it


def folded(drafts: list[Draft], grammar: Grammar) -> list[Draft]:
    """The drafts with each harm folded into the attack that did it."""
    told = {d.trigger.i for d in drafts}
    drafts = [_renamed(d, grammar, told) for d in drafts]
    attacks = {d.trigger.i: d for d in drafts if d.type is EventType.ASSAULT}
    gone: set[int] = set()
    for harm in [d for d in attacks.values() if _is_harm(d) or any(grammar.core(a).i in attacks for a in d.actor)]:
        if (left := _leaving(harm, attacks, grammar)) is not None and left.trigger.i not in gone:
            attacks[left.trigger.i] = msgspec.structs.replace(
                left, recipient=left.recipient or harm.recipient[:1], verb=left.verb or harm.verb
            )
            gone.add(harm.trigger.i)
            continue
        attack = _attack(harm, attacks, grammar)
        if attack is not None and attack.trigger.i not in gone and attack.trigger is not harm.trigger:
            attacks[attack.trigger.i] = _with_harm(attack, harm)
            gone.add(harm.trigger.i)
    return [attacks.get(d.trigger.i, d) if d.type is EventType.ASSAULT else d for d in drafts if d.trigger.i not in gone]


def _is_harm(draft: Draft) -> bool:
    return draft.type is EventType.ASSAULT and draft.trigger.lemma in event_classes()["harm"]


def _renamed(harm: Draft, grammar: Grammar, told: set[int]) -> Draft:
    """ "Two were killed in a clash" tells of the clash, where nothing else does."""
    if harm.actor or not _is_harm(harm):
        return harm
    for noun in (grammar.core(t) for name in ("in", "during") for t in harm.preps.get(name, ())):
        frame = next((f for f in event_words().nouns.get(noun.lemma, ()) if f.type is EventType.ASSAULT), None)
        if frame is not None and noun.i not in told:
            toll = (*harm.harms, (harm.trigger, harm.recipient))
            return msgspec.structs.replace(harm, trigger=noun, mode=frame.mode, cameo=frame.cameo, harms=toll, of=harm.trigger)
    return harm


def _attack(harm: Draft, attacks: dict[int, Draft], grammar: Grammar) -> Draft | None:
    """The attack that a harm came of: its subject, what stands after "in" or "by", or the clause it hangs on."""
    means = (t for name in MEANS for t in harm.preps.get(name, ()))
    for t in (*harm.actor, *means):
        if (found := attacks.get(grammar.core(t).i)) is not None:
            return found
    return _above(harm, attacks, grammar)


def _leaving(harm: Draft, attacks: dict[int, Draft], grammar: Grammar) -> Draft | None:
    """The attack that "left twelve dead and thirty wounded"; the counts are read off its clause."""
    above = grammar.tokens[harm.trigger.head]
    if above.lemma != "leave" or harm.trigger.dep not in {"ccomp", "xcomp", "oprd"}:
        return None
    return next((attacks[s.i] for t in grammar.surface(above) if (s := grammar.core(t)).i in attacks), None)


def _above(harm: Draft, attacks: dict[int, Draft], grammar: Grammar) -> Draft | None:
    """The attack whose clause has the harm as a participle: "stormed the camp, killing ten and wounding six"."""
    verb = harm.trigger
    while verb.dep == "conj" and verb.head != verb.i and grammar.tokens[verb.head].tag == verb.tag:
        verb = grammar.tokens[verb.head]
    if verb.dep not in {"advcl", "xcomp", "acl"} or verb.tag != "VBG":
        return None
    return next((a for a in attacks.values() if not _is_harm(a) and verb.head in {(a.verb or a.trigger).i, a.trigger.i}), None)


def _with_harm(attack: Draft, harm: Draft) -> Draft:
    """The attack with those it harmed; they are its recipients where it names none."""
    own: tuple[Token, ...] = tuple(t for t in harm.actor if not attack.trigger.left <= t.i <= attack.trigger.right)
    return msgspec.structs.replace(
        attack,
        actor=attack.actor or own,
        recipient=attack.recipient or harm.recipient,
        harms=(*attack.harms, *harm.harms, *([(harm.trigger, harm.recipient)] if _is_harm(harm) else [])),
        verb=attack.verb or harm.verb,
    )
