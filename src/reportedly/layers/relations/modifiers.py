"""Ties that stand before a noun: "Y-backed forces", "the opposition leader", "his ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.knowledge.relations import RelationWords
from reportedly.layers.relations.draft import Draft, Standing
from reportedly.layers.relations.sides import LONGEST, PEOPLE, Side, Sides
from reportedly.model import ActorKind, MentionForm, RelationType, Span, Status, Words, words_of
from reportedly.text import Parsed, Token

JOINED = re.compile(r"(.+?)\s*[-‐‑–]\s*([a-z]+)", re.DOTALL)
BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP})
ARMED = frozenset({"MIL", "REB", "UAF", "OPP", "PTY", "CRM"})  # a named body of these roles is its owner's own: "General X's Northern Army"
BEFORE = frozenset({"amod", "compound", "nmod"})


class Modifiers:
    """Reads the modifiers of one report."""

    def __init__(self, parsed: Parsed, sides: Sides, standing: Standing, words: RelationWords) -> None:
        self.parsed, self.tokens, self.sides, self.standing, self.words = parsed, parsed.tokens, sides, standing, words
        self.compounds, self.owned = words.ties["compound"], words.ties["owned"]
        self.civil = words.ties["opposition"] | words.ties["ruling"]

    def compound(self, t: Token) -> Iterator[Draft]:
        """ "Y-backed X": t is the participle, or the whole word where the parse keeps it in one."""
        whole = "-" in t.text[1:]
        word = t.lower.rpartition("-")[2] if whole else t.lower
        senses = self.compounds.get(word, ())
        noun = self.parsed.head(t)
        if not senses or t.dep not in BEFORE or noun.i < t.i or noun.pos not in ("NOUN", "PROPN"):
            return
        doer = self._whole(t) if whole else self._split(t)
        thing = self.sides.at(noun)
        if doer is None or thing is None or not (doer.id or thing.id) or doer.id == thing.id:
            return
        for tie in senses:
            one, other = (thing, doer) if "reversed" in tie.traits else (doer, thing)
            territory = tie.type is RelationType.CONTROLS and noun.lemma in self.words.lists["territory"]
            if thing.id or (territory and doer.id):
                first = doer.first if doer.first >= 0 else t.i
                status = self.standing.of_noun(noun, [w.lower for w in self.tokens[noun.left : t.i]])
                if status:
                    yield Draft(type=tie.type, subject=one, object=other, first=first, last=max(noun.i, t.i), status=status)
                return

    def _whole(self, t: Token) -> Side | None:
        """The country or actor in "Y-backed" as one word."""
        match = JOINED.fullmatch(self.parsed.text[t.start : t.end])
        if match is None:
            return None
        words = words_of(self.parsed.text, Span(t.start, t.start + match.end(1)))
        found = self.sides.facts.mention_at(t.start)
        if found and found[1].end <= words.spans[0].end:
            return self.sides.of(*found)
        return self._called(words, t.i, t.i) or self.sides.nation(t.i, t.i, words)

    def _split(self, t: Token) -> Side | None:
        """The country or actor before the hyphen."""
        if t.i < 2 or self.tokens[t.i - 1].text != "-" or self.tokens[t.i - 2].sent != t.sent:
            return None
        last = t.i - 2
        before = self.tokens[last]
        found = self.sides.facts.mention_at(before.start)
        if found and found[1].end <= self.tokens[t.i - 1].start:
            return self.sides.of(*found)
        first = last
        while first > before.left and self.tokens[first - 1].pos == "PROPN":
            first -= 1
        words = self.parsed.words((first, last))
        return self._called(words, first, last) or self.sides.nation(first, last) or self.sides.nation(last, last)

    def _called(self, words: Words, first: int, last: int) -> Side | None:
        actor = self.sides.called(words.text)
        return self.sides.spoken(actor, words, first, last) if actor else None

    def civic(self, t: Token) -> Iterator[Draft]:
        """ "Opposition leader X", "the ruling party": a tie to the government of the actor's own country."""
        senses = self.civil.get(t.lower, ())
        head = self.parsed.head(t)
        if not senses or t.dep not in BEFORE or head.i < t.i:
            return
        mention = self.sides.facts.mention_at(t.start)
        side = self.sides.of(*mention) if mention and mention[1].form is MentionForm.NAME else self.sides.at(head)
        government = self.sides.own_country(side.id) if side else None
        if side is None or side.id is None or government is None or government.id is None:
            return
        for tie in senses:
            leads = tie.type is RelationType.LEADS
            if (leads and (side.kind in PEOPLE or side.kind is ActorKind.COUNTRY)) or (not leads and side.kind is ActorKind.COUNTRY):
                continue
            status = self.standing.of_noun(head, [w.lower for w in self.tokens[head.left : head.i]])
            if status:
                yield Draft(type=tie.type, subject=side, object=government, first=t.i, last=max(t.i, head.i), status=status)

    def bracketed(self, t: Token) -> Iterator[Draft]:
        """ "Ana Ruiz (Peru)": who speaks for a country where several meet; t is the bracket."""
        last = t.i + 1
        while last + 1 < len(self.tokens) and last - t.i < LONGEST and self.tokens[last + 1].text != ")":
            last += 1
        found = self.sides.mention(self.tokens[t.i - 1]) if t.i else None
        if found is None or found[0].kind is not ActorKind.PERSON or self.tokens[min(last + 1, len(self.tokens) - 1)].text != ")":
            return
        state = self.sides.nation(t.i + 1, last) if self.tokens[t.i + 1].pos == "PROPN" else None
        if state is not None:
            person = self.sides.of(*found)
            yield Draft(type=RelationType.REPRESENTS, subject=person, object=state, first=person.first, last=last, status=Status.ONGOING)

    def possessed(self, t: Token) -> Iterator[Draft]:
        """ "His ministry", "General X's Northern Army": a person's body is led by the person."""
        noun = self.parsed.head(t)
        found, owner = self.sides.mention(noun), self.sides.at(t)
        if found is None or owner is None or owner.id is None or owner.id == found[0].id:
            return
        body = self.sides.of(*found)
        name = found[1].form is MentionForm.NAME
        known = (noun.lower in self.owned or noun.lemma in self.owned) and not (name and "GOV" in found[0].roles)
        if (
            owner.kind is ActorKind.PERSON
            and body.kind in BODIES | {ActorKind.COUNTRY}
            and (known or (name and body.kind in BODIES and ARMED.intersection(found[0].roles)))
        ):
            kind, one, other = RelationType.LEADS, owner, body
        elif owner.kind in BODIES and body.kind in BODIES and name:
            kind, one, other = RelationType.PART_OF, body, owner
        else:
            return
        before = [w.lower for w in self.tokens[t.i + 1 : noun.i]]
        if status := self.standing.of_noun(noun, before):
            first = owner.first if 0 <= owner.first <= t.i else t.i
            yield Draft(type=kind, subject=one, object=other, first=first, last=noun.i, status=Status(status))
