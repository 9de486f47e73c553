"""The status layer: every predicate with what the report commits to about it.

A predicate is the head of a clause: a verb that is no auxiliary, a predicate adjective, a noun that names an event. Its
standing is found from above: what its governor does to it (knowledge/status.toml), then what stands with it.
"""

from __future__ import annotations

import msgspec

from reportedly.knowledge.status import Standing, StatusKnowledge, status_knowledge
from reportedly.layers.base import Facts, Layer
from reportedly.layers.status.edges import outer
from reportedly.layers.status.frames import frame_of
from reportedly.layers.status.hearing import heard
from reportedly.layers.status.local import NO_SIGNS, Signs, noun_standing, shared, signs, stand
from reportedly.layers.status.nouns import names_event
from reportedly.layers.status.standing import by_denial, real, under
from reportedly.model import Predicate, Stance
from reportedly.text import Parsed, Sentence, Token

STANCES = {
    Stance.DENIES: "denial",
    Stance.DESIRES: "desire",
    Stance.REQUESTS: "request",
    Stance.PROPOSES: "hypothesis",
    Stance.EXPECTS: "expectation",
    Stance.ASKS: "asking",
    Stance.BELIEVES: "belief",
}
COPULAR = frozenset({"acomp", "attr", "ROOT", "ccomp", "xcomp", "conj", "advcl", "oprd"})


def run(parsed: Parsed, facts: Facts) -> Facts:
    """Adds `predicates`, in reading order."""
    found = by_rules(parsed, facts)
    return msgspec.structs.replace(facts, predicates=found if parsed.encoded is None else heard(parsed, found))


def by_rules(parsed: Parsed, facts: Facts) -> tuple[Predicate, ...]:
    """The predicates by the rules alone."""
    known = status_knowledge()
    n = len(parsed.tokens)
    own, above = [known.plain["happened"]] * n, [known.plain["happened"]] * n
    seen = [NO_SIGNS] * n
    stances = _claimed(parsed, facts)
    found: list[Predicate] = []
    for sentence in parsed.sentences:
        _sentence(parsed, known, sentence, stances, own, above, seen)
        here = parsed.tokens[sentence.first : sentence.last + 1]
        found.extend(_predicate(parsed, t, own[t.i]) for t in here if is_predicate(t))
    return tuple(found)


def _predicate(parsed: Parsed, t: Token, standing: Standing) -> Predicate:
    words = parsed.words((t.i, t.i))
    return Predicate(spans=words.spans, text=words.text, lemma=t.lemma, status=standing.status, certainty=standing.certainty)


def is_predicate(t: Token) -> bool:
    """Whether a token heads a clause or names an event."""
    if t.pos == "VERB":
        return t.dep not in {"aux", "auxpass", "case", "amod"} or t.tag in {"VBG", "VBN"} and t.dep == "amod"
    if t.pos == "AUX":
        return t.dep not in {"aux", "auxpass"}
    if t.pos == "ADJ":
        return t.dep in COPULAR
    return t.pos == "NOUN" and (t.dep == "attr" or names_event(t))


def _claimed(parsed: Parsed, facts: Facts) -> dict[int, Stance]:
    """The stance of the claim whose content a token heads; the innermost claim has the last word."""
    found: dict[int, Stance] = {}
    claims = sorted(facts.claims, key=lambda c: -sum(s.end - s.start for s in c.content.spans))
    for claim in claims:
        if claim.stance not in STANCES:
            continue
        inside = [t for s in claim.content.spans for t in parsed.tokens_in(s)]
        indices = {t.i for t in inside}
        for t in inside:
            if t.head == t.i or t.head not in indices:
                found[t.i] = claim.stance
    return found


def _sentence(
    parsed: Parsed,
    known: StatusKnowledge,
    sentence: Sentence,
    stances: dict[int, Stance],
    own: list[Standing],
    above: list[Standing],
    seen: list[Signs],
) -> None:
    """Fills `own` and `above` for a sentence, governors before dependents."""
    tokens = parsed.tokens
    asked = tokens[sentence.last].text == "?" or (sentence.last > sentence.first and tokens[sentence.last - 1].text == "?")
    stack = [t.i for t in tokens[sentence.first : sentence.last + 1] if t.head == t.i]
    while stack:
        t = tokens[stack.pop()]
        stack.extend(t.kids)
        over = known.plain["question" if asked else "happened"] if t.head == t.i else outer(parsed, known, own, above, t)
        if (stance := stances.get(t.i)) is not None:
            over = _by_stance(known, over, stance)
        above[t.i] = own[t.i] = over
        if t.pos == "VERB" or t.pos == "AUX" or t.pos == "ADJ":
            here = signs(parsed, known, t)
            if t.dep == "conj":
                here = shared(parsed, t, here, seen[t.head])
            seen[t.i] = here
            own[t.i] = stand(known, over, here)
        elif t.pos == "NOUN" and t.kids:
            own[t.i] = noun_standing(parsed, known, over, t)
        if parsed.notes is not None:
            parsed.notes.add(t.start, "status", _reason(parsed, known, t, over, own[t.i], seen[t.i], stance))


def _reason(parsed: Parsed, known: StatusKnowledge, t: Token, over: Standing, own: Standing, signs: Signs, stance: Stance | None) -> str:
    """What a word's governor, the claim about it and its own signs make of it."""
    head = parsed.tokens[t.head]
    frame = frame_of(parsed, known, head) if t.head != t.i else None
    opened = f", which opens the frame {frame.name!r}" if frame is not None else ""
    above = "it heads its sentence" if t.head == t.i else f"{t.dep} of {head.text!r}{opened}"
    told = f"; a claim that {stance} holds it" if stance is not None else ""
    here = ("det", "amod") if t.pos == "NOUN" else ()
    words = [k.text for k in parsed.children(t, *here)] if here else []
    said = words + ["negated"] * signs.negation + ["hardly"] * signs.few + [*filter(None, [signs.modal]), *signs.frames]
    own_signs = f"; its own signs: {', '.join(said)}" if said else ""
    return f"{t.text!r}: {above}{told}: {over.status} ({over.certainty:+g}){own_signs}; so {own.status} ({own.certainty:+g})"


def _by_stance(known: StatusKnowledge, over: Standing, stance: Stance) -> Standing:
    if stance is Stance.DENIES:
        return by_denial(known, over)
    return under(over, known.frames[STANCES[stance]]) if real(over) else over


LAYER = Layer(name="status", version="1", requires=frozenset({"claims"}), provides=frozenset({"predicates"}), run=run)
