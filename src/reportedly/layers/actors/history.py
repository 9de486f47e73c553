"""What has been spoken of so far, and how much each mention offers itself to a pronoun."""

from __future__ import annotations

import msgspec

from reportedly.knowledge.actor_frames import actor_frames
from reportedly.knowledge.actor_nouns import actor_nouns
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import Found
from reportedly.model import ActorKind
from reportedly.text import Parsed
from reportedly.text.parsed import Token

# Weights in points, set on the GAP development set and the corpus.
WINDOW = 3  # sentences back that a pronoun may look; 5 measured no better
LATEST = 30  # mentions looked at, the latest first
RECENCY = (0.0, -26.0, -54.0, -76.0)  # by sentences back
SUBJECT, OBJECT, POSSESSOR, OTHER = 28.0, 18.0, 14.0, 6.0
SPEAKER = 42.0  # subject of a verb of saying or thinking that governs the pronoun's clause
NESTED = -12.0  # "Peru" in "Peru's army", which is an actor itself
RELATIVE = 14.0  # followed by "who" as a subject
SAME_PART = 8.0  # subject for subject, object for object
AGREES = 4.0  # the gender is known, and the same
NAMED = 8.0
THING = -4.0  # a noun that is no actor, for "it" and "they"
OFTEN = 4.0  # for each earlier mention, up to four
NEW_PARAGRAPH = -6.0
UNLIKELY = -30.0  # an organisation for "they", a country for "it" in a quotation
SAID = frozenset({"ccomp", "xcomp", "dobj", "prep"})  # what verbs of saying and thinking govern
AHEAD = 10.0  # with less than this behind it, a pronoun may look ahead to the subject of its sentence
LEAST = -60.0  # below this there is no antecedent


class Spoken(msgspec.Struct, frozen=True, gc=False):
    """A mention in the history; `entity` is None for a thing that is no actor but may be meant by "it" or "they"."""

    found: Found
    entity: Entity | None


