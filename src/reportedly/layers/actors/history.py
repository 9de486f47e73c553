"""What has been spoken of so far, and how much each mention offers itself to a pronoun."""

from __future__ import annotations

from reportedly.knowledge.actor_frames import actor_frames
from reportedly.knowledge.actor_nouns import actor_nouns
from reportedly.knowledge.pronoun_weights import pronoun_weights
from reportedly.knowledge.weights import Weights, strongest, weighed
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import Found
from reportedly.layers.actors.offers import Offer, Spoken, ahead_clues, clues_of, likeliest
from reportedly.model import ActorKind, MentionForm
from reportedly.text import Parsed
from reportedly.text.parsed import Token
from reportedly.text.quotes import Quotation

WINDOW = 3  # sentences back that a pronoun may look; 5 measured no better
MOST_TOLD = 3  # offers that the notes tell of
LATEST = 30  # mentions looked at, the latest first
SAID = frozenset({"ccomp", "xcomp", "dobj", "prep"})  # what verbs of saying and thinking govern


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
        weights, offers = pronoun_weights()[model_of(pronoun)], self.offers(pronoun, named)
        if self.parsed.notes is not None:
            for offer in sorted(offers, key=lambda o: -weighed(weights, o.clues))[:MOST_TOLD]:
                self.parsed.notes.add(self.tokens[pronoun.head].start, "mention", self._told(offer, weights))
        return likeliest(weights, offers)

    def _told(self, offer: Offer, weights: Weights) -> str:
        """What may be taken up, with what speaks for it, for the notes."""
        found = offer.spoken.found
        words = self.parsed.span(found.first, found.last).of(self.parsed.text)
        return f"offers itself: {words!r} at {weighed(weights, offer.clues):+.1f}: {strongest(weights, offer.clues)}"

    def spoken_from(self, found: Found) -> int:
        """The token from which a mention counts: where a pronoun is said to speak the words before it, where they begin."""
        t = self.tokens[found.head]
        if found.form is not MentionForm.PRONOUN or t.dep != "nsubj" or self.parsed.head(t).lemma not in self.mind:
            return t.i
        said = self.parsed.child(self.parsed.head(t), "ccomp")
        quotation = self.parsed.quotation_at(said) if said is not None and said.i < t.i else None
        inside = self.parsed.tokens_in(quotation.span) if quotation is not None else ()
        return inside[0].i if inside and inside[0].i < t.i else t.i

    def offers(self, pronoun: Found, named: dict[int, Entity]) -> list[Offer]:
        """The mentions that a pronoun may take up, the latest first, each with what speaks for it."""
        t = self.tokens[pronoun.head]
        minds, thinks, others = self._minds(t), self._thinks(t), self._named_in_words_of(t)
        others |= {named[k].order for k, inside in minds.items() if inside and k in named}  # who speaks calls himself "I"
        found: list[Spoken] = []
        for spoken in self.spoken[: -LATEST - 1 : -1]:
            back = t.sent - self.tokens[spoken.found.head].sent
            if back > WINDOW:
                break
            if back < 0:
                continue  # the body, for a pronoun in the headline
            if spoken.entity is None and thinks or minds.get(spoken.found.head) or spoken.entity and spoken.entity.order in others:
                continue
            if self._agrees(pronoun, spoken) and not self._bound(t, spoken.found):
                found.append(spoken)
        rows = clues_of(self.parsed, pronoun, found, minds, named)
        offers = [Offer(s, c) for s, c in zip(found, rows, strict=True)]
        ahead = self._ahead(t, pronoun, named)
        return offers if ahead is None else [*offers, Offer(ahead, ahead_clues(self.tokens, t, found))]

    def _ahead(self, t: Token, pronoun: Found, named: dict[int, Entity]) -> Spoken | None:
        """The named subject that a fronted phrase looks forward to: "In his speech, Ana Ruiz said"."""
        for above in self.parsed.ancestors(t):
            subject = self.parsed.child(above, "nsubj", "nsubjpass")
            if subject and subject.i > t.i and subject.pos != "PRON" and (entity := named.get(subject.i)):
                spoken = Spoken(entity.mentions[0], entity)
                return spoken if self._agrees(pronoun, spoken) else None
        return None

    def _agrees(self, pronoun: Found, spoken: Spoken) -> bool:
        entity, found = spoken.entity, spoken.found
        if entity is None:
            return pronoun.kind is None and found.plural == pronoun.plural
        if pronoun.kind is ActorKind.PERSON:
            person = entity.kind is ActorKind.PERSON or entity.may_be_person
            return person and not (entity.gender and entity.gender != pronoun.gender)
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

    def _named_in_words_of(self, t: Token) -> set[int]:
        """Whom the words that a pronoun is said to speak call by name, which nobody calls themselves: "Mr. Ruiz is ill," he said."""
        verb = self.parsed.head(t)
        said = self.parsed.child(verb, "ccomp")
        if t.dep != "nsubj" or verb.lemma not in self.mind or said is None or any(k.text == ";" for k in self.tokens[said.right : t.i]):
            return set()  # "Ruiz would not speak; he said only that": parses take the first clause for what is said
        quotation = self.parsed.quotation_at(said)
        named = (s for s in self.spoken[: -LATEST - 1 : -1] if s.entity and s.found.form is MentionForm.NAME)
        return {s.entity.order for s in named if s.entity and self._within(self.tokens[s.found.head], said, quotation)}

    def _within(self, t: Token, said: Token, quotation: Quotation | None) -> bool:
        """Whether a token stands in a clause, or in the quotation that the clause is a part of."""
        return said.left <= t.i <= said.right or quotation is not None and self.parsed.quotation_at(t) is quotation

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


def model_of(pronoun: Found) -> str:
    """Which weights a pronoun is judged by."""
    return "person" if pronoun.kind is ActorKind.PERSON else "several" if pronoun.plural else "thing"


def _clause(tokens: tuple[Token, ...], t: Token) -> int:
    """The verb of which a token is an argument, through one preposition."""
    head = tokens[t.head]
    if head.dep in ("prep", "agent", "dative") and head.pos == "ADP":
        head = tokens[head.head]
    return head.i if head.pos in ("VERB", "AUX") else -1 - t.i