class History:
    """The mentions of a report so far, in reading order."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed, self.tokens = parsed, parsed.tokens
        self.spoken: list[Spoken] = []
        self.mind, self.nouns = actor_frames().mind, actor_nouns()

    def add(self, found: Found, entity: Entity | None) -> None:
        """Take note of a mention."""
        self.spoken.append(Spoken(found, entity))

    def antecedent(self, pronoun: Found, named: dict[int, Entity]) -> Entity | None:
        """The actor that a pronoun most likely stands for; None where it is no actor or nobody fits.

        `named` has the actors by the head tokens of their names, those further on included.
        """
        t = self.tokens[pronoun.head]
        minds = self._minds(t)
        thinks = self._thinks(t)
        best: tuple[float, Spoken] | None = None
        for spoken in self.spoken[: -LATEST - 1 : -1]:
            back = t.sent - self.tokens[spoken.found.head].sent
            if back > WINDOW:
                break
            if back < 0:
                continue  # the body, for a pronoun in the headline
            if spoken.entity is None and thinks or minds.get(spoken.found.head):
                continue
            if self._agrees(pronoun, spoken) and not self._bound(t, spoken.found):
                score = self._score(t, pronoun, spoken, back, minds, named)
                if best is None or score > best[0]:
                    best = (score, spoken)
        if best is None or best[0] < AHEAD:
            return self._ahead(t, pronoun, named) or (best[1].entity if best and best[0] > LEAST else None)
        return best[1].entity

    def _ahead(self, t: Token, pronoun: Found, named: dict[int, Entity]) -> Entity | None:
        """The named subject that a fronted phrase looks forward to: "In his speech, Ana Ruiz said"."""
        for above in self.parsed.ancestors(t):
            subject = self.parsed.child(above, "nsubj", "nsubjpass")
            if subject and subject.i > t.i and (entity := named.get(subject.i)):
                fits = self._agrees(pronoun, Spoken(entity.mentions[0], entity))
                return entity if fits else None
        return None

    def _agrees(self, pronoun: Found, spoken: Spoken) -> bool:
        entity, found = spoken.entity, spoken.found
        if entity is None:
            return pronoun.kind is None and found.plural == pronoun.plural
        if pronoun.kind is ActorKind.PERSON:
            return entity.kind is ActorKind.PERSON and not (entity.gender and entity.gender != pronoun.gender)
        if entity.kind is ActorKind.PERSON:
            return False
        if pronoun.plural:
            return entity.plural or entity.kind in (ActorKind.GROUP, ActorKind.POPULATION, ActorKind.ORGANISATION)
        return not entity.plural

    def _thinks(self, t: Token) -> bool:
        """Whether only an actor can be meant: who says or thinks, or has a leader or a spokesman."""
        governor = self.tokens[t.head]
        if t.dep == "poss":
            noun = self.nouns.get(governor.lemma)
            return noun is not None and noun.kind is ActorKind.PERSON
        says = t.dep == "nsubj" and governor.pos == "VERB" and governor.lemma in self.mind
        return says and any(self.tokens[k].dep in SAID for k in governor.kids)

    def _bound(self, t: Token, found: Found) -> bool:
        """Whether grammar forbids it: the pronoun stands within the phrase, or both are arguments of one verb."""
        if found.first <= t.i <= found.last:
            return True
        if t.dep == "poss" or t.lower.endswith(("self", "selves")):
            return False
        if _clause(self.tokens, t) == _clause(self.tokens, self.tokens[found.head]) and t.dep != self.tokens[found.head].dep:
            return True
        verb = _clause(self.tokens, t)
        return verb >= 0 and t.dep != "nsubj" and self._subject(self.tokens[verb]) == found.head

    def _subject(self, verb: Token) -> int:
        """The subject of a verb: its own, that of the verb it is joined to, or what its "who" stands for; -1 where none."""
        for _ in range(4):
            if subject := self.parsed.child(verb, "nsubj", "nsubjpass"):
                if subject.tag in ("WP", "WDT") and verb.dep == "relcl":
                    return verb.head
                return subject.i
            if verb.dep == "relcl" or verb.dep not in ("conj", "advcl") or verb.dep == "advcl" and verb.tag != "VBG":
                return -1
            verb = self.tokens[verb.head]
        return -1

    def _minds(self, t: Token) -> dict[int, bool]:
        """The subjects of verbs of saying and thinking above a token, and whether they speak in a quotation about it."""
        subjects: dict[int, bool] = {}
        quotation = self.parsed.quotation_at(t)
        for above in self.parsed.ancestors(t):
            if above.lemma in self.mind and above.pos == "VERB" and (subject := self._subject(above)) not in (-1, t.i):
                subjects[subject] = quotation is not None and self.parsed.quotation_at(self.tokens[subject]) is None
        return subjects

    def _score(self, t: Token, pronoun: Found, spoken: Spoken, back: int, minds: dict[int, bool], named: dict[int, Entity]) -> float:
        found, entity = spoken.found, spoken.entity
        other = self.tokens[found.head]
        score = RECENCY[back] + _part(self.tokens, other) + (SAME_PART if other.dep == t.dep else 0.0)
        if any(k.dep == "relcl" and (s := self.parsed.child(k, "nsubj")) and s.tag in ("WP", "WDT") for k in self.parsed.children(other)):
            score += RELATIVE
        if found.head in minds:
            score += SPEAKER if not pronoun.plural or found.plural else 0.0
        if other.dep == "poss" and other.head in named:
            score += NESTED
        if other.para != t.para:
            score += NEW_PARAGRAPH
        if entity is None:
            return score + THING
        score += OFTEN * min(4, len(entity.mentions)) + (NAMED if entity.named else 0.0)
        if pronoun.gender and entity.gender == pronoun.gender:
            score += AGREES
        if pronoun.plural and not entity.plural and entity.kind is ActorKind.ORGANISATION:
            score += UNLIKELY
        return score


def _part(tokens: tuple[Token, ...], t: Token) -> float:
    if t.dep in ("nsubj", "nsubjpass"):
        return SUBJECT
    if t.dep in ("dobj", "dative"):
        return OBJECT
    if t.dep == "poss":
        return POSSESSOR
    if t.dep == "conj":
        return _part(tokens, tokens[t.head]) if tokens[t.head].i != t.i and tokens[t.head].dep != "conj" else OTHER
    if t.dep == "pobj" and tokens[t.head].dep == "agent":
        return OBJECT
    return OTHER


def _clause(tokens: tuple[Token, ...], t: Token) -> int:
    """The verb of which a token is an argument, through one preposition."""
    head = tokens[t.head]
    if head.dep in ("prep", "agent", "dative") and head.pos == "ADP":
        head = tokens[head.head]
    return head.i if head.pos in ("VERB", "AUX") else -1 - t.i
